package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;
import vn.sipas.io.xlsx.XlsxRows;
import vn.sipas.io.xlsx.XlsxSheet;
import vn.sipas.io.xlsx.XlsxTable;
import vn.sipas.io.xlsx.XlsxWorkbook;

/** Sheets of workbooks as samples and as tables. */
final class WorkbookTables {

    /** How many rows of a sheet tell what it is. */
    static final int ROWS = 200;

    private WorkbookTables() {}

    /** The first rows of every sheet that has any; the sheet to read, the first visible one, comes first. */
    static Checked<List<SheetSample>> sample(SourceFile file, SourceLimits limits, int rows) throws IOException {
        Checked<XlsxWorkbook> opened = XlsxWorkbook.open(file, limits);
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        List<SheetSample> visible = new ArrayList<>();
        List<SheetSample> hidden = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (XlsxWorkbook workbook = opened.value().get()) {
            for (XlsxSheet sheet : workbook.sheets()) {
                List<List<String>> cells = firstRows(workbook, sheet, rows, problems);
                if (!cells.isEmpty()) {
                    List<List<String>> table = new ArrayList<>(cells.subList(TitleRows.above(cells), cells.size()));
                    List<String> headings = new ArrayList<>(table.get(0));
                    headings.addAll(Collections.nCopies(width(table) - headings.size(), ""));
                    table.set(0, headings);
                    (sheet.hidden() ? hidden : visible).add(new SheetSample(sheet.name(), table));
                }
            }
        }
        visible.addAll(hidden);
        if (visible.isEmpty()) {
            problems.add(Problem.of(SourceProblem.EMPTY, Place.in(file.name())));
            return Checked.refused(problems);
        }
        return Checked.of(visible);
    }

    /** Opens the first visible sheet that has rows; the other sheets are reported. */
    static Checked<SourceTable> open(SourceFile file, SourceLimits limits) throws IOException {
        Checked<List<SheetSample>> sample = sample(file, limits, 1);
        if (sample.value().isEmpty()) {
            return Checked.refused(sample.problems());
        }
        List<String> names =
                sample.value().get().stream().map(SheetSample::name).toList();
        List<Problem> notes = new ArrayList<>();
        for (String other : names.subList(1, names.size())) {
            notes.add(Problem.of(FormToolProblem.SHEET_NOT_READ, Place.in(file.name() + "!" + other), "name", other));
        }
        return open(file, limits, names.get(0), notes);
    }

    /** Opens a sheet with a workbook of its own. */
    static Checked<SourceTable> open(SourceFile file, SourceLimits limits, String sheet, List<Problem> notes)
            throws IOException {
        Checked<XlsxWorkbook> opened = XlsxWorkbook.open(file, limits);
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        XlsxWorkbook workbook = opened.value().get();
        List<Problem> all = new ArrayList<>(opened.problems());
        all.addAll(notes);
        Checked<XlsxTable> table = Checked.refused(Problem.of(SourceProblem.EMPTY, Place.in(file.name())));
        try {
            Optional<XlsxSheet> found = workbook.sheet(sheet);
            if (found.isPresent()) {
                List<List<String>> cells = firstRows(workbook, found.get(), ROWS, new ArrayList<>());
                int titles = TitleRows.above(cells);
                int width = cells.isEmpty() ? 0 : width(cells.subList(titles, cells.size()));
                if (titles > 0) {
                    Place place = Place.in(file.name() + "!" + sheet);
                    all.add(Problem.of(SourceProblem.TITLE_ROWS, place, "rows", titles));
                }
                table = XlsxTable.open(workbook, found.get(), true, all, titles, width);
            }
        } finally {
            if (table.value().isEmpty()) {
                workbook.close();
            }
        }
        return table.map(SourceTable.class::cast);
    }

    /**
     * How many columns a table has: as many as headings, or, where some of these span several columns, as many as the row
     * below, because sheets do not keep the blank cells at the end of a row.
     */
    private static int width(List<List<String>> table) {
        List<String> headings = table.get(0);
        boolean spanning = headings.stream().skip(1).anyMatch(String::isBlank);
        return spanning && table.size() > 1
                ? Math.max(headings.size(), table.get(1).size())
                : headings.size();
    }

    private static List<List<String>> firstRows(
            XlsxWorkbook workbook, XlsxSheet sheet, int rows, List<Problem> problems) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        Checked<XlsxRows> opened = workbook.rows(sheet);
        problems.addAll(opened.problems());
        if (opened.value().isPresent()) {
            try (XlsxRows from = opened.value().get()) {
                while (cells.size() < rows) {
                    Optional<SourceRow> row = from.next(problems::add);
                    if (row.isEmpty()) {
                        break;
                    }
                    cells.add(row.get().cells());
                }
            }
        }
        return cells;
    }
}
