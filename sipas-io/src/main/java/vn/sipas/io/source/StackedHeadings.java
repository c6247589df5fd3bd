package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two rows of headings in a plain table: questions above, and below them either the options of each question, as survey
 * tools write that give every option a column, or the wording of questions named by codes above.
 */
final class StackedHeadings {

    private static final int FEWEST_BLANK = 2;
    private static final int FEWEST_NUMBERS = 3;
    private static final String OPEN_ENDED = "open ended response";

    private final List<String> upper;
    private final List<String> lower;

    private StackedHeadings(List<String> upper, List<String> lower) {
        this.upper = upper;
        this.lower = lower;
    }

    /** The two rows of headings of a table, if it has two. */
    static Optional<StackedHeadings> of(SheetSample sheet) {
        List<List<String>> rows = sheet.rows();
        if (rows.size() < 3 || rows.get(1).size() > rows.get(0).size()) {
            return Optional.empty();
        }
        StackedHeadings stacked = new StackedHeadings(rows.get(0), rows.get(1));
        return stacked.optionsBelow() || stacked.wordingsAbove(rows.subList(2, rows.size()))
                ? Optional.of(stacked)
                : Optional.empty();
    }

    /** The columns, described by both rows. */
    List<AnswerColumn> columns() {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < upper.size(); i++) {
            headings.add(joined(i));
        }
        int[] occurrences = Headings.occurrences(headings);
        List<AnswerColumn> columns = new ArrayList<>();
        int questions = 0;
        for (int i = 0; i < upper.size(); i++) {
            boolean begins = i == 0 || !upper(i).isEmpty();
            questions += begins ? 1 : 0;
            AnswerColumn column = AnswerColumn.of(headings.get(i), occurrences[i]);
            String code = CodeNames.isCode(upper(i)) ? upper(i) : "q" + questions;
            if (isPart(i) && QuestionWords.isOther(lower(i))) {
                columns.add(column.asking(code + ".other", Optional.of(headings.get(i)))
                        .answeredBy(AnswerKind.OPEN_TEXT)
                        .holding(PersonalData.FREE_TEXT));
            } else if (isPart(i)) {
                columns.add(column.asking(code, Optional.of(headings.get(i))).partOf(lower(i)));
            } else {
                boolean open = Headings.plain(lower(i)).equals(OPEN_ENDED);
                AnswerColumn asked = column.asking(
                        upper(i).isEmpty() ? "column-" + (i + 1) : upper(i),
                        Optional.of(CodeNames.isCode(upper(i)) ? lower(i) : headings.get(i))
                                .filter(text -> !text.isEmpty()));
                columns.add(
                        open
                                ? asked.answeredBy(AnswerKind.OPEN_TEXT).holding(PersonalData.FREE_TEXT)
                                : asked.mayList(CsvAdapter.LIST));
            }
        }
        return columns;
    }

    private String joined(int column) {
        if (!isPart(column)) {
            return upper.get(column);
        }
        return question(column) + " - " + lower(column);
    }

    /** The question above a column: the nearest heading from there to the left. */
    private String question(int column) {
        int question = column;
        while (question > 0 && upper(question).isEmpty()) {
            question--;
        }
        return upper(question);
    }

    /** Whether a column is one of several of a question: nothing stands above it, or above its right neighbour. */
    private boolean isPart(int column) {
        boolean several = upper(column).isEmpty()
                || (column + 1 < upper.size() && upper(column + 1).isEmpty());
        return several && !question(column).isEmpty() && !lower(column).isEmpty();
    }

    /** Whether the columns without a heading above have one below. */
    private boolean optionsBelow() {
        int blank = 0;
        for (int i = 1; i < upper.size(); i++) {
            if (upper(i).isEmpty()) {
                if (lower(i).isEmpty() || NumberText.looksLikeNumber(lower(i))) {
                    return false;
                }
                blank++;
            }
        }
        return blank >= FEWEST_BLANK;
    }

    /** Whether the second row has words in columns that hold nothing but numbers below. */
    private boolean wordingsAbove(List<List<String>> answers) {
        int numbers = 0;
        for (int i = 0; i < lower.size(); i++) {
            int column = i;
            List<String> values = answers.stream()
                    .filter(row -> column < row.size() && !row.get(column).isBlank())
                    .map(row -> Headings.normal(row.get(column)))
                    .toList();
            boolean allNumbers = values.size() >= 2 && values.stream().allMatch(NumberText::looksLikeNumber);
            if (allNumbers && (lower(i).isEmpty() || NumberText.looksLikeNumber(lower(i)))) {
                return false;
            }
            numbers += allNumbers ? 1 : 0;
        }
        return numbers >= FEWEST_NUMBERS;
    }

    private String upper(int column) {
        return Headings.normal(upper.get(column));
    }

    private String lower(int column) {
        return column < lower.size() ? Headings.normal(lower.get(column)) : "";
    }
}
