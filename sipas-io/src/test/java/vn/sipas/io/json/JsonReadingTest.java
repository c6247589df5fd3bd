package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;

/** Inputs that are wrong on purpose, and what the reader says about each. */
class JsonReadingTest {

    private static final SurveyJson SURVEYS = SurveyJson.standalone();
    private static final ResponseJson RESPONSES = ResponseJson.standalone();

    private static final String SOUND = """
            {
              "format": "sipas-survey/1",
              "id": "counter",
              "revision": 1,
              "title": {"vi": "Quầy giao dịch", "en": "Counter"},
              "scales": [{"id": "yes", "levels": [
                {"value": 0, "code": "n", "label": {"vi": "Không", "en": "No"}, "favour": "unfavourable"},
                {"value": 1, "code": "y", "label": {"vi": "Có", "en": "Yes"}, "favour": "favourable"}]}],
              "sections": [{"code": "main", "title": {"vi": "Chung", "en": "General"}, "questions": [
                {"kind": "rating", "code": "q1", "text": {"vi": "Hài lòng?", "en": "Satisfied?"}, "scale": "yes"}]}]
            }
            """;

    @TempDir
    Path directory;

    @Test
    void aSoundDefinitionIsRead() {
        Survey survey = SURVEYS.read(SOUND, "a.json").orThrow();

        assertEquals("counter/1", survey.key().toString());
        assertEquals("Quầy giao dịch", survey.title().vi());
        assertEquals(1, survey.ratingQuestions().get(0).scale().favourableLevels());
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNotMatter() throws IOException {
        Path file = directory.resolve("bom.json");
        Files.writeString(file, "\uFEFF" + SOUND.replace("\n", "\r\n"), StandardCharsets.UTF_8);

        assertEquals(SURVEYS.read(SOUND, "a.json").orThrow(), SURVEYS.read(file).orThrow());
    }

    @Test
    void wrongTypesArePlacedAndNeverBecomeZero() {
        String wrong = SOUND.replace("\"value\": 0", "\"value\": \"0\"")
                .replace("\"revision\": 1", "\"revision\": 1.5")
                .replace("\"q1\"", "null");

        assertProblems(
                SURVEYS.read(wrong, "a.json"),
                "json.type a.json:4:15 revision",
                "json.type a.json:7:15 scales[0].levels[0].value",
                "document.value.missing a.json:10:32 sections[0].questions[0].code");
    }

    @Test
    void anUnknownFieldIsAWarningAndTheRestIsUsed() {
        String more = SOUND.replace("\"revision\": 1,", "\"revision\": 1, \"colour\": 7,");

        Checked<Survey> checked = SURVEYS.read(more, "a.json");

        assertProblems(checked, "json.field.unknown a.json:4:28 colour");
        assertTrue(checked.value().isPresent());
    }

    @Test
    void aKeyMayNotStandTwice() {
        assertProblems(
                SURVEYS.read(SOUND.replace("\"revision\": 1,", "\"revision\": 1, \"revision\": 2,"), "a.json"),
                "json.key.duplicate a.json:4:18");
    }

    @Test
    void brokenTextsNamePlaceAndNeverThrow() {
        assertProblems(SURVEYS.read("", "a.json"), "json.malformed a.json:1:1");
        assertProblems(SURVEYS.read("{\"format\": \"sipas-survey/1\",\n  oops", "a.json"), "json.malformed a.json:2:3");
        assertProblems(SURVEYS.read(SOUND + "[]", "a.json"), "json.trailing a.json:12:1");
        assertProblems(SURVEYS.read("[]", "a.json"), "json.type a.json:1:1", "json.format a.json:1:1");
        assertProblems(SURVEYS.read("{\"format\": \"sipas-survey/9\"}", "a.json"), "json.format a.json:1:12 format");
        assertProblems(
                SURVEYS.read(SOUND.replace("\"revision\": 1,", "\"revision\": 1e999999999,"), "a.json"),
                "json.limit a.json:4:15");
        assertProblems(SURVEYS.read("{\"a\":\0}", "a.json"), "json.malformed a.json:1:7");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200, 400, 540})
    void aTruncatedTextIsAProblemWhereverItEnds(int length) {
        Checked<Survey> checked = SURVEYS.read(SOUND.substring(0, length), "a.json");

        assertTrue(checked.value().isEmpty());
        assertEquals("json.malformed", checked.problems().get(0).code());
        assertTrue(checked.problems().get(0).place().line().isPresent());
    }

