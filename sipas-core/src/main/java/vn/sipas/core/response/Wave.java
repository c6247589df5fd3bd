package vn.sipas.core.response;

import java.time.LocalDate;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A run of collection (đợt khảo sát).
 *
 * @param id the name in files, such as {@code 2024-10}, not blank
 * @param title what reports call it
 * @param firstDay the first day of collection
 * @param lastDay the last day of collection, not before the first
 */
public record Wave(String id, LocalizedText title, LocalDate firstDay, LocalDate lastDay) {

    public Wave {
        Objects.requireNonNull(title, "title");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "lastDay must not be before firstDay, were " + lastDay + " and " + firstDay);
        }
    }

    /**
     * Tells whether a day lies in the wave.
     *
     * @param day the day
     * @return whether it does, the first and last day included
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
