package vn.sipas.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogKind;
import vn.sipas.io.json.SchemeJson;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.SourceTables;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceTable;

/** The ways in which offices keep scores: long or wide, by code or by title, with points or commas. */
class UnitScoresReaderTest {

    private static final RatingScheme SCHEME = Catalog.standard()
            .open("catalog:dong-nai-54-2025", CatalogKind.scheme(SchemeJson.create(), Map.of()))
            .orThrow();
    private static final String LONG = """
            unit,key,value
            26041,propaganda,14.5
            26041,civility,14
            26042,reform,46.5
            """;

    private static Checked<List<UnitScores>> read(String content) throws IOException {
        return UnitScoresReader.of(SCHEME)
                .read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "scores.csv");
    }

    private static Checked<List<UnitScores>> imported(String content) throws IOException {
        SourceFile file = SourceFile.of("scores.csv", content.getBytes(StandardCharsets.UTF_8));
        try (SourceTable table =
                SourceTables.open(file, ImportOptions.detecting()).orThrow()) {
            return UnitScoresReader.of(SCHEME).read(table);
        }
    }

    private static List<String> codes(Checked<List<UnitScores>> read) {
        return read.problems().stream().map(Problem::code).toList();
    }

    @Test
    void aWideTableHoldsTheScoresOfTheLongOne() throws IOException {
        Checked<List<UnitScores>> wide = read("""
                unit,propaganda,civility,reform
                26041,14.5,14,
                26042,,,46.5
                """);
        assertEquals(List.of(), wide.problems());
        assertEquals(read(LONG).orThrow(), wide.orThrow());
    }

    @Test
    void vietnameseHeadingsTitlesAndCommasAsOfficesWriteThem() throws IOException {
        String propaganda = SCHEME.criterion("propaganda").orElseThrow().title().vi();
        String reform = SCHEME.criterion("reform").orElseThrow().title().vi();
        Checked<List<UnitScores>> wide = imported("Mã đơn vị;Tên đơn vị;" + propaganda + ";civility;" + reform + "\n"
                + "26041;Phường A;14,5;14;\n26042;Phường B;;;46,5\n");
        assertEquals(List.of("csv.header.unknown-column"), codes(wide));
        assertEquals(Severity.WARNING, wide.problems().get(0).severity());
        assertEquals(read(LONG).orThrow(), wide.orThrow());
        Checked<List<UnitScores>> tall = imported("Mã đơn vị;Tiêu chí;Điểm\n26041;" + propaganda
                + ";14,5\n26041;Civility;14\n26042;" + reform + ";46,5\n");
        assertEquals(List.of(), tall.problems());
        assertEquals(read(LONG).orThrow(), tall.orThrow());
    }

    @Test
    void aCommaThatMayGroupThousandsIsReadOnlyWhereAnotherValueProvesIt() throws IOException {
        assertEquals(List.of("rating.score.form"), codes(read("unit,key,value\n26041,propaganda,\"14,125\"\n")));
        Checked<List<UnitScores>> proven = read("unit,propaganda,civility\n26041,\"14,125\",\"13,5\"\n");
        assertEquals(List.of(), proven.problems());
        assertEquals(read("unit,propaganda,civility\n26041,14.125,13.5\n").orThrow(), proven.orThrow());
    }

    @Test
    void aTableThatIsNeitherSaysWhatItLacks() throws IOException {
        Checked<List<UnitScores>> neither = read("unit,points in all\n26041,80\n");
        assertTrue(neither.value().isEmpty());
        assertEquals(List.of("csv.header.missing-column", "csv.header.missing-column"), codes(neither));
        assertEquals(List.of("csv.header.repeated-column"), codes(read("unit,reform,reform\n26041,80,80\n")));
    }
}
