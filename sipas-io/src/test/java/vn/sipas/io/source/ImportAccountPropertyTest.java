package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Whatever a table holds, no row and no cell goes missing. */
class ImportAccountPropertyTest {

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<String> usual = Arbitraries.of(
                "",
                " ",
                "1",
                "5",
                "4,5",
                "4,133",
                "Hài lòng",
                "hài lòng ",
                "Rất không hài lòng",
                "N/A",
                "Yes",
                "No",
                "Y",
                "29/08/2026 09:40",
                "05/08/2026",
                "2026-02-30",
                "a@b.vn",
                "0912345678",
                "10.0.0.1",
                "A1",
                "một, hai",
                "một",
                "#NA",
                "=1+1",
                "'",
                "A\u0301",
                "x".repeat(120));
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12);
        return Arbitraries.frequencyOf(Tuple.of(5, usual), Tuple.of(1, any));
    }

    @Provide
    Arbitrary<List<String>> headings() {
        return Arbitraries.of(
                        "id",
                        "submitdate",
                        "lastpage",
                        "startlanguage",
                        "A1",
                        "A1[other]",
                        "B1[SQ001]",
                        "B1[SQ002]",
                        "Dấu thời gian",
                        "Địa chỉ email",
                        "Bạn hài lòng chứ?",
                        "unit",
                        "weight",
                        "ngày",
                        "uuid",
                        "Câu hỏi",
                        "Trả lời",
                        "StartDate",
                        "ResponseId",
                        "Finished",
                        "Status",
                        "giới tính",
                        "")
                .list()
                .ofMinSize(2)
                .ofMaxSize(7);
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        return cells().list().ofSize(7).list().ofMaxSize(8);
    }

    private static String line(List<String> cells, int width) {
        return cells.stream()
                .limit(width)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    @Property(tries = 150)
    void sumsAgree(@ForAll("headings") List<String> headings, @ForAll("rows") List<List<String>> rows) {
        StringBuilder content = new StringBuilder(line(headings, 7)).append('\n');
        rows.forEach(row -> content.append(line(row, headings.size())).append('\n'));
        Imported imported =
                Imported.of(content.toString(), ImportOptions.detecting().withDelimiter(','));
        if (imported.outcome.value().isEmpty()) {
            assertTrue(!imported.outcome.problems().isEmpty());
            return;
        }
        ImportReport report = imported.report();
        assertEquals(
                report.rows().read(),
                report.rows().kept() + report.rows().changed() + report.rows().setAside());
        assertEquals(report.responses(), imported.responses.size());
        if (report.detection().tool() != SurveyTool.LONG_TABLE) {
            assertEquals(
                    report.rows().read() * report.columns().size(),
                    report.cells().cells());
        }
        assertEquals(report.cells().changed(), imported.changed.size());
        // the same file twice gives the same
        assertEquals(
                imported.responses,
                Imported.of(content.toString(), ImportOptions.detecting().withDelimiter(',')).responses);
        // and so does the mapping that was proposed, read back
        ColumnMappingJson json = ColumnMappingJson.create();
        ColumnMapping mapping =
                json.read(json.write(report.mapping().orElseThrow()), "m").orThrow();
        assertEquals(
                imported.responses,
                Imported.of(
                                content.toString(),
                                ImportOptions.detecting().withDelimiter(',').withMapping(mapping))
                        .responses);
    }

    @Provide
    Arbitrary<List<Integer>> widths() {
        return Arbitraries.integers().between(1, 7).list().ofMinSize(2).ofMaxSize(8);
    }

    @Property(tries = 100)
    void cellsOfRowsThatCannotBeSplitAreCounted(
            @ForAll("widths") List<Integer> widths, @ForAll @IntRange(max = 7) int broken) {
        int columns = 4;
        StringBuilder content = new StringBuilder("id,q1,q2,q3\n");
        boolean alike = widths.stream().distinct().count() == 1 && widths.get(0) < columns && widths.get(0) > 1;
        long cells = 0;
        for (int i = 0; i < widths.size(); i++) {
            int width = widths.get(i);
            // text behind a closing quote breaks a row, whose fields are counted all the same
            String first = i == broken ? "\"" + i + "\"x" : String.valueOf(i);
            content.append(first).append(",1".repeat(width - 1)).append('\n');
            cells += alike && i != broken ? columns : width;
        }
        Imported imported =
                Imported.of(content.toString(), ImportOptions.detecting().withTool(SurveyTool.CSV));
        CellAccount account = imported.report().cells();
        assertEquals(widths.size(), imported.report().rows().read());
        assertEquals(cells, account.cells());
        assertEquals(
                account.cells(),
                account.used()
                        + account.blank()
                        + account.changed()
                        + account.coarsened()
                        + account.personal()
                        + account.unused()
                        + account.setAside());
    }
}
