package vn.sipas.io.questionnaire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.io.optional.OptionalLibrary;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.xlsx.XlsxWorkbook;

/**
 * XLSForm: the workbook in which forms of KoboToolbox, ODK and others are drawn up, with the sheets {@code survey},
 * {@code choices} and {@code settings}.
 *
 * <p>A survey that was written is read back equal: besides the columns of the standard, the sheets carry
 * {@code sipas_code}, {@code sipas_scale}, {@code sipas_value} and {@code sipas_favour}, which form tools pass over. Writing needs the optional dependency {@code org.dhatim:fastexcel}; reading does not.
 */
public final class XlsForm {

    private XlsForm() {}

    /**
     * Takes a form over.
     *
     * @param file the workbook
     * @param key what the survey is called; empty takes {@code form_id} and {@code version} from the settings
     * @param limits what the workbook may cost
     * @return the survey and everything that could not be taken over; nothing but problems if nothing could
     * @throws IOException if the file cannot be read
     */
    public static Checked<Survey> read(SourceFile file, Optional<SurveyKey> key, SourceLimits limits)
            throws IOException {
        Objects.requireNonNull(key, "key");
        Checked<XlsxWorkbook> opened = XlsxWorkbook.open(file, limits);
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        List<Problem> problems = new ArrayList<>(opened.problems());
        try (XlsxWorkbook workbook = opened.value().get()) {
            FormSheet survey = FormSheet.read(workbook, "survey", problems::add);
            FormSheet choices = FormSheet.read(workbook, "choices", problems::add);
            FormSheet settings = FormSheet.read(workbook, "settings", problems::add);
            if (!survey.present()) {
                problems.add(
                        Problem.of(QuestionnaireProblem.NOT_A_QUESTIONNAIRE, Place.in(file.name()), "what", "XLSForm"));
                return Checked.refused(problems);
            }
            Checked<Survey> read = new XlsFormReader(file.name(), survey, choices, settings).survey(key);
            problems.addAll(read.problems());
            return read.value().isPresent() ? Checked.of(read.value().get(), problems) : Checked.refused(problems);
        }
    }

    /**
     * Writes a survey as a form.
     *
     * @param survey the survey
     * @param output receives the workbook; not closed
     * @throws IOException if writing fails
     * @throws IllegalStateException if fastexcel is not there; the message names what to add
     */
    public static void write(Survey survey, OutputStream output) throws IOException {
        Objects.requireNonNull(survey, "survey");
        OptionalLibrary.FASTEXCEL.require();
        new XlsFormWriter(survey).write(output);
    }
}
