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
import java.util.Optional;
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
    private final List<String> groups;
    private final BufferedWriter text;
    private final CsvWriter csv;

    private ResponseCsvWriter(
            Survey survey, ResponseLayout layout, List<String> groups, BufferedWriter text, CsvWriter csv) {
        this.survey = survey;
        this.layout = layout;
        this.groups = groups;
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
        ResponseCsvWriter writer = new ResponseCsvWriter(survey, layout, List.copyOf(groups), text, csv);
        List<String> headings = new ArrayList<>(ResponseColumns.BEFORE_GROUPS);
        writer.groups.forEach(group -> headings.add(ResponseColumns.GROUP_PREFIX + group));
        headings.addAll(ResponseColumns.AFTER_GROUPS);
        if (layout == ResponseLayout.WIDE) {
            survey.questions().forEach(question -> headings.add(ResponseColumns.headingOf(question.code())));
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
        if (!response.survey().equals(survey.key())) {
            throw new IllegalArgumentException(
                    "response must answer " + survey.key() + ", answers " + response.survey());
        }
        for (String code : response.answers().keySet()) {
            if (survey.question(code).isEmpty()) {
                throw new IllegalArgumentException("response answers the unknown question \"" + code + "\"");
            }
        }
        List<String> fields = described(response);
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

    private List<String> described(Response response) {
        List<String> fields = new ArrayList<>();
        fields.add(SpreadsheetText.safe(response.id()));
        fields.add(response.survey().id());
        fields.add(Integer.toString(response.survey().revision()));
        fields.add(response.unit().value());
        fields.add(safe(response.servicePoint()));
        fields.add(SpreadsheetText.safe(response.wave()));
        fields.add(response.day().map(Object::toString).orElse(""));
        fields.add(response.mode().name());
        fields.add(response.assurance().name());
        fields.add(safe(response.transaction().procedure()));
        fields.add(safe(response.transaction().field()));
        fields.add(response.transaction().receivingUnit().map(Object::toString).orElse(""));
        fields.add(response.transaction().competentUnit().map(Object::toString).orElse(""));
        for (String group : groups) {
            fields.add(SpreadsheetText.safe(response.respondentGroups().getOrDefault(group, "")));
        }
        for (String group : response.respondentGroups().keySet()) {
            if (!groups.contains(group)) {
                throw new IllegalArgumentException("groups must name every band, \"" + group + "\" has no column");
            }
        }
        fields.add(Double.toString(response.position().weight()));
        fields.add(safe(response.position().stratum()));
        fields.add(safe(response.position().psu()));
        return fields;
    }

    private static String safe(Optional<String> text) {
        return text.map(SpreadsheetText::safe).orElse("");
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
