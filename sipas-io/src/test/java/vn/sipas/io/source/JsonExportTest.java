package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Problem;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;

/** SurveyJS, smiley terminals and plain JSON, on texts made for the purpose. */
class JsonExportTest {

    private static final String SURVEYJS = "{\"hai_long\":\"5\",\"bang\":{\"thai_do\":\"4\",\"thoi_gian\":\"3\"},"
            + "\"mong_doi\":[\"nhanh\",\"dung hen\"],\"mong_doi-Comment\":\"Gọi tôi nhé\",\"nhom\":[{\"ten_tt\":\"A\"},"
            + "{\"ten_tt\":\"B\"}]}";

    @Test
    void surveyJsMatricesPanelsTicksAndComments() throws IOException {
        ToolImport read =
                ToolImport.of("data.json", "[" + SURVEYJS + ",{\"hai_long\":\"4\",\"bang\":{\"thai_do\":\"5\"}}]");
        assertEquals(SurveyTool.SURVEYJS, read.tool());
        assertEquals(2, read.responses.size());
        String answers = read.answers(0);
        assertTrue(answers.contains("hai_long=5"), answers);
        assertTrue(answers.contains("bang.thai_do=4") && answers.contains("bang.thoi_gian=3"), answers);
        assertTrue(answers.contains("mong_doi=dung-hen+nhanh"), answers);
        assertTrue(answers.contains("nhom.1.ten_tt=A") && answers.contains("nhom.2.ten_tt=B"), answers);
        assertTrue(read.headings(ColumnOutcome.Fate.LEFT_OUT).contains("mong_doi-Comment"));
        assertTrue(read.answers(1).contains("bang.thai_do=5"));
    }

    @Test
    void surveyJsOneObjectALine() throws IOException {
        ToolImport read =
                ToolImport.of("data.ndjson", SURVEYJS + "\r\n\r\n" + SURVEYJS.replace("\"5\"", "\"3\"") + "\n");
        assertEquals(SurveyTool.SURVEYJS, read.tool());
        assertEquals(2, read.responses.size());
    }

    @Test
    void plainJsonAndNdjson() throws IOException {
        String array = "[{\"id\":\"a\",\"q1\":5,\"q2\":null,\"q3\":true},{\"id\":\"b\",\"q1\":4.50}]";
        ToolImport read = ToolImport.of("x.json", array);
        assertEquals(SurveyTool.JSON, read.tool());
        assertEquals("a", read.responses.get(0).id());
        assertTrue(read.answers(1).contains("q1=4.5"), read.answers(1));
        ToolImport lines = ToolImport.of("x.ndjson", "{\"id\":\"a\",\"q1\":5}\n{\"id\":\"b\",\"q1\":4}\n");
        assertEquals(SurveyTool.JSON, lines.tool());
        assertEquals(2, lines.responses.size());
    }

    @Test
    void badDocumentsAreSetAsideAndReadingGoesOn() throws IOException {
        ToolImport read = ToolImport.of("x.ndjson", """
                {"id":"a","q1":5}
                {"id":"b","q1":4,"q1":5}
                [1]
                {"id":"c"
                {"id":"d","q1":3} x
                {"id":"e","q1":3}""");
        assertEquals(2, read.responses.size());
        assertEquals(6, read.report.rows().read());
        assertEquals(4, read.report.rows().setAside());
        ToolImport array = ToolImport.of("x.json", "[{\"id\":\"a\",\"q1\":5},7,{\"id\":\"b\",\"q1\":4},{\"id\":");
        assertEquals(2, array.responses.size());
        assertTrue(array.codes().containsAll(List.of("source.json.not-an-object", "source.json.malformed")));
    }

    @Test
    void anExponentBeyondAllDecimalsCostsItsDocumentOnly() throws IOException {
        ToolImport read = ToolImport.of("x.ndjson", """
                {"id":"a","q1":5}
                {"id":"b","q1":7777777777777777777777777777777777777777e77777777777777777}
                {"id":"c","q1":3}""");
        assertEquals(2, read.responses.size());
        assertEquals(1, read.report.rows().setAside());
    }

    /** Three zero bytes and a bracket are read as UTF-32, in which the next four bytes are no character. */
    @Test
    void brokenWideCharactersAreAProblemOfTheFile() throws IOException {
        byte[] bytes = "\0\0\0[{\"id\":1}]".getBytes(StandardCharsets.US_ASCII);
        List<Problem> problems = new ArrayList<>();
        try (JsonDocuments documents =
                JsonDocuments.open(SourceFile.of("x.json", bytes), SourceKind.JSON, SourceLimits.standard())) {
            assertEquals(Optional.empty(), documents.next(problems::add));
        }
        assertEquals(
                List.of("source.json.malformed"),
                problems.stream().map(Problem::code).toList());
    }

