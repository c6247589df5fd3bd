package vn.sipas.core.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.validation.ValidationProblem.Code;

/**
 * A survey definition, as a document from outside gives it. Any component may be absent; {@link SurveyValidator} turns
 * the document into a {@link vn.sipas.core.survey.Survey} or says what is wrong with it.
 *
 * @param id the survey
 * @param revision the revision of the questionnaire
 * @param title what the citizen reads at the top
 * @param scales the scales that rating questions refer to; none if absent
 * @param sections the sections in order
 * @param routing the skip logic; none if absent
 */
public record SurveyDocument(
        @Nullable @Present @Pattern(regexp = SurveyKey.ID_FORM, message = Code.SURVEY_ID_FORM)
        String id,

        @Nullable @Present @Min(value = 1, message = Code.NUMBER_TOO_SMALL)
        Integer revision,

        @Nullable @Present @Valid TextDocument title,

        @Nullable @Size(min = 0, max = 200, message = Code.LIST_SIZE)
        List<@Present @Valid ScaleDocument> scales,

        @Nullable @Present @Size(min = 1, max = 200, message = Code.LIST_SIZE)
        List<@Present @Valid SectionDocument> sections,

        @Nullable @Size(min = 0, max = 1000, message = Code.LIST_SIZE)
        List<@Present @Valid RoutingDocument> routing) {

    public SurveyDocument {
        scales = Lists.copied(scales);
        sections = Lists.copied(sections);
        routing = Lists.copied(routing);
    }

    /**
     * Describes a survey. {@link SurveyValidator#check} is the inverse.
     *
     * @param survey the survey
     * @return the document
     */
    public static SurveyDocument of(Survey survey) {
        return SurveyDescription.of(survey);
    }
}
