package vn.sipas.core.estimate;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of the distributions behind the intervals. */
final class Quantiles {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0.0, 1.0);
    private static final int POLISH_STEPS = 3;

    private Quantiles() {}

    /** Returns the two-sided quantile of Student's t, or of the normal distribution for infinite df. */
    static double student(double df, double level) {
        double tail = (1.0 - level) / 2.0;
        if (Double.isInfinite(df)) {
            return -NORMAL.inverseCumulativeProbability(tail);
        }
        return -polished(TDistribution.of(df), tail);
    }

    /** Returns the probability of a value at least as far from 0 as t under Student's t, or under the normal distribution. */
    static double twoSided(double df, double t) {
        double tail = Double.isInfinite(df)
                ? NORMAL.survivalProbability(Math.abs(t))
                : TDistribution.of(df).survivalProbability(Math.abs(t));
        return Math.min(1.0, 2.0 * tail);
    }

    static double beta(double probability, double alpha, double beta) {
        BetaDistribution distribution = BetaDistribution.of(alpha, beta);
        double quantile = probability <= 0.5
                ? distribution.inverseCumulativeProbability(probability)
                : distribution.inverseSurvivalProbability(1.0 - probability);
        return Math.min(1.0, Math.max(0.0, polished(distribution, probability, quantile)));
    }

    private static double polished(ContinuousDistribution distribution, double probability) {
        return polished(distribution, probability, distribution.inverseCumulativeProbability(probability));
    }

    /** Newton steps, because the root finder of the library stops at an absolute accuracy. */
    private static double polished(ContinuousDistribution distribution, double probability, double start) {
        double quantile = start;
        for (int i = 0; i < POLISH_STEPS; i++) {
            double density = distribution.density(quantile);
            if (!(density > 0.0) || Double.isInfinite(density)) {
                return quantile;
            }
            double miss = probability <= 0.5
                    ? distribution.cumulativeProbability(quantile) - probability
                    : (1.0 - probability) - distribution.survivalProbability(quantile);
            double next = quantile - miss / density;
            if (!(next > distribution.getSupportLowerBound() && next < distribution.getSupportUpperBound())) {
                return quantile;
            }
            quantile = next;
        }
        return quantile;
    }
}
