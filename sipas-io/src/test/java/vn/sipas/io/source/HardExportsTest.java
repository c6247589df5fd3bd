package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What exports of the field do to readers that trust them. */
class HardExportsTest {

    private static final String LONG = """
            Mã phiếu,Mã đơn vị,STT câu hỏi,Kênh,Câu hỏi,Câu trả lời
            P1,07210,1,Quầy,Thái độ?,Hài lòng
            P1,07213,2,Quầy,Thời gian?,Hài lòng
            P2,07210,1,Quầy,Thái độ?,Không hài lòng
            P2,07210,2,Mạng,Thời gian?,Hài lòng
            P3,07210,1,Quầy,Thái độ?,Hài lòng
            P3,07210,2,Quầy,Thời gian?,Rất hài lòng
            """;

    @Test
    void anAnswerOfAnotherUnitThanItsSubmissionIsSetAside() throws IOException {
        ToolImport read = ToolImport.of("dai.csv", LONG);

        assertEquals(SurveyTool.LONG_TABLE, read.tool());
        assertEquals(1, read.report.rows().setAside());
        assertEquals(6, read.report.rows().read());
        assertEquals("dai.csv:3:2", place(read, "source.row.other-unit"));
        assertEquals("07210", read.responses.get(0).unit().value());
    }

    @Test
    void aDescriptionThatDiffersWithinASubmissionIsReported() throws IOException {
        assertEquals("dai.csv:5:4", place(ToolImport.of("dai.csv", LONG), "source.row.other-description"));
    }

    @Test
    void aColumnThatChangesFromAnswerToAnswerDescribesNoSubmission() throws IOException {
        ToolImport read = ToolImport.of("dai.csv", LONG);

        assertEquals("dai.csv:1:3", place(read, "source.column.per-answer"));
        assertFalse(read.answers(0).contains("=1"), read.answers(0));
    }

    private static String place(ToolImport read, String code) {
        return read.problems.stream()
                .filter(problem -> problem.code().equals(code))
                .map(problem -> problem.place().toString())
                .reduce((left, right) -> left + " " + right)
                .orElse("none: " + read.codes());
    }

    @Test
    void surplusEmptyFieldsAreIgnoredAndReported() {
        Imported read = Imported.of("id,q1\n1,5,,\n2,4\n3,3,,x\n");
        // 2 rows of 2 cells, and 4 cells of the row that does not fit the headings
        assertEquals(8, read.report().cells().cells());

        assertEquals("3 = 2 + 0 + 1", read.sums());
        assertEquals(1, read.codes().get("csv.row.surplus-empty"));
        assertEquals(1, read.codes().get("csv.row.field-count"));
    }

    @Test
    void rowsThatAllLackTheLastFieldAreReadAndReported() throws IOException {
        String export = """
                SubmissionDate,meta-instanceID,diem,KEY,SubmitterID,SubmitterName,Status
                2026-08-01T02:10:00.123Z,uuid:1,4,uuid:1,241,Lan
                2026-08-01T02:10:00.123Z,uuid:2,5,uuid:2,241,Lan
                """;
        ToolImport read = ToolImport.of("odk.csv", export);

        assertEquals(2, read.responses.size());
        assertEquals("odk.csv:2:6 odk.csv:3:6", place(read, "csv.row.short-throughout"));
        assertEquals(14, read.report.cells().cells());
        // A single row of another length may be a piece of a broken one.
        assertEquals(
                3,
                ToolImport.of("odk.csv", export + "2026-08-01T02:10:00.123Z,uuid:3,3,uuid:3,241,Lan,\n")
                        .report
                        .rows()
                        .read());
        assertEquals(
                2,
                ToolImport.of("odk.csv", export + "2026-08-01T02:10:00.123Z,uuid:3,3,uuid:3,241,Lan,\n")
                        .report
                        .rows()
                        .setAside());
    }

    @Test
    void aTickColumnNamedZaloIsNoAccount() throws IOException {
        ToolImport read = ToolImport.of("kobo.csv", """
                "kenh";"kenh/zalo";"kenh/web";"_id";"_uuid";"_submission_time";"_index"
                "zalo";"1";"0";"1";"u1";"2026-08-01T02:10:00";"1"
                "zalo web";"1";"1";"2";"u2";"2026-08-01T02:10:00";"2"
                "web";"0";"1";"3";"u3";"2026-08-01T02:10:00";"3"
                """);

        assertEquals(SurveyTool.KOBO, read.tool());
        assertEquals(List.of(), read.headings(ColumnOutcome.Fate.LEFT_OUT));
        assertEquals("kenh=web+zalo", read.answers(1));
    }

    @Test
    void repeatedTextWithAPhoneNumberOrAddressIsNoChoice() {
        Imported read = Imported.of("id|ghi_nhan|q1\n"
                + "1|Gặp chị Hoa, 0912 345 678|5\n"
                + "2|Gặp chị Hoa, 0912 345 678|4\n3|Gặp chị Hoa, 0912 345 678|4\n4|viết cho hoa@example.org|3\n");

        assertEquals(ColumnOutcome.Fate.LEFT_OUT, read.column("ghi_nhan").fate());
        read.responses.forEach(
                response -> assertEquals(Set.of("q1"), response.answers().keySet()));
    }

