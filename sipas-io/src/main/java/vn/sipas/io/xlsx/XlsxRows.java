package vn.sipas.io.xlsx;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.xml.BoundedXml;
import vn.sipas.io.xml.XmlDefectException;

/**
 * The rows of one sheet that have text, from top to bottom, one at a time. Each row holds the cells from column A to its
 * last cell with text; cells without text are empty. Not safe for use by several threads.
 */
public final class XlsxRows implements AutoCloseable {

    private final BoundedXml xml;
    private final String source;
    private final String part;
    private final SourceLimits limits;
    private final CellReading reading;
    private final int columns;
    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, FormulaColumn> formulas = new TreeMap<>();
    private String[] cells = new String[64];
    private boolean[] seen = new boolean[64];
    private int used;
    private int filled;
    private long rowChars;
    private int row;
    private long read;
    private long setAside;
    private long cellsSetAside;
    private boolean ended;
    private @Nullable Problem refusal;

    XlsxRows(BoundedXml xml, String source, String part, SourceLimits limits, CellReading reading) {
        this.xml = xml;
        this.source = source;
        this.part = PackageParts.shown(part);
        this.limits = limits;
        this.reading = reading;
        this.columns = Math.min(CellReference.COLUMNS, limits.columns());
        Arrays.fill(cells, "");
    }

