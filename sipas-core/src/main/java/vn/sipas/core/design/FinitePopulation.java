package vn.sipas.core.design;

import java.util.OptionalDouble;

/**
 * How many units there were to draw from, which shrinks the sampling error by {@code 1 − n/N}. A commune office knows
 * its number of cases, and its sample is often a large part of it.
 */
public sealed interface FinitePopulation {

    /** The population is so large, or so little known, that no correction is made. */
    record Unlimited() implements FinitePopulation {

        @Override
        public double remaining(long sampled) {
            return 1.0;
        }

        @Override
        public OptionalDouble size(long sampled) {
            return OptionalDouble.empty();
        }
    }

    /**
     * A known number of units.
     *
     * @param units the number of units N, in the half-open interval [1, ∞)
     */
    record Size(double units) implements FinitePopulation {

        public Size {
            if (!(units >= 1.0) || Double.isInfinite(units)) {
                throw new IllegalArgumentException("units must be at least 1 and finite, was " + units);
            }
        }

        @Override
        public double remaining(long sampled) {
            return Math.max(0.0, (units - sampled) / units);
        }

        @Override
        public OptionalDouble size(long sampled) {
            return OptionalDouble.of(units);
        }
    }

    /**
     * A known sampling fraction.
     *
     * @param fraction the share n/N of the units that was drawn, in the half-open interval (0, 1]
     */
    record SamplingFraction(double fraction) implements FinitePopulation {

        public SamplingFraction {
            if (!(fraction > 0.0 && fraction <= 1.0)) {
                throw new IllegalArgumentException("fraction must be in (0, 1], was " + fraction);
            }
        }

        @Override
        public double remaining(long sampled) {
            return 1.0 - fraction;
        }

        @Override
        public OptionalDouble size(long sampled) {
            return OptionalDouble.of(sampled / fraction);
        }
    }

    /**
     * Returns the finite population correction.
     *
     * @param sampled the number of units drawn n, at least 0
     * @return {@code 1 − n/N}, in the closed interval [0, 1]
     */
    double remaining(long sampled);

    /**
     * Returns the number of units in the population.
     *
     * @param sampled the number of units drawn, at least 0
     * @return N, empty if unlimited
     */
    OptionalDouble size(long sampled);

    /**
     * Tells whether that many units can have been drawn from it.
     *
     * @param sampled the number of units drawn
     * @return whether {@code n ≤ N}
     */
    default boolean covers(long sampled) {
        OptionalDouble size = size(sampled);
        return size.isEmpty() || sampled <= size.getAsDouble();
    }

    /**
     * Returns the population without limit.
     *
     * @return no correction
     */
    static FinitePopulation unlimited() {
        return new Unlimited();
    }

    /**
     * Makes a population of known size.
     *
     * @param units the number of units, in the half-open interval [1, ∞)
     * @return the population
     */
    static FinitePopulation ofSize(double units) {
        return new Size(units);
    }

    /**
     * Makes a population from a sampling fraction.
     *
     * @param fraction the share of the units that was drawn, in the half-open interval (0, 1]
     * @return the population
     */
    static FinitePopulation ofFraction(double fraction) {
        return new SamplingFraction(fraction);
    }
}
