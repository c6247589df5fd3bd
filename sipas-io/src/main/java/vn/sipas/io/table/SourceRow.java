package vn.sipas.io.table;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import vn.sipas.core.Place;

/**
 * The cells of one row, as text, with their places.
 *
 * <p>Usually that is one row of the input. A row that was gathered, such as a submission whose answers stand in one row
 * each, or a parent row with the rows of its repeats, stands for several input rows; each of its cells then has a place of
 * its own.
 *
 * @param place where the row, or the first of its rows, stands
 * @param cells the cells as written, as many as the table has columns; empty text for no cell
 * @param cellPlaces where each cell stands; empty if all stand on {@code place}, one column after another
 * @param inputRows how many rows of the input it stands for, at least 1
 */
public record SourceRow(Place place, List<String> cells, List<Place> cellPlaces, long inputRows) {

    public SourceRow {
        Objects.requireNonNull(place, "place");
        cells = List.copyOf(cells);
        cellPlaces = List.copyOf(cellPlaces);
        if (!cellPlaces.isEmpty() && cellPlaces.size() != cells.size()) {
            throw new IllegalArgumentException(
                    "cellPlaces must be empty or one a cell, " + cells.size() + ", were " + cellPlaces.size());
        }
        if (inputRows < 1) {
            throw new IllegalArgumentException("inputRows must be at least 1, was " + inputRows);
        }
    }

    /**
     * Makes a row of the input.
     *
     * @param place its source and line; sheets are named {@code file!sheet}
     * @param cells the cells as written
     * @return the row
     */
    public static SourceRow of(Place place, List<String> cells) {
        return new SourceRow(place, cells, List.of(), 1);
    }

    /**
     * Makes a row that was gathered from several.
     *
     * @param place where the first of them stands
     * @param cells the cells as written
     * @param cellPlaces where each cell stands, with source, line and column
     * @param inputRows how many rows of the input it stands for
     * @return the row
     */
    public static SourceRow gathered(Place place, List<String> cells, List<Place> cellPlaces, long inputRows) {
        return new SourceRow(place, cells, cellPlaces, inputRows);
    }

    /**
     * Returns a cell.
     *
     * @param index its index, counted from 0
     * @return its text as written, empty if there is none
     */
    public String cell(int index) {
        return cells.get(index);
    }

    /**
     * Tells whether nothing but white space stands in the row.
     *
     * @return whether every cell is blank
     */
    public boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns where a cell stands.
     *
     * @param index its index, counted from 0
     * @return source, line and column; columns count from 1
     */
    public Place place(int index) {
        return cellPlaces.isEmpty()
                ? new Place(place.source(), place.line(), OptionalInt.of(index + 1), place.path())
                : cellPlaces.get(index);
    }

    /**
     * Returns the place and the number of cells only, so that answers never reach a log.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return "SourceRow[" + place + ", " + cells.size() + " cells]";
    }
}
