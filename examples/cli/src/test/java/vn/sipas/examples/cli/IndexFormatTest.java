package vn.sipas.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.io.csv.TidyForm;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.csv.TidyTableReader;

/** The formats of {@code sipas index}: the same rows in all of them. */
class IndexFormatTest {

    @TempDir
    private Path folder;

    private Path responses;

    @BeforeEach
    void simulate() {
        responses = folder.resolve("responses.csv");
        assertEquals(0, run("simulate", "--units", "4", "--responses", "200", "--items", "2", "--out", responses));
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        List<String> line = new ArrayList<>();
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        return SipasCommand.run(new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
    }

    private int index(String format, Path target) {
        return run(
                "index",
                "--responses",
                responses,
                "--items",
                "q1,q2",
                "--scale",
                "likert5",
                "--by",
                "unit",
                "--format",
                format,
                "--out",
                target);
    }

    private static TidyTable csv(Path file) throws IOException {
        return TidyTableReader.of(TidyTable.ESTIMATE_COLUMNS)
                .readCsv(new ByteArrayInputStream(Files.readAllBytes(file)), "index.csv", TidyForm.PLAIN)
                .orThrow();
    }

    @Test
    void everyFormatHasTheSameRows() throws IOException {
        Path plain = folder.resolve("index.csv");
        assertEquals(0, index("csv", plain), err::toString);
        TidyTable rows = csv(plain);
        assertEquals(5 * 2 * 2, rows.rows().size(), "all and four units, two items, share and mean");

        Path json = folder.resolve("index.json");
        assertEquals(0, index("json", json), err::toString);
        JsonNode document = new ObjectMapper().readTree(Files.readAllBytes(json));
        assertEquals(rows.rows().size(), document.size());
        for (int i = 0; i < document.size(); i++) {
            assertEquals(rows.rows().get(i).get(0), document.get(i).get("group").asText());
            assertEquals(
                    Double.parseDouble(rows.rows().get(i).get(3)),
                    document.get(i).get("estimate").asDouble());
        }

        Path lines = folder.resolve("index.ndjson");
        assertEquals(0, index("ndjson", lines), err::toString);
        assertEquals(
                rows.rows(),
                TidyTableReader.of(TidyTable.ESTIMATE_COLUMNS)
                        .readJsonLines(new ByteArrayInputStream(Files.readAllBytes(lines)), "index.ndjson")
                        .orThrow()
                        .rows());

        Path results = folder.resolve("package");
        assertEquals(0, index("datapackage", results), err::toString);
        assertEquals(rows, csv(results.resolve("estimates.csv")));
        assertTrue(Files.exists(results.resolve("datapackage.json")));

        Path workbook = folder.resolve("index.xlsx");
        assertEquals(0, index("xlsx", workbook), err::toString);
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            String texts = new String(
                    zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(texts.contains("favourable_share"), texts);
        }
    }

    @Test
    void aWorkbookAndAFolderNeedAPlace() {
        for (String format : List.of("xlsx", "datapackage")) {
            assertEquals(
                    2,
                    run("index", "--responses", responses, "--items", "q1", "--scale", "likert5", "--format", format));
        }
        assertTrue(err.toString().contains("need --out"), err::toString);
        assertFalse(err.toString().contains("\tat "));
    }
}
