package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import vn.sipas.core.validation.AnswerDocument;
import vn.sipas.core.validation.ResponseDocument;
import vn.sipas.io.json.tree.JsonFields;

/** The JSON form of response documents: which fields there are, in which order. */
final class ResponseForm {

    private static final Set<String> NAMES = Set.of(
            "format",
            "id",
            "survey",
            "revision",
            "unit",
            "servicePoint",
            "wave",
            "day",
            "mode",
            "assurance",
            "procedure",
            "field",
            "receivingUnit",
            "competentUnit",
            "groups",
            "weight",
            "stratum",
            "psu",
            "answers");
    private static final Set<String> ANSWER_NAMES =
            Set.of("rated", "selected", "selectedAll", "written", "number", "none");

    private ResponseForm() {}

    static ResponseDocument read(JsonFields fields) {
        fields.known(NAMES);
        return new ResponseDocument(
                fields.text("id"),
                fields.text("survey"),
                fields.integer("revision"),
                fields.text("unit"),
                fields.text("servicePoint"),
                fields.text("wave"),
                fields.text("day"),
                fields.text("mode"),
                fields.text("assurance"),
                fields.text("procedure"),
                fields.text("field"),
                fields.text("receivingUnit"),
                fields.text("competentUnit"),
                fields.textMap("groups"),
                fields.number("weight"),
                fields.text("stratum"),
                fields.text("psu"),
                fields.objectMap("answers", ResponseForm::answer));
    }

    private static AnswerDocument answer(JsonFields fields) {
        fields.known(ANSWER_NAMES);
        return new AnswerDocument(
                fields.integer("rated"),
                fields.text("selected"),
                fields.texts("selectedAll"),
                fields.text("written"),
                fields.decimal("number"),
                fields.text("none"));
    }

    static void write(ResponseDocument response, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", ResponseJson.FORMAT);
        Fields.text(json, "id", response.id());
        Fields.text(json, "survey", response.survey());
        Fields.integer(json, "revision", response.revision());
        Fields.text(json, "unit", response.unit());
        Fields.text(json, "servicePoint", response.servicePoint());
        Fields.text(json, "wave", response.wave());
        Fields.text(json, "day", response.day());
        Fields.text(json, "mode", response.mode());
        Fields.text(json, "assurance", response.assurance());
        Fields.text(json, "procedure", response.procedure());
        Fields.text(json, "field", response.field());
        Fields.text(json, "receivingUnit", response.receivingUnit());
        Fields.text(json, "competentUnit", response.competentUnit());
        if (response.groups() != null) {
            json.writeObjectFieldStart("groups");
            for (Map.Entry<String, String> group : response.groups().entrySet()) {
                Fields.text(json, group.getKey(), group.getValue());
            }
            json.writeEndObject();
        }
        if (response.weight() != null) {
            json.writeNumberField("weight", (double) response.weight());
        }
        Fields.text(json, "stratum", response.stratum());
        Fields.text(json, "psu", response.psu());
        if (response.answers() != null) {
            json.writeObjectFieldStart("answers");
            for (Map.Entry<String, AnswerDocument> answer : response.answers().entrySet()) {
                json.writeFieldName(answer.getKey());
                write(answer.getValue(), json);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void write(AnswerDocument answer, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Fields.integer(json, "rated", answer.rated());
        Fields.text(json, "selected", answer.selected());
        if (answer.selectedAll() != null) {
            json.writeArrayFieldStart("selectedAll");
            for (String code : answer.selectedAll()) {
                json.writeString(code);
            }
            json.writeEndArray();
        }
        Fields.text(json, "written", answer.written());
        Fields.decimal(json, "number", answer.number());
        Fields.text(json, "none", answer.none());
        json.writeEndObject();
    }
}
