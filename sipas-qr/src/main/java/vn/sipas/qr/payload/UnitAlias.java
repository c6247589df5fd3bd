package vn.sipas.qr.payload;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What became of a unit at a reform: codes printed for it before that day now mean a successor.
 *
 * @param printed the number that the unit had until the reform
 * @param issuedBefore the day of the reform, such as 2025-07-01; codes issued on or after it mean the new owner of the
 *     number
 * @param successor the number of a unit that took it over; a unit that was split has several aliases
 */
public record UnitAlias(UnitNumber printed, LocalDate issuedBefore, UnitNumber successor) {

    public UnitAlias {
        Objects.requireNonNull(printed, "printed");
        Objects.requireNonNull(issuedBefore, "issuedBefore");
        Objects.requireNonNull(successor, "successor");
    }
}
