package vn.sipas.io.csv;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * A table of texts under headings, read once from top to bottom: a delimited file, or the result of a query. Only the row at
 * hand is in memory.
 */
public interface RowSource {

    /**
     * Returns the headings.
     *
     * @return the headings in Unicode normalisation form C
     */
    List<String> headings();

    /**
     * Returns where the headings stand.
     *
     * @return the source, and the line if it has lines
     */
    Place headerPlace();

    /**
     * Reads the next row that can be read.
     *
     * @param problems receives one problem for each row set aside on the way
     * @return the row, with as many fields as there are headings; empty at the end
     * @throws IOException if the source cannot be read
     */
    Optional<CsvRow> next(Consumer<Problem> problems) throws IOException;

    /**
     * Returns how many rows have been read, those set aside included.
     *
     * @return at least 0
     */
    long rowsRead();

    /**
     * Checks that columns are there, each once.
     *
     * @param needed the headings
     * @return what is wrong, empty if nothing is
     */
    List<Problem> missing(List<String> needed);
}
