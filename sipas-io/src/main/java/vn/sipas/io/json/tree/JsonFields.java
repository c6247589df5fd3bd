package vn.sipas.io.json.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;
import vn.sipas.io.json.tree.JsonTree.ArrayTree;
import vn.sipas.io.json.tree.JsonTree.FlagTree;
import vn.sipas.io.json.tree.JsonTree.NullTree;
import vn.sipas.io.json.tree.JsonTree.NumberTree;
import vn.sipas.io.json.tree.JsonTree.ObjectTree;
import vn.sipas.io.json.tree.JsonTree.TextTree;

/**
 * The fields of one object of a document, read by name and type. An absent field and {@code null} are both
 * {@code null}; a value of another type is a problem and then also {@code null}, never 0 or an empty text.
 */
public final class JsonFields {

    /** The problems of a whole document. */
    private static final class Report {
        private final JsonTree root;
        private final Place where;
        private final List<Problem> problems = new ArrayList<>();

        Report(JsonTree root, Place where) {
            this.root = root;
            this.where = where;
        }

        void add(ProblemKind kind, String path, Object... attributes) {
            problems.add(Problem.of(kind, JsonTreeReader.place(where, JsonPath.spotOf(root, path), path), attributes));
        }
    }

    private static final String WHOLE_NUMBER = "a whole number";

    private final ObjectTree object;
    private final String path;
    private final Report report;

    private JsonFields(ObjectTree object, String path, Report report) {
        this.object = object;
        this.path = path;
        this.report = report;
    }

    /**
     * Looks at the object at the root of a document.
     *
     * @param root the document
     * @param where its source, and the line on which it begins
     * @return the fields; none, and a problem, if the root is not an object
     */
    public static JsonFields of(JsonTree root, Place where) {
        Report report = new Report(root, where);
        if (root instanceof ObjectTree object) {
            return new JsonFields(object, "", report);
        }
        report.add(JsonProblem.TYPE, "", "expected", "object {}");
        return new JsonFields(new ObjectTree(Map.of(), root.spot()), "", report);
    }

    /**
     * Requires the field {@code format}.
     *
     * @param expected its value
     * @return whether it has that value
     */
    public boolean isOfFormat(String expected) {
        String format = text("format");
        if (expected.equals(format)) {
            return true;
        }
        report.add(JsonProblem.FORMAT, format == null ? "" : "format", "expected", expected);
        return false;
    }

    /**
     * Reports every field with another name as unknown.
     *
     * @param names the names that the format has
     * @return these fields
     */
    public JsonFields known(Set<String> names) {
        for (String name : object.fields().keySet()) {
            if (!names.contains(name)) {
                report.add(JsonProblem.UNKNOWN_FIELD, pathOf(name));
            }
        }
        return this;
    }

    /**
     * Reads a string.
     *
     * @param name the name of the field
     * @return the string, {@code null} if absent or of another type
     */
    public @Nullable String text(String name) {
        return text(object.fields().get(name), pathOf(name));
    }

