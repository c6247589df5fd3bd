package vn.sipas.io.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/**
 * A sheet as a table: its first row with text, below the title of a report where it has one, holds the headings. Rows with text to the right of the headings are set
 * aside.
 */
public final class XlsxTable implements SourceTable {

    private final XlsxWorkbook workbook;
    private final boolean closesWorkbook;
    private final XlsxRows rows;
    private final SourceRow header;
    private final List<Problem> headerProblems;
    private final int rowsAbove;
    private long setAside;
    private long cellsSetAside;
    private boolean reported;

    private XlsxTable(
            XlsxWorkbook workbook,
            boolean closesWorkbook,
            XlsxRows rows,
            SourceRow header,
            List<Problem> headerProblems,
            int rowsAbove) {
        this.workbook = workbook;
        this.closesWorkbook = closesWorkbook;
        this.rows = rows;
        this.header = header;
        this.headerProblems = headerProblems;
        this.rowsAbove = rowsAbove;
    }

    /**
     * Opens a sheet and reads its headings.
     *
     * @param workbook the workbook, open
     * @param sheet one of its sheets
     * @param closesWorkbook whether closing the table closes the workbook
     * @param notes problems that the first reading of a row reports before its own
     * @param rowsAbove how many rows with text stand above the headings, such as the title of a report
     * @param leastColumns how many columns the table has at least; headings that the sheet does not have are blank
     * @return the table, which the caller closes; nothing but problems if the sheet cannot be read or is empty
     * @throws IOException if the file cannot be read
     */
    public static Checked<XlsxTable> open(
            XlsxWorkbook workbook,
            XlsxSheet sheet,
            boolean closesWorkbook,
            List<Problem> notes,
            int rowsAbove,
            int leastColumns)
            throws IOException {
        Checked<XlsxRows> opened = workbook.rows(sheet);
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        XlsxRows rows = opened.value().get();
        List<Problem> problems = new ArrayList<>(notes);
        Optional<SourceRow> header = rows.next(problems::add);
        for (int above = 0; above < rowsAbove && header.isPresent(); above++) {
            header = rows.next(problems::add);
        }
        if (header.isEmpty()) {
            rows.close();
            problems.add(Problem.of(XlsxProblem.EMPTY_SHEET, rows.place(), "sheet", sheet.name()));
            return Checked.refused(problems);
        }
        return Checked.of(new XlsxTable(
                workbook, closesWorkbook, rows, padded(header.get(), leastColumns), List.copyOf(problems), rowsAbove));
    }

    @Override
    public List<String> headings() {
        return header.cells();
    }

    @Override
    public Place headerPlace() {
        return header.place();
    }

    @Override
    public Optional<SourceRow> next(Consumer<Problem> problems) throws IOException {
        if (!reported) {
            reported = true;
            headerProblems.forEach(problems);
        }
        int columns = header.cells().size();
        for (Optional<SourceRow> found = rows.next(problems); found.isPresent(); found = rows.next(problems)) {
            SourceRow row = found.get();
            int cells = row.cells().size();
            if (cells == columns) {
                return found;
            }
            if (cells < columns) {
                return Optional.of(padded(row, columns));
            }
            setAside++;
            cellsSetAside += cells;
            problems.accept(Problem.of(XlsxProblem.BEYOND_HEADINGS, row.place(cells - 1), "columns", columns));
        }
        return Optional.empty();
    }

    /** A row with blank cells behind its own, up to a number of columns. */
    private static SourceRow padded(SourceRow row, int columns) {
        List<String> padded = new ArrayList<>(row.cells());
        while (padded.size() < columns) {
            padded.add("");
        }
        return SourceRow.of(row.place(), padded);
    }

    @Override
    public long rowsRead() {
        return rows.rowsRead() - 1 - rowsAbove;
    }

    @Override
    public long rowsSetAside() {
        return rows.rowsSetAside() + setAside;
    }

    @Override
    public long cellsSetAside() {
        return rows.cellsSetAside() + cellsSetAside;
    }

    @Override
    public long bytesRead() {
        return workbook.bytesRead();
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } finally {
            if (closesWorkbook) {
                workbook.close();
            }
        }
    }
}
