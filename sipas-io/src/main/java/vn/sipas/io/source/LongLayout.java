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
    private final Set<Integer> perAnswer = new HashSet<>();

    /** What is known of a submission whose rows are still coming. */
    private static final class Seen {
        private final Set<String> answered = new HashSet<>();
        private final int[] first;
        private final boolean[] differs;
        private boolean several;

        Seen(int columns) {
            first = new int[columns];
            differs = new boolean[columns];
        }
    }

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
        int width = layout.described.size();
        long[] differing = new long[width];
        long several = 0;
        Map<String, Seen> open = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
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
            Seen seen = open.get(row.get().cell(layout.submission));
            if (seen == null) {
                seen = new Seen(width);
                open.put(row.get().cell(layout.submission), seen);
                for (int i = 0; i < width; i++) {
                    seen.first[i] =
                            comparable(row.get().cell(layout.described.get(i))).hashCode();
                }
            } else {
                several += seen.several ? 0 : 1;
                seen.several = true;
                for (int i = 0; i < width; i++) {
                    String text = comparable(row.get().cell(layout.described.get(i)));
                    if (!seen.differs[i] && !text.isEmpty() && text.hashCode() != seen.first[i]) {
                        seen.differs[i] = true;
                        differing[i]++;
                    }
                }
            }
            if (seen.answered.add(said) && !seen.answered.add(question)) {
                layout.repeated.add(question);
            }
        }
        for (int i = 0; i < width; i++) {
            int index = layout.described.get(i);
            if (index != layout.submission && several > 1 && differing[i] * 2 > several) {
                layout.perAnswer.add(index);
            }
        }
        return Optional.of(layout);
    }

    /** A cell without what may differ between the rows of one submission: spaces, letter case, the time of day. */
    static String comparable(String cell) {
        String text = Headings.normal(cell);
        boolean timed = DateText.parts(text).filter(DateText.Parts::timed).isPresent();
        if (!timed) {
            return Headings.folded(text);
        }
        return text.replaceFirst("[T ]?\\d{1,2}:\\d{2}(?::\\d{2})?.*$", "").strip();
    }

    /** Whether a column of the file describes single answers: it changes within most submissions. */
    boolean isPerAnswer(int index) {
        return perAnswer.contains(index);
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
