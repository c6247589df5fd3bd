package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;

/** The conventions of ODK Central's CSV, one by one, on files made for the purpose. */
class OdkExportTest {

    private static final String TAIL = "meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,"
            + "AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion";

    private static String tail(int number, String review) {
        return "uuid:" + number + ",uuid:" + number + ",5,Nguyễn Văn A,0,0,," + review + ",device:1,0,v1";
    }

    @Test
    void groupsInstantsAndTheWholeTail() throws IOException {
        ToolImport read = ToolImport.of(
                "form.csv",
                "SubmissionDate,g1-hai_long," + TAIL + "\n2026-08-29T02:40:00.123Z,5," + tail(1, "approved")
                        + "\n2026-08-29T02:41:00.000Z,4," + tail(2, "") + "\n");
        assertEquals(SurveyTool.ODK, read.tool());
        assertEquals("uuid:1", read.responses.get(0).id());
        assertEquals("2026-08-29", read.responses.get(0).day().orElseThrow().toString());
        assertTrue(read.answers(0).contains("g1-hai_long=5"), read.answers(0));
        assertTrue(read.headings(ColumnOutcome.Fate.LEFT_OUT)
                .containsAll(List.of("SubmitterID", "SubmitterName", "DeviceID")));
    }

    @Test
    void olderFilesLackTheNewerTail() throws IOException {
        ToolImport read = ToolImport.of(
                "form.csv",
                "SubmissionDate,hai_long,meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,"
                        + "AttachmentsExpected\n2019-07-29T02:40:00.123Z,5,uuid:1,uuid:1,5,x,0,0\n");
        assertEquals(SurveyTool.ODK, read.tool());
        assertEquals(1, read.responses.size());
    }

    @Test
    void splitChoicesAndLists() throws IOException {
        ToolImport read = ToolImport.of(
                "form.csv",
                "SubmissionDate,q1,q1/a,q1/b,q2," + TAIL + "\n2026-08-29T02:40:00.123Z,a b,1,1,x_1 y_1," + tail(1, "")
                        + "\n2026-08-29T02:41:00.123Z,b,0,1,y_1," + tail(2, "") + "\n");
        assertEquals("q2=x_1+y_1 q1=a+b", read.answers(0));
        assertEquals("q2=y_1 q1=b", read.answers(1));
    }

    @Test
    void pointsOnTheMapAreLeftOut() throws IOException {
        ToolImport read = ToolImport.of(
                "form.csv",
                "SubmissionDate,vi_tri-Latitude,vi_tri-Longitude,vi_tri-Altitude,vi_tri-Accuracy,q1," + TAIL
                        + "\n2026-08-29T02:40:00.123Z,21.2,106.1,0,4.5,5," + tail(1, "") + "\n");
        assertTrue(read.headings(ColumnOutcome.Fate.LEFT_OUT)
                .containsAll(List.of("vi_tri-Latitude", "vi_tri-Longitude", "vi_tri-Altitude", "vi_tri-Accuracy")));
    }

    @Test
    void rejectedSubmissionsAreSetAside() throws IOException {
        ToolImport read = ToolImport.of(
                "form.csv",
                "SubmissionDate,q1," + TAIL + "\n2026-08-29T02:40:00.123Z,5," + tail(1, "rejected")
                        + "\n2026-08-29T02:40:00.123Z,4," + tail(2, "hasIssues") + "\n");
        assertEquals(1, read.responses.size());
        assertTrue(read.codes().contains("source.row.rejected"));
    }

    @Test
    void submissionsThatWereNotDecryptedAreSetAside() throws IOException {
        ToolImport read = ToolImport.of(
                "form.csv",
                "SubmissionDate,q1," + TAIL + "\n2026-08-29T02:40:00.123Z,,"
                        + tail(1, "").replace(",0,0,,", ",0,0,not decrypted,") + "\n");
        assertEquals(0, read.responses.size());
        assertTrue(read.codes().contains("source.row.not-decrypted"));
    }

