package vn.sipas.io.jdbc;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes rows of one table, each inserted or replacing the row with its key. The caller owns the transaction. */
final class RowWriter implements AutoCloseable {

    private static final String UNIQUE_VIOLATION = "23";

    private final Table table;
    private final SqlDialect dialect;
    private final Table.Statement first;
    private final PreparedStatement firstStatement;
    private final @Nullable PreparedStatement insertStatement;
    private final Set<List<Object>> waiting = new HashSet<>();
    private long bytes;

    private RowWriter(
            Table table,
            SqlDialect dialect,
            Table.Statement first,
            PreparedStatement firstStatement,
            @Nullable PreparedStatement insertStatement) {
        this.table = table;
        this.dialect = dialect;
        this.first = first;
        this.firstStatement = firstStatement;
        this.insertStatement = insertStatement;
    }

    static RowWriter open(Connection connection, Table table, SqlDialect dialect) throws SQLException {
        if (dialect != SqlDialect.STANDARD) {
            Table.Statement upsert = table.upsert(dialect);
            return new RowWriter(table, dialect, upsert, connection.prepareStatement(upsert.sql()), null);
        }
        Table.Statement update = table.update();
        return new RowWriter(
                table,
                dialect,
                update,
                connection.prepareStatement(update.sql()),
                connection.prepareStatement(table.insert().sql()));
    }

    /** Inserts one row; a duplicate is refused by the database. */
    static void insert(Connection connection, Table table, SqlDialect dialect, List<@Nullable Object> row)
            throws SQLException {
        Table.Statement insert = table.insert();
        try (PreparedStatement statement = connection.prepareStatement(insert.sql())) {
            bind(statement, insert.parameters(), row, table, dialect);
            statement.executeUpdate();
        }
    }

    /** Takes a row, with one value a column, {@code null} for no value. */
    void add(List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bytes += size(table.columns().get(i), values.get(i));
        }
        PreparedStatement insert = insertStatement;
        if (insert != null) {
            replace(values, insert);
            return;
        }
        // A key must not come twice in one statement of several rows, which a driver may make of a batch.
        if (!waiting.add(key(values))) {
            flush();
            waiting.add(key(values));
        }
        bind(firstStatement, first.parameters(), values, table, dialect);
        firstStatement.addBatch();
    }

    /** How much has been taken: characters of long texts, and bytes. */
    long bytes() {
        return bytes;
    }

    /** Sends what waits. */
    void flush() throws SQLException {
        if (!waiting.isEmpty()) {
            firstStatement.executeBatch();
            waiting.clear();
        }
    }

    @Override
    public void close() throws SQLException {
        waiting.clear();
        try (firstStatement) {
            if (insertStatement != null) {
                insertStatement.close();
            }
        }
    }

    private void replace(List<@Nullable Object> values, PreparedStatement insert) throws SQLException {
        bind(firstStatement, first.parameters(), values, table, dialect);
        if (firstStatement.executeUpdate() > 0) {
            return;
        }
        bind(insert, table.insert().parameters(), values, table, dialect);
        try {
            insert.executeUpdate();
        } catch (SQLException refused) {
            // Another host inserted the row in between: then it can be updated.
            String state = refused.getSQLState();
            if (state == null || !state.startsWith(UNIQUE_VIOLATION) || firstStatement.executeUpdate() == 0) {
                throw refused;
            }
        }
    }

    private static long size(Column column, @Nullable Object value) {
        if (value instanceof byte[] content) {
            return content.length;
        }
        return column.type() == Column.Type.LONG_TEXT && value instanceof String text ? text.length() : 0;
    }

    private List<Object> key(List<@Nullable Object> values) {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (table.columns().get(i).key() && value != null) {
                key.add(value);
            }
        }
        return key;
    }

    private static void bind(
            PreparedStatement statement,
            List<Integer> parameters,
            List<@Nullable Object> values,
            Table table,
            SqlDialect dialect)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            int index = parameters.get(i);
            bind(statement, i + 1, table.columns().get(index), values.get(index), dialect);
        }
    }

    private static void bind(
            PreparedStatement statement, int at, Column column, @Nullable Object value, SqlDialect dialect)
            throws SQLException {
        if (value == null) {
            statement.setNull(at, column.nullType(dialect));
            return;
        }
        switch (column.type()) {
            case TEXT -> statement.setString(at, (String) value);
            case LONG_TEXT -> {
                String text = (String) value;
                if (dialect == SqlDialect.ORACLE) {
                    statement.setCharacterStream(at, new StringReader(text), text.length());
                } else {
                    statement.setString(at, text);
                }
            }
            case WHOLE -> statement.setLong(at, ((Number) value).longValue());
            case REAL -> statement.setDouble(at, ((Number) value).doubleValue());
            case DAY -> statement.setDate(at, Date.valueOf((LocalDate) value));
            case BYTES -> statement.setBytes(at, (byte[]) value);
        }
    }
}
