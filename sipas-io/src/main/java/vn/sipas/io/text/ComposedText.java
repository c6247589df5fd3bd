package vn.sipas.io.text;

import java.text.Normalizer;

/** Text in Unicode normalisation form C. */
public final class ComposedText {

    private ComposedText() {}

    /**
     * Composes letters and their marks; most texts need no more than a look at them.
     *
     * @param text any text
     * @return the text in form C
     */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!standsAlone(text.charAt(i))) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /**
     * Tells whether a character stays as it is among others of its kind: Latin letters, those of Vietnamese included.
     *
     * @param c the character
     * @return whether it is in form C whatever of its kind stands beside it
     */
    public static boolean standsAlone(char c) {
        return c < '\u0300' || (c >= '\u1e00' && c <= '\u1eff');
    }
}
