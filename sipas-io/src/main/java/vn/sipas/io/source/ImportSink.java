package vn.sipas.io.source;

import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.io.table.SourceRow;

/**
 * Receives what an import finds, in the order of the file. Called by one thread.
 *
 * <p>What a sink throws ends the import: every file is closed, and the exception reaches the caller as it is. A sink that
 * writes wraps its {@link java.io.IOException} into an {@link java.io.UncheckedIOException}.
 */
public interface ImportSink {

    /**
     * Takes a response.
     *
     * @param response the response
     * @param row the row it was read from, as written, with everything that privacy leaves out of the response; a host
     *     that keeps it for audit keeps personal data
     */
    void response(Response response, SourceRow row);

    /**
     * Takes answers that the tool has counted already.
     *
     * @param counts the counts
     */
    default void counts(CountedAnswers counts) {}

    /**
     * Takes a row that was set aside although it could be read, as written.
     *
     * @param row the row; a host that keeps it for audit keeps personal data
     */
    default void setAside(SourceRow row) {}

    /**
     * Takes a changed cell.
     *
     * @param cell the cell with its old and new value
     */
    default void changed(ChangedCell cell) {}

    /**
     * Takes a problem. Every row that is set aside has at least one.
     *
     * @param problem the problem
     */
    default void problem(Problem problem) {}
}
