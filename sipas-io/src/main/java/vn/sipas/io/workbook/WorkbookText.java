package vn.sipas.io.workbook;

import java.util.regex.Pattern;

/** Texts as a workbook can hold them. */
final class WorkbookText {

    /** The most characters a cell can hold. */
    private static final int LONGEST = 32_767;

    /** What a workbook would take for one escaped character. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private WorkbookText() {}

    /** A text with forbidden characters made visible, line ends as LF, and cut to the length of a cell. */
    static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(character -> {
            boolean control = character < 0x20 && character != '\t' && character != '\n';
            boolean surrogate = character >= 0xd800 && character <= 0xdfff;
            boolean forbidden = control || surrogate || character == 0xfffe || character == 0xffff;
            safe.appendCodePoint(forbidden ? 0xfffd : character);
        });
        String whole = ESCAPE.matcher(safe).replaceAll("_x005F_");
        if (whole.length() <= LONGEST) {
            return whole;
        }
        int end = Character.isHighSurrogate(whole.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return whole.substring(0, end) + "…";
    }
}
