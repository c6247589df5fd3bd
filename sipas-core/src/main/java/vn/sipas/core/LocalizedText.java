package vn.sipas.core;

import java.text.Normalizer;
import java.util.Objects;

/**
 * A text in Vietnamese and English, both in Unicode normalisation form C.
 *
 * @param vi the Vietnamese text, not blank
 * @param en the English text, not blank
 */
public record LocalizedText(String vi, String en) {

    public LocalizedText {
        vi = normalized("vi", vi);
        en = normalized("en", en);
    }

    /**
     * Makes a text.
     *
     * @param vi the Vietnamese text
     * @param en the English text
     * @return the text
     */
    public static LocalizedText of(String vi, String en) {
        return new LocalizedText(vi, en);
    }

    /**
     * Makes a text that reads the same in both languages, such as a proper name or a code.
     *
     * @param text the text
     * @return the text
     */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    /**
     * Returns the text in one language.
     *
     * @param language the language wanted
     * @return the text
     */
    public String in(Language language) {
        return language == Language.VI ? vi : en;
    }

    private static String normalized(String name, String text) {
        Objects.requireNonNull(text, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
