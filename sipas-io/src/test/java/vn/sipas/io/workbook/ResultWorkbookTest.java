package vn.sipas.io.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.csv.CsvProblem;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.csv.TidyTablePropertyTest;
import vn.sipas.io.outside.OutsideProgram;
import vn.sipas.io.outside.SampleResults;

class ResultWorkbookTest {

    private static final LocalizedText TITLE = LocalizedText.of("Kết quả khảo sát", "Survey results");

    private static ResultWorkbook full() {
        return ResultWorkbook.builder(TITLE)
                .note(LocalizedText.of("=DỮ LIỆU MÔ PHỎNG", "SIMULATED DATA"))
                .whole(SampleResults.whole())
                .units(SampleResults.units())
                .ranking(SampleResults.ranking())
                .ratings(SampleResults.ratings(3))
                .names(SampleResults.NAMES)
                .areas(Map.of("07210", "Thành phố Bắc Giang"))
                .problems(List.of(
                        Problem.of(CsvProblem.FIELD_COUNT, Place.in("=a.csv", 7, 2), "actual", 2, "expected", 3)))
                .method(Map.of(
                        LocalizedText.of("Thiết kế mẫu", "Sample design"),
                        LocalizedText.of("Ngẫu nhiên đơn giản", "Simple random")))
                .figures(SampleResults.estimates())
                .build();
    }

    private static byte[] bytes(ResultWorkbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        Path file = Files.createTempFile("workbook", ".xlsx");
        try {
            Files.write(file, workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    parts.put(
                            entry.getName(),
                            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }

    private static void assertWellFormed(byte[] workbook) throws Exception {
        for (Map.Entry<String, String> part : parts(workbook).entrySet()) {
            try (InputStream stream = new ByteArrayInputStream(part.getValue().getBytes(StandardCharsets.UTF_8))) {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream, part.getKey());
            }
        }
    }

    @Test
    void everyPartIsWellFormedAndNoCellIsAFormula() throws Exception {
        byte[] workbook = bytes(full());
        assertWellFormed(workbook);
        parts(workbook).forEach((name, content) -> assertFalse(content.contains("<f>"), name));
        assertWellFormed(bytes(ResultWorkbook.builder(TITLE).build()));
    }

    private static List<String> names(byte[] workbook) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.getSheets().map(sheet -> sheet.getName()).toList();
        }
    }

    @Test
    void theSheetsAreThereWhateverTheData() throws IOException {
        List<String> six = List.of(
                "Chỉ số (Index)",
                "Nhân tố (Factors)",
                "Đơn vị (Units)",
                "Sao (Stars)",
                "Phương pháp (Method)",
                "Vấn đề (Problems)");
        assertEquals(six, names(bytes(ResultWorkbook.builder(TITLE).build())));
        List<String> all = new ArrayList<>(six);
        all.add("Số liệu (Figures)");
        assertEquals(all, names(bytes(full())));
    }

    @Test
    void headersStayInViewAndColoursAreConditional() throws IOException {
        Map<String, String> parts = parts(bytes(full()));
        String units = parts.get("xl/worksheets/sheet3.xml");
        String stars = parts.get("xl/worksheets/sheet4.xml");
        assertTrue(stars.contains("state=\"frozen\""), "frozen header");
        assertTrue(stars.contains("<conditionalFormatting") && units.contains("<conditionalFormatting"));
        assertTrue(stars.contains("fitToWidth=\"1\"") && stars.contains("orientation=\"landscape\""));
        assertTrue(parts.get("xl/workbook.xml").contains("Print_Titles"));
    }

