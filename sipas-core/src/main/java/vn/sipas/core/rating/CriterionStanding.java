package vn.sipas.core.rating;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;

/**
 * How the units of a year did on a criterion.
 *
 * @param criterion the criterion
 * @param units the number of units with points for it
 * @param meanShare the mean of points divided by the maximum, absent if no unit has points
 * @param atMaximum the number of units with the maximum
 */
public record CriterionStanding(Criterion criterion, int units, Optional<Fraction> meanShare, int atMaximum) {

    public CriterionStanding {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(meanShare, "meanShare");
    }
}
