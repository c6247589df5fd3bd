package vn.sipas.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * How a method rounds: once, at the end.
 *
 * <p>A method version names its rule, and results keep the unrounded value beside the rounded one.
 *
 * @param decimals the number of decimals kept, in the closed interval [0, 12]
 * @param mode which way ties and remainders go
 */
public record RoundingRule(int decimals, RoundingMode mode) {

    /** Two decimals, ties away from zero: how SIPAS announcements print percentages. */
    public static final RoundingRule TWO_DECIMALS_HALF_UP = new RoundingRule(2, RoundingMode.HALF_UP);

    public RoundingRule {
        Objects.requireNonNull(mode, "mode");
        if (decimals < 0 || decimals > 12) {
            throw new IllegalArgumentException("decimals must be in [0, 12], was " + decimals);
        }
        if (mode == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("mode must be one that can round, was UNNECESSARY");
        }
    }

    /**
     * Rounds a decimal.
     *
     * @param value the value
     * @return the rounded value
     */
    public BigDecimal round(BigDecimal value) {
        return value.setScale(decimals, mode);
    }

    /**
     * Rounds the shortest decimal that denotes a {@code double}, so that 0.125 read from a file rounds as the reader
     * sees it.
     *
     * @param value a finite value
     * @return the rounded value
     * @throws IllegalArgumentException if the value is infinite or not a number
     */
    public BigDecimal round(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite, was " + value);
        }
        return round(BigDecimal.valueOf(value));
    }
}
