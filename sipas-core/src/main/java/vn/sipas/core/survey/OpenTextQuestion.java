package vn.sipas.core.survey;

import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A question answered in the respondent's own words. The words are kept with the response and never appear in results.
 *
 * @param code the code, unique in the survey
 * @param text what the citizen reads
 * @param requirement whether an answer is expected
 * @param maxLength the greatest number of characters accepted, in the closed interval [1, 10000]
 */
public record OpenTextQuestion(String code, LocalizedText text, Requirement requirement, int maxLength)
        implements Question {

    /** The greatest limit a question can set. */
    public static final int MAX_LENGTH = 10_000;

    public OpenTextQuestion {
        Codes.checked("code", code);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(requirement, "requirement");
        if (maxLength < 1 || maxLength > MAX_LENGTH) {
            throw new IllegalArgumentException("maxLength must be in [1, " + MAX_LENGTH + "], was " + maxLength);
        }
    }
}
