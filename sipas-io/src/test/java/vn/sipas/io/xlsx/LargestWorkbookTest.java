package vn.sipas.io.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many rows, and as many columns as a sheet can have, written by another program and read in 64 MiB of heap. With
 * {@code -Dsipas.workbookRows=1048576} there are as many rows as a sheet can have, too, which takes about a minute.
 */
class LargestWorkbookTest {

    private static final int ROWS = Integer.getInteger("sipas.workbookRows", 60_000);
    private static final int COLUMNS = 16_384;

    @TempDir
    Path folder;

    @FunctionalInterface
    private interface Content {
        void in(Worksheet sheet) throws IOException;
    }

    private Path workbook(Content content) throws IOException {
        Path file = folder.resolve("largest.xlsx");
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(output, "sipas", "1.0")) {
            content.in(workbook.newWorksheet("Phiếu"));
        }
        return file;
    }

    private static String read(Path file, int columns) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargestWorkbook.class.getName(),
                        file.toString(),
                        Integer.toString(columns)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.strip();
    }

    /** Seven-digit numbers, so that every row has as many characters: a shared text of its own, an inline text, two numbers. */
    @Test
    void everyRowOfASheetWithAsManySharedTexts() throws Exception {
        Path file = workbook(sheet -> {
            for (int row = 0; row < ROWS; row++) {
                int number = 1_000_000 + row;
                sheet.value(row, 0, "phiếu " + number);
                sheet.inlineString(row, 1, "đơn vị " + number);
                sheet.value(row, 2, number);
                sheet.value(row, 3, row % 5 + 1);
                if (row % 1000 == 999) {
                    sheet.flush();
                }
            }
        });
        assertEquals(
                ROWS + " rows, " + 4L * ROWS + " cells, " + (13L + 14 + 7 + 1) * ROWS + " characters, 0 problems",
                read(file, 100));
    }

    @Test
    void everyColumnOfASheet() throws Exception {
        Path file = workbook(sheet -> {
            for (int row = 0; row < 50; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    sheet.value(row, column, column % 5 + 1);
                }
                sheet.flush();
            }
        });
        assertEquals(
                "50 rows, " + 50L * COLUMNS + " cells, " + 50L * COLUMNS + " characters, 0 problems",
                read(file, COLUMNS));
    }
}