    @Test
    void libreOfficeOpensItClean(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("results.xlsx");
        Files.write(file, bytes(full()));
        // sheet -1: every sheet to a file of its own
        OutsideProgram.office(
                folder, file, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "csv");
        Map<String, String> sheets = new LinkedHashMap<>();
        try (var files = Files.list(folder)) {
            for (Path sheet :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                sheets.put(sheet.getFileName().toString(), Files.readString(sheet));
            }
        }
        assertEquals(7, sheets.size(), sheets.keySet().toString());
        String index = sheets.get("results-Chỉ số (Index).csv");
        String overall = index.lines()
                .filter(line -> line.startsWith("overall,"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                SampleResults.whole().root().value().score().orElseThrow().value(),
                Double.parseDouble(overall.split(",", -1)[3]),
                1e-9);
        String units = sheets.get("results-Đơn vị (Units).csv");
        assertTrue(units.contains("=1+2") && units.contains("@SUM(A1)") && units.contains("=HYPERLINK"), units);
        assertFalse(units.contains("Err:") || units.contains("#NAME"), units);
        String stars = sheets.get("results-Sao (Stars).csv");
        assertTrue(stars.contains("4 sao") && stars.contains("Not recognised"), stars);
        assertTrue(sheets.get("results-Vấn đề (Problems).csv").contains("csv.row.field-count"));
        assertTrue(sheets.get("results-Phương pháp (Method).csv").contains("Quyết định 54/2025/QĐ-UBND"));

        Path pdf = OutsideProgram.office(folder, file, "pdf", "pdf");
        String facts = OutsideProgram.run(folder, "pdfinfo", pdf.toString());
        assertTrue(
                facts.matches("(?s).*Page size: +841\\.[0-9]+ x 595\\.[0-9]+ pts \\(A4\\).*"), "A4 across: " + facts);
    }

    @Provide
    Arbitrary<TidyTable> tables() {
        return TidyTablePropertyTest.tables();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void figuresComeBack(@ForAll("tables") TidyTable table) throws Exception {
        byte[] workbook = bytes(ResultWorkbook.builder(TITLE).figures(table).build());
        assertWellFormed(workbook);
        List<List<Object>> rows = new ArrayList<>();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<Row> all = read.findSheet(FigureSheet.NAME).orElseThrow().read();
            assertEquals(table.columns().stream().map(TidyTable.Column::name).toList(), texts(all.get(0), table));
            for (Row row : all.subList(1, all.size())) {
                rows.add(values(row, table));
            }
        }
        List<List<Object>> expected = new ArrayList<>();
        for (List<Object> row : TidyTablePropertyTest.values(table)) {
            expected.add(row.stream().map(ResultWorkbookTest::kept).toList());
        }
        if (table.rows().isEmpty()) {
            expected.add(List.of("Không có / None", "", "", "", "", "", "", "", "", "", "", "", "", ""));
        }
        assertEquals(expected, rows);
    }

    /** What a workbook keeps of a value: line ends are LF, and an infinite number is a word. */
    private static Object kept(Object value) {
        if (value instanceof Double number && number.isInfinite()) {
            return number > 0 ? "Inf" : "-Inf";
        }
        return value instanceof String text ? text.replace("\r\n", "\n").replace('\r', '\n') : value;
    }

    private static List<String> texts(Row row, TidyTable table) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            texts.add(row.getCellText(i));
        }
        return texts;
    }

    private static List<Object> values(Row row, TidyTable table) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Cell cell = i < row.getCellCount() ? row.getCell(i) : null;
            if (cell == null || cell.getType() == CellType.EMPTY) {
                values.add("");
            } else if (cell.getType() == CellType.NUMBER) {
                values.add(cell.asNumber().doubleValue() + 0.0);
            } else {
                values.add(cell.asString().replace("_x005F_x", "_x"));
            }
        }
        return values;
    }

    @Example
    void textsThatAWorkbookCannotHoldAreMadeVisible() {
        assertEquals("a\ufffdb\nc\nd", WorkbookText.of("a\u0000b\r\nc\rd"));
        assertEquals("_x005F_x0041_", WorkbookText.of("_x0041_"));
        assertEquals(32_767, WorkbookText.of("x".repeat(40_000)).length());
        assertEquals("\ufffd", WorkbookText.of("\ud800"));
    }
}
