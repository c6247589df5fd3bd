package vn.sipas.io.xlsx;

/** Positions of cells: letters for columns, numbers for rows. */
final class CellReference {

    /** The columns that a sheet can have, A to XFD. */
    static final int COLUMNS = 16_384;

    /** The rows that a sheet can have. */
    static final int ROWS = 1_048_576;

    private CellReference() {}

    /**
     * Reads the column of a reference such as {@code AB12}.
     *
     * @return the index counted from 0, -1 if the reference is not of that form or outside a sheet
     */
    static int column(String reference) {
        int column = 0;
        int at = 0;
        while (at < reference.length() && at < 4) {
            char letter = reference.charAt(at);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + (letter - 'A' + 1);
            at++;
        }
        if (at == 0 || column > COLUMNS || at == reference.length()) {
            return -1;
        }
        for (int i = at; i < reference.length(); i++) {
            char digit = reference.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
        }
        return column - 1;
    }

    /**
     * Reads a row number.
     *
     * @return the row counted from 1, -1 if it is not a number or outside a sheet
     */
    static int row(String text) {
        if (text.isEmpty() || text.length() > 7) {
            return -1;
        }
        int row = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            row = row * 10 + (digit - '0');
        }
        return row < 1 || row > ROWS ? -1 : row;
    }

    /** Writes the letters of a column. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.append((char) ('A' + (rest - 1) % 26));
        }
        return letters.reverse().toString();
    }
}
