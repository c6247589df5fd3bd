package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.io.table.SourceFile;

/** The conventions of LimeSurvey's CSV, one by one. */
class LimeSurveyImportTest {

    private static final String SYSTEM = "id,submitdate,lastpage,startlanguage,seed,startdate,datestamp";
    private static final String CODES = SYSTEM + ",G1,G1[other],F1[SQ001],F1[SQ002],F1[other],S1[A],S1[B],T1[comment],"
            + "interviewtime,groupTime12,G1Time,F1Time\n"
            + "1,2026-03-01 08:00:01,3,vi,11,2026-03-01 07:59:00,2026-03-01 08:00:01,A2,,Y,,,4,5,tốt,61.2,60.1,,\n"
            + "2,2026-03-02 09:30:00,3,vi,12,2026-03-02 09:00:00,2026-03-02 09:30:00,-oth-,khác,,Y,x,2,4,,99.9,80,,\n"
            + "3,,2,vi,13,2026-03-03 09:00:00,2026-03-03 09:10:00,A1,,,,,,,,12.5,12,,\n";

    @Test
    void theSharedExportIsReadWhole() {
        Path file = Path.of(System.getProperty("sipas.sharedData", "absent"), "limesurvey", "codeonly.csv");
        assumeTrue(
                Files.isRegularFile(file), "skipped: the reference data is not beside the checkout (sipas.sharedData)");
        Imported imported = Imported.of(SourceFile.of(file));
        ImportReport report = imported.report();
        assertEquals(SurveyTool.LIMESURVEY, report.detection().tool());
        assertTrue(report.detection().format().orElseThrow().byteOrderMark());
        // counted with Python's csv module: 12 rows of 559 fields below the heading, and an empty last line
        assertEquals("12 = 12 + 0 + 0", imported.sums());
        assertEquals(12 * 559, report.cells().cells());
        assertEquals(559, report.columns().size());
        assertEquals(12, imported.responses.size());
        // counted with Python's csv module: 7 rows have an empty submitdate
        assertEquals(7, report.incomplete());
        long reported = report.columns().stream()
                .filter(column -> column.fate() != ColumnOutcome.Fate.USED)
                .count();
        assertTrue(reported > 0 && imported.codes().get("source.privacy.left-out") > 0, report::toString);
    }

    @Test
    void headingsOfCodesAlone() {
        Imported imported = Imported.of(CODES);
        assertEquals(SurveyTool.LIMESURVEY, imported.report().detection().tool());
        assertEquals("3 = 3 + 0 + 0", imported.sums());
        Response first = imported.responses.get(0);
        assertEquals("1", first.id());
        assertEquals(new Answer.Selected("A2"), first.answer("G1"));
        assertEquals(new Answer.SelectedAll(Set.of("SQ001")), first.answer("F1"));
        assertEquals(
                new Answer.SelectedAll(Set.of("SQ002")),
                imported.responses.get(1).answer("F1"));
    }

    @Test
    void headingsOfCodesAndTexts() {
        Imported imported = Imported.of("id. Response ID,submitdate. Date submitted,lastpage. Last page,"
                + "startlanguage. Start language,seed. Seed,Q1. How satisfied are you?,"
                + "F1[SQ001]. What should improve? [Waiting],F1[SQ002]. What should improve? [Manners],"
                + "interviewtime. Total time\n"
                + "7,2026-03-01 08:00:01,3,en,11,Very satisfied,Yes,No,61\n"
                + "8,2026-03-01 08:00:01,3,en,11,Very dissatisfied,N/A,N/A,61\n");
        assertEquals(SurveyTool.LIMESURVEY, imported.report().detection().tool());
        Response first = imported.responses.get(0);
        assertEquals(new Answer.Rated(5), first.answer("Q1"));
        assertEquals(new Answer.SelectedAll(Set.of("SQ001")), first.answer("F1"));
        assertEquals(Answer.NoAnswer.NOT_ASKED, imported.responses.get(1).answer("F1"));
        Survey survey = imported.report().surveys().get(0);
        assertEquals(
                "How satisfied are you?",
                survey.question("Q1").orElseThrow().text().en());
        MultipleChoiceQuestion options =
                (MultipleChoiceQuestion) survey.question("F1").orElseThrow();
        assertEquals("Manners", options.choices().get(1).label().en());
    }

