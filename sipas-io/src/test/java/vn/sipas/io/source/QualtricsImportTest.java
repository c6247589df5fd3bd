package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.response.Answer;
import vn.sipas.io.table.SourceFile;

/** The conventions of Qualtrics' CSV, one by one. */
class QualtricsImportTest {

    private static final String NAMES = "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,"
            + "RecordedDate,ResponseId,RecipientEmail,LocationLatitude,DistributionChannel,UserLanguage,Q1,Q2_1,Q2_2,Q3_TEXT\n";
    private static final String LABELS = "Start,Ende,Antworttyp,IP,Fortschritt,Dauer,Beendet,Erfasst,Antwort-ID,E-Mail,"
            + "Breite,Kanal,Sprache,Mức độ hài lòng?,Cải thiện? - Chờ,Cải thiện? - Ghế,Khác\n";
    private static final String IDS = ids(
            "startDate",
            "endDate",
            "status",
            "ipAddress",
            "progress",
            "duration",
            "finished",
            "recordedDate",
            "_recordId",
            "recipientEmail",
            "locationLatitude",
            "distributionChannel",
            "userLanguage",
            "QID1",
            "QID2_1",
            "QID2_2",
            "QID3_TEXT");
    private static final String ROWS =
            "2026-03-01 08:00:00,2026-03-01 08:01:00,0,10.1.2.3,100,60,1,2026-03-01 08:01:01,"
                    + "R_1a,a@b.vn,21.2,qr,VI,Hài lòng,Chờ,,chữ\n"
                    + "2026-03-01 08:00:00,2026-03-01 08:01:00,1,10.1.2.3,100,60,1,2026-03-01 08:01:01,"
                    + "R_1b,,21.2,preview,VI,Hài lòng,,Ghế,\n"
                    + "2026-03-02 08:00:00,2026-03-02 08:01:00,IP Address,10.1.2.3,50,60,False,2026-03-02 08:01:01,"
                    + "R_1c,,21.2,anonymous,VI,Rất không hài lòng,Chờ,Ghế,\n";

    private static String ids(String... names) {
        StringBuilder line = new StringBuilder();
        for (String name : names) {
            line.append(line.isEmpty() ? "" : ",")
                    .append("\"{\"\"ImportId\"\":\"\"")
                    .append(name)
                    .append("\"\"}\"");
        }
        return line.append('\n').toString();
    }

    @Test
    void theSharedExportIsReadWhole() {
        Path file = Path.of(System.getProperty("sipas.sharedData", "absent"), "qualtrics", "sample.csv");
        assumeTrue(
                Files.isRegularFile(file), "skipped: the reference data is not beside the checkout (sipas.sharedData)");
        Imported imported = Imported.of(SourceFile.of(file));
        assertEquals(SurveyTool.QUALTRICS, imported.report().detection().tool());
        // one response below three heading rows, 20 columns
        assertEquals("1 = 1 + 0 + 0", imported.sums());
        assertEquals(20, imported.report().cells().cells());
        assertEquals("R_2YPOQ602ER1jkf1", imported.responses.get(0).id());
        assertEquals(
                Optional.of(LocalDate.of(2017, 7, 18)),
                imported.responses.get(0).day());
        assertEquals(
                new Answer.Quantity(BigDecimal.valueOf(2)),
                imported.responses.get(0).answer("Q1"));
        assertEquals(ColumnOutcome.Fate.LEFT_OUT, imported.column("IPAddress").fate());
    }

    @Test
    void threeHeadingRows() {
        Imported imported = Imported.of(NAMES + LABELS + IDS + ROWS);
        assertEquals(SurveyTool.QUALTRICS, imported.report().detection().tool());
        assertEquals("3 = 2 + 0 + 1", imported.sums());
        assertEquals(new Answer.Rated(4), imported.responses.get(0).answer("Q1"));
        assertEquals(4, imported.rows.get(0).place().line().orElseThrow());
    }

    @Test
    void twoHeadingRows() {
        Imported imported = Imported.of(NAMES + LABELS + ROWS);
        assertEquals(SurveyTool.QUALTRICS, imported.report().detection().tool());
        assertEquals("3 = 2 + 0 + 1", imported.sums());
        assertEquals("R_1a", imported.responses.get(0).id());
    }

