package vn.sipas.qr.replay;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;

/**
 * A spent code as a store keeps it.
 *
 * @param unit the unit as printed
 * @param serial the public serial, 0 to 2⁴⁰ − 1
 * @param day the day on which it was spent, if the store keeps days
 */
public record SpentSerial(UnitNumber unit, long serial, Optional<LocalDate> day) {

    public SpentSerial {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(day, "day");
        if (serial < 0 || serial > SurveyLink.MAX_40_BITS) {
            throw new IllegalArgumentException("serial must be in [0, " + SurveyLink.MAX_40_BITS + "], was " + serial);
        }
    }
}