    @Test
    void headingsOfTextsAlone() {
        Imported imported = Imported.of("Response ID,Date submitted,Last page,Start language,Seed,"
                + "How satisfied are you?,What should improve? [Waiting],What should improve? [Manners],"
                + "What should improve? [Other]\n"
                + "7,2026-03-01 08:00:01,3,en,11,Satisfied,Yes,No,more light\n"
                + "8,2026-03-01 08:00:01,3,en,11,Very dissatisfied,No,No,\n");
        assertEquals(SurveyTool.LIMESURVEY, imported.report().detection().tool());
        assertEquals("7", imported.responses.get(0).id());
        assertEquals(new Answer.Rated(4), imported.responses.get(0).answer("q1"));
        assertEquals(
                new Answer.SelectedAll(Set.of("Waiting")),
                imported.responses.get(0).answer("q2"));
        assertEquals(Answer.NoAnswer.BLANK, imported.responses.get(1).answer("q2"));
        assertEquals(
                ColumnOutcome.Fate.LEFT_OUT,
                imported.column("What should improve? [Other]").fate());
    }

    @Test
    void quotedOrNotWithByteOrderMarkOrNot() {
        String quoted = CODES.lines()
                .map(line -> "\"" + line.replace(",", "\",\"") + "\"")
                .reduce("\ufeff", (left, right) -> left + right + "\r\n");
        Imported imported = Imported.of(quoted + "\r\n");
        assertEquals(Imported.of(CODES).responses, imported.responses);
        assertTrue(imported.report().detection().format().orElseThrow().byteOrderMark());
    }

    @Test
    void semicolonsOfHandEditedFiles() {
        Imported imported = Imported.of(CODES.replace(',', ';'));
        assertEquals(';', imported.report().detection().format().orElseThrow().delimiter());
        assertEquals(Imported.of(CODES).responses, imported.responses);
    }

    @Test
    void anEmptySubmitDateIsAnUnfinishedResponse() {
        Imported kept = Imported.of(CODES);
        assertEquals(1, kept.report().incomplete());
        assertEquals(1, kept.codes().get("source.row.incomplete"));
        assertEquals(
                Optional.of(LocalDate.of(2026, 3, 3)), kept.responses.get(2).day());
        Imported strict = Imported.of(CODES, ImportOptions.detecting().withIncomplete(IncompleteResponses.SET_ASIDE));
        assertEquals("3 = 2 + 0 + 1", strict.sums());
        assertEquals(1, strict.codes().get("source.row.incomplete-set-aside"));
        assertEquals(19, strict.report().cells().setAside());
    }

    @Test
    void timingsAreTheToolsOwn() {
        Imported imported = Imported.of(CODES);
        for (String heading : List.of("interviewtime", "groupTime12", "G1Time", "F1Time", "seed", "lastpage")) {
            assertEquals(ColumnOutcome.Fate.NOT_USED, imported.column(heading).fate(), heading);
        }
    }

    @Test
    void otherAndCommentAreFreeText() {
        Imported imported = Imported.of(CODES);
        for (String heading : List.of("G1[other]", "F1[other]", "T1[comment]")) {
            assertEquals(ColumnOutcome.Fate.LEFT_OUT, imported.column(heading).fate(), heading);
        }
        Imported open = Imported.of(
                CODES,
                ImportOptions.detecting().withPrivacy(PrivacyPolicy.strict().keeping(PersonalData.FREE_TEXT)));
        assertEquals(new Answer.Written("tốt"), open.responses.get(0).answer("T1.comment"));
        assertEquals(new Answer.Written("khác"), open.responses.get(1).answer("G1.other"));
    }

