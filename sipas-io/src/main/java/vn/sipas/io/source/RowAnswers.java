package vn.sipas.io.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.Survey;

/** The answers of the row at hand, each where its question stands in the survey. */
final class RowAnswers {

    private final List<String> codes;
    private final Map<String, Integer> positions = new HashMap<>();
    private @Nullable Answer[] answers;
    private final int[] order;
    private int size;

    RowAnswers(Survey survey) {
        codes = survey.questions().stream().map(Question::code).toList();
        codes.forEach(code -> positions.put(code, positions.size()));
        answers = new Answer[codes.size()];
        order = new int[codes.size()];
    }

    /** Where a question stands in the survey. */
    int position(String code) {
        return positions.getOrDefault(code, -1);
    }

    void clear() {
        // A new array costs less than one grown old, in which collectors follow every change.
        answers = new Answer[codes.size()];
        size = 0;
    }

    /** Enters an answer unless there is one, which is then returned. */
    @Nullable
    Answer putIfAbsent(int position, Answer answer) {
        Answer earlier = answers[position];
        if (earlier == null) {
            answers[position] = answer;
            order[size++] = position;
        }
        return earlier;
    }

    /** Gives the answers in the order in which they were entered. */
    void give(Response.Builder response) {
        for (int i = 0; i < size; i++) {
            Answer answer = answers[order[i]];
            if (answer != null) {
                response.answer(codes.get(order[i]), answer);
            }
        }
    }
}
