package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/** Which questions a long table asks, and which of them one submission may answer several times. */
final class LongLayout {

    private final int submission;
    private final int question;
    private final int answer;
    private final int order;
    private final List<Integer> described;
    private final Set<String> questions = new LinkedHashSet<>();
    private final Set<String> repeated = new HashSet<>();

    private LongLayout(Map<LongTableAdapter.Part, Integer> parts, int columns) {
        this.submission = parts.getOrDefault(LongTableAdapter.Part.SUBMISSION, 0);
        this.question = parts.getOrDefault(LongTableAdapter.Part.QUESTION, 0);
        this.answer = parts.getOrDefault(LongTableAdapter.Part.ANSWER, 0);
        this.order = parts.getOrDefault(LongTableAdapter.Part.ORDER, -1);
        this.described = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            if (i != question && i != answer) {
                described.add(i);
            }
        }
    }

    /** Reads the table once; empty if it asks more questions than a table may have columns. */
    static Optional<LongLayout> scan(SourceTable table, Map<LongTableAdapter.Part, Integer> parts, SourceLimits limits)
            throws IOException {
        LongLayout layout = new LongLayout(parts, table.headings().size());
        Map<String, Set<String>> open = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
                return size() > limits.openSubmissions();
            }
        };
        for (Optional<SourceRow> row = table.next(passed -> {}); row.isPresent(); row = table.next(passed -> {})) {
            String question = Headings.normal(row.get().cell(layout.question));
            if (question.isEmpty()) {
                continue;
            }
            layout.questions.add(question);
            if (layout.questions.size() + layout.described.size() > limits.columns()) {
                return Optional.empty();
            }
            String said = question + "\u0000" + Headings.normal(row.get().cell(layout.answer));
            Set<String> answered = open.computeIfAbsent(row.get().cell(layout.submission), any -> new HashSet<>());
            if (answered.add(said) && !answered.add(question)) {
                layout.repeated.add(question);
            }
        }
        return Optional.of(layout);
    }

    int submission() {
        return submission;
    }

    int question() {
        return question;
    }

    int answer() {
        return answer;
    }

    /** The column that numbers the questions, -1 if there is none. */
    int order() {
        return order;
    }

    /** The columns of the file that describe the submission, by index. */
    List<Integer> described() {
        return described;
    }

    Set<String> questions() {
        return questions;
    }

    boolean isRepeated(String text) {
        return repeated.contains(text);
    }
}
