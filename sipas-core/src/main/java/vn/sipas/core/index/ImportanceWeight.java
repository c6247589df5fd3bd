package vn.sipas.core.index;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import vn.sipas.core.Fraction;

/**
 * How much a component counts in the node above it (trọng số của tiêu chí), as an exact fraction.
 *
 * <p>Not to be confused with the design weight of a respondent. The weights of the components of a node sum to exactly
 * one; nine weights written as {@code 1/9} do, nine written as 0.11 do not.
 *
 * @param value the weight, in the half-open interval (0, 1]
 */
public record ImportanceWeight(Fraction value) {

    public ImportanceWeight {
        Objects.requireNonNull(value, "value");
        if (value.signum() <= 0 || value.compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("value must be in (0, 1], was " + value);
        }
    }

    /**
     * Makes a weight.
     *
     * @param numerator the numerator
     * @param denominator the denominator, not 0
     * @return the weight
     * @throws IllegalArgumentException if the fraction is outside (0, 1]
     */
    public static ImportanceWeight of(long numerator, long denominator) {
        return new ImportanceWeight(Fraction.of(numerator, denominator));
    }

    /**
     * Reads {@code 1/9} or {@code 0.25}.
     *
     * @param text a fraction or a decimal
     * @return the weight
     * @throws IllegalArgumentException if the text has another form or lies outside (0, 1]
     */
    public static ImportanceWeight parse(String text) {
        return new ImportanceWeight(Fraction.parse(text));
    }

    /**
     * Makes equal weights.
     *
     * @param count the number of components, at least 1
     * @return {@code count} weights of {@code 1/count}
     */
    public static List<ImportanceWeight> equal(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, was " + count);
        }
        return Collections.nCopies(count, of(1, count));
    }

    /**
     * Makes weights in proportion to points, such as 20, 25, 20, 15 and 20.
     *
     * @param points positive amounts, at least one
     * @return the weights {@code points / Σ points}, which sum to exactly one
     * @throws IllegalArgumentException if there are no points or one is not positive
     */
    public static List<ImportanceWeight> inProportionTo(List<Fraction> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points must not be empty");
        }
        for (Fraction point : points) {
            if (point.signum() <= 0) {
                throw new IllegalArgumentException("points must be positive, one was " + point);
            }
        }
        Fraction sum = Fraction.sum(points);
        return points.stream()
                .map(point -> new ImportanceWeight(point.dividedBy(sum)))
                .toList();
    }

    static void requireSumOfOne(String node, List<ImportanceWeight> weights) {
        Fraction sum =
                Fraction.sum(weights.stream().map(ImportanceWeight::value).toList());
        if (!sum.equals(Fraction.ONE)) {
            throw new IllegalArgumentException("weights of node \"" + node + "\" must sum to exactly 1, summed to "
                    + described(sum) + ": write shares as fractions such as 1/" + weights.size()
                    + ", or derive them from points with ImportanceWeight.inProportionTo");
        }
    }

    private static String described(Fraction sum) {
        return sum.denominator().equals(BigInteger.ONE) ? sum.toString() : sum + " (" + sum.doubleValue() + ")";
    }

    /**
     * Returns the fraction, such as {@code 9/14}.
     *
     * @return the text, which {@link #parse} reads
     */
    @Override
    public String toString() {
        return value.toString();
    }
}