    @Test
    void theOlderExportNamesItsColumnsInTheSecondRow() {
        Imported imported = Imported.of("V1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1,LocationLatitude,\n"
                + "ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,EndDate,"
                + "Finished,Wie zufrieden?,LocationLatitude,\n"
                + "R_9,Standard-Antwortsatz,Anonym,,,10.0.0.7,0,2017-07-18 08:28:09,2017-07-18 08:28:48,1,2,47.1,\n");
        assertEquals(SurveyTool.QUALTRICS, imported.report().detection().tool());
        assertEquals("1 = 1 + 0 + 0", imported.sums());
        assertEquals("R_9", imported.responses.get(0).id());
        assertEquals(
                Optional.of(LocalDate.of(2017, 7, 18)),
                imported.responses.get(0).day());
        assertEquals(Optional.of(PersonalData.NAME), imported.column("V3").personal());
        assertEquals(ColumnOutcome.Fate.LEFT_OUT, imported.column("V6").fate());
    }

    @Test
    void previewsAreSetAside() {
        Imported imported = Imported.of(NAMES + LABELS + IDS + ROWS.replace(",1,10.1.2.3", ",Survey Preview,10.1.2.3"));
        assertEquals(1, imported.codes().get("source.row.preview"));
        assertEquals("3 = 2 + 0 + 1", imported.sums());
    }

    @Test
    void unfinishedResponsesAreCounted() {
        assertEquals(1, Imported.of(NAMES + LABELS + IDS + ROWS).report().incomplete());
    }

    @Test
    void aFileWhoseLabelsWereTakenOutLosesNoResponse() {
        Imported imported = Imported.of(NAMES + ROWS);
        assertEquals(SurveyTool.QUALTRICS, imported.report().detection().tool());
        // as below the labels: three rows, of which one is a preview
        assertEquals("3 = 2 + 0 + 1", imported.sums());
        assertEquals("R_1a", imported.responses.get(0).id());
    }

    @Test
    void theBrowserAndWhatTheToolMadeOfTextsAreNoAnswers() {
        Imported imported = Imported.of(
                "StartDate,RecordedDate,ResponseId,UserLanguage,meta_Browser,meta_Resolution,Q1,Q1 - Topics\n"
                        + "Start,Recorded,Response,Language,Meta - Browser,Meta - Resolution,Why?,Q1 - Topics\n"
                        + ids(
                                "startDate",
                                "recordedDate",
                                "_recordId",
                                "userLanguage",
                                "QID1_BROWSER",
                                "QID1_RESOLUTION",
                                "QID2_TEXT",
                                "QID2_TEXT_ab12Topics")
                        + "2026-03-01 08:00:00,2026-03-01 08:01:00,R_1a,VI,Chrome,1920x1080,too slow,Speed\n"
                        + "2026-03-01 08:10:00,2026-03-01 08:11:00,R_1b,VI,Firefox,1920x1080,fine,Unknown\n");
        assertEquals(
                Optional.of(PersonalData.DEVICE),
                imported.column("meta_Browser").personal());
        assertEquals(
                ColumnOutcome.Fate.LEFT_OUT, imported.column("meta_Resolution").fate());
        assertEquals(ColumnOutcome.Fate.NOT_USED, imported.column("Q1 - Topics").fate());
    }

    @Test
    void statementsOfAMatrixThatAllAnswerAlikeAreNoOptions() {
        // A column of an option repeats its label behind the question; a row of a matrix does not.
        Imported imported = Imported.of(NAMES
                + LABELS.replace("Cải thiện? - Chờ", "Cải thiện? - Phòng").replace("? - Ghế", "? - Bàn")
                + IDS
                + ROWS);
        assertEquals(new Answer.Selected("Chờ"), imported.responses.get(0).answer("Q2.1"));
    }

    @Test
    void severalOptionsHaveAColumnEach() {
        Imported imported = Imported.of(NAMES + LABELS + IDS + ROWS);
        assertEquals(
                new Answer.SelectedAll(Set.of("1")), imported.responses.get(0).answer("Q2"));
        assertEquals(
                new Answer.SelectedAll(Set.of("1", "2")),
                imported.responses.get(1).answer("Q2"));
        assertTrue(imported.column("Q3_TEXT").personal().isPresent());
    }
}
