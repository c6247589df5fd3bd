package vn.sipas.io.source;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.LocalizedText;

/**
 * What became of one column.
 *
 * @param heading its heading as written
 * @param column its number, counted from 1
 * @param fate what became of it
 * @param question the question or band it was mapped to
 * @param personal which personal data it holds
 * @param reason why it was left out or coarsened, or how it was used
 * @param filled how many of its cells, in rows that were read, were not empty
 */
public record ColumnOutcome(
        String heading,
        int column,
        Fate fate,
        Optional<String> question,
        Optional<PersonalData> personal,
        LocalizedText reason,
        long filled) {

    /** What can become of a column. */
    public enum Fate {
        /** It went into the responses. */
        USED,
        /** Its times were cut down to days. */
        COARSENED,
        /** It was left out as personal data. */
        LEFT_OUT,
        /** It is the tool's own, and the mapping says not to use it. */
        NOT_USED,
        /** The mapping does not mention it. */
        UNMAPPED
    }

    public ColumnOutcome {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(fate, "fate");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(personal, "personal");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Tells whether a report is to name the column: an open question that nobody answered is not worth a line, while a column
     * of names or addresses is, even an empty one.
     *
     * @return whether it held anything, or was left out for what it is made for
     */
    public boolean isReportable() {
        boolean openText =
                personal.filter(kind -> kind == PersonalData.FREE_TEXT).isPresent();
        return filled > 0 || fate == Fate.UNMAPPED || (fate == Fate.LEFT_OUT && !openText);
    }
}
