package vn.sipas.core.validation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.validation.ValidationProblem.Code;

/**
 * One answered questionnaire, as a document from outside gives it. Any component may be absent;
 * {@link ResponseValidator} turns the document into a {@link vn.sipas.core.response.Response} or says what is wrong with
 * it. There is no room for a name, a phone number, a device or an exact time.
 *
 * @param id identifies the response within its source
 * @param survey the id of the survey that was answered
 * @param revision the revision of the survey that was answered
 * @param unit the code of the unit that the answer is about
 * @param servicePoint the counter or desk
 * @param wave the id of the wave
 * @param day the day of the answer, {@code YYYY-MM-DD}
 * @param mode how it was collected, a {@link vn.sipas.core.response.CollectionMode} in lower case; {@code unstated} if
 *     absent
 * @param assurance how firmly it is bound to a visit, a {@link vn.sipas.core.response.AssuranceClass} in lower case;
 *     {@code unbound} if absent
 * @param procedure the code of the administrative procedure
 * @param field the field of the procedure
 * @param receivingUnit the code of the unit that received the dossier
 * @param competentUnit the code of the unit that decides on it
 * @param groups bands such as age or sex, by the name of the band; none if absent
 * @param weight the design weight, positive and finite; 1 if absent
 * @param stratum the stratum
 * @param psu the primary sampling unit
 * @param answers the answers by question code; none if absent
 */
public record ResponseDocument(
        @Nullable
        @Present
        @Size(min = 1, max = ResponseDocument.MAX_LENGTH, message = Code.TEXT_SIZE)
        @Pattern(regexp = TextDocument.SOMETHING, message = Code.BLANK)
        String id,

        @Nullable @Present @Pattern(regexp = SurveyKey.ID_FORM, message = Code.SURVEY_ID_FORM)
        String survey,

        @Nullable @Present @Min(value = 1, message = Code.NUMBER_TOO_SMALL)
        Integer revision,

        @Nullable @Present @Pattern(regexp = UnitCode.CODE_FORM, message = Code.UNIT_FORM)
        String unit,

        @Nullable
        @Size(min = 1, max = ResponseDocument.MAX_LENGTH, message = Code.TEXT_SIZE)
        @Pattern(regexp = TextDocument.SOMETHING, message = Code.BLANK)
        String servicePoint,

        @Nullable
        @Present
        @Size(min = 1, max = ResponseDocument.MAX_LENGTH, message = Code.TEXT_SIZE)
        @Pattern(regexp = TextDocument.SOMETHING, message = Code.BLANK)
        String wave,

        @Nullable String day,
        @Nullable String mode,
        @Nullable String assurance,

        @Nullable
        @Size(min = 1, max = ResponseDocument.MAX_LENGTH, message = Code.TEXT_SIZE)
        @Pattern(regexp = TextDocument.SOMETHING, message = Code.BLANK)
        String procedure,

        @Nullable
        @Size(min = 1, max = ResponseDocument.MAX_LENGTH, message = Code.TEXT_SIZE)
        @Pattern(regexp = TextDocument.SOMETHING, message = Code.BLANK)
        String field,

        @Nullable @Pattern(regexp = UnitCode.CODE_FORM, message = Code.UNIT_FORM)
        String receivingUnit,

        @Nullable @Pattern(regexp = UnitCode.CODE_FORM, message = Code.UNIT_FORM)
        String competentUnit,

        @Nullable @Size(max = 64, message = Code.LIST_SIZE)
        Map<
                        String,
                        @Present @Size(min = 1, max = ResponseDocument.MAX_LENGTH, message = Code.TEXT_SIZE)
                        @Pattern(regexp = TextDocument.SOMETHING, message = Code.BLANK) String>
                groups,

        @Nullable Double weight,

        @Nullable
        @Size(min = 1, max = ResponseDocument.MAX_LENGTH, message = Code.TEXT_SIZE)
        @Pattern(regexp = TextDocument.SOMETHING, message = Code.BLANK)
        String stratum,

        @Nullable
        @Size(min = 1, max = ResponseDocument.MAX_LENGTH, message = Code.TEXT_SIZE)
        @Pattern(regexp = TextDocument.SOMETHING, message = Code.BLANK)
        String psu,

        @Nullable @Size(max = 5000, message = Code.LIST_SIZE)
        Map<String, @Nullable AnswerDocument> answers) {

    static final int MAX_LENGTH = 200;

    public ResponseDocument {
        groups = Lists.copied(groups);
        answers = Lists.copied(answers);
    }

    /**
     * Describes a response. {@link ResponseValidator#check(ResponseDocument)} is the inverse.
     *
     * @param response the response
     * @return the document
     */
    public static ResponseDocument of(Response response) {
        return ResponseDescription.of(response);
    }

    /**
     * Names the survey and the number of answers, never what was answered.
     *
     * @return a line that can go to a log
     */
    @Override
    public String toString() {
        return "ResponseDocument[" + survey + "/" + revision + ", " + (answers == null ? 0 : answers.size())
                + " answers]";
    }
}
