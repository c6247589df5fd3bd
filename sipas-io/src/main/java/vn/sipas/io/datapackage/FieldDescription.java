package vn.sipas.io.datapackage;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.LocalizedText;

/**
 * What a column holds, for a person and for a program.
 *
 * @param name the name of the column, not blank
 * @param type the type of its values
 * @param title a short name
 * @param description what it says, with its interval
 * @param unit the unit, if all rows have the same
 * @param minimum the least value, if there is one
 * @param maximum the greatest value, if there is one
 * @param required whether every row has a value
 */
public record FieldDescription(
        String name,
        Type type,
        LocalizedText title,
        LocalizedText description,
        Optional<LocalizedText> unit,
        Optional<Number> minimum,
        Optional<Number> maximum,
        boolean required) {

    /** The types of Table Schema that result tables use. */
    public enum Type {
        /** Text. */
        STRING,
        /** A number with a decimal point, {@code Inf} or {@code -Inf}. */
        NUMBER,
        /** A whole number. */
        INTEGER
    }

    public FieldDescription {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(minimum, "minimum");
        Objects.requireNonNull(maximum, "maximum");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }

    /**
     * Makes a description without unit and bounds, of a column that may be empty.
     *
     * @param name the name of the column
     * @param type the type of its values
     * @param title a short name
     * @param description what it says
     * @return the description
     */
    public static FieldDescription of(String name, Type type, LocalizedText title, LocalizedText description) {
        return new FieldDescription(
                name, type, title, description, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /**
     * Returns this description with a unit.
     *
     * @param newUnit the unit
     * @return the description
     */
    public FieldDescription in(LocalizedText newUnit) {
        return new FieldDescription(name, type, title, description, Optional.of(newUnit), minimum, maximum, required);
    }

    /**
     * Returns this description with a least value.
     *
     * @param least the least value
     * @return the description
     */
    public FieldDescription atLeast(Number least) {
        return new FieldDescription(name, type, title, description, unit, Optional.of(least), maximum, required);
    }

    /**
     * Returns this description with a greatest value.
     *
     * @param greatest the greatest value
     * @return the description
     */
    public FieldDescription atMost(Number greatest) {
        return new FieldDescription(name, type, title, description, unit, minimum, Optional.of(greatest), required);
    }

    /**
     * Returns this description of a column that is never empty.
     *
     * @return the description
     */
    public FieldDescription always() {
        return new FieldDescription(name, type, title, description, unit, minimum, maximum, true);
    }
}
