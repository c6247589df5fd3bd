package vn.sipas.qr.payload;

import java.time.LocalDate;
import java.util.Optional;

/** How long a code may be used; 4 bits of the layout. */
public enum ValidityClass {
    /** One day after the issue day. */
    DAYS_1(0, 1),
    /** Three days after the issue day. */
    DAYS_3(1, 3),
    /** A week. */
    DAYS_7(2, 7),
    /** Two weeks. */
    DAYS_14(3, 14),
    /** 30 days. */
    DAYS_30(4, 30),
    /** 45 days. */
    DAYS_45(5, 45),
    /** 60 days. */
    DAYS_60(6, 60),
    /** 90 days. */
    DAYS_90(7, 90),
    /** 120 days. */
    DAYS_120(8, 120),
    /** 180 days. */
    DAYS_180(9, 180),
    /** 365 days. */
    DAYS_365(10, 365),
    /** 730 days. */
    DAYS_730(11, 730),
    /** Until the campaign ends; the verifier knows when that is. */
    CAMPAIGN_END(12, 0),
    /** Without an end. */
    UNLIMITED(13, 0);

    private final int code;
    private final int days;

    ValidityClass(int code, int days) {
        this.code = code;
        this.days = days;
    }

    /**
     * Returns the number in the layout.
     *
     * @return 0 to 13
     */
    public int code() {
        return code;
    }

    /**
     * Returns the last day on which a code may be used, if the code itself says so: the issue day plus the days of this
     * class.
     *
     * @param issueDay the day of issue
     * @return the last day; empty for {@link #CAMPAIGN_END} and {@link #UNLIMITED}
     */
    public Optional<LocalDate> lastDay(LocalDate issueDay) {
        return days == 0 ? Optional.empty() : Optional.of(issueDay.plusDays(days));
    }

    /**
     * Finds the class of a number.
     *
     * @param code the number, 0 to 15
     * @return the class; empty for the reserved numbers 14 and 15
     */
    public static Optional<ValidityClass> ofCode(int code) {
        for (ValidityClass validity : values()) {
            if (validity.code == code) {
                return Optional.of(validity);
            }
        }
        return Optional.empty();
    }
}
