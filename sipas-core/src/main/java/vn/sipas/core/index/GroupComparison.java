package vn.sipas.core.index;

import java.util.Objects;

/**
 * Two ranked groups compared.
 *
 * @param first one group
 * @param second the other group
 * @param difference the score of the first less that of the second, in points
 * @param reach the half width of the interval of the difference at the level of confidence of the estimates, unadjusted
 * @param pValue the probability of a difference at least as large if there is none, in the closed interval [0, 1]
 * @param holmPValue the same after Holm's correction for all pairs of the ranking
 * @param separated whether {@code holmPValue} is at most 1 minus the level of confidence
 */
public record GroupComparison(
        String first,
        String second,
        double difference,
        double reach,
        double pValue,
        double holmPValue,
        boolean separated) {

    public GroupComparison {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }
}