    @Test
    void anonymisedDatesAreNoDays() {
        Imported imported = Imported.of("""
                id,submitdate,lastpage,startlanguage,seed,Q1
                1,1980-01-01 00:00:00,3,vi,1,A1
                2,1980-01-01 00:00:00,3,vi,2,A2
                3,,1,vi,2,A2
                """);
        assertEquals(Optional.empty(), imported.responses.get(0).day());
        assertEquals(1, imported.report().incomplete());
        assertEquals(1, imported.codes().get("source.date.anonymised"));
    }

    @Test
    void notApplicableIsNotBlank() {
        Imported imported = Imported.of("""
                id,submitdate,lastpage,startlanguage,seed,Q1,Q2
                1,2026-01-01 00:00:00,3,vi,1,N/A,Satisfied
                2,2026-01-01 00:00:00,3,vi,2,,Very dissatisfied
                """);
        assertEquals(
                Answer.NoAnswer.NOT_ASKED, imported.responses.get(0).answers().get("Q1"));
        assertFalse(imported.responses.get(1).answers().containsKey("Q1"));
    }

    @Test
    void gridsAndRankingsThatHoldTheSameInEveryRowAreNoTicks() {
        Imported imported = Imported.of("""
                id,submitdate,lastpage,startlanguage,seed,C1[SQ001],C1[SQ002],R1[1],R1[2],N1[SQ001],N1[SQ002],Y1[SQ001],Y1[SQ002],M1[SQ001],M1[SQ002]
                1,2026-01-01 00:00:00,3,vi,1,Satisfied,Very satisfied,A1,A3,1,1,Yes,Yes,Y,
                2,2026-01-01 00:00:00,3,vi,2,Satisfied,Very satisfied,A1,A3,1,,Yes,Yes,Y,
                """);
        assertEquals(new Answer.Rated(4), imported.responses.get(0).answer("C1.SQ001"));
        assertEquals(new Answer.Selected("A3"), imported.responses.get(0).answer("R1.2"));
        assertEquals(
                new Answer.Quantity(BigDecimal.ONE), imported.responses.get(0).answer("N1.SQ001"));
        assertEquals(new Answer.Selected("Yes"), imported.responses.get(0).answer("Y1.SQ001"));
        assertEquals(
                new Answer.SelectedAll(Set.of("SQ001")),
                imported.responses.get(0).answer("M1"));
    }

    @Test
    void headingsOfTextsInFrench() {
        Imported imported = Imported.of("""
                ID de la réponse,Date de soumission,Dernière page,Langue de départ,Tête de série,Adresse IP,URL référente,Canal ? [Guichet],Canal ? [Site],Canal ? [Autre],Satisfait ? [Commentaire]
                1,2026-08-21 10:00:00,4,fr,123456,10.0.0.1,https://a.example/,Oui,Non,,trop lent
                2,2026-08-21 10:05:00,4,fr,123457,10.0.0.2,https://a.example/,Non,Oui,par la poste,
                """);
        assertEquals("1", imported.responses.get(0).id());
        assertEquals(
                List.of("Adresse IP", "URL référente", "Canal ? [Autre]", "Satisfait ? [Commentaire]"),
                imported.report().columns(ColumnOutcome.Fate.LEFT_OUT).stream()
                        .map(ColumnOutcome::heading)
                        .toList());
        assertEquals(
                ColumnOutcome.Fate.NOT_USED, imported.column("Tête de série").fate());
    }

    @Test
    void gridsOfYesAndNoAreNoTicks() {
        Imported imported = Imported.of("""
                id,submitdate,lastpage,startlanguage,seed,C7[SQ001],C7[SQ002]
                1,2026-01-01 00:00:00,3,vi,1,Yes,No
                2,2026-01-01 00:00:00,3,vi,2,,No
                """);
        assertEquals(new Answer.Selected("Yes"), imported.responses.get(0).answer("C7.SQ001"));
    }

