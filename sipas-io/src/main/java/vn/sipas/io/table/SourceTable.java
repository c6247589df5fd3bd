package vn.sipas.io.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * A table of text cells under one row of headings, read once from top to bottom: a delimited file, a sheet of a workbook,
 * or documents laid out as rows. Only the row at hand is in memory. Not safe for use by several threads.
 */
public interface SourceTable extends AutoCloseable {

    /**
     * Returns the headings.
     *
     * @return the headings as written, in the order of the columns
     */
    List<String> headings();

    /**
     * Returns where the headings stand.
     *
     * @return source and line; sheets are named {@code file!sheet}
     */
    Place headerPlace();

    /**
     * Reads the next row that can be read.
     *
     * @param problems receives at least one problem for each row set aside on the way
     * @return the row, with as many cells as there are headings; empty at the end
     * @throws IOException if the input cannot be read
     */
    Optional<SourceRow> next(Consumer<Problem> problems) throws IOException;

    /**
     * Returns how many rows of the input have been read below the headings, those set aside included. Empty lines are not
     * rows.
     *
     * @return at least 0
     */
    long rowsRead();

    /**
     * Returns how many rows of the input this table has set aside.
     *
     * @return at least 0 and at most {@link #rowsRead()}
     */
    long rowsSetAside();

    /**
     * Returns how many cells stood in the rows that were set aside on the way. A row that could not be split counts as one
     * cell.
     *
     * @return at least 0
     */
    long cellsSetAside();

    /**
     * Returns how many bytes of the input have been read.
     *
     * @return at least 0
     */
    long bytesRead();

    @Override
    void close() throws IOException;
}
