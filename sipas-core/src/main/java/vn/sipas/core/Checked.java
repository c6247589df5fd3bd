package vn.sipas.core;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading or checking something from outside: the value if it is usable, and every problem found.
 *
 * <p>A value together with warnings is usable; without a value there is at least one problem of severity
 * {@link Severity#ERROR}.
 *
 * @param <T> the type of the value
 * @param value the value, absent if it could not be used
 * @param problems all problems found, in the order of the input
 */
public record Checked<T>(Optional<T> value, List<Problem> problems) {

    public Checked {
        Objects.requireNonNull(value, "value");
        problems = List.copyOf(problems);
        if (value.isEmpty() && problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR)) {
            throw new IllegalArgumentException("a result without a value needs at least one error");
        }
    }

    /**
     * Makes a result without problems.
     *
     * @param value the value
     * @param <T> its type
     * @return the result
     */
    public static <T> Checked<T> of(T value) {
        return new Checked<>(Optional.of(value), List.of());
    }

    /**
     * Makes a result with a value and its problems.
     *
     * @param value the value
     * @param problems the problems
     * @param <T> the type of the value
     * @return the result
     */
    public static <T> Checked<T> of(T value, List<Problem> problems) {
        return new Checked<>(Optional.of(value), problems);
    }

    /**
     * Makes a result without a value.
     *
     * @param problems the problems, with at least one error
     * @param <T> the type that the value would have had
     * @return the result
     */
    public static <T> Checked<T> refused(List<Problem> problems) {
        return new Checked<>(Optional.empty(), problems);
    }

    /**
     * Makes a result without a value.
     *
     * @param problem the error
     * @param <T> the type that the value would have had
     * @return the result
     */
    public static <T> Checked<T> refused(Problem problem) {
        return refused(List.of(problem));
    }

    /**
     * Applies a function to the value and keeps the problems.
     *
     * @param function the function
     * @param <R> the type of its result
     * @return the result
     */
    public <R> Checked<R> map(Function<? super T, ? extends R> function) {
        return new Checked<>(value.map(function), problems);
    }

    /**
     * Returns the value, or throws with every problem.
     *
     * @return the value
     * @throws ProblemException if there is no value
     */
    public T orThrow() {
        try {
            return value.orElseThrow();
        } catch (NoSuchElementException absent) {
            throw new ProblemException(problems, absent);
        }
    }
}
