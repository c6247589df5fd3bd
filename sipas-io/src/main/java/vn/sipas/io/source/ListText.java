package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * Guesses the options of a column of lists from the different cells. Two neighbouring parts of which neither ever stands
     * without the other, the second in lower case, are one option that contains the separator.
     */
    static Set<String> options(Collection<String> cells, String separator) {
        Map<String, Integer> counts = new HashMap<>();
        Map<List<String>, Integer> pairs = new HashMap<>();
        List<List<String>> split = new ArrayList<>();
        for (String cell : cells) {
            List<String> parts = separator.equals(BARE_COMMA)
                    ? List.of(cell.split(",(?=\\S)", -1))
                    : parts(cell, separator, List.of());
            split.add(parts);
            for (int i = 0; i < parts.size(); i++) {
                counts.merge(parts.get(i), 1, Integer::sum);
                if (i + 1 < parts.size()) {
                    pairs.merge(List.of(parts.get(i), parts.get(i + 1)), 1, Integer::sum);
                }
            }
        }
        Map<String, Boolean> options = new LinkedHashMap<>();
        for (List<String> parts : split) {
            StringBuilder option = new StringBuilder();
            for (int i = 0; i < parts.size(); i++) {
                String part = parts.get(i);
                boolean joined = i > 0
                        && !part.isEmpty()
                        && Character.isLowerCase(part.codePointAt(0))
                        && together(parts.get(i - 1), part, counts, pairs);
                if (i > 0 && !joined) {
                    options.put(option.toString(), true);
                    option.setLength(0);
                }
                option.append(joined ? separator : "").append(part);
            }
            options.put(option.toString(), true);
        }
        options.remove("");
        return new LinkedHashSet<>(options.keySet());
    }

    private static boolean together(
            String left, String right, Map<String, Integer> counts, Map<List<String>, Integer> pairs) {
        int both = pairs.getOrDefault(List.of(left, right), 0);
        return both == counts.getOrDefault(left, 0) && both == counts.getOrDefault(right, 0);
    }
}