    /**
     * Reads the next row with text.
     *
     * @param problems receives a problem for each row set aside on the way, for each cell whose value is not what the file
     *     declares, and at the end for each column with formulas
     * @return the row, its place named {@code file!sheet} with the number of the row; empty at the end, and where the sheet
     *     cannot be read on
     * @throws IOException if the file cannot be read
     */
    public Optional<SourceRow> next(Consumer<Problem> problems) throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            for (BoundedXml.Event event = xml.next(); event != BoundedXml.Event.DONE; event = xml.next()) {
                if (event == BoundedXml.Event.START && xml.name().equals("row")) {
                    Optional<SourceRow> found = readRow(problems);
                    if (found.isPresent()) {
                        return found;
                    }
                } else if (event == BoundedXml.Event.END && xml.name().equals("sheetData")) {
                    break;
                }
            }
        } catch (XmlDefectException defect) {
            problems.accept(PartFault.of(defect, part, here()));
        } catch (IOException damage) {
            problems.accept(PartFault.of(damage, part, here()));
        }
        end(problems);
        return Optional.empty();
    }

    /**
     * Returns how many rows with text have been read, those set aside included.
     *
     * @return at least 0
     */
    public long rowsRead() {
        return read;
    }

    /**
     * Returns how many rows have been set aside.
     *
     * @return at least 0 and at most {@link #rowsRead()}
     */
    public long rowsSetAside() {
        return setAside;
    }

    /**
     * Returns how many cells of the rows that have been set aside were read; of each such row at least one counts.
     *
     * @return at least 0
     */
    public long cellsSetAside() {
        return cellsSetAside;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        xml.close();
    }

    private void end(Consumer<Problem> problems) {
        ended = true;
        formulas.forEach((column, formula) -> problems.accept(
                Problem.of(XlsxProblem.FORMULA, cellPlace(formula.firstRow, column), "count", formula.count)));
        reading.strings().takeFault().ifPresent(problems);
    }

    private Optional<SourceRow> readRow(Consumer<Problem> problems) throws IOException, XmlDefectException {
        clear();
        String number = xml.attribute("r");
        int next = number == null ? row + 1 : CellReference.row(number);
        boolean misplaced = next <= row || next > CellReference.ROWS;
        if (!misplaced) {
            row = next;
        }
        int around = xml.depth();
        int column = -1;
        for (BoundedXml.Event event = xml.next();
                xml.depth() >= around && event != BoundedXml.Event.DONE;
                event = xml.next()) {
            if (event == BoundedXml.Event.START) {
                if (xml.name().equals("c")) {
                    column = readCell(column + 1, problems);
                } else {
                    xml.skipToEnd();
                }
            }
        }
        if (used == 0 && refusal == null) {
            return Optional.empty();
        }
        read++;
        if (misplaced) {
            refuse(XlsxProblem.ROW_NUMBER, 0);
        }
        if (refusal != null) {
            setAside++;
            cellsSetAside += Math.max(1, used);
            problems.accept(refusal);
            return Optional.empty();
        }
        return Optional.of(SourceRow.of(Place.in(source, row), List.of(Arrays.copyOf(cells, used))));
    }

    private void clear() {
        Arrays.fill(cells, 0, filled, "");
        Arrays.fill(seen, 0, filled, false);
        used = 0;
        filled = 0;
        rowChars = 0;
        refusal = null;
    }

    /** Reads a cell to its end and returns its column. */
    private int readCell(int expected, Consumer<Problem> problems) throws IOException, XmlDefectException {
        String type = "n";
        String style = null;
        int column = expected;
        for (int i = 0; i < xml.attributes(); i++) {
            String name = xml.attributeName(i);
            switch (name.length() == 1 ? name.charAt(0) : ' ') {
                case 'r' -> column = CellReference.column(xml.attributeValue(i));
                case 't' -> type = xml.attributeValue(i);
                case 's' -> style = xml.attributeValue(i);
                default -> {}
            }
        }
        boolean placed = column >= 0 && column < columns && !(column < seen.length && seen[column]);
        boolean formula = readContent();
        if (!placed) {
            refuse(XlsxProblem.CELL_REFERENCE, columns);
            return Math.max(expected, column);
        }
        reserve(column);
        String value = value(type, style, column, problems);
        if (formula) {
            formula(column, value, problems);
        }
        if (!value.isEmpty()) {
            cells[column] = value;
            used = Math.max(used, column + 1);
            rowChars += value.length();
            if (rowChars > limits.rowBytes()) {
                refuse(XlsxProblem.ROW_TOO_LONG, limits.rowBytes());
            }
        }
        return column;
    }

    /** Reads what is inside of a cell into {@link #text} and tells whether it is a formula. */
    private boolean readContent() throws IOException, XmlDefectException {
        text.setLength(0);
        boolean formula = false;
        boolean inValue = false;
        int around = xml.depth();
        for (BoundedXml.Event event = xml.next();
                xml.depth() >= around && event != BoundedXml.Event.DONE;
                event = xml.next()) {
            if (event == BoundedXml.Event.TEXT) {
                if (inValue && !xml.appendText(text, limits.fieldBytes())) {
                    refuse(XlsxProblem.CELL_TOO_LONG, limits.fieldBytes());
                }
            } else if (event == BoundedXml.Event.START) {
                switch (xml.name()) {
                    case "v" -> inValue = true;
                    case "is" -> {
                        if (!RichText.read(xml, text, limits.fieldBytes())) {
                            refuse(XlsxProblem.CELL_TOO_LONG, limits.fieldBytes());
                        }
                    }
                    case "f" -> {
                        formula = true;
                        xml.skipToEnd();
                    }
                    default -> xml.skipToEnd();
                }
            } else {
                inValue = false;
            }
        }
        return formula;
    }

    private String value(String type, @Nullable String style, int column, Consumer<Problem> problems)
            throws IOException {
        if (text.isEmpty()) {
            return "";
        }
        String stored = text.toString();
        String value =
                switch (type) {
                    case "n" -> CellText.number(stored, reading.styles().of(style), reading.from1904());
                    case "s" -> shared(stored);
                    case "inlineStr", "str" -> CellText.unescaped(stored);
                    case "b" -> truth(stored.strip());
                    case "e" -> error(stored, column, problems);
                    // ISO 8601, as written by programs in the strict form of the format.
                    case "d" -> stored.strip();
                    default -> null;
                };
        if (value == null) {
            problems.accept(Problem.of(XlsxProblem.CELL_VALUE, cellPlace(row, column)));
            reading.strings().takeFault().ifPresent(problems);
            return "";
        }
        return value;
    }

    private @Nullable String shared(String stored) throws IOException {
        String digits = stored.strip();
        if (digits.isEmpty() || digits.length() > 9) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return null;
            }
        }
        String found = reading.strings().at(Integer.parseInt(digits));
        if (isTooLong(found)) {
            refuse(XlsxProblem.CELL_TOO_LONG, limits.fieldBytes());
            return "";
        }
        return found;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isTooLong(@Nullable String found) {
        return found == SharedStrings.TOO_LONG;
    }

    private static @Nullable String truth(String stored) {
        return switch (stored) {
            case "1", "true" -> "TRUE";
            case "0", "false" -> "FALSE";
            default -> null;
        };
    }

    private @Nullable String error(String stored, int column, Consumer<Problem> problems) {
        // Error values are a closed list of words such as #N/A or #DIV/0!; anything else is not shown.
        if (!stored.matches("#[A-Z0-9_/]{1,20}[!?]?")) {
            return null;
        }
        problems.accept(Problem.of(XlsxProblem.ERROR_VALUE, cellPlace(row, column), "value", stored));
        return stored;
    }

    private void formula(int column, String value, Consumer<Problem> problems) {
        if (value.isEmpty()) {
            problems.accept(Problem.of(XlsxProblem.FORMULA_WITHOUT_VALUE, cellPlace(row, column)));
        } else {
            formulas.computeIfAbsent(column, first -> new FormulaColumn(row)).count++;
        }
    }

    private void reserve(int column) {
        if (column >= cells.length) {
            int length = Math.min(columns, Math.max(column + 1, cells.length * 2));
            int before = cells.length;
            cells = Arrays.copyOf(cells, length);
            Arrays.fill(cells, before, length, "");
            seen = Arrays.copyOf(seen, length);
        }
        seen[column] = true;
        filled = Math.max(filled, column + 1);
    }

    private void refuse(XlsxProblem kind, int limit) {
        if (refusal == null) {
            refusal = Problem.of(kind, here(), "limit", limit);
        }
    }

    Place place() {
        return Place.in(source);
    }

    private Place here() {
        return row == 0 ? Place.in(source) : Place.in(source, row);
    }

    private Place cellPlace(int at, int column) {
        return new Place(
                Optional.of(source),
                java.util.OptionalLong.of(Math.max(1, at)),
                java.util.OptionalInt.of(column + 1),
                CellReference.letters(column) + Math.max(1, at));
    }

    /** Counts the formulas of a column. */
    private static final class FormulaColumn {

        private final int firstRow;
        private long count;

        FormulaColumn(int firstRow) {
            this.firstRow = firstRow;
        }
    }
}