    @Test
    void repeatsInOneFileEachGivenTogether() throws IOException {
        SourceFile main = file(
                "form.csv",
                "SubmissionDate,q1,SET-OF-lan," + TAIL + "\n2026-08-29T02:40:00.123Z,5,x," + tail(1, "")
                        + "\n2026-08-29T02:41:00.123Z,4,x," + tail(2, "") + "\n");
        SourceFile repeat = file(
                "form-lan.csv",
                String.join(
                        "\n",
                        "thu_tuc,PARENT_KEY,KEY",
                        "A,uuid:1,uuid:1/lan[1]",
                        "B,uuid:1,uuid:1/lan[2]",
                        "C,uuid:2,uuid:2/lan[1]",
                        "D,uuid:9,uuid:9/lan[1]"));
        SourceFile inner =
                file("form-lan-buoc.csv", "ket_qua,PARENT_KEY,KEY\ntot,uuid:1/lan[2],uuid:1/lan[2]/buoc[1]\n");
        ToolImport read = ToolImport.of(main, ImportOptions.detecting().withCompanions(List.of(repeat, inner)));
        assertEquals(2, read.responses.size());
        assertEquals(7, read.report.rows().read());
        assertEquals(1, read.report.rows().setAside());
        assertTrue(read.answers(0).contains("=A") && read.answers(0).contains("=B"), read.answers(0));
        assertTrue(read.answers(0).contains("=tot"), read.answers(0));
        assertTrue(read.answers(1).contains("=C"), read.answers(1));
        assertTrue(read.codes().contains("source.repeat.orphan"));
    }

    @Test
    void repeatsBesideTheFileAreFound(@TempDir Path folder) throws IOException {
        Path main = Files.writeString(
                folder.resolve("form.csv"),
                "SubmissionDate,q1," + TAIL + "\n2026-08-29T02:40:00.123Z,5," + tail(1, "") + "\n");
        Files.writeString(folder.resolve("form-lan.csv"), "thu_tuc,PARENT_KEY,KEY\nA,uuid:1,uuid:1/lan[1]\n");
        Files.writeString(folder.resolve("form-notes.csv"), "a,b\n1,2\n");
        ToolImport read = ToolImport.of(SourceFile.of(main), ImportOptions.detecting());
        assertTrue(read.answers(0).contains("=A"), read.answers(0));
        assertTrue(read.codes().contains("source.repeat.unrelated"));
    }

    @Test
    void repeatsThatWereNotGivenAreReported() throws IOException {
        ToolImport read = ToolImport.of(
                "form.csv",
                "SubmissionDate,q1,SET-OF-lan," + TAIL + "\n2026-08-29T02:40:00.123Z,5,uuid:1/lan," + tail(1, "")
                        + "\n");
        assertTrue(read.codes().contains("source.repeat.not-given"));
    }

    /** Rows beyond the limit are set aside one by one, wherever they stand among those of other submissions. */
    @Test
    void rowsOfRepeatsBeyondTheLimitAreNamed() throws IOException {
        SourceFile main = file(
                "form.csv",
                "SubmissionDate,q1," + TAIL + "\n2026-08-29T02:40:00.123Z,5," + tail(1, "")
                        + "\n2026-08-29T02:41:00.123Z,4," + tail(2, "") + "\n");
        StringBuilder rows = new StringBuilder("thu_tuc,PARENT_KEY,KEY\n");
        for (int i = 1; i <= 4; i++) {
            rows.append("A" + i + ",uuid:1,uuid:1/lan[" + i + "]\n");
            rows.append(i == 1 ? "B1,uuid:2,uuid:2/lan[1]\n" : "");
        }
        SourceFile repeat = file("form-lan.csv", rows.toString());
        ToolImport all = ToolImport.of(main, ImportOptions.detecting().withCompanions(List.of(repeat)));
        assertEquals(0, all.report.rows().setAside());
        assertTrue(all.answers(0).contains("=A4"), all.answers(0));
        ToolImport three = ToolImport.of(
                main,
                ImportOptions.detecting()
                        .withCompanions(List.of(repeat))
                        .withLimits(SourceLimits.standard().withRepeats(3)));
        assertEquals(7, three.report.rows().read());
        assertEquals(1, three.report.rows().setAside());
        assertEquals(2, three.responses.size());
        Problem aside = three.problems.stream()
                .filter(problem -> problem.code().equals("source.repeat.too-many"))
                .findFirst()
                .orElseThrow();
        assertEquals("3", String.valueOf(aside.attributes().get("limit")));
        assertEquals(6, aside.place().line().orElseThrow());
    }

