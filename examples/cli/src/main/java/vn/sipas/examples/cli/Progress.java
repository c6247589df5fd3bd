package vn.sipas.examples.cli;

import java.io.PrintWriter;

/** A line of progress on standard error, shown only where a terminal is attached. */
final class Progress implements AutoCloseable {

    private static final long NANOS_BETWEEN_LINES = 200_000_000L;

    private final PrintWriter err;
    private final String what;

    @SuppressWarnings("SystemConsoleNull") // on JDK 22 and later progress may show without a terminal
    private final boolean shown = System.console() != null;

    private long last;
    private boolean printed;

    Progress(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
    }

    void at(long done) {
        if (due()) {
            print(what + " " + done);
        }
    }

    void at(long done, long total) {
        if (due()) {
            print(what + " " + done + " of " + total);
        }
    }

    private boolean due() {
        return shown && (!printed || System.nanoTime() - last > NANOS_BETWEEN_LINES);
    }

    private void print(String line) {
        err.print("\r" + line);
        err.flush();
        last = System.nanoTime();
        printed = true;
    }

    @Override
    public void close() {
        if (printed) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
