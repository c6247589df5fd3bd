package vn.sipas.core.design;

/**
 * How many members of the population a respondent stands for (trọng số thiết kế). Not to be confused with the
 * importance weight of an indicator.
 *
 * @param value the weight, in the open interval (0, ∞)
 */
public record DesignWeight(double value) implements Comparable<DesignWeight> {

    /** The weight of a respondent who stands for one member of the population. */
    public static final DesignWeight ONE = new DesignWeight(1.0);

    public DesignWeight {
        if (!(value > 0.0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("value must be positive and finite, was " + value);
        }
    }

    /**
     * Makes a weight.
     *
     * @param value the weight, in the open interval (0, ∞)
     * @return the weight
     */
    public static DesignWeight of(double value) {
        return new DesignWeight(value);
    }

    /**
     * Makes the weight of a respondent who was drawn with a known probability.
     *
     * @param probability the probability of inclusion, in the half-open interval (0, 1]
     * @return one divided by the probability
     */
    public static DesignWeight ofInclusionProbability(double probability) {
        if (!(probability > 0.0 && probability <= 1.0)) {
            throw new IllegalArgumentException("probability must be in (0, 1], was " + probability);
        }
        return new DesignWeight(1.0 / probability);
    }

    /**
     * Multiplies by a factor, as post-stratification and raking do.
     *
     * @param factor the factor, in the open interval (0, ∞)
     * @return the product
     */
    public DesignWeight times(double factor) {
        return new DesignWeight(value * factor);
    }

    @Override
    public int compareTo(DesignWeight other) {
        return Double.compare(value, other.value);
    }
}
