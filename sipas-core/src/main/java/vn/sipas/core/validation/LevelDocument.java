package vn.sipas.core.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.validation.ValidationProblem.Code;

/**
 * A level of a scale, as a document from outside gives it.
 *
 * @param value the number the level counts as in means
 * @param code how files and forms write the level
 * @param label what the citizen reads
 * @param favour {@code favourable}, {@code neutral} or {@code unfavourable}
 */
public record LevelDocument(
        @Nullable
        @Present
        @Min(value = ScaleLevel.MIN_VALUE, message = Code.NUMBER_TOO_SMALL)
        @Max(value = ScaleLevel.MAX_VALUE, message = Code.NUMBER_TOO_LARGE)
        Integer value,

        @Nullable @Present @Pattern(regexp = Question.CODE_FORM, message = Code.CODE_FORM)
        String code,

        @Nullable @Present @Valid TextDocument label,
        @Nullable @Present String favour) {}
