package vn.sipas.qr.issue;

/** Hears how far a batch is. */
@FunctionalInterface
public interface BatchProgress {

    /**
     * Called after each code.
     *
     * @param done the codes that are ready
     * @param total the codes of the batch
     */
    void onCode(long done, long total);

    /**
     * Returns a listener that does nothing.
     *
     * @return the listener
     */
    static BatchProgress silent() {
        return (done, total) -> {};
    }
}
