package vn.sipas.io.source;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.json.tree.JsonFields;
import vn.sipas.io.json.tree.JsonLimits;
import vn.sipas.io.json.tree.JsonText;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTreeReader;

/**
 * Reads and writes mappings in the format {@value #FORMAT}; the schema is
 * {@link vn.sipas.io.json.PublishedSchema#MAPPING}.
 *
 * <p>At most 16 million characters and 64 levels of nesting are read; every problem has line and column. Besides
 * {@link MappingProblem}, problems carry the codes {@code json.*} of the other formats. Immutable and safe for use by
 * several threads.
 */
public final class ColumnMappingJson {

    /** The format and its version, the first field of every document. */
    public static final String FORMAT = "sipas-mapping/1";

    private static final JsonTreeReader READER = new JsonTreeReader(JsonLimits.DEFINITION);
    private static final int MOST_TEXT = 10_000;

    private final JsonText writer = new JsonText();

    private ColumnMappingJson() {}

    /** What can be wrong with a mapping file. */
    public enum MappingProblem implements ProblemKind {
        /** A field that must be there is not. */
        MISSING("mapping.field.missing", "Thiếu trường \"{field}\".", "The field \"{field}\" is missing."),
        /** A field has a value that it cannot have. */
        BAD_VALUE(
                "mapping.field.bad-value",
                "Giá trị của trường \"{field}\" không hợp lệ; hãy xem lược đồ mapping-1.",
                "The value of the field \"{field}\" is not valid; see the schema mapping-1."),
        /** A heading stands twice without different occurrences. */
        REPEATED_COLUMN(
                "mapping.column.repeated",
                "Cột được nêu hai lần trong cùng một biểu mẫu; hãy dùng \"occurrence\".",
                "The column stands twice in one form; tell them apart by \"occurrence\".");

        private final String code;
        private final String vi;
        private final String en;

        MappingProblem(String code, String vi, String en) {
            this.code = code;
            this.vi = vi;
            this.en = en;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public LocalizedText text() {
            return LocalizedText.of(vi, en);
        }
    }

    /**
     * Makes a reader and writer.
     *
     * @return the reader and writer
     */
    public static ColumnMappingJson create() {
        return new ColumnMappingJson();
    }

    /**
     * Reads a mapping.
     *
     * @param json the document
     * @param source the name under which problems refer to it
     * @return the mapping and any warnings, or everything that is wrong
     */
    public Checked<ColumnMapping> read(String json, String source) {
        Place where = Place.in(source);
        return mapping(READER.read(json, where), where);
    }

    /**
     * Reads a mapping from a file in UTF-8.
     *
     * @param file the file
     * @return the mapping and any warnings, or everything that is wrong
     * @throws IOException if the file cannot be read
     */
    public Checked<ColumnMapping> read(Path file) throws IOException {
        Place where = Place.in(file.toString());
        return mapping(READER.read(Files.readAllBytes(file), where), where);
    }

    /**
     * Writes a mapping.
     *
     * @param mapping the mapping
     * @return the document, indented by two spaces, with line feeds; {@link #read(String, String)} is the inverse
     */
    public String write(ColumnMapping mapping) {
        return writer.page(json -> write(mapping, json));
    }

    private static Checked<ColumnMapping> mapping(Checked<JsonTree> tree, Place where) {
        if (tree.value().isEmpty()) {
            return Checked.refused(tree.problems());
        }
        JsonFields fields = JsonFields.of(tree.value().get(), where);
        if (!fields.isOfFormat(FORMAT)) {
            return Checked.refused(fields.problems());
        }
        Reading reading = new Reading();
        ColumnMapping mapping = reading.mapping(fields);
        List<Problem> problems = fields.join(reading.problems);
        boolean refused = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return refused || mapping == null ? refused(problems) : Checked.of(mapping, problems);
    }

    private static Checked<ColumnMapping> refused(List<Problem> problems) {
        return Checked.refused(problems);
    }

    /** One pass over a document. */
    private static final class Reading {

        private final List<Problem> problems = new ArrayList<>();

