package vn.sipas.io.source;

import java.util.Arrays;
import java.util.Optional;

/** How a question is answered, in the words of survey files. */
public enum AnswerKind {
    /** One level of a scale. */
    RATING("rating"),
    /** One option. */
    SINGLE_CHOICE("single-choice"),
    /** Several options. */
    MULTIPLE_CHOICE("multiple-choice"),
    /** The respondent's own words. */
    OPEN_TEXT("open-text"),
    /** A number. */
    NUMBER("number"),
    /** A day; kept as text in the form {@code 2026-08-29}, without the time of day. */
    DATE("date");

    private final String id;

    AnswerKind(String id) {
        this.id = id;
    }

    /**
     * Returns the name that mapping files use.
     *
     * @return lower-case words joined by hyphens
     */
    public String id() {
        return id;
    }

    /**
     * Finds a kind by its name.
     *
     * @param id the name
     * @return the kind, if there is one
     */
    public static Optional<AnswerKind> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
