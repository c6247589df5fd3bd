package vn.sipas.io.spss;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes names of variables that every version of SPSS and PSPP takes: letters without marks, digits and underscores, a letter
 * first, at most 60 characters, not one of the words of the language, and different from each other in any case of letters.
 */
final class SpssNames {

    private static final Set<String> WORDS =
            Set.of("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with");
    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    String of(String code) {
        String folded = Normalizer.normalize(code, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("[^A-Za-z0-9_]", "_")
                .replaceAll("_+$", "");
        String name = folded.isEmpty() || !folded.substring(0, 1).matches("[A-Za-z]") ? "v_" + folded : folded;
        name = name.replaceAll("_+$", "");
        if (WORDS.contains(name.toLowerCase(Locale.ROOT))) {
            name = "v_" + name;
        }
        name = name.substring(0, Math.min(LONGEST - 6, name.length()));
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "_" + i;
        }
        return free;
    }
}
