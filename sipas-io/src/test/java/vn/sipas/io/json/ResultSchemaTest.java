package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.index.IndexResult;
import vn.sipas.io.outside.SampleResults;

/** What we write about results, held against the published schemas by a validator that is not ours. */
class ResultSchemaTest {

    private static final JsonSchema RESULT = schema(PublishedSchema.RESULT);
    private static final JsonSchema RATINGS = schema(PublishedSchema.RATINGS);
    private static final JsonSchema ESTIMATE = schema(PublishedSchema.ESTIMATE);

    private static JsonSchema schema(PublishedSchema published) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(published.text());
    }

    @Test
    void resultsAreAccepted() throws IOException {
        IndexResult whole = SampleResults.whole();
        JsonNode document = new ObjectMapper()
                .readTree(IndexResultJson.create()
                        .write(List.of(whole, SampleResults.units().get(3))));
        assertEquals(2, document.size());
        for (JsonNode group : document) {
            assertEquals(Set.of(), RESULT.validate(group.toString(), InputFormat.JSON));
        }
        JsonNode root = document.get(0).get("nodes").get(0);
        assertEquals(
                whole.root().value().score().orElseThrow().value(),
                root.get("score").doubleValue());
        assertEquals(
                whole.root().estimate().orElseThrow().interval().lower(),
                root.get("estimate").get("lower").doubleValue());
        double parts = 0;
        for (JsonNode node : document.get(0).get("nodes")) {
            parts += "overall".equals(node.path("parent").asText())
                    ? node.get("contribution").doubleValue()
                    : 0;
        }
        assertEquals(root.get("score").doubleValue(), parts, 1e-9);
    }

    @Test
    void linesAreOneGroupEach() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        IndexResultJson.create().writeLines(SampleResults.units(), bytes);
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(4, lines.size());
        for (String line : lines) {
            assertEquals(Set.of(), RESULT.validate(line, InputFormat.JSON));
        }
        assertTrue(lines.get(2).contains("\"group\":\"=1+2\""));
    }

    @Test
    void brokenResultsAreRefused() {
        String sound = IndexResultJson.create().writeLine(SampleResults.whole());
        assertRefused(RESULT, sound, "sipas-result/1", "sipas-result/2");
        assertRefused(RESULT, sound, "\"score\":", "\"score\":null,\"x\":");
        assertRefused(RESULT, sound, "\"standing\":\"assumption\"", "\"standing\":\"law\"");
        assertRefused(RESULT, sound, "\"weight\":\"1/7\"", "\"weight\":0.14");
        assertRefused(RESULT, sound, "\"printed\"", "\"phone\"");
    }

    @Test
    void rowsOfEstimatesAreAccepted() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SampleResults.estimates().writeJsonLines(bytes);
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(5 * 8, lines.size(), "five groups of seven questions and the overall index");
        for (String line : lines) {
            assertEquals(Set.of(), ESTIMATE.validate(line, InputFormat.JSON), line);
        }
        assertRefused(ESTIMATE, lines.get(0), "\"n\":", "\"n\":\"many\",\"m\":");
        assertRefused(ESTIMATE, lines.get(0), "\"level\":0.95", "\"level\":95");
        assertRefused(ESTIMATE, lines.get(0), "\"deff\"", "\"def\"");
    }

    @Test
    void ratingsAreAccepted() {
        String sound = StarRatingJson.create().write(SampleResults.ratings(3));
        assertEquals(Set.of(), RATINGS.validate(sound, InputFormat.JSON));
        assertRefused(RATINGS, sound, "\"outcome\": \"awarded\"", "\"outcome\": \"passed\"");
        assertRefused(RATINGS, sound, "\"stars\": 4,\n      \"label\"", "\"rank\": 4,\n      \"label\"");
        assertRefused(RATINGS, sound, "\"kind\": \"total\"", "\"kind\": \"sum\"");
        assertRefused(RATINGS, sound, "\"max\": 10", "\"max\": \"ten\"");
    }

    private static void assertRefused(JsonSchema schema, String sound, String part, String broken) {
        assertTrue(sound.contains(part), part);
        assertFalse(
                schema.validate(sound.replace(part, broken), InputFormat.JSON).isEmpty(), broken);
    }
}
