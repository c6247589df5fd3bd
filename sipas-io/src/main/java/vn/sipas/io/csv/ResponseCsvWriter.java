package vn.sipas.io.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.Survey;

/**
 * Writes the responses to one survey as delimited text in UTF-8 with LF.
 *
 * <p>Columns: {@code id,survey,revision,unit,service_point,wave,day,mode,assurance,procedure,field,receiving_unit,
 * competent_unit}, one {@code group.NAME} for each band, {@code weight,stratum,psu}, and then in the wide layout one column
 * for each question, in the long layout {@code question,answer}. A question whose code is the name of another column is
 * headed {@code answer.CODE}. Ratings and choices are written as codes, several choices joined by {@code ;}, the ways of not
 * answering as in {@link MissingCode}, days as ISO 8601. Free text that a spreadsheet would take for a formula is protected
 * as in {@link SpreadsheetText}. {@link ResponseCsvReader} reads it all back.
 *
 * <p>Not safe for use by several threads.
 */
public final class ResponseCsvWriter implements AutoCloseable {

    private final Survey survey;
    private final ResponseLayout layout;
    private final ResponseHeadings headings;
    private final BufferedWriter text;
    private final CsvWriter csv;

    private ResponseCsvWriter(
            Survey survey, ResponseLayout layout, ResponseHeadings headings, BufferedWriter text, CsvWriter csv) {
        this.survey = survey;
        this.layout = layout;
        this.headings = headings;
        this.text = text;
        this.csv = csv;
    }

    /**
     * Starts a table and writes its header.
     *
     * @param output where to write; the caller closes it
     * @param survey the survey that was answered
     * @param layout wide or long
     * @param groups the names of the bands that may occur, in the order of their columns
     * @return the writer
     * @throws IOException if writing fails
     */
    public static ResponseCsvWriter open(OutputStream output, Survey survey, ResponseLayout layout, List<String> groups)
            throws IOException {
        Objects.requireNonNull(layout, "layout");
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        ResponseHeadings described = ResponseHeadings.of(groups);
        ResponseCsvWriter writer = new ResponseCsvWriter(survey, layout, described, text, csv);
        List<String> headings = new ArrayList<>(described.headings());
        if (layout == ResponseLayout.WIDE) {
            survey.questions().forEach(question -> headings.add(ResponseHeadings.ofQuestion(question.code())));
        } else {
            headings.add(ResponseColumns.QUESTION);
            headings.add(ResponseColumns.ANSWER);
        }
        writer.writeRecord(headings);
        return writer;
    }

    /**
     * Writes a response.
     *
     * @param response a response to the survey
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if it answers another survey, a question that the survey lacks or an answer of the
     *     wrong kind, or has a band without a column
     */
    public void write(Response response) throws IOException {
        ResponseHeadings.requireAnswers(survey, response);
        List<String> fields = new ArrayList<>();
        headings.values(response).forEach(value -> fields.add(SpreadsheetText.safe(value)));
        if (layout == ResponseLayout.WIDE) {
            for (Question question : survey.questions()) {
                fields.add(AnswerText.write(question, response.answer(question.code())));
            }
            writeRecord(fields);
            return;
        }
        int described = fields.size();
        for (Question question : survey.questions()) {
            fields.add(question.code());
            fields.add(AnswerText.write(question, response.answer(question.code())));
            writeRecord(fields);
            fields.subList(described, fields.size()).clear();
        }
    }

    private void writeRecord(List<String> fields) throws IOException {
        try {
            csv.writeRecord(fields);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /**
     * Passes everything on to the output, which stays open.
     *
     * @throws IOException if writing fails
     */
    @Override
    public void close() throws IOException {
        csv.flush();
        text.flush();
    }
}