    @Test
    void aNameInsideAPanelIsAName() throws IOException {
        ToolImport read = ToolImport.of("survey.json", """
                [{"q":1,"q-Comment":"x","people":[{"name":"Bob","score":3}]},
                 {"q":2,"people":[{"name":"Ann","score":4}]}]
                """);

        assertEquals(SurveyTool.SURVEYJS, read.tool());
        assertTrue(read.headings(ColumnOutcome.Fate.LEFT_OUT).contains("people[1].name"));
    }

    @Test
    void numbersOfOptionsInQualtricsAreNoDecimals() throws IOException {
        StringBuilder export = new StringBuilder(
                "StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1,Q2\n"
                        + "Start Date,End Date,Response Type,Finished,Recorded Date,Response ID,Channels,Reasons\n"
                        + "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"endDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\",\"{\"\"ImportId\"\":\"\"recordedDate\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n");
        for (int i = 0; i < 8; i++) {
            export.append("2026-08-01 09:00:00,2026-08-01 09:05:00,0,1,2026-08-01 09:05:01,R_")
                    .append(i)
                    .append(i % 2 == 0 ? ",\"1,2\",\"Yes, at once,Near\"\n" : ",4,Near\n");
        }

        ToolImport read = ToolImport.of("qualtrics.csv", export.toString());

        assertEquals(SurveyTool.QUALTRICS, read.tool());
        assertEquals("Q1=1+2 Q2=Near+yes-at-once", read.answers(0));
        assertEquals("Q1=4 Q2=Near", read.answers(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><table><tr><td>a</td></tr></table></html>",
                "<?xml version=\"1.0\"?><Workbook/>",
                "\n <!DOCTYPE html><html></html>"
            })
    void aPageSavedAsASpreadsheetIsRefused(String page) {
        assertEquals(List.of("source.file.unknown"), Imported.of(page).refusals());
    }

    @Test
    void listsNeedASeparator() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ListText.parts("a b", "", List.of("a")));
        assertEquals("separator must have at least 1 character, was empty", refused.getMessage());
    }

    private static byte[] archive(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                archive.putNextEntry(new ZipEntry(namesAndContents[i]));
                archive.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                archive.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static final String SUBMISSIONS = """
            SubmissionDate,meta-instanceID,diem,SET-OF-nguoi,KEY
            2026-08-01T02:10:00.123Z,uuid:1,4,x,uuid:1
            2026-08-01T02:10:00.123Z,uuid:2,5,x,uuid:2
            """;
    private static final String PERSONS = """
            hang,PARENT_KEY,KEY
            3,uuid:1,uuid:1/nguoi[1]
            4,uuid:2,uuid:2/nguoi[1]
            5,uuid:2,uuid:2/nguoi[2]
            """;

    @Test
    void anArchiveOfOdkCentralIsReadWithItsRepeats() throws IOException {
        byte[] archive = archive("form.csv", SUBMISSIONS, "form-nguoi.csv", PERSONS, "media/1.jpg", "x");

        ToolImport read = ToolImport.of("form.zip", archive, ImportOptions.detecting());

        assertEquals(SurveyTool.ODK, read.tool());
        assertEquals(2, read.responses.size());
        assertEquals(5, read.report.rows().read());
        assertTrue(read.answers(1).contains("diem=5"), read.answers(1));
        assertTrue(read.answers(1).contains("hang=5"), read.answers(1));
    }

    @Test
    void anArchiveOfTablesThatDoNotBelongTogetherIsRefused() throws IOException {
        byte[] archive = archive("a.csv", "q1\n1\n", "b.csv", "q1\n1\n");

        assertEquals(
                List.of("source.archive.several-tables"),
                Imported.of(archive, ImportOptions.detecting()).refusals());
    }

    @Test
    void anArchiveThatInflatesBeyondTheLimitsIsRefused() throws IOException {
        byte[] archive = archive("a.csv", "q1\n" + "1\n".repeat(2_000_000));

        assertEquals(
                List.of("source.archive.too-large"),
                Imported.of(archive, ImportOptions.detecting()).refusals());
    }

    @Test
    void aBrokenRowOfHeadingsInQualtricsIsRefused() {
        String export = "StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1\n"
                + "Start,End,Type,Finished,Recorded,Id\n"
                + "2026-08-01 09:00:00,2026-08-01 09:05:00,0,1,2026-08-01 09:05:01,R_1,4\n"
                + "2026-08-01 09:00:00,2026-08-01 09:05:00,0,1,2026-08-01 09:05:01,R_2,4\n";

        assertEquals(
                List.of("csv.row.field-count", "source.headings.bad"),
                Imported.of(export, ImportOptions.detecting().withTool(SurveyTool.QUALTRICS))
                        .refusals());
    }
}
