package vn.sipas.io.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.json.tree.BoundedLines;
import vn.sipas.io.json.tree.JsonLimits;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTreeReader;

/**
 * Reads back what {@link TidyTable} wrote, as CSV in any {@link TidyForm} or as newline-delimited JSON.
 *
 * <p>From CSV every field comes back as it was, from JSON numbers come back with the same value. A row that does not fit its
 * columns is set aside with a problem, and reading goes on. At most as many rows are held as the limit allows, and no line of
 * JSON longer than a million bytes. Immutable and safe for use by several threads.
 */
public final class TidyTableReader {

    private static final int MAX_ROWS = 1_000_000;
    private static final int MAX_LINE_BYTES = 1_000_000;

    /** The digits of the smallest and the largest double fit. */
    private static final JsonLimits LIMITS = new JsonLimits(MAX_LINE_BYTES, 4, 1_100);

    private final List<TidyTable.Column> columns;
    private final int maxRows;

    private TidyTableReader(List<TidyTable.Column> columns, int maxRows) {
        this.columns = new TidyTable(columns, List.of()).columns();
        this.maxRows = maxRows;
    }

    /**
     * Makes a reader of up to a million rows.
     *
     * @param columns the columns of the table
     * @return the reader
     */
    public static TidyTableReader of(List<TidyTable.Column> columns) {
        return new TidyTableReader(columns, MAX_ROWS);
    }

    /**
     * Returns this reader with another limit.
     *
     * @param rows the greatest number of rows that are held, in the closed interval [1, 100,000,000]
     * @return the reader
     */
    public TidyTableReader withMaxRows(int rows) {
        if (rows < 1 || rows > 100_000_000) {
            throw new IllegalArgumentException("rows must be in [1, 100000000], was " + rows);
        }
        return new TidyTableReader(columns, rows);
    }

    /**
     * Reads CSV. The columns may stand in another order; others are passed over.
     *
     * @param input the stream, which the caller closes
     * @param source what problems call it
     * @param form how the table was written
     * @return the table with the problems of the rows set aside; nothing but problems if a column is missing
     * @throws IOException if the stream cannot be read
     */
    public Checked<TidyTable> readCsv(InputStream input, String source, TidyForm form) throws IOException {
        Checked<CsvRowReader> opened =
                CsvRowReader.open(input, source, CsvFormat.rfc4180().withDelimiter(form.delimiter()));
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        CsvRowReader reader = opened.value().get();
        List<Problem> missing =
                reader.missing(columns.stream().map(TidyTable.Column::name).toList());
        if (!missing.isEmpty()) {
            return Checked.refused(missing);
        }
        int[] indexes = columns.stream()
                .mapToInt(column -> reader.column(column.name()).orElseThrow())
                .toArray();
        List<Problem> problems = new ArrayList<>(opened.problems());
        List<List<String>> rows = new ArrayList<>();
        for (Optional<CsvRow> row = reader.next(problems::add); row.isPresent(); row = reader.next(problems::add)) {
            if (rows.size() == maxRows) {
                problems.add(Problem.of(TidyProblem.TOO_MANY_ROWS, row.get().place(), "limit", maxRows));
                break;
            }
            List<String> fields = fields(row.get(), indexes, form, problems);
            if (!fields.isEmpty()) {
                rows.add(fields);
            }
        }
        return Checked.of(new TidyTable(columns, rows), problems);
    }

    private List<String> fields(CsvRow row, int[] indexes, TidyForm form, List<Problem> problems) {
        List<String> fields = new ArrayList<>(indexes.length);
        for (int i = 0; i < indexes.length; i++) {
            String field = row.field(indexes[i]);
            if (columns.get(i).kind() != TidyTable.Kind.NUMBER) {
                fields.add(SpreadsheetText.plain(field));
                continue;
            }
            boolean foreign = form.decimalMark() == ',' && field.indexOf('.') >= 0;
            String number = field.replace(form.decimalMark(), '.');
            if (foreign || !TidyTable.isNumber(number)) {
                problems.add(Problem.of(
                        TidyProblem.NUMBER,
                        row.place(indexes[i]),
                        "column",
                        columns.get(i).name()));
                return List.of();
            }
            fields.add(number);
        }
        return fields;
    }

    /**
     * Reads newline-delimited JSON. Every line has every column, missing values are {@code null}.
     *
     * @param input the stream, which the caller closes
     * @param source what problems call it
     * @return the table with the problems of the lines set aside
     * @throws IOException if the stream cannot be read
     */
    public Checked<TidyTable> readJsonLines(InputStream input, String source) throws IOException {
        BoundedLines lines = new BoundedLines(input, MAX_LINE_BYTES);
        JsonTreeReader json = new JsonTreeReader(LIMITS);
        List<Problem> problems = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        while (lines.next()) {
            Place place = Place.in(source, lines.number());
            if (lines.isTooLong()) {
                problems.add(Problem.of(TidyProblem.LINE_TOO_LONG, place, "limit", MAX_LINE_BYTES));
                continue;
            }
            if (lines.length() == 0) {
                continue;
            }
            if (rows.size() == maxRows) {
                problems.add(Problem.of(TidyProblem.TOO_MANY_ROWS, place, "limit", maxRows));
                break;
            }
            Checked<JsonTree> tree = json.read(Arrays.copyOf(lines.bytes(), lines.length()), place);
            problems.addAll(tree.problems());
            if (tree.value().isPresent()) {
                List<String> fields = fields(tree.value().get(), place, problems);
                if (!fields.isEmpty()) {
                    rows.add(fields);
                }
            }
        }
        return Checked.of(new TidyTable(columns, rows), problems);
    }

    private List<String> fields(JsonTree tree, Place place, List<Problem> problems) {
        List<String> fields = new ArrayList<>(columns.size());
        int known = 0;
        for (TidyTable.Column column : columns) {
            JsonTree value =
                    tree instanceof JsonTree.ObjectTree object ? object.fields().get(column.name()) : null;
            String field = value == null ? null : field(value, column.kind());
            if (field == null) {
                problems.add(Problem.of(TidyProblem.LINE, place.withPath(column.name()), "column", column.name()));
                return List.of();
            }
            known++;
            fields.add(field);
        }
        if (tree instanceof JsonTree.ObjectTree object && object.fields().size() > known) {
            problems.add(Problem.of(
                    TidyProblem.FIELD_UNKNOWN, place, "count", object.fields().size() - known));
            return List.of();
        }
        return fields;
    }

    /** Returns the field as a table holds it; null if the value is of another kind. */
    private static @Nullable String field(JsonTree value, TidyTable.Kind kind) {
        return switch (kind) {
            case TEXT -> value instanceof JsonTree.TextTree text ? text.text() : null;
            case FLAGS -> flags(value);
            case NUMBER -> number(value);
        };
    }

    private static @Nullable String number(JsonTree value) {
        if (value instanceof JsonTree.NumberTree number) {
            String text = number.number().toString();
            return TidyTable.isNumber(text) ? text : null;
        }
        if (value instanceof JsonTree.NullTree) {
            return "";
        }
        boolean infinite =
                value instanceof JsonTree.TextTree text && text.text().matches("-?Inf");
        return infinite ? ((JsonTree.TextTree) value).text() : null;
    }

    private static @Nullable String flags(JsonTree value) {
        if (!(value instanceof JsonTree.ArrayTree array)
                || !array.elements().stream().allMatch(JsonTree.TextTree.class::isInstance)) {
            return null;
        }
        return array.elements().stream()
                .map(element -> ((JsonTree.TextTree) element).text())
                .collect(Collectors.joining(" "));
    }
}
