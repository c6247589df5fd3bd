package vn.sipas.core.estimate;

import java.util.Optional;

/**
 * The test of a difference against none: two domains of a sample, two waves, or two nodes of an index.
 *
 * <p>With the t interval {@code t = d ÷ se(d)}, as {@code svyttest} of R {@code survey} has it. Where a part of the
 * difference is unanimous its standard error understates, and t is the distance from 0 in units of the reach of the interval
 * towards 0 ({@code t = d ÷ reach · t_level}), so that the test always agrees with the interval: the p-value is below 1 −
 * level exactly where 0 lies outside.
 *
 * <p>The degrees of freedom are those of the estimate, units minus strata. R's {@code svyttest} takes one off more, for the
 * slope of the regression it makes of the test; its t is the same.
 *
 * @param t the statistic; its sign is that of the difference
 * @param df the degrees of freedom, in the half-open interval (0, ∞]
 * @param pValue the two-sided probability of a difference at least as large if there is none, in [0, 1]
 */
public record DifferenceTest(double t, double df, double pValue) {

    public DifferenceTest {
        if (Double.isNaN(t)) {
            throw new IllegalArgumentException("t must be a number, was " + t);
        }
        if (!(df > 0.0)) {
            throw new IllegalArgumentException("df must be in (0, ∞], was " + df);
        }
        if (!(pValue >= 0.0 && pValue <= 1.0)) {
            throw new IllegalArgumentException("pValue must be in [0, 1], was " + pValue);
        }
    }

    /**
     * Tests a difference.
     *
     * @param difference what {@link Estimator#difference}, {@link Estimate#independentDifference} or {@link
     *     Estimate#difference} gave
     * @return the test; empty without degrees of freedom, and where the interval has no width although the parts differ or
     *     not, so that there is nothing to measure a difference by
     */
    public static Optional<DifferenceTest> of(Estimate difference) {
        double value = difference.value();
        double reach = value >= 0.0
                ? value - difference.interval().lower()
                : difference.interval().upper() - value;
        if (!(difference.df() > 0.0) || !(reach > 0.0) || Double.isInfinite(reach)) {
            return Optional.empty();
        }
        double t = difference.method().equals(Estimate.COMBINED)
                ? value / reach * Quantiles.student(difference.df(), difference.level())
                : value / difference.standardError();
        return Optional.of(new DifferenceTest(t, difference.df(), Quantiles.twoSided(difference.df(), t)));
    }

    /**
     * Tells whether the data show a difference.
     *
     * @param level the level of confidence, in the open interval (0, 1)
     * @return whether the p-value is below 1 − level
     */
    public boolean isSignificant(double level) {
        if (!(level > 0.0 && level < 1.0)) {
            throw new IllegalArgumentException("level must be in (0, 1), was " + level);
        }
        return pValue < 1.0 - level;
    }
}
