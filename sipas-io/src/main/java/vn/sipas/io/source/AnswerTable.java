package vn.sipas.io.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceRow;

/** One row a response, with columns that the adapter has described. Not safe for use by several threads. */
public non-sealed interface AnswerTable extends SourceContent {

    /**
     * Returns what the adapter knows about the columns.
     *
     * @return one entry a cell, in order
     */
    List<AnswerColumn> columns();

    /**
     * Returns where the headings stand.
     *
     * @return source and line
     */
    Place headerPlace();

    /**
     * Reads the next response row; rows that are no response, such as previews, are set aside on the way.
     *
     * @param problems receives at least one problem for each row set aside
     * @return the row, with as many cells as there are columns; empty at the end
     * @throws IOException if the input cannot be read
     */
    Optional<SourceRow> next(Consumer<Problem> problems) throws IOException;

    /**
     * Returns how many cells stood in the rows that were set aside on the way. A row that could not be split counts as one
     * cell.
     *
     * @return at least 0
     */
    long cellsSetAside();
}
