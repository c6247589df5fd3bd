package vn.sipas.examples.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;

/** Prints problems on standard error, the first ones whole and the rest as a count. */
final class ProblemLines implements Consumer<Problem> {

    private static final long SHOWN = 50;

    private final PrintWriter err;
    private final Set<String> seen = new HashSet<>();
    private long shown;
    private long hidden;
    private long errors;

    ProblemLines(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(Problem problem) {
        if (problem.severity() == Severity.ERROR) {
            errors++;
        }
        if (shown < SHOWN) {
            err.println(problem);
            shown++;
        } else {
            hidden++;
        }
    }

    /** Takes a problem that may come once for every group, and passes it on the first time. */
    void once(Problem problem) {
        if (seen.add(problem.toString())) {
            accept(problem);
        }
    }

    /** How many problems there were, warnings included. */
    long count() {
        return shown + hidden;
    }

    long errors() {
        return errors;
    }

    /** Says how many problems were not shown. */
    void finish() {
        if (hidden > 0) {
            err.println("… and " + hidden + " more problems");
        }
    }
}
