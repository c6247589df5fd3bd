package vn.sipas.core.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.validation.ValidationProblem.Code;

/**
 * A rating scale, as a document from outside gives it.
 *
 * @param id the name by which questions refer to the scale
 * @param levels the levels from the least to the most favourable
 */
public record ScaleDocument(
        @Nullable @Present @Pattern(regexp = Question.CODE_FORM, message = Code.CODE_FORM)
        String id,

        @Nullable @Present @Size(min = 2, max = RatingScale.MAX_LEVELS, message = Code.LIST_SIZE)
        List<@Present @Valid LevelDocument> levels) {

    public ScaleDocument {
        levels = Lists.copied(levels);
    }
}
