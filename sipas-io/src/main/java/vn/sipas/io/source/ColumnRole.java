package vn.sipas.io.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of an export is for. */
public enum ColumnRole {
    /** The id of the response within its source. */
    ID,
    /** The code of the unit. */
    UNIT,
    /** The counter or desk. */
    SERVICE_POINT,
    /** The id of the wave. */
    WAVE,
    /** When the answer was given; coarsened to the day. */
    DAY,
    /** How the answer was collected. */
    MODE,
    /** The code of the administrative procedure. */
    PROCEDURE,
    /** The field of the procedure. */
    FIELD,
    /** The design weight. */
    WEIGHT,
    /** The stratum. */
    STRATUM,
    /** The primary sampling unit. */
    PSU,
    /** A band that describes the respondent, such as age. */
    GROUP,
    /** The answer to a question. */
    ANSWER,
    /** One option of a question with several: ticked or not. */
    OPTION,
    /** The revision of the form; chooses between the forms of a mapping. */
    REVISION,
    /** When the response was finished; empty means that it was not. */
    COMPLETION,
    /** Identifies a person; left out unless the host opts in. */
    PERSONAL,
    /** Of the tool's own concern, such as timings; not used. */
    IGNORE,
    /** Nobody has decided yet; not used, and reported. */
    UNMAPPED;

    /**
     * Returns the name that mapping files use.
     *
     * @return lower-case words joined by hyphens
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a role by its name.
     *
     * @param id the name
     * @return the role, if there is one
     */
    public static Optional<ColumnRole> ofId(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    /**
     * Tells whether such a column belongs to a question.
     *
     * @return whether it holds an answer or an option
     */
    public boolean isAnswer() {
        return this == ANSWER || this == OPTION;
    }
}
