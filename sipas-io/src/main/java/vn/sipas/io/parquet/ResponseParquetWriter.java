package vn.sipas.io.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.csv.OpenText;
import vn.sipas.io.csv.ResponseHeadings;
import vn.sipas.io.progress.WriteSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * Writes responses as Parquet, one row a response.
 *
 * <p>The first columns describe the response ({@link ResponseHeadings}); then every question has a column, and a second one
 * with {@code .missing} behind its name. A rating is the value of its level, a single choice its code, a multiple choice a
 * list of codes, a number the nearest double. Where there is no answer the column is null and the second one says
 * {@code not-asked}, {@code blank}, {@code dont-know} or {@code refused}. Words that respondents wrote are left out unless
 * {@link #open} is told otherwise, because they may name people.
 *
 * <p>Rows are collected in a temporary file, so that any number of responses can be written. Not safe for use by several
 * threads.
 */
public final class ResponseParquetWriter implements AutoCloseable {

    private final Survey survey;
    private final OpenText openText;
    private final ResponseHeadings headings;
    private final ParquetFile file;
    private final OutputStream output;
    private long written;

    private ResponseParquetWriter(
            Survey survey, OpenText openText, ResponseHeadings headings, ParquetFile file, OutputStream output) {
        this.survey = survey;
        this.openText = openText;
        this.headings = headings;
        this.file = file;
        this.output = output;
    }

    /**
     * Starts a file.
     *
     * @param output where to write when the file is finished; the caller closes it
     * @param survey the survey that was answered
     * @param groups the names of the bands that may occur, in the order of their columns
     * @param openText what becomes of the words that respondents wrote
     * @return the writer
     * @throws IOException if no temporary file can be made
     * @throws IllegalStateException if DuckDB is not there
     */
    public static ResponseParquetWriter open(OutputStream output, Survey survey, List<String> groups, OpenText openText)
            throws IOException {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(openText, "openText");
        ResponseHeadings headings = ResponseHeadings.of(groups);
        List<ParquetColumn> columns = new ArrayList<>();
        for (String heading : headings.headings()) {
            columns.add(new ParquetColumn(
                    heading,
                    switch (heading) {
                        case "revision" -> ParquetColumn.Type.WHOLE;
                        case "day" -> ParquetColumn.Type.DAY;
                        case "weight" -> ParquetColumn.Type.DOUBLE;
                        default -> ParquetColumn.Type.TEXT;
                    }));
        }
        for (Question question : survey.questions()) {
            String heading = ResponseHeadings.ofQuestion(question.code());
            if (isWritten(question, openText)) {
                columns.add(new ParquetColumn(heading, type(question)));
            }
            columns.add(new ParquetColumn(heading + ".missing", ParquetColumn.Type.TEXT));
        }
        return new ResponseParquetWriter(survey, openText, headings, ParquetFile.of(columns), output);
    }

    private static boolean isWritten(Question question, OpenText openText) {
        return openText == OpenText.WRITTEN || !(question instanceof OpenTextQuestion);
    }

    private static ParquetColumn.Type type(Question question) {
        if (question instanceof RatingQuestion) {
            return ParquetColumn.Type.WHOLE;
        }
        if (question instanceof NumberQuestion) {
            return ParquetColumn.Type.DOUBLE;
        }
        return question instanceof MultipleChoiceQuestion ? ParquetColumn.Type.CODES : ParquetColumn.Type.TEXT;
    }

    /**
     * Writes a response.
     *
     * @param response a response to the survey
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if it answers another survey or a question that the survey lacks, or has a band
     *     without a column
     */
    public void write(Response response) throws IOException {
        ResponseHeadings.requireAnswers(survey, response);
        List<@Nullable String> values = new ArrayList<>();
        for (String value : headings.values(response)) {
            values.add(value.isEmpty() ? null : value);
        }
        for (Question question : survey.questions()) {
            Answer answer = response.answer(question.code());
            if (isWritten(question, openText)) {
                values.add(value(answer));
            }
            values.add(
                    answer instanceof Answer.NoAnswer none
                            ? none.name().toLowerCase(Locale.ROOT).replace('_', '-')
                            : null);
        }
        file.write(values);
        written++;
    }

    private static @Nullable String value(Answer answer) {
        if (answer instanceof Answer.Rated rated) {
            return Integer.toString(rated.value());
        }
        if (answer instanceof Answer.Selected selected) {
            return selected.code();
        }
        if (answer instanceof Answer.SelectedAll selected) {
            return String.join(";", selected.codes());
        }
        if (answer instanceof Answer.Written written) {
            return written.text();
        }
        return answer instanceof Answer.Quantity quantity ? quantity.number().toString() : null;
    }

    /**
     * Turns what was collected into Parquet and writes it to the output; without this, {@link #close()} leaves no trace.
     *
     * @throws IOException if writing fails
     */
    public void finish() throws IOException {
        finish(ProgressListener.none());
    }

    /**
     * Does what {@link #finish()} does.
     *
     * @param progress hears how many responses there are and how many bytes were written, and may end the call
     *     before DuckDB starts and before anything is written
     * @throws IOException if writing fails
     * @throws CancellationException if {@code progress} ends the call; nothing was written then
     */
    public void finish(ProgressListener progress) throws IOException {
        WriteSteps steps = new WriteSteps(progress, output);
        steps.rows(written);
        file.finish(output, steps);
    }

    /**
     * Removes the temporary files. The output stays open.
     *
     * @throws IOException if they cannot be removed
     */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
