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
 * @param question the question it answers, if any
 * @param codes the codes behind its cells
 * @param texts the texts that stand for a code
 * @param plain remembers what cells meant that were used as they are
 */
record BoundColumn(
        int index,
        String heading,
        @Nullable MappedColumn mapping,
        @Nullable Question question,
        AnswerCodes codes,
        Map<String, String> texts,
        Map<String, Answer> plain) {

    static BoundColumn of(int index, AnswerColumn column, FormMapping form, Survey survey) {
        MappedColumn mapped = form.column(column.heading(), column.occurrence()).orElse(null);
        Question question = mapped == null
                ? null
                : mapped.question().flatMap(survey::question).orElse(null);
        Map<String, String> values = mapped == null ? Map.of() : mapped.values();
        boolean option = mapped != null && mapped.role() == ColumnRole.OPTION;
        AnswerCodes codes = new AnswerCodes(option ? null : question, values);
        return new BoundColumn(index, column.heading(), mapped, question, codes, codes.texts(), new HashMap<>());
    }

    ColumnRole role() {
        return mapping == null ? ColumnRole.UNMAPPED : mapping.role();
    }

    /** The code behind a text, or the text itself where it is none. */
    String coded(String text) {
        AnswerCodes.Found found = codes.find(text);
        return found == null || found.code().isEmpty() ? text : found.code();
    }
}
