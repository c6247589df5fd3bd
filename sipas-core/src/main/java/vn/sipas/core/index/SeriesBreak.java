package vn.sipas.core.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A day from which figures no longer continue the earlier ones, because what is measured or who is asked changed.
 *
 * @param id the name of the break
 * @param firstDay the first day of the new series; waves that start earlier belong to the old one
 * @param reason what changed
 * @param sources where that can be read
 */
public record SeriesBreak(String id, LocalDate firstDay, LocalizedText reason, List<String> sources) {

    public SeriesBreak {
        NodeIds.checked("id", id);
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(reason, "reason");
        sources = List.copyOf(sources);
    }

    /**
     * Tells whether the break lies between the first days of two waves.
     *
     * @param oneDay the first day of one wave
     * @param otherDay the first day of the other
     * @return whether exactly one of them lies before the break
     */
    public boolean separates(LocalDate oneDay, LocalDate otherDay) {
        return oneDay.isBefore(firstDay) != otherDay.isBefore(firstDay);
    }
}
