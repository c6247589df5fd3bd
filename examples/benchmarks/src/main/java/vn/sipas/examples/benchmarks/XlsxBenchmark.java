package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.xlsx.XlsxRows;
import vn.sipas.io.xlsx.XlsxWorkbook;

/** Reads every cell of a workbook of answers as text, with this library and with fastexcel's reader alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class XlsxBenchmark {

    /** How many rows the workbook has. */
    static final int ROWS = 100_000;

    private static final int ITEMS = 9;

    @SuppressWarnings("NullAway.Init") // set up before it is read
    private Path file;

    /**
     * Writes the workbook: a shared text, nine answers and an inline text in each row.
     *
     * @throws IOException if it cannot be written
     */
    @Setup
    public void write() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        file = Files.createTempFile("answers-", ".xlsx");
        try (OutputStream output = Files.newOutputStream(file);
                Workbook workbook = new Workbook(output, "sipas", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Phiếu");
            for (int row = 0; row < ROWS; row++) {
                sheet.value(row, 0, "đơn vị " + row % 300);
                for (int item = 1; item <= ITEMS; item++) {
                    sheet.value(row, item, 1 + random.nextInt(5));
                }
                sheet.inlineString(row, ITEMS + 1, "phiếu " + row);
                if (row % 1000 == 999) {
                    sheet.flush();
                }
            }
        }
    }

    /**
     * Removes the workbook.
     *
     * @throws IOException if it cannot be removed
     */
    @TearDown
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Reads with this library.
     *
     * @return the number of characters
     * @throws IOException if the workbook cannot be read
     */
    @Benchmark
    public long sipas() throws IOException {
        long characters = 0;
        try (XlsxWorkbook workbook = XlsxWorkbook.open(SourceFile.of(file), SourceLimits.standard())
                        .orThrow();
                XlsxRows rows = workbook.rows(workbook.sheets().get(0)).orThrow()) {
            for (Optional<SourceRow> row = rows.next(problem -> {}); row.isPresent(); row = rows.next(problem -> {})) {
                for (String cell : row.get().cells()) {
                    characters += cell.length();
                }
            }
        }
        return characters;
    }

    /**
     * Reads with fastexcel alone.
     *
     * @return the number of characters
     * @throws IOException if the workbook cannot be read
     */
    @Benchmark
    public long fastexcel() throws IOException {
        long characters = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> row = rows.iterator(); row.hasNext(); ) {
                for (Cell cell : row.next()) {
                    characters += cell == null ? 0 : cell.getText().length();
                }
            }
        }
        return characters;
    }
}