    /** No row of the grid shows the whole scale; all together do, and what is no level is no answer. */
    @Test
    void theRowsOfAGridShareTheirScale() {
        Imported imported = Imported.of(SYSTEM + ",C1[SQ001],C1[SQ002],interviewtime\n"
                + "1,2026-03-01 08:00:01,3,en,11,2026-03-01 07:59:00,2026-03-01 08:00:01,Very satisfied,Dissatisfied,9\n"
                + "2,2026-03-02 08:00:01,3,en,12,2026-03-02 07:59:00,2026-03-02 08:00:01,Neither/nor,Does not apply,9\n"
                + "3,2026-03-03 08:00:01,3,en,13,2026-03-03 07:59:00,2026-03-03 08:00:01,Satisfied,"
                + "I don’t want to answer this question,9\n"
                + "4,2026-03-04 08:00:01,3,en,14,2026-03-04 07:59:00,2026-03-04 08:00:01,Very dissatisfied,"
                + "I don't know,9\n");
        assertEquals("4 = 4 + 0 + 0", imported.sums());
        assertEquals(2, imported.codes().get("source.scale.proposed"));
        assertEquals(
                List.of(new Answer.Rated(5), new Answer.Rated(3), new Answer.Rated(4), new Answer.Rated(1)),
                imported.responses.stream()
                        .map(response -> response.answer("C1.SQ001"))
                        .toList());
        assertEquals(
                List.of(
                        new Answer.Rated(2),
                        Answer.NoAnswer.NOT_ASKED,
                        Answer.NoAnswer.REFUSED,
                        Answer.NoAnswer.DONT_KNOW),
                imported.responses.stream()
                        .map(response -> response.answer("C1.SQ002"))
                        .toList());
    }

    @Test
    void identifyingSystemColumnsAreLeftOut() {
        Imported imported = Imported.of("""
                id,submitdate,lastpage,startlanguage,seed,token,ipaddr,refurl,Q1
                1,2026-01-01 00:00:00,3,vi,1,abc,10.0.0.1,http://x,A1
                """);
        assertEquals(Optional.of(PersonalData.ACCOUNT), imported.column("token").personal());
        assertEquals(
                Optional.of(PersonalData.IP_ADDRESS), imported.column("ipaddr").personal());
        assertEquals(Optional.of(PersonalData.DEVICE), imported.column("refurl").personal());
        assertEquals(3, imported.report().cells().personal());
    }

    @Test
    void aGivenSurveyIsMatchedByCodeAndLabel() {
        SurveyKey key = SurveyKey.of("one-stop", 2);
        LocalizedText text = LocalizedText.of("Câu hỏi", "Question");
        Survey survey = Survey.of(
                key,
                text,
                List.of(new Section(
                        "main",
                        text,
                        List.of(
                                RatingQuestion.of("s1.a", text, RatingScale.likert5()),
                                RatingQuestion.of("s1_b", text, RatingScale.likert5()),
                                new SingleChoiceQuestion(
                                        "g1",
                                        text,
                                        Requirement.OPTIONAL,
                                        List.of(
                                                Choice.of("A1", "Đất đai", "Land"),
                                                Choice.of("A2", "Hộ tịch", "Civil"))),
                                new MultipleChoiceQuestion(
                                        "f1",
                                        text,
                                        Requirement.OPTIONAL,
                                        List.of(Choice.of("SQ001", "Một", "One"), Choice.of("SQ002", "Hai", "Two")),
                                        2)))),
                List.of());
        Imported imported = Imported.of(CODES, ImportOptions.detecting().withSurvey(survey));
        Response first = imported.responses.get(0);
        assertEquals(key, first.survey());
        assertEquals(new Answer.Rated(4), first.answer("s1.a"));
        assertEquals(new Answer.Rated(5), first.answer("s1_b"));
        assertEquals(new Answer.SelectedAll(Set.of("SQ001")), first.answer("f1"));
        // "-oth-" is not among the options of this survey: the cell is reported with its old value, the row is changed
        assertEquals("3 = 2 + 1 + 0", imported.sums());
        assertEquals("-oth-", imported.changed.get(0).oldValue());
        assertEquals("source.cell.not-offered", imported.changed.get(0).reason().code());
        assertEquals(3, imported.changed.get(0).place().line().orElseThrow());
        assertEquals(8, imported.changed.get(0).place().column().orElseThrow());
    }
}
