package vn.sipas.io.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.sipas.core.Checked;
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
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.ReadReport;
import vn.sipas.io.table.ProgressListener;

class ResponseTableReaderTest extends OnDatabases {

    private static final Survey SURVEY = Survey.of(
            SurveyKey.of("khao-sat", 1),
            LocalizedText.of("Khảo sát", "Survey"),
            List.of(new Section(
                    "s",
                    LocalizedText.of("Phần", "Section"),
                    List.of(
                            RatingQuestion.of("4", LocalizedText.of("Thái độ", "Attitude"), RatingScale.likert5()),
                            RatingQuestion.of("5", LocalizedText.of("Hướng dẫn", "Guidance"), RatingScale.likert5()),
                            new MultipleChoiceQuestion(
                                    "3.1",
                                    LocalizedText.of("Lý do", "Reasons"),
                                    Requirement.OPTIONAL,
                                    List.of(
                                            Choice.of("many", "Đông người", "Too many people"),
                                            Choice.of("slow", "Cán bộ chậm", "Slow officer")),
                                    2)))),
            List.of());

    @FunctionalInterface
    private interface Check {
        void on(DataSource database) throws Exception;
    }

    private static List<DynamicTest> everywhere(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("H2", () -> check.on(TestDatabases.h2(""))));
        tests.add(DynamicTest.dynamicTest(
                "H2 as Oracle", () -> check.on(TestDatabases.h2(";MODE=Oracle;DATABASE_TO_UPPER=FALSE"))));
        tests.add(DynamicTest.dynamicTest("PostgreSQL", () -> {
            org.junit.jupiter.api.Assumptions.assumeTrue(
                    server.isPresent(), "no PostgreSQL server is installed: it was not read from");
            DataSource source = TestDatabases.postgres(server.get());
            TestDatabases.empty(source);
            check.on(source);
        }));
        return tests;
    }

    private static void run(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private final List<Response> found = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Checked<ReadReport> read(ResponseTableReader reader, TableName table) throws SQLException {
        found.clear();
        problems.clear();
        return reader.readTable(table, found::add, problem -> problems.add(problem.code() + " " + problem.place()));
    }

    @TestFactory
    List<DynamicTest> wideTables() {
        return everywhere(database -> {
            run(
                    database,
                    "CREATE TABLE \"phiếu \"\"1\"\"\" (\"Id\" VARCHAR(40), \"don_vi\" VARCHAR(20), \"luc\" TIMESTAMP,"
                            + " \"ho ten\" VARCHAR(100), \"thai do\" NUMERIC(10,2), \"huong_dan\" VARCHAR(40),"
                            + " \"trong so\" DOUBLE PRECISION)",
                    "INSERT INTO \"phiếu \"\"1\"\"\" VALUES"
                            + " ('a', '07210', TIMESTAMP '2026-10-01 23:59:59', 'x', 4.00, ' Rất tốt ', 1.5),"
                            + " ('b', '07210', NULL, 'y', 9, NULL, 2),"
                            + " ('a', '07210', NULL, 'y', 3, NULL, 2),"
                            + " ('c', NULL, NULL, 'z', 1, '5', 1)");
            TableMapping mapping = TableMapping.wide()
                    .column("ID", "id")
                    .column("don_vi", "unit")
                    .column("luc", "day")
                    .column("thai do", "4")
                    .column("huong_dan", "5")
                    .column("trong so", "weight")
                    .always("wave", "2026-10")
                    .answer("5", "Rất tốt", "5");
            TableName table = TableName.of("phiếu \"1\"");

            ReadReport report = read(ResponseTableReader.of(database, SURVEY, mapping), table)
                    .orThrow();

            assertEquals("phiếu \"1\": 4 read = 1 kept + 1 changed + 2 set aside", report.toString());
            assertEquals(
                    List.of(
                            "csv.response.question-not-in-file phiếu \"1\"",
                            "csv.response.bad-answer phiếu \"1\":2:4",
                            "csv.response.repeated-id phiếu \"1\":3:1",
                            "csv.response.bad-unit phiếu \"1\":4:2"),
                    problems);
            Response first = found.get(0);
            assertEquals(Optional.of(LocalDate.of(2026, 10, 1)), first.day());
            assertEquals(new Answer.Rated(4), first.answer("4"));
            assertEquals(new Answer.Rated(5), first.answer("5"));
            assertEquals(1.5, first.position().weight());
        });
    }

    @TestFactory
    List<DynamicTest> longTablesAsTheOneStopSurveyKeepsThem() {
        return everywhere(database -> {
            run(
                    database,
                    "CREATE TABLE ket_qua (ks INTEGER, uuid VARCHAR(36), dv VARCHAR(10), cau_hoi VARCHAR(200),"
                            + " tra_loi VARCHAR(200), thu_tu INTEGER, thoi_gian TIMESTAMP, dien_thoai VARCHAR(20))",
                    "INSERT INTO ket_qua VALUES"
                            + " (1, 'u1', '07210', 'Thái độ', 'lịch sự, thân thiện', 1, TIMESTAMP '2024-10-02 08:00:00', '09'),"
                            + " (1, 'u2', '07213', 'Thái độ', 'bình thường', 1, TIMESTAMP '2024-10-02 08:01:00', NULL),"
                            + " (1, 'u1', '07210', 'Hướng dẫn', 'bình thường', 2, TIMESTAMP '2024-10-02 08:00:00', '09'),"
                            + " (1, 'u1', '07210', 'Lý do', 'Đông người', 3, TIMESTAMP '2024-10-02 08:00:00', '09'),"
                            + " (1, 'u1', '07210', 'Lý do', 'Cán bộ chậm', 4, TIMESTAMP '2024-10-02 08:00:00', '09'),"
                            + " (1, 'u2', '07213', 'Câu lạ', 'x', 2, TIMESTAMP '2024-10-02 08:01:00', NULL)");
            TableMapping mapping = TableMapping.longRows()
                    .column("UUID", "id")
                    .column("DV", "unit")
                    .column("CAU_HOI", "question")
                    .column("TRA_LOI", "answer")
                    .column("THOI_GIAN", "day")
                    .always("wave", "2024-10")
                    .question("Thái độ", "4")
                    .question("Hướng dẫn", "5")
                    .question("Lý do", "3.1")
                    .answer("4", "lịch sự, thân thiện", "5")
                    .answer("4", "bình thường", "3")
                    .answer("5", "bình thường", "3")
                    .answer("3.1", "Đông người", "many")
                    .answer("3.1", "Cán bộ chậm", "slow");
            ResponseTableReader reader = ResponseTableReader.of(database, SURVEY, mapping);
            TableName table = TableName.of(storedName(database, "ket_qua"));

            ReadReport report = read(reader, table).orThrow();

            assertEquals(6, report.read());
            assertEquals(5, report.kept());
            assertEquals(1, report.setAside());
            assertEquals(List.of("csv.response.unknown-question " + table + ":6:3"), problems);
            assertEquals(2, found.size());
            assertEquals(new Answer.Rated(5), found.get(0).answer("4"));
            assertEquals(new Answer.Rated(3), found.get(0).answer("5"));
            assertEquals(
                    new Answer.SelectedAll(Set.of("many", "slow")), found.get(0).answer("3.1"));
            assertEquals(Optional.of(LocalDate.of(2024, 10, 2)), found.get(1).day());

            problems.clear();
            found.clear();
            ReadReport part = reader.readQuery(
                            "one unit",
                            "SELECT uuid, dv, cau_hoi, tra_loi, thoi_gian FROM ket_qua WHERE dv = ? ORDER BY uuid,"
                                    + " thu_tu",
                            List.of("07210"),
                            found::add,
                            problem -> problems.add(problem.code()))
                    .orThrow();
            assertEquals("one unit: 4 read = 4 kept + 0 changed + 0 set aside", part.toString());
            assertEquals(UnitCode.of("07210"), found.get(0).unit());
        });
    }

    private static String storedName(DataSource database, String name) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().storesUpperCaseIdentifiers()
                    ? name.toUpperCase(java.util.Locale.ROOT)
                    : name;
        }
    }

    @TestFactory
    List<DynamicTest> timesWithAnOffsetFallOnTheDayOfTheZone() {
        return everywhere(database -> {
            run(
                    database,
                    "CREATE TABLE \"t\" (\"id\" VARCHAR(9), \"at\" TIMESTAMP WITH TIME ZONE)",
                    "INSERT INTO \"t\" VALUES ('a', TIMESTAMP WITH TIME ZONE '2026-10-01 18:30:00+00:00')");
            TableMapping mapping = TableMapping.wide()
                    .column("id", "id")
                    .column("at", "day")
                    .always("unit", "1")
                    .always("wave", "w");
            ResponseTableReader reader = ResponseTableReader.of(database, SURVEY, mapping);

            read(reader, TableName.of("t")).orThrow();
            assertEquals(Optional.of(LocalDate.of(2026, 10, 2)), found.get(0).day());

            read(reader.inZone(ZoneId.of("UTC")), TableName.of("t")).orThrow();
            assertEquals(Optional.of(LocalDate.of(2026, 10, 1)), found.get(0).day());
        });
    }

    @TestFactory
    List<DynamicTest> readingCanBeCancelled() {
        return everywhere(database -> {
            run(database, "CREATE TABLE \"t\" (\"id\" VARCHAR(9))");
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO \"t\" VALUES (?)")) {
                for (int i = 0; i < 2500; i++) {
                    insert.setString(1, "r" + i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            TableMapping mapping =
                    TableMapping.wide().column("id", "id").always("unit", "1").always("wave", "w");
            List<Long> heard = new ArrayList<>();
            ResponseTableReader reader = ResponseTableReader.of(database, SURVEY, mapping)
                    .withProgress((rows, bytes, problemsSoFar) -> heard.add(rows));
            assertEquals(2500, read(reader, TableName.of("t")).orThrow().read());
            assertEquals(List.of(1000L, 2000L, 2500L), heard);

            ProgressListener stopping = new ProgressListener() {
                @Override
                public void at(long rows, long bytes, long problemsSoFar) {}

                @Override
                public boolean cancelled() {
                    return true;
                }
            };
            assertThrows(CancellationException.class, () -> read(reader.withProgress(stopping), TableName.of("t")));
            assertEquals(1000, found.size());
        });
    }

    @TestFactory
    List<DynamicTest> namesCannotBecomeStatements() {
        return everywhere(database -> {
            run(database, "CREATE TABLE \"victim\" (\"id\" VARCHAR(9))", "INSERT INTO \"victim\" VALUES ('a')");
            TableMapping mapping = TableMapping.wide()
                    .column("id\" FROM \"victim\"; DROP TABLE \"victim\"; --", "id")
                    .always("unit", "1")
                    .always("wave", "w");
            ResponseTableReader reader = ResponseTableReader.of(database, SURVEY, mapping);

            assertThrows(SQLException.class, () -> read(reader, TableName.of("victim\"; DROP TABLE \"victim\"; --")));
            assertEquals(
                    "jdbc.column.missing",
                    read(reader, TableName.of("victim")).problems().get(0).code());
            run(database, "SELECT \"id\" FROM \"victim\"");
        });
    }

    @TestFactory
    List<DynamicTest> whatCannotBeReadIsNamed() {
        return everywhere(database -> {
            String bytes = database.getConnection()
                            .getMetaData()
                            .getDatabaseProductName()
                            .startsWith("Postgre")
                    ? "BYTEA"
                    : "BLOB";
            run(
                    database,
                    "CREATE TABLE \"t\" (\"id\" VARCHAR(9), \"photo\" " + bytes + ", \"words\" "
                            + (bytes.equals("BLOB") ? "CLOB" : "TEXT") + ")");
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO \"t\" VALUES (?, ?, ?)")) {
                insert.setString(1, "a");
                insert.setBytes(2, new byte[] {1});
                insert.setString(3, "x".repeat(100_001));
                insert.executeUpdate();
                insert.setString(1, "b");
                insert.setString(3, "4");
                insert.executeUpdate();
            }
            TableMapping base =
                    TableMapping.wide().column("id", "id").always("unit", "1").always("wave", "w");

            read(ResponseTableReader.of(database, SURVEY, base.column("photo", "4")), TableName.of("t"))
                    .orThrow();
            assertTrue(problems.containsAll(List.of("jdbc.field.not-text t:1:2 4", "jdbc.field.not-text t:2:2 4")));

            ReadReport report = read(
                            ResponseTableReader.of(database, SURVEY, base.column("words", "4")), TableName.of("t"))
                    .orThrow();
            assertEquals("t: 2 read = 1 kept + 0 changed + 1 set aside", report.toString());
            assertTrue(problems.contains("jdbc.field.too-long t:1:2 4"));
        });
    }

    @Test
    void aMillionRowsOfPostgresStream() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                server.isPresent(), "no PostgreSQL server is installed: streaming was not measured");
        DataSource source = TestDatabases.postgres(server.get());
        TestDatabases.empty(source);
        int rows = Integer.getInteger("sipas.streamed.rows", 100_000);
        run(
                source,
                "CREATE TABLE big AS SELECT 'r' || i AS id, '07210' AS unit, 1 + i % 5 AS q, repeat('x', 1000) AS other"
                        + " FROM generate_series(1, " + rows + ") i");
        TableMapping mapping = TableMapping.wide()
                .column("id", "id")
                .column("unit", "unit")
                .column("q", "4")
                .column("other", "group.other")
                .always("wave", "w");
        long[] most = new long[2];
        System.gc();
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();

        ReadReport report = ResponseTableReader.of(source, SURVEY, mapping)
                .readTable(
                        TableName.of("big"),
                        response -> {
                            if (++most[0] % (rows / 4) == 0) {
                                System.gc();
                                long used = Runtime.getRuntime().totalMemory()
                                        - Runtime.getRuntime().freeMemory();
                                most[1] = Math.max(most[1], used - before);
                            }
                        },
                        problem -> {})
                .orThrow();

        assertEquals(rows, report.kept());
        // The whole result has a kilobyte a row: 100 MB and more.
        assertTrue(most[1] < 60_000_000, "held " + most[1] + " bytes");
    }
}
