package vn.sipas.core.rating;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;

/**
 * The points of a unit for a criterion.
 *
 * @param criterion the criterion, at any depth
 * @param points the points counted, absent if they are missing
 * @param entry the self-score and the appraised score, as far as there are any
 */
public record CriterionResult(Criterion criterion, Optional<Fraction> points, PointsEntry entry) {

    public CriterionResult {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(points, "points");
        Objects.requireNonNull(entry, "entry");
    }

    /**
     * Returns what is still available.
     *
     * @return the maximum less the points
     */
    public Fraction available() {
        return criterion.maximum().minus(points.orElse(Fraction.ZERO));
    }
}
