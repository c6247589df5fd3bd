package vn.sipas.io.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.ReadReport;
import vn.sipas.io.csv.ResponseCsvReader;
import vn.sipas.io.csv.ResponseCsvWriter;
import vn.sipas.io.csv.ResponseLayout;
import vn.sipas.io.json.ResponseJson;
import vn.sipas.io.json.ResponseLinesReader;
import vn.sipas.io.json.ResponseLinesWriter;
import vn.sipas.io.simulate.ResponseSimulator;
import vn.sipas.io.simulate.SimulationPlan;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.Proposal;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.table.ProgressListener;
import vn.sipas.io.table.SourceFile;

class ImportTest {

    private static final SimulationPlan PLAN = SimulationPlan.madeUp(3, 500, 4, 11);
    private static final ResponseJson JSON = ResponseJson.standalone();

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();

    private void heard(Problem problem) {
        problems.add(problem.code());
    }

    private static ResponseStore store() throws SQLException {
        SipasDatabase database = SipasDatabase.detect(TestDatabases.h2(""));
        database.migrate().orThrow();
        return ResponseStore.in(database, "portal");
    }

    private static ResponseInput lines() {
        return ResponseLinesReader.of(JSON)::read;
    }

    private Path lines(String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream bytes = Files.newOutputStream(file);
                ResponseLinesWriter writer = ResponseLinesWriter.open(bytes, JSON)) {
            List<Response> responses = new ArrayList<>();
            new ResponseSimulator(PLAN).forEach(responses::add);
            for (Response response : responses) {
                writer.write(response);
            }
        }
        return file;
    }

    @Test
    void theSameFileTwiceIsNothingNew() throws Exception {
        ResponseStore store = store();
        Path file = lines("october.ndjson");
        Files.writeString(file, "{\"broken\n", StandardOpenOption.APPEND);
        ResponseImport once = ResponseImport.into(store, "lines", lines());

        ImportOutcome first = once.run(file, this::heard).orThrow();
        Path renamed = Files.move(file, folder.resolve("renamed.ndjson"));
        ImportOutcome second = once.run(renamed, problem -> {}).orThrow();

        assertEquals(500, first.written());
        assertEquals(List.of("json.malformed"), problems);
        assertEquals(
                renamed + ": 501 read = 500 kept + 0 changed + 1 set aside; 500 responses = 500 before + 0 written + 0"
                        + " refused (nothing new)",
                second.toString());
        assertEquals(first.rows().problems(), second.rows().problems());
        assertEquals(500, store.count(StoredResponses.to(PLAN.survey().key())));
    }

    @Test
    void anotherReadingOrContentIsRead() throws Exception {
        ResponseStore store = store();
        Path file = lines("october.ndjson");
        ResponseImport.into(store, "lines", lines()).run(file, this::heard).orThrow();

        ImportOutcome other = ResponseImport.into(store, "lines of another mapping", lines())
                .run(file, this::heard)
                .orThrow();
        assertEquals(500, other.written());
        Files.writeString(file, "\n", StandardOpenOption.APPEND);
        ImportOutcome longer = ResponseImport.into(store, "lines", lines())
                .run(file, this::heard)
                .orThrow();
        assertEquals(500, longer.written());
        assertEquals(500, store.count(StoredResponses.to(PLAN.survey().key())), "ids were replaced");
    }

    @Test
    void anImportThatBrokeOffGoesOnBehindWhatIsStored() throws Exception {
        ResponseStore store = store();
        Path file = lines("october.ndjson");
        AtomicLong left = new AtomicLong(345);
        ResponseInput breaking = (input, source, responses, found) -> lines().read(
                        input,
                        source,
                        response -> {
                            if (left.decrementAndGet() < 0) {
                                throw new IllegalStateException("power cut");
                            }
                            responses.accept(response);
                        },
                        found);
        ResponseImport broken = ResponseImport.into(store, "lines", breaking).withBatch(100);
        assertThrows(IllegalStateException.class, () -> broken.run(file, this::heard));
        assertEquals(300, store.count(StoredResponses.to(PLAN.survey().key())));

        ImportOutcome rest = ResponseImport.into(store, "lines", lines())
                .run(file, this::heard)
                .orThrow();

        assertEquals(300, rest.before());
        assertEquals(200, rest.written());
        assertFalse(rest.repeated());
        assertEquals(500, store.count(StoredResponses.to(PLAN.survey().key())));
    }

    @Test
    void aCancelledImportGoesOnLater() throws Exception {
        ResponseStore store = store();
        Path file = lines("october.ndjson");
        List<Long> heard = new ArrayList<>();
        ProgressListener stopping = new ProgressListener() {
            @Override
            public void at(long rows, long bytes, long problemsSoFar) {
                heard.add(rows);
                assertTrue(bytes > 0);
            }

            @Override
            public boolean cancelled() {
                return heard.size() == 2;
            }
        };
        ResponseImport batches = ResponseImport.into(store, "lines", lines()).withBatch(100);

        assertThrows(CancellationException.class, () -> batches.withProgress(stopping)
                .run(file, this::heard));
        assertEquals(List.of(100L, 200L), heard);
        assertEquals(200, store.count(StoredResponses.to(PLAN.survey().key())));

        assertEquals(300, batches.run(file, this::heard).orThrow().written());
    }

    /** The export of a tool, as CSV and as a workbook, cancelled on the way and taken up again. */
    @Test
    void exportsOfToolsGoOnToo() throws Exception {
        Path csv = folder.resolve("odk.csv");
        StringBuilder text =
                new StringBuilder("SubmissionDate,meta-instanceID,unit,q1,KEY,SubmitterID,Status,FormVersion\n");
        for (int i = 0; i < 350; i++) {
            text.append("2026-08-01T02:10:00.1Z,uuid:")
                    .append(i)
                    .append(",07210,")
                    .append(1 + i % 5);
            text.append(",uuid:").append(i).append(",1,,1\n");
        }
        Files.writeString(csv, text);
        Path workbook = folder.resolve("table.xlsx");
        try (OutputStream bytes = Files.newOutputStream(workbook);
                Workbook out = new Workbook(bytes, "sipas", "1.0")) {
            Worksheet sheet = out.newWorksheet("Phiếu");
            List<String> headings = List.of("id", "unit", "q1");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            for (int row = 1; row <= 350; row++) {
                sheet.value(row, 0, "r" + row);
                sheet.value(row, 1, "07210");
                sheet.value(row, 2, row % 5 + 1);
            }
        }
        for (Path file : List.of(csv, workbook)) {
            ResponseStore store = store();
            Proposal proposal = SurveyImport.with(ImportOptions.detecting())
                    .propose(SourceFile.of(file))
                    .orThrow();
            SurveyImport imports = SurveyImport.with(ImportOptions.detecting().withMapping(proposal.mapping()));
            ResponseImport batches =
                    ResponseImport.into(store, "mapping 1", imports).withBatch(100);
            ProgressListener stopping = new ProgressListener() {
                @Override
                public void at(long rows, long bytes, long problemsSoFar) {}

                @Override
                public boolean cancelled() {
                    return true;
                }
            };
            StoredResponses all = StoredResponses.to(proposal.survey().key());

            assertThrows(CancellationException.class, () -> batches.withProgress(stopping)
                    .run(file, this::heard));
            assertEquals(100, store.count(all));
            ImportOutcome rest = batches.run(file, this::heard).orThrow();
            assertEquals(250, rest.written(), file.toString());
            assertEquals(350, rest.rows().used());
            assertTrue(batches.run(file, this::heard).orThrow().repeated());
            assertEquals(350, store.count(all));
        }
    }

    @Test
    void twoHostsCannotImportTheSameContentAtOnce() throws Exception {
        ResponseStore store = store();
        Path file = lines("october.ndjson");
        AtomicLong taken = new AtomicLong();
        List<ImportOutcome> inner = new ArrayList<>();
        ResponseInput interrupted = (input, source, responses, found) -> lines().read(
                        input,
                        source,
                        response -> {
                            if (taken.incrementAndGet() == 250) {
                                inner.add(otherHost(store, file));
                            }
                            responses.accept(response);
                        },
                        found);

        Checked<ImportOutcome> outer =
                ResponseImport.into(store, "lines", interrupted).withBatch(100).run(file, this::heard);

        assertEquals("jdbc.import.elsewhere", outer.problems().get(0).code());
        assertEquals(200, inner.get(0).before());
        assertEquals(300, inner.get(0).written());
        assertEquals(500, store.count(StoredResponses.to(PLAN.survey().key())));
    }

    private ImportOutcome otherHost(ResponseStore store, Path file) {
        try {
            return ResponseImport.into(store, "lines", lines())
                    .withBatch(100)
                    .run(file, this::heard)
                    .orThrow();
        } catch (IOException | SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void responsesThatCannotBeStoredAreCounted() throws Exception {
        ResponseStore store = store();
        SurveyKey survey = SurveyKey.of("s", 1);
        List<Response> responses = List.of(
                Response.builder("a", survey, UnitCode.of("1"), "w").build(),
                Response.builder("x".repeat(500), survey, UnitCode.of("1"), "w").build(),
                Response.builder("b", survey, UnitCode.of("1"), "w").build());
        Path file = Files.writeString(folder.resolve("r.txt"), "any");
        ResponseInput made = (input, source, taker, found) -> {
            responses.forEach(taker);
            return Checked.of(new ReadReport(source, 3, 3, 0, 0, new TreeMap<>()));
        };

        ImportOutcome outcome =
                ResponseImport.into(store, "made", made).run(file, this::heard).orThrow();

        assertEquals(1, outcome.refused());
        assertEquals(2, outcome.written());
        assertEquals(List.of("document.text.size"), problems);
    }

    @Test
    void delimitedFilesAreImportedToo() throws Exception {
        ResponseStore store = store();
        Path file = folder.resolve("r.csv");
        List<Response> responses = new ArrayList<>();
        new ResponseSimulator(PLAN).forEach(responses::add);
        try (OutputStream bytes = Files.newOutputStream(file);
                ResponseCsvWriter writer =
                        ResponseCsvWriter.open(bytes, PLAN.survey(), ResponseLayout.LONG, List.of())) {
            for (Response response : responses) {
                writer.write(response);
            }
        }
        ResponseInput csv = ResponseCsvReader.of(PLAN.survey()).withLayout(ResponseLayout.LONG)::read;

        ImportOutcome outcome =
                ResponseImport.into(store, "csv", csv).run(file, this::heard).orThrow();

        assertEquals(500, outcome.written());
        assertTrue(ResponseImport.into(store, "csv", csv)
                .run(file, this::heard)
                .orThrow()
                .repeated());
    }

    @Test
    void aFileThatChangesMeanwhileIsNotComplete() throws Exception {
        ResponseStore store = store();
        Path file = lines("october.ndjson");
        ResponseInput changing = (input, source, responses, found) -> {
            Files.writeString(file, "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            return lines().read(input, source, responses, found);
        };

        Checked<ImportOutcome> outcome =
                ResponseImport.into(store, "lines", changing).run(file, this::heard);

        assertEquals(
                Optional.of("jdbc.import.content-changed"),
                outcome.problems().stream().map(Problem::code).findFirst());
    }

    @Test
    void aFileThatCannotBeUsedStoresNothing() throws Exception {
        ResponseStore store = store();
        Path file = Files.writeString(folder.resolve("bad.csv"), "no,such,header\n1,2,3\n");
        Checked<ImportOutcome> outcome = ResponseImport.into(store, "csv", ResponseCsvReader.of(PLAN.survey())::read)
                .run(file, this::heard);
        assertTrue(outcome.value().isEmpty());
        assertEquals(0, store.count(StoredResponses.to(PLAN.survey().key())));
    }
}
