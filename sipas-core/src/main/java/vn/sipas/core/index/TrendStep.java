package vn.sipas.core.index;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.estimate.DifferenceTest;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.response.Wave;

/** From one wave to the next: a change, or why there is none. */
public sealed interface TrendStep {

    /**
     * A change within one series, or across a break that was asked for.
     *
     * @param from the earlier wave
     * @param to the later wave
     * @param exact the later score less the earlier one, in points
     * @param rounded the same, rounded once from the exact change; may differ by one unit from the difference of the rounded
     *     scores
     * @param estimate the change with its error, if both waves have one
     * @param caveats why it must not be read as a change; empty within one series
     */
    record Change(
            Wave from,
            Wave to,
            Fraction exact,
            BigDecimal rounded,
            Optional<Estimate> estimate,
            List<LocalizedText> caveats)
            implements TrendStep {

        public Change {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(exact, "exact");
            Objects.requireNonNull(rounded, "rounded");
            Objects.requireNonNull(estimate, "estimate");
            caveats = List.copyOf(caveats);
        }

        /**
         * Tells whether the data show a change.
         *
         * @return whether 0 lies outside the interval of the change; empty without one
         */
        public Optional<Boolean> isSignificant() {
            return estimate.map(found -> !found.interval().contains(0.0));
        }

        /**
         * Tests the change against none.
         *
         * @return t, degrees of freedom and p-value; empty without an error
         */
        public Optional<DifferenceTest> test() {
            return estimate.flatMap(DifferenceTest::of);
        }
    }

    /**
     * A change that was not computed.
     *
     * @param from the earlier wave
     * @param to the later wave
     * @param reasons why not: a series break, another method, a wave without a value; at least one
     */
    record Refused(Wave from, Wave to, List<LocalizedText> reasons) implements TrendStep {

        public Refused {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("reasons must not be empty");
            }
        }
    }

    /**
     * Returns the earlier wave.
     *
     * @return the wave
     */
    Wave from();

    /**
     * Returns the later wave.
     *
     * @return the wave
     */
    Wave to();
}
