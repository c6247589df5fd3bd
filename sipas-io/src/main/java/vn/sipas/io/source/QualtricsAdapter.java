package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/**
 * Qualtrics' CSV: a row of names, a row of labels in the language of the account, and, unless the file is of the older kind,
 * a row of import ids such as <code>{"ImportId":"QID1"}</code>.
 */
final class QualtricsAdapter implements SourceAdapter {

    private static final Map<String, ColumnRole> ROLES = new HashMap<>();
    private static final Map<String, PersonalData> PERSONAL = new HashMap<>();

    static {
        for (String name : List.of(
                "startdate",
                "enddate",
                "progress",
                "duration (in seconds)",
                "distributionchannel",
                "userlanguage",
                "responseset",
                "status",
                "locationaccuracy",
                "q_totalduration")) {
            ROLES.put(name, ColumnRole.IGNORE);
        }
        ROLES.put("responseid", ColumnRole.ID);
        ROLES.put("_recordid", ColumnRole.ID);
        ROLES.put("recordeddate", ColumnRole.DAY);
        ROLES.put("finished", ColumnRole.COMPLETION);
        personal(PersonalData.IP_ADDRESS, "ipaddress");
        personal(PersonalData.NAME, "recipientlastname", "recipientfirstname", "name");
        personal(PersonalData.EMAIL, "recipientemail", "emailaddress");
        personal(PersonalData.ACCOUNT, "externalreference", "externaldatareference");
        personal(PersonalData.LOCATION, "locationlatitude", "locationlongitude");
    }

    private static final Pattern IMPORT_ID =
            Pattern.compile("\\s*\\{\\s*\"ImportId\"\\s*:\\s*\"([^\"]{1,200})\".*\\}\\s*", Pattern.DOTALL);
    /** What the tool made of answers in the respondents' own words. */
    private static final Pattern TOPICS = Pattern.compile("QID.*_TEXT_.*(?:Topics|TopicHierarchy\\d*|Sentiment.*)");

    private static final Pattern PART = Pattern.compile("(.+?)_(\\d{1,4}|x\\d{1,4})");
    /** What the question about the respondent's browser, which nobody sees, writes behind its name. */
    private static final List<String> BROWSER_PARTS =
            List.of("_Browser", "_Version", "_Operating System", "_Resolution");

    private static final Map<String, String> FINISHED = new LinkedHashMap<>();

    static {
        for (String yes : List.of("1", "True", "TRUE", "Wahr", "Vrai", "Đúng")) {
            FINISHED.put(yes, Ticks.TICKED);
        }
        for (String no : List.of("0", "False", "FALSE", "Falsch", "Faux", "Sai")) {
            FINISHED.put(no, Ticks.UNTICKED);
        }
    }

    /** Codes and English words of the status of previews and tests; other languages are told by their own words. */
    private static final Set<String> PREVIEWS = Set.of(
            "1",
            "2",
            "9",
            "17",
            "survey preview",
            "survey test",
            "preview",
            "test",
            "umfragenvorschau",
            "umfragevorschau",
            "umfragetest",
            "apercu de l enquete",
            "xem truoc khao sat",
            "kiem tra khao sat");

    private static void personal(PersonalData kind, String... names) {
        for (String name : names) {
            PERSONAL.put(name, kind);
        }
    }

