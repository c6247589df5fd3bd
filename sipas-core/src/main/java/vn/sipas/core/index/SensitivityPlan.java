package vn.sipas.core.index;

import java.util.List;

/**
 * What a sensitivity analysis varies.
 *
 * @param draws how many random variants, in the closed interval [1, 1000000]
 * @param seed where the random numbers start; equal seeds give equal results
 * @param weightSpread how far each weight moves before the weights of a node are scaled back to one: by a factor drawn evenly
 *     from [1 − spread, 1 + spread]; in the half-open interval [0, 1)
 * @param means the means that each node with weights is drawn from; empty to keep each node's own
 * @param statistics the item statistics that each variant is drawn from; empty to keep that of the definition. Items with a
 *     statistic of their own keep it
 */
public record SensitivityPlan(
        int draws, long seed, double weightSpread, List<MeanKind> means, List<ItemStatistic> statistics) {

    /** The greatest number of draws. */
    public static final int MAX_DRAWS = 1_000_000;

    public SensitivityPlan {
        means = List.copyOf(means);
        statistics = List.copyOf(statistics);
        if (draws < 1 || draws > MAX_DRAWS) {
            throw new IllegalArgumentException("draws must be in [1, " + MAX_DRAWS + "], was " + draws);
        }
        if (!(weightSpread >= 0.0 && weightSpread < 1.0)) {
            throw new IllegalArgumentException("weightSpread must be in [0, 1), was " + weightSpread);
        }
    }

    /**
     * Returns a plan that varies everything: 1,000 draws, weights by a quarter, every mean and both item statistics.
     *
     * @param seed where the random numbers start
     * @return the plan
     */
    public static SensitivityPlan everything(long seed) {
        return new SensitivityPlan(1000, seed, 0.25, List.of(MeanKind.values()), List.of(ItemStatistic.values()));
    }

    /**
     * Returns a plan that varies the weights only: 1,000 draws, means and statistic as defined.
     *
     * @param seed where the random numbers start
     * @param weightSpread how far each weight moves, in the half-open interval [0, 1)
     * @return the plan
     */
    public static SensitivityPlan weightsOnly(long seed, double weightSpread) {
        return new SensitivityPlan(1000, seed, weightSpread, List.of(), List.of());
    }
}
