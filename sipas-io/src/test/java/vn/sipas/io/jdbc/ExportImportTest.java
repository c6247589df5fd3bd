package vn.sipas.io.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.source.ColumnMapping;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.ImportSink;
import vn.sipas.io.source.Proposal;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.source.SurveyTool;
import vn.sipas.io.table.ProgressListener;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;

class ExportImportTest {

    private static final int ROWS = 2500;

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();

    private static ResponseStore store() throws SQLException {
        SipasDatabase database = SipasDatabase.detect(TestDatabases.h2(""));
        database.migrate().orThrow();
        return ResponseStore.in(database, "portal");
    }

    /** A sheet behind a Google Form with spaces and Vietnamese letters in its name, one row of it without a unit. */
    private Path export() throws IOException {
        StringBuilder rows = new StringBuilder("Dấu thời gian,Mã phiếu,Họ và tên,Mã đơn vị,Ông/bà hài lòng mức nào?\n");
        for (int i = 1; i <= ROWS; i++) {
            rows.append("29/08/2026 09:40,p")
                    .append(i)
                    .append(",Nguyễn Văn An,")
                    .append(i == 7 ? "" : "07210");
            rows.append(i % 3 == 0 ? ",Rất hài lòng\n" : ",Hài lòng\n");
        }
        return Files.writeString(folder.resolve("phiếu tháng 8.csv"), rows);
    }

    private static SurveyImport exports(Path file, ProgressListener progress) throws IOException {
        Proposal proposal = SurveyImport.with(ImportOptions.detecting())
                .propose(SourceFile.of(file))
                .orThrow();
        ColumnMapping mapping = proposal.mapping();
        return SurveyImport.with(ImportOptions.detecting().withMapping(mapping).withProgress(progress));
    }

    private static final class Audit implements ImportSink {

        private final List<String> rows = new ArrayList<>();
        private int setAside;

        @Override
        public void response(Response response, SourceRow row) {
            rows.add(response.id() + " of line " + row.place().line().orElseThrow());
        }

        @Override
        public void setAside(SourceRow row) {
            setAside++;
        }
    }

    @Test
    void anExportIsStoredOnceAndAuditedRowByRow() throws Exception {
        ResponseStore store = store();
        Path file = export();
        SurveyImport exports = exports(file, ProgressListener.none());
        Audit audit = new Audit();

        ImportOutcome first = ResponseImport.into(store, "google 1", exports, audit)
                .run(file, problem -> problems.add(problem.code()))
                .orThrow();
        Path renamed = Files.move(file, folder.resolve("lần hai.csv"));
        ImportOutcome second = ResponseImport.into(store, "google 1", exports, new Audit())
                .run(renamed, problem -> {})
                .orThrow();

        assertEquals(ROWS - 1, first.written());
        assertEquals(ROWS, first.rows().read());
        assertEquals(1, first.rows().setAside());
        // the row without a unit, the time that became a day, the name that was left out
        assertEquals(List.of("source.row.bad-unit", "source.privacy.coarsened", "source.privacy.left-out"), problems);
        assertEquals("p1 of line 2", audit.rows.get(0));
        assertEquals(ROWS - 1, audit.rows.size());
        assertEquals(1, audit.setAside);
        assertTrue(second.repeated());
        assertEquals(ROWS - 1, count(store, exports));
    }

    private static long count(ResponseStore store, SurveyImport exports) throws SQLException {
        SurveyKey survey =
                exports.options().mapping().orElseThrow().forms().get(0).survey();
        return store.count(StoredResponses.to(survey));
    }

    @Test
    void aCancelledImportGoesOnBehindWhatIsStored() throws Exception {
        ResponseStore store = store();
        Path file = export();
        List<String> steps = new ArrayList<>();
        ProgressListener afterTwo = new ProgressListener() {
            @Override
            public void at(long rows, long bytes, long found) {
                steps.add(rows + (bytes > 0 ? " rows" : " rows without bytes"));
            }

            @Override
            public boolean cancelled() {
                return steps.size() == 2;
            }
        };
        ResponseImport cancelled = ResponseImport.into(
                        store, "google 1", exports(file, ProgressListener.none()), (response, row) -> {})
                .withBatch(1000)
                .withProgress(afterTwo);
        assertThrows(CancellationException.class, () -> cancelled.run(file, problem -> {}));
        assertEquals(List.of("1000 rows", "2000 rows"), steps);
        SurveyImport exports = exports(file, ProgressListener.none());
        assertEquals(2000, count(store, exports));

        ImportOutcome rest = ResponseImport.into(store, "google 1", exports, (response, row) -> {})
                .run(file, problem -> {})
                .orThrow();

        assertEquals(2000, rest.before());
        assertEquals(ROWS - 1 - 2000, rest.written());
        assertEquals(ROWS - 1, count(store, exports));
    }

    @Test
    void aFileThatChangesMeanwhileIsNotDeclaredDone() throws Exception {
        ResponseStore store = store();
        Path file = export();
        SurveyImport exports = exports(file, ProgressListener.none());
        boolean[] once = new boolean[1];
        Checked<ImportOutcome> changed = ResponseImport.into(store, "google 1", exports, (response, row) -> {
                    if (!once[0]) {
                        once[0] = true;
                        append(file);
                    }
                })
                .run(file, problem -> {});
        assertEquals(
                List.of("jdbc.import.content-changed"),
                changed.problems().stream().map(Problem::code).toList());
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void countsAreNotTakenForResponses() throws Exception {
        ResponseStore store = store();
        Path file = Files.writeString(folder.resolve("counts.csv"), """
                Time,Very positive,Positive,Negative,Very negative
                2026-08-29 09:00,10,5,2,1
                2026-08-29 10:00,12,4,1,0
                """);
        SurveyImport counting = SurveyImport.with(
                ImportOptions.detecting().withTool(SurveyTool.HAPPYORNOT).withUnit(UnitCode.of("07210")));
        Checked<ImportOutcome> refused = ResponseImport.into(store, "counts", counting, (response, row) -> {})
                .run(file, problem -> {});
        assertEquals(
                List.of("jdbc.import.counts"),
                refused.problems().stream().map(Problem::code).toList());
    }
}
