package vn.sipas.io.csv;

/**
 * Text that no spreadsheet takes for a formula.
 *
 * <p>A text that starts with {@code = + - @ #}, one of the first four in full width, a tab, a line end or an apostrophe gets
 * an apostrophe in front, which spreadsheets hide and which {@link #plain(String)} takes away again: {@code plain(safe(text))}
 * is {@code text}. Numbers need none of this: a negative number stays a number.
 */
public final class SpreadsheetText {

    private static final String STARTERS = "=+-@#\t\r\n'\uff1d\uff0b\uff0d\uff20";

    private SpreadsheetText() {}

    /**
     * Makes a text safe.
     *
     * @param text any text
     * @return the text, with an apostrophe in front if it needs one
     */
    public static String safe(String text) {
        return startsWithStarter(text, 0) ? "'" + text : text;
    }

    /**
     * Takes back what {@link #safe(String)} did.
     *
     * @param text a text from a file
     * @return the text without the apostrophe that protected it
     */
    public static String plain(String text) {
        return !text.isEmpty() && text.charAt(0) == '\'' && startsWithStarter(text, 1) ? text.substring(1) : text;
    }

    private static boolean startsWithStarter(String text, int index) {
        return text.length() > index && STARTERS.indexOf(text.charAt(index)) >= 0;
    }
}
