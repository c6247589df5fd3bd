package vn.sipas.io.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogKind;
import vn.sipas.io.csv.RatingColumns;
import vn.sipas.io.csv.RatingColumnsReader;
import vn.sipas.io.csv.ResponseCsvReader;
import vn.sipas.io.json.ResponseJson;
import vn.sipas.io.json.ResponseLinesReader;
import vn.sipas.io.json.SurveyJson;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.table.ProgressListener;
import vn.sipas.io.table.SourceFile;

/** Every reader of long files is heard and can be ended, also while not one row is good. */
class ReadingProgressTest {

    private static final int ROWS = 2500;
    private static final Survey SURVEY = Catalog.standard()
            .open("bac-giang-pks05", CatalogKind.survey(SurveyJson.standalone()))
            .orThrow();

    @FunctionalInterface
    private interface Reading {
        void with(ProgressListener listener, byte[] file) throws IOException;
    }

    private static final Map<String, Reading> READERS = Map.of(
            "responses",
                    (listener, file) -> ResponseCsvReader.of(SURVEY)
                            .withProgress(listener)
                            .read(new ByteArrayInputStream(file), "in.csv", response -> {}, problem -> {})
                            .orThrow(),
            "lines",
                    (listener, file) -> ResponseLinesReader.of(ResponseJson.standalone())
                            .withProgress(listener)
                            .read(new ByteArrayInputStream(file), "in.ndjson", response -> {}, problem -> {})
                            .orThrow(),
            "import",
                    (listener, file) -> SurveyImport.with(
                                    ImportOptions.detecting().withProgress(listener))
                            .read(SourceFile.of("in.csv", file), (response, row) -> {})
                            .orThrow());

    private static byte[] file(String header, String row) {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < ROWS; i++) {
            text.append(row.replace("#", Integer.toString(i))).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, List<byte[]>> files() {
        return Map.of(
                "responses", List.of(file("id,unit,wave,1", "r#,07210,w,1"), file("id,unit,wave,1", "r#,07210")),
                "lines", List.of(file("", "{\"format\":\"sipas-response/1\",\"id\":\"r#\"}"), file("", "x")),
                "import",
                        List.of(file("id,unit,wave,q1", "r#,07210,w,1"), file("id,unit,wave,q1", "r#,07210,w,1,2,3")));
    }

    @Test
    void rowsBytesAndProblemsAreHeard() throws IOException {
        for (Map.Entry<String, Reading> reader : READERS.entrySet()) {
            for (byte[] file : files().get(reader.getKey())) {
                List<List<Long>> heard = new ArrayList<>();
                reader.getValue().with((rows, bytes, problems) -> heard.add(List.of(rows, bytes, problems)), file);
                assertEquals(
                        List.of(1000L, 2000L, 2500L),
                        heard.stream().map(one -> one.get(0)).toList(),
                        reader.getKey());
                assertEquals(file.length, heard.get(2).get(1));
            }
        }
    }

    @Test
    void aReaderEndsWhereItIsToldTo() throws IOException {
        for (Map.Entry<String, Reading> reader : READERS.entrySet()) {
            for (byte[] file : files().get(reader.getKey())) {
                assertThrows(
                        CancellationException.class, () -> reader.getValue().with(stopping(), file), reader.getKey());
            }
        }
    }

    private static ProgressListener stopping() {
        return new ProgressListener() {
            @Override
            public void at(long rows, long bytes, long problems) {
                assertTrue(rows <= 1000, "went on to " + rows);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
    }

    @Test
    void ratingsAreHeardByTheBlock() throws IOException {
        byte[] file = ("q1\n" + "4\n".repeat(1_200_000)).getBytes(StandardCharsets.UTF_8);
        RatingColumnsReader reader = RatingColumnsReader.of(RatingColumns.of(List.of("q1"), RatingScale.likert5()));
        for (int threads = 1; threads <= 2; threads++) {
            List<Long> rows = new ArrayList<>();
            List<Long> bytes = new ArrayList<>();
            reader.withThreads(threads)
                    .withProgress((read, taken, problems) -> {
                        rows.add(read);
                        bytes.add(taken);
                    })
                    .read(new ByteArrayInputStream(file), "in.csv", batch -> {}, problem -> {})
                    .orThrow();
            assertEquals(4, rows.size(), "two mebibytes, the rest and the end: " + rows);
            assertEquals(1_200_000L, rows.get(3));
            assertEquals(file.length, bytes.get(3).intValue());
            RatingColumnsReader stopping = reader.withThreads(threads).withProgress(new ProgressListener() {
                @Override
                public void at(long read, long taken, long problems) {}

                @Override
                public boolean cancelled() {
                    return true;
                }
            });
            long[] batches = new long[1];
            assertThrows(
                    CancellationException.class,
                    () -> stopping.read(
                            new ByteArrayInputStream(file), "in.csv", batch -> batches[0]++, problem -> {}));
            assertEquals(1, batches[0]);
        }
    }
}