    @Test
    void documentsBeyondTheLimitsAreSetAside() throws IOException {
        String deep = "{\"id\":\"b\",\"q\":" + "{\"a\":".repeat(10) + "1" + "}".repeat(10) + "}";
        String wide = "{\"id\":\"c\",\"q1\":\"" + "x".repeat(3000) + "\"}";
        byte[] bytes = ("{\"id\":\"a\",\"q1\":5}\n" + deep + "\n" + wide + "\n{\"id\":\"d\",\"q1\":5}\n")
                .getBytes(StandardCharsets.UTF_8);
        ToolImport read = ToolImport.of(
                "x.ndjson",
                bytes,
                ImportOptions.detecting()
                        .withLimits(SourceLimits.standard().withNesting(5).withRow(2000, 1000)));
        assertEquals(2, read.responses.size());
        assertEquals(2, read.report.rows().setAside());
    }

    @Test
    void hourlyCountsStayCounts() throws IOException {
        String json = "{\"key\":7,\"question\":{\"key\":2,\"name\":\"Ông/Bà hài lòng"
                + " chứ?\",\"locale\":\"vi-VN\"},\"folder\":{\"key\":5,\"name\":\"Quầy"
                + " 1\"},\"timeZone\":\"Asia/Ho_Chi_Minh\",\"surveyType\":\"TERMINAL\","
                + "\"indexType\":\"HAPPY\",\"results\":[{\"ts\":\"2026-08-29T01:00:00.000Z\",\"data\":[1,2,3,40]},"
                + "{\"ts\":\"2026-08-29T09:00:00.000+0700\",\"data\":[0,0,1,5]},{\"ts\":\"2026-08-29T10:00:00.000+0700\",\"data\":[0,-1,1,5]},{\"ts\":\"hôm"
                + " qua\",\"data\":[0,1,1,5]},"
                + "{\"ts\":\"2026-08-29T11:00:00.000+0700\",\"data\":[0,1]}],\"feedbackScale\":\"FOUR\"}";
        ToolImport read = ToolImport.of("results.json", json);
        assertEquals(SurveyTool.HAPPYORNOT, read.tool());
        assertEquals(0, read.responses.size());
        assertEquals(2, read.counts.size());
        assertEquals(List.of(1L, 2L, 3L, 40L), read.counts.get(0).counts());
        assertEquals(8, read.counts.get(0).hour().orElseThrow());
        assertEquals(UnitCode.of("5"), read.counts.get(0).unit());
        assertEquals(3, read.report.rows().setAside());
        assertEquals(52, read.report.counted());
        assertTrue(read.codes()
                .containsAll(List.of(
                        "source.counts.bad",
                        "source.counts.bad-time",
                        "source.counts.order-assumed",
                        "source.counts.index-not-computed")));
    }

    @Test
    void bareCountsAndReversedScales() throws IOException {
        ToolImport bare = ToolImport.of(
                "results.json",
                "[{\"ts\":\"2016-06-01T00:00:00.000Z\",\"data\":[4,8,12,16,1]},{\"ts\":\"2016-05-02T00:00:00.000Z\",\"data\":[7,5,23,37,2]}]");
        assertEquals(SurveyTool.HAPPYORNOT, bare.tool());
        assertEquals(2, bare.counts.size());
        assertEquals("terminal5", bare.counts.get(0).question().scale().id());
        assertTrue(bare.counts.get(0).hour().isEmpty());
        ToolImport reversed = ToolImport.of(
                "folders.json",
                "{\"key\":1,\"name\":\"Tỉnh\",\"folders\":[{\"key\":124,\"name\":\"Xã A\",\"surveys\":[{\"key\":1234,"
                        + "\"feedbackScale\":\"FIVE_REVERSED\",\"surveyType\":\"TABLET\",\"results\":[{\"ts\":"
                        + "\"2016-06-01T05:00:00.000Z\",\"data\":[1,2,3,4,5]}]},{\"key\":1235,\"feedbackScale\":\"FOUR\","
                        + "\"results\":[{\"ts\":\"2016-06-01T06:00:00.000Z\",\"data\":[9,8,7,6]}]}]}]}");
        assertEquals(List.of(5L, 4L, 3L, 2L, 1L), reversed.counts.get(0).counts());
        assertEquals(List.of(9L, 8L, 7L, 6L), reversed.counts.get(1).counts());
        assertEquals(UnitCode.of("124"), reversed.counts.get(0).unit());
        assertEquals("Xã A", reversed.counts.get(1).servicePoint().orElseThrow());
    }
}
