package vn.sipas.core.survey;

import java.math.BigDecimal;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A question answered with a number.
 *
 * @param code the code, unique in the survey
 * @param text what the citizen reads
 * @param requirement whether an answer is expected
 * @param minimum the least number accepted
 * @param maximum the greatest number accepted, at least the minimum
 */
public record NumberQuestion(
        String code, LocalizedText text, Requirement requirement, BigDecimal minimum, BigDecimal maximum)
        implements Question {

    public NumberQuestion {
        Codes.checked("code", code);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(requirement, "requirement");
        if (maximum.compareTo(minimum) < 0) {
            throw new IllegalArgumentException(
                    "maximum must be at least the minimum, were " + maximum + " and " + minimum);
        }
    }
}
