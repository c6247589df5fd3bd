package vn.sipas.core.estimate;

import java.util.OptionalDouble;

/**
 * How much larger the variance is than that of a simple random sample of the same number of answers, in both definitions
 * of R {@code survey}.
 *
 * @param withReplacement variance ÷ (s²/n) with s² = Σw(y − ȳ)²/Σw · n/(n−1); R's {@code deff = "replace"}; empty where
 *     the answers do not vary
 * @param withoutReplacement variance ÷ (s²/n · (1 − n/Σw)); R's {@code deff = TRUE}; empty also where the weights do not
 *     sum to more than n, so that they do not describe a population
 */
public record DesignEffect(OptionalDouble withReplacement, OptionalDouble withoutReplacement) {

    static DesignEffect undefined() {
        return new DesignEffect(OptionalDouble.empty(), OptionalDouble.empty());
    }
}
