package vn.sipas.core.rating;

import java.util.Optional;
import vn.sipas.core.Fraction;

/**
 * The points given for a criterion; both are kept.
 *
 * @param self the self-score of the unit (điểm tự chấm), if there is one
 * @param appraised the score of the appraisal council (điểm thẩm định), if there is one
 */
public record PointsEntry(Optional<Fraction> self, Optional<Fraction> appraised) {

    static final PointsEntry NONE = new PointsEntry(Optional.empty(), Optional.empty());
}
