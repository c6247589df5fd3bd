package vn.sipas.examples.cli;

/** The exit statuses of every command. */
final class ExitStatus {

    /** Done. */
    static final int DONE = 0;

    /** The data had problems; they were reported. */
    static final int DATA_PROBLEMS = 1;

    /** The command line was wrong. */
    static final int WRONG_USAGE = 2;

    /** A file or database could not be read or written. */
    static final int IO_FAILED = 3;

    private ExitStatus() {}
}
