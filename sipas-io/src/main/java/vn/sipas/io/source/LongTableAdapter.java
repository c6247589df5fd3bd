package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceTable;

/**
 * A table with one row for each submission and question, such as the table of results in the Bắc Giang system: survey id,
 * submission id, unit id, text of the question, text of the answer, order, time, optional phone and e-mail.
 */
final class LongTableAdapter implements SourceAdapter {

    /** What a column of a long table is. */
    enum Part {
        SUBMISSION,
        QUESTION,
        ANSWER,
        ORDER
    }

    private static final Map<String, Part> PARTS = new HashMap<>();
    /** Headings of codes, beside which another column may hold the same in words. */
    private static final Set<String> CODES = Set.of("id", "value", "answer value", "gia tri");

    static {
        put(
                Part.SUBMISSION,
                "uuid",
                "submission",
                "submission id",
                "submission uuid",
                "ma phieu",
                "phieu",
                "phieu id",
                "id phieu",
                "response id",
                "responseid",
                "respondent",
                "respondent id",
                "ma luot",
                "luot khao sat",
                "ma khao sat nguoi dung",
                "case",
                "case id",
                "id");
        put(
                Part.QUESTION,
                "question",
                "question text",
                "question code",
                "question id",
                "cau hoi",
                "cauhoi",
                "noi dung cau hoi",
                "ten cau hoi",
                "ma cau hoi",
                "item",
                "variable",
                "cau hoi khao sat");
        put(
                Part.ANSWER,
                "answer",
                "answer text",
                "tra loi",
                "traloi",
                "cau tra loi",
                "cautraloi",
                "noi dung tra loi",
                "answer label",
                "answer value",
                "label",
                "nhan",
                "gia tri",
                "dap an",
                "ket qua",
                "value",
                "lua chon",
                "response",
                "ket qua tra loi");
        put(Part.ORDER, "order", "stt", "thu tu", "thutu", "so thu tu", "sort", "position");
    }

    private static void put(Part part, String... headings) {
        for (String heading : headings) {
            PARTS.put(heading, part);
        }
    }

    @Override
    public SurveyTool tool() {
        return SurveyTool.LONG_TABLE;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        SheetSample sheet = sample.first();
        Map<Part, Integer> parts = parts(sheet.headings());
        if (!parts.keySet().containsAll(Set.of(Part.SUBMISSION, Part.QUESTION, Part.ANSWER))) {
            return Recognition.none(tool());
        }
        int submission = parts.getOrDefault(Part.SUBMISSION, 0);
        int question = parts.getOrDefault(Part.QUESTION, 0);
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> questions = new HashMap<>();
        for (List<String> row : sheet.rows()
                .subList(Math.min(1, sheet.rows().size()), sheet.rows().size())) {
            if (row.size() > Math.max(submission, question)) {
                seen.merge(row.get(submission), 1, Integer::sum);
                questions.merge(row.get(question), 1, Integer::sum);
            }
        }
        boolean repeated = seen.values().stream().anyMatch(count -> count > 1);
        return new RecognitionBuilder(tool())
                .add(
                        true,
                        50,
                        "Có cột mã phiếu, cột câu hỏi và cột trả lời",
                        "Columns for the submission, the question and the answer")
                .add(repeated, 35, "Cùng một mã phiếu đứng ở nhiều dòng", "The same submission stands in several rows")
                .build();
    }

    /**
     * The columns of a long table by what they are; a column {@code uuid} is preferred to a column {@code id}, and a column
     * with the words of an answer to one with its value.
     */
    static Map<Part, Integer> parts(List<String> headings) {
        Map<Part, Integer> parts = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String plain = Headings.plain(headings.get(i));
            Part part = PARTS.get(plain);
            if (part != null) {
                Integer known = parts.get(part);
                boolean better = known != null && CODES.contains(Headings.plain(headings.get(known)));
                if (known == null || better) {
                    parts.put(part, i);
                }
            }
        }
        return parts;
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        Checked<SourceTable> first = SourceTables.open(file, detection, options);
        if (first.value().isEmpty()) {
            return Checked.refused(first.problems());
        }
        LongLayout layout;
        try (SourceTable table = first.value().get()) {
            Map<Part, Integer> parts = parts(table.headings());
            if (!parts.keySet().containsAll(Set.of(Part.SUBMISSION, Part.QUESTION, Part.ANSWER))) {
                return Checked.refused(
                        Problem.of(SourceProblem.BAD_HEADINGS, table.headerPlace(), "tool", tool().id()));
            }
            Optional<LongLayout> scanned = LongLayout.scan(table, parts, options.limits());
            if (scanned.isEmpty()) {
                return Checked.refused(Problem.of(
                        SourceProblem.TOO_MANY_VALUES,
                        table.headerPlace(),
                        "name",
                        table.headings().get(parts.getOrDefault(Part.QUESTION, 0)),
                        "limit",
                        options.limits().columns()));
            }
            layout = scanned.get();
        }
        Checked<SourceTable> second = SourceTables.open(file, detection, options);
        return second.map(table -> new LongAnswers(table, layout, columns(table, layout), options.limits()));
    }

    private static List<AnswerColumn> columns(SourceTable table, LongLayout layout) {
        List<String> headings = new ArrayList<>();
        layout.described().forEach(index -> headings.add(table.headings().get(index)));
        headings.addAll(layout.questions());
        int[] occurrences = Headings.occurrences(headings);
        List<AnswerColumn> columns = new ArrayList<>();
        for (int index : layout.described()) {
            AnswerColumn column = AnswerColumn.of(table.headings().get(index), occurrences[columns.size()]);
            if (index == layout.submission()) {
                columns.add(column.as(ColumnRole.ID));
            } else if (layout.isPerAnswer(index)
                    || index == layout.order()
                    || Headings.plain(column.heading()).equals("id")) {
                columns.add(column.as(ColumnRole.IGNORE));
            } else {
                columns.add(column);
            }
        }
        int number = 0;
        for (String question : layout.questions()) {
            number++;
            AnswerColumn column = AnswerColumn.of(question, occurrences[columns.size()])
                    .asking(CodeNames.question(question, "q" + number), Optional.of(question));
            columns.add(layout.isRepeated(question) ? column.listing(LongAnswers.SEPARATOR) : column);
        }
        return columns;
    }
}