    @Override
    public SurveyTool tool() {
        return SurveyTool.QUALTRICS;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        if (sample.kind() == SourceKind.JSON || sample.kind() == SourceKind.JSON_LINES) {
            return Recognition.none(tool());
        }
        SheetSample sheet = sample.first();
        boolean importIds = sheet.row(2).stream().limit(3).anyMatch(QualtricsAdapter::isImportId)
                || sheet.row(1).stream().limit(3).anyMatch(QualtricsAdapter::isImportId);
        long names = known(sheet.headings());
        boolean legacy = isLegacy(sheet.headings(), sheet.row(1));
        return new RecognitionBuilder(tool())
                .add(
                        importIds,
                        80,
                        "Có dòng tiêu đề ImportId dạng JSON, chỉ Qualtrics viết như vậy",
                        "A heading row of ImportId in JSON, which only Qualtrics writes")
                .add(
                        names >= 4,
                        50,
                        "Các cột StartDate, RecordedDate, ResponseId … của Qualtrics: " + names + " cột",
                        "Columns StartDate, RecordedDate, ResponseId … of Qualtrics: " + names)
                .add(
                        legacy,
                        70,
                        "Các cột V1 … V10 và dòng nhãn ResponseID, ResponseSet của bản xuất cũ",
                        "Columns V1 … V10 with the labels ResponseID, ResponseSet of the older export")
                .build();
    }

    private static long known(List<String> headings) {
        Set<String> marks = Set.of(
                "startdate",
                "enddate",
                "recordeddate",
                "responseid",
                "distributionchannel",
                "userlanguage",
                "ipaddress",
                "progress",
                "duration (in seconds)");
        return headings.stream()
                .map(Headings::folded)
                .filter(marks::contains)
                .distinct()
                .count();
    }

    private static boolean isLegacy(List<String> headings, List<String> labels) {
        return headings.size() > 5
                && Headings.normal(headings.get(0)).equals("V1")
                && Headings.normal(headings.get(1)).equals("V2")
                && !labels.isEmpty()
                && labels.stream().limit(2).noneMatch(label -> label.startsWith("R_"));
    }

    private static boolean isImportId(String cell) {
        return IMPORT_ID.matcher(cell).matches();
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        Checked<SourceTable> opened = SourceTables.open(file, detection, options);
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        SourceTable table = opened.value().get();
        SheetSample sheet = SourceSampler.sample(file, options)
                .value()
                .map(sampled -> sampled.sample().first())
                .orElse(new SheetSample("", List.of()));
        if (isResponse(sheet.headings(), sheet.row(1))) {
            return Checked.of(new TableAnswers(
                    table, columns(table.headings(), List.of(), List.of()), 0, refusal(table.headings(), List.of())));
        }
        List<Problem> problems = new ArrayList<>();
        Optional<SourceRow> second = table.next(problems::add);
        if (second.isEmpty()) {
            table.close();
            return Checked.refused(Problem.of(SourceProblem.BAD_HEADINGS, table.headerPlace(), "tool", tool().id()));
        }
        boolean imports = sheet.row(2).stream().limit(3).anyMatch(QualtricsAdapter::isImportId);
        List<String> labels = second.get().cells();
        List<String> ids = List.of();
        long read = 1;
        if (imports) {
            Optional<SourceRow> third = table.next(problems::add);
            ids = third.map(SourceRow::cells).orElse(List.of());
            read = 2;
        } else if (isImportId(labels.get(0))) {
            ids = labels;
            labels = List.of();
        }
        if (table.rowsSetAside() > 0) {
            // A row of headings was broken, and the row behind it would be taken for one.
            table.close();
            problems.add(Problem.of(SourceProblem.BAD_HEADINGS, table.headerPlace(), "tool", tool().id()));
            return Checked.refused(problems);
        }
        return Checked.of(new TableAnswers(
                table, columns(table.headings(), labels, ids), read, refusal(table.headings(), labels)));
    }

    /** Whether the row below the names is a response already, because somebody took the labels out. */
    private static boolean isResponse(List<String> names, List<String> row) {
        for (int i = 0; i < Math.min(names.size(), row.size()); i++) {
            String name = Headings.folded(names.get(i));
            boolean id = name.equals("responseid") && row.get(i).startsWith("R_");
            boolean day = (name.equals("startdate") || name.equals("recordeddate"))
                    && DateText.parts(Headings.normal(row.get(i))).isPresent();
            if (id || day) {
                return true;
            }
        }
        return false;
    }

