package vn.sipas.io.csv;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.Place;

/**
 * One record of a delimited file below its header.
 *
 * @param source the file as the caller named it
 * @param line the line it starts on, counted from 1
 * @param fields the fields as written, as many as the header has
 */
public record CsvRow(String source, long line, List<String> fields) {

    public CsvRow {
        Objects.requireNonNull(source, "source");
        fields = List.copyOf(fields);
        if (line < 1) {
            throw new IllegalArgumentException("line must be at least 1, was " + line);
        }
    }

    /**
     * Returns a field.
     *
     * @param index its index, counted from 0
     * @return the content as written, empty if there is none
     */
    public String field(int index) {
        return fields.get(index);
    }

    /**
     * Returns where a field stands.
     *
     * @param index its index, counted from 0
     * @return source, line and column; columns count from 1
     */
    public Place place(int index) {
        return Place.in(source, line, index + 1);
    }

    /**
     * Returns where the row stands.
     *
     * @return source and line
     */
    public Place place() {
        return Place.in(source, line);
    }
}
