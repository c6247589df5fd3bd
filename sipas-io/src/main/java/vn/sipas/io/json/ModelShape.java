package vn.sipas.io.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How types of the model look as JSON, by rules that hold for all of them.
 *
 * <p>A record is an object with a field per component. A record that only wraps one {@code value} stands as that value. Where
 * an interface has several records, the field {@code type} says which. What is empty is left out.
 */
final class ModelShape {

    /** Says which of several records a value is. */
    static final String TYPE = "type";

    private ModelShape() {}

    /** Whether a record stands as its only component. */
    static boolean isWrapper(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value")
                && alternativeTo(type).isEmpty();
    }

    static RecordComponent wrapped(Class<?> type) {
        return type.getRecordComponents()[0];
    }

    /** The interface whose alternatives a record is one of. */
    static Optional<Class<?>> alternativeTo(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .<Class<?>>map(one -> one)
                .filter(Class::isSealed)
                .findFirst();
    }

    /** The alternatives of an interface, by name. */
    static List<Class<?>> alternatives(Class<?> type) {
        return type.isSealed() ? List.of(type.getPermittedSubclasses()) : List.of();
    }

    /** The name of an alternative: its simple name in lower case with hyphens. */
    static String name(Class<?> alternative) {
        return alternative
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
    }

    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    /** A record, or an interface that has records only. */
    static boolean isModel(Class<?> type) {
        return type.isRecord() || !alternatives(type).isEmpty();
    }

    /** A type and, if it has any, its alternatives. */
    static List<Class<?>> withAlternatives(Class<?> type) {
        List<Class<?>> types = new ArrayList<>(List.of(type));
        types.addAll(alternatives(type));
        return types;
    }
}
