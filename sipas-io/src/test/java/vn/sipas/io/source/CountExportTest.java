package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sipas.core.unit.UnitCode;

/** Counts and presses of terminals in tables, and the refusal to read counts as people, on texts made for the purpose. */
class CountExportTest {

    private static String press(int number, int survey, int button, boolean misuse) {
        return "{\"feedbackId\":\"f-" + number + "\",\"smileyId\":7,\"localTime\":\"2026-08-29T08:3" + number
                + ":00.000Z\",\"surveyId\":" + survey + ",\"experiencePointId\":390,\"buttonIndex\":" + button
                + ",\"misuse\":" + misuse + ",\"position\":0,\"smileyType\":\"SMILEY_TOUCH\",\"ui\":\"touchless\"}";
    }

    private static ToolImport read(String name, String content, CountLayout layout) throws IOException {
        return ToolImport.of(
                name,
                content.getBytes(StandardCharsets.UTF_8),
                ImportOptions.detecting().withCounts(layout));
    }

    /** The web service names the buttons from 0, the smaller the less favourable, and marks misuse. */
    @Test
    void pressesOfTheWebServiceAreCounted() throws IOException {
        ToolImport read = ToolImport.of(
                "button-feedbacks.json",
                "["
                        + String.join(
                                ",",
                                press(1, 3330, 3, false),
                                press(2, 3330, 0, false),
                                press(3, 3330, 9, true),
                                press(4, 8083, 9, false))
                        + "]");
        assertEquals(SurveyTool.HAPPYORNOT, read.tool());
        assertEquals(0, read.responses.size());
        assertEquals(List.of(0L, 0L, 0L, 1L), read.counts.get(0).counts());
        assertEquals("q3330", read.counts.get(0).question().code());
        assertEquals(8, read.counts.get(0).hour().orElseThrow());
        assertEquals(UnitCode.of("390"), read.counts.get(0).unit());
        assertEquals("terminal11", read.counts.get(2).question().scale().id());
        assertEquals(4, read.report.rows().read());
        assertEquals(1, read.report.rows().setAside());
        assertTrue(read.codes().containsAll(List.of("source.counts.misuse", "source.counts.scale-assumed")));
    }

