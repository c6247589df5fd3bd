package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/**
 * KoboToolbox: CSV and XLSX with names or labels as headings, repeats in further sheets, and JSON of its web service.
 */
final class KoboAdapter implements SourceAdapter {

    /** What the server adds to each submission; in repeats behind {@code _submission_}. */
    private static final Set<String> TAIL = Set.of(
            "_id",
            "_uuid",
            "_submission_time",
            "_validation_status",
            "_notes",
            "_status",
            "_submitted_by",
            "_tags",
            "_index",
            "__version__",
            "_version_",
            "_version",
            "_xform_id_string",
            "_attachments",
            "_geolocation",
            "_bamboo_dataset_id",
            "formhub/uuid",
            "_parent_index",
            "_parent_table_name",
            "meta/instanceID",
            "meta/rootUuid",
            "meta/deprecatedID",
            "meta/versionID",
            "meta/formUID",
            "_media_all_received",
            "_media_count",
            "_total_media",
            "_duration",
            "_deleted_at",
            "_date_modified",
            "_last_edited",
            "_root_uuid",
            "_edited",
            "_supplementalDetails",
            "instanceID",
            "rootUuid",
            "deprecatedID");

    private static final Set<String> REJECTED = Set.of("validation_status_not_approved", "not approved");
    private static final int LOOKED_AT = 5000;

    @Override
    public SurveyTool tool() {
        return SurveyTool.KOBO;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        boolean json = sample.kind() == SourceKind.JSON || sample.kind() == SourceKind.JSON_LINES;
        Function<String, Boolean> has = json
                ? name -> sample.text().contains("\"" + name + "\"")
                : name -> sample.sheets().stream()
                        .anyMatch(sheet -> headings(sheet).contains(name));
        long tail = List.of(
                        "_id",
                        "_validation_status",
                        "_notes",
                        "_status",
                        "_submitted_by",
                        "_tags",
                        "_index",
                        "_attachments",
                        "_geolocation",
                        "_xform_id_string",
                        "formhub/uuid")
                .stream()
                .filter(has::apply)
                .count();
        boolean core = has.apply("_uuid") && has.apply("_submission_time");
        boolean repeats = has.apply("_parent_table_name") && has.apply("_parent_index");
        boolean instances = json && has.apply("meta/instanceID");
        boolean form = json && has.apply("submissions") && has.apply("content") && has.apply("survey");
        List<String> first = sample.first().headings();
        boolean chosen = !json
                && first.size() > 2
                && first.get(first.size() - 1).equals("_index")
                && first.get(0).equals("start")
                && first.get(1).equals("end");
        boolean newest = has.apply("_uuid") && has.apply("_index") && has.apply("_id");
        return new RecognitionBuilder(tool())
                .add(
                        core || newest,
                        60,
                        "Có cột _uuid và _submission_time của KoboToolbox",
                        "KoboToolbox's own columns _uuid and _submission_time")
                .add(
                        instances,
                        55,
                        "Có khoá meta/instanceID của biểu mẫu KoboToolbox",
                        "The key meta/instanceID of forms of KoboToolbox")
                .add(
                        form,
                        55,
                        "Có biểu mẫu (content, survey) cùng các phiếu (submissions)",
                        "A form (content, survey) together with its submissions")
                .add(
                        chosen && !core && !newest,
                        60,
                        "Các cột từ start, end đến _index như khi chỉ xuất một số câu hỏi",
                        "Columns from start and end to _index, as when some questions alone are exported")
                .add(
                        tail > 0 && (core || newest || instances || form || repeats),
                        (int) Math.min(35, 7 * tail),
                        "Có " + tail + " cột hệ thống khác (_id, _index, _status …)",
                        tail + " more columns of its own (_id, _index, _status …)")
                .add(
                        repeats,
                        core || newest ? 30 : 60,
                        "Trang tính nhóm lặp có _parent_table_name, _parent_index",
                        "Sheets of repeats with _parent_table_name, _parent_index")
                .build();
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        if (detection.kind() == SourceKind.JSON || detection.kind() == SourceKind.JSON_LINES) {
            return JsonTable.open(file, detection.kind(), options.limits(), KoboAdapter::decoded)
                    .map(table -> answers(table, jsonColumns(table), List.of()));
        }
        Checked<SourceTable> opened = detection.kind() == SourceKind.WORKBOOK
                ? KoboWorkbook.open(file, options.limits())
                : SourceTables.open(file, detection, options);
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        List<SpaceLists> lists;
        try (SourceTable looked = opened.value().get()) {
            boolean submissions =
                    looked.headings().contains("_uuid") || looked.headings().contains("_submission_time");
            if (!submissions && looked.headings().contains("_parent_index")) {
                return Checked.refused(Problem.of(FormToolProblem.REPEAT_ALONE, Place.in(file.name()), "parent", "?"));
            }
            lists = lists(looked);
        }
        Checked<SourceTable> again = detection.kind() == SourceKind.WORKBOOK
                ? KoboWorkbook.open(file, options.limits())
                : SourceTables.open(file, detection, options);
        return again.map(table -> answers(table, columns(table.headings(), lists), List.of()));
    }

    private static SourceContent answers(SourceTable table, List<AnswerColumn> columns, List<Problem> notes) {
        int status = status(table.headings());
        return new FormAnswers(table, columns, true, notes, row -> rejected(row, status));
    }

    private static int status(List<String> headings) {
        int plain = headings.indexOf("_validation_status");
        return plain >= 0 ? plain : headings.indexOf("_validation_status.uid");
    }

