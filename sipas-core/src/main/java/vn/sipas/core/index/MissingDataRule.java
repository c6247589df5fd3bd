package vn.sipas.core.index;

import java.util.Objects;
import vn.sipas.core.Fraction;

/**
 * How many components of a node must have a value before the node has one.
 *
 * <p>If enough are present but not all, the weights of those present are scaled up to one and the result carries a
 * warning; if too few are present, the node has {@link NoValue}. The share counts components, not weights. Screening
 * per node keeps a factor without answers from hiding behind an otherwise complete form.
 *
 * @param minimumShare the smallest share of components with a value, in the half-open interval (0, 1]
 */
public record MissingDataRule(Fraction minimumShare) {

    private static final MissingDataRule COMPLETE = new MissingDataRule(Fraction.ONE);

    public MissingDataRule {
        Objects.requireNonNull(minimumShare, "minimumShare");
        if (minimumShare.signum() <= 0 || minimumShare.compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("minimumShare must be in (0, 1], was " + minimumShare);
        }
    }

    /**
     * Returns the strictest rule: every component must have a value.
     *
     * @return the rule
     */
    public static MissingDataRule complete() {
        return COMPLETE;
    }

    /**
     * Returns a rule that accepts gaps.
     *
     * @param numerator the numerator of the smallest share
     * @param denominator the denominator of the smallest share, not 0
     * @return the rule
     * @throws IllegalArgumentException if the share is outside (0, 1]
     */
    public static MissingDataRule atLeast(long numerator, long denominator) {
        return new MissingDataRule(Fraction.of(numerator, denominator));
    }

    /**
     * Tells whether enough components have a value.
     *
     * @param present the number of components with a value, in the closed interval [0, total]
     * @param total the number of components, at least 1
     * @return whether {@code present ÷ total} reaches the smallest share; never with no component present
     */
    public boolean isMetBy(int present, int total) {
        if (total < 1 || present < 0 || present > total) {
            throw new IllegalArgumentException(
                    "present must be in [0, total] and total at least 1, were " + present + " and " + total);
        }
        return present > 0 && Fraction.of(present, total).compareTo(minimumShare) >= 0;
    }

    /**
     * Returns the smallest number of components that meets the rule.
     *
     * @param total the number of components, at least 1
     * @return at least 1 and at most {@code total}
     */
    public int needed(int total) {
        int needed = 1;
        while (!isMetBy(needed, total)) {
            needed++;
        }
        return needed;
    }
}
