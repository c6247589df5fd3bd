package vn.sipas.io.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.response.Answer;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.Survey;

/**
 * A column of the file with what a form of the mapping makes of it.
 *
 * @param index its index, counted from 0
 * @param heading its heading as written
 * @param mapping what it becomes; absent where the form does not mention it
 * @param role what it is for
 * @param held whether it has personal data that are not read
 * @param question the question it answers, if any
 * @param position where that question stands in the survey; -1 without one
 * @param codes the codes behind its cells
 * @param texts the texts that stand for a code
 * @param plain remembers what cells meant that were used as they are
 */
record BoundColumn(
        int index,
        String heading,
        @Nullable MappedColumn mapping,
        ColumnRole role,
        boolean held,
        @Nullable Question question,
        int position,
        AnswerCodes codes,
        Map<String, String> texts,
        Map<String, Answer> plain) {

    static BoundColumn of(
            int index,
            AnswerColumn column,
            FormMapping form,
            Survey survey,
            RowAnswers answers,
            PrivacyPolicy privacy) {
        MappedColumn mapped = form.column(column.heading(), column.occurrence()).orElse(null);
        Question question = mapped == null
                ? null
                : mapped.question().flatMap(survey::question).orElse(null);
        Map<String, String> values = mapped == null ? Map.of() : mapped.values();
        ColumnRole role = mapped == null ? ColumnRole.UNMAPPED : mapped.role();
        boolean held = mapped != null
                && mapped.personal()
                        .filter(kind -> kind != PersonalData.EXACT_TIME && !privacy.keeps(kind))
                        .isPresent();
        AnswerCodes codes = new AnswerCodes(role == ColumnRole.OPTION ? null : question, values);
        return new BoundColumn(
                index,
                column.heading(),
                mapped,
                role,
                held,
                question,
                question == null ? -1 : answers.position(question.code()),
                codes,
                codes.texts(),
                new HashMap<>());
    }

    /** The code behind a text, or the text itself where it is none. */
    String coded(String text) {
        AnswerCodes.Found found = codes.find(text);
        return found == null || found.code().isEmpty() ? text : found.code();
    }
}
