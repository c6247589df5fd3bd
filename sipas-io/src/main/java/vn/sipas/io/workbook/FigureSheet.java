package vn.sipas.io.workbook;

import java.util.List;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.csv.TidyTable;

/** The figures in full under the names that programs use, header in the first row. */
final class FigureSheet {

    static final String NAME = "Số liệu (Figures)";

    private FigureSheet() {}

    static void write(Book book, TidyTable table) {
        Sheet sheet = new Sheet(
                book,
                NAME,
                List.of(),
                table.columns().stream()
                        .map(column -> new Sheet.Column(LocalizedText.same(column.name()), 18))
                        .toList());
        for (List<String> row : table.rows()) {
            sheet.next();
            for (int i = 0; i < row.size(); i++) {
                String field = row.get(i);
                if (table.columns().get(i).kind() != TidyTable.Kind.NUMBER || field.isEmpty()) {
                    sheet.text(field);
                } else if (field.endsWith("Inf")) {
                    sheet.text(field);
                } else {
                    sheet.number(Double.parseDouble(field), Sheet.GENERAL);
                }
            }
        }
        sheet.finish();
    }
}
