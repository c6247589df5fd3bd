package vn.sipas.io.progress;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vn.sipas.core.Problem;
import vn.sipas.io.table.ProgressListener;

/**
 * Reports every thousand rows, at problems and at the end, so that a listener is heard even while no row is good. Not safe for use
 * by several threads.
 */
public final class ProgressSteps {

    /** How many rows lie between two reports. */
    public static final int ROWS = 1000;

    private final ProgressListener listener;
    private final LongSupplier bytes;
    private long next = ROWS;
    private long problems;

    /**
     * Makes steps that have not begun.
     *
     * @param listener hears of them
     * @param bytes tells how many bytes have been read or written, always 0 where nobody counts them
     */
    public ProgressSteps(ProgressListener listener, LongSupplier bytes) {
        this.listener = listener;
        this.bytes = bytes;
    }

    /**
     * Takes where the call is; tells the listener if it is a thousand rows further than last time.
     *
     * @param rows the rows so far
     * @throws java.util.concurrent.CancellationException if the listener wants to end the call
     */
    public void at(long rows) {
        if (rows >= next) {
            next = rows - rows % ROWS + ROWS;
            listener.step(rows, bytes.getAsLong(), problems);
        }
    }

    /**
     * Tells the listener the last time.
     *
     * @param rows all rows
     */
    public void end(long rows) {
        listener.at(rows, bytes.getAsLong(), problems);
    }

    /** Counts one problem. */
    public void problem() {
        problems++;
    }

    /**
     * Counts problems on their way.
     *
     * @param receiver receives them
     * @return counts and hands on
     */
    public Consumer<Problem> counting(Consumer<Problem> receiver) {
        return problem -> {
            problems++;
            receiver.accept(problem);
        };
    }
}
