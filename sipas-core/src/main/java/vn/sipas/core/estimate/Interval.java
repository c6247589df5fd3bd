package vn.sipas.core.estimate;

/**
 * A confidence interval.
 *
 * @param lower the lower bound, at most the upper bound; may be -∞
 * @param upper the upper bound; may be ∞
 */
public record Interval(double lower, double upper) {

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower must be at most upper, were " + lower + " and " + upper);
        }
    }

    /**
     * Returns the length.
     *
     * @return upper minus lower, at least 0
     */
    public double width() {
        return upper - lower;
    }

    /**
     * Tells whether a value lies in it.
     *
     * @param value the value
     * @return whether {@code lower ≤ value ≤ upper}
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
