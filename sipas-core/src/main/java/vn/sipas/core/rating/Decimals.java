package vn.sipas.core.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;

/** How this package writes exact numbers. */
final class Decimals {

    private static final int SHOWN = 4;

    private Decimals() {}

    /** Returns the shortest decimal if there is one, else {@code numerator/denominator}. */
    static String exact(Fraction value) {
        return value.exactDecimal().map(BigDecimal::toPlainString).orElseGet(value::toString);
    }

    /**
     * Returns the decimal if it has at most four decimals, else the first four and an ellipsis, with the decimal sign of the
     * language. It is cut and not rounded, so that 79.99996 is not shown as the 80 that it misses.
     */
    static String shown(Fraction value, Language language) {
        String text = value.exactDecimal()
                .filter(exact -> exact.scale() <= SHOWN)
                .map(BigDecimal::toPlainString)
                .orElseGet(() -> new BigDecimal(value.numerator())
                                .divide(new BigDecimal(value.denominator()), SHOWN, RoundingMode.DOWN)
                                .toPlainString()
                        + "…");
        return language == Language.VI ? text.replace('.', ',') : text;
    }

    /** Returns {@link #exact} with the decimal sign of the language. */
    static String exact(Fraction value, Language language) {
        return language == Language.VI ? exact(value).replace('.', ',') : exact(value);
    }

    static String vi(Fraction value) {
        return shown(value, Language.VI);
    }

    static String en(Fraction value) {
        return shown(value, Language.EN);
    }
}
