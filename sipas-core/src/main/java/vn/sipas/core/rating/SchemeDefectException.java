package vn.sipas.core.rating;

import vn.sipas.core.Language;
import vn.sipas.core.Problem;

/**
 * Thrown by the constructors of the parts of a scheme. It carries what is wrong as a {@link Problem} whose path is
 * relative to the part, so that a reader can put the path of the part before it.
 */
public final class SchemeDefectException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Makes an exception.
     *
     * @param problem what is wrong
     */
    public SchemeDefectException(Problem problem) {
        super(problem.message(Language.EN));
        this.problem = problem;
    }

    /**
     * Returns what is wrong.
     *
     * @return the problem, its path relative to the part
     */
    public Problem problem() {
        return problem;
    }
}
