package vn.sipas.io.source;

import java.util.List;
import java.util.Objects;

/**
 * The first rows of a table.
 *
 * @param name the name of the sheet, empty for delimited text
 * @param rows the first rows as written, headings included; rows may differ in length
 */
public record SheetSample(String name, List<List<String>> rows) {

    public SheetSample {
        Objects.requireNonNull(name, "name");
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * Returns the first row.
     *
     * @return the headings as written, empty if the table has no rows
     */
    public List<String> headings() {
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    /**
     * Returns a row.
     *
     * @param index its index, counted from 0, the headings included
     * @return its cells, empty if the sample has no such row
     */
    public List<String> row(int index) {
        return index < rows.size() ? rows.get(index) : List.of();
    }
}
