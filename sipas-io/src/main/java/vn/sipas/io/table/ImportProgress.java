package vn.sipas.io.table;

import java.util.concurrent.CancellationException;

/**
 * Hears how far a long import is and may end it. It is called every few thousand rows and at the end, on the thread that
 * reads.
 */
@FunctionalInterface
public interface ImportProgress {

    /**
     * Says how far the import is.
     *
     * @param rows the rows read so far
     * @param bytes the bytes read so far
     * @param problems the problems found so far
     */
    void at(long rows, long bytes, long problems);

    /**
     * Tells whether the import shall end. It then ends with a {@link CancellationException}, and every input is closed;
     * what has been handed over stays handed over.
     *
     * @return whether to end, {@code false} unless overridden
     */
    default boolean cancelled() {
        return false;
    }

    /**
     * Reports and ends the import if that is wanted. Readers call this.
     *
     * @param rows the rows read so far
     * @param bytes the bytes read so far
     * @param problems the problems found so far
     * @throws CancellationException if {@link #cancelled()}
     */
    default void step(long rows, long bytes, long problems) {
        at(rows, bytes, problems);
        if (cancelled()) {
            throw new CancellationException("the import was cancelled after " + rows + " rows");
        }
    }

    /**
     * Returns a listener that does nothing.
     *
     * @return the listener
     */
    static ImportProgress none() {
        return (rows, bytes, problems) -> {};
    }
}
