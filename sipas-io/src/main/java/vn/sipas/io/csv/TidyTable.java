package vn.sipas.io.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import vn.sipas.io.progress.WriteSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * A result table whose columns are the same whatever the data, one observation a row, for spreadsheets, data frames and
 * programs.
 *
 * <p>Numbers are given in their shortest form that reads back as the same value; what does not exist is an empty field in
 * CSV and {@code null} in JSON, never 0. In text columns of a CSV file, text that a spreadsheet would take for a formula
 * gets an apostrophe in front ({@link SpreadsheetText}). Immutable and safe for use by several threads.
 *
 * @param columns the columns, at least one, with unique names
 * @param rows the rows, each with one field a column
 */
public record TidyTable(List<Column> columns, List<List<String>> rows) {

    /** What a column holds. */
    public enum Kind {
        /** Text, such as the name of a group. */
        TEXT,
        /** A number as Java writes it, {@code Inf}, {@code -Inf}, or nothing. */
        NUMBER,
        /** Words joined by spaces. */
        FLAGS
    }

    /**
     * A column.
     *
     * @param name its name, not blank
     * @param kind what it holds
     */
    public record Column(String name, Kind kind) {

        public Column {
            Objects.requireNonNull(kind, "kind");
            if (name.isBlank()) {
                throw new IllegalArgumentException("name must not be blank");
            }
        }
    }

    /** The columns of a table of estimates, whatever the data. */
    public static final List<Column> ESTIMATE_COLUMNS = List.of(
            new Column("group", Kind.TEXT),
            new Column("indicator", Kind.TEXT),
            new Column("statistic", Kind.TEXT),
            new Column("estimate", Kind.NUMBER),
            new Column("standard_error", Kind.NUMBER),
            new Column("df", Kind.NUMBER),
            new Column("lower", Kind.NUMBER),
            new Column("upper", Kind.NUMBER),
            new Column("level", Kind.NUMBER),
            new Column("interval", Kind.TEXT),
            new Column("n", Kind.NUMBER),
            new Column("n_eff", Kind.NUMBER),
            new Column("deff", Kind.NUMBER),
            new Column("flags", Kind.FLAGS));

    private static final Pattern DECIMAL =
            Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?|-?Inf");

