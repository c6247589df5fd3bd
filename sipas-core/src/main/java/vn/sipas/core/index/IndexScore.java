package vn.sipas.core.index;

import java.math.BigDecimal;
import java.util.Objects;
import vn.sipas.core.Fraction;
import vn.sipas.core.RoundingRule;

/**
 * A score, in percent or points of 100.
 *
 * <p>Without design weights the score is the exact quotient of counts. With weights an item is the {@code double}
 * nearest to its quotient, as is a geometric mean, and everything above them is computed from these values exactly.
 *
 * @param exact the unrounded score, in the closed interval [0, 100]
 * @param rounded the published score, rounded once from the exact one
 */
public record IndexScore(Fraction exact, BigDecimal rounded) implements IndexValue {

    static final Fraction HUNDRED = Fraction.of(100, 1);

    public IndexScore {
        Objects.requireNonNull(rounded, "rounded");
        if (exact.signum() < 0 || exact.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("exact must be in [0, 100], was " + exact);
        }
    }

    /**
     * Makes a score.
     *
     * @param exact the unrounded score, in the closed interval [0, 100]
     * @param rule how it is rounded
     * @return the score
     */
    public static IndexScore of(Fraction exact, RoundingRule rule) {
        return new IndexScore(exact, exact.round(rule));
    }

    /**
     * Returns the unrounded score.
     *
     * @return the nearest {@code double}, in the closed interval [0, 100]
     */
    public double value() {
        return exact.doubleValue();
    }

    /**
     * Returns the published score.
     *
     * @return the rounded score without exponent
     */
    @Override
    public String toString() {
        return rounded.toPlainString();
    }
}