    @Test
    void aFileInAnotherEncodingIsRefusedWithItsLine() throws IOException {
        Path file = directory.resolve("latin.json");
        Files.write(file, "{\n \"title\": \"Ðánh giá\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertProblems(SURVEYS.read(file), "json.encoding " + file + ":2");
    }

    @Test
    void depthAndSizeAreBounded() {
        assertProblems(SURVEYS.read("[".repeat(100_000), "a.json"), "json.limit a.json:1:66");
        Checked<Response> long10Mb =
                RESPONSES.read("{\"format\": \"" + "x".repeat(10_000_000) + "\"}", Place.in("r.ndjson", 7));
        assertProblems(long10Mb, "json.limit r.ndjson:7:1");
        assertTrue(long10Mb.problems().get(0).message(vn.sipas.core.Language.EN).length() < 300);
    }

    @Test
    void aResponseKnowsItsLine() {
        Place line = Place.in("r.ndjson", 1234);
        String sound =
                "{\"format\":\"sipas-response/1\",\"id\":\"r1\",\"survey\":\"counter\",\"revision\":1,\"unit\":\"07210\","
                        + "\"wave\":\"2024-10\",\"answers\":{\"q1\":{\"rated\":1}}}";
        Survey survey = SURVEYS.read(SOUND, "a.json").orThrow();

        assertEquals(
                new Answer.Rated(1),
                RESPONSES.read(sound, survey, line).orThrow().answer("q1"));
        assertProblems(
                RESPONSES.read(sound.replace("\"rated\":1", "\"rated\":9"), survey, line),
                "response.answer.outside-scale r.ndjson:1234:" + (sound.indexOf("{\"rated") + 1) + " answers[q1]");
        assertProblems(
                RESPONSES.read(sound.replace("\"rated\":1", "\"rated\":\"y\""), survey, line),
                "json.type r.ndjson:1234:" + (sound.indexOf(":1}}") + 2) + " answers[q1].rated");
        assertProblems(
                RESPONSES.read(sound.replace("\"q1\"", "\"0912345678 An\""), survey, line),
                "response.question.unknown r.ndjson:1234:" + (sound.indexOf("{\"rated") + 12) + " answers[#1]");
        assertProblems(
                RESPONSES.read(sound.replace("\"answers\"", "\"phone\":\"0912\",\"answers\""), survey, line),
                "json.field.unknown r.ndjson:1234:" + (sound.indexOf("\"answers\"") + 9) + " phone");
    }

    @Test
    void aWeightThatIsNoNumberIsNotOne() {
        String response =
                "{\"format\":\"sipas-response/1\",\"id\":\"r1\",\"survey\":\"counter\",\"revision\":1,\"unit\":\"07210\","
                        + "\"wave\":\"w\",\"weight\":%s}";

        assertEquals(
                1.0,
                RESPONSES
                        .read(response.formatted("null"), Place.nowhere())
                        .orThrow()
                        .position()
                        .weight(),
                "absent is the documented default");
        for (String weight : List.of("\"\"", "\"1,5\"", "0", "-1", "true", "[]")) {
            Checked<Response> checked = RESPONSES.read(response.formatted(weight), Place.nowhere());
            assertTrue(checked.value().isEmpty(), weight);
            assertFalse(checked.problems().isEmpty(), weight);
        }
    }

    private static void assertProblems(Checked<?> checked, String... expected) {
        assertEquals(
                List.of(expected),
                checked.problems().stream()
                        .map(problem -> problem.code() + " " + problem.place())
                        .toList());
    }
}
