package vn.sipas.core.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.survey.Question;
import vn.sipas.core.validation.ValidationProblem.Code;

/**
 * A routing rule, as a document from outside gives it.
 *
 * @param question the code of the question that is asked or skipped
 * @param askedIf when it is asked
 */
public record RoutingDocument(
        @Nullable @Present @Pattern(regexp = Question.CODE_FORM, message = Code.CODE_FORM)
        String question,

        @Nullable @Present @Valid ConditionDocument askedIf) {}
