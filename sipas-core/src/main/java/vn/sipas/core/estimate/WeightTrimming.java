package vn.sipas.core.estimate;

import java.util.Arrays;
import java.util.List;

/**
 * Weights cut to bounds, and what was cut off spread evenly over the weights within them, so that the sum stays: {@code
 * trimWeights} of R {@code survey}.
 *
 * <p>Trimming trades a little bias for less variance. Its effect is not part of any standard error.
 *
 * @param weights the trimmed weights, in the order given
 * @param trimmed how many weights were cut in the first round
 * @param rounds how many rounds were made; spreading can push weights over a bound, which a strict trimming repeats
 * @param withinBounds whether all weights lie within the bounds
 */
public record WeightTrimming(List<Double> weights, int trimmed, int rounds, boolean withinBounds) {

    private static final int MAXIMUM_ROUNDS = 1000;

    public WeightTrimming {
        weights = List.copyOf(weights);
    }

    /**
     * Trims weights.
     *
     * @param weights the weights, each in the open interval (0, ∞)
     * @param lower the least weight wanted, in the half-open interval [0, upper)
     * @param upper the greatest weight wanted, in the half-open interval (lower, ∞]
     * @param strict whether to repeat until all weights lie within the bounds
     * @return the trimmed weights; not within bounds if that is impossible, as when all weights would be cut
     */
    public static WeightTrimming of(double[] weights, double lower, double upper, boolean strict) {
        if (!(lower >= 0.0 && lower < upper)) {
            throw new IllegalArgumentException(
                    "lower must be in [0, upper), were lower " + lower + " and upper " + upper);
        }
        for (double weight : weights) {
            if (!(weight > 0.0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weights must be positive and finite, was " + weight);
            }
        }
        double[] current = weights.clone();
        int first = 0;
        int rounds = 0;
        int outside = outside(current, lower, upper);
        while (outside > 0 && outside < current.length && rounds < (strict ? MAXIMUM_ROUNDS : 1)) {
            first = rounds == 0 ? outside : first;
            double cut = 0.0;
            boolean[] inside = new boolean[current.length];
            for (int i = 0; i < current.length; i++) {
                double kept = Math.max(lower, Math.min(upper, current[i]));
                inside[i] = kept == current[i];
                cut += current[i] - kept;
                current[i] = kept;
            }
            double share = cut / (current.length - outside);
            for (int i = 0; i < current.length; i++) {
                current[i] += inside[i] ? share : 0.0;
            }
            rounds++;
            outside = outside(current, lower, upper);
        }
        return new WeightTrimming(
                Arrays.stream(current).boxed().toList(), first, rounds, outside(current, lower, upper) == 0);
    }

    private static int outside(double[] weights, double lower, double upper) {
        return (int) Arrays.stream(weights)
                .filter(weight -> weight < lower || weight > upper)
                .count();
    }
}
