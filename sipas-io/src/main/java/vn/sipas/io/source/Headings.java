package vn.sipas.io.source;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.sipas.io.text.ComposedText;

/** Headings and labels as they are compared. */
final class Headings {

    private static final Pattern NUMBERING = Pattern.compile("^(?:(?:Câu|Q)\\s?)?\\d{1,3}\\s?[.):]\\s+");

    private Headings() {}

    /** Without surrounding space and byte order marks, single spaces, composed letters. */
    static String normal(String text) {
        if (isNormal(text)) {
            return text;
        }
        String composed = ComposedText.of(text);
        StringBuilder tidy = new StringBuilder(composed.length());
        boolean space = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff' || c == '\u200b') {
                space = !tidy.isEmpty();
            } else {
                if (space) {
                    tidy.append(' ');
                    space = false;
                }
                tidy.append(c);
            }
        }
        return tidy.toString();
    }

    /** Tells quickly of most texts that nothing is to be done to them. */
    private static boolean isNormal(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!ComposedText.standsAlone(c) || c < ' ' || c == '\u00a0' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    /** As {@link #normal(String)}, and in lower case. */
    static String folded(String text) {
        return normal(text).toLowerCase(Locale.ROOT);
    }

    /** Lower case without diacritics, đ as d, anything but letters and digits as one space. */
    static String plain(String text) {
        String split = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(split.length());
        for (int i = 0; i < split.length(); i++) {
            char c = split.charAt(i);
            if (c == 'đ') {
                plain.append('d');
            } else if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !plain.isEmpty()
                    && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip();
    }

    /** Without surrounding space and without the number of the question in front, such as {@code 3.} or {@code Câu 3:}. */
    static String unnumbered(String heading) {
        return NUMBERING.matcher(heading.strip()).replaceFirst("");
    }

    /** Counts how often each heading stood before: 1 for the first. */
    static int[] occurrences(List<String> headings) {
        Map<String, Integer> seen = new HashMap<>();
        int[] occurrences = new int[headings.size()];
        for (int i = 0; i < occurrences.length; i++) {
            occurrences[i] = seen.merge(normal(headings.get(i)), 1, Integer::sum);
        }
        return occurrences;
    }
}
