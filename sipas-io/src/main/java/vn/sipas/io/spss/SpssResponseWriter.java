package vn.sipas.io.spss;

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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.csv.OpenText;
import vn.sipas.io.csv.ResponseHeadings;

/**
 * Writes responses as a data file of numbers, and the syntax that reads it in SPSS or PSPP.
 *
 * <p>A rating is the value of its level, a choice its code if all codes of the question are whole numbers and else its
 * position from 1, each option of a multiple choice a variable of 0 and 1, and all options a multiple response set. A blank answer is system-missing; "not asked",
 * "does not know" and "refused" are three user-missing codes, {@code -9999} to {@code -9997} or below the least number that
 * the question accepts. Labels are cut to the 255 and 120 bytes that SPSS allows, line ends in texts become spaces. Words that
 * respondents wrote are left out unless {@link #open} is told otherwise, because they may name people.
 *
 * <p>Write the data first and then take the {@link #syntax}, which knows how wide the texts are. Not safe for use by several
 * threads.
 */
public final class SpssResponseWriter implements AutoCloseable {

    /** The variables of a multiple choice, which tables count together. */
    private record ResponseSet(String name, LocalizedText label, List<String> variables) {}

    private static final Map<String, LocalizedText> DESCRIBED = Map.ofEntries(
            Map.entry("id", LocalizedText.of("Mã phiếu", "Response id")),
            Map.entry("survey", LocalizedText.of("Phiếu khảo sát", "Survey")),
            Map.entry("revision", LocalizedText.of("Phiên bản phiếu", "Revision of the survey")),
            Map.entry("unit", LocalizedText.of("Mã đơn vị", "Unit")),
            Map.entry("service_point", LocalizedText.of("Quầy, bàn", "Counter or desk")),
            Map.entry("wave", LocalizedText.of("Đợt khảo sát", "Wave")),
            Map.entry("day", LocalizedText.of("Ngày", "Day")),
            Map.entry("mode", LocalizedText.of("Hình thức thu thập", "Mode of collection")),
            Map.entry("assurance", LocalizedText.of("Mức gắn với lượt giao dịch", "Binding to a visit")),
            Map.entry("procedure", LocalizedText.of("Thủ tục", "Procedure")),
            Map.entry("field", LocalizedText.of("Lĩnh vực", "Field")),
            Map.entry("receiving_unit", LocalizedText.of("Nơi tiếp nhận", "Receiving unit")),
            Map.entry("competent_unit", LocalizedText.of("Nơi giải quyết", "Competent unit")),
            Map.entry("weight", LocalizedText.of("Quyền số thiết kế", "Design weight")),
            Map.entry("stratum", LocalizedText.of("Tầng", "Stratum")),
            Map.entry("psu", LocalizedText.of("Đơn vị mẫu cấp một", "Primary sampling unit")));

    private final Survey survey;
    private final List<SpssVariable> variables;
    private final List<ResponseSet> sets;
    private final BufferedWriter text;
    private final CsvWriter csv;

    private SpssResponseWriter(
            Survey survey, List<SpssVariable> variables, List<ResponseSet> sets, BufferedWriter text) {
        this.sets = sets;
        this.survey = survey;
        this.variables = variables;
        this.text = text;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    }

