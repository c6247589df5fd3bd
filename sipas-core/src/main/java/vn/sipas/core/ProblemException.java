package vn.sipas.core;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown where a caller asked for a value or nothing, and the data from outside had problems. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 20;

    private final transient List<Problem> problems;

    /**
     * Makes an exception.
     *
     * @param problems the problems, at least one
     */
    public ProblemException(List<Problem> problems) {
        this(problems, null);
    }

    /**
     * Makes an exception.
     *
     * @param problems the problems, at least one
     * @param cause what led to it
     */
    public ProblemException(List<Problem> problems, @Nullable Throwable cause) {
        super(text(problems), cause);
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns the problems.
     *
     * @return the problems in the order of the input
     */
    public List<Problem> problems() {
        return problems;
    }

    private static String text(List<Problem> problems) {
        String lines = problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
        return problems.size() <= SHOWN ? lines : lines + "\n… and " + (problems.size() - SHOWN) + " more";
    }
}
