package vn.sipas.core.rating;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;

/** How this package writes exact numbers. */
final class Decimals {

    private static final BigInteger FIVE = BigInteger.valueOf(5);
    private static final int SHOWN = 4;

    private Decimals() {}

    /** Returns the shortest decimal if there is one, else {@code numerator/denominator}. */
    static String exact(Fraction value) {
        return terminates(value) ? decimal(value).toPlainString() : value.toString();
    }

    /** Returns the exact decimal, or four decimals and an ellipsis, with the decimal sign of the language. */
    static String shown(Fraction value, Language language) {
        String text = terminates(value)
                ? decimal(value).toPlainString()
                : new BigDecimal(value.numerator())
                                .divide(new BigDecimal(value.denominator()), SHOWN, RoundingMode.DOWN)
                                .toPlainString()
                        + "…";
        return language == Language.VI ? text.replace('.', ',') : text;
    }

    static String vi(Fraction value) {
        return shown(value, Language.VI);
    }

    static String en(Fraction value) {
        return shown(value, Language.EN);
    }

    private static boolean terminates(Fraction value) {
        BigInteger rest = value.denominator();
        rest = rest.shiftRight(rest.getLowestSetBit());
        while (!rest.equals(BigInteger.ONE)) {
            BigInteger[] division = rest.divideAndRemainder(FIVE);
            if (division[1].signum() != 0) {
                return false;
            }
            rest = division[0];
        }
        return true;
    }

    private static BigDecimal decimal(Fraction value) {
        BigDecimal exact = new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()));
        BigDecimal stripped = exact.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
