package vn.sipas.core.rating;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalLong;
import vn.sipas.core.Fraction;

/** What a unit states for a fact. */
public sealed interface FactValue {

    /**
     * Returns the value that rules compute with.
     *
     * @return the exact value; 1 for yes and 0 for no
     */
    Fraction value();

    /**
     * A count or a number.
     *
     * @param value the exact value
     */
    record Amount(Fraction value) implements FactValue {

        public Amount {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Yes or no.
     *
     * @param yes whether it is yes
     */
    record YesNo(boolean yes) implements FactValue {

        @Override
        public Fraction value() {
            return yes ? Fraction.ONE : Fraction.ZERO;
        }
    }

    /**
     * A value from a survey.
     *
     * @param estimate the estimate, in the unit of the fact
     * @param standardError its standard error in the same unit, at least 0; 0 where everyone was asked
     * @param respondents the number of answers behind it, at least 0, if known
     */
    record Surveyed(BigDecimal estimate, double standardError, OptionalLong respondents) implements FactValue {

        public Surveyed {
            Objects.requireNonNull(estimate, "estimate");
            if (!(standardError >= 0 && standardError < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("standardError must be in [0, ∞), was " + standardError);
            }
            if (respondents.isPresent() && respondents.getAsLong() < 0) {
                throw new IllegalArgumentException("respondents must be at least 0, was " + respondents.getAsLong());
            }
        }

        @Override
        public Fraction value() {
            return Fraction.of(estimate);
        }
    }
}
