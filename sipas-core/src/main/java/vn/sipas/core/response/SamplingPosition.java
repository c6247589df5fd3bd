package vn.sipas.core.response;

import java.util.Optional;

/**
 * Where a respondent stands in the sample.
 *
 * @param weight the design weight: how many members of the population the respondent stands for; positive and finite
 * @param stratum the stratum, if the sample is stratified
 * @param psu the primary sampling unit, nested in the stratum, if the sample is clustered
 */
public record SamplingPosition(double weight, Optional<String> stratum, Optional<String> psu) {

    private static final SamplingPosition SIMPLE = new SamplingPosition(1.0, Optional.empty(), Optional.empty());

    public SamplingPosition {
        if (!(weight > 0.0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight must be positive and finite, was " + weight);
        }
    }

    /**
     * Returns the position of a respondent in a simple random sample.
     *
     * @return weight 1, no stratum, no primary sampling unit
     */
    public static SamplingPosition simple() {
        return SIMPLE;
    }
}