    /**
     * Reads a whole number.
     *
     * @param name the name of the field
     * @return the number, {@code null} if absent, of another type, with a fraction, or outside of 32 bits
     */
    public @Nullable Integer integer(String name) {
        BigDecimal number = decimal(name, WHOLE_NUMBER);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) < 0
                || number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            wrongType(pathOf(name), WHOLE_NUMBER);
            return null;
        }
        return number.intValue();
    }

    /**
     * Returns where this object is in the document.
     *
     * @return the path, empty for the root
     */
    public String path() {
        return path;
    }

    /**
     * Returns where a field of this object is, present or not.
     *
     * @param name the name of the field
     * @return the path
     */
    public String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /**
     * Tells whether a field is present and not {@code null}.
     *
     * @param name the name of the field
     * @return whether it has a value
     */
    public boolean has(String name) {
        JsonTree value = object.fields().get(name);
        return value != null && !(value instanceof NullTree);
    }

    /**
     * Tells whether a field is an object.
     *
     * @param name the name of the field
     * @return whether it is one
     */
    public boolean isObject(String name) {
        return object.fields().get(name) instanceof ObjectTree;
    }

    /**
     * Reads {@code true} or {@code false}.
     *
     * @param name the name of the field
     * @return the value, {@code null} if absent or of another type
     */
    public @Nullable Boolean flag(String name) {
        JsonTree value = object.fields().get(name);
        if (value instanceof FlagTree flag) {
            return flag.flag();
        }
        absentOr(value, pathOf(name), "true or false");
        return null;
    }

    /**
     * Reads a number, or a string that stands for one such as {@code "1/9"}.
     *
     * @param name the name of the field
     * @return the number in plain notation or the string, {@code null} if absent or of another type
     */
    public @Nullable String numberOrText(String name) {
        JsonTree value = object.fields().get(name);
        if (value instanceof NumberTree number) {
            return number.number().toPlainString();
        }
        if (value instanceof TextTree text) {
            return text.text();
        }
        absentOr(value, pathOf(name), "a number, or a fraction such as \"1/9\"");
        return null;
    }

    /**
     * Reads an exact number.
     *
     * @param name the name of the field
     * @return the number, {@code null} if absent or of another type
     */
    public @Nullable BigDecimal decimal(String name) {
        return decimal(name, "a number");
    }

    /**
     * Reads a number as a {@code double}.
     *
     * @param name the name of the field
     * @return the number, {@code null} if absent or of another type; infinite if it is too large
     */
    public @Nullable Double number(String name) {
        BigDecimal number = decimal(name, "a number");
        return number == null ? null : (Double) number.doubleValue();
    }

    /**
     * Reads an object.
     *
     * @param name the name of the field
     * @param reader makes a value of its fields
     * @param <T> the type of the value
     * @return the value, {@code null} if absent or of another type
     */
    public <T> @Nullable T object(String name, Function<JsonFields, T> reader) {
        return object(object.fields().get(name), pathOf(name), reader);
    }

    /**
     * Reads an array of objects.
     *
     * @param name the name of the field
     * @param reader makes a value of the fields of one
     * @param <T> the type of the values
     * @return the values, with {@code null} for elements of another type; {@code null} if absent or of another type
     */
    public <T> @Nullable List<@Nullable T> objects(String name, Function<JsonFields, T> reader) {
        return elements(name, (element, elementPath) -> object(element, elementPath, reader));
    }

    /**
     * Reads an array of strings.
     *
     * @param name the name of the field
     * @return the strings, with {@code null} for elements of another type; {@code null} if absent or of another type
     */
    public @Nullable List<@Nullable String> texts(String name) {
        return elements(name, this::text);
    }

    /**
     * Reads an object whose keys are data.
     *
     * @param name the name of the field
     * @param reader makes a value of the fields of one
     * @param <T> the type of the values
     * @return the values by key, with {@code null} for values of another type; {@code null} if absent or of another type
     */
    public <T> @Nullable Map<String, @Nullable T> objectMap(String name, Function<JsonFields, T> reader) {
        return map(name, (value, valuePath) -> object(value, valuePath, reader));
    }

    /**
     * Reads an object of strings whose keys are data.
     *
     * @param name the name of the field
     * @return the strings by key, with {@code null} for values of another type; {@code null} if absent or of another
     *     type
     */
    public @Nullable Map<String, @Nullable String> textMap(String name) {
        return map(name, this::text);
    }

    /**
     * Returns the problems found in the whole document so far.
     *
     * @return the problems in the order found
     */
    public List<Problem> problems() {
        return List.copyOf(report.problems);
    }

    /**
     * Places the problems that a validator found in the document made of this object, and joins them with those found
     * here. Where a value was of another type, what the validator says about its absence is left out.
     *
     * @param found the problems, with paths
     * @return all problems
     */
    public List<Problem> join(List<Problem> found) {
        List<Problem> all = new ArrayList<>(report.problems);
        for (Problem problem : found) {
            String at = problem.place().path();
            boolean consequence = report.problems.stream()
                    .filter(earlier -> earlier.severity() == Severity.ERROR)
                    .map(earlier -> earlier.place().path())
                    .anyMatch(earlier ->
                            earlier.equals(at) || earlier.startsWith(at + ".") || earlier.startsWith(at + "["));
            if (!consequence) {
                all.add(problem.at(JsonTreeReader.place(report.where, JsonPath.spotOf(report.root, at), at)));
            }
        }
        return all;
    }

    @FunctionalInterface
    private interface Element<T> {
        @Nullable
        T read(@Nullable JsonTree value, String path);
    }

    private <T> @Nullable List<@Nullable T> elements(String name, Element<T> reader) {
        JsonTree value = object.fields().get(name);
        if (value instanceof ArrayTree array) {
            List<@Nullable T> list = new ArrayList<>(array.elements().size());
            for (int i = 0; i < array.elements().size(); i++) {
                list.add(reader.read(array.elements().get(i), pathOf(name) + "[" + i + "]"));
            }
            return list;
        }
        absentOr(value, pathOf(name), "an array []");
        return null;
    }

    private <T> @Nullable Map<String, @Nullable T> map(String name, Element<T> reader) {
        JsonTree value = object.fields().get(name);
        if (value instanceof ObjectTree entries) {
            Map<String, @Nullable T> map = new LinkedHashMap<>();
            int position = 0;
            for (Map.Entry<String, JsonTree> entry : entries.fields().entrySet()) {
                position++;
                map.put(
                        entry.getKey(),
                        reader.read(entry.getValue(), pathOf(name) + JsonPath.key(entry.getKey(), position)));
            }
            return map;
        }
        absentOr(value, pathOf(name), "an object {}");
        return null;
    }

    private <T> @Nullable T object(@Nullable JsonTree value, String at, Function<JsonFields, T> reader) {
        if (value instanceof ObjectTree child) {
            return reader.apply(new JsonFields(child, at, report));
        }
        absentOr(value, at, "an object {}");
        return null;
    }

    private @Nullable String text(@Nullable JsonTree value, String at) {
        if (value instanceof TextTree text) {
            return text.text();
        }
        absentOr(value, at, "a text in quotes");
        return null;
    }

    private @Nullable BigDecimal decimal(String name, String expected) {
        JsonTree value = object.fields().get(name);
        if (value instanceof NumberTree number) {
            return number.number();
        }
        absentOr(value, pathOf(name), expected);
        return null;
    }

    private void absentOr(@Nullable JsonTree value, String at, String expected) {
        if (value != null && !(value instanceof NullTree)) {
            wrongType(at, expected);
        }
    }

    private void wrongType(String at, String expected) {
        report.add(JsonProblem.TYPE, at, "expected", expected);
    }
}
