package vn.sipas.io.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.io.ReadReport;

/** The types and habits of a host's own database: PostgreSQL's, and Oracle's as far as H2 follows them. */
class HostTypesTest extends OnDatabases {

    private static final Survey SURVEY = Survey.of(
            SurveyKey.of("khao-sat", 1),
            LocalizedText.of("Khảo sát", "Survey"),
            List.of(new Section(
                    "s",
                    LocalizedText.of("Phần", "Section"),
                    List.of(
                            RatingQuestion.of("4", LocalizedText.of("Thái độ", "Attitude"), RatingScale.likert5()),
                            new MultipleChoiceQuestion(
                                    "3",
                                    LocalizedText.of("Lý do", "Reasons"),
                                    Requirement.OPTIONAL,
                                    List.of(
                                            Choice.of("many", "Đông người", "Too many people"),
                                            Choice.of("slow", "Cán bộ chậm", "Slow officer")),
                                    2)))),
            List.of());

    private final List<Response> found = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private static DataSource postgres() throws SQLException {
        Assumptions.assumeTrue(server.isPresent(), "no PostgreSQL server is installed: its types were not read");
        DataSource source = TestDatabases.postgres(server.get());
        TestDatabases.empty(source);
        return source;
    }

    private static void run(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static TableMapping wide() {
        return TableMapping.wide().always("wave", "w");
    }

    private ReadReport read(DataSource database, TableName table, TableMapping mapping) throws SQLException {
        found.clear();
        problems.clear();
        return ResponseTableReader.of(database, SURVEY, mapping)
                .readTable(
                        table,
                        found::add,
                        problem -> problems.add(
                                problem.code() + " " + problem.place().path()))
                .orThrow();
    }

    @Test
    void postgresTypes() throws SQLException {
        DataSource database = postgres();
        run(
                database,
                "CREATE TYPE thai_do AS ENUM ('1', '2', '5')",
                "CREATE SCHEMA \"Dịch vụ công\"",
                "CREATE TABLE \"Dịch vụ công\".\"Phiếu khảo sát\" (\"Mã phiếu\" uuid, \"Đơn vị\" char(10), \"Thái độ\" thai_do,"
                        + " \"Lý do\" text[], \"Lúc\" timestamptz, \"Trọng số\" real, \"Trực tuyến\" boolean, \"Thêm\" jsonb)",
                "INSERT INTO \"Dịch vụ công\".\"Phiếu khảo sát\" VALUES"
                        + " ('00000000-0000-0000-0000-000000000001', '07210', '5', ARRAY['Đông người', 'slow'],"
                        + "  '2026-09-30 17:30:00+00', 1.1, true, '{\"a\": 1}'),"
                        + " ('00000000-0000-0000-0000-000000000002', '07210', NULL, NULL, 'infinity', 2, false, NULL),"
                        + " ('00000000-0000-0000-0000-000000000003', '07210', '2', '{}', '-infinity', 'NaN', NULL, NULL)");
        TableMapping mapping = wide().column("Mã phiếu", "id")
                .column("Đơn vị", "unit")
                .column("Thái độ", "4")
                .column("Lý do", "3")
                .column("Lúc", "day")
                .column("Trọng số", "weight")
                .column("Trực tuyến", "group.online")
                .answer("3", "Đông người", "many");

        ReadReport report = read(database, TableName.of("Dịch vụ công", "Phiếu khảo sát"), mapping);

        assertEquals("Dịch vụ công.Phiếu khảo sát: 3 read = 1 kept + 1 changed + 1 set aside", report.toString());
        Response first = found.get(0);
        assertEquals("00000000-0000-0000-0000-000000000001", first.id());
        assertEquals("07210", first.unit().value());
        assertEquals(new Answer.Rated(5), first.answer("4"));
        assertEquals(new Answer.SelectedAll(Set.of("many", "slow")), first.answer("3"));
        assertEquals(Optional.of(LocalDate.of(2026, 10, 1)), first.day(), "past midnight in Vietnam");
        assertEquals(1.1, first.position().weight(), "a single as it reads, not 1.10000002384");
        assertEquals("1", first.respondentGroups().get("online"));
        Response second = found.get(1);
        assertEquals(Answer.NoAnswer.BLANK, second.answer("4"), "NULL is blank, never 0");
        assertEquals(Optional.empty(), second.day());
        assertEquals("0", second.respondentGroups().get("online"), "false is an answer");
        assertEquals(List.of("csv.response.bad-day ", "csv.response.bad-weight "), problems);
    }

    @Test
    void numbersKeepTheirValueWhateverTheirScale() throws SQLException {
        DataSource database = postgres();
        run(
                database,
                "CREATE TABLE n (id numeric, unit varchar(9), q numeric(12,6), w numeric)",
                "INSERT INTO n VALUES (1e2, '1', 4.000000, 0.30), (20.50, '1', 4.5, 'NaN'), (3, '1', NULL, 1e-3),"
                        + " (4, '1', 5, 1e-9000)");

        read(
                database,
                TableName.of("n"),
                wide().column("id", "id")
                        .column("unit", "unit")
                        .column("q", "4")
                        .column("w", "weight"));

        assertEquals(List.of("100", "3"), found.stream().map(Response::id).toList());
        assertEquals(new Answer.Rated(4), found.get(0).answer("4"));
        assertEquals(0.3, found.get(0).position().weight());
        assertEquals(0.001, found.get(1).position().weight());
        assertEquals(
                List.of("csv.response.question-not-in-file ", "csv.response.bad-weight ", "csv.response.bad-weight "),
                problems);
    }

    /** Names without quotes are kept in capitals, the empty text is no value, a DATE has a time, numbers are NUMBER. */
    @Test
    void oracleHabits() throws SQLException {
        DataSource database = TestDatabases.h2(";MODE=Oracle");
        run(
                database,
                "CREATE SCHEMA MOTCUA",
                "CREATE TABLE MOTCUA.PHIEU (MA_PHIEU VARCHAR2(36 CHAR), DON_VI VARCHAR2(20 CHAR), THAI_DO NUMBER(1),"
                        + " LY_DO CLOB, NGAY DATE, TRONG_SO NUMBER, KENH CHAR(6))",
                "INSERT INTO MOTCUA.PHIEU VALUES ('p1', '07210', 4, 'many', TIMESTAMP '2026-10-01 23:59:59', 1.5, 'quay')",
                "INSERT INTO MOTCUA.PHIEU VALUES ('p2', '07210', NULL, '', NULL, 1, '')",
                "INSERT INTO MOTCUA.PHIEU VALUES ('', '07210', 5, NULL, NULL, 1, NULL)");
        TableMapping mapping = wide().column("ma_phieu", "id")
                .column("don_vi", "unit")
                .column("thai_do", "4")
                .column("ly_do", "3")
                .column("ngay", "day")
                .column("trong_so", "weight")
                .column("kenh", "group.kenh");

        ReadReport report = read(database, TableName.of("MOTCUA", "PHIEU"), mapping);

        assertEquals("MOTCUA.PHIEU: 3 read = 2 kept + 0 changed + 1 set aside", report.toString());
        assertEquals(List.of("csv.response.no-id "), problems);
        assertEquals(Optional.of(LocalDate.of(2026, 10, 1)), found.get(0).day());
        assertEquals(new Answer.Rated(4), found.get(0).answer("4"));
        assertEquals(new Answer.SelectedAll(Set.of("many")), found.get(0).answer("3"));
        assertEquals("quay", found.get(0).respondentGroups().get("kenh"));
        assertEquals(Answer.NoAnswer.BLANK, found.get(1).answer("4"));
        assertEquals(Answer.NoAnswer.BLANK, found.get(1).answer("3"));
        assertFalse(found.get(1).respondentGroups().containsKey("kenh"));
    }

    @Test
    void h2Identifiers() throws SQLException {
        DataSource database = TestDatabases.h2("");
        run(
                database,
                "CREATE TABLE T (ID UUID, UNIT VARCHAR(9), Q TINYINT, L VARCHAR(9) ARRAY)",
                "INSERT INTO T VALUES ('00000000-0000-0000-0000-00000000000a', '1', 3, ARRAY['many', NULL])");

        read(
                database,
                TableName.of("T"),
                wide().column("id", "id")
                        .column("unit", "unit")
                        .column("q", "4")
                        .column("l", "3"));

        assertEquals("00000000-0000-0000-0000-00000000000a", found.get(0).id());
        assertEquals(new Answer.SelectedAll(Set.of("many")), found.get(0).answer("3"));
        assertEquals(List.of(), problems);
    }

    /** A pool that hands out one connection again and again, and looks at how it comes back. */
    private record OneConnection(Connection connection, List<Boolean> readOnlyInside) implements DataSource {

        @Override
        public Connection getConnection() {
            return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    OneConnection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        if (method.getName().equals("prepareStatement")) {
                            readOnlyInside.add(connection.isReadOnly());
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (java.lang.reflect.InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }

        @Override
        public Connection getConnection(String user, String password) {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(java.io.Writer.nullWriter());
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }

    /** The failure that is reported is what the server said, not that the connection cannot be given back. */
    @Test
    void aLostConnectionIsCalledWhatItIs() throws SQLException {
        DataSource database = postgres();
        run(
                database,
                "CREATE TABLE t (id text, unit text)",
                "INSERT INTO t SELECT 'r' || i, '1' FROM generate_series(1, 50000) i");
        ResponseTableReader reader = ResponseTableReader.of(
                database, SURVEY, wide().column("id", "id").column("unit", "unit"));
        long[] taken = new long[1];

        SQLException lost = assertThrows(
                SQLException.class,
                () -> reader.readTable(
                        TableName.of("t"),
                        response -> {
                            if (++taken[0] == 1) {
                                endOthers(database);
                            }
                        },
                        problem -> {}));

        assertEquals("57P01", lost.getSQLState(), lost.getMessage());
        assertTrue(taken[0] < 50_000);
    }

    private static void endOthers(DataSource database) {
        try {
            run(
                    database,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                            + " AND backend_type = 'client backend'");
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void aConnectionIsGivenBackAsItWas() throws SQLException {
        DataSource database = postgres();
        run(
                database,
                "CREATE TABLE t (id text, unit text)",
                "INSERT INTO t SELECT 'r' || i, '1' FROM generate_series(1, 2500) i");
        TableMapping mapping = wide().column("id", "id").column("unit", "unit");
        for (boolean automatic : new boolean[] {true, false}) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(automatic);
                OneConnection pool = new OneConnection(connection, new ArrayList<>());

                read(pool, TableName.of("t"), mapping);
                assertEquals(2500, found.size());
                ResponseTableReader reader = ResponseTableReader.of(pool, SURVEY, mapping);
                assertThrows(
                        IllegalStateException.class,
                        () -> reader.readTable(
                                TableName.of("t"),
                                response -> {
                                    throw new IllegalStateException("the host's own failure");
                                },
                                problem -> {}),
                        "in the middle of the result");
                assertThrows(
                        SQLException.class, () -> reader.readTable(TableName.of("none"), found::add, problem -> {}));

                assertTrue(
                        pool.readOnlyInside().stream().allMatch(inside -> inside), "reads in a read-only transaction");
                assertFalse(pool.readOnlyInside().isEmpty());
                assertEquals(automatic, connection.getAutoCommit());
                assertFalse(connection.isReadOnly());
                try (Statement statement = connection.createStatement()) {
                    assertEquals(1, statement.executeUpdate("INSERT INTO t VALUES ('x', '1')"), "it can write again");
                }
                if (!automatic) {
                    connection.rollback();
                } else {
                    run(database, "DELETE FROM t WHERE id = 'x'");
                }
            }
        }
    }
}
