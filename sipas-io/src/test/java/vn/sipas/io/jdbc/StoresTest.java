package vn.sipas.io.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.index.IndexAccumulator;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.NodeResult;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.ReadReport;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogKind;
import vn.sipas.io.simulate.ResponseSimulator;
import vn.sipas.io.simulate.SimulationPlan;

class StoresTest extends OnDatabases {

    private static final SurveyKey SURVEY = SurveyKey.of("sample", 2);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final UnitCode UNIT = UnitCode.of("07210");
    private static final List<RatedItem> ITEMS = List.of(new RatedItem("q1", RatingScale.likert5()));

    private static Response response(String id, int rating) {
        return Response.builder(id, SURVEY, UNIT, "2026-10")
                .day(DAY)
                .group("age", "25-49")
                .answer("q1", new Answer.Rated(rating))
                .answer("q2", new Answer.Selected("đất"))
                .build();
    }

    private static List<Response> stored(ResponseStore store, StoredResponses wanted) throws SQLException {
        List<Response> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        ReadReport report = store.read(wanted, found::add, problems::add);
        assertEquals(List.of(), problems);
        assertEquals(found.size(), report.kept());
        assertEquals(found.size(), report.read());
        return found;
    }

    @TestFactory
    List<DynamicTest> migratingAgainChangesNothing() throws SQLException {
        return everySchema(database -> {
            assertEquals(Optional.of(0), database.migrate().value());
            assertEquals(4, database.version());
        });
    }

