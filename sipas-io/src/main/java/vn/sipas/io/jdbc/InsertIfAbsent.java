package vn.sipas.io.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts a row unless its key is there, without spoiling the transaction. */
final class InsertIfAbsent {

    private static final String UNIQUE_VIOLATION = "23";

    private final Table table;
    private final SqlDialect dialect;

    private InsertIfAbsent(Table table, SqlDialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    static InsertIfAbsent of(Table table, SqlDialect dialect) {
        return new InsertIfAbsent(table, dialect);
    }

    /** Whether the row is new. */
    boolean insert(Connection connection, List<@Nullable Object> row) throws SQLException {
        // After a refusal PostgreSQL would take nothing more in this transaction.
        Savepoint before = connection.setSavepoint();
        try {
            RowWriter.insert(connection, table, dialect, row);
            return true;
        } catch (SQLException refused) {
            String state = refused.getSQLState();
            if (state == null || !state.startsWith(UNIQUE_VIOLATION)) {
                throw refused;
            }
            connection.rollback(before);
            return false;
        }
    }
}
