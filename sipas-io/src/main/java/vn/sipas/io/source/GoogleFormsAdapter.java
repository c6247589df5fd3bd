package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sipas.core.Checked;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceTable;

/**
 * The sheet behind a Google Form: a first column {@code Timestamp} or {@code Dấu thời gian}, the full questions as headings,
 * grids as {@code Question [Row]}, several options joined by a comma and a space; or the file that the form itself lets
 * download, which joins them by semicolons.
 */
final class GoogleFormsAdapter implements SourceAdapter {

    /** The heading of the first column by the language of the form's owner, compared without diacritics. */
    private static final Set<String> TIMESTAMPS = Stream.of(
                    "Timestamp",
                    "Dấu thời gian",
                    "Horodateur",
                    "Zeitstempel",
                    "Marca temporal",
                    "Carimbo de data/hora",
                    "Informazioni cronologiche",
                    "Tijdstempel",
                    "Tidsstempel",
                    "Tidsstämpel",
                    "Aikaleima",
                    "Stempel waktu",
                    "Zaman damgası",
                    "Sygnatura czasowa",
                    "Отметка времени",
                    "ประทับเวลา",
                    "타임스탬프",
                    "タイムスタンプ",
                    "时间戳记",
                    "時間戳記")
            .map(Headings::plain)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> EMAILS = Set.of(
            "email address",
            "dia chi email",
            "email",
            "username",
            "ten nguoi dung",
            "adresse e mail",
            "e mail adresse");
    private static final Set<String> SCORES = Set.of("score", "diem so", "tong diem", "total score");
    /** What a quiz adds to each question, in brackets behind it. */
    private static final Set<String> MARKS =
            Set.of("score", "points", "diem so", "diem", "feedback", "phan hoi", "punkte", "note", "commentaires");

    private static final Pattern DOWNLOADED = Pattern.compile("\\d{4}/\\d{1,2}/\\d{1,2} .*(?:GMT[+-].*| [A-Z]{3,4})");
    private static final Pattern GRID = Pattern.compile("(.*\\S)\\s*\\[([^\\[\\]]{1,500})\\]", Pattern.DOTALL);

    @Override
    public SurveyTool tool() {
        return SurveyTool.GOOGLE_FORMS;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        List<String> headings = sample.first().headings();
        if (headings.isEmpty() || sample.kind() == SourceKind.JSON || sample.kind() == SourceKind.JSON_LINES) {
            return Recognition.none(tool());
        }
        String first = Headings.plain(headings.get(0));
        boolean vietnamese = first.equals("dau thoi gian");
        boolean timestamp = TIMESTAMPS.contains(first);
        boolean email = timestamp && headings.size() > 1 && EMAILS.contains(Headings.plain(headings.get(1)));
        boolean questions = timestamp
                && headings.stream()
                                .skip(1)
                                .filter(heading -> heading.strip().indexOf(' ') > 0)
                                .count()
                        >= Math.max(1, (headings.size() - 1) / 2);
        List<String> row = sample.first().row(1);
        boolean dated = timestamp
                && !row.isEmpty()
                && DateText.parts(Headings.normal(row.get(0))).isPresent();
        return new RecognitionBuilder(tool())
                .add(
                        timestamp,
                        vietnamese ? 60 : 40,
                        "Cột đầu tiên là \"" + Headings.normal(headings.get(0)) + "\"",
                        "The first column is \"" + Headings.normal(headings.get(0)) + "\"")
                .add(dated, 15, "Cột đầu tiên chứa ngày giờ", "The first column holds dates and times")
                .add(email, 20, "Cột thứ hai là địa chỉ email", "The second column is the e-mail address")
                .add(questions, 20, "Tiêu đề là nguyên văn câu hỏi", "The headings are whole questions")
                .build();
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        boolean download = SourceSampler.sample(file, options)
                .value()
                .filter(sampled -> isDownload(sampled.sample().first()))
                .isPresent();
        return SourceTables.open(file, detection, options)
                .map(table -> TableAnswers.of(table, columns(table, download ? ";" : ", ")));
    }

    /** Whether the form itself wrote the file, which then names the zone of its times, and not the sheet behind it. */
    private static boolean isDownload(SheetSample sheet) {
        return !sheet.row(1).isEmpty()
                && DOWNLOADED.matcher(Headings.normal(sheet.row(1).get(0))).matches();
    }

    private static List<AnswerColumn> columns(SourceTable table, String list) {
        List<String> headings = table.headings();
        int[] occurrences = Headings.occurrences(headings);
        Set<String> whole = headings.stream().map(Headings::normal).collect(Collectors.toSet());
        Map<String, Integer> rowsOfGrid = new HashMap<>();
        Map<String, String> gridCodes = new HashMap<>();
        int questions = 0;
        List<AnswerColumn> columns = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            AnswerColumn column = AnswerColumn.of(headings.get(i), occurrences[i]);
            String heading = Headings.normal(headings.get(i));
            String plain = Headings.plain(heading);
            Matcher grid = GRID.matcher(heading);
            if (i == 0 && TIMESTAMPS.contains(plain)) {
                columns.add(column.as(ColumnRole.DAY));
            } else if (EMAILS.contains(plain)) {
                columns.add(column.as(ColumnRole.PERSONAL).holding(PersonalData.EMAIL));
            } else if (SCORES.contains(plain)
                    || (grid.matches()
                            && MARKS.contains(Headings.plain(grid.group(2)))
                            && whole.contains(grid.group(1)))) {
                columns.add(column.as(ColumnRole.IGNORE));
            } else if (grid.matches()) {
                int row = rowsOfGrid.merge(grid.group(1), 1, Integer::sum);
                questions += row == 1 ? 1 : 0;
                String code = gridCodes.computeIfAbsent(grid.group(1), nameOf(questions));
                columns.add(question(column, code + "." + row, heading, list));
            } else {
                questions++;
                columns.add(question(column, "q" + questions, heading, list));
            }
        }
        return columns;
    }

    private static Function<String, String> nameOf(int number) {
        return question -> "q" + number;
    }

    /** A question; its cells may hold lists. */
    private static AnswerColumn question(AnswerColumn column, String code, String text, String list) {
        return column.asking(code, Optional.of(text).filter(words -> !words.isEmpty()))
                .mayList(list);
    }
}
