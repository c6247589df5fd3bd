package vn.sipas.io.csv;

import java.util.Locale;

/** How the fields of a tidy table are written down; the columns are the same in every form. */
public enum TidyForm {
    /** Commas, decimal points, LF, no byte order mark: for programs. The only form that data packages use. */
    PLAIN(false, ',', '.', "\n"),
    /** Commas, decimal points, CRLF and a byte order mark: for Excel with English number settings. */
    EXCEL(true, ',', '.', "\r\n"),
    /**
     * Semicolons, decimal commas, CRLF and a byte order mark: for Excel with Vietnamese number settings, which splits at
     * semicolons and would take {@code 4.25} for something other than a number.
     */
    EXCEL_VIETNAM(true, ';', ',', "\r\n");

    private final boolean byteOrderMark;
    private final char delimiter;
    private final char decimalMark;
    private final String lineEnd;

    TidyForm(boolean byteOrderMark, char delimiter, char decimalMark, String lineEnd) {
        this.byteOrderMark = byteOrderMark;
        this.delimiter = delimiter;
        this.decimalMark = decimalMark;
        this.lineEnd = lineEnd;
    }

    /**
     * Finds a form by the word that command lines use.
     *
     * @param word {@code plain}, {@code excel} or {@code excel-vietnam}
     * @return the form
     * @throws IllegalArgumentException if there is none
     */
    public static TidyForm of(String word) {
        for (TidyForm form : values()) {
            if (form.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return form;
            }
        }
        throw new IllegalArgumentException("word must be plain, excel or excel-vietnam, was \"" + word + "\"");
    }

    /**
     * Tells whether the file starts with the UTF-8 byte order mark, by which Excel recognises UTF-8.
     *
     * @return whether it does
     */
    public boolean hasByteOrderMark() {
        return byteOrderMark;
    }

    /**
     * Returns what stands between two fields.
     *
     * @return the delimiter
     */
    public char delimiter() {
        return delimiter;
    }

    /**
     * Returns what stands before the decimals of a number.
     *
     * @return a point or a comma
     */
    public char decimalMark() {
        return decimalMark;
    }

    /**
     * Returns what ends a line.
     *
     * @return LF or CRLF
     */
    public String lineEnd() {
        return lineEnd;
    }
}
