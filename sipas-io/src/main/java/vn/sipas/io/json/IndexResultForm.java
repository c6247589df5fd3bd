package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.index.Contribution;
import vn.sipas.core.index.IndexBase;
import vn.sipas.core.index.IndexComposite;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexNode;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.IndexValue;
import vn.sipas.core.index.NodeResult;
import vn.sipas.io.json.tree.JsonFields;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTree.ArrayTree;
import vn.sipas.io.json.tree.JsonTree.ObjectTree;

/** The whole of an index result, so that it can be read back: with its definition, and nodes by their ids. */
final class IndexResultForm {

    private static final Set<String> NODE =
            Set.of("node", "value", "base", "estimate", "contributions", "children", "warnings");

    private IndexResultForm() {}

    static void write(JsonGenerator json, IndexResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", IndexResultJson.FORMAT);
        json.writeFieldName("definition");
        IndexForm.write(result.definition(), json);
        json.writeStringField("group", result.group());
        json.writeFieldName("root");
        write(json, result.root());
        ModelWriting.field(json, "warnings", result.warnings());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, NodeResult node) throws IOException {
        json.writeStartObject();
        json.writeStringField("node", node.id());
        ModelWriting.field(json, "value", node.value());
        ModelWriting.field(json, "base", node.base());
        ModelWriting.field(json, "estimate", node.estimate());
        ModelWriting.field(json, "contributions", node.contributions());
        if (!node.children().isEmpty()) {
            json.writeArrayFieldStart("children");
            for (NodeResult child : node.children()) {
                write(json, child);
            }
            json.writeEndArray();
        }
        ModelWriting.field(json, "warnings", node.warnings());
        json.writeEndObject();
    }

    static Checked<IndexResult> read(JsonTree tree, Place where) {
        ModelReading reading = new ModelReading(where);
        ObjectTree object = reading.object(tree, "");
        if (object == null) {
            return Checked.refused(reading.problems());
        }
        JsonFields fields = JsonFields.of(tree, where);
        if (!fields.isOfFormat(IndexResultJson.FORMAT)) {
            return Checked.refused(fields.problems());
        }
        reading.known(object, Set.of("format", "definition", "group", "root", "warnings"), "");
        JsonTree inner = object.fields().get("definition");
        Checked<IndexDefinition> definition = inner == null
                ? Checked.refused(Problem.of(ModelProblem.MISSING, where.withPath("definition")))
                : IndexJson.definition(Checked.of(inner), where);
        if (definition.value().isEmpty()) {
            return Checked.refused(definition.problems());
        }
        Map<String, IndexNode> nodes = new HashMap<>();
        collect(definition.value().get().root(), nodes);
        Object group = reading.field(object, "group", String.class, "");
        JsonTree root = object.fields().get("root");
        NodeResult result = root == null ? null : node(reading, root, nodes, "root");
        List<Problem> warnings = warnings(reading, object, "");
        if (root == null) {
            reading.report(ModelProblem.MISSING, tree, "root");
        }
        if (group == null || result == null || reading.failed()) {
            return Checked.refused(reading.problems());
        }
        List<Problem> all = new ArrayList<>(definition.problems());
        all.addAll(reading.problems());
        return Checked.of(new IndexResult(definition.value().get(), (String) group, result, warnings), all);
    }

    private static void collect(IndexNode node, Map<String, IndexNode> nodes) {
        nodes.put(node.id(), node);
        if (node instanceof IndexComposite composite) {
            composite.children().forEach(child -> collect(child, nodes));
        }
    }

    private static @Nullable NodeResult node(
            ModelReading reading, JsonTree tree, Map<String, IndexNode> nodes, String path) {
        ObjectTree object = reading.object(tree, path);
        if (object == null) {
            return null;
        }
        reading.known(object, NODE, path);
        Object id = reading.field(object, "node", String.class, path);
        IndexNode node = id == null ? null : nodes.get(id);
        if (id != null && node == null) {
            reading.report(ModelProblem.INVALID, tree, path, "type", "NodeResult");
        }
        Object value = reading.field(object, "value", IndexValue.class, path);
        Optional<IndexBase> base =
                optional(reading, object, "base", IndexBase.class, path).map(IndexBase.class::cast);
        Optional<Estimate> estimate =
                optional(reading, object, "estimate", Estimate.class, path).map(Estimate.class::cast);
        List<Contribution> contributions = new ArrayList<>();
        for (Object one : each(reading, object, "contributions", Contribution.class, path)) {
            contributions.add((Contribution) one);
        }
        List<NodeResult> children = new ArrayList<>();
        if (object.fields().get("children") instanceof ArrayTree array) {
            for (int i = 0; i < array.elements().size(); i++) {
                NodeResult child = node(reading, array.elements().get(i), nodes, path + ".children[" + i + "]");
                if (child != null) {
                    children.add(child);
                }
            }
        }
        List<Problem> warnings = warnings(reading, object, path);
        return node == null || value == null
                ? null
                : new NodeResult(node, (IndexValue) value, base, estimate, contributions, children, warnings);
    }

    private static Optional<Object> optional(
            ModelReading reading, ObjectTree object, String name, Class<?> type, String path) {
        return object.fields().containsKey(name)
                ? Optional.ofNullable(reading.field(object, name, type, path))
                : Optional.empty();
    }

    private static List<Problem> warnings(ModelReading reading, ObjectTree object, String path) {
        List<Problem> warnings = new ArrayList<>();
        for (Object one : each(reading, object, "warnings", Problem.class, path)) {
            warnings.add((Problem) one);
        }
        return warnings;
    }

    private static List<Object> each(ModelReading reading, ObjectTree object, String name, Class<?> type, String path) {
        List<Object> values = new ArrayList<>();
        if (object.fields().get(name) instanceof ArrayTree array) {
            for (int i = 0; i < array.elements().size(); i++) {
                Object value = reading.read(array.elements().get(i), type, path + "." + name + "[" + i + "]");
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
