package vn.sipas.io.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;
import vn.sipas.core.rating.FactValue;
import vn.sipas.core.rating.PointsEntry;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.response.Answer;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.json.tree.JsonProblem;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTree.ArrayTree;
import vn.sipas.io.json.tree.JsonTree.FlagTree;
import vn.sipas.io.json.tree.JsonTree.NullTree;
import vn.sipas.io.json.tree.JsonTree.NumberTree;
import vn.sipas.io.json.tree.JsonTree.ObjectTree;
import vn.sipas.io.json.tree.JsonTree.TextTree;

/** Reads values of the model that have no format of their own, by {@link ModelShape}. One instance a document. */
final class ModelReading {

    private static final Set<String> ANSWER_FIELDS =
            Set.of("rated", "selected", "selectedAll", "written", "number", "none");

    /** A set of texts. */
    private static final Type CODES = Answer.SelectedAll.class.getRecordComponents()[0].getGenericType();

    private final Place where;
    private final List<Problem> problems = new ArrayList<>();

    ModelReading(Place where) {
        this.where = where;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean failed() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    void report(ProblemKind kind, JsonTree tree, String path, Object... attributes) {
        boolean placed = tree.spot().line() > 0;
        Place at = placed
                ? new Place(
                        where.source(),
                        OptionalLong.of(tree.spot().line()),
                        OptionalInt.of(Math.max(1, tree.spot().column())),
                        path)
                : where.withPath(path);
        problems.add(Problem.of(kind, at, attributes));
    }

    /** A value of a type, {@code null} after a problem. */
    @Nullable
    Object read(JsonTree tree, Type type, String path) {
        Class<?> raw = ModelShape.raw(type);
        if (raw == Answer.class) {
            return answer(tree, path);
        }
        if (raw == Problem.class) {
            return problem(tree, path);
        }
        if (raw == UnitScores.class) {
            return scores(tree, path);
        }
        if (raw == Fraction.class) {
            return fraction(tree, path);
        }
        if (!ModelShape.alternatives(raw).isEmpty()) {
            return alternative(tree, raw, path);
        }
        if (raw.isRecord()) {
            return record(tree, raw, path);
        }
        return plain(tree, type, raw, path);
    }

    /** A field, {@code null} after a problem; what may be empty is empty if absent. */
    @Nullable
    Object field(ObjectTree object, String name, Type type, String path) {
        JsonTree value = object.fields().get(name);
        String at = path.isEmpty() ? name : path + "." + name;
        Class<?> raw = ModelShape.raw(type);
        if (value == null || value instanceof NullTree) {
            Object empty = empty(raw);
            if (empty == null) {
                report(ModelProblem.MISSING, object, at);
            }
            return empty;
        }
        if (raw == Optional.class) {
            return Optional.ofNullable(read(value, ModelShape.argument(type, 0), at));
        }
        if (raw == OptionalDouble.class) {
            return real(value, at);
        }
        if (raw == OptionalLong.class) {
            return optionalLong(value, at);
        }
        return raw == OptionalInt.class ? optionalInt(value, at) : read(value, type, at);
    }

    /** What stands for nothing, {@code null} if a value is needed. */
    private static @Nullable Object empty(Class<?> raw) {
        if (raw == Optional.class) {
            return Optional.empty();
        }
        if (raw == OptionalDouble.class) {
            return OptionalDouble.empty();
        }
        if (raw == OptionalLong.class) {
            return OptionalLong.empty();
        }
        if (raw == OptionalInt.class) {
            return OptionalInt.empty();
        }
        if (raw == List.class) {
            return List.of();
        }
        if (raw == Set.class) {
            return Set.of();
        }
        return raw == SortedMap.class || raw == Map.class ? new TreeMap<>() : null;
    }

    @Nullable
    ObjectTree object(JsonTree tree, String path) {
        if (tree instanceof ObjectTree object) {
            return object;
        }
        expected(tree, path, "an object {}");
        return null;
    }

    void known(ObjectTree object, Set<String> names, String path) {
        object.fields().forEach((name, value) -> {
            if (!names.contains(name)) {
                report(JsonProblem.UNKNOWN_FIELD, value, path.isEmpty() ? name : path + "." + name);
            }
        });
    }

    private @Nullable Object alternative(JsonTree tree, Class<?> sealed, String path) {
        ObjectTree object = object(tree, path);
        if (object == null) {
            return null;
        }
        List<Class<?>> alternatives = ModelShape.alternatives(sealed);
        if (object.fields().get(ModelShape.TYPE) instanceof TextTree name) {
            for (Class<?> alternative : alternatives) {
                if (ModelShape.name(alternative).equals(name.text())) {
                    return record(tree, alternative, path);
                }
            }
        }
        report(
                ModelProblem.UNKNOWN_TYPE,
                tree,
                path,
                "expected",
                alternatives.stream().map(ModelShape::name).collect(Collectors.joining(", ")));
        return null;
    }

    private @Nullable Object record(JsonTree tree, Class<?> type, String path) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        int before = problems.size();
        if (ModelShape.isWrapper(type)) {
            values[0] = read(tree, components[0].getGenericType(), path);
        } else {
            ObjectTree object = object(tree, path);
            if (object == null) {
                return null;
            }
            Set<String> names = Arrays.stream(components)
                    .map(RecordComponent::getName)
                    .collect(Collectors.toCollection(HashSet::new));
            if (ModelShape.alternativeTo(type).isPresent()) {
                names.add(ModelShape.TYPE);
            }
            known(object, names, path);
            for (int i = 0; i < components.length; i++) {
                values[i] = field(object, components[i].getName(), components[i].getGenericType(), path);
            }
        }
        return errorsSince(before) ? null : made(tree, type, components, values, path);
    }

