package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sipas.core.Checked;
import vn.sipas.io.table.SourceFile;

/**
 * SurveyJS: one object a response, keyed by the names of questions. Matrices are objects inside, dynamic panels and
 * matrices lists of objects, what was ticked is a list, and comments stand beside under {@code name-Comment}.
 */
final class SurveyJsAdapter implements SourceAdapter {

    private static final Pattern COMMENT = Pattern.compile("\"([^\"\\\\]{1,200})-Comment\"\\s*:");
    private static final Pattern GRID = Pattern.compile(
            "\"[^\"\\\\]{1,300}\"\\s*:\\s*\\{\\s*\"[^\"\\\\]{1,300}\"\\s*:\\s*(?:\"|[-\\d]|true|false)");
    private static final Pattern TICKS =
            Pattern.compile("\"[^\"\\\\]{1,300}\"\\s*:\\s*\\[\\s*(?:\"[^\"\\\\]{0,200}\"|-?\\d+)\\s*[,\\]]");
    private static final Pattern PANELS = Pattern.compile("\"[^\"\\\\]{1,300}\"\\s*:\\s*\\[\\s*\\{\\s*\"");
    private static final Set<String> IDS = Set.of("id", "_id", "uuid", "responseid", "response_id", "resultid");

    @Override
    public SurveyTool tool() {
        return SurveyTool.SURVEYJS;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        if (sample.kind() != SourceKind.JSON && sample.kind() != SourceKind.JSON_LINES) {
            return Recognition.none(tool());
        }
        String text = sample.text();
        boolean other = text.contains("\"_uuid\"")
                || text.contains("\"formhub/uuid\"")
                || text.contains("\"feedbackScale\"")
                || text.contains("\"ts\"")
                || text.contains("\"answers\"");
        if (other) {
            return Recognition.none(tool());
        }
        boolean comment = COMMENT.matcher(text).find();
        boolean grid = GRID.matcher(text).find();
        boolean ticks = TICKS.matcher(text).find();
        boolean panels = panels(text);
        boolean page = text.contains("\"pageNo\"") || text.contains("\"HappendAt\"") || text.contains("\"happendAt\"");
        return new RecognitionBuilder(tool())
                .add(comment, 60, "Có khoá dạng \"câu-Comment\" của SurveyJS", "Keys such as \"question-Comment\"")
                .add(page, 25, "Có khoá pageNo hoặc HappendAt", "Keys pageNo or HappendAt")
                .add(grid, 25, "Có câu hỏi dạng bảng (đối tượng lồng)", "Matrices as objects inside")
                .add(panels, 20, "Có nhóm lặp (danh sách đối tượng)", "Dynamic panels as lists of objects")
                .add(ticks, 25, "Có lựa chọn nhiều phương án dạng danh sách", "What was ticked as a list")
                .build();
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        return JsonTable.open(file, detection.kind(), options.limits(), UnaryOperator.identity())
                .map(table -> TableAnswers.of(table, columns(table)));
    }

    /** Lists of objects inside a response, not the list of responses itself. */
    private static boolean panels(String text) {
        Matcher found = PANELS.matcher(text);
        while (found.find()) {
            String name = text.substring(found.start() + 1, text.indexOf('"', found.start() + 1));
            if (!JsonDocuments.WRAPPERS.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<AnswerColumn> columns(JsonTable table) {
        Map<String, Set<String>> rows = new HashMap<>();
        table.paths().forEach((path, facts) -> {
            int dot = path.lastIndexOf(JsonDocument.INSIDE);
            if (facts.isInside() && dot > 0 && !path.substring(0, dot).endsWith("]")) {
                rows.computeIfAbsent(path.substring(0, dot), first -> new HashSet<>())
                        .add(path);
            }
        });
        List<AnswerColumn> columns = new ArrayList<>();
        for (Map.Entry<String, JsonTable.PathFacts> path : table.paths().entrySet()) {
            columns.add(
                    column(path.getKey(), path.getValue(), rows, table.paths().keySet()));
        }
        return columns;
    }

    private static AnswerColumn column(
            String path, JsonTable.PathFacts facts, Map<String, Set<String>> rows, Set<String> all) {
        AnswerColumn column = AnswerColumn.of(path, 1);
        String lower = path.toLowerCase(java.util.Locale.ROOT);
        if (IDS.contains(lower) && all.contains(path)) {
            return column.as(ColumnRole.ID);
        }
        if (lower.equals("happendat") || lower.equals("happenedat")) {
            return column.as(ColumnRole.DAY);
        }
        if (lower.equals("pageno")) {
            return column.as(ColumnRole.IGNORE);
        }
        if (path.endsWith("-Comment")) {
            return column.answeredBy(AnswerKind.OPEN_TEXT).holding(PersonalData.FREE_TEXT);
        }
        if (facts.isList()) {
            return facts.listing(column);
        }
        int dot = path.lastIndexOf(JsonDocument.INSIDE);
        if (facts.isInside() && dot > 0 && rows.containsKey(path.substring(0, dot))) {
            return row(column.asking(path.substring(0, dot), Optional.empty()), path.substring(dot + 1));
        }
        return column.asking(path.replace("[", ".").replace("]", ""), Optional.empty());
    }

    /** A row of a matrix; whether rows are ticks or answers of their own, their values decide. */
    private static AnswerColumn row(AnswerColumn column, String row) {
        return new AnswerColumn(
                column.heading(),
                column.occurrence(),
                Optional.empty(),
                column.question(),
                Optional.of(row),
                Optional.of(column.heading()),
                Optional.empty(),
                column.personal(),
                column.values(),
                "");
    }
}
