package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Problem;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.validation.ResponseDocument;
import vn.sipas.core.validation.SurveyDocument;

/** Writes values of the model: documents in their formats, everything else by {@link ModelShape}. */
final class ModelWriting {

    private ModelWriting() {}

    static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Survey survey) {
            SurveyForm.write(SurveyDocument.of(survey), json);
        } else if (value instanceof Response response) {
            ResponseForm.write(ResponseDocument.of(response), json);
        } else if (value instanceof IndexDefinition definition) {
            IndexForm.write(definition, json);
        } else if (value instanceof RatingScheme scheme) {
            new SchemeWriter(json).write(scheme);
        } else if (value instanceof IndexResult result) {
            IndexResultForm.write(json, result);
        } else if (value instanceof StarRating rating) {
            StarRatingJson.rating(json, rating, Optional.empty());
        } else if (value instanceof UnitScores scores) {
            scores(json, scores);
        } else if (value instanceof Answer answer) {
            answer(json, answer);
        } else if (value instanceof Problem problem) {
            problem(json, problem);
        } else if (value instanceof Fraction fraction) {
            fraction(json, fraction);
        } else if (value instanceof Record record) {
            record(json, record);
        } else {
            plain(json, value);
        }
    }

    private static void record(JsonGenerator json, Record record) throws IOException {
        Class<?> type = record.getClass();
        if (ModelShape.isWrapper(type)) {
            write(json, component(record, ModelShape.wrapped(type)));
            return;
        }
        json.writeStartObject();
        if (ModelShape.alternativeTo(type).isPresent()) {
            json.writeStringField(ModelShape.TYPE, ModelShape.name(type));
        }
        for (RecordComponent component : type.getRecordComponents()) {
            field(json, component.getName(), component(record, component));
        }
        json.writeEndObject();
    }

    /** Writes a field unless its value is empty. */
    static void field(JsonGenerator json, String name, Object value) throws IOException {
        Object there = present(value);
        if (there != null) {
            json.writeFieldName(name);
            write(json, there);
        }
    }

    private static @Nullable Object present(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? optional.get() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? (Object) optional.getAsDouble() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? (Object) optional.getAsLong() : null;
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? (Object) optional.getAsInt() : null;
        }
        boolean empty = (value instanceof Collection<?> many && many.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        return empty ? null : value;
    }

    private static void plain(JsonGenerator json, Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Enum<?> constant) {
            json.writeString(SchemeReader.word(constant));
        } else if (value instanceof LocalDate day) {
            json.writeString(day.toString());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            real(json, number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Collection<?> many) {
            json.writeStartArray();
            for (Object one : many) {
                write(json, one);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(key(entry.getKey()));
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else {
            throw new IllegalArgumentException("value must belong to the model, was a " + value.getClass());
        }
    }

    private static String key(Object key) {
        return key instanceof Enum<?> constant ? SchemeReader.word(constant) : key.toString();
    }

    /** JSON has no infinite numbers. */
    private static void real(JsonGenerator json, double number) throws IOException {
        if (Double.isInfinite(number)) {
            json.writeString(number > 0 ? "Inf" : "-Inf");
        } else {
            json.writeNumber(number);
        }
    }

    /** An exact number where its decimals end, else a text such as {@code 100/9}. */
    static void fraction(JsonGenerator json, Fraction value) throws IOException {
        Optional<BigDecimal> decimal = value.exactDecimal();
        if (decimal.isPresent()) {
            json.writeNumber(decimal.get().toPlainString());
        } else {
            json.writeString(value.toString());
        }
    }

    private static void answer(JsonGenerator json, Answer answer) throws IOException {
        json.writeStartObject();
        if (answer instanceof Answer.Rated rated) {
            json.writeNumberField("rated", rated.value());
        } else if (answer instanceof Answer.Selected selected) {
            json.writeStringField("selected", selected.code());
        } else if (answer instanceof Answer.SelectedAll selected) {
            json.writeFieldName("selectedAll");
            plain(json, selected.codes());
        } else if (answer instanceof Answer.Written written) {
            json.writeStringField("written", written.text());
        } else if (answer instanceof Answer.Quantity quantity) {
            json.writeNumberField("number", quantity.number());
        } else if (answer instanceof Answer.NoAnswer none) {
            json.writeStringField("none", SchemeReader.word(none));
        }
        json.writeEndObject();
    }

    private static void problem(JsonGenerator json, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", problem.code());
        json.writeStringField("severity", SchemeReader.word(problem.severity()));
        json.writeFieldName("place");
        record(json, problem.place());
        field(json, "attributes", problem.attributes());
        field(json, "text", problem.kind().text());
        field(json, "message", LocalizedText.of(problem.message(Language.VI), problem.message(Language.EN)));
        json.writeEndObject();
    }

    private static void scores(JsonGenerator json, UnitScores scores) throws IOException {
        json.writeStartObject();
        json.writeStringField("unit", scores.unit().value());
        field(json, "points", scores.points());
        field(json, "facts", scores.facts());
        json.writeEndObject();
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException hidden) {
            throw new IllegalStateException("components of model records are public: " + component, hidden);
        }
    }
}
