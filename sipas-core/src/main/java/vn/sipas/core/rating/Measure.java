package vn.sipas.core.rating;

import java.util.Objects;
import vn.sipas.core.Fraction;

/** A number computed from facts that a rule turns into points or a gate compares with a limit. */
public sealed interface Measure {

    /**
     * A quantity as it is.
     *
     * @param quantity the quantity
     */
    record Amount(Quantity quantity) implements Measure {

        public Amount {
            Objects.requireNonNull(quantity, "quantity");
        }
    }

    /**
     * A ratio: {@code scale · part / whole}. Without a case, when the whole is 0, it has no value.
     *
     * @param part the part
     * @param whole the whole
     * @param scale 1 for a share, 100 for a percentage; more than 0
     */
    record Ratio(Quantity part, Quantity whole, Fraction scale) implements Measure {

        public Ratio {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(whole, "whole");
            Require.that(scale.signum() > 0, "scale", "more than 0", scale);
        }
    }

    /**
     * The complement statistic of Decision 766/QĐ-TTg: {@code scale · (all − negative) / all}. Who says nothing counts
     * as satisfied, so it is never comparable with expressed satisfaction. Without a case it has no value.
     *
     * @param all all cases
     * @param negative the cases with a negative answer, a complaint or a delay, each counted once
     * @param scale 1 for a share, 100 for a percentage; more than 0
     */
    record Complement(Quantity all, Quantity negative, Fraction scale) implements Measure {

        public Complement {
            Objects.requireNonNull(all, "all");
            Objects.requireNonNull(negative, "negative");
            Require.that(scale.signum() > 0, "scale", "more than 0", scale);
        }
    }
}