    public TidyTable {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("columns must not be empty");
        }
        HashSet<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("columns must have unique names, \"" + column.name() + "\" repeats");
            }
        }
        List<List<String>> copy = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "rows must have " + columns.size() + " fields each, one has " + row.size());
            }
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).kind() == Kind.NUMBER && !isNumber(row.get(i))) {
                    throw new IllegalArgumentException(
                            "rows must hold numbers in \"" + columns.get(i).name() + "\"");
                }
            }
            copy.add(List.copyOf(row));
        }
        rows = List.copyOf(copy);
    }

    /**
     * Makes a table of estimates with the columns {@code group,indicator,statistic,estimate,standard_error,df,lower,upper,
     * level,interval,n,n_eff,deff,flags}.
     *
     * @param rows the rows, fourteen fields each, such as those of {@link vn.sipas.core.estimate.EstimateTable#rows()}
     * @return the table
     */
    public static TidyTable ofEstimates(List<List<String>> rows) {
        return new TidyTable(ESTIMATE_COLUMNS, rows);
    }

    /**
     * Tells whether a field can stand in a column of numbers.
     *
     * @param field the field
     * @return whether it is empty, a number as JSON writes it, {@code Inf} or {@code -Inf}
     */
    public static boolean isNumber(String field) {
        return field.isEmpty() || DECIMAL.matcher(field).matches();
    }

    /**
     * Writes the table as CSV in UTF-8 with LF and without a byte order mark.
     *
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     */
    public void writeCsv(OutputStream output) throws IOException {
        writeCsv(output, TidyForm.PLAIN);
    }

    /**
     * Writes the table as CSV in UTF-8.
     *
     * @param output where to write; flushed, not closed
     * @param form delimiter, decimal mark, line end and byte order mark
     * @throws IOException if writing fails
     */
    public void writeCsv(OutputStream output, TidyForm form) throws IOException {
        writeCsv(output, form, ProgressListener.none());
    }

    /**
     * Writes the table as CSV in UTF-8.
     *
     * @param output where to write; flushed, not closed
     * @param form delimiter, decimal mark, line end and byte order mark
     * @param progress hears how far the table is and may end the call
     * @throws IOException if writing fails
     * @throws CancellationException if {@code progress} ends the call
     */
    public void writeCsv(OutputStream output, TidyForm form, ProgressListener progress) throws IOException {
        writeCsv(output, form, true, new WriteSteps(progress, output));
    }

    /**
     * Writes the rows as CSV like {@link #writeCsv(OutputStream)} but without the header, below a table of the same columns.
     *
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     */
    public void appendCsv(OutputStream output) throws IOException {
        appendCsv(output, TidyForm.PLAIN);
    }

    /**
     * Writes the rows as CSV like {@link #writeCsv(OutputStream, TidyForm)} but without byte order mark and header, below a
     * table of the same columns.
     *
     * @param output where to write; flushed, not closed
     * @param form the form of the table above
     * @throws IOException if writing fails
     */
    public void appendCsv(OutputStream output, TidyForm form) throws IOException {
        writeCsv(output, form, false, new WriteSteps(ProgressListener.none(), output));
    }

    private void writeCsv(OutputStream output, TidyForm form, boolean header, WriteSteps steps) throws IOException {
        BufferedWriter text =
                new BufferedWriter(new OutputStreamWriter(steps.output(), StandardCharsets.UTF_8), 1 << 16);
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(form.delimiter())
                .lineDelimiter(LineDelimiter.of(form.lineEnd()))
                .build(text);
        if (header && form.hasByteOrderMark()) {
            text.write('\ufeff');
        }
        try {
            if (header) {
                csv.writeRecord(columns.stream().map(Column::name).toList());
            }
            for (List<String> row : rows) {
                List<String> fields = new ArrayList<>(row.size());
                for (int i = 0; i < row.size(); i++) {
                    boolean number = columns.get(i).kind() == Kind.NUMBER;
                    fields.add(number ? row.get(i).replace('.', form.decimalMark()) : SpreadsheetText.safe(row.get(i)));
                }
                csv.writeRecord(fields);
                steps.row();
            }
            csv.flush();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        text.flush();
        steps.end();
    }

    /**
     * Writes the table as a JSON array with one object a row, in UTF-8. Numbers are JSON numbers with the digits they have
     * here; infinite ones are the strings {@code "Inf"} and {@code "-Inf"}; flags are an array of strings.
     *
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     */
    public void writeJson(OutputStream output) throws IOException {
        writeJson(output, ProgressListener.none());
    }

    /**
     * Writes the table like {@link #writeJson(OutputStream)}.
     *
     * @param output where to write; flushed, not closed
     * @param progress hears how far the table is and may end the call
     * @throws IOException if writing fails
     * @throws CancellationException if {@code progress} ends the call
     */
    public void writeJson(OutputStream output, ProgressListener progress) throws IOException {
        WriteSteps steps = new WriteSteps(progress, output);
        JsonGenerator json = new JsonFactory().createGenerator(steps.output());
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartArray();
        for (List<String> row : rows) {
            json.writeRaw("\n");
            writeObject(json, row);
            steps.row();
        }
        json.writeRaw("\n");
        json.writeEndArray();
        json.close();
        output.flush();
        steps.end();
    }

    /**
     * Writes the table as newline-delimited JSON, one object a line with the fields of {@link #writeJson(OutputStream)}, in UTF-8 with LF;
     * {@link TidyTableReader#readJsonLines} is the inverse. Tables of the same columns may be written one below the other.
     *
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     */
    public void writeJsonLines(OutputStream output) throws IOException {
        writeJsonLines(output, ProgressListener.none());
    }

    /**
     * Writes the table like {@link #writeJsonLines(OutputStream)}.
     *
     * @param output where to write; flushed, not closed
     * @param progress hears how far the table is and may end the call
     * @throws IOException if writing fails
     * @throws CancellationException if {@code progress} ends the call
     */
    public void writeJsonLines(OutputStream output, ProgressListener progress) throws IOException {
        WriteSteps steps = new WriteSteps(progress, output);
        JsonGenerator json = new JsonFactory().createGenerator(steps.output());
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setRootValueSeparator(null);
        for (List<String> row : rows) {
            writeObject(json, row);
            json.writeRaw('\n');
            steps.row();
        }
        json.close();
        output.flush();
        steps.end();
    }

    private void writeObject(JsonGenerator json, List<String> row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
            json.writeFieldName(columns.get(i).name());
            writeValue(json, columns.get(i).kind(), row.get(i));
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, Kind kind, String field) throws IOException {
        if (kind == Kind.FLAGS) {
            json.writeStartArray();
            for (String flag : field.split(" ", -1)) {
                if (!flag.isEmpty()) {
                    json.writeString(flag);
                }
            }
            json.writeEndArray();
        } else if (kind == Kind.TEXT || field.endsWith("Inf")) {
            json.writeString(field);
        } else if (field.isEmpty()) {
            json.writeNull();
        } else {
            json.writeNumber(field);
        }
    }
}
