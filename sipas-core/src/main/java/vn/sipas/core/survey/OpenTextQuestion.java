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

    public OpenTextQuestion {
        Codes.checked("code", code);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(requirement, "requirement");
        if (maxLength < 1 || maxLength > 10_000) {
            throw new IllegalArgumentException("maxLength must be in [1, 10000], was " + maxLength);
        }
    }
}
