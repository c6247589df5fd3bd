package vn.sipas.io.csv;

import java.util.Optional;
import vn.sipas.core.response.Answer.NoAnswer;

/**
 * How the four ways of not answering are written in delimited text. They are never written alike.
 *
 * <p>No question, level or choice code can begin with {@code #}, so that these tokens cannot be mistaken for an answer.
 */
public enum MissingCode {
    /** The field is empty: asked and left blank. */
    BLANK("", NoAnswer.BLANK),
    /** {@code #NA}: the routing skipped the question. */
    NOT_ASKED("#NA", NoAnswer.NOT_ASKED),
    /** {@code #DK}: does not know or has no opinion. */
    DONT_KNOW("#DK", NoAnswer.DONT_KNOW),
    /** {@code #RF}: would not say. */
    REFUSED("#RF", NoAnswer.REFUSED);

    private final String token;
    private final NoAnswer meaning;

    MissingCode(String token, NoAnswer meaning) {
        this.token = token;
        this.meaning = meaning;
    }

    /**
     * Returns what the file holds.
     *
     * @return the token, empty for {@link #BLANK}
     */
    public String token() {
        return token;
    }

    /**
     * Returns what it means.
     *
     * @return the way of not answering
     */
    public NoAnswer meaning() {
        return meaning;
    }

    /**
     * Finds the code that a field holds.
     *
     * @param field the content of the field
     * @return the code, empty if the field holds an answer
     */
    public static Optional<MissingCode> of(String field) {
        if (!field.isEmpty() && field.charAt(0) != '#') {
            return Optional.empty();
        }
        for (MissingCode code : values()) {
            if (code.token.equals(field)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the code of a way of not answering.
     *
     * @param meaning the way of not answering
     * @return its code
     */
    public static MissingCode of(NoAnswer meaning) {
        return switch (meaning) {
            case BLANK -> BLANK;
            case NOT_ASKED -> NOT_ASKED;
            case DONT_KNOW -> DONT_KNOW;
            case REFUSED -> REFUSED;
        };
    }
}