    /** The OData service: submissions in {@code value}, what the server adds in {@code __system}, repeats inside. */
    @Test
    void jsonOfTheService() throws IOException {
        String one =
                "{\"__id\":\"uuid:1\",\"__system\":{\"submissionDate\":\"2026-08-29T02:40:00.123Z\",\"submitterId\":\"5\","
                        + "\"submitterName\":\"Alice\",\"attachmentsPresent\":0,\"status\":null,\"reviewState\":null,\"deviceId\":\"d\",\"edits\":0},"
                        + "\"meta\":{\"instanceID\":\"uuid:1\"},\"g1\":{\"hai_long\":\"5\"},\"vi_tri\":{\"type\":\"Point\",\"coordinates\":[106.1,21.2,0],"
                        + "\"properties\":{\"accuracy\":4.5}},\"lan\":[{\"thu_tuc\":\"A\",\"__id\":\"x\"},{\"thu_tuc\":\"B\",\"__id\":\"y\"}],"
                        + "\"lan@odata.navigationLink\":\"Submissions('uuid:1')/lan\"}";
        String two = one.replace("uuid:1", "uuid:2").replace("\"reviewState\":null", "\"reviewState\":\"rejected\"");
        ToolImport read = ToolImport.of("s.json", "{\"@odata.context\":\"x\",\"value\":[" + one + "," + two + "]}\n");
        assertEquals(SurveyTool.ODK, read.tool());
        assertEquals(1, read.responses.size());
        assertEquals(1, read.report.rows().setAside());
        assertEquals("uuid:1", read.responses.get(0).id());
        assertEquals("2026-08-29", read.responses.get(0).day().orElseThrow().toString());
        assertEquals("g1.hai_long=5 lan.1.thu_tuc=A lan.2.thu_tuc=B", read.answers(0));
        assertTrue(read.headings(ColumnOutcome.Fate.LEFT_OUT)
                .containsAll(List.of("__system.submitterName", "__system.deviceId", "vi_tri.coordinates")));
    }

    /** A repeat without its submissions is refused, and the refusal names the file that stands beside it. */
    @Test
    void repeatsAloneAreNoResponses(@TempDir Path folder) throws IOException {
        Path repeat = Files.writeString(
                folder.resolve("form-v1-lan.csv"), "thu_tuc,PARENT_KEY,KEY\nA,uuid:1,uuid:1/lan[1]\n");
        Imported alone = Imported.of(SourceFile.of(repeat));
        assertEquals(List.of("source.repeat.alone"), alone.refusals());
        assertEquals("?", alone.outcome.problems().get(0).attributes().get("parent"));
        Files.writeString(
                folder.resolve("form-v1.csv"),
                "SubmissionDate,q1," + TAIL + "\n2026-08-29T02:40:00.123Z,5," + tail(1, "") + "\n");
        Imported beside = Imported.of(SourceFile.of(repeat));
        assertEquals(
                "form-v1.csv", beside.outcome.problems().get(0).attributes().get("parent"));
    }

    @Test
    void repeatsGivenFirstAreReadWithTheirSubmissions() throws IOException {
        SourceFile main =
                file("form.csv", "SubmissionDate,q1," + TAIL + "\n2026-08-29T02:40:00.123Z,5," + tail(1, "") + "\n");
        SourceFile repeat = file("form-lan.csv", "thu_tuc,PARENT_KEY,KEY\nA,uuid:1,uuid:1/lan[1]\n");
        ToolImport read = ToolImport.of(repeat, ImportOptions.detecting().withCompanions(List.of(main)));
        assertEquals(1, read.responses.size());
        assertEquals("uuid:1", read.responses.get(0).id());
        assertTrue(read.answers(0).contains("=A"), read.answers(0));
        assertEquals(2, read.report.rows().read());
    }

    private static SourceFile file(String name, String content) {
        return SourceFile.of(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
