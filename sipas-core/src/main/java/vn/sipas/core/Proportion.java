package vn.sipas.core;

/**
 * A share of a whole.
 *
 * @param value the share, in the closed interval [0, 1]
 */
public record Proportion(double value) implements Comparable<Proportion> {

    public Proportion {
        if (!(value >= 0.0 && value <= 1.0)) {
            throw new IllegalArgumentException("value must be in [0, 1], was " + value);
        }
        value = value + 0.0; // -0.0 becomes 0.0
    }

    /**
     * Makes a proportion.
     *
     * @param value the share, in the closed interval [0, 1]
     * @return the proportion
     */
    public static Proportion of(double value) {
        return new Proportion(value);
    }

    /**
     * Makes a proportion from a count.
     *
     * @param part the part, in the closed interval [0, whole]
     * @param whole the whole, at least 1
     * @return the proportion
     * @throws IllegalArgumentException if part or whole is outside its interval
     */
    public static Proportion of(long part, long whole) {
        if (whole < 1 || part < 0 || part > whole) {
            throw new IllegalArgumentException(
                    "part must be in [0, whole] and whole at least 1, were " + part + " and " + whole);
        }
        return new Proportion((double) part / whole);
    }

    /**
     * Returns the percentage.
     *
     * @return the share times 100
     */
    public double percent() {
        return value * 100.0;
    }

    /**
     * Returns one minus this share.
     *
     * @return the rest
     */
    public Proportion complement() {
        return new Proportion(1.0 - value);
    }

    @Override
    public int compareTo(Proportion other) {
        return Double.compare(value, other.value);
    }
}
