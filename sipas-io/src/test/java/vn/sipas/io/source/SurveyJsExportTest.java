package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shapes in which services hand out the results of SurveyJS forms, on texts made for the purpose. */
class SurveyJsExportTest {

    private static final String FIRST =
            "{\"hai_long\":\"5\",\"mong_doi\":[\"nhanh\",\"gon\"],\"mong_doi-Comment\":\"Gọi tôi nhé\",\"HappendAt\":\"2026-08-29T09:40:12.05\"}";
    private static final String SECOND =
            "{\"hai_long\":\"4\",\"mong_doi\":[\"gon\"],\"HappendAt\":\"2026-08-30T09:40:12.05\"}";

    private static String asText(String json) {
        return "\"" + json.replace("\"", "\\\"") + "\"";
    }

    private static void holdsBoth(ToolImport read) {
        assertEquals(SurveyTool.SURVEYJS, read.tool());
        assertEquals(2, read.responses.size());
        assertEquals(2, read.report.rows().read());
        assertEquals("hai_long=5 mong_doi=gon+nhanh", read.answers(0));
        assertEquals("hai_long=4 mong_doi=gon", read.answers(1));
        assertEquals("2026-08-29", read.responses.get(0).day().orElseThrow().toString());
        assertTrue(read.headings(ColumnOutcome.Fate.LEFT_OUT).stream()
                .anyMatch(heading -> heading.endsWith("mong_doi-Comment")));
    }

    @Test
    void wrappedInAFieldOfTheService() throws IOException {
        holdsBoth(ToolImport.of("r.json", "{\"ResultCount\":2,\"Data\":[" + FIRST + "," + SECOND + "]}"));
        holdsBoth(ToolImport.of("r.json", "{\n \"id\": \"f1\",\n \"data\": [" + FIRST + "," + SECOND + "]\n}\n"));
    }

    @Test
    void eachResponseWrittenAsText() throws IOException {
        holdsBoth(ToolImport.of("r.json", "{\"Data\":[" + asText(FIRST) + "," + asText(SECOND) + "]}"));
        holdsBoth(ToolImport.of("r.json", "[" + asText(FIRST) + ",\n" + asText(SECOND) + "]"));
    }

    @Test
    void eachResponseInsideARowOfTheService() throws IOException {
        ToolImport objects = ToolImport.of(
                "r.json",
                "[{\"id\":1,\"postid\":\"f1\",\"json\":" + FIRST + "},{\"id\":2,\"postid\":\"f1\",\"json\":" + SECOND
                        + "}]");
        holdsBoth(objects);
        assertEquals("1", objects.responses.get(0).id());
        ToolImport texts = ToolImport.of(
                "r.json",
                "[{\"Id\":\"a\",\"Json\":" + asText(FIRST) + "},{\"Id\":\"b\",\"Json\":" + asText(SECOND) + "}]");
        holdsBoth(texts);
        assertEquals("b", texts.responses.get(1).id());
    }

    @Test
    void textThatIsNoObjectIsSetAside() throws IOException {
        ToolImport read = ToolImport.of(
                "r.json", "[" + asText(FIRST) + ",\"{\\\"hai_long\\\":}\",\"tốt\"," + asText(SECOND) + "]");
        assertEquals(2, read.responses.size());
        assertEquals(2, read.report.rows().setAside());
    }

    /** Answers without any mark of the tool are plain JSON until somebody who knows says what they are. */
    @Test
    void plainAnswersCanBeDeclared() throws IOException {
        byte[] plain = "[{\"q1\":\"a\",\"HappendAt\":\"2026-08-29T09:40:12.05\"},{\"q1\":\"b\"}]"
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(
                SurveyTool.JSON,
                ToolImport.of("r.json", plain, ImportOptions.detecting()).tool());
        ToolImport declared =
                ToolImport.of("r.json", plain, ImportOptions.detecting().withTool(SurveyTool.SURVEYJS));
        assertEquals(SurveyTool.SURVEYJS, declared.tool());
        assertEquals("2026-08-29", declared.responses.get(0).day().orElseThrow().toString());
    }

    @Test
    void oneResponseOnOneLine() throws IOException {
        ToolImport read = ToolImport.of("r.json", FIRST + "\n");
        assertEquals(1, read.responses.size());
        assertEquals("hai_long=5 mong_doi=gon+nhanh", read.answers(0));
    }

    /** Attached files and signatures stay out, every cell of them counted. */
    @Test
    void filesAndSignatures() throws IOException {
        String picture = "data:image/png;base64," + "iVBORw0KGgo".repeat(60);
        String response = "{\"hai_long\":5,\"ky\":\"" + picture
                + "\",\"anh\":[{\"name\":\"a.png\",\"type\":\"image/png\","
                + "\"content\":\"" + picture + "\"},{\"name\":\"don.docx\",\"type\":\"application/msword\",\"content\":"
                + "\"https://example.vn/f/1\"}]}";
        ToolImport read = ToolImport.of("r.json", "[" + response + "," + response + "]");
        assertEquals(SurveyTool.SURVEYJS, read.tool());
        assertEquals(
                List.of(
                        "ky",
                        "anh[1].name",
                        "anh[1].type",
                        "anh[1].content",
                        "anh[2].name",
                        "anh[2].type",
                        "anh[2].content"),
                read.headings(ColumnOutcome.Fate.LEFT_OUT));
        assertEquals(14, read.report.cells().personal());
        assertEquals("hai_long=5", read.answers(0));
    }

    @Test
    void matricesOfSeveralColumnsAndMultipleTexts() throws IOException {
        ToolImport read = ToolImport.of(
                "r.json",
                "[{\"gia\":{\"Phí\":{\"diem\":\"4\",\"can\":\"5\"},\"Lệ phí\":{\"diem\":\"3\"}},\"lan\":[{\"c1\":1},{\"c1\":2}]},"
                        + "{\"gia\":{\"Phí\":{\"diem\":\"2\"}}}]");
        assertEquals(SurveyTool.SURVEYJS, read.tool());
        assertEquals(5, read.responses.get(0).answers().size(), read.answers(0));
        assertTrue(read.answers(0).contains("gia.Phí.diem=4"), read.answers(0));
        assertTrue(read.answers(1).contains("gia.Phí.diem=2"), read.answers(1));
    }
}
