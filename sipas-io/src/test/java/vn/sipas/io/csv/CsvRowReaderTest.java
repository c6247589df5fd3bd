package vn.sipas.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Problem;

class CsvRowReaderTest {

    private final List<Problem> problems = new ArrayList<>();

    private List<String> read(String text, CsvFormat format) throws IOException {
        CsvRowReader reader = CsvRowReader.open(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), "u.csv", format)
                .orThrow();
        List<String> rows = new ArrayList<>();
        rows.add(reader.headings().toString());
        for (Optional<CsvRow> row = reader.next(problems::add); row.isPresent(); row = reader.next(problems::add)) {
            rows.add(row.get().line() + " " + row.get().fields());
        }
        assertEquals(reader.rowsRead(), rows.size() - 1 + reader.rowsSetAside());
        assertEquals(problems.size(), reader.rowsSetAside());
        return rows;
    }

    @Test
    void readsRowsWithTheirLinesAndReportsTheOthers() throws IOException {
        String text = "\n code ; name\n1;\"a;\"\"b\"\"\"\n\n2\n3;\u00ff\n4;\"x\ny\"\n5;\0\n6;z";

        assertEquals(
                List.of("[code, name]", "3 [1, a;\"b\"]", "7 [4, x\ny]", "10 [6, z]"),
                read(text, CsvFormat.rfc4180().withDelimiter(';')));
        assertEquals(
                List.of(
                        "u.csv:5:1 csv.row.field-count",
                        "u.csv:6:2 csv.field.malformed-utf8",
                        "u.csv:9:2 csv.row.nul-byte"),
                problems.stream().map(p -> p.place() + " " + p.code()).toList());
    }

    @Test
    void goesOnBehindALineThatDoesNotFitIntoABlock() throws IOException {
        String text = "a,b\n1,1\n" + "x".repeat(3 << 20) + "\n2,2\n";

        assertEquals(List.of("[a, b]", "2 [1, 1]", "4 [2, 2]"), read(text, CsvFormat.rfc4180()));
        assertEquals("u.csv:3:1", problems.get(0).place().toString());
    }

    @Test
    void namesMissingAndRepeatedColumns() throws IOException {
        CsvRowReader reader = CsvRowReader.open(
                        new ByteArrayInputStream("a,b,a".getBytes(StandardCharsets.UTF_8)),
                        "u.csv",
                        CsvFormat.rfc4180())
                .orThrow();

        assertEquals(
                List.of("csv.header.repeated-column", "csv.header.missing-column"),
                reader.missing(List.of("a", "b", "c")).stream()
                        .map(Problem::code)
                        .toList());
        assertEquals(1, reader.column("b").orElseThrow());
    }
}