    boolean errorsSince(int before) {
        return problems.subList(before, problems.size()).stream()
                .anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    private @Nullable Object made(
            JsonTree tree, Class<?> type, RecordComponent[] components, @Nullable Object[] values, String path) {
        try {
            Constructor<?> canonical = type.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return canonical.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException
                    || refused.getCause() instanceof ArithmeticException) {
                report(ModelProblem.INVALID, tree, path, "type", type.getSimpleName());
                return null;
            }
            throw new IllegalStateException("a model record failed to be made: " + type, refused);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("constructors of model records are public: " + type, hidden);
        }
    }

    private @Nullable Object plain(JsonTree tree, Type type, Class<?> raw, String path) {
        if (raw == String.class) {
            return text(tree, path);
        }
        if (raw == int.class || raw == Integer.class) {
            Long number = whole(tree, path, Integer.MIN_VALUE, Integer.MAX_VALUE);
            return number == null ? null : (Integer) number.intValue();
        }
        if (raw == long.class || raw == Long.class) {
            return whole(tree, path, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (raw == double.class || raw == Double.class) {
            OptionalDouble number = real(tree, path);
            return number.isPresent() ? (Double) number.getAsDouble() : null;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return tree instanceof FlagTree flag ? (Boolean) flag.flag() : expected(tree, path, "true or false");
        }
        if (raw == BigDecimal.class) {
            return tree instanceof NumberTree number ? number.number() : expected(tree, path, "a number");
        }
        if (raw == LocalDate.class) {
            return day(tree, path);
        }
        if (raw.isEnum()) {
            return constant(tree, raw, path);
        }
        if (raw == List.class || raw == Set.class) {
            return many(tree, ModelShape.argument(type, 0), raw, path);
        }
        if (raw == Map.class || raw == SortedMap.class) {
            return map(tree, type, raw, path);
        }
        throw new IllegalStateException("a model record has a component of type " + type);
    }

    private @Nullable Object many(JsonTree tree, Type of, Class<?> raw, String path) {
        if (!(tree instanceof ArrayTree array)) {
            return expected(tree, path, "an array []");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < array.elements().size(); i++) {
            Object value = read(array.elements().get(i), of, path + "[" + i + "]");
            if (value != null) {
                values.add(value);
            }
        }
        return raw == List.class ? values : new LinkedHashSet<>(values);
    }

    private @Nullable Object map(JsonTree tree, Type type, Class<?> raw, String path) {
        ObjectTree object = object(tree, path);
        if (object == null) {
            return null;
        }
        Class<?> keys = ModelShape.raw(ModelShape.argument(type, 0));
        Map<Object, Object> map = raw == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
        for (Map.Entry<String, JsonTree> entry : object.fields().entrySet()) {
            Object key = keys == String.class
                    ? entry.getKey()
                    : read(new TextTree(entry.getKey(), entry.getValue().spot()), keys, path);
            Object value = read(entry.getValue(), ModelShape.argument(type, 1), path + "." + entry.getKey());
            if (key != null && value != null) {
                map.put(key, value);
            }
        }
        return map;
    }

    private @Nullable Object constant(JsonTree tree, Class<?> type, String path) {
        Object[] constants = type.getEnumConstants();
        List<String> words = new ArrayList<>();
        for (Object constant : constants) {
            String word = SchemeReader.word((Enum<?>) constant);
            words.add(word);
            if (tree instanceof TextTree text && text.text().equals(word)) {
                return constant;
            }
        }
        return expected(tree, path, "one of " + String.join(", ", words));
    }

    @Nullable
    String text(JsonTree tree, String path) {
        if (tree instanceof TextTree text) {
            return text.text();
        }
        expected(tree, path, "a text in quotes");
        return null;
    }

    private @Nullable Long whole(JsonTree tree, String path, long least, long greatest) {
        if (tree instanceof NumberTree number
                && number.number().stripTrailingZeros().scale() <= 0
                && number.number().compareTo(BigDecimal.valueOf(least)) >= 0
                && number.number().compareTo(BigDecimal.valueOf(greatest)) <= 0) {
            return number.number().longValue();
        }
        expected(tree, path, "a whole number");
        return null;
    }

    private OptionalDouble real(JsonTree tree, String path) {
        if (tree instanceof NumberTree number) {
            return OptionalDouble.of(number.number().doubleValue());
        }
        if (tree instanceof TextTree text && text.text().matches("-?Inf")) {
            return OptionalDouble.of(text.text().startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        expected(tree, path, "a number, \"Inf\" or \"-Inf\"");
        return OptionalDouble.empty();
    }

    private OptionalLong optionalLong(JsonTree tree, String path) {
        Long number = whole(tree, path, Long.MIN_VALUE, Long.MAX_VALUE);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private OptionalInt optionalInt(JsonTree tree, String path) {
        Long number = whole(tree, path, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number.intValue());
    }

    private @Nullable Object day(JsonTree tree, String path) {
        if (tree instanceof TextTree text && text.text().matches("-?[0-9]{4,9}-[0-9]{2}-[0-9]{2}")) {
            try {
                return LocalDate.parse(text.text());
            } catch (DateTimeParseException noSuchDay) {
                // Falls through: 2026-02-30 has the form of a day and is none.
            }
        }
        return expected(tree, path, "a day such as \"2026-10-31\"");
    }

    private @Nullable Fraction fraction(JsonTree tree, String path) {
        try {
            if (tree instanceof NumberTree number) {
                return Fraction.of(number.number());
            }
            if (tree instanceof TextTree text) {
                return Fraction.parse(text.text());
            }
        } catch (IllegalArgumentException otherForm) {
            // Falls through to the problem.
        }
        expected(tree, path, "a number, or a fraction such as \"1/9\"");
        return null;
    }

    private @Nullable Object expected(JsonTree tree, String path, String what) {
        report(JsonProblem.TYPE, tree, path, "expected", what);
        return null;
    }

    private @Nullable Answer answer(JsonTree tree, String path) {
        ObjectTree object = object(tree, path);
        if (object == null) {
            return null;
        }
        known(object, ANSWER_FIELDS, path);
        List<String> given = ANSWER_FIELDS.stream()
                .filter(name -> object.fields().containsKey(name))
                .toList();
        if (given.size() != 1) {
            report(
                    ModelProblem.UNKNOWN_TYPE,
                    tree,
                    path,
                    "expected",
                    ANSWER_FIELDS.stream().sorted().collect(Collectors.joining(", ")));
            return null;
        }
        String name = given.get(0);
        int before = problems.size();
        Object value = field(object, name, answerType(name), path);
        if (value == null || errorsSince(before)) {
            return null;
        }
        try {
            return answer(name, value);
        } catch (IllegalArgumentException refused) {
            report(ModelProblem.INVALID, tree, path, "type", "Answer");
            return null;
        }
    }

    private static Type answerType(String name) {
        return switch (name) {
            case "rated" -> int.class;
            case "number" -> BigDecimal.class;
            case "none" -> Answer.NoAnswer.class;
            case "selectedAll" -> CODES;
            default -> String.class;
        };
    }

    private static Answer answer(String name, Object value) {
        return switch (name) {
            case "rated" -> new Answer.Rated((Integer) value);
            case "number" -> new Answer.Quantity((BigDecimal) value);
            case "none" -> (Answer.NoAnswer) value;
            case "selectedAll" ->
                new Answer.SelectedAll(((Set<?>) value)
                        .stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new)));
            case "selected" -> new Answer.Selected((String) value);
            default -> new Answer.Written((String) value);
        };
    }

    private @Nullable Problem problem(JsonTree tree, String path) {
        ObjectTree object = object(tree, path);
        if (object == null) {
            return null;
        }
        known(object, Set.of("code", "severity", "place", "attributes", "text", "message"), path);
        int before = problems.size();
        Object code = field(object, "code", String.class, path);
        Object severity = field(object, "severity", Severity.class, path);
        Object place = field(object, "place", Place.class, path);
        Object text = field(object, "text", LocalizedText.class, path);
        SortedMap<String, String> attributes = new TreeMap<>();
        if (object.fields().get("attributes") instanceof ObjectTree named) {
            named.fields().forEach((name, value) -> {
                String is = text(value, path);
                if (is != null) {
                    attributes.put(name, is);
                }
            });
        }
        if (code == null || severity == null || place == null || text == null || errorsSince(before)) {
            return null;
        }
        return new Problem(
                new RecordedKind((String) code, (LocalizedText) text, (Severity) severity), (Place) place, attributes);
    }

    private @Nullable UnitScores scores(JsonTree tree, String path) {
        ObjectTree object = object(tree, path);
        if (object == null) {
            return null;
        }
        known(object, Set.of("unit", "points", "facts"), path);
        int before = problems.size();
        Object unit = field(object, "unit", UnitCode.class, path);
        if (unit == null) {
            return null;
        }
        UnitScores.Builder builder = UnitScores.builder((UnitCode) unit);
        each(object, "points", PointsEntry.class, path).forEach((criterion, entry) -> {
            PointsEntry points = (PointsEntry) entry;
            points.self().ifPresent(value -> builder.selfScore(criterion, value));
            points.appraised().ifPresent(value -> builder.points(criterion, value));
        });
        each(object, "facts", FactValue.class, path).forEach((fact, value) -> builder.fact(fact, (FactValue) value));
        return errorsSince(before) ? null : builder.build();
    }

    private Map<String, Object> each(ObjectTree object, String name, Class<?> type, String path) {
        Map<String, Object> values = new LinkedHashMap<>();
        JsonTree many = object.fields().get(name);
        if (many == null || many instanceof NullTree) {
            return values;
        }
        ObjectTree named = object(many, name);
        if (named != null) {
            named.fields().forEach((key, value) -> {
                Object read = read(value, type, (path.isEmpty() ? name : path + "." + name) + "." + key);
                if (read != null) {
                    values.put(key, read);
                }
            });
        }
        return values;
    }
}
