package vn.sipas.core.unit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import vn.sipas.core.ValidityPeriod;

/**
 * What identifies a unit: its code together with the days on which the code was its own.
 *
 * <p>Code {@code 24} until 30 June 2025 is Bắc Giang; code {@code 24} from 1 July 2025 on is Bắc Ninh. Keys are ordered
 * by code, then by the first day (no first day comes first), then by the end (no end comes last).
 *
 * @param code the code
 * @param validity the days on which the code named this unit
 */
public record UnitKey(UnitCode code, ValidityPeriod validity) implements Comparable<UnitKey> {

    private static final Comparator<UnitKey> ORDER = Comparator.comparing(UnitKey::code)
            .thenComparing(key -> key.validity().from().orElse(LocalDate.MIN))
            .thenComparing(key -> key.validity().until().orElse(LocalDate.MAX));

    public UnitKey {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(validity, "validity");
    }

    /**
     * Makes a key.
     *
     * @param code 1 to 40 letters, digits, dots, hyphens or underscores
     * @param validity the days on which the code names the unit
     * @return the key
     */
    public static UnitKey of(String code, ValidityPeriod validity) {
        return new UnitKey(UnitCode.of(code), validity);
    }

    @Override
    public int compareTo(UnitKey other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns the key as {@code code@from/until}, with {@code ..} for an open end.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return code + "@" + validity;
    }
}
