package vn.sipas.io.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sipas.core.Checked;

/**
 * A database with, or about to get, the schema of this library.
 *
 * <p>Each call takes a connection of its own, works in transactions and gives it back as it was. Immutable and as safe for
 * use by several threads as its data source.
 */
public final class SipasDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(SipasDatabase.class);

    private final DataSource source;
    private final SqlDialect dialect;

    private SipasDatabase(DataSource source, SqlDialect dialect) {
        this.source = Objects.requireNonNull(source, "source");
        this.dialect = Objects.requireNonNull(dialect, "dialect");
    }

    /**
     * Names a database and its dialect.
     *
     * @param source where connections come from, for a user who may create tables in its default schema
     * @param dialect the dialect
     * @return the database
     */
    public static SipasDatabase of(DataSource source, SqlDialect dialect) {
        return new SipasDatabase(source, dialect);
    }

    /**
     * Asks a database for its dialect.
     *
     * @param source where connections come from, for a user who may create tables in its default schema
     * @return the database
     * @throws SQLException if it cannot be reached
     */
    public static SipasDatabase detect(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return new SipasDatabase(source, SqlDialect.of(connection));
        }
    }

    /**
     * Brings the schema to the version of this library. Doing it again changes nothing; several hosts may do it at once.
     *
     * @return how many versions were applied, 0 if the schema was up to date; {@link JdbcProblem#SCHEMA_TOO_NEW} if it is
     *     ahead of this library
     * @throws SQLException if the database refuses
     */
    public Checked<Integer> migrate() throws SQLException {
        Checked<Integer> applied = transaction(connection -> new SchemaMigration(connection, dialect).run());
        applied.value()
                .filter(versions -> versions > 0)
                .ifPresent(versions -> LOG.info("the schema of responses and results was advanced by {}", versions));
        return applied;
    }

    /**
     * Returns the whole schema as SQL, each statement ended by a semicolon and a line end, for a database that only its
     * administrator may change. {@link #migrate()} then finds nothing to do.
     *
     * @param dialect the dialect
     * @return the text, with comments on every table and column where the dialect has such
     */
    public static String script(SqlDialect dialect) {
        return SchemaMigration.script(Objects.requireNonNull(dialect, "dialect"));
    }

    /**
     * Returns the version of the schema.
     *
     * @return the version, 0 if there is none
     * @throws SQLException if the database refuses
     */
    public int version() throws SQLException {
        return transaction(connection -> new SchemaMigration(connection, dialect).version());
    }

    /**
     * Returns the dialect.
     *
     * @return the dialect
     */
    public SqlDialect dialect() {
        return dialect;
    }

    Connection connect() throws SQLException {
        return source.getConnection();
    }

    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does work in one transaction, or in several if the work commits in between. */
    <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return transaction(connection, work);
        }
    }

    static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        boolean automatic = connection.getAutoCommit();
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (done) {
                connection.setAutoCommit(automatic);
            } else {
                restore(() -> {
                    connection.rollback();
                    connection.setAutoCommit(automatic);
                });
            }
        }
    }

    /** What is done to a connection. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }

    /** Gives a connection back as it was while a failure is under way, which must not be hidden by a lost connection. */
    static void restore(Step step) {
        try {
            step.run();
        } catch (SQLException lost) {
            LOG.debug("A connection could not be given back as it was", lost);
        }
    }
}
