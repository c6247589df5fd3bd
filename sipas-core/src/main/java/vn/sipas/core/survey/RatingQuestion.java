package vn.sipas.core.survey;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A question answered with one level of a scale; the only kind that indices are computed from.
 *
 * @param code the code, unique in the survey
 * @param text what the citizen reads
 * @param requirement whether an answer is expected
 * @param scale the scale
 */
public record RatingQuestion(String code, LocalizedText text, Requirement requirement, RatingScale scale)
        implements Question {

    public RatingQuestion {
        Codes.checked("code", code);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(requirement, "requirement");
        Objects.requireNonNull(scale, "scale");
    }

    /**
     * Makes a required rating question.
     *
     * @param code the code
     * @param text what the citizen reads
     * @param scale the scale
     * @return the question
     */
    public static RatingQuestion of(String code, LocalizedText text, RatingScale scale) {
        return new RatingQuestion(code, text, Requirement.REQUIRED, scale);
    }

    @Override
    public List<String> selectableCodes() {
        return scale.levels().stream().map(ScaleLevel::code).toList();
    }
}
