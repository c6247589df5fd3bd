package vn.sipas.io.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.index.Contribution;
import vn.sipas.core.index.IndexBase;
import vn.sipas.core.index.IndexValue;
import vn.sipas.core.rating.FactValue;
import vn.sipas.core.rating.PointsEntry;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.response.Answer;
import vn.sipas.core.unit.UnitCode;

/** Derives the JSON Schema of the model from its types; the published file must be what comes out. */
final class ModelSchema {

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private ModelSchema() {}

    static ObjectNode of(List<Class<?>> types) {
        ModelSchema schema = new ModelSchema();
        for (Class<?> type : types) {
            schema.reference(type);
        }
        schema.indexResult();
        ObjectNode root = schema.mapper.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "https://sipas.vn/schema/model-1.schema.json");
        root.put("title", "Values of the model, version 1");
        root.put(
                "description",
                "Use one definition at a time, such as #/$defs/Unit. Exact numbers whose decimals do not end are texts"
                        + " such as 1/9; infinite numbers are the texts Inf and -Inf. What is empty is left out.");
        ObjectNode all = root.putObject("$defs");
        schema.definitions.forEach(all::set);
        return root;
    }

    private ObjectNode reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!definitions.containsKey(name)) {
            ObjectNode definition = mapper.createObjectNode();
            definitions.put(name, definition);
            define(type, definition);
        }
        return mapper.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private void define(Class<?> type, ObjectNode definition) {
        if (type == Answer.class) {
            answer(definition);
        } else if (type == Problem.class) {
            ObjectNode properties = object(definition, "code", "severity", "place", "text");
            properties.set("code", schema(String.class));
            properties.set("severity", schema(Severity.class));
            properties.set("place", schema(Place.class));
            properties.putObject("attributes").put("type", "object").set("additionalProperties", schema(String.class));
            properties.set("text", schema(LocalizedText.class));
            properties.set("message", schema(LocalizedText.class));
        } else if (type == UnitScores.class) {
            ObjectNode properties = object(definition, "unit");
            properties.set("unit", schema(UnitCode.class));
            properties.putObject("points").put("type", "object").set("additionalProperties", schema(PointsEntry.class));
            properties.putObject("facts").put("type", "object").set("additionalProperties", schema(FactValue.class));
        } else if (type == Fraction.class) {
            ArrayNode either = definition.putArray("oneOf");
            either.addObject().put("type", "number");
            either.addObject().put("type", "string").put("pattern", "^-?[0-9]+(/[0-9]+|\\.[0-9]+)?$");
        } else if (!ModelShape.alternatives(type).isEmpty()) {
            ArrayNode either = definition.putArray("oneOf");
            ModelShape.alternatives(type).forEach(one -> either.add(reference(one)));
        } else if (ModelShape.isWrapper(type)) {
            definition.setAll(schema(ModelShape.wrapped(type).getGenericType()));
        } else {
            record(type, definition);
        }
    }

    private void record(Class<?> type, ObjectNode definition) {
        ObjectNode properties = object(definition);
        ArrayNode required = mapper.createArrayNode();
        if (ModelShape.alternativeTo(type).isPresent()) {
            properties.putObject("type").put("const", ModelShape.name(type));
            required.add("type");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Type of = component.getGenericType();
            Class<?> raw = ModelShape.raw(of);
            boolean optional = raw == Optional.class
                    || raw == OptionalInt.class
                    || raw == OptionalLong.class
                    || raw == OptionalDouble.class;
            if (!optional && !Collection.class.isAssignableFrom(raw) && !Map.class.isAssignableFrom(raw)) {
                required.add(component.getName());
            }
            properties.set(component.getName(), schema(of));
        }
        if (!required.isEmpty()) {
            definition.set("required", required);
        }
    }

    private ObjectNode object(ObjectNode definition, String... required) {
        definition.put("type", "object");
        definition.put("additionalProperties", false);
        if (required.length > 0) {
            ArrayNode names = definition.putArray("required");
            for (String name : required) {
                names.add(name);
            }
        }
        return definition.putObject("properties");
    }

    private ObjectNode schema(Type type) {
        Class<?> raw = ModelShape.raw(type);
        ObjectNode schema = mapper.createObjectNode();
        if (raw == Optional.class) {
            return schema(ModelShape.argument(type, 0));
        }
        if (raw == String.class) {
            return schema.put("type", "string");
        }
        if (raw == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        }
        if (raw == boolean.class) {
            return schema.put("type", "boolean");
        }
        if (raw == BigDecimal.class) {
            return schema.put("type", "number");
        }
        if (raw == int.class
                || raw == long.class
                || raw == Long.class
                || raw == Integer.class
                || raw == OptionalInt.class
                || raw == OptionalLong.class) {
            return schema.put("type", "integer");
        }
        if (raw == double.class || raw == OptionalDouble.class) {
            ArrayNode either = schema.putArray("oneOf");
            either.addObject().put("type", "number");
            either.addObject().putArray("enum").add("Inf").add("-Inf");
            return schema;
        }
        if (raw.isEnum()) {
            ArrayNode words = schema.putArray("enum");
            for (Object constant : raw.getEnumConstants()) {
                words.add(SchemeReader.word((Enum<?>) constant));
            }
            return schema;
        }
        if (raw == List.class || raw == Set.class) {
            schema.put("type", "array").set("items", schema(ModelShape.argument(type, 0)));
            return schema;
        }
        if (Map.class.isAssignableFrom(raw)) {
            schema.put("type", "object").set("additionalProperties", schema(ModelShape.argument(type, 1)));
            return schema;
        }
        return reference(raw);
    }

    private void answer(ObjectNode definition) {
        ObjectNode properties = object(definition);
        definition.put("minProperties", 1).put("maxProperties", 1);
        properties.set("rated", schema(int.class));
        properties.set("selected", schema(String.class));
        properties
                .putObject("selectedAll")
                .put("type", "array")
                .put("minItems", 1)
                .set("items", schema(String.class));
        properties.set("written", schema(String.class));
        properties.set("number", schema(BigDecimal.class));
        properties.set("none", schema(Answer.NoAnswer.class));
    }

    private void indexResult() {
        ObjectNode result = mapper.createObjectNode();
        ObjectNode properties = object(result, "format", "definition", "group", "root");
        properties.putObject("format").put("const", IndexResultJson.FORMAT);
        properties.putObject("definition").put("type", "object").put("description", "see index-1.schema.json");
        properties.set("group", schema(String.class));
        properties.putObject("root").put("$ref", "#/$defs/NodeResult");
        properties.set("warnings", many(Problem.class));
        definitions.put("IndexResult", result);
        ObjectNode node = mapper.createObjectNode();
        ObjectNode parts = object(node, "node", "value");
        parts.set("node", schema(String.class));
        parts.set("value", reference(IndexValue.class));
        parts.set("base", reference(IndexBase.class));
        parts.set("estimate", reference(Estimate.class));
        parts.set("contributions", many(Contribution.class));
        parts.putObject("children").put("type", "array").putObject("items").put("$ref", "#/$defs/NodeResult");
        parts.set("warnings", many(Problem.class));
        definitions.put("NodeResult", node);
    }

    private ObjectNode many(Class<?> type) {
        ObjectNode schema = mapper.createObjectNode();
        schema.put("type", "array").set("items", reference(type));
        return schema;
    }
}
