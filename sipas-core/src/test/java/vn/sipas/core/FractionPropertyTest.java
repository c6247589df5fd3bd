package vn.sipas.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FractionPropertyTest {

    @Property
    void textReadsBackAsTheSameFraction(@ForAll long numerator, @ForAll @IntRange(min = 1) int denominator) {
        Fraction fraction = Fraction.of(numerator, denominator);
        assertEquals(fraction, Fraction.parse(fraction.toString()));
    }

    @Property
    void isInLowestTermsWithAPositiveDenominator(@ForAll int numerator, @ForAll int denominator) {
        if (denominator == 0) {
            assertThrows(IllegalArgumentException.class, () -> Fraction.of(numerator, denominator));
            return;
        }
        Fraction fraction = Fraction.of(numerator, denominator);
        assertTrue(fraction.denominator().signum() > 0);
        assertEquals(
                BigInteger.ONE, fraction.numerator().gcd(fraction.denominator()).max(BigInteger.ONE));
    }

    @Property
    void decimalsAreTakenExactly(@ForAll BigDecimal decimal) {
        assertEquals(0, decimal.compareTo(exact(Fraction.of(decimal))));
    }

    @Property
    void subtractionUndoesAdditionAndDivisionUndoesMultiplication(
            @ForAll int a, @ForAll @IntRange(min = 1) int b, @ForAll @IntRange(min = 1) int c) {
        Fraction left = Fraction.of(a, b);
        Fraction right = Fraction.of(c, b);
        assertEquals(left, left.plus(right).minus(right));
        assertEquals(left, left.times(right).dividedBy(right));
    }

    @Property
    void ordersAsTheExactQuotientsDo(
            @ForAll int a, @ForAll @IntRange(min = 1) int b, @ForAll int c, @ForAll @IntRange(min = 1) int d) {
        int expected = BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(d))
                .compareTo(BigInteger.valueOf(c).multiply(BigInteger.valueOf(b)));
        assertEquals(expected, Fraction.of(a, b).compareTo(Fraction.of(c, d)));
    }

    @Example
    void nineNinthsAreOneButNineTimesElevenHundredthsAreNot() {
        assertEquals(Fraction.ONE, Fraction.sum(Collections.nCopies(9, Fraction.parse("1/9"))));
        assertEquals(Fraction.parse("0.99"), Fraction.sum(Collections.nCopies(9, Fraction.parse("0.11"))));
    }

    @Example
    void refusesOtherForms() {
        for (String text : new String[] {"", "1/", "/9", "1e3", "0x1", "1,5", "1/0", "NaN", "1".repeat(61)}) {
            assertThrows(IllegalArgumentException.class, () -> Fraction.parse(text), text);
        }
    }

    private static BigDecimal exact(Fraction fraction) {
        return new BigDecimal(fraction.numerator()).divide(new BigDecimal(fraction.denominator()));
    }
}
