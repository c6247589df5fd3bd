package vn.sipas.io.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.ReadReport;
import vn.sipas.io.progress.CountedInput;
import vn.sipas.io.progress.ProgressSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * Reads the responses to one survey from delimited text as {@link ResponseCsvWriter} writes it.
 *
 * <p>Needed are the columns {@code id}, {@code unit} and {@code wave}, and in the long layout {@code question} and {@code
 * answer}; all others may be missing. A missing {@code survey} column means the survey that the reader was made for. Every
 * problem has file, line and column. A field that only adds to the response (an answer, the day, the mode) is left out when
 * it is wrong, and the row counts as changed; without a usable id, unit, wave or weight the row is set aside. In the long
 * layout the rows of a response follow one another, and each option of a multiple choice may have a row. Text comes out in Unicode normalisation form C.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ResponseCsvReader {

    private final Survey survey;
    private final ResponseLayout layout;
    private final CsvFormat format;
    private final Predicate<UnitCode> knownUnit;
    private final ProgressListener progress;

    private ResponseCsvReader(
            Survey survey,
            ResponseLayout layout,
            CsvFormat format,
            Predicate<UnitCode> knownUnit,
            ProgressListener progress) {
        this.survey = survey;
        this.layout = layout;
        this.format = format;
        this.knownUnit = knownUnit;
        this.progress = progress;
    }

    /**
     * Makes a reader of wide tables that accepts every unit.
     *
     * @param survey the survey that was answered
     * @return the reader
     */
    public static ResponseCsvReader of(Survey survey) {
        return new ResponseCsvReader(
                Objects.requireNonNull(survey, "survey"),
                ResponseLayout.WIDE,
                CsvFormat.rfc4180(),
                unit -> true,
                ProgressListener.none());
    }

    /**
     * Returns this reader with another layout.
     *
     * @param newLayout wide or long
     * @return the reader
     */
    public ResponseCsvReader withLayout(ResponseLayout newLayout) {
        return new ResponseCsvReader(
                survey, Objects.requireNonNull(newLayout, "newLayout"), format, knownUnit, progress);
    }

    /**
     * Returns this reader with another delimiter or other limits.
     *
     * @param newFormat the format
     * @return the reader
     */
    public ResponseCsvReader withFormat(CsvFormat newFormat) {
        return new ResponseCsvReader(
                survey, layout, Objects.requireNonNull(newFormat, "newFormat"), knownUnit, progress);
    }

    /**
     * Returns this reader with a register of units; rows of other units are set aside.
     *
     * @param known tells whether a unit is known
     * @return the reader
     */
    public ResponseCsvReader withKnownUnits(Predicate<UnitCode> known) {
        return new ResponseCsvReader(survey, layout, format, Objects.requireNonNull(known, "known"), progress);
    }

    /**
     * Returns this reader with a listener, which may cancel.
     *
     * @param listener hears how far the reading is, every thousand rows and at the end
     * @return the reader
     */
    public ResponseCsvReader withProgress(ProgressListener listener) {
        return new ResponseCsvReader(survey, layout, format, knownUnit, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param responses receives the responses in the order of the file
     * @param problems receives the problems in the order of the file
     * @return the account of the rows; nothing but problems if the file has no usable header
     * @throws IOException if the file cannot be read
     */
    public Checked<ReadReport> read(Path file, Consumer<Response> responses, Consumer<Problem> problems)
            throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return read(input, file.toString(), responses, problems);
        }
    }

    /**
     * Reads a stream, which is not closed.
     *
     * @param input the stream
     * @param source what problems call it
     * @param responses receives the responses in the order of the stream
     * @param problems receives the problems in the order of the stream
     * @return the account of the rows; nothing but problems if the stream has no usable header
     * @throws IOException if the stream cannot be read
     */
    public Checked<ReadReport> read(
            InputStream input, String source, Consumer<Response> responses, Consumer<Problem> problems)
            throws IOException {
        CountedInput counted = new CountedInput(input);
        Checked<CsvRowReader> opened = CsvRowReader.open(counted, source, format);
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        return read(opened.value().get(), source, responses, problems, counted::count);
    }

    /**
     * Reads any table with the same headings. A listener hears of rows and problems; the bytes of a table nobody counts, they
     * are 0.
     *
     * @param rows the table, at its first row
     * @param source what the account calls it
     * @param responses receives the responses in the order of the rows
     * @param problems receives the problems in the order of the rows
     * @return the account of the rows; nothing but problems if a needed column is missing
     * @throws IOException if the table cannot be read
     */
    public Checked<ReadReport> read(
            RowSource rows, String source, Consumer<Response> responses, Consumer<Problem> problems)
            throws IOException {
        return read(rows, source, responses, problems, () -> 0);
    }

    private Checked<ReadReport> read(
            RowSource rows, String source, Consumer<Response> responses, Consumer<Problem> problems, LongSupplier bytes)
            throws IOException {
        List<String> needed = new ArrayList<>(List.of(ResponseColumns.ID, ResponseColumns.UNIT, ResponseColumns.WAVE));
        if (layout == ResponseLayout.LONG) {
            needed.add(ResponseColumns.QUESTION);
            needed.add(ResponseColumns.ANSWER);
        }
        List<Problem> missing = rows.missing(needed);
        if (!missing.isEmpty()) {
            return Checked.refused(missing);
        }
        ResponseRows run = new ResponseRows(
                survey, layout, knownUnit, rows, responses, problems, new ProgressSteps(progress, bytes));
        return Checked.of(run.read(source));
    }
}
