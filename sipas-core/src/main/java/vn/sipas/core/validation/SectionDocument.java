package vn.sipas.core.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.survey.Question;
import vn.sipas.core.validation.ValidationProblem.Code;

/**
 * A section of a survey, as a document from outside gives it.
 *
 * @param code the code, unique among the sections
 * @param title what the citizen reads above the questions
 * @param questions the questions in order
 */
public record SectionDocument(
        @Nullable @Present @Pattern(regexp = Question.CODE_FORM, message = Code.CODE_FORM)
        String code,

        @Nullable @Present @Valid TextDocument title,

        @Nullable @Present @Size(min = 1, max = 1000, message = Code.LIST_SIZE)
        List<@Present @Valid QuestionDocument> questions) {

    public SectionDocument {
        questions = Lists.copied(questions);
    }
}