    /**
     * Starts a data file and writes its header, in UTF-8 with LF.
     *
     * @param output where to write; the caller closes it
     * @param survey the survey that was answered
     * @param groups the names of the bands that may occur, in the order of their columns
     * @param openText what becomes of the words that respondents wrote
     * @return the writer
     * @throws IOException if writing fails
     */
    public static SpssResponseWriter open(OutputStream output, Survey survey, List<String> groups, OpenText openText)
            throws IOException {
        Objects.requireNonNull(openText, "openText");
        SpssNames names = new SpssNames();
        ResponseHeadings headings = ResponseHeadings.of(groups);
        List<SpssVariable> variables = new ArrayList<>();
        List<ResponseSet> sets = new ArrayList<>();
        SpssNames setNames = new SpssNames();
        for (int i = 0; i < headings.headings().size(); i++) {
            int index = i;
            String heading = headings.headings().get(i);
            LocalizedText label = DESCRIBED.getOrDefault(heading, LocalizedText.same(heading));
            boolean number = heading.equals("weight") || heading.equals("revision");
            variables.add(
                    number
                            ? SpssVariable.number(names.of(heading), label, response -> headings.values(response)
                                    .get(index))
                            : SpssVariable.text(names.of(heading), label, response -> headings.values(response)
                                    .get(index)));
        }
        for (Question question : survey.questions()) {
            if (openText == OpenText.WRITTEN || !(question instanceof OpenTextQuestion)) {
                List<SpssVariable> those = SpssVariable.of(question, names);
                variables.addAll(those);
                if (question instanceof MultipleChoiceQuestion && those.size() > 1) {
                    sets.add(new ResponseSet(
                            setNames.of(question.code()),
                            question.text(),
                            those.stream().map(SpssVariable::name).toList()));
                }
            }
        }
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16);
        SpssResponseWriter writer = new SpssResponseWriter(survey, List.copyOf(variables), List.copyOf(sets), text);
        writer.record(variables.stream().map(SpssVariable::name).toList());
        return writer;
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
        List<String> fields = new ArrayList<>(variables.size());
        for (SpssVariable variable : variables) {
            fields.add(variable.field(response));
        }
        record(fields);
    }

    /**
     * Returns the syntax for what has been written so far.
     *
     * @param dataFile the name of the data file as SPSS will find it
     * @param language the language of the labels
     * @return the syntax, in lines ended by line feeds
     */
    public String syntax(String dataFile, Language language) {
        StringBuilder syntax = new StringBuilder("* Encoding: UTF-8.\n");
        comment(syntax, survey.title().in(language) + " – " + survey.key());
        syntax.append("SET DECIMAL=DOT.\n");
        syntax.append("GET DATA\n  /TYPE=TXT\n  /FILE=")
                .append(SpssText.quoted(dataFile, 255))
                .append("\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  /DELCASE=LINE\n  /FIRSTCASE=2\n")
                .append("  /DELIMITERS=\",\"\n  /QUALIFIER='\"'\n  /VARIABLES=\n");
        variables.forEach(
                variable -> syntax.append("    ").append(variable.declaration()).append('\n'));
        syntax.setLength(syntax.length() - 1);
        syntax.append(".\nVARIABLE LABELS\n");
        syntax.append(variables.stream()
                .map(variable -> "  " + variable.name() + " " + variable.label(language))
                .collect(Collectors.joining("\n")));
        syntax.append(".\n");
        for (SpssVariable variable : variables) {
            if (!variable.valueLabels().isEmpty()) {
                syntax.append("VALUE LABELS ").append(variable.name());
                variable.valueLabels().forEach((value, label) -> syntax.append("\n  ")
                        .append(value)
                        .append(' ')
                        .append(SpssText.quoted(label.in(language), 120)));
                syntax.append(".\nMISSING VALUES ")
                        .append(variable.name())
                        .append(" (")
                        .append(String.join(", ", variable.missingCodes()))
                        .append(").\n");
            }
        }
        variables.stream().filter(variable -> variable.decimals() > 0).forEach(variable -> syntax.append("FORMATS ")
                .append(variable.name())
                .append(" (F20.")
                .append(variable.decimals())
                .append(").\n"));
        sets.forEach(set -> syntax.append("MRSETS\n  /MDGROUP NAME=$")
                .append(set.name())
                .append(" LABEL=")
                .append(SpssText.quoted(set.label().in(language), 255))
                .append(" VARIABLES=")
                .append(String.join(" ", set.variables()))
                .append(" VALUE=1.\n"));
        comment(syntax, "WEIGHT BY weight");
        syntax.append("EXECUTE.\n");
        comment(syntax, "SAVE OUTFILE='responses.sav'");
        return syntax.toString();
    }

    /** A comment ends at a full stop at the end of a line; on one line there is none but the last. */
    private static void comment(StringBuilder syntax, String content) {
        syntax.append("* ").append(SpssText.line(content)).append(".\n");
    }

    private void record(List<String> fields) throws IOException {
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
