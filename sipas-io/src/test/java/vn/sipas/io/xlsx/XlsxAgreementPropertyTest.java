package vn.sipas.io.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** What a library wrote is read as it was written, and as the library's own reader reads it. */
class XlsxAgreementPropertyTest {

    @Property(tries = 150)
    void textsAndWholeNumbersComeBackAndAgreeWithFastexcel(@ForAll("sheets") List<List<String>> sheet)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet target = workbook.newWorksheet("S");
            for (int row = 0; row < sheet.size(); row++) {
                for (int column = 0; column < sheet.get(row).size(); column++) {
                    String text = sheet.get(row).get(column);
                    if (text.matches("[1-9][0-9]{0,8}")) {
                        target.value(row, column, Integer.parseInt(text));
                    } else if (column % 2 == 0) {
                        target.value(row, column, text);
                    } else {
                        target.inlineString(row, column, text);
                    }
                }
            }
        }
        List<List<String>> ours = new ArrayList<>();
        XlsxWorkbookTest.Reading.of(bytes.toByteArray()).rows().forEach(row -> ours.add(row.cells()));
        List<List<String>> theirs = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (Row row : workbook.getFirstSheet().read()) {
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    cells.add(cell == null ? "" : cell.getText());
                }
                theirs.add(trimmed(cells));
            }
        }
        assertEquals(nonBlank(sheet), ours);
        assertEquals(nonBlank(theirs), ours);
    }

    @Provide
    Arbitrary<List<List<String>>> sheets() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("aăâđêôơư ABCÀ<>&\"'\t;,01\u0301")
                .ofMaxLength(12);
        Arbitrary<String> number =
                Arbitraries.integers().between(1, 999_999_999).map(String::valueOf);
        Arbitrary<String> cell = Arbitraries.oneOf(text, number, Arbitraries.just(""));
        return cell.list().ofMaxSize(8).list().ofMaxSize(12);
    }

    private static List<String> trimmed(List<String> cells) {
        int used = cells.size();
        while (used > 0 && cells.get(used - 1).isEmpty()) {
            used--;
        }
        return cells.subList(0, used);
    }

    private static List<List<String>> nonBlank(List<List<String>> rows) {
        return rows.stream()
                .map(XlsxAgreementPropertyTest::trimmed)
                .filter(row -> !row.isEmpty())
                .toList();
    }
}
