package vn.sipas.io.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.io.csv.CsvFormat;
import vn.sipas.io.csv.CsvRow;
import vn.sipas.io.csv.CsvRowReader;
import vn.sipas.io.table.SourceLimits;

/**
 * The tab-separated structure file of LimeSurvey: one row for a setting (S, SL), a group (G), a question (Q), a sub-question
 * (SQ) or an answer (A), those of a question behind it, everything once more for each further language.
 */
final class LssTabs {

    private static final int MOST_ROWS = 200_000;
    private static final Set<String> COLUMNS = Set.of(
            "id",
            "related_id",
            "class",
            "type/scale",
            "name",
            "relevance",
            "text",
            "help",
            "language",
            "validation",
            "mandatory",
            "other",
            "default",
            "same_default",
            "same_script");

    private final CsvRowReader reader;
    private final Map<String, List<Map<String, String>>> tables = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Set<String> groups = new HashSet<>();
    private String group = "";
    private String question = "";
    private int order;

    private LssTabs(CsvRowReader reader) {
        this.reader = reader;
    }

    /** Whether the first bytes are the headings of such a file. */
    static boolean isTabs(byte[] head) {
        String start = new String(head, java.nio.charset.StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .replace("\"", "");
        return start.startsWith("class\ttype/scale\t") || start.startsWith("id\trelated_id\tclass\ttype/scale\t");
    }

    static Checked<LssTables> read(InputStream input, String source, SourceLimits limits) throws IOException {
        CsvFormat format = CsvFormat.rfc4180().withDelimiter('\t').withLimits(limits.rowBytes(), limits.fieldBytes());
        Checked<CsvRowReader> opened = CsvRowReader.open(input, source, format);
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        LssTabs tabs = new LssTabs(opened.value().get());
        List<Problem> problems = new ArrayList<>();
        for (Optional<CsvRow> row = tabs.reader.next(problems::add);
                row.isPresent();
                row = tabs.reader.next(problems::add)) {
            if (tabs.order == MOST_ROWS) {
                return Checked.refused(
                        Problem.of(QuestionnaireProblem.BROKEN, row.get().place()));
            }
            tabs.accept(row.get());
        }
        tabs.add("surveys", tabs.settings);
        return Checked.of(LssTables.ofSurvey(tabs.tables), problems);
    }

    private void accept(CsvRow row) {
        order++;
        String name = cell(row, "name");
        String scale = cell(row, "type/scale");
        String text = cell(row, "text");
        String language = cell(row, "language");
        switch (cell(row, "class")) {
            case "S" -> settings.put(name, text);
            case "SL" -> {
                if (name.equals("surveyls_title")) {
                    add("surveys_languagesettings", Map.of("surveyls_language", language, "surveyls_title", text));
                }
            }
            case "G" -> {
                group = scale.isEmpty() ? name : scale;
                if (groups.add(group)) {
                    add("groups", Map.of("gid", group, "group_order", number(), "grelevance", cell(row, "relevance")));
                }
                add("group_l10ns", Map.of("gid", group, "group_name", name, "language", language));
            }
            case "Q" -> question(row, name, scale);
            case "SQ" -> sub(row, name, scale);
            case "A" -> {
                String id = question + "/" + scale + "/" + name;
                add(
                        "answers",
                        Map.of("aid", id, "qid", question, "code", name, "sortorder", number(), "scale_id", scale));
                add("answer_l10ns", Map.of("aid", id, "answer", text, "language", language));
            }
            default -> {}
        }
    }

    private void question(CsvRow row, String name, String type) {
        question = name;
        Map<String, String> fields = fields(row, name, "0");
        fields.put("type", type);
        add("questions", fields);
        text(row, name);
        for (String heading : reader.headings()) {
            String value = COLUMNS.contains(heading) ? "" : cell(row, heading);
            if (!value.isEmpty()) {
                add("question_attributes", Map.of("qid", name, "attribute", heading, "value", value));
            }
        }
    }

    private void sub(CsvRow row, String name, String scale) {
        String id = question + "/" + scale + "/" + name;
        Map<String, String> fields = fields(row, id, question);
        fields.put("title", name);
        fields.put("scale_id", scale);
        add("subquestions", fields);
        text(row, id);
    }

    private Map<String, String> fields(CsvRow row, String id, String parent) {
        Map<String, String> fields = new HashMap<>();
        fields.put("qid", id);
        fields.put("parent_qid", parent);
        fields.put("gid", group);
        fields.put("title", cell(row, "name"));
        fields.put("question_order", number());
        fields.put("mandatory", cell(row, "mandatory"));
        fields.put("other", cell(row, "other"));
        fields.put("relevance", cell(row, "relevance"));
        return fields;
    }

    private void text(CsvRow row, String id) {
        add("question_l10ns", Map.of("qid", id, "question", cell(row, "text"), "language", cell(row, "language")));
    }

    private String number() {
        return Integer.toString(order);
    }

    private void add(String table, Map<String, String> row) {
        tables.computeIfAbsent(table, first -> new ArrayList<>()).add(row);
    }

    private String cell(CsvRow row, String heading) {
        return reader.column(heading).stream().mapToObj(row::field).findFirst().orElse("");
    }
}
