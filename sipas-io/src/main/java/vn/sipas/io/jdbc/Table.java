package vn.sipas.io.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of our tables, and the SQL that writes it. All names are constants of this package.
 *
 * @param name the name
 * @param columns the columns, in the order in which values are given
 */
record Table(String name, List<Column> columns) {

    /** A statement and, for each of its parameters, the index of the column it takes. */
    record Statement(String sql, List<Integer> parameters) {}

    Table {
        columns = List.copyOf(columns);
    }

    /** One statement that inserts a row or replaces the one with its key; not for {@link SqlDialect#STANDARD}. */
    Statement upsert(SqlDialect dialect) {
        return switch (dialect) {
            case POSTGRESQL ->
                new Statement(
                        insert().sql() + " ON CONFLICT (" + names(keys()) + ") DO UPDATE SET "
                                + joined(others(), column -> column.name() + " = EXCLUDED." + column.name()),
                        indexes(columns));
            case H2 ->
                new Statement(
                        "MERGE INTO " + name + " (" + names(columns) + ") KEY (" + names(keys()) + ") VALUES ("
                                + marks(columns.size()) + ")",
                        indexes(columns));
            case ORACLE -> merge();
            case STANDARD -> throw new IllegalStateException("standard SQL has no single statement");
        };
    }

    private Statement merge() {
        List<Integer> parameters = new ArrayList<>(indexes(keys()));
        parameters.addAll(indexes(others()));
        parameters.addAll(indexes(others()));
        return new Statement(
                "MERGE INTO " + name + " t USING (SELECT "
                        + joined(keys(), key -> "CAST(? AS " + key.castType() + ") AS " + key.name())
                        + " FROM dual) k ON ("
                        + keys().stream()
                                .map(key -> "t." + key.name() + " = k." + key.name())
                                .collect(Collectors.joining(" AND "))
                        + ") WHEN MATCHED THEN UPDATE SET " + joined(others(), column -> "t." + column.name() + " = ?")
                        + " WHEN NOT MATCHED THEN INSERT (" + names(keys()) + ", " + names(others()) + ") VALUES ("
                        + joined(keys(), key -> "k." + key.name()) + ", "
                        + marks(others().size()) + ")",
                parameters);
    }

    Statement insert() {
        return new Statement(
                "INSERT INTO " + name + " (" + names(columns) + ") VALUES (" + marks(columns.size()) + ")",
                indexes(columns));
    }

    Statement update() {
        List<Integer> parameters = new ArrayList<>(indexes(others()));
        parameters.addAll(indexes(keys()));
        return new Statement(
                "UPDATE " + name + " SET " + joined(others(), column -> column.name() + " = ?") + " WHERE "
                        + keys().stream().map(key -> key.name() + " = ?").collect(Collectors.joining(" AND ")),
                parameters);
    }

    List<Column> keys() {
        return columns.stream().filter(Column::key).toList();
    }

    private List<Column> others() {
        return columns.stream().filter(column -> !column.key()).toList();
    }

    private List<Integer> indexes(List<Column> some) {
        return some.stream().map(columns::indexOf).toList();
    }

    private static String names(List<Column> some) {
        return joined(some, Column::name);
    }

    private static String joined(List<Column> some, Function<Column, String> text) {
        return some.stream().map(text).collect(Collectors.joining(", "));
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