        @Nullable
        ColumnMapping mapping(JsonFields fields) {
            fields.known(Set.of(
                    "format",
                    "$schema",
                    "tool",
                    "encoding",
                    "delimiter",
                    "dates",
                    "decimals",
                    "unit",
                    "wave",
                    "forms"));
            SurveyTool tool = required(fields, "tool", SurveyTool::ofId);
            Optional<Charset> charset = optional(fields, "encoding", Reading::charset);
            Optional<Character> delimiter = optional(fields, "delimiter", Reading::delimiter);
            Optional<DateOrder> dates = optional(fields, "dates", DateOrder::ofId);
            Optional<DecimalMark> decimals = optional(fields, "decimals", DecimalMark::ofId);
            Optional<UnitCode> unit = optional(fields, "unit", Reading::unit);
            Optional<String> wave = optional(fields, "wave", Reading::filled);
            List<@Nullable FormMapping> forms = fields.objects("forms", this::form);
            if (forms == null || forms.isEmpty()) {
                missing(fields, "forms");
                return null;
            }
            List<FormMapping> sound = new ArrayList<>();
            for (FormMapping form : forms) {
                if (form != null) {
                    sound.add(form);
                }
            }
            return tool == null || sound.isEmpty()
                    ? null
                    : new ColumnMapping(tool, charset, delimiter, dates, decimals, unit, wave, sound);
        }

        private @Nullable FormMapping form(JsonFields fields) {
            fields.known(Set.of("survey", "revision", "revisions", "columns"));
            String id = required(fields, "survey", Reading::filled);
            Integer revision = fields.integer("revision");
            List<@Nullable String> texts = fields.texts("revisions");
            List<String> revisions = new ArrayList<>();
            for (String text : texts == null ? List.<@Nullable String>of() : texts) {
                if (text == null) {
                    bad(fields, "revisions");
                } else {
                    revisions.add(text);
                }
            }
            List<@Nullable MappedColumn> columns = fields.objects("columns", this::column);
            if (columns == null) {
                missing(fields, "columns");
                return null;
            }
            SurveyKey key = null;
            try {
                key = id == null ? null : SurveyKey.of(id, revision == null ? 1 : revision);
            } catch (IllegalArgumentException malformed) {
                bad(fields, "survey");
            }
            List<MappedColumn> sound = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (MappedColumn column : columns) {
                if (column == null) {
                    continue;
                }
                if (seen.add(FormMapping.key(column.heading(), column.occurrence()))) {
                    sound.add(column);
                } else {
                    problems.add(Problem.of(MappingProblem.REPEATED_COLUMN, Place.path(fields.pathOf("columns"))));
                }
            }
            return key == null ? null : new FormMapping(key, revisions, sound);
        }

        private @Nullable MappedColumn column(JsonFields fields) {
            fields.known(Set.of(
                    "heading",
                    "occurrence",
                    "role",
                    "question",
                    "option",
                    "kind",
                    "scale",
                    "text",
                    "personal",
                    "values",
                    "separator",
                    "decimals"));
            String heading = fields.text("heading");
            if (heading == null) {
                missing(fields, "heading");
            }
            ColumnRole role = required(fields, "role", ColumnRole::ofId);
            Integer occurrence = fields.integer("occurrence");
            if (occurrence != null && occurrence < 1) {
                bad(fields, "occurrence");
                return null;
            }
            Optional<String> question = optional(fields, "question", Reading::code);
            Optional<String> option = optional(fields, "option", Reading::code);
            Optional<AnswerKind> kind = optional(fields, "kind", AnswerKind::ofId);
            Optional<String> scale = optional(fields, "scale", Reading::filled);
            Optional<String> text = optional(fields, "text", Reading::filled);
            Optional<PersonalData> personal = optional(fields, "personal", PersonalData::ofId);
            Optional<String> separator = optional(fields, "separator", Reading::separator);
            Optional<DecimalMark> decimals = optional(fields, "decimals", DecimalMark::ofId);
            Map<String, String> values = values(fields);
            if (heading == null || role == null) {
                return null;
            }
            boolean named = question.isPresent();
            if ((role.isAnswer() || role == ColumnRole.GROUP) && !named) {
                missing(fields, "question");
                return null;
            }
            if (role == ColumnRole.OPTION && option.isEmpty()) {
                missing(fields, "option");
                return null;
            }
            return new MappedColumn(
                    heading,
                    occurrence == null ? 1 : occurrence,
                    role,
                    question,
                    option,
                    kind,
                    scale,
                    text,
                    personal,
                    values,
                    separator.orElse(""),
                    decimals);
        }

