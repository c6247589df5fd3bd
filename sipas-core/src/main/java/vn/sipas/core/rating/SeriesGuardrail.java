package vn.sipas.core.rating;

import java.util.Optional;
import java.util.Set;
import vn.sipas.core.Fraction;

/**
 * What keeps the stars of successive years comparable.
 *
 * @param maximumMove how far a cut-off may move from one year to the next, in points, more than 0, if limited (Medicare:
 *     5 points, 42 CFR 422.166)
 * @param comparableWith the ids of methods whose stars may be compared with those of this scheme, besides its own
 */
public record SeriesGuardrail(Optional<Fraction> maximumMove, Set<String> comparableWith) {

    private static final SeriesGuardrail NONE = new SeriesGuardrail(Optional.empty(), Set.of());

    public SeriesGuardrail {
        if (maximumMove.isPresent()) {
            Require.that(maximumMove.get().signum() > 0, "maximumMove", "more than 0", maximumMove.get());
        }
        comparableWith = Set.copyOf(comparableWith);
    }

    /**
     * Returns a guardrail without a limit: only stars of the same method compare.
     *
     * @return the guardrail
     */
    public static SeriesGuardrail none() {
        return NONE;
    }
}
