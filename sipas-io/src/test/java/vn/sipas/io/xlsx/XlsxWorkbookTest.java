package vn.sipas.io.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceRow;

class XlsxWorkbookTest {

    @Test
    void readsTextsNumbersDaysTimesAndTruthValues() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Dữ liệu");
            sheet.value(0, 0, "Đơn vị");
            sheet.inlineString(0, 1, "Điểm");
            sheet.value(2, 0, "  có khoảng trắng ");
            sheet.value(2, 1, 5);
            sheet.value(2, 2, 0.1 + 0.2);
            sheet.value(2, 3, true);
            sheet.value(2, 4, LocalDate.of(2026, 8, 29));
            sheet.style(2, 4).format("dd/mm/yyyy").set();
            sheet.value(2, 5, LocalDateTime.of(2026, 8, 29, 9, 40, 7));
            sheet.style(2, 5).format("[$-42A]dd/mm/yyyy hh:mm:ss").set();
            sheet.value(2, 6, 0.402777777777778);
            sheet.style(2, 6).format("hh:mm").set();
            sheet.value(2, 7, 0.85);
            sheet.style(2, 7).format("0%").set();
            sheet.value(2, 8, 123456789012L);
            sheet.value(2, 9, 1e-7);
        }
        Reading reading = Reading.of(bytes.toByteArray());
        assertEquals(List.of(), reading.problems);
        assertEquals(List.of("Đơn vị", "Điểm"), reading.rows.get(0).cells());
        assertEquals(
                List.of(
                        "  có khoảng trắng ",
                        "5",
                        "0.30000000000000004",
                        "TRUE",
                        "2026-08-29",
                        "2026-08-29T09:40:07",
                        "09:40:00",
                        "0.85",
                        "123456789012",
                        "0.0000001"),
                reading.rows.get(1).cells());
        assertEquals("test.xlsx!Dữ liệu:3", reading.rows.get(1).place().toString());
    }

    @Test
    void listsSheetsAndWarnsOfHiddenOnes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("A").value(0, 0, "a");
            Worksheet hidden = workbook.newWorksheet("B");
            hidden.value(0, 0, "b");
            hidden.setVisibilityState(VisibilityState.VERY_HIDDEN);
        }
        Checked<XlsxWorkbook> opened =
                XlsxWorkbook.open(SourceFile.of("test.xlsx", bytes.toByteArray()), SourceLimits.standard());
        try (XlsxWorkbook workbook = opened.orThrow()) {
            assertEquals(
                    List.of("A:false", "B:true"),
                    workbook.sheets().stream()
                            .map(sheet -> sheet.name() + ":" + sheet.hidden())
                            .toList());
        }
        assertEquals(
                List.of("xlsx.sheet.hidden"),
                opened.problems().stream().map(Problem::code).toList());
    }

    @Test
    void takesTheStoredValueOfAFormulaAndReportsTheColumnOnce() throws IOException {
        Reading reading = Reading.ofSheet("<row r='1'><c r='A1'><f>1+1</f><v>2</v></c></row>"
                + "<row r='2'><c r='A2' t='str'><f>UPPER(\"a\")</f><v>A</v></c><c r='B2'><f>NOW()</f></c></row>");
        assertEquals(List.of("2"), reading.rows.get(0).cells());
        assertEquals(List.of("A"), reading.rows.get(1).cells());
        assertEquals(
                List.of(
                        "test.xlsx!Phiếu:2:2 B2: The cell is a formula without a stored value; it was left empty."
                                + " Open the file in a spreadsheet program and save it again."
                                + " [xlsx.cell.formula-without-value]",
                        "test.xlsx!Phiếu:1:1 A1: The column has 2 formulas from this cell on; stored values were"
                                + " taken, nothing was calculated. [xlsx.cell.formula]"),
                reading.problems.stream().map(Problem::toString).toList());
    }

    @Test
    void readsSharedTextsWithRunsEscapesAndPronunciationAids() throws IOException {
        Map<String, String> parts = WorkbookFiles.parts("<row r='1'><c r='A1' t='s'><v>0</v></c>"
                + "<c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>7</v></c></row>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><r><t>Rất </t></r><r><t>hài lòng</t></r><rPh sb='0' eb='1'><t>zz</t></rPh></si>"
                        + "<si><t xml:space='preserve'> a_x000D_b_x005F_x </t></si></sst>");
        Reading reading = Reading.of(WorkbookFiles.zip(parts));
        assertEquals(List.of("Rất hài lòng", " a\rb_x "), reading.rows.get(0).cells());
        assertEquals(
                List.of("test.xlsx!Phiếu:1:3 C1"),
                reading.problems.stream()
                        .filter(problem -> problem.code().equals("xlsx.cell.value"))
                        .map(problem -> problem.place().toString())
                        .toList());
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookSaysSo() throws IOException {
        Map<String, String> parts = WorkbookFiles.parts("<row r='1'><c r='A1' s='0'><v>0</v></c></row>");
        parts.put("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>");
        parts.put(
                "xl/workbook.xml",
                "<workbook><workbookPr date1904='1'/><sheets><sheet name='Phiếu' id='rId1'/></sheets></workbook>");
        assertEquals(
                List.of("1904-01-01"),
                Reading.of(WorkbookFiles.zip(parts)).rows.get(0).cells());
    }

    @Test
    void knowsTheDayThatSpreadsheetsInvented() {
        // Serial 1 is 1900-01-01 and 61 is 1900-03-01 (ECMA-376 part 1, 18.17.4.1).
        assertEquals("1900-01-01", CellText.number("1", DateFormats.Shows.DAY, false));
        assertEquals("1900-03-01", CellText.number("61", DateFormats.Shows.DAY, false));
        assertEquals("9999-12-31", CellText.number("2958465", DateFormats.Shows.DAY, false));
        assertEquals("-1", CellText.number("-1", DateFormats.Shows.DAY, false));
    }

    @Test
    void tellsDaysAndTimesFromFormatCodes() {
        assertEquals(DateFormats.Shows.DAY, DateFormats.code("yyyy\\-mm\\-dd;@"));
        assertEquals(DateFormats.Shows.DAY_AND_TIME, DateFormats.code("m/d/yyyy h:mm:ss.000"));
        assertEquals(DateFormats.Shows.TIME, DateFormats.code("[$-F400]h:mm:ss AM/PM"));
        assertEquals(DateFormats.Shows.NUMBER, DateFormats.code("[h]:mm:ss"));
        assertEquals(DateFormats.Shows.NUMBER, DateFormats.code("General"));
        assertEquals(DateFormats.Shows.NUMBER, DateFormats.code("#,##0.00\" ngày\""));
        assertEquals(DateFormats.Shows.NUMBER, DateFormats.code("[Red]0.00;[Blue]-0.00"));
        assertEquals(DateFormats.Shows.DAY, DateFormats.builtIn(14));
        assertEquals(DateFormats.Shows.DAY_AND_TIME, DateFormats.builtIn(22));
    }

    @Test
    void writesColumnLettersAndReadsThem() {
        assertEquals("A", CellReference.letters(0));
        assertEquals("AA", CellReference.letters(26));
        assertEquals("XFD", CellReference.letters(16_383));
        assertEquals(16_383, CellReference.column("XFD1048576"));
        assertEquals(-1, CellReference.column("XFE1"));
        assertEquals(-1, CellReference.column("12"));
        assertEquals(-1, CellReference.column("A"));
    }

    @Test
    void laysASheetOutAsATableWithHeadings() throws IOException {
        byte[] bytes = WorkbookFiles.zip(WorkbookFiles.parts("<row r='2'><c r='A2' t='inlineStr'><is><t>a</t></is></c>"
                + "<c r='B2' t='inlineStr'><is><t>b</t></is></c></row><row r='3'><c r='A3'><v>1</v></c></row>"
                + "<row r='4'><c r='C4'><v>9</v></c></row>"));
        try (XlsxWorkbook workbook = XlsxWorkbook.open(SourceFile.of("test.xlsx", bytes), SourceLimits.standard())
                        .orThrow();
                XlsxTable table = XlsxTable.open(workbook, workbook.sheets().get(0), false, List.of(), 0, 0)
                        .orThrow()) {
            assertEquals(List.of("a", "b"), table.headings());
            assertEquals(2, table.headerPlace().line().orElseThrow());
            List<Problem> problems = new ArrayList<>();
            assertEquals(
                    List.of("1", ""), table.next(problems::add).orElseThrow().cells());
            assertEquals(Optional.empty(), table.next(problems::add));
            assertEquals(
                    List.of("xlsx.row.beyond-headings"),
                    problems.stream().map(Problem::code).toList());
            assertEquals(2, table.rowsRead());
            assertEquals(1, table.rowsSetAside());
            assertTrue(table.bytesRead() > 0);
        }
    }

    /** A sheet read to its end. */
    record Reading(List<SourceRow> rows, List<Problem> problems) {

        static Reading ofSheet(String sheetData) throws IOException {
            return of(WorkbookFiles.zip(WorkbookFiles.parts(sheetData)));
        }

        static Reading of(byte[] bytes) throws IOException {
            return of(bytes, SourceLimits.standard());
        }

        /** Every sheet of a file, whatever is wrong with it. */
        static Reading of(byte[] bytes, SourceLimits limits) throws IOException {
            List<SourceRow> rows = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            Checked<XlsxWorkbook> opened = XlsxWorkbook.open(SourceFile.of("test.xlsx", bytes), limits);
            problems.addAll(opened.problems());
            if (opened.value().isEmpty()) {
                return new Reading(rows, problems);
            }
            try (XlsxWorkbook workbook = opened.value().get()) {
                for (XlsxSheet sheet : workbook.sheets()) {
                    Checked<XlsxRows> found = workbook.rows(sheet);
                    problems.addAll(found.problems());
                    if (found.value().isPresent()) {
                        try (XlsxRows sheetRows = found.value().get()) {
                            for (Optional<SourceRow> row = sheetRows.next(problems::add);
                                    row.isPresent();
                                    row = sheetRows.next(problems::add)) {
                                rows.add(row.get());
                            }
                        }
                    }
                }
            }
            return new Reading(rows, problems);
        }

        List<String> codes() {
            return problems.stream().map(Problem::code).toList();
        }
    }
}
