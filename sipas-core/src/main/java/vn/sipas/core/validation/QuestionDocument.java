package vn.sipas.core.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.validation.ValidationProblem.Code;

/**
 * A question, as a document from outside gives it.
 *
 * @param kind {@code rating}, {@code single-choice}, {@code multiple-choice}, {@code open-text} or {@code number}
 * @param code the code, unique in the survey
 * @param text what the citizen reads
 * @param requirement {@code required} or {@code optional}; required if absent
 * @param scale the id of the scale of a rating question
 * @param choices the options of a choice question
 * @param maxSelections the greatest number of options of a multiple-choice question; all of them if absent
 * @param maxLength the greatest number of characters of an open-text question
 * @param minimum the least number that a number question accepts
 * @param maximum the greatest number that a number question accepts
 */
public record QuestionDocument(
        @Nullable @Present String kind,

        @Nullable @Present @Pattern(regexp = Question.CODE_FORM, message = Code.CODE_FORM)
        String code,

        @Nullable @Present @Valid TextDocument text,
        @Nullable String requirement,
        @Nullable String scale,

        @Nullable @Size(min = 2, max = 500, message = Code.LIST_SIZE)
        List<@Present @Valid ChoiceDocument> choices,

        @Nullable @Min(value = 1, message = Code.NUMBER_TOO_SMALL)
        Integer maxSelections,

        @Nullable
        @Min(value = 1, message = Code.NUMBER_TOO_SMALL)
        @Max(value = OpenTextQuestion.MAX_LENGTH, message = Code.NUMBER_TOO_LARGE)
        Integer maxLength,

        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum) {

    public QuestionDocument {
        choices = Lists.copied(choices);
    }
}
