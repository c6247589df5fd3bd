package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.rating.RatingCalculator;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.csv.StarRatingTable;
import vn.sipas.io.csv.UnitScoresReader;

class SchemeJsonTest {

    private static final SchemeJson JSON = SchemeJson.create();

    static String resource(String name) throws IOException {
        try (InputStream input = SchemeJsonTest.class.getResourceAsStream(name)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String invented() throws IOException {
        return resource("invented-province.json");
    }

    private static final String SCORES = """
            unit,key,value
            x1,on-time,90
            x1,early,8
            x1,dossiers,100
            x1,said,92.3
            x1,said:se,2.5
            x1,said:n,55
            x1,plan,có
            x1,report,yes
            x1,I,3
            x2,on-time,95
            x2,early,0
            x2,dossiers,100
            x2,complaints,3
            x2,settled,1
            x2,said,80
            x2,said:n,39
            x2,plan,1
            x2,report,1
            x2,disciplined,1
            x2,I,0
            x3,on-time,99
            x3,early,0
            x3,dossiers,100
            x3,said,95
            x3,said:n,60
            x3,plan,yes
            x3,report,no
            x4,registered,không
            """;

    /** A province needs the documented JSON and a table of scores, and no Java. All figures worked by hand. */
    @Test
    void aProvinceInventsItsOwnScheme() throws IOException {
        RatingScheme scheme = JSON.read(invented(), "invented.json").orThrow();
        Checked<List<UnitScores>> scores = UnitScoresReader.of(scheme)
                .read(new ByteArrayInputStream(SCORES.getBytes(StandardCharsets.UTF_8)), "scores.csv");
        assertEquals(List.of(), scores.problems());
        List<StarRating> ratings = RatingCalculator.of(scheme).rateAll(scores.orThrow());

        // x1: A1 98 % -> 20, A2 none -> 10, B (92.3 - 50) / 45 * 20 = 18.8, bonus 3 capped at 2: 50.8
        StarRating first = ratings.get(0);
        assertEquals(Fraction.parse("50.8"), first.total().orElseThrow());
        assertEquals(OptionalInt.of(3), first.stars());
        // x2: A1 95 % -> 12.5, A2 1/3 * 10 = 3.33, B 30 / 45 * 20 = 13.33: 29.16 -> 29.2; one star by points
        assertEquals(Fraction.parse("29.2"), ratings.get(1).total().orElseThrow());
        assertEquals(OptionalInt.of(1), ratings.get(1).stars());
        assertEquals(List.of("clean", "heard"), ratings.get(1).unmet());
        assertEquals("not-recognized", ratings.get(2).outcome().tag());
        assertEquals("not-registered", ratings.get(3).outcome().tag());
        assertTrue(ratings.get(2).explanation().table(Language.VI).contains("thiếu: Báo cáo"));

        String table = StarRatingTable.create().write(ratings, Map.of(UnitCode.of("x1"), ratings.get(1)));
        assertEquals("""
                unit,outcome,stars,total,unmet,next_star,points_to_next,previous_stars,change
                x1,awarded,3,50.8,,,,1,upgraded
                x2,awarded,1,29.2,clean;heard,2,5.8,,no-predecessor
                x3,not-recognized,,50,file;heard,1,0,,no-predecessor
                x4,not-registered,,,,,,,not-rated
                """, table);
    }

    @Test
    void resultsInJsonCarryTheWholeExplanation() throws IOException {
        RatingScheme scheme = JSON.read(invented(), "invented.json").orThrow();
        List<UnitScores> scores = UnitScoresReader.of(scheme)
                .read(new ByteArrayInputStream(SCORES.getBytes(StandardCharsets.UTF_8)), "scores.csv")
                .orThrow();
        JsonNode document = new ObjectMapper()
                .readTree(StarRatingJson.create()
                        .write(RatingCalculator.of(scheme).rateAll(scores)));
        assertEquals("sipas-ratings/1", document.get("format").textValue());
        JsonNode second = document.get("ratings").get(1);
        assertEquals(29.2, second.get("total").doubleValue());
        assertEquals("clean", second.get("gates").get(1).get("code").textValue());
        assertEquals(3.33, second.get("criteria").get(2).get("points").doubleValue());
        assertEquals(
                "method",
                second.get("explanation").get("children").get(0).get("kind").textValue());
        assertEquals(1, second.get("uncertainty").get("probabilities").size());
        assertEquals(
                "expressed", second.get("satisfaction").get(0).get("statistic").textValue());
        assertEquals(
                "file",
                document.get("ratings")
                        .get(2)
                        .get("advice")
                        .get(0)
                        .get("gatesToLift")
                        .get(0)
                        .textValue());
    }

    @Test
    void whatIsWrittenReadsTheSame() throws IOException {
        RatingScheme scheme = JSON.read(invented(), "invented.json").orThrow();
        String written = JSON.write(scheme);
        assertEquals(scheme, JSON.read(written, "written.json").orThrow());
        assertEquals(written, JSON.write(JSON.read(written, "written.json").orThrow()));
    }

    private static void refused(String json, String... expected) {
        Checked<RatingScheme> read = JSON.read(json, "s.json");
        assertTrue(read.value().isEmpty());
        assertEquals(
                List.of(expected),
                read.problems().stream()
                        .map(problem -> problem.place() + " " + problem.code())
                        .toList());
        read.problems().forEach(problem -> {
            assertFalse(problem.message(Language.VI).contains("{"), problem.message(Language.VI));
            assertFalse(problem.message(Language.EN).contains("{"), problem.message(Language.EN));
        });
    }

    private static String changed(String json, String part, String other) {
        assertTrue(json.contains(part), part);
        return json.replace(part, other);
    }

    /** Lines and columns were counted in the changed text by an editor, not by the reader. */
    @Test
    void defectsAreRefusedWithTheirPlace() throws IOException {
        String json = invented();
        refused(
                changed(json, "\"from\": 35, \"below\": 45", "\"from\": 35, \"below\": 44.9"),
                "s.json:82:5 bands[0] rating.band.hole");
        refused(
                changed(json, "\"from\": 35, \"below\": 45", "\"from\": 34.9, \"below\": 45"),
                "s.json:83:5 bands[1] rating.band.overlap");
        refused(changed(json, "\"total\": 50", "\"total\": 51"), "s.json:13:12 total rating.maximum.sum");
        refused(
                changed(
                        json,
                        "\"code\": \"A2\", \"title\": { \"vi\": \"Giải quyết đơn\", \"en\": \"Complaints\" }, \"max\": 10",
                        "\"code\": \"A2\", \"title\": { \"vi\": \"Giải quyết đơn\", \"en\": \"Complaints\" }, \"max\": 9"),
                "s.json:35:16 criteria[0].parts rating.maximum.sum");
        refused(
                changed(json, "\"documents\": [ \"plan\", \"report\" ]", "\"documents\": [ \"plan\", \"memo\" ]"),
                "s.json:62:73 gates[0].require.documents[1] rating.fact.unknown",
                "s.json:29:5 facts[8] rating.fact.unused");
        refused(
                changed(
                        json,
                        "\"type\": \"documents-complete\", \"documents\": [ \"plan\", \"report\" ]",
                        "\"type\": \"gate-met\", \"gate\": \"heard\""),
                "s.json:62:18 gates[0].require rating.gate.circular",
                "s.json:28:5 facts[7] rating.fact.unused",
                "s.json:29:5 facts[8] rating.fact.unused");
        refused(
                changed(json, "\"from\": 90, \"below\": 98", "\"from\": 91, \"below\": 98"),
                "s.json:41:67 criteria[0].parts[0].rule.mapping.bands[1] rating.band.hole");
        refused(
                changed(json, "\"effect\": \"block\"", "\"effect\": \"stop\""),
                "s.json:62:112 gates[0].otherwise.effect scheme.field.word");
        refused(
                changed(json, "\"share\": \"1/2\"", "\"share\": \"half\""),
                "s.json:87:127 quotas[0].share scheme.field.number");
        refused(changed(json, "\"code\": \"q\", ", ""), "s.json:87:5 quotas[0].code scheme.field.required");
        refused(changed(json, "\"cap\": 2,", "\"cap\": true,"), "s.json:58:21 bonus.cap json.type");
        refused(
                changed(json, "\"max\": 3 }", "\"max\": 3, \"source\": \"art9\" }"),
                "s.json:58:145 bonus.criteria[0].source scheme.source.unknown");
        refused(changed(json, "sipas-scheme/1", "sipas-scheme/2"), "s.json:2:13 format json.format");
        Checked<RatingScheme> truncated = JSON.read(json.substring(0, 900), "s.json");
        assertEquals("json.malformed", truncated.problems().get(0).code());
        assertEquals(21, truncated.problems().get(0).place().line().orElseThrow());
    }

    @Test
    void anUnknownFieldIsAWarning() throws IOException {
        Checked<RatingScheme> read =
                JSON.read(changed(invented(), "\"total\": 50,", "\"total\": 50, \"totale\": 1,"), "s.json");
        assertTrue(read.value().isPresent());
        assertEquals("json.field.unknown", read.problems().get(0).code());
    }

    @Test
    void rowsThatCannotBeUsedAreProblemsAndTheOthersAreKept() throws IOException {
        RatingScheme scheme = JSON.read(invented(), "invented.json").orThrow();
        String rows = """
                unit,key,value
                x1,on-time,-1
                x1,said,101
                x1,said:n,many
                x1,plan,maybe
                x1,A1,5
                x1,I,3.01
                x1,nothing,1
                x 1,I,1
                x1,I,1
                x1,early,7
                x1,early,8
                x1,dossiers,1e3
                """;
        Checked<List<UnitScores>> read = UnitScoresReader.of(scheme)
                .read(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), "s.csv");
        assertEquals(
                List.of(
                        "s.csv:9:1 scores.unit.form",
                        "s.csv:2:3 rating.score.outside",
                        "s.csv:3:3 rating.score.outside",
                        "s.csv:4:3 rating.score.form",
                        "s.csv:5:3 rating.score.form",
                        "s.csv:6:3 rating.score.computed",
                        "s.csv:7:3 rating.score.outside",
                        "s.csv:8:3 rating.score.key-unknown",
                        "s.csv:10:3 rating.score.key-repeated",
                        "s.csv:12:3 rating.score.key-repeated",
                        "s.csv:13:3 rating.score.form"),
                read.problems().stream()
                        .map(problem -> problem.place() + " " + problem.code())
                        .toList());
        assertEquals(1, read.orThrow().get(0).facts().size());
    }
}
