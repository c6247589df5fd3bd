package vn.sipas.core.rating;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.Fraction;

/**
 * Bonus points (điểm thưởng, điểm cộng).
 *
 * @param criteria what earns them, at least one
 * @param cap the most bonus points together, more than 0
 * @param reach whether they may lift the total above the scheme's total
 */
public record Bonus(List<Criterion> criteria, Fraction cap, Reach reach) {

    /** How far bonus points lift a total. */
    public enum Reach {
        /** They come on top: 98 and 5 make 103. */
        ON_TOP,
        /** The total of the scheme stays the limit: 98 and 5 make 100. */
        WITHIN_TOTAL
    }

    public Bonus {
        criteria = List.copyOf(criteria);
        Require.filled("criteria", criteria);
        Require.that(cap.signum() > 0, "cap", "more than 0", cap);
        Objects.requireNonNull(reach, "reach");
    }
}
