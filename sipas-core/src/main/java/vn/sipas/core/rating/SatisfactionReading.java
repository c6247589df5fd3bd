package vn.sipas.core.rating;

import java.util.Objects;
import vn.sipas.core.Fraction;

/**
 * A satisfaction figure that fed a criterion, with the statistic it is. Two readings of different statistics do not
 * compare: in Decision 766/QĐ-TTg silence counts as satisfied, in SIPAS it does not.
 *
 * @param criterion the code of the criterion it fed
 * @param statistic which statistic it is
 * @param value the value, in the unit of its rule
 */
public record SatisfactionReading(String criterion, Statistic statistic, Fraction value) {

    /** The two statistics that are both called satisfaction. */
    public enum Statistic {
        /** The share or score of those who said they are satisfied. */
        EXPRESSED,
        /** The share of cases without negative answer, complaint or delay. */
        COMPLEMENT
    }

    public SatisfactionReading {
        Require.code("criterion", criterion);
        Objects.requireNonNull(statistic, "statistic");
        Objects.requireNonNull(value, "value");
    }

    /**
     * Subtracts another reading of the same statistic.
     *
     * @param other the other reading
     * @return this value less the other
     * @throws IllegalArgumentException if the statistics differ
     */
    public Fraction minus(SatisfactionReading other) {
        if (statistic != other.statistic) {
            throw new IllegalArgumentException(
                    "other must be a reading of " + statistic + ", was one of " + other.statistic);
        }
        return value.minus(other.value);
    }
}
