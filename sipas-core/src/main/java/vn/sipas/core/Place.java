package vn.sipas.core;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where in the input a problem lies: a source with line and column, a path inside a document, or both.
 *
 * @param source the file, table or sheet as the caller named it
 * @param line the line, counted from 1; for tables the row
 * @param column the column, counted from 1: of the field in delimited files, of the character in JSON
 * @param path the path inside the document, such as {@code sections[0].questions[2].code}, or a column heading; may be
 *     empty
 */
public record Place(Optional<String> source, OptionalLong line, OptionalInt column, String path) {

    private static final Place NOWHERE = new Place(Optional.empty(), OptionalLong.empty(), OptionalInt.empty(), "");

    public Place {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(path, "path");
        if (line.isPresent() && line.getAsLong() < 1) {
            throw new IllegalArgumentException("line must be at least 1, was " + line.getAsLong());
        }
        if (column.isPresent() && column.getAsInt() < 1) {
            throw new IllegalArgumentException("column must be at least 1, was " + column.getAsInt());
        }
    }

    /**
     * Returns the place of a problem that concerns the whole.
     *
     * @return the empty place
     */
    public static Place nowhere() {
        return NOWHERE;
    }

    /**
     * Returns a place inside a document.
     *
     * @param path the path
     * @return the place
     */
    public static Place path(String path) {
        return NOWHERE.withPath(path);
    }

    /**
     * Returns a whole file, table or sheet.
     *
     * @param source its name
     * @return the place
     */
    public static Place in(String source) {
        return new Place(Optional.of(source), OptionalLong.empty(), OptionalInt.empty(), "");
    }

    /**
     * Returns a line of a file or a row of a table.
     *
     * @param source its name
     * @param line the line, counted from 1
     * @return the place
     */
    public static Place in(String source, long line) {
        return new Place(Optional.of(source), OptionalLong.of(line), OptionalInt.empty(), "");
    }

    /**
     * Returns a field of a line.
     *
     * @param source the name of the file
     * @param line the line, counted from 1
     * @param column the column, counted from 1
     * @return the place
     */
    public static Place in(String source, long line, int column) {
        return new Place(Optional.of(source), OptionalLong.of(line), OptionalInt.of(column), "");
    }

    /**
     * Returns this place with a path.
     *
     * @param newPath the path
     * @return the place
     */
    public Place withPath(String newPath) {
        return new Place(source, line, column, newPath);
    }

    /**
     * Returns this place with a source.
     *
     * @param newSource the name of the file, table or sheet
     * @return the place
     */
    public Place withSource(String newSource) {
        return new Place(Optional.of(newSource), line, column, path);
    }

    /**
     * Returns the place in the form {@code source:line:column path}, leaving out what is absent.
     *
     * @return the text, empty for {@link #nowhere()}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        source.ifPresent(text::append);
        line.ifPresent(value -> text.append(text.isEmpty() ? "line " : ":").append(value));
        column.ifPresent(value -> text.append(text.isEmpty() ? "column " : ":").append(value));
        if (!path.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(path);
        }
        return text.toString();
    }
}