    private static Optional<Problem> rejected(SourceRow row, int status) {
        return status >= 0 && REJECTED.contains(row.cell(status).strip().toLowerCase(Locale.ROOT))
                ? Optional.of(Problem.of(
                        FormToolProblem.REJECTED,
                        row.place(status),
                        "tool",
                        SurveyTool.KOBO.label().en()))
                : Optional.empty();
    }

    private static List<AnswerColumn> jsonColumns(JsonTable table) {
        List<String> headings = table.headings();
        XformColumns form = new XformColumns(headings, KoboAdapter::isTail);
        boolean uuid = headings.contains("_uuid");
        boolean time = headings.contains("_submission_time");
        List<AnswerColumn> columns = new ArrayList<>();
        for (Map.Entry<String, JsonTable.PathFacts> path : table.paths().entrySet()) {
            AnswerColumn column = AnswerColumn.of(path.getKey(), 1);
            Optional<AnswerColumn> own = tail(column, uuid, time);
            if (own.isPresent()) {
                columns.add(own.get());
            } else if (path.getValue().isList()) {
                columns.add(path.getValue().listing(column));
            } else {
                columns.add(form.describe(column, path.getValue().spaces()));
            }
        }
        return columns;
    }

    private static List<AnswerColumn> columns(List<String> headings, List<SpaceLists> lists) {
        int[] occurrences = Headings.occurrences(headings);
        XformColumns form = new XformColumns(headings, KoboAdapter::isTail);
        boolean uuid = headings.contains("_uuid");
        boolean time = headings.contains("_submission_time");
        List<AnswerColumn> columns = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            AnswerColumn column = AnswerColumn.of(headings.get(i), occurrences[i]);
            SpaceLists list = lists.get(i);
            columns.add(tail(column, uuid, time).orElseGet(() -> form.describe(column, list)));
        }
        return columns;
    }

    private static Optional<AnswerColumn> tail(AnswerColumn column, boolean uuid, boolean time) {
        String heading = column.heading();
        String top = top(heading);
        if (heading.equals("_uuid") || (!uuid && (heading.equals("_id") || heading.equals("meta/instanceID")))) {
            return Optional.of(column.as(ColumnRole.ID));
        }
        return switch (top) {
            case "_submission_time" -> Optional.of(column.as(ColumnRole.DAY));
            case "_submitted_by" -> Optional.of(column.as(ColumnRole.PERSONAL).holding(PersonalData.ACCOUNT));
            case "_geolocation" -> Optional.of(column.as(ColumnRole.PERSONAL).holding(PersonalData.LOCATION));
            case "_attachments" -> Optional.of(column.as(ColumnRole.PERSONAL).holding(PersonalData.MEDIA));
            case "_notes" -> Optional.of(column.as(ColumnRole.PERSONAL).holding(PersonalData.FREE_TEXT));
            case "start", "end", "today" ->
                Optional.of(!time && top.equals("end") ? column.as(ColumnRole.DAY) : column.as(ColumnRole.IGNORE));
            default -> isTail(heading) ? Optional.of(column.as(ColumnRole.IGNORE)) : Optional.empty();
        };
    }

    private static boolean isTail(String heading) {
        String top = top(heading);
        return TAIL.contains(heading)
                || TAIL.contains(top)
                || top.startsWith("_submission_")
                || top.startsWith("_xform_");
    }

    /** The key outermost: {@code _validation_status} of {@code _validation_status.label}; repeats do not count. */
    private static String top(String heading) {
        int repeat = heading.lastIndexOf("].");
        String own = repeat < 0 ? heading : heading.substring(repeat + 2);
        if (!heading.startsWith("_")) {
            return own;
        }
        int bracket = heading.indexOf('[');
        int dot = heading.indexOf('.');
        int end = Math.min(bracket < 0 ? heading.length() : bracket, dot < 0 ? heading.length() : dot);
        String first = heading.substring(0, end);
        return TAIL.contains(first) ? first : own;
    }

    /**
     * Puts dots and dollar signs back into keys, which the server's database cannot hold, and takes out of keys in repeats
     * the path of the repeat, which they say again.
     */
    static String decoded(String key) {
        String plain = key;
        if (key.contains("Lg==") || key.startsWith("JA==")) {
            plain = key.startsWith("JA==") ? "$" + key.substring(4) : key;
            plain = plain.replace("==5Lg==", ".").replace("Lg==", ".");
        }
        if (!plain.contains("].")) {
            return plain;
        }
        String[] parts = plain.split("\\]\\.", -1);
        StringBuilder path = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            int bracket = parts[i - 1].lastIndexOf('[');
            String around = bracket < 0 ? "/" : parts[i - 1].substring(0, bracket) + "/";
            path.append("].").append(parts[i].startsWith(around) ? parts[i].substring(around.length()) : parts[i]);
        }
        return path.toString();
    }

    private static Set<String> headings(SheetSample sheet) {
        return new TreeSet<>(sheet.headings());
    }

    /** Looks at the first rows for lists of names. */
    static List<SpaceLists> lists(SourceTable table) throws IOException {
        List<SpaceLists> columns = new ArrayList<>();
        table.headings().forEach(heading -> columns.add(new SpaceLists()));
        int rows = 0;
        for (Optional<SourceRow> row = table.next(passed -> {});
                row.isPresent() && rows < LOOKED_AT;
                row = table.next(passed -> {})) {
            rows++;
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).accept(row.get().cell(i));
            }
        }
        return columns;
    }
}
