package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.validation.ChoiceDocument;
import vn.sipas.core.validation.ConditionDocument;
import vn.sipas.core.validation.LevelDocument;
import vn.sipas.core.validation.QuestionDocument;
import vn.sipas.core.validation.RoutingDocument;
import vn.sipas.core.validation.ScaleDocument;
import vn.sipas.core.validation.SectionDocument;
import vn.sipas.core.validation.SurveyDocument;
import vn.sipas.core.validation.TextDocument;
import vn.sipas.io.json.tree.JsonFields;

/** The JSON form of survey documents: which fields there are, in which order. */
final class SurveyForm {

    private SurveyForm() {}

    static SurveyDocument read(JsonFields fields) {
        fields.known(Set.of("format", "$schema", "id", "revision", "title", "scales", "sections", "routing"));
        return new SurveyDocument(
                fields.text("id"),
                fields.integer("revision"),
                fields.object("title", SurveyForm::text),
                fields.objects("scales", SurveyForm::scale),
                fields.objects("sections", SurveyForm::section),
                fields.objects("routing", SurveyForm::rule));
    }

    private static TextDocument text(JsonFields fields) {
        fields.known(Set.of("vi", "en"));
        return new TextDocument(fields.text("vi"), fields.text("en"));
    }

    private static ScaleDocument scale(JsonFields fields) {
        fields.known(Set.of("id", "levels"));
        return new ScaleDocument(fields.text("id"), fields.objects("levels", SurveyForm::level));
    }

    private static LevelDocument level(JsonFields fields) {
        fields.known(Set.of("value", "code", "label", "favour"));
        return new LevelDocument(
                fields.integer("value"),
                fields.text("code"),
                fields.object("label", SurveyForm::text),
                fields.text("favour"));
    }

    private static SectionDocument section(JsonFields fields) {
        fields.known(Set.of("code", "title", "questions"));
        return new SectionDocument(
                fields.text("code"),
                fields.object("title", SurveyForm::text),
                fields.objects("questions", SurveyForm::question));
    }

    private static QuestionDocument question(JsonFields fields) {
        fields.known(Set.of(
                "kind",
                "code",
                "text",
                "requirement",
                "scale",
                "choices",
                "maxSelections",
                "maxLength",
                "minimum",
                "maximum"));
        return new QuestionDocument(
                fields.text("kind"),
                fields.text("code"),
                fields.object("text", SurveyForm::text),
                fields.text("requirement"),
                fields.text("scale"),
                fields.objects("choices", SurveyForm::choice),
                fields.integer("maxSelections"),
                fields.integer("maxLength"),
                fields.decimal("minimum"),
                fields.decimal("maximum"));
    }

    private static ChoiceDocument choice(JsonFields fields) {
        fields.known(Set.of("code", "label"));
        return new ChoiceDocument(fields.text("code"), fields.object("label", SurveyForm::text));
    }

    private static RoutingDocument rule(JsonFields fields) {
        fields.known(Set.of("question", "askedIf"));
        return new RoutingDocument(fields.text("question"), fields.object("askedIf", SurveyForm::condition));
    }

    private static ConditionDocument condition(JsonFields fields) {
        fields.known(Set.of("question", "selected", "allOf", "anyOf", "not"));
        return new ConditionDocument(
                fields.text("question"),
                fields.texts("selected"),
                fields.objects("allOf", SurveyForm::condition),
                fields.objects("anyOf", SurveyForm::condition),
                fields.object("not", SurveyForm::condition));
    }

    static void write(SurveyDocument survey, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", SurveyJson.FORMAT);
        Fields.text(json, "id", survey.id());
        Fields.integer(json, "revision", survey.revision());
        text(json, "title", survey.title());
        list(json, "scales", survey.scales(), SurveyForm::write);
        list(json, "sections", survey.sections(), SurveyForm::write);
        if (survey.routing() != null && !survey.routing().isEmpty()) {
            list(json, "routing", survey.routing(), SurveyForm::write);
        }
        json.writeEndObject();
    }

    private static void write(ScaleDocument scale, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Fields.text(json, "id", scale.id());
        list(json, "levels", scale.levels(), SurveyForm::write);
        json.writeEndObject();
    }

    private static void write(LevelDocument level, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Fields.integer(json, "value", level.value());
        Fields.text(json, "code", level.code());
        text(json, "label", level.label());
        Fields.text(json, "favour", level.favour());
        json.writeEndObject();
    }

    private static void write(SectionDocument section, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Fields.text(json, "code", section.code());
        text(json, "title", section.title());
        list(json, "questions", section.questions(), SurveyForm::write);
        json.writeEndObject();
    }

    private static void write(QuestionDocument question, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Fields.text(json, "kind", question.kind());
        Fields.text(json, "code", question.code());
        text(json, "text", question.text());
        Fields.text(json, "requirement", question.requirement());
        Fields.text(json, "scale", question.scale());
        list(json, "choices", question.choices(), SurveyForm::write);
        Fields.integer(json, "maxSelections", question.maxSelections());
        Fields.integer(json, "maxLength", question.maxLength());
        Fields.decimal(json, "minimum", question.minimum());
        Fields.decimal(json, "maximum", question.maximum());
        json.writeEndObject();
    }

    private static void write(ChoiceDocument choice, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Fields.text(json, "code", choice.code());
        text(json, "label", choice.label());
        json.writeEndObject();
    }

    private static void write(RoutingDocument rule, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Fields.text(json, "question", rule.question());
        if (rule.askedIf() != null) {
            json.writeFieldName("askedIf");
            write(rule.askedIf(), json);
        }
        json.writeEndObject();
    }

    private static void write(ConditionDocument condition, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Fields.text(json, "question", condition.question());
        list(json, "selected", condition.selected(), (code, generator) -> generator.writeString(code));
        list(json, "allOf", condition.allOf(), SurveyForm::write);
        list(json, "anyOf", condition.anyOf(), SurveyForm::write);
        if (condition.not() != null) {
            json.writeFieldName("not");
            write(condition.not(), json);
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable TextDocument text) throws IOException {
        if (text != null) {
            json.writeObjectFieldStart(name);
            Fields.text(json, "vi", text.vi());
            Fields.text(json, "en", text.en());
            json.writeEndObject();
        }
    }

    @FunctionalInterface
    private interface Writer<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }

    private static <T> void list(JsonGenerator json, String name, @Nullable List<T> values, Writer<T> writer)
            throws IOException {
        if (values != null) {
            json.writeArrayFieldStart(name);
            for (T value : values) {
                writer.write(value, json);
            }
            json.writeEndArray();
        }
    }
}
