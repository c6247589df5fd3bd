package vn.sipas.io.spss;

import java.nio.charset.StandardCharsets;

/** Texts in syntax and data files. */
final class SpssText {

    private SpssText() {}

    /** A text on one line: line ends, tabs and other controls become spaces. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .forEach(character -> line.appendCodePoint(
                        Character.isISOControl(character) || character == 0x2028 || character == 0x2029
                                ? ' '
                                : character));
        return line.toString();
    }

    /** A text as a literal of at most so many bytes of UTF-8, its quotes doubled. */
    static String quoted(String text, int bytes) {
        StringBuilder literal = new StringBuilder("'");
        int length = 0;
        for (int character : line(text).codePoints().toArray()) {
            String one = Character.toString(character);
            length += one.getBytes(StandardCharsets.UTF_8).length;
            if (length > bytes) {
                break;
            }
            literal.append(one.equals("'") ? "''" : one);
        }
        return literal.append('\'').toString();
    }
}
