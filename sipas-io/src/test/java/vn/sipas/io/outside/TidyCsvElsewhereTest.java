package vn.sipas.io.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.io.csv.TidyForm;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.csv.TidyTableReader;

/** Our CSV in programs that nobody here wrote: every value arrives as it was. */
class TidyCsvElsewhereTest {

    private static final TidyTable TABLE = SampleResults.estimates();

    private static Path written(Path folder, TidyForm form) throws IOException {
        Path file = folder.resolve("estimates.csv");
        try (OutputStream output = Files.newOutputStream(file)) {
            TABLE.writeCsv(output, form);
        }
        return file;
    }

    /** Reads a file of lines "row column value" and compares numbers bit by bit. */
    private static void assertSameNumbers(List<String> lines) {
        int compared = 0;
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            String field = TABLE.rows().get(Integer.parseInt(parts[0])).get(Integer.parseInt(parts[1]));
            double expected = Double.parseDouble(field.replace("Inf", "Infinity"));
            String found = parts[2].equalsIgnoreCase("inf") ? "Infinity" : parts[2];
            assertEquals(expected, Double.parseDouble(found), line);
            compared++;
        }
        long numbers = TABLE.rows().stream()
                .mapToLong(row -> IntStream.range(0, row.size())
                        .filter(i -> TABLE.columns().get(i).kind() == TidyTable.Kind.NUMBER)
                        .filter(i -> !row.get(i).isEmpty())
                        .count())
                .sum();
        assertEquals(numbers, compared);
    }

    @Test
    void pandas(@TempDir Path folder) throws Exception {
        written(folder, TidyForm.EXCEL);
        String printed = OutsideProgram.pandas(folder, """
            import pandas
            table = pandas.read_csv('estimates.csv', encoding='utf-8-sig', float_precision='round_trip')
            assert list(table['group'].unique()) == ['ALL', '7210', '7213', "'=1+2", "'-07"] or \\
                   list(table['group'].unique()) == ['ALL', '07210', '07213', "'=1+2", "'-07"], table['group'].unique()
            for i in range(len(table)):
                for j, name in enumerate(table.columns):
                    value = table.iloc[i, j]
                    if table[name].dtype.kind in 'fi' and value == value:
                        print(i, j, repr(float(value)))
            """);
        assertSameNumbers(printed.lines().toList());
    }

    @Test
    void r(@TempDir Path folder) throws Exception {
        written(folder, TidyForm.PLAIN);
        Files.writeString(folder.resolve("read.R"), """
            t <- read.csv("estimates.csv", stringsAsFactors = FALSE, encoding = "UTF-8")
            stopifnot(identical(unique(t$group), c("ALL", "07210", "07213", "'=1+2", "'-07")))
            stopifnot(is.numeric(t$df), is.numeric(t$estimate))
            for (i in seq_len(nrow(t))) for (j in seq_along(t))
              if (is.numeric(t[[j]]) && !is.na(t[i, j])) cat(i - 1, j - 1, sprintf("%.17g", t[i, j]), "\\n")
            """);
        assertSameNumbers(OutsideProgram.run(folder, "Rscript", "--vanilla", "read.R")
                .lines()
                .map(String::strip)
                .toList());
    }

    @Test
    void libreOfficeEvaluatesNothing(@TempDir Path folder) throws Exception {
        Path file = written(folder, TidyForm.PLAIN);
        Path sheet = OutsideProgram.office(folder, file, "ods", "ods");
        Path back = folder.resolve("back");
        Files.createDirectory(back);
        Path moved = Files.move(sheet, back.resolve("estimates.ods"));
        Path again =
                OutsideProgram.office(back, moved, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "csv");
        TidyTable found = TidyTableReader.of(TidyTable.ESTIMATE_COLUMNS)
                .readCsv(new ByteArrayInputStream(Files.readAllBytes(again)), "again.csv", TidyForm.PLAIN)
                .orThrow();
        assertEquals(TABLE.rows().size(), found.rows().size());
        for (int i = 0; i < TABLE.rows().size(); i++) {
            String expected = TABLE.rows().get(i).get(0);
            // a spreadsheet takes a code of digits for a number unless it is told otherwise
            String seen = found.rows().get(i).get(0);
            assertEquals(expected.replaceFirst("^0+", ""), seen.replaceFirst("^0+", ""));
            assertEquals(
                    Double.parseDouble(TABLE.rows().get(i).get(3)),
                    Double.parseDouble(found.rows().get(i).get(3)),
                    1e-9);
        }
    }
}
