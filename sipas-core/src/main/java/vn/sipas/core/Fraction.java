package vn.sipas.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact rational number, in lowest terms.
 *
 * <p>Importance weights are fractions so that nine weights of {@code 1/9} sum to exactly one. Weights typed as rounded
 * decimals do not: the Indonesian IKM note that wrote 0.11 for 1/9 arrived at 90.56 where 91.48 was right.
 *
 * @param numerator the numerator, which carries the sign
 * @param denominator the denominator, positive
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    /** Zero. */
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** One. */
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    private static final BigInteger FIVE = BigInteger.valueOf(5);
    private static final int MAX_DIGITS = 60;
    /** Numbers of at most so many bits, and their differences, fit a {@code long}. */
    private static final int LONG_BITS = 62;

    private static final Pattern FORM =
            Pattern.compile("([+-]?[0-9]{1," + MAX_DIGITS + "})\\s*/\\s*([0-9]{1," + MAX_DIGITS + "})");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?[0-9]{1," + MAX_DIGITS + "}(?:\\.[0-9]{1," + MAX_DIGITS + "})?");

    public Fraction {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("denominator must not be 0");
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
        if (numerator.bitLength() <= LONG_BITS && denominator.bitLength() <= LONG_BITS) {
            long above = numerator.longValue();
            long below = denominator.longValue();
            long divisor = below == 1 ? 1 : greatestCommonDivisor(Math.abs(above), below);
            if (divisor != 1) {
                numerator = BigInteger.valueOf(above / divisor);
                denominator = BigInteger.valueOf(below / divisor);
            }
        } else {
            BigInteger divisor = numerator.gcd(denominator);
            if (!divisor.equals(BigInteger.ONE)) {
                numerator = numerator.divide(divisor);
                denominator = denominator.divide(divisor);
            }
        }
    }

    /** Stein's algorithm; the second number is positive. */
    private static long greatestCommonDivisor(long first, long second) {
        if (first == 0) {
            return second;
        }
        int twos = Long.numberOfTrailingZeros(first | second);
        long odd = first >> Long.numberOfTrailingZeros(first);
        long rest = second;
        while (rest != 0) {
            rest >>= Long.numberOfTrailingZeros(rest);
            long smaller = Math.min(odd, rest);
            rest = Math.abs(odd - rest);
            odd = smaller;
        }
        return odd << twos;
    }

    /**
     * Makes a fraction.
     *
     * @param numerator the numerator
     * @param denominator the denominator, not 0
     * @return the fraction
     */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Makes a fraction from an exact decimal.
     *
     * @param value the decimal
     * @return the fraction
     */
    public static Fraction of(BigDecimal value) {
        return value.scale() <= 0
                ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /**
     * Reads {@code 1/9}, {@code 0.25} or {@code 20}. The inverse of {@link #toString()}.
     *
     * @param text a fraction or a decimal of at most 60 digits a part, without exponent
     * @return the fraction
     * @throws IllegalArgumentException if the text has another form or a denominator of 0
     */
    public static Fraction parse(String text) {
        String trimmed = text.trim();
        Matcher matcher = FORM.matcher(trimmed);
        if (matcher.matches()) {
            return new Fraction(new BigInteger(matcher.group(1)), new BigInteger(matcher.group(2)));
        }
        if (DECIMAL.matcher(trimmed).matches()) {
            return of(new BigDecimal(trimmed));
        }
        throw new IllegalArgumentException("a fraction is written like 1/9, 0.25 or 20");
    }

    /**
     * Returns the sum of fractions.
     *
     * @param fractions the fractions
     * @return the sum, zero if there are none
     */
    public static Fraction sum(Collection<Fraction> fractions) {
        Fraction sum = ZERO;
        for (Fraction fraction : fractions) {
            sum = sum.plus(fraction);
        }
        return sum;
    }

    /**
     * Adds.
     *
     * @param other the other summand
     * @return the sum
     */
    public Fraction plus(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * Subtracts.
     *
     * @param other the subtrahend
     * @return the difference
     */
    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    /**
     * Multiplies.
     *
     * @param other the other factor
     * @return the product
     */
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * Divides.
     *
     * @param other the divisor, not zero
     * @return the quotient
     * @throws IllegalArgumentException if the divisor is zero
     */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /**
     * Returns the sign.
     *
     * @return -1, 0 or 1
     */
    public int signum() {
        return numerator.signum();
    }

    /**
     * Returns the nearest {@code double}.
     *
     * @return the value
     */
    public double doubleValue() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    /**
     * Returns the exact decimal, where there is one.
     *
     * @return the shortest decimal of this value without exponent, absent if the expansion does not end, as of 1/9
     */
    public Optional<BigDecimal> exactDecimal() {
        BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
        }
        if (!rest.equals(BigInteger.ONE)) {
            return Optional.empty();
        }
        BigDecimal exact =
                new BigDecimal(numerator).divide(new BigDecimal(denominator)).stripTrailingZeros();
        return Optional.of(exact.scale() < 0 ? exact.setScale(0) : exact);
    }

    /**
     * Rounds once by a rule.
     *
     * @param rule the rule
     * @return the decimal
     */
    public BigDecimal round(RoundingRule rule) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), rule.decimals(), rule.mode());
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /**
     * Returns {@code numerator/denominator}, or the numerator alone for a whole number.
     *
     * @return the text, which {@link #parse} reads
     */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
