package vn.sipas.io.questionnaire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.xml.XmlDefectException;
import vn.sipas.io.xml.XmlLimits;

/**
 * Structure files ({@code .lss}) of LimeSurvey, of the older layout with texts in the tables of questions and of the newer
 * one with texts in tables of their own.
 *
 * <p>Sub-questions get the code {@code question.subquestion}, which is how responses exported by LimeSurvey are read.
 */
public final class LimeSurveyStructure {

    private LimeSurveyStructure() {}

    /**
     * Takes a survey over.
     *
     * @param file the structure file
     * @param key what the survey is called; empty takes the number that LimeSurvey gave it
     * @param limits what the file may cost
     * @return the survey and everything that could not be taken over; nothing but problems if nothing could
     * @throws IOException if the file cannot be read
     */
    public static Checked<Survey> read(SourceFile file, Optional<SurveyKey> key, SourceLimits limits)
            throws IOException {
        Objects.requireNonNull(key, "key");
        Place place = Place.in(file.name());
        XmlLimits xmlLimits = new XmlLimits(Math.max(1 << 20, limits.fieldBytes()), Math.max(8, limits.nesting()));
        try (InputStream input = file.open()) {
            LssTables tables = LssTables.read(input, xmlLimits);
            if (!tables.isSurvey()) {
                return Checked.refused(
                        Problem.of(QuestionnaireProblem.NOT_A_QUESTIONNAIRE, place, "what", "LimeSurvey .lss"));
            }
            return new LssReader(file.name(), tables).survey(key);
        } catch (XmlDefectException defect) {
            return Checked.refused(
                    Problem.of(QuestionnaireProblem.BROKEN, Place.in(file.name(), defect.line(), defect.column())));
        } catch (ZipException | EOFException broken) {
            return Checked.refused(Problem.of(QuestionnaireProblem.BROKEN, place));
        }
    }
}