        private Map<String, String> values(JsonFields fields) {
            Map<String, @Nullable String> read = fields.textMap("values");
            Map<String, String> values = new LinkedHashMap<>();
            if (read != null) {
                read.forEach((text, code) -> {
                    if (code == null) {
                        bad(fields, "values");
                    } else {
                        values.put(text, code);
                    }
                });
            }
            return values;
        }

        private <T> @Nullable T required(JsonFields fields, String name, Function<String, Optional<T>> parse) {
            if (!fields.has(name)) {
                missing(fields, name);
                return null;
            }
            return optional(fields, name, parse).orElse(null);
        }

        private <T> Optional<T> optional(JsonFields fields, String name, Function<String, Optional<T>> parse) {
            String text = fields.text(name);
            if (text == null) {
                return Optional.empty();
            }
            Optional<T> value = text.length() > MOST_TEXT ? Optional.empty() : parse.apply(text);
            if (value.isEmpty()) {
                bad(fields, name);
            }
            return value;
        }

        private void missing(JsonFields fields, String name) {
            problems.add(Problem.of(MappingProblem.MISSING, Place.path(fields.path()), "field", name));
        }

        private void bad(JsonFields fields, String name) {
            problems.add(Problem.of(MappingProblem.BAD_VALUE, Place.path(fields.pathOf(name)), "field", name));
        }

        private static Optional<String> filled(String text) {
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        }

        private static Optional<String> separator(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }

        private static Optional<String> code(String text) {
            return text.matches(Question.CODE_FORM) ? Optional.of(text) : Optional.empty();
        }

        private static Optional<UnitCode> unit(String text) {
            return text.matches(UnitCode.CODE_FORM) ? Optional.of(UnitCode.of(text)) : Optional.empty();
        }

        private static Optional<Character> delimiter(String text) {
            boolean fit = text.length() == 1 && text.charAt(0) != 0 && "\"\r\n".indexOf(text.charAt(0)) < 0;
            return fit && text.charAt(0) <= 126 ? Optional.of(text.charAt(0)) : Optional.empty();
        }

        private static Optional<Charset> charset(String name) {
            try {
                return Optional.of(Charset.forName(name));
            } catch (IllegalArgumentException unknown) {
                return Optional.empty();
            }
        }
    }

    private static void write(ColumnMapping mapping, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeStringField("tool", mapping.tool().id());
        text(json, "encoding", mapping.charset().map(Charset::name));
        text(json, "delimiter", mapping.delimiter().map(String::valueOf));
        text(json, "dates", mapping.dateOrder().map(DateOrder::id));
        text(json, "decimals", mapping.decimalMark().map(DecimalMark::id));
        text(json, "unit", mapping.unit().map(UnitCode::value));
        text(json, "wave", mapping.wave());
        json.writeArrayFieldStart("forms");
        for (FormMapping form : mapping.forms()) {
            json.writeStartObject();
            json.writeStringField("survey", form.survey().id());
            json.writeNumberField("revision", form.survey().revision());
            if (!form.revisions().isEmpty()) {
                json.writeArrayFieldStart("revisions");
                for (String revision : form.revisions()) {
                    json.writeString(revision);
                }
                json.writeEndArray();
            }
            json.writeArrayFieldStart("columns");
            for (MappedColumn column : form.columns()) {
                write(column, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(MappedColumn column, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("heading", column.heading());
        if (column.occurrence() > 1) {
            json.writeNumberField("occurrence", column.occurrence());
        }
        json.writeStringField("role", column.role().id());
        text(json, "question", column.question());
        text(json, "option", column.option());
        text(json, "kind", column.kind().map(AnswerKind::id));
        text(json, "scale", column.scale());
        text(json, "text", column.text());
        text(json, "personal", column.personal().map(PersonalData::id));
        text(json, "separator", Optional.of(column.separator()).filter(between -> !between.isEmpty()));
        text(json, "decimals", column.decimalMark().map(DecimalMark::id));
        if (!column.values().isEmpty()) {
            json.writeObjectFieldStart("values");
            for (Map.Entry<String, String> value : column.values().entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
