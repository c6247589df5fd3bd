package vn.sipas.io.jdbc;

import java.util.Objects;
import java.util.Optional;

/**
 * The name of a host's table or view, exactly as the database stores it. In SQL it is always quoted, so that no name can
 * become anything else.
 *
 * @param schema the schema; that of the connection if empty
 * @param name the table or view
 */
public record TableName(Optional<String> schema, String name) {

    private static final int MAX_LENGTH = 128;

    public TableName {
        Objects.requireNonNull(schema, "schema");
        schema.ifPresent(text -> check("schema", text));
        check("name", name);
    }

    /**
     * Names a table of the connection's schema.
     *
     * @param name the name, 1 to 128 characters
     * @return the name
     */
    public static TableName of(String name) {
        return new TableName(Optional.empty(), name);
    }

    /**
     * Names a table of another schema.
     *
     * @param schema the schema, 1 to 128 characters
     * @param name the name, 1 to 128 characters
     * @return the name
     */
    public static TableName of(String schema, String name) {
        return new TableName(Optional.of(schema), name);
    }

    /**
     * Returns the name as problems and reports show it.
     *
     * @return schema and name, joined by a dot
     */
    @Override
    public String toString() {
        return schema.map(text -> text + "." + name).orElse(name);
    }

    String quoted() {
        return schema.map(text -> quoted(text) + ".").orElse("") + quoted(name);
    }

    /** An identifier in standard SQL: between quotation marks, those inside it doubled. */
    static String quoted(String identifier) {
        check("identifier", identifier);
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static void check(String parameter, String identifier) {
        boolean bad = identifier.isEmpty()
                || identifier.length() > MAX_LENGTH
                || identifier.chars().anyMatch(Character::isISOControl);
        if (bad) {
            throw new IllegalArgumentException(parameter + " must have 1 to " + MAX_LENGTH
                    + " characters, none of them a control character, had " + identifier.length());
        }
    }
}
