package vn.sipas.core.design;

import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many answers are needed for a margin of error, and by which formula.
 *
 * <p>Immutable.
 *
 * @param formula the formula
 * @param exact the unrounded size, after inflation by the design effect, positive
 * @param margin the half-width of the interval aimed at, in the open interval (0, 1)
 * @param designEffect the design effect that the size was multiplied by, in the open interval (0, ∞)
 */
public record SampleSize(Formula formula, double exact, double margin, double designEffect) {

    /** The formula behind a size. */
    public enum Formula {
        /**
         * {@code n = N / (1 + N·e²)} (Yamane 1967), which Decision 1383/QĐ-BNV of 28 December 2012 prescribes. It stands
         * for a level of 95 %, an even split and a quantile of 2.
         */
        YAMANE,
        /** {@code n0 = z²·p·(1−p)/e²}, then {@code n = n0 / (1 + (n0 − 1)/N)} (Cochran 1977, §4.4). */
        COCHRAN
    }

    public SampleSize {
        Objects.requireNonNull(formula, "formula");
        if (!(exact > 0.0) || Double.isInfinite(exact)) {
            throw new IllegalArgumentException("exact must be positive and finite, was " + exact);
        }
        checkMargin(margin);
        checkDesignEffect(designEffect);
    }

    /**
     * Sizes a sample by the formula of Decision 1383/QĐ-BNV.
     *
     * @param population the number of transactions of the service in the period N, at least 1
     * @param margin the margin e, in the open interval (0, 1); the decision takes 0.05
     * @return the size
     */
    public static SampleSize yamane(long population, double margin) {
        checkPopulation(population);
        checkMargin(margin);
        return new SampleSize(Formula.YAMANE, population / (1.0 + population * margin * margin), margin, 1.0);
    }

    /**
     * Sizes a sample for a share.
     *
     * @param population the population to draw from
     * @param margin the half-width of the interval e, in the open interval (0, 1)
     * @param level the level of confidence, in the open interval (0, 1)
     * @param expectedShare the share p that is expected, in the open interval (0, 1); 0.5 asks for the largest sample
     * @return the size
     */
    public static SampleSize cochran(FinitePopulation population, double margin, double level, double expectedShare) {
        checkMargin(margin);
        checkShare(expectedShare);
        double z = quantile(level);
        double unlimited = z * z * expectedShare * (1.0 - expectedShare) / (margin * margin);
        OptionalDouble size = knownSize(population);
        double exact = size.isPresent() ? unlimited / (1.0 + (unlimited - 1.0) / size.getAsDouble()) : unlimited;
        return new SampleSize(Formula.COCHRAN, exact, margin, 1.0);
    }

    /**
     * Returns the size for a design that is less efficient than a simple random sample, by multiplying with the design
     * effect.
     *
     * @param effect the design effect, in the open interval (0, ∞)
     * @return the inflated size
     */
    public SampleSize inflatedBy(double effect) {
        checkDesignEffect(effect);
        return new SampleSize(formula, exact * effect, margin, designEffect * effect);
    }

    /**
     * Returns the number of answers needed: the exact size rounded up.
     *
     * @return at least 1
     */
    public long required() {
        // a size such as 400.00000000000006 is 400 and an artefact of binary fractions
        double nearest = Math.rint(exact);
        return Math.max(1L, (long) (Math.abs(exact - nearest) < 1e-9 * nearest ? nearest : Math.ceil(exact)));
    }

    /**
     * Returns the margin that a sample of a given size reached for a share: {@code e = z·√(p(1−p)·deff/n · (N−n)/(N−1))}.
     *
     * @param answers the number of answers n, at least 1 and at most N
     * @param population the population that was drawn from
     * @param level the level of confidence, in the open interval (0, 1)
     * @param share the share p, in the open interval (0, 1)
     * @param designEffect the design effect, in the open interval (0, ∞)
     * @return the half-width of the interval, 0 for a census
     */
    public static double achievedMargin(
            long answers, FinitePopulation population, double level, double share, double designEffect) {
        if (answers < 1) {
            throw new IllegalArgumentException("answers must be at least 1, was " + answers);
        }
        if (!population.covers(answers)) {
            throw new IllegalArgumentException("answers must be at most the population, was " + answers);
        }
        checkShare(share);
        checkDesignEffect(designEffect);
        OptionalDouble size = population.size(answers);
        double correction = 1.0;
        if (size.isPresent()) {
            double units = size.getAsDouble();
            correction = units <= 1.0 ? 0.0 : (units - answers) / (units - 1.0);
        }
        return quantile(level) * Math.sqrt(share * (1.0 - share) * designEffect / answers * correction);
    }

    private static OptionalDouble knownSize(FinitePopulation population) {
        if (population instanceof FinitePopulation.SamplingFraction) {
            throw new IllegalArgumentException("population must be a size, a fraction does not say how many there are");
        }
        return population.size(0);
    }

    private static double quantile(double level) {
        if (!(level > 0.0 && level < 1.0)) {
            throw new IllegalArgumentException("level must be in (0, 1), was " + level);
        }
        return -NormalDistribution.of(0.0, 1.0).inverseCumulativeProbability((1.0 - level) / 2.0);
    }

    private static void checkPopulation(long population) {
        if (population < 1) {
            throw new IllegalArgumentException("population must be at least 1, was " + population);
        }
    }

    private static void checkMargin(double margin) {
        if (!(margin > 0.0 && margin < 1.0)) {
            throw new IllegalArgumentException("margin must be in (0, 1), was " + margin);
        }
    }

    private static void checkShare(double share) {
        if (!(share > 0.0 && share < 1.0)) {
            throw new IllegalArgumentException("share must be in (0, 1), was " + share);
        }
    }

    private static void checkDesignEffect(double effect) {
        if (!(effect > 0.0) || Double.isInfinite(effect)) {
            throw new IllegalArgumentException("designEffect must be positive and finite, was " + effect);
        }
    }
}
