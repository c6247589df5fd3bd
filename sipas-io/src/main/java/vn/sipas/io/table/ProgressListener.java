package vn.sipas.io.table;

import java.util.concurrent.CancellationException;

/**
 * Hears how far a long import or export is and may end it. It is called every few hundred or thousand rows and at the end, on
 * the thread that reads or writes. Rows are rows of a table, responses, groups or units; an export has no problems.
 */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Says how far the call is.
     *
     * @param rows the rows read or written so far
     * @param bytes the bytes read or written so far, 0 where nothing counts them
     * @param problems the problems found so far
     */
    void at(long rows, long bytes, long problems);

    /**
     * Tells whether the call shall end. It then ends with a {@link CancellationException}, and every input is closed;
     * what has been handed over stays handed over, and a file under {@link vn.sipas.io.file.WholeFile} does not appear.
     *
     * @return whether to end, {@code false} unless overridden
     */
    default boolean cancelled() {
        return false;
    }

    /**
     * Reports and ends the call if that is wanted. Readers and writers call this.
     *
     * @param rows the rows read or written so far
     * @param bytes the bytes read or written so far, 0 where nothing counts them
     * @param problems the problems found so far
     * @throws CancellationException if {@link #cancelled()}
     */
    default void step(long rows, long bytes, long problems) {
        at(rows, bytes, problems);
        if (cancelled()) {
            throw new CancellationException("the call was cancelled after " + rows + " rows");
        }
    }

    /**
     * Returns a listener that does nothing.
     *
     * @return the listener
     */
    static ProgressListener none() {
        return (rows, bytes, problems) -> {};
    }
}