    private static List<AnswerColumn> columns(List<String> headings, List<String> labels, List<String> ids) {
        int[] occurrences = Headings.occurrences(headings);
        boolean legacy = isLegacy(headings, labels);
        List<AnswerColumn> columns = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            String label = i < labels.size() ? Headings.normal(labels.get(i)) : "";
            String name = legacy && headings.get(i).matches("V\\d+") && !label.isEmpty() ? label : headings.get(i);
            String importId = i < ids.size() ? importId(ids.get(i)) : "";
            columns.add(column(AnswerColumn.of(headings.get(i), occurrences[i]), name, label, importId, i));
        }
        boolean hasDay = columns.stream()
                .anyMatch(column -> column.role().filter(ColumnRole.DAY::equals).isPresent());
        if (!hasDay) {
            columns.replaceAll(column -> isEnd(column, legacy, headings, labels) ? column.as(ColumnRole.DAY) : column);
        }
        return columns;
    }

    private static boolean isEnd(AnswerColumn column, boolean legacy, List<String> headings, List<String> labels) {
        int index = headings.indexOf(column.heading());
        String name = legacy && index >= 0 && index < labels.size() ? labels.get(index) : column.heading();
        return Headings.folded(name).equals("enddate");
    }

    private static String importId(String cell) {
        Matcher matcher = IMPORT_ID.matcher(cell);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static AnswerColumn column(AnswerColumn column, String name, String label, String importId, int index) {
        String key = Headings.folded(name);
        String byId = importId.toLowerCase(Locale.ROOT);
        boolean question = byId.startsWith("qid");
        PersonalData personal = question ? null : PERSONAL.getOrDefault(key, PERSONAL.get(byId));
        if (personal != null) {
            return column.as(ColumnRole.PERSONAL).holding(personal);
        }
        ColumnRole role = question ? null : ROLES.getOrDefault(key, ROLES.get(byId));
        if (role != null) {
            return role == ColumnRole.COMPLETION ? column.as(role).writing(FINISHED) : column.as(role);
        }
        Optional<String> text = Optional.of(label).filter(words -> !words.isBlank());
        String code = Headings.normal(name).isEmpty() ? "column-" + (index + 1) : Headings.normal(name);
        if (question && TOPICS.matcher(importId).matches()) {
            return column.as(ColumnRole.IGNORE);
        }
        AnswerColumn asked = column.asking(code, text);
        if (code.endsWith("_TEXT") || (question && importId.endsWith("_TEXT"))) {
            return asked.answeredBy(AnswerKind.OPEN_TEXT).holding(PersonalData.FREE_TEXT);
        }
        if (BROWSER_PARTS.stream().anyMatch(code::endsWith)) {
            return column.as(ColumnRole.PERSONAL).holding(PersonalData.DEVICE);
        }
        Matcher part = PART.matcher(code);
        boolean timing =
                code.matches(".*_(?:First Click|Last Click|Page Submit|Click Count)") || code.matches(".*_DO(?:_.*)?");
        if (timing) {
            return column.as(ColumnRole.IGNORE);
        }
        return part.matches()
                ? column.asking(part.group(1), text).partOf(part.group(2))
                : asked.mayList(ListText.BARE_COMMA);
    }

    private Function<SourceRow, Optional<Problem>> refusal(List<String> headings, List<String> labels) {
        boolean legacy = isLegacy(headings, labels);
        int status = -1;
        for (int i = 0; i < headings.size(); i++) {
            String name = legacy && i < labels.size() ? labels.get(i) : headings.get(i);
            status = status < 0 && Headings.folded(name).equals("status") ? i : status;
        }
        int column = status;
        return row -> {
            if (column < 0) {
                return Optional.empty();
            }
            boolean preview = PREVIEWS.contains(Headings.plain(row.cell(column)));
            Place place = row.place(column);
            return preview
                    ? Optional.of(Problem.of(SourceProblem.PREVIEW_ROW, place, "tool", tool().id()))
                    : Optional.empty();
        };
    }
}
