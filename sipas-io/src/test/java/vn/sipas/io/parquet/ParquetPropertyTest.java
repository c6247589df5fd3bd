package vn.sipas.io.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.io.csv.OpenText;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.csv.TidyTablePropertyTest;
import vn.sipas.io.outside.OutsideProgram;
import vn.sipas.io.outside.SampleResults;

class ParquetPropertyTest {

    @Provide
    Arbitrary<TidyTable> tables() {
        return TidyTablePropertyTest.tables();
    }

    private static Path written(TidyTable table) throws IOException {
        Path file = Files.createTempFile("estimates", ".parquet");
        try (OutputStream output = Files.newOutputStream(file)) {
            TidyParquet.create().withWholeNumbers(Set.of()).write(table, output);
        }
        return file;
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void duckDbGivesBackTheTable(@ForAll("tables") TidyTable table) throws IOException, SQLException {
        Path file = written(table);
        List<List<Object>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM read_parquet('" + file + "')")) {
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < table.columns().size(); i++) {
                    assertEquals(
                            table.columns().get(i).name(), result.getMetaData().getColumnName(i + 1));
                    row.add(value(table.columns().get(i).kind(), result.getObject(i + 1)));
                }
                rows.add(row);
            }
        } finally {
            Files.delete(file);
        }
        assertEquals(TidyTablePropertyTest.values(table), rows);
    }

    private static Object value(TidyTable.Kind kind, Object found) throws SQLException {
        return switch (kind) {
            case TEXT -> found;
            case NUMBER -> found == null ? "" : (Double) found + 0.0;
            case FLAGS ->
                Arrays.stream((Object[]) ((Array) found).getArray())
                        .map(Object::toString)
                        .collect(Collectors.joining(" "));
        };
    }

    @Example
    void responsesKeepTheFourWaysOfNotAnswering() throws IOException, SQLException {
        Path file = Files.createTempFile("responses", ".parquet");
        Map<String, Long> expected = new TreeMap<>();
        try (OutputStream output = Files.newOutputStream(file);
                ResponseParquetWriter writer =
                        ResponseParquetWriter.open(output, SampleResults.survey(), List.of("age"), OpenText.LEFT_OUT)) {
            for (Response response : SampleResults.responses()) {
                writer.write(response);
                Answer answer = response.answer("q3");
                expected.merge(
                        answer instanceof Answer.Rated rated ? "" + rated.value() : answer.toString(), 1L, Long::sum);
            }
            writer.finish();
        }
        Map<String, Long> found = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT q3, \"q3.missing\", count(*) FROM read_parquet('" + file + "') GROUP BY ALL")) {
            while (result.next()) {
                String key = result.getString(1) == null
                        ? result.getString(2).toUpperCase(Locale.ROOT).replace('-', '_')
                        : result.getString(1);
                found.put(key, result.getLong(3));
            }
        } finally {
            Files.delete(file);
        }
        assertEquals(expected, found);
        assertTrue(found.keySet().containsAll(List.of("BLANK", "DONT_KNOW", "REFUSED")), found.toString());
    }

    /** What the footer says, by column: physical type and logical type. */
    private static Map<String, String> footer(Path file) throws SQLException {
        Map<String, String> types = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT name, type, coalesce(converted_type, '') FROM parquet_schema('"
                                + file + "') WHERE type IS NOT NULL")) {
            while (result.next()) {
                types.put(result.getString(1), (result.getString(2) + " " + result.getString(3)).strip());
            }
        }
        return types;
    }

    @Example
    void theFooterSaysWhatEveryColumnHolds() throws IOException, SQLException {
        Path file = Files.createTempFile("responses", ".parquet");
        try (OutputStream output = Files.newOutputStream(file);
                ResponseParquetWriter writer =
                        ResponseParquetWriter.open(output, SampleResults.survey(), List.of("age"), OpenText.LEFT_OUT)) {
            writer.write(SampleResults.responses().get(0));
            writer.finish();
        }
        Map<String, String> responses = footer(file);
        assertEquals("BYTE_ARRAY UTF8", responses.get("unit"));
        assertEquals("INT32 DATE", responses.get("day"));
        assertEquals("INT64 INT_64", responses.get("revision"));
        assertEquals("DOUBLE", responses.get("weight"));
        assertEquals("INT64 INT_64", responses.get("q1"));
        try (OutputStream output = Files.newOutputStream(file)) {
            TidyParquet.create().write(SampleResults.estimates(), output);
        }
        Map<String, String> estimates = footer(file);
        Files.delete(file);
        assertEquals("BYTE_ARRAY UTF8", estimates.get("group"));
        assertEquals("DOUBLE", estimates.get("estimate"));
        assertEquals("INT64 INT_64", estimates.get("n"));
        assertFalse(estimates.containsValue("BYTE_ARRAY"), estimates.toString());
    }

    @Example
    void pandasGetsTheSameNumbersAndNothingWhereNothingIs() throws Exception {
        Path folder = Files.createTempDirectory("parquet-pandas");
        try {
            try (OutputStream output = Files.newOutputStream(folder.resolve("estimates.parquet"))) {
                TidyParquet.create().write(SampleResults.estimates(), output);
            }
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement()) {
                statement.execute("COPY (SELECT * FROM read_parquet('" + folder.resolve("estimates.parquet")
                        + "')) TO '" + folder.resolve("estimates.csv") + "' (HEADER)");
            }
            String printed = OutsideProgram.pandas(folder, """
                import pandas
                try:
                    import pyarrow
                    table = pandas.read_parquet('estimates.parquet')
                    assert str(table['n'].dtype) == 'int64', table.dtypes
                except ImportError:
                    table = pandas.read_csv('estimates.csv', dtype={'group': str}, float_precision='round_trip')
                print(len(table), repr(float(table['estimate'].sum())), int(table['n'].sum()), int(table['deff'].isna().sum()))
                """);
            List<List<String>> rows = SampleResults.estimates().rows();
            String[] found = printed.strip().split(" ", -1);
            assertEquals(rows.size(), Integer.parseInt(found[0]));
            assertEquals(
                    rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row.get(3)))
                            .sum(),
                    Double.parseDouble(found[1]),
                    1e-9);
            assertEquals(
                    rows.stream().mapToLong(row -> Long.parseLong(row.get(10))).sum(), Long.parseLong(found[2]));
            assertEquals(rows.stream().filter(row -> row.get(12).isEmpty()).count(), Long.parseLong(found[3]));
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Example
    void withoutDuckDbTheErrorSaysWhatIsMissing() {
        IllegalStateException missing =
                assertThrows(IllegalStateException.class, () -> ParquetFile.of(List.of(), null));
        assertTrue(missing.getMessage().contains("add org.duckdb:duckdb_jdbc to the dependencies"));
    }

    @Example
    void nothingStaysBehind() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> before = folders(temporary);
        TidyParquet.create().write(SampleResults.estimates(), new ByteArrayOutputStream());
        try (ResponseParquetWriter unfinished = ResponseParquetWriter.open(
                new ByteArrayOutputStream(), SampleResults.survey(), List.of("age"), OpenText.LEFT_OUT)) {
            unfinished.write(SampleResults.responses().get(0));
        }
        List<Path> after = new ArrayList<>(folders(temporary));
        after.removeAll(before);
        assertEquals(List.of(), after);
    }

    private static List<Path> folders(Path temporary) throws IOException {
        try (var files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("sipas-parquet-"))
                    .toList();
        }
    }

    @Example
    void aFileIsSmallAndCompressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TidyParquet.create().write(SampleResults.estimates(), bytes);
        byte[] file = bytes.toByteArray();
        assertEquals("PAR1", new String(file, 0, 4, StandardCharsets.US_ASCII));
        assertFalse(file.length > 20_000, "was " + file.length);
    }
}
