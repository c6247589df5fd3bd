package vn.sipas.io.source;

import java.util.Objects;
import vn.sipas.core.Place;
import vn.sipas.core.ProblemKind;

/**
 * A cell whose content was rewritten or could not be used as an answer. Cells that were left out as personal data are never
 * recorded one by one.
 *
 * <p>The values are answers: keep the record where the answers may be kept, not in a log. {@link #toString()} leaves them
 * out.
 *
 * @param place where the cell stands
 * @param heading the heading of its column
 * @param oldValue what the cell held
 * @param newValue what was used instead, as a code or text; empty if the answer was left out
 * @param reason why
 */
public record ChangedCell(Place place, String heading, String oldValue, String newValue, ProblemKind reason) {

    public ChangedCell {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(oldValue, "oldValue");
        Objects.requireNonNull(newValue, "newValue");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Returns place and reason.
     *
     * @return the text, without the values
     */
    @Override
    public String toString() {
        return place + ": " + reason.code();
    }
}
