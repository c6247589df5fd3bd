package vn.sipas.core.index;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles and tails of Student's distribution, the normal one for infinite degrees of freedom. */
final class IndexQuantiles {

    private IndexQuantiles() {}

    /** Returns the two-sided quantile of a level of confidence. */
    static double student(double df, double level) {
        return distribution(df).inverseSurvivalProbability((1.0 - level) / 2.0);
    }

    /** Returns the probability of a value at least as far from 0 as {@code t}. */
    static double twoSided(double df, double t) {
        return 2.0 * distribution(df).survivalProbability(Math.abs(t));
    }

    private static ContinuousDistribution distribution(double df) {
        return Double.isInfinite(df) ? NormalDistribution.of(0.0, 1.0) : TDistribution.of(df);
    }
}
