package vn.sipas.core.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.survey.Question;
import vn.sipas.core.validation.ValidationProblem.Code;

/**
 * An option of a choice question, as a document from outside gives it.
 *
 * @param code how files and forms write the option
 * @param label what the citizen reads
 */
public record ChoiceDocument(
        @Nullable @Present @Pattern(regexp = Question.CODE_FORM, message = Code.CODE_FORM)
        String code,

        @Nullable @Present @Valid TextDocument label) {}
