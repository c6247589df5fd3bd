package vn.sipas.io.xlsx;

import java.util.Objects;

/**
 * A sheet of cells (trang tính).
 *
 * @param name its name as the workbook writes it
 * @param position its position among the sheets, counted from 0
 * @param hidden whether the spreadsheet program does not show it
 * @param part the name of its part in the archive; for {@link XlsxWorkbook} alone
 */
public record XlsxSheet(String name, int position, boolean hidden, String part) {

    public XlsxSheet {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(part, "part");
        if (position < 0) {
            throw new IllegalArgumentException("position must be at least 0, was " + position);
        }
    }
}
