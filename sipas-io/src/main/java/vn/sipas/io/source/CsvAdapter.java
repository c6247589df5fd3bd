package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/** Any delimited text with one row a response. Fits everything, and yields to every tool that is recognised. */
final class CsvAdapter implements SourceAdapter {

    /** What stands between options in one cell where survey tools write plain tables. */
    static final String LIST = ";";
    /** How a column ends that repeats, by their ids, the options in the column before it. */
    private static final String OPTION_ID = " - Option ID";
    /** How rows begin that add up those above. */
    private static final Set<String> SUM_ROWS =
            Set.of("tong", "tong cong", "tong so", "cong", "total", "totals", "grand total");

    /** The first letters of these, so that the ids of other rows are not looked up. */
    private static final String SUM_LETTERS = "TtCcGg";

    private static final int LONGEST_SUM = 20;
    /** How the columns begin that a quiz adds to each question. */
    private static final List<String> MARKS = List.of("Points - ", "Feedback - ", "Điểm - ", "Phản hồi - ");
    /** What a quiz says of all questions together. */
    private static final Set<String> SUMS =
            Set.of("total points", "quiz feedback", "tong so diem", "tong diem", "phan hoi ve bai kiem tra");

    @Override
    public SurveyTool tool() {
        return SurveyTool.CSV;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        return sample.kind() == SourceKind.DELIMITED
                ? new Recognition(
                        SurveyTool.CSV,
                        10,
                        List.of(LocalizedText.of(
                                "Không có dấu hiệu của công cụ khảo sát nào; đọc như bảng thông thường",
                                "No mark of any survey tool; read as a plain table")))
                : Recognition.none(SurveyTool.CSV);
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        return answers(file, detection, options);
    }

    /** Opens a plain table that may have two rows of headings. */
    static Checked<SourceContent> answers(SourceFile file, Detection detection, ImportOptions options)
            throws IOException {
        Checked<SourceTable> opened = SourceTables.open(file, detection, options);
        Optional<StackedHeadings> stacked = SourceSampler.sample(file, options)
                .value()
                .flatMap(sampled -> StackedHeadings.of(sampled.sample().first()));
        if (opened.value().isEmpty() || stacked.isEmpty()) {
            return opened.map(table -> new TableAnswers(table, columns(table), 0, CsvAdapter::sum));
        }
        SourceTable table = opened.value().get();
        List<Problem> notes = new ArrayList<>();
        boolean read = table.next(notes::add).isPresent() && table.rowsSetAside() == 0;
        if (!read) {
            table.close();
            return Checked.refused(Problem.of(
                    SourceProblem.BAD_HEADINGS,
                    table.headerPlace(),
                    "tool",
                    detection.tool().id()));
        }
        notes.add(Problem.of(SourceProblem.STACKED_HEADINGS, table.headerPlace()));
        return Checked.of(new TableAnswers(table, stacked.get().columns(), 1, CsvAdapter::sum), notes);
    }

    /** Why a row is no response if it adds up those above. */
    private static Optional<Problem> sum(SourceRow row) {
        for (String cell : row.cells()) {
            if (!cell.isBlank()) {
                boolean likely = cell.length() <= LONGEST_SUM
                        && SUM_LETTERS.indexOf(cell.strip().charAt(0)) >= 0;
                return likely && SUM_ROWS.contains(Headings.plain(cell))
                        ? Optional.of(Problem.of(SourceProblem.SUM_ROW, row.place()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Columns about which only the headings are known; their cells may hold lists. */
    private static List<AnswerColumn> columns(SourceTable table) {
        List<String> headings = table.headings();
        int[] occurrences = Headings.occurrences(headings);
        Set<String> known = headings.stream().map(Headings::normal).collect(Collectors.toSet());
        boolean quiz = headings.stream().map(Headings::normal).anyMatch(heading -> isMark(heading, known));
        List<AnswerColumn> columns = new ArrayList<>(headings.size());
        for (int i = 0; i < headings.size(); i++) {
            AnswerColumn column = AnswerColumn.of(headings.get(i), occurrences[i]);
            String heading = Headings.normal(headings.get(i));
            boolean repeats = (heading.endsWith(OPTION_ID)
                            && known.contains(heading.substring(0, heading.length() - OPTION_ID.length())))
                    || (quiz && (isMark(heading, known) || SUMS.contains(Headings.plain(heading))));
            if (repeats) {
                columns.add(column.as(ColumnRole.IGNORE));
            } else if (heading.isEmpty()) {
                columns.add(column.asking("column-" + (i + 1), Optional.empty()).mayList(LIST));
            } else {
                columns.add(column.mayList(LIST));
            }
        }
        return columns;
    }

    /** Whether a column holds the points or the feedback for the question of another column. */
    private static boolean isMark(String heading, Set<String> known) {
        return MARKS.stream()
                .anyMatch(mark -> heading.startsWith(mark) && known.contains(heading.substring(mark.length())));
    }
}