    @TestFactory
    List<DynamicTest> hostsMayMigrateAtOnce() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (SipasDatabase database : TestDatabases.all(server)) {
            tests.add(DynamicTest.dynamicTest(database.dialect().name(), () -> {
                ExecutorService hosts = Executors.newFixedThreadPool(4);
                try {
                    List<Callable<Checked<Integer>>> calls =
                            List.of(database::migrate, database::migrate, database::migrate, database::migrate);
                    for (Future<Checked<Integer>> done : hosts.invokeAll(calls)) {
                        done.get().orThrow();
                    }
                } finally {
                    hosts.shutdownNow();
                }
                assertEquals(4, database.version());
                new ResultStoreProbe(database).writesNothing();
            }));
        }
        return tests;
    }

    /** Uses the last table of the last migration. */
    private record ResultStoreProbe(SipasDatabase database) {
        void writesNothing() throws SQLException {
            assertEquals(0, ResultStore.in(database, "run").writeRatings(List.of()));
        }
    }

    @Test
    void aLaterSchemaIsLeftAlone() throws SQLException {
        var source = TestDatabases.h2("");
        SipasDatabase database = SipasDatabase.detect(source);
        database.migrate().orThrow();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO sipas_schema_version VALUES (99)");
        }

        Problem problem = database.migrate().problems().get(0);

        assertEquals("jdbc.schema.too-new", problem.code());
        assertEquals("99", problem.attributes().get("version"));
    }

    @TestFactory
    List<DynamicTest> responsesComeBackAsTheyWere() throws SQLException {
        return everySchema(database -> {
            ResponseStore store = ResponseStore.in(database, "portal");
            List<Response> responses = new ArrayList<>();
            for (int i = 1000; i < 3500; i++) {
                responses.add(response("r" + i, 1 + i % 5));
            }

            assertEquals(2500, store.write(responses, problem -> {}));

            assertEquals(responses, stored(store, StoredResponses.to(SURVEY)));
            assertEquals(2500, store.count(StoredResponses.to(SURVEY)));
            assertEquals(0, store.count(StoredResponses.to(SurveyKey.of("sample", 3))));
        });
    }

    @TestFactory
    List<DynamicTest> writingAgainReplacesById() throws SQLException {
        return everySchema(database -> {
            ResponseStore store = ResponseStore.in(database, "portal");
            store.write(List.of(response("a", 1), response("b", 2)), problem -> {});
            store.write(List.of(response("b", 5), response("b", 4), response("c", 3)), problem -> {});

            assertEquals(
                    List.of(response("a", 1), response("b", 4), response("c", 3)),
                    stored(store, StoredResponses.to(SURVEY)));
            ResponseStore.in(database, "kiosk").write(List.of(response("a", 5)), problem -> {});
            assertEquals(3, store.count(StoredResponses.to(SURVEY)), "origins do not meet");
        });
    }

    @TestFactory
    List<DynamicTest> partsCanBeWanted() throws SQLException {
        return everySchema(database -> {
            ResponseStore store = ResponseStore.in(database, "portal");
            Response other = Response.builder("x", SURVEY, UnitCode.of("24"), "2026-11")
                    .day(DAY.plusDays(1))
                    .build();
            Response undated = Response.builder("y", SURVEY, UNIT, "2026-10").build();
            store.write(List.of(response("a", 1), other, undated), problem -> {});
            StoredResponses all = StoredResponses.to(SURVEY);

            assertEquals(List.of(other), stored(store, all.ofWave("2026-11")));
            assertEquals(List.of(other), stored(store, all.about(UnitCode.of("24"))));
            assertEquals(
                    List.of(response("a", 1)), stored(store, all.during(ValidityPeriod.between(DAY, DAY.plusDays(1)))));
            assertEquals(List.of(other), stored(store, all.during(ValidityPeriod.from(DAY.plusDays(1)))));
            assertEquals(3, stored(store, all).size());
        });
    }

    @TestFactory
    List<DynamicTest> whatADatabaseCannotStoreIsNamed() throws SQLException {
        return everySchema(database -> {
            ResponseStore store = ResponseStore.in(database, "portal");
            List<String> problems = new ArrayList<>();
            long written = store.write(
                    List.of(
                            response("x".repeat(201), 1),
                            response("nul\0", 1),
                            response("half\ud83d", 1),
                            response("đ".repeat(200), 1)),
                    problem -> problems.add(problem.code() + " " + problem.place() + " "
                            + problem.attributes().get("field")));

            assertEquals(
                    List.of(
                            "document.text.size sipas_response:1 id null",
                            "jdbc.text.unstorable sipas_response:2 id",
                            "jdbc.text.unstorable sipas_response:3 id"),
                    problems);
            assertEquals(1, written);
            assertEquals(1, stored(store, StoredResponses.to(SURVEY)).size());
        });
    }

    @TestFactory
    List<DynamicTest> wordsStayOutUnlessAskedFor() throws SQLException {
        return everySchema(database -> {
            Response wordy = Response.builder("a", SURVEY, UNIT, "w")
                    .answer("q1", new Answer.Rated(3))
                    .answer("q9", new Answer.Written("Tên tôi là Nguyễn Văn A"))
                    .build();
            Response silent = Response.builder("a", SURVEY, UNIT, "w")
                    .answer("q1", new Answer.Rated(3))
                    .build();
            ResponseStore store = ResponseStore.in(database, "portal");

            store.write(List.of(wordy), problem -> {});
            assertEquals(List.of(silent), stored(store, StoredResponses.to(SURVEY)));

            store.keepingWords().write(List.of(wordy), problem -> {});
            assertEquals(List.of(wordy), stored(store, StoredResponses.to(SURVEY)));
        });
    }

    @TestFactory
    List<DynamicTest> aDamagedRowIsSetAsideWithTableAndRow() throws SQLException {
        return everySchema(database -> {
            ResponseStore store = ResponseStore.in(database, "portal");
            store.write(List.of(response("a", 1), response("b", 2), response("c", 3)), problem -> {});
            database.transaction(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate(
                            "UPDATE sipas_response SET document = '{\"format\": 1' WHERE id = 'b'");
                }
            });
            List<Response> found = new ArrayList<>();
            List<String> places = new ArrayList<>();

            ReadReport report = store.read(
                    StoredResponses.to(SURVEY),
                    found::add,
                    problem -> places.add(problem.code() + " " + problem.place()));

            assertEquals(List.of(response("a", 1), response("c", 3)), found);
            assertEquals(List.of("json.malformed sipas_response:2"), places);
            assertEquals("sipas_response: 3 read = 2 kept + 0 changed + 1 set aside", report.toString());
        });
    }

    private static SampleTotals totals(int... ratings) {
        ResponseTally tally = ResponseTally.of(SampleDesign.simpleRandom(), ITEMS);
        for (int rating : ratings) {
            tally.accept(UNIT.value(), new int[] {rating - 1});
        }
        return tally.result();
    }

    @TestFactory
    List<DynamicTest> statesOfAPeriodMergeToTheWhole() throws SQLException {
        return everySchema(database -> {
            StateStore store = StateStore.in(database, "sipas/2026", ITEMS);
            UnitCode other = UnitCode.of("24");
            store.put(UNIT, DAY, totals(1, 2, 3));
            store.put(UNIT, DAY, totals(4, 4));
            store.put(UNIT, DAY.plusDays(1), totals(5));
            store.put(UNIT, DAY.plusDays(2), totals(1));
            store.put(other, DAY, totals(2));
            StateStore.in(database, "another", ITEMS).put(UNIT, DAY, totals(1, 1, 1));

            ValidityPeriod twoDays = ValidityPeriod.between(DAY, DAY.plusDays(2));
            assertEquals(
                    Optional.of(totals(4, 4, 5)),
                    store.merge(twoDays, UNIT::equals).orThrow());
            assertEquals(
                    Optional.of(totals(4, 4, 5, 1, 2)),
                    store.merge(ValidityPeriod.always(), unit -> true).orThrow());
            assertEquals(
                    Optional.empty(),
                    store.merge(ValidityPeriod.before(DAY), unit -> true).orThrow());
            assertEquals(
                    Optional.of(totals(5)), store.get(UNIT, DAY.plusDays(1)).map(Checked::orThrow));
            assertEquals(Optional.empty(), store.get(UNIT, DAY.minusDays(1)));
        });
    }

    @TestFactory
    List<DynamicTest> hostsMayAddToADayAtOnce() throws SQLException {
        return everySchema(database -> {
            StateStore store = StateStore.in(database, "sipas/2026", ITEMS);
            ExecutorService hosts = Executors.newFixedThreadPool(3);
            try {
                List<Callable<Object>> calls = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    calls.add(() -> {
                        for (int j = 0; j < 10; j++) {
                            addPatiently(store);
                        }
                        return "done";
                    });
                }
                for (Future<Object> done : hosts.invokeAll(calls)) {
                    done.get();
                }
            } finally {
                hosts.shutdownNow();
            }

            int[] thirty = new int[30];
            java.util.Arrays.fill(thirty, 4);
            assertEquals(Optional.of(totals(thirty)), store.get(UNIT, DAY).map(Checked::orThrow));
        });
    }

    /** A host tries again when the database gave way to another one. */
    private static void addPatiently(StateStore store) throws SQLException {
        for (int attempt = 0; ; attempt++) {
            try {
                store.add(UNIT, DAY, totals(4)).orThrow();
                return;
            } catch (SQLException busy) {
                if (attempt == 50) {
                    throw busy;
                }
            }
        }
    }

    @TestFactory
    List<DynamicTest> aDamagedOrStrangeStateIsNamed() throws SQLException {
        return everySchema(database -> {
            StateStore store = StateStore.in(database, "s", ITEMS);
            store.put(UNIT, DAY, totals(1));
            SampleTotals weighted =
                    ResponseTally.of(SampleDesign.clustered(), ITEMS).result();
            store.put(UNIT, DAY.plusDays(1), weighted);

            assertEquals(
                    "jdbc.state.other-design sipas_state:2", first(store.merge(ValidityPeriod.always(), unit -> true)));
            assertEquals("jdbc.state.other-design sipas_state:1", first(store.add(UNIT, DAY, weighted)));
            database.transaction(connection -> {
                try (var update = connection.prepareStatement("UPDATE sipas_state SET totals = ?")) {
                    update.setBytes(1, new byte[] {1, 2, 3});
                    return update.executeUpdate();
                }
            });
            assertEquals(
                    "estimate.state-damaged sipas_state:1", first(store.merge(ValidityPeriod.always(), unit -> true)));
        });
    }

    private static String first(Checked<?> checked) {
        return checked.problems().get(0).code() + " "
                + checked.problems().get(0).place();
    }

    @TestFactory
    List<DynamicTest> indexRowsSayWhatIsKnownAndNothingElse() throws SQLException {
        return everySchema(database -> {
            Survey survey = Catalog.standard()
                    .open("sipas-2023-2026", CatalogKind.survey(vn.sipas.io.json.SurveyJson.standalone()))
                    .orThrow();
            IndexDefinition definition = Catalog.standard()
                    .open("sipas-2023-2026", CatalogKind.index(vn.sipas.io.json.IndexJson.create()))
                    .orThrow();
            IndexAccumulator accumulator = IndexAccumulator.of(definition, survey, SampleDesign.simpleRandom());
            Response.Builder one = Response.builder("a", survey.key(), UNIT, "w");
            survey.ratingQuestions().stream().limit(3).forEach(question -> one.rating(question.code(), 4));
            accumulator.accept(one.build());
            IndexResult result = accumulator.result().estimateGroups().get(0);

            ResultStore store = ResultStore.in(database, "2026-10");
            long rows = store.writeIndices(List.of(result));
            assertEquals(rows, store.writeIndices(List.of(result)));

            Map<String, NodeResult> nodes = new HashMap<>();
            result.nodes().forEach(node -> nodes.put(node.id(), node));
            long valueless = result.nodes().stream()
                    .filter(node -> node.value().score().isEmpty())
                    .count();
            assertTrue(valueless > 0, "the case has nodes without a score");
            long seen = database.transaction(connection -> {
                try (var statement = connection.createStatement();
                        var found = statement.executeQuery(
                                "SELECT node, score, reason, base FROM sipas_index_value ORDER BY position_in_tree")) {
                    long count = 0;
                    while (found.next()) {
                        count++;
                        NodeResult node = nodes.get(found.getString(1));
                        double score = found.getDouble(2);
                        boolean missing = found.wasNull();
                        assertEquals(node.value().score().isEmpty(), missing);
                        assertEquals(missing, found.getString(3) != null);
                        assertEquals(
                                node.value().score().map(value -> value.value()).orElse(0.0), score);
                    }
                    return count;
                }
            });
            assertEquals(nodes.size(), seen);
            assertEquals(rows, seen);
        });
    }

    @Test
    void namesAreChecked() throws SQLException {
        SipasDatabase database = SipasDatabase.detect(TestDatabases.h2(""));
        for (String bad : List.of("", " ", "a\nb", "x".repeat(201))) {
            assertThrows(IllegalArgumentException.class, () -> ResponseStore.in(database, bad));
            assertThrows(IllegalArgumentException.class, () -> ResultStore.in(database, bad));
            assertThrows(IllegalArgumentException.class, () -> StateStore.in(database, bad, ITEMS));
        }
    }

    @Test
    void theOracleTextIsWhatOracleTakes() {
        assertEquals(
                "MERGE INTO t t USING (SELECT CAST(? AS VARCHAR2(10 CHAR)) AS k FROM dual) k ON (t.k = k.k)"
                        + " WHEN MATCHED THEN UPDATE SET t.a = ?, t.b = ?"
                        + " WHEN NOT MATCHED THEN INSERT (k, a, b) VALUES (k.k, ?, ?)",
                new Table("t", List.of(Column.key("k", 10), Column.of("a", Column.Type.WHOLE), Column.text("b", 5)))
                        .upsert(SqlDialect.ORACLE)
                        .sql());
        for (int version = 1; version <= 3; version++) {
            for (String sql : SchemaMigration.statements(SqlDialect.ORACLE, version)) {
                assertTrue(sql.startsWith("CREATE "), sql);
                assertTrue(!sql.contains("IF NOT EXISTS") && !sql.contains("TEXT") && !sql.endsWith(";"), sql);
            }
        }
    }

    @Test
    void everyDialectHasTheSameTables() {
        for (int version = 1; version <= 3; version++) {
            List<String> expected = columns(SqlDialect.STANDARD, version);
            for (SqlDialect dialect : SqlDialect.values()) {
                assertEquals(expected, columns(dialect, version), dialect + " " + version);
            }
        }
    }

    private static List<String> columns(SqlDialect dialect, int version) {
        return SchemaMigration.statements(dialect, version).stream()
                .filter(sql -> sql.startsWith("CREATE TABLE"))
                .flatMap(sql -> sql.replace("IF NOT EXISTS ", "").lines().map(String::strip))
                .map(line -> line.split(" ", -1)[0] + (line.contains("NOT NULL") ? " needed" : ""))
                .toList();
    }

    @TestFactory
    List<DynamicTest> simulatedResponsesSurviveTheRoundTrip() throws SQLException {
        return everySchema(database -> {
            SimulationPlan plan = SimulationPlan.madeUp(3, 300, 5, 7);
            List<Response> responses = new ArrayList<>();
            new ResponseSimulator(plan).forEach(responses::add);
            ResponseStore store = ResponseStore.in(database, "simulated");
            store.write(responses, problem -> {});
            List<Response> found =
                    stored(store, StoredResponses.to(plan.survey().key()));
            assertEquals(new java.util.HashSet<>(responses), new java.util.HashSet<>(found));
            assertEquals(responses.size(), found.size());
        });
    }
}
