package vn.sipas.core.unit;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How names of units are compared. */
final class UnitNames {

    private static final List<String> TYPES =
            List.of("thành phố ", "thị trấn ", "thị xã ", "đặc khu ", "phường ", "huyện ", "quận ", "tỉnh ", "xã ");

    /** The tone marks of the second vowel in oa, oe and uy, and of the first: hoà and hòa are one syllable. */
    private static final String[][] TONES = {
        {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
        {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
        {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"}
    };

    private static final Set<Character> HYPHENS = Set.of('-', '\u2010', '\u2011', '\u2013', '\u2014');

    private static final Pattern LEADING_ZEROS = Pattern.compile("\\b0+(?=[0-9])");

    private UnitNames() {}

    /**
     * Folds what differs between two correct spellings of one name: normalisation form, letter case, spaces, hyphens, the
     * place of the tone mark in oa, oe, uy, and zeros before a number (Phường 01). Nothing else: names that differ
     * otherwise are different.
     */
    static String fold(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        boolean gap = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || HYPHENS.contains(c)) {
                gap = true;
            } else {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                folded.append(c);
            }
        }
        String text = folded.toString();
        for (String[] tone : TONES) {
            text = text.replace(tone[0], tone[1]);
        }
        return LEADING_ZEROS.matcher(text).replaceAll("");
    }

    static String withoutType(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.length() != name.length()) {
            return name;
        }
        for (String type : TYPES) {
            if (lower.startsWith(type)) {
                String rest = name.substring(type.length()).strip();
                return rest.isEmpty() || Character.isDigit(rest.charAt(0)) ? name : rest;
            }
        }
        return name;
    }
}
