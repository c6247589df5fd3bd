package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** The conventions of KoboToolbox's exports, one by one, on files made for the purpose. */
class KoboExportTest {

    private static final String TAIL =
            "_id;_uuid;_submission_time;_validation_status;_notes;_status;_submitted_by;" + "__version__;_tags;_index";

    /** Every field quoted, semicolons, CRLF. */
    private static String csv(String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append('"').append(line.replace(";", "\";\"")).append("\"\r\n");
        }
        return text.toString();
    }

    private static String tail(int id, String status) {
        return id + ";" + "uuid-" + id + ";2026-08-29T09:40:0" + id % 10 + ";" + status
                + ";;submitted_via_web;enumerator1;v1;;" + id;
    }

    @Test
    void semicolonsQuotesAndTheNewTail() throws IOException {
        ToolImport read = ToolImport.of(
                "kobo.csv",
                csv(
                        "start;deviceid;hai_long;" + TAIL,
                        "2026-08-29T09:38:00.000+07:00;ee.kobo:abc;5;" + tail(1, ""),
                        "2026-08-29T09:39:00.000+07:00;ee.kobo:abd;4;" + tail(2, "")));
        assertEquals(SurveyTool.KOBO, read.tool());
        assertEquals(2, read.responses.size());
        assertEquals("uuid-1", read.responses.get(0).id());
        assertEquals("2026-08-29", read.responses.get(0).day().orElseThrow().toString());
        assertTrue(read.headings(ColumnOutcome.Fate.LEFT_OUT).containsAll(List.of("deviceid", "_submitted_by")));
    }

    @Test
    void theOlderTail() throws IOException {
        ToolImport read = ToolImport.of(
                "kobo.csv",
                csv(
                        "hai_long;_id;_uuid;_submission_time;_index",
                        "5;11;u11;2019-03-01T01:02:03;1",
                        "4;12;u12;2019-03-01 01:02:04;2"));
        assertEquals(SurveyTool.KOBO, read.tool());
        assertEquals("u12", read.responses.get(1).id());
        assertEquals("2019-03-01", read.responses.get(1).day().orElseThrow().toString());
    }

    @Test
    void severalChoicesInColumnsOfTheirOwn() throws IOException {
        ToolImport read = ToolImport.of(
                "kobo.csv",
                csv(
                        "mong_doi;mong_doi/thoi_gian;mong_doi/thai_do;mong_doi/ket_qua;" + TAIL,
                        "thoi_gian ket_qua;1;0;1;" + tail(1, ""),
                        "thai_do;0;1;0;" + tail(2, "")));
        assertEquals("mong_doi=ket_qua+thoi_gian", read.answers(0));
        assertEquals("mong_doi=thai_do", read.answers(1));
        assertTrue(read.headings(ColumnOutcome.Fate.NOT_USED).contains("mong_doi"));
    }

    @Test
    void anotherGroupSeparator() throws IOException {
        ToolImport read = ToolImport.of(
                "kobo.csv",
                csv(
                        "nhom.mong_doi;nhom.mong_doi.thoi_gian;nhom.mong_doi.thai_do;" + TAIL,
                        "thoi_gian;1;0;" + tail(1, ""),
                        "thai_do thoi_gian;1;1;" + tail(2, "")));
        assertEquals("nhom.mong_doi=thai_do+thoi_gian", read.answers(1));
    }

    @Test
    void severalChoicesLeftTogetherInOneColumn() throws IOException {
        ToolImport read = ToolImport.of(
                "kobo.csv", csv("mong_doi;" + TAIL, "thoi_gian ket_qua;" + tail(1, ""), "thai_do;" + tail(2, "")));
        assertEquals("mong_doi=ket_qua+thoi_gian", read.answers(0));
    }

    @Test
    void labelsAsHeadingsInVietnamese() throws IOException {
        ToolImport read = ToolImport.of(
                "kobo.csv",
                csv(
                        "Ông/Bà có hài lòng không?;Mong đợi gì?;Mong đợi gì?/Thời gian;Mong đợi gì?/Thái độ;" + TAIL,
                        "Rất hài lòng;Thời gian;1;0;" + tail(1, ""),
                        "Không hài lòng;Thái độ;0;1;" + tail(2, "")));
        assertEquals(2, read.responses.size());
        assertTrue(read.answers(0).contains("=5"), read.answers(0));
    }

    @Test
    void aSecondRowOfHxlTagsIsNoResponse() throws IOException {
        ToolImport read = ToolImport.of(
                "kobo.csv", csv("hai_long;" + TAIL, "#indicator +satisfaction;;;;;;;;;;", "5;" + tail(1, "")));
        assertEquals(1, read.report.rows().read());
        assertEquals(1, read.responses.size());
    }

    @Test
    void pointsOnTheMapAreLeftOut() throws IOException {
        ToolImport read = ToolImport.of(
                "kobo.csv",
                csv(
                        "vi_tri;_vi_tri_latitude;_vi_tri_longitude;_vi_tri_altitude;_vi_tri_precision;hai_long;" + TAIL,
                        "21.27 106.19 0 0;21.27;106.19;0;0;5;" + tail(1, "")));
        assertTrue(read.headings(ColumnOutcome.Fate.LEFT_OUT)
                .containsAll(List.of("vi_tri", "_vi_tri_latitude", "_vi_tri_longitude", "_vi_tri_precision")));
    }

    @Test
    void submissionsThatWereNotApprovedAreSetAside() throws IOException {
        ToolImport read = ToolImport.of(
                "kobo.csv",
                csv(
                        "hai_long;" + TAIL,
                        "5;" + tail(1, "Not approved"),
                        "4;" + tail(2, "Approved"),
                        "3;" + tail(3, "validation_status_not_approved")));
        assertEquals(1, read.responses.size());
        assertEquals(2, read.report.rows().setAside());
        assertTrue(read.codes().contains("source.row.rejected"));
    }

    @Test
    void repeatsInFurtherSheetsJoinTheirSubmission() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String repeat = "thu_tuc_da_lam_trong_nam_nay_va_truoc";
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            sheet(
                    workbook,
                    "Phiếu khảo sát",
                    List.of(
                            List.of("hai_long", "_id", "_uuid", "_submission_time", "_index"),
                            List.of("5", "7", "u7", "2026-08-29T09:40:00", "1"),
                            List.of("4", "8", "u8", "2026-08-29T09:41:00", "2"),
                            List.of("3", "9", "u9", "2026-08-29T09:42:00", "3")));
            sheet(
                    workbook,
                    repeat.substring(0, 31),
                    List.of(
                            List.of(
                                    "linh_vuc",
                                    "cho_doi",
                                    "_index",
                                    "_parent_table_name",
                                    "_parent_index",
                                    "_submission__id",
                                    "_submission__uuid"),
                            List.of("dat_dai", "2", "1", "Phiếu khảo sát", "1", "7", "u7"),
                            List.of("ho_tich", "1", "2", "Phiếu khảo sát", "1", "7", "u7"),
                            List.of("dat_dai", "3", "3", "Phiếu khảo sát", "3", "9", "u9"),
                            List.of("ho_tich", "3", "4", "Phiếu khảo sát", "44", "9", "u9")));
        }
        ToolImport read = ToolImport.of("kobo.xlsx", bytes.toByteArray(), ImportOptions.detecting());
        assertEquals(SurveyTool.KOBO, read.tool());
        assertEquals(3, read.responses.size());
        assertEquals(7, read.report.rows().read());
        assertEquals(1, read.report.rows().setAside());
        assertTrue(read.codes().contains("source.repeat.orphan"));
        String first = read.answers(0);
        assertTrue(first.contains("dat_dai") && first.contains("ho_tich"), first);
        assertFalse(read.answers(1).contains("dat_dai"));
        assertTrue(read.answers(2).contains("dat_dai"));
    }

    @Test
    void jsonOfTheWebServiceWithGroupsEncodedDotsAndStatusObjects() throws IOException {
        String json =
                "{\"count\":3,\"next\":null,\"results\":[{\"_id\":1,\"formhub/uuid\":\"f\",\"nhom/hai_long\":\"5\",\"nhom/q==5Lg==1\":\"a\",\"mong_doi\":\"x_1"
                        + " y_2\",\"_uuid\":\"u1\",\"_submission_time\":\"2026-08-29T09:40:00\",\"_validation_status\":{},"
                        + "\"_geolocation\":[21.2,106.1],\"_tags\":[],\"_notes\":[],\"_attachments\":[],\"__version__\":\"v1\"},"
                        + "{\"_id\":2,\"formhub/uuid\":\"f\",\"nhom/hai_long\":\"4\",\"nhom/q==5Lg==1\":\"b\",\"mong_doi\":\"y_2\",\"_uuid\":\"u2\",\"_submission_time\":\"2026-08-29"
                        + " 09:41:00.123456\",\"_validation_status\":"
                        + "{\"uid\":\"validation_status_approved\",\"label\":\"Approved\",\"by_whom\":\"sếp\"}},"
                        + "{\"_id\":3,\"nhom/hai_long\":\"1\",\"_uuid\":\"u3\",\"_submission_time\":\"2026-08-29T09:42:00.5\",\"_validation_status\":{\"uid\":\"validation_status_not_approved\",\"label\":\"Not"
                        + " approved\"}}]}";
        ToolImport read = ToolImport.of("kobo.json", json);
        assertEquals(SurveyTool.KOBO, read.tool());
        assertEquals(2, read.responses.size());
        assertEquals(1, read.report.rows().setAside());
        assertEquals("2026-08-29", read.responses.get(1).day().orElseThrow().toString());
        assertTrue(read.answers(0).contains("nhom.hai_long=5"), read.answers(0));
        assertTrue(read.answers(0).contains("nhom.q.1=a"), read.answers(0));
        assertTrue(read.answers(0).contains("mong_doi=x_1+y_2"), read.answers(0));
        assertTrue(read.headings(ColumnOutcome.Fate.LEFT_OUT).contains("_geolocation"));
    }

    @Test
    void jsonRepeatsBecomeNumberedQuestions() throws IOException {
        String json =
                "[{\"_uuid\":\"u1\",\"_id\":1,\"_submission_time\":\"2026-08-29T09:40:00\",\"_status\":\"x\",\"nhom\":["
                        + "{\"nhom/q1\":\"5\"},{\"nhom/q1\":\"4\"}]},{\"_uuid\":\"u2\",\"_id\":2,\"_status\":\"x\","
                        + "\"_submission_time\":\"2026-08-29T09:40:00\",\"nhom\":[{\"nhom/q1\":\"3\"}]}]";
        ToolImport read = ToolImport.of("kobo.json", json);
        assertEquals("nhom.1.q1=5 nhom.2.q1=4", read.answers(0));
    }

    private static void sheet(Workbook workbook, String name, List<List<String>> rows) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                String text = rows.get(row).get(column);
                if (text.matches("\\d+")) {
                    sheet.value(row, column, Integer.parseInt(text));
                } else {
                    sheet.value(row, column, text);
                }
            }
        }
    }

    /** As the library that makes the exports keeps them: the form, then the submissions, without the server's own keys. */
    @Test
    void submissionsBesideTheirForm() throws IOException {
        ToolImport read = ToolImport.of(
                "v1.json",
                "{\"version\":\"v1\",\"content\":{\"survey\":[{\"type\":\"text\",\"name\":\"q\"}]},\"submissions\":[{\"ho/dia_diem\":\"xa_a\","
                        + "\"ho/nguoi\":[{\"ho/nguoi/name_of_member\":\"An\",\"ho/nguoi/diem\":\"5\"}],\"end\":\"2026-08-29T10:00:00.000+07:00\","
                        + "\"meta/versionID\":\"v1\",\"meta/instanceID\":\"uuid:1\",\"anh\":\"xa a (1).jpg\",\"meta/audit\":\"audit.csv\","
                        + "\"_attachments\":[{\"download_url\":\"https://kobo.example/m/1.jpg\",\"filename\":\"m/1.jpg\"}]}]}\n");
        assertEquals(SurveyTool.KOBO, read.tool());
        assertEquals("uuid:1", read.responses.get(0).id());
        assertEquals("2026-08-29", read.responses.get(0).day().orElseThrow().toString());
        assertEquals("ho.dia_diem=xa_a ho.nguoi.1.diem=5", read.answers(0));
        assertTrue(read.headings(ColumnOutcome.Fate.LEFT_OUT)
                .containsAll(List.of("ho/nguoi[1].name_of_member", "anh", "meta/audit", "_attachments[1].filename")));
    }

    @Test
    void oneNameAloneAndTheSameInAList() throws IOException {
        ToolImport read = ToolImport.of(
                "v1.json",
                "{\"count\":2,\"results\":[{\"_id\":1,\"_uuid\":\"a\",\"_submission_time\":\"2026-08-29T10:00:00\",\"q\":\"nhanh gon\"},"
                        + "{\"_id\":2,\"_uuid\":\"b\",\"_submission_time\":\"2026-08-29T10:00:00\",\"q\":\"gon\"}]}\n");
        assertEquals("q=gon+nhanh", read.answers(0));
        assertEquals("q=gon", read.answers(1));
    }

    @Test
    void aSheetOfRepeatsAloneIsNoTableOfSubmissions() {
        Imported alone = Imported.of("\"thu_tuc\";\"_index\";\"_parent_table_name\";\"_parent_index\"\r\n"
                + "\"A\";\"1\";\"khao sat\";\"1\"\r\n\"B\";\"2\";\"khao sat\";\"1\"\r\n");
        assertEquals(List.of("source.repeat.alone"), alone.refusals());
    }

    /** The separator is whatever the exporting person chose. */
    @Test
    void anyMarkMaySeparateOptions() throws IOException {
        ToolImport read = ToolImport.of(
                "e.csv",
                "\"Cần gì?\";\"Cần gì?%Nhanh\";\"Cần gì?%Gọn\";\"_id\";\"_uuid\";\"_submission_time\";\"_index\"\r\n"
                        + "\"Nhanh Gọn\";\"1\";\"1\";\"1\";\"a\";\"2026-08-29T10:00:00\";\"1\"\r\n"
                        + "\"Gọn\";\"0\";\"1\";\"2\";\"b\";\"2026-08-29T10:00:00\";\"2\"\r\n");
        assertEquals("q1=Gọn+Nhanh", read.answers(0));
        assertEquals("q1=Gọn", read.answers(1));
    }

    /** Chosen questions come with start, end and _index alone. */
    @Test
    void chosenQuestionsAlone() throws IOException {
        ToolImport read = ToolImport.of(
                "e.csv",
                "\"start\";\"end\";\"hai_long\";\"_index\"\r\n"
                        + "\"2026-08-29T09:40:39.000+07:00\";\"2026-08-29T09:41:13.000+07:00\";\"co\";\"1\"\r\n"
                        + "\"2026-08-30T09:40:39.000+07:00\";\"2026-08-30T09:41:13.000+07:00\";\"khong\";\"2\"\r\n");
        assertEquals(SurveyTool.KOBO, read.tool());
        assertEquals("hai_long=co", read.answers(0));
        assertEquals("2026-08-30", read.responses.get(1).day().orElseThrow().toString());
    }

    /** Two sentences in one cell are the respondent's own words, however few cells there are. */
    @Test
    void sentencesInSmallFilesStayOut() throws IOException {
        ToolImport read = ToolImport.of(
                "e.csv",
                "\"start\";\"end\";\"cam_nhan\";\"duong_di\";\"_index\"\r\n"
                        + "\"2026-08-29T09:40:39.000+07:00\";\"2026-08-29T09:41:13.000+07:00\";\"Khá tốt. Nên nhanh hơn\";"
                        + "\"21.1 106.1 0 0; 21.25 106.2 0 0; 21.3 106.3 0 0\";\"1\"\r\n"
                        + "\"2026-08-30T09:40:39.000+07:00\";\"2026-08-30T09:41:13.000+07:00\";\"Tạm\";\"\";\"2\"\r\n");
        assertEquals("", read.answers(0));
        assertEquals(List.of("cam_nhan", "duong_di"), read.headings(ColumnOutcome.Fate.LEFT_OUT));
        assertTrue(read.report.columns(ColumnOutcome.Fate.LEFT_OUT).stream()
                .anyMatch(column -> column.personal().equals(Optional.of(PersonalData.LOCATION))));
    }
}
