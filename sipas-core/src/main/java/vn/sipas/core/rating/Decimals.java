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

    /** Returns the exact decimal, or four decimals and an ellipsis, with the decimal sign of the language. */
    static String shown(Fraction value, Language language) {
        String text = value.exactDecimal()
                .map(BigDecimal::toPlainString)
                .orElseGet(() -> new BigDecimal(value.numerator())
                                .divide(new BigDecimal(value.denominator()), SHOWN, RoundingMode.DOWN)
                                .toPlainString()
                        + "…");
        return language == Language.VI ? text.replace('.', ',') : text;
    }

    static String vi(Fraction value) {
        return shown(value, Language.VI);
    }

    static String en(Fraction value) {
        return shown(value, Language.EN);
    }
}
