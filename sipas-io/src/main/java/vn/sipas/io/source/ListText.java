package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Lists of options in one cell, where options may contain the separator themselves. */
final class ListText {

    /** The separator of tools that write lists with a comma and no space, so that a comma with a space is part of an option. */
    static final String BARE_COMMA = ",";

    private ListText() {}

    /**
     * Splits a list by the options that are known, the longest first; what no option explains stays a part of its own.
     *
     * @param separator what stands between options, at least one character
     */
    static List<String> parts(String cell, String separator, Collection<String> options) {
        if (separator.isEmpty()) {
            throw new IllegalArgumentException("separator must have at least 1 character, was empty");
        }
        List<String> longest = new ArrayList<>(options);
        longest.sort(Comparator.comparingInt(String::length).reversed());
        List<String> parts = new ArrayList<>();
        int position = 0;
        while (position < cell.length()) {
            int end = -1;
            for (String option : longest) {
                int after = position + option.length();
                boolean fits = !option.isEmpty()
                        && cell.regionMatches(true, position, option, 0, option.length())
                        && (after == cell.length() || cell.startsWith(separator, after));
                if (fits) {
                    end = after;
                    break;
                }
            }
            if (end < 0) {
                int next = cell.indexOf(separator, position);
                end = next < 0 ? cell.length() : next;
            }
            parts.add(cell.substring(position, end).strip());
            position = end + separator.length();
        }
        return parts;
    }
}
