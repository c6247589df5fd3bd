package vn.sipas.io.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.csv.TidyForm;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.datapackage.DataPackage;
import vn.sipas.io.datapackage.FieldDictionary;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.json.IndexResultJson;
import vn.sipas.io.json.StarRatingJson;
import vn.sipas.io.outside.SampleResults;
import vn.sipas.io.parquet.TidyParquet;
import vn.sipas.io.simulate.ResponseSimulator;
import vn.sipas.io.simulate.SimulationPlan;
import vn.sipas.io.table.ProgressListener;
import vn.sipas.io.workbook.ResultWorkbook;

/** Every long writer says how far it is, ends when it is told to, and leaves no half file. */
class ExportProgressTest {

    private static final int ROWS = 3_000;
    private static final TidyTable TABLE = TidyTable.ofEstimates(
            Collections.nCopies(ROWS, SampleResults.estimates().rows().get(0)));

    /** A long call that writes. */
    @FunctionalInterface
    private interface Export {
        void write(OutputStream output, ProgressListener progress) throws IOException;
    }

    /** Counts the calls and ends after some of them. */
    private static final class Listener implements ProgressListener {

        private final int calls;
        private final List<Long> rows = new ArrayList<>();
        private long bytes;

        Listener(int calls) {
            this.calls = calls;
        }

        @Override
        public void at(long rowsSoFar, long bytesSoFar, long problems) {
            rows.add(rowsSoFar);
            assertTrue(bytesSoFar >= bytes, "bytes never fall");
            bytes = bytesSoFar;
            assertEquals(0, problems);
        }

        @Override
        public boolean cancelled() {
            return rows.size() >= calls;
        }
    }

    private static Map<String, Export> exports() {
        var units = Collections.nCopies(ROWS, SampleResults.whole());
        var ratings = Collections.nCopies(ROWS, SampleResults.ratings(2).get(0));
        Map<String, Export> all = new LinkedHashMap<>();
        all.put("csv", (output, progress) -> TABLE.writeCsv(output, TidyForm.PLAIN, progress));
        all.put("json", TABLE::writeJson);
        all.put("ndjson", TABLE::writeJsonLines);
        all.put("parquet", (output, progress) -> TidyParquet.create().write(TABLE, output, progress));
        all.put("results", (output, progress) -> IndexResultJson.create().write(units, output, progress));
        all.put("result lines", (output, progress) -> IndexResultJson.create().writeLines(units, output, progress));
        all.put("ratings", (output, progress) -> StarRatingJson.create().write(ratings, output, progress));
        all.put("workbook", (output, progress) -> ResultWorkbook.builder(LocalizedText.same("x"))
                .figures(TABLE)
                .build()
                .write(output, progress));
        all.put("simulation", (output, progress) -> new ResponseSimulator(SimulationPlan.madeUp(3, ROWS, 2, 1))
                .writeCsv(output, progress));
        return all;
    }

    @Test
    void writersSayHowFarTheyAre() throws IOException {
        for (Map.Entry<String, Export> export : exports().entrySet()) {
            Listener listener = new Listener(Integer.MAX_VALUE);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            export.getValue().write(bytes, listener);
            assertTrue(listener.rows.size() > 3, export.getKey());
            assertTrue(listener.rows.get(listener.rows.size() - 1) >= ROWS, export.getKey());
            assertEquals(bytes.size(), listener.bytes, export.getKey());
        }
    }

    @Test
    void cancelledWritersLeaveNoFile(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, Export> export : exports().entrySet()) {
            Listener listener = new Listener(2);
            try (WholeFile file = WholeFile.at(folder.resolve("result"))) {
                assertThrows(
                        CancellationException.class,
                        () -> export.getValue().write(file.output(), listener),
                        export.getKey());
            }
            assertEquals(2, listener.rows.size(), export.getKey());
            assertTrue(listener.rows.get(1) < ROWS, export.getKey());
            try (var files = Files.list(folder)) {
                assertEquals(List.of(), files.toList(), export.getKey());
            }
        }
    }

    @Test
    void aDataPackageAppearsWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        DataPackage results = DataPackage.builder("two-tables", LocalizedText.same("x"))
                .table("first", LocalizedText.same("a"), TABLE, FieldDictionary.estimates())
                .table("second", LocalizedText.same("b"), TABLE, FieldDictionary.estimates())
                .build();
        int callsOfTheFirst = ROWS / 1_000 + 1;
        assertThrows(CancellationException.class, () -> results.write(folder, new Listener(callsOfTheFirst + 1)));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
        Listener listener = new Listener(Integer.MAX_VALUE);
        results.write(folder, listener);
        assertEquals(2L * ROWS, listener.rows.get(listener.rows.size() - 1));
        assertEquals(
                Files.size(folder.resolve("first.csv")) + Files.size(folder.resolve("second.csv")), listener.bytes);
    }
}
