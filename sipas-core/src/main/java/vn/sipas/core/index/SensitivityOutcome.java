package vn.sipas.core.index;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How one group fared over the variants.
 *
 * @param group the group
 * @param nominal the score as defined, in points; empty without a value
 * @param nominalRank the competition rank as defined; 0 without a value
 * @param computed the number of variants with a value
 * @param withoutValue the number of variants without one; with {@code computed} it sums to all variants
 * @param lowScore the 5th percentile of the scores
 * @param medianScore the median of the scores
 * @param highScore the 95th percentile of the scores
 * @param bestRank the 5th percentile of the ranks
 * @param medianRank the median of the ranks
 * @param worstRank the 95th percentile of the ranks
 * @param sameRank the share of computed variants with the nominal rank; in the closed interval [0, 1]
 */
public record SensitivityOutcome(
        String group,
        OptionalDouble nominal,
        int nominalRank,
        long computed,
        long withoutValue,
        OptionalDouble lowScore,
        OptionalDouble medianScore,
        OptionalDouble highScore,
        OptionalDouble bestRank,
        OptionalDouble medianRank,
        OptionalDouble worstRank,
        OptionalDouble sameRank) {

    public SensitivityOutcome {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(nominal, "nominal");
        Objects.requireNonNull(lowScore, "lowScore");
        Objects.requireNonNull(medianScore, "medianScore");
        Objects.requireNonNull(highScore, "highScore");
        Objects.requireNonNull(bestRank, "bestRank");
        Objects.requireNonNull(medianRank, "medianRank");
        Objects.requireNonNull(worstRank, "worstRank");
        Objects.requireNonNull(sameRank, "sameRank");
    }
}
