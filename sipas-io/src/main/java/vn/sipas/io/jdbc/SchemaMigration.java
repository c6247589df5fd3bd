package vn.sipas.io.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * Brings the schema up to date.
 *
 * <p>PostgreSQL does it in one transaction behind an advisory lock. Elsewhere each statement commits by itself, so that two
 * hosts may meet: a statement that fails because its table or index is there already counts as done.
 */
final class SchemaMigration {

    private static final List<String> NAMES = List.of("responses", "states", "results", "comments");
    private static final String VERSIONS = "sipas_schema_version";

    private static final String VERSION_TABLE = "CREATE TABLE " + VERSIONS + " (version INTEGER NOT NULL PRIMARY KEY)";

    /** Any constant number, the same on every host: the bytes of "sipas". */
    private static final long LOCK = 0x7369706173L;

    private static final Pattern CREATED = Pattern.compile(
            "CREATE\\s+(?:(TABLE)|INDEX)\\s+(?:IF NOT EXISTS\\s+)?(\\w+)(?:\\s+ON\\s+(\\w+))?.*", Pattern.DOTALL);

    private final Connection connection;
    private final SqlDialect dialect;

    SchemaMigration(Connection connection, SqlDialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    Checked<Integer> run() throws SQLException {
        if (dialect == SqlDialect.POSTGRESQL) {
            try (Statement lock = connection.createStatement()) {
                lock.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            }
        }
        int before = version();
        if (before > NAMES.size()) {
            return Checked.refused(Problem.of(
                    JdbcProblem.SCHEMA_TOO_NEW, Place.in(VERSIONS), "version", before, "supported", NAMES.size()));
        }
        if (before == 0) {
            create(VERSION_TABLE);
        }
        for (int version = before + 1; version <= NAMES.size(); version++) {
            for (String statement : statements(dialect, version)) {
                create(statement);
            }
            record(version);
        }
        return Checked.of(NAMES.size() - before);
    }

    int version() throws SQLException {
        if (!exists(VERSIONS)) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MAX(version) FROM " + VERSIONS)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /** The statements of a version, without comments. */
    static List<String> statements(SqlDialect dialect, int version) {
        String file = dialect.folder() + "/" + version + "-" + NAMES.get(version - 1) + ".sql";
        try (InputStream stream = SchemaMigration.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the library lacks its resource " + file);
            }
            String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            List<String> statements = new ArrayList<>();
            for (String statement : script.split(";\\s*\n", -1)) {
                if (!statement.isBlank()) {
                    statements.add(statement.strip());
                }
            }
            return List.copyOf(statements);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the library's resource " + file + " cannot be read", unreadable);
        }
    }

    /** All versions as one text, for those whose database only an administrator may change. */
    static String script(SqlDialect dialect) {
        StringBuilder script = new StringBuilder(VERSION_TABLE).append(";\n");
        for (int version = 1; version <= NAMES.size(); version++) {
            for (String statement : statements(dialect, version)) {
                script.append(statement).append(";\n");
            }
            script.append("INSERT INTO " + VERSIONS + " (version) VALUES (")
                    .append(version)
                    .append(");\n");
        }
        return script.toString();
    }

    private void create(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            if (dialect == SqlDialect.POSTGRESQL || !isThere(sql)) {
                throw refused;
            }
        }
    }

    private void record(int version) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + VERSIONS + " (version) VALUES (?)")) {
            insert.setInt(1, version);
            insert.executeUpdate();
        } catch (SQLException refused) {
            if (dialect == SqlDialect.POSTGRESQL || version() < version) {
                throw refused;
            }
        }
    }

    private boolean isThere(String sql) throws SQLException {
        Matcher created = CREATED.matcher(sql);
        if (!created.matches()) {
            return false;
        }
        return created.group(1) != null
                ? exists(created.group(2))
                : created.group(3) != null && hasIndex(created.group(3), created.group(2));
    }

    private boolean exists(String table) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet tables = about.getTables(
                connection.getCatalog(), connection.getSchema(), stored(table, about), new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    private boolean hasIndex(String table, String index) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet indexes = about.getIndexInfo(
                connection.getCatalog(), connection.getSchema(), stored(table, about), false, true)) {
            while (indexes.next()) {
                if (index.equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** How the database keeps a name that was not quoted; an underscore must not match any character. */
    private static String stored(String name, DatabaseMetaData about) throws SQLException {
        if (about.storesUpperCaseIdentifiers()) {
            return name.toUpperCase(Locale.ROOT);
        }
        return about.storesLowerCaseIdentifiers() ? name.toLowerCase(Locale.ROOT) : name;
    }
}
