package vn.sipas.io.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceRow;

/** Reads every cell of a workbook in a process of its own, so that its heap can be small: file, greatest number of columns. */
final class LargestWorkbook {

    private LargestWorkbook() {}

    public static void main(String[] arguments) throws IOException {
        SourceLimits limits = SourceLimits.standard().withColumns(Integer.parseInt(arguments[1]));
        long found = 0;
        long cells = 0;
        long characters = 0;
        long[] problems = new long[1];
        try (XlsxWorkbook workbook = XlsxWorkbook.open(SourceFile.of(Path.of(arguments[0])), limits)
                        .orThrow();
                XlsxRows rows = workbook.rows(workbook.sheets().get(0)).orThrow()) {
            Optional<SourceRow> row = rows.next(problem -> problems[0]++);
            for (; row.isPresent(); row = rows.next(problem -> problems[0]++)) {
                found++;
                for (String cell : row.get().cells()) {
                    cells += cell.isEmpty() ? 0 : 1;
                    characters += cell.length();
                }
            }
        }
        System.out.println(
                found + " rows, " + cells + " cells, " + characters + " characters, " + problems[0] + " problems");
    }
}
