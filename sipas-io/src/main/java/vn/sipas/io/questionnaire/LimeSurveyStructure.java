package vn.sipas.io.questionnaire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
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
 * Structure files of LimeSurvey: {@code .lss}, of the older layout with texts in the tables of questions and of the newer
 * one with texts in tables of their own; the structure inside an archive ({@code .lsa}); and the tab-separated
 * {@code .txt}.
 *
 * <p>Sub-questions get the code {@code question.subquestion}, which is how responses exported by LimeSurvey are read.
 */
public final class LimeSurveyStructure {

    private static final int HEAD = 256;

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
        byte[] head = file.head(HEAD);
        if (LssTabs.isTabs(head)) {
            try (InputStream input = file.open()) {
                Checked<LssTables> tabs = LssTabs.read(input, file.name(), limits);
                return tabs.value().isEmpty()
                        ? Checked.refused(tabs.problems())
                        : withNotes(new LssReader(file.name(), tabs.value().get()).survey(key), tabs.problems());
            }
        }
        try (InputStream input = structure(file, head, limits)) {
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

    /** The file itself, or the structure inside an archive ({@code .lsa}), within the limits on archives. */
    private static InputStream structure(SourceFile file, byte[] head, SourceLimits limits) throws IOException {
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K' || head[2] != 3 || head[3] != 4) {
            return file.open();
        }
        ZipInputStream archive = new ZipInputStream(file.open());
        int entries = 0;
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (++entries > limits.entries()) {
                break;
            }
            if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".lss")) {
                return archive;
            }
        }
        archive.close();
        throw new ZipException("no structure in the archive");
    }

    private static Checked<Survey> withNotes(Checked<Survey> read, List<Problem> notes) {
        List<Problem> all = new ArrayList<>(notes);
        all.addAll(read.problems());
        return read.value().isEmpty()
                ? Checked.refused(all)
                : Checked.of(read.value().get(), all);
    }
}
