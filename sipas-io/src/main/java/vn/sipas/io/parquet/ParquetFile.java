package vn.sipas.io.parquet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.sipas.io.optional.OptionalLibrary;
import vn.sipas.io.progress.WriteSteps;

/**
 * Collects rows in a temporary file that only this user can read, and turns it into Parquet with a limited amount of memory.
 * Not safe for use by several threads.
 */
final class ParquetFile implements AutoCloseable {

    private final List<ParquetColumn> columns;
    private final Driver driver;
    private final Path folder;
    private final Path rows;
    private final JsonGenerator json;

    private ParquetFile(List<ParquetColumn> columns, Driver driver, Path folder) throws IOException {
        this.columns = columns;
        this.driver = driver;
        this.folder = folder;
        this.rows = folder.resolve("rows.ndjson");
        OutputStream output = new BufferedOutputStream(Files.newOutputStream(rows), 1 << 16);
        this.json = new JsonFactory().createGenerator(output);
        json.setRootValueSeparator(null);
    }

    /** Starts a file; throws {@link IllegalStateException} if the driver is not there. */
    static ParquetFile of(List<ParquetColumn> columns) throws IOException {
        return of(columns, ParquetFile.class.getClassLoader());
    }

    static ParquetFile of(List<ParquetColumn> columns, @Nullable ClassLoader loader) throws IOException {
        Driver driver = driver(loader);
        return new ParquetFile(List.copyOf(columns), driver, Files.createTempDirectory("sipas-parquet-"));
    }

    private static Driver driver(@Nullable ClassLoader loader) {
        try {
            return OptionalLibrary.DUCKDB
                    .load(loader)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException("the driver of DuckDB cannot be started", other);
        }
    }

    void write(List<@Nullable String> values) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < values.size(); i++) {
            json.writeFieldName(source(i));
            String value = values.get(i);
            if (value == null) {
                json.writeNull();
            } else {
                json.writeString(value);
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** Turns the rows into Parquet. */
    void finish(OutputStream output, WriteSteps steps) throws IOException {
        steps.pause();
        json.close();
        Path result = folder.resolve("result.parquet");
        String types = IntStream.range(0, columns.size())
                .mapToObj(i -> "'" + source(i) + "': 'VARCHAR'")
                .collect(Collectors.joining(", "));
        String select = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).expression(source(i)) + " AS "
                        + quoted(columns.get(i).name()))
                .collect(Collectors.joining(", "));
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("memory_limit", "512MB");
        settings.setProperty("threads", "1");
        settings.setProperty("temp_directory", folder.resolve("spill").toString());
        try (Connection connection = driver.connect("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + select + " FROM read_json(" + literal(rows.toString())
                    + ", format = 'newline_delimited', maximum_object_size = 67108864, columns = {" + types + "})) TO "
                    + literal(result.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException refused) {
            throw new IOException("DuckDB did not write the Parquet file", refused);
        }
        steps.pause();
        Files.copy(result, steps.output());
        output.flush();
        steps.end();
    }

    private static String source(int index) {
        return "c" + index;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Removes what was collected. */
    @Override
    public void close() throws IOException {
        json.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