    @Test
    void pressesAsDelimitedText() throws IOException {
        ToolImport read = ToolImport.of(
                "button-feedbacks.csv",
                "feedbackId,smileyId,localTime,surveyId,experiencePointId,buttonIndex,misuse,position,smileyType,ui\n"
                        + "f-1,7,2026-08-29T08:31:00.000Z,3330,390,4,false,0,SMILEY_TERMINAL,physical\n"
                        + "f-2,7,2026-08-29T08:32:00.000Z,3330,390,x,false,0,SMILEY_TERMINAL,physical\n");
        assertEquals(SurveyTool.HAPPYORNOT, read.tool());
        assertEquals(List.of(0L, 0L, 0L, 0L, 1L), read.counts.get(0).counts());
        assertTrue(read.codes().contains("source.counts.bad"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date,Hour,Survey,Very happy,Happy,Unhappy,Very unhappy,Total\n2026-08-29,8,A,10,4,1,2,17\n2026-08-29,9,B,8,3,2,0,13\n",
                "Thời gian;Rất hài lòng;Hài lòng;Không hài lòng;Rất không hài lòng\n29/08/2026 08:00;10;4;1;2\n29/08/2026 09:00;8;3;2;0\n",
                "[{\"hour\":\"2026-08-29T08:00\",\"veryPositive\":10,\"positive\":4,\"negative\":1,\"veryNegative\":2},{\"hour\":\"2026-08-29T09:00\",\"veryPositive\":8,\"positive\":3,\"negative\":2,\"veryNegative\":0}]"
            })
    void columnsCalledLikeButtonsHoldCounts(String content) throws IOException {
        ToolImport read = ToolImport.of("hourly.csv", content);
        assertEquals(SurveyTool.HAPPYORNOT, read.tool());
        assertEquals(0, read.responses.size());
        assertEquals(List.of(2L, 1L, 4L, 10L), read.counts.get(0).counts());
        assertEquals(List.of(0L, 2L, 3L, 8L), read.counts.get(1).counts());
        assertEquals(8, read.counts.get(0).hour().orElseThrow());
        assertEquals("2026-08-29", read.counts.get(0).day().orElseThrow().toString());
        assertEquals(30, read.report.counted());
    }

    @Test
    void fiveButtonsWithANeutralOne() throws IOException {
        ToolImport read = ToolImport.of(
                "ngay.csv",
                "Ngày,Thiết bị,Rất hài lòng,Hài lòng,Bình thường,Không hài lòng,Rất không hài lòng\n2026-08-29,Quầy 1,5,4,3,2,1\n");
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), read.counts.get(0).counts());
        assertEquals("Quầy 1", read.counts.get(0).servicePoint().orElseThrow());
        assertTrue(read.counts.get(0).hour().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"date\":\"2026-08-29\",\"hours\":[{\"hour\":8,\"counts\":[1,2,3,4]},{\"hour\":9,\"counts\":[0,1,5,9]}]}]",
                "{\"terminal\":\"t1\",\"responsesByHour\":{\"08\":[1,2,3,4],\"09\":[0,0,1,5]}}",
                "{\"results\":[{\"ts\":\"2026-06-01T00:00:00.000Z\",\"responses\":[4,8,12,16]}]}",
                "{\"data\":[{\"timestamp\":\"2026-08-29T08:00:00Z\",\"count\":12},{\"timestamp\":\"2026-08-29T09:00:00Z\",\"count\":15}]}",
                "[{\"ts\":\"2026-08-01T08:00:00\",\"place\":\"a1\",\"responses\":{\"0\":1,\"1\":2,\"2\":3,\"3\":8}}]",
                "Giờ,Nút,Số lượt\n8,1,20\n8,2,3\n"
            })
    void countsInUnknownFieldsAreRefused(String content) {
        Imported read = Imported.of(content);
        assertEquals(List.of("source.counts.unknown-fields"), read.refusals());
        assertEquals(0, read.responses.size());
    }

    @Test
    void whoDeclaresTheToolIsTaken() throws IOException {
        ToolImport read = ToolImport.of(
                "visits.json",
                "[{\"id\":\"a\",\"date\":\"2026-08-29\",\"count\":2},{\"id\":\"b\",\"date\":\"2026-08-29\",\"count\":3}]"
                        .getBytes(StandardCharsets.UTF_8),
                ImportOptions.detecting().withTool(SurveyTool.JSON));
        assertEquals(2, read.responses.size());
    }

    @Test
    void fieldsOfCountsCanBeNamed() throws IOException {
        ToolImport object = read(
                "c.json",
                "[{\"when\":\"2026-08-01T08:00:00\",\"place\":\"a1\",\"ask\":7,\"kind\":\"FOUR\",\"n\":{\"3\":8,\"0\":1,\"1\":2,\"2\":3}}]",
                CountLayout.of(
                        Map.of("time", "when", "counts", "n", "unit", "place", "question", "ask", "scale", "kind")));
        assertEquals(List.of(1L, 2L, 3L, 8L), object.counts.get(0).counts());
        assertEquals(UnitCode.of("a1"), object.counts.get(0).unit());
        assertEquals("q7", object.counts.get(0).question().code());
        ToolImport list =
                read("c.json", "[{\"when\":\"2026-08-01\",\"n\":[4,8,12,16,1]}]", CountLayout.of("when", List.of("n")));
        assertEquals(List.of(4L, 8L, 12L, 16L, 1L), list.counts.get(0).counts());
        ToolImport columns = read(
                "c.csv",
                "d,h,b0,b1,b2,b3\n2026-08-01,08:00-09:00,1,2,3,4\n2026-08-01,9,1,-2,3,4\nhôm qua,9,1,2,3,4\n",
                CountLayout.of(Map.of("time", "d", "hour", "h", "counts", "b0+b1+b2+b3")));
        assertEquals(List.of(1L, 2L, 3L, 4L), columns.counts.get(0).counts());
        assertEquals(8, columns.counts.get(0).hour().orElseThrow());
        assertEquals(2, columns.report.rows().setAside());
        assertTrue(columns.codes().containsAll(List.of("source.counts.bad", "source.counts.bad-time")));
    }

    @Test
    void fieldsThatAreNotThereAreNamed() {
        Imported read = Imported.of(
                "d,n\n2026-08-01,1\n", ImportOptions.detecting().withCounts(CountLayout.of("when", List.of("n"))));
        assertEquals(List.of("source.counts.field-missing"), read.refusals());
        assertThrows(IllegalArgumentException.class, () -> CountLayout.of(Map.of("time", "a")));
        assertThrows(IllegalArgumentException.class, () -> CountLayout.of(Map.of("time", "a", "count", "b")));
    }

    @Test
    void listsOfSurveysHoldNoCounts() {
        Imported read = Imported.of(
                "[{\"surveyId\":1,\"questionId\":2,\"feedbackScale\":\"four\",\"indexType\":\"HAPPY\",\"state\":\"active\"}]");
        assertEquals(List.of("source.counts.none"), read.refusals());
        Imported folders = Imported.of(
                "{\"key\":1,\"name\":\"Tỉnh\",\"folders\":[{\"key\":2,\"name\":\"Xã\",\"surveys\":[{\"key\":3,\"question\":{\"key\":4,"
                        + "\"name\":\"Hài lòng?\",\"locale\":\"vi-VN\"},\"timeZone\":\"UTC\",\"activePeriods\":[{\"start\":\"2026-01-01T00:00:00.000Z\","
                        + "\"end\":\"2026-12-31T00:00:00.000Z\"}],\"surveyType\":\"TERMINAL\"}]}]}\n");
        assertEquals(List.of("source.counts.none"), folders.refusals());
    }

    @Test
    void severalQuestionsWithoutCodesStayApart() throws IOException {
        ToolImport read = ToolImport.of(
                "gio.csv",
                "Ngày,Câu hỏi,Rất hài lòng,Hài lòng,Không hài lòng,Rất không hài lòng\n2026-08-29,Thái độ ra sao?,5,4,2,1\n"
                        + "2026-08-29,Thời gian ra sao?,5,4,2,1\n");
        assertEquals(
                2,
                read.counts.stream()
                        .map(counts -> counts.question().code())
                        .distinct()
                        .count());
    }
}
