package vn.sipas.core.response;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one response by question code, in the order given. Nobody can change them, so that a response takes those of
 * its builder without a copy; imports make millions.
 */
final class AnswerMap extends AbstractMap<String, Answer> {

    private final Map<String, Answer> answers;

    private AnswerMap(Map<String, Answer> answers) {
        this.answers = answers;
    }

    static AnswerMap copyOf(Map<String, Answer> answers) {
        if (answers instanceof AnswerMap map) {
            return map;
        }
        Draft draft = new Draft();
        answers.forEach(draft::put);
        return draft.finished();
    }

    @Override
    public @Nullable Answer get(@Nullable Object code) {
        return answers.get(code);
    }

    @Override
    public boolean containsKey(@Nullable Object code) {
        return answers.containsKey(code);
    }

    @Override
    public int size() {
        return answers.size();
    }

    @Override
    public Set<Map.Entry<String, Answer>> entrySet() {
        return Collections.unmodifiableMap(answers).entrySet();
    }

    /** Answers that are still being given. */
    static final class Draft {

        private Map<String, Answer> answers = new LinkedHashMap<>();
        private boolean shared;

        /** Gives an answer, replacing an earlier one to the same question, whose place in the order it takes. */
        void put(String code, Answer answer) {
            if (shared) {
                answers = new LinkedHashMap<>(answers);
                shared = false;
            }
            answers.put(Objects.requireNonNull(code, "code"), Objects.requireNonNull(answer, "answer"));
        }

        AnswerMap finished() {
            shared = true;
            return new AnswerMap(answers);
        }
    }
}
