package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
    private static final Pattern DEEP_GRID = Pattern.compile(
            "\"[^\"\\\\]{1,300}\"\\s*:\\s*\\{\\s*\"[^\"\\\\]{1,300}\"\\s*:\\s*\\{\\s*\"[^\"\\\\]{1,300}\"\\s*:\\s*(?:\"|[-\\d]|true|false)");
    private static final Pattern TICKS =
            Pattern.compile("\"[^\"\\\\]{1,300}\"\\s*:\\s*\\[\\s*(?:\"[^\"\\\\]{0,200}\"|-?\\d+)\\s*[,\\]]");
    private static final Pattern PANELS = Pattern.compile("\"[^\"\\\\]{1,300}\"\\s*:\\s*\\[\\s*\\{\\s*\"");
    /** Files that were handed in, each with name, type and content, and what was drawn by hand. */
    private static final Pattern FILES = Pattern.compile(
            "\"content\"\\s*:\\s*\"data:[\\w.+-]+/|\"type\"\\s*:\\s*\"\\w+/[\\w.+-]+\"\\s*,\\s*\"content\"");

    private static final Pattern DRAWN = Pattern.compile("\"[^\"\\\\]{1,200}\"\\s*:\\s*\"data:image/");
    /** What a service puts around the answers of one person. */
    private static final Pattern ENVELOPE =
            Pattern.compile("(?i)^(?:json|data|result|response|answers|content)\\.(?=.)");

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
        // What services keep as text is looked at, too.
        String text = sample.text().replace("\\\"", "\"");
        boolean other = text.contains("\"_uuid\"")
                || text.contains("\"formhub/uuid\"")
                || text.contains("\"feedbackScale\"")
                || text.contains("\"activePeriods\"")
                || text.contains("\"ts\"")
                || text.contains("\"answers\"")
                || text.contains("\"meta/instanceID\"")
                || text.contains("\"_attachments\"")
                || text.contains("\"__system\"")
                || (text.contains("\"submissions\"") && text.contains("\"content\""));
        if (other) {
            return Recognition.none(tool());
        }
        boolean comment = COMMENT.matcher(text).find();
        boolean grid = GRID.matcher(text).find();
        boolean ticks = TICKS.matcher(text).find();
        boolean panels = panels(text);
        boolean files = FILES.matcher(text).find();
        boolean drawn = DRAWN.matcher(text).find();
        boolean page = text.contains("\"pageNo\"") || text.contains("\"HappendAt\"") || text.contains("\"happendAt\"");
        boolean marked = comment || page || grid || panels || files || drawn || ticks;
        return new RecognitionBuilder(tool())
                .add(!marked, 5, "Mỗi đối tượng JSON là một phiếu", "Each JSON object is a response")
                .add(comment, 60, "Có khoá dạng \"câu-Comment\" của SurveyJS", "Keys such as \"question-Comment\"")
                .add(page, 25, "Có khoá pageNo hoặc HappendAt", "Keys pageNo or HappendAt")
                .add(grid, 25, "Có câu hỏi dạng bảng (đối tượng lồng)", "Matrices as objects inside")
                .add(
                        DEEP_GRID.matcher(text).find(),
                        10,
                        "Có bảng nhiều cột (đối tượng trong đối tượng)",
                        "Matrices of several columns (objects in objects)")
                .add(panels, 20, "Có nhóm lặp (danh sách đối tượng)", "Dynamic panels as lists of objects")
                .add(files, 50, "Có tệp đính kèm gồm name, type, content", "Attached files with name, type and content")
                .add(drawn && !files, 25, "Có chữ ký hoặc ảnh dạng data:image", "Signatures or pictures as data:image")
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
            if (!JsonDocuments.isWrapper(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<AnswerColumn> columns(JsonTable table) {
        Map<String, Set<String>> rows = new HashMap<>();
        Set<String> files = new HashSet<>();
        table.paths().forEach((path, facts) -> {
            String own = bare(path);
            int dot = own.lastIndexOf(JsonDocument.INSIDE);
            if (facts.isInside() && dot > 0 && !own.substring(0, dot).endsWith("]")) {
                rows.computeIfAbsent(own.substring(0, dot), first -> new HashSet<>())
                        .add(path);
            }
            if (dot > 0 && own.endsWith(".content") && isFile(table, path.substring(0, path.length() - 8), facts)) {
                files.add(path.substring(0, path.length() - 7));
            }
        });
        List<AnswerColumn> columns = new ArrayList<>();
        table.paths()
                .forEach((path, facts) -> columns.add(
                        facts.isEncoded() || files.stream().anyMatch(path::startsWith)
                                ? AnswerColumn.of(path, 1)
                                        .as(ColumnRole.PERSONAL)
                                        .holding(PersonalData.MEDIA)
                                : column(path, facts, rows)));
        return columns;
    }

    /** Whether an object is a file that was handed in: its content, its name and its type, all together. */
    private static boolean isFile(JsonTable table, String path, JsonTable.PathFacts content) {
        return content.isEncoded()
                || (table.paths().containsKey(path + ".name") && table.paths().containsKey(path + ".type"));
    }

    /** The path inside what a service puts around the answers. */
    private static String bare(String path) {
        return ENVELOPE.matcher(path).replaceFirst("");
    }

    private static AnswerColumn column(String path, JsonTable.PathFacts facts, Map<String, Set<String>> rows) {
        AnswerColumn column = AnswerColumn.of(path, 1);
        String own = bare(path);
        String lower = own.toLowerCase(Locale.ROOT);
        boolean wrapped = !own.equals(path);
        if (!wrapped && IDS.contains(lower)) {
            return column.as(ColumnRole.ID);
        }
        if (lower.equals("happendat") || lower.equals("happenedat") || (!wrapped && lower.equals("createdat"))) {
            return column.as(ColumnRole.DAY);
        }
        if (lower.equals("pageno") || (!wrapped && lower.equals("postid"))) {
            return column.as(ColumnRole.IGNORE);
        }
        if (path.endsWith("-Comment")) {
            return column.answeredBy(AnswerKind.OPEN_TEXT).holding(PersonalData.FREE_TEXT);
        }
        if (facts.isList()) {
            return facts.listing(column.asking(own, Optional.empty()));
        }
        int dot = own.lastIndexOf(JsonDocument.INSIDE);
        if (facts.isInside() && dot > 0 && rows.containsKey(own.substring(0, dot))) {
            return row(column.asking(own.substring(0, dot), Optional.empty()), own.substring(dot + 1));
        }
        return column.asking(own.replace("[", ".").replace("]", ""), Optional.empty());
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
