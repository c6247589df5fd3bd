package vn.sipas.io.questionnaire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.xlsx.XlsxRows;
import vn.sipas.io.xlsx.XlsxSheet;
import vn.sipas.io.xlsx.XlsxWorkbook;

/** The rows of a sheet of an XLSForm, by the names of its columns. */
record FormSheet(List<Row> rows, boolean present) {

    /** More rows than any questionnaire has. */
    private static final int MOST_ROWS = 50_000;

    /**
     * One row.
     *
     * @param place where it stands
     * @param cells the cells by column, in lower case and without space around
     */
    record Row(Place place, Map<String, String> cells) {

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /**
         * The label in a language: {@code label::Vietnamese (vi)}, else the label without a language, else, if it is in
         * neither of the two, whatever label there is.
         */
        String label(String base, boolean vietnamese) {
            String plain = cell(base);
            String other = "";
            boolean translated = false;
            for (Map.Entry<String, String> cell : cells.entrySet()) {
                String name = cell.getKey();
                if (!name.startsWith(base + ":")) {
                    continue;
                }
                String language = name.substring(name.lastIndexOf(':') + 1).strip();
                boolean vi = language.contains("(vi")
                        || language.startsWith("vi")
                        || language.contains("tiếng việt")
                        || language.contains("tieng viet");
                boolean en = language.contains("(en") || language.startsWith("en");
                if (vietnamese ? vi : en) {
                    return cell.getValue();
                }
                translated |= vi || en;
                other = other.isEmpty() ? cell.getValue() : other;
            }
            return plain.isEmpty() && !translated ? other : plain;
        }
    }

    static FormSheet read(XlsxWorkbook workbook, String name, Consumer<Problem> problems) throws IOException {
        List<Row> rows = new ArrayList<>();
        Optional<XlsxSheet> sheet = workbook.sheets().stream()
                .filter(found -> found.name().strip().equalsIgnoreCase(name))
                .findFirst();
        if (sheet.isEmpty()) {
            return new FormSheet(rows, false);
        }
        Checked<XlsxRows> opened = workbook.rows(sheet.get());
        opened.problems().forEach(problems);
        if (opened.value().isEmpty()) {
            return new FormSheet(rows, false);
        }
        try (XlsxRows from = opened.value().get()) {
            Optional<SourceRow> header = from.next(problems);
            List<String> columns = header.map(SourceRow::cells).orElse(List.of()).stream()
                    .map(column -> column.strip().toLowerCase(Locale.ROOT))
                    .toList();
            for (Optional<SourceRow> row = from.next(problems);
                    row.isPresent() && rows.size() < MOST_ROWS;
                    row = from.next(problems)) {
                Map<String, String> cells = new HashMap<>();
                int width = Math.min(columns.size(), row.get().cells().size());
                for (int i = 0; i < width; i++) {
                    String cell = row.get().cell(i).strip();
                    if (!cell.isEmpty() && !columns.get(i).isEmpty()) {
                        cells.putIfAbsent(columns.get(i), cell);
                    }
                }
                if (!cells.isEmpty()) {
                    rows.add(new Row(row.get().place(), cells));
                }
            }
        }
        return new FormSheet(rows, true);
    }
}
