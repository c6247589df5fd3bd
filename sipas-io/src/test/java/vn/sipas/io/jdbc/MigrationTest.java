package vn.sipas.io.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;

/** The schema from every older version, by hand, and described where an administrator looks. */
class MigrationTest extends OnDatabases {

    private static final int LATEST = 4;

    private static void run(SipasDatabase database, List<String> statements) throws SQLException {
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return statements;
            }
        });
    }

    private static List<String> upTo(SqlDialect dialect, int latest) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE sipas_schema_version (version INTEGER NOT NULL PRIMARY KEY)");
        for (int version = 1; version <= latest; version++) {
            statements.addAll(SchemaMigration.statements(dialect, version));
            statements.add("INSERT INTO sipas_schema_version (version) VALUES (" + version + ")");
        }
        return statements;
    }

    @TestFactory
    List<DynamicTest> everyOlderVersionIsBroughtForwardWithItsRows() throws SQLException {
        List<DynamicTest> tests = new ArrayList<>();
        for (int old = 1; old < LATEST; old++) {
            int from = old;
            for (SipasDatabase one : TestDatabases.all(Optional.empty())) {
                tests.add(test(from, one));
            }
            server.ifPresent(postgres -> tests.add(DynamicTest.dynamicTest(from + " POSTGRESQL", () -> {
                TestDatabases.empty(TestDatabases.postgres(postgres));
                forward(from, SipasDatabase.detect(TestDatabases.postgres(postgres)));
            })));
        }
        return tests;
    }

    private static DynamicTest test(int from, SipasDatabase database) {
        return DynamicTest.dynamicTest(from + " " + database.dialect(), () -> forward(from, database));
    }

    private static void forward(int from, SipasDatabase database) throws SQLException {
        run(database, upTo(database.dialect(), from));
        Response response = Response.builder("a", SurveyKey.of("s", 1), UnitCode.of("07210"), "w")
                .rating("q1", 4)
                .build();
        ResponseStore store = ResponseStore.in(database, "portal");
        store.write(List.of(response), problem -> {});
        assertEquals(from, database.version());

        assertEquals(LATEST - from, database.migrate().orThrow());

        assertEquals(LATEST, database.version());
        List<Response> found = new ArrayList<>();
        store.read(StoredResponses.to(SurveyKey.of("s", 1)), found::add, problem -> {});
        assertEquals(List.of(response), found);
        assertEquals(0, ResultStore.in(database, "run").writeRatings(List.of()));
        assertEquals(0, database.migrate().orThrow());
    }

    @TestFactory
    List<DynamicTest> anAdministratorMayRunTheScript() throws SQLException {
        List<DynamicTest> tests = new ArrayList<>();
        for (SipasDatabase database : TestDatabases.all(server)) {
            tests.add(DynamicTest.dynamicTest(database.dialect().name(), () -> {
                String script = SipasDatabase.script(database.dialect());
                assertTrue(script.endsWith(";\n"), script);
                run(
                        database,
                        List.of(script.split(";\n", -1)).stream()
                                .filter(sql -> !sql.isBlank())
                                .toList());
                assertEquals(LATEST, database.version());
                assertEquals(0, database.migrate().orThrow());
            }));
        }
        return tests;
    }

    /** Asks the database itself, as an administrator's program does. */
    @TestFactory
    List<DynamicTest> everyTableAndColumnIsDescribedInTheDatabase() throws SQLException {
        List<DynamicTest> tests = new ArrayList<>();
        for (SipasDatabase database : TestDatabases.all(server)) {
            if (database.dialect() == SqlDialect.STANDARD) {
                continue; // standard SQL has no comments on tables
            }
            tests.add(DynamicTest.dynamicTest(database.dialect().name(), () -> {
                database.migrate().orThrow();
                List<String> silent = new ArrayList<>();
                int columns = database.transaction(connection -> undescribed(connection, silent));
                assertEquals(List.of(), silent);
                assertEquals(1 + 13 + 10 + 6 + 16 + 8, columns);
            }));
        }
        return tests;
    }

    private static int undescribed(Connection connection, List<String> silent) throws SQLException {
        int columns = 0;
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                addIfSilent(silent, table, tables.getString("REMARKS"));
                try (ResultSet found = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
                    while (found.next()) {
                        columns++;
                        addIfSilent(silent, table + "." + found.getString("COLUMN_NAME"), found.getString("REMARKS"));
                    }
                }
            }
        }
        return columns;
    }

    private static void addIfSilent(List<String> silent, String what, String remarks) {
        if (remarks == null || remarks.isBlank()) {
            silent.add(what);
        }
    }
}
