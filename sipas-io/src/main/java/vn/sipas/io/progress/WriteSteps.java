package vn.sipas.io.progress;

import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import vn.sipas.io.table.ProgressListener;

/** The rows and bytes of one call that writes, told as {@link ProgressSteps} tells. Not safe for use by several threads. */
public final class WriteSteps {

    private final ProgressListener listener;
    private final CountedOutput output;
    private final ProgressSteps steps;
    private long rows;

    /**
     * Makes steps that have not begun.
     *
     * @param listener hears of them
     * @param output where the call writes
     */
    public WriteSteps(ProgressListener listener, OutputStream output) {
        this.listener = listener;
        this.output = new CountedOutput(output);
        this.steps = new ProgressSteps(listener, this.output::count);
    }

    /**
     * Returns where the call writes.
     *
     * @return the stream, counted; closing it leaves the stream behind it open
     */
    public OutputStream output() {
        return output;
    }

    /**
     * Counts a row; tells the listener now and then.
     *
     * @throws CancellationException if the listener wants to end the call
     */
    public void row() {
        rows(1);
    }

    /**
     * Counts rows; tells the listener now and then.
     *
     * @param more how many, at least 0
     * @throws CancellationException if the listener wants to end the call
     */
    public void rows(long more) {
        rows += more;
        steps.at(rows);
    }

    /**
     * Tells the listener before a part of the call that counts no rows.
     *
     * @throws CancellationException if the listener wants to end the call
     */
    public void pause() {
        listener.step(rows, output.count(), 0);
    }

    /** Tells the listener the last time. */
    public void end() {
        steps.end(rows);
    }
}
