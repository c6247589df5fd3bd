package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import vn.sipas.core.response.Answer;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceTable;

/** Titles of reports above the headings, in text and in workbooks, and tables that have none. */
class TitleRowsTest {

    private static final List<String[]> REPORT = List.of(
            new String[] {"BÁO CÁO KẾT QUẢ KHẢO SÁT", "", "", ""},
            new String[] {"Tháng 10/2024", "", "", ""},
            new String[] {"Mã phiếu", "Mã đơn vị", "Ngày", "Mức độ hài lòng"},
            new String[] {"p1", "07210", "29/10/2024", "Hài lòng"},
            new String[] {"p2", "07213", "30/10/2024", "Rất không hài lòng"},
            new String[] {"p3", "07213", "30/10/2024", "Bình thường"});

    private static String text(String delimiter) {
        StringBuilder text = new StringBuilder();
        REPORT.forEach(row -> text.append(String.join(delimiter, row)).append("\r\n"));
        return text.toString();
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Kết quả");
            for (int row = 0; row < REPORT.size(); row++) {
                for (int column = 0; column < REPORT.get(row).length; column++) {
                    if (!REPORT.get(row)[column].isEmpty()) {
                        // an empty row stands between title and headings
                        sheet.value(row < 2 ? row : row + 1, column, REPORT.get(row)[column]);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void assertRead(Imported imported, long headingLine) {
        assertEquals("3 = 3 + 0 + 0", imported.sums());
        assertEquals(1, imported.codes().get("source.rows.above-headings"));
        assertEquals(UnitCode.of("07210"), imported.responses.get(0).unit());
        assertEquals("p2", imported.responses.get(1).id());
        assertEquals(new Answer.Rated(1), imported.responses.get(1).answer("q1"));
        assertEquals(headingLine + 1, imported.rows.get(0).place().line().getAsLong());
        assertEquals(12, imported.report().cells().cells());
    }

    @Test
    void rowsFilledUpToTheWidthOfTheTable() {
        assertRead(Imported.of(text(",")), 3);
        assertRead(Imported.of(text(";")), 3);
    }

    @Test
    void linesWithoutDelimitersAndEmptyLines() {
        assertRead(Imported.of(text(";").replace(";;;", "").replace("2024\r\nMã", "2024\r\n\r\nMã")), 4);
    }

    @Test
    void workbooks() throws IOException {
        assertRead(Imported.of(SourceFile.of("report.xlsx", workbook())), 4);
    }

    @Test
    void scoresOfUnitsToo() throws IOException {
        SourceFile file = SourceFile.of(
                "scores.csv", "BẢNG ĐIỂM,,\nunit,key,value\n26041,a,3\n26041,b,4\n".getBytes(StandardCharsets.UTF_8));
        try (SourceTable table =
                SourceTables.open(file, ImportOptions.detecting()).orThrow()) {
            assertEquals(List.of("unit", "key", "value"), table.headings());
        }
    }

    /** Headings that are too few, a single column, and numbers are no titles. */
    @Test
    void tablesWithoutTitles() {
        assertEquals(0, TitleRows.above(rows("a,b", "1,2,3", "4,5,6", "7,8,9")));
        assertEquals(0, TitleRows.above(rows("Ý kiến", "tốt", "nhanh, gọn, sạch", "chậm")));
        assertEquals(0, TitleRows.above(rows("id,q1,q2", "1,2,3")));
        assertEquals(0, TitleRows.above(rows("q1,q2", "a,b", "c,d")));
        assertEquals(0, TitleRows.above(rows("unit,", "07210,", "07213,x")));
        assertEquals(0, TitleRows.above(rows("only a title")));
        assertEquals(0, TitleRows.above(List.of()));
    }

    private static List<List<String>> rows(String... lines) {
        return SampleText.records(String.join("\n", lines), ',', false, 200);
    }
}
