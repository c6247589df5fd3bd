package vn.sipas.core.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.survey.Question;
import vn.sipas.core.validation.ValidationProblem.Code;

/**
 * A condition on earlier answers, as a document from outside gives it: exactly one of {@code question} with
 * {@code selected}, {@code allOf}, {@code anyOf} and {@code not}.
 *
 * @param question the code of an earlier rating or choice question
 * @param selected the codes of levels or options, of which at least one must have been selected
 * @param allOf conditions that must all hold
 * @param anyOf conditions of which one must hold
 * @param not a condition that must not hold
 */
public record ConditionDocument(
        @Nullable @Pattern(regexp = Question.CODE_FORM, message = Code.CODE_FORM)
        String question,

        @Nullable @Size(min = 1, max = 500, message = Code.LIST_SIZE)
        List<@Present String> selected,

        @Nullable @Size(min = 1, max = 100, message = Code.LIST_SIZE)
        List<@Present @Valid ConditionDocument> allOf,

        @Nullable @Size(min = 1, max = 100, message = Code.LIST_SIZE)
        List<@Present @Valid ConditionDocument> anyOf,

        @Nullable @Valid ConditionDocument not) {

    public ConditionDocument {
        selected = Lists.copied(selected);
        allOf = Lists.copied(allOf);
        anyOf = Lists.copied(anyOf);
    }
}
