package vn.sipas.io.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import vn.sipas.testing.PostgresServer;

/** Tests on real databases: a PostgreSQL server of their own, where one is installed, and H2. */
abstract class OnDatabases {

    static Optional<PostgresServer> server = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server.isPresent()) {
            server.get().stop();
        }
    }

    /** What is checked on a database whose schema is up to date. */
    @FunctionalInterface
    interface SchemaCheck {
        void on(SipasDatabase database) throws Exception;
    }

    static List<DynamicTest> everySchema(SchemaCheck check) throws SQLException {
        List<DynamicTest> tests = new ArrayList<>();
        for (SipasDatabase database : TestDatabases.all(server)) {
            tests.add(DynamicTest.dynamicTest(database.dialect().name(), () -> {
                database.migrate().orThrow();
                check.on(database);
            }));
        }
        if (server.isEmpty()) {
            tests.add(DynamicTest.dynamicTest(
                    "POSTGRESQL",
                    () -> Assumptions.abort("no PostgreSQL server is installed: its dialect was not tested")));
        }
        return tests;
    }
}
