package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Place;
import vn.sipas.core.index.IndexResult;
import vn.sipas.io.outside.SampleResults;

/** What we write about results, held against the published schemas by a validator that is not ours. */
class ResultSchemaTest {

    private static final JsonSchema RESULT = schema(PublishedSchema.RESULT);
    private static final JsonSchema RATINGS = schema(PublishedSchema.RATINGS);
    private static final JsonSchema ESTIMATE = schema(PublishedSchema.ESTIMATE);

    private static JsonSchema schema(PublishedSchema published) {
        Map<String, String> all = new HashMap<>();
        for (PublishedSchema one : PublishedSchema.values()) {
            all.put(address(one), one.text());
        }
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaLoaders(loaders -> loaders.schemas(all)))
                .getSchema(published.text());
    }

    /** What other schemas call a schema. */
    private static String address(PublishedSchema published) {
        try {
            return new ObjectMapper().readTree(published.text()).get("$id").asText();
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void resultsAreAcceptedAndComeBack() throws IOException {
        List<IndexResult> results =
                List.of(SampleResults.whole(), SampleResults.units().get(3));
        JsonNode document = new ObjectMapper().readTree(IndexResultJson.create().write(results));
        assertEquals(2, document.size());
        for (int i = 0; i < 2; i++) {
            String group = document.get(i).toString();
            assertEquals(Set.of(), RESULT.validate(group, InputFormat.JSON));
            // the other library writes 8.90 as 8.9, so that only the numbers are the same
            assertEquals(
                    results.get(i).root().value().score(),
                    IndexResultJson.create()
                            .read(group, Place.nowhere())
                            .orThrow()
                            .root()
                            .value()
                            .score());
        }
    }

    /** The fixture was written by version 0.1.0 and must stay readable. */
    @Test
    void aStoredResultStaysReadable() throws IOException {
        String stored;
        try (InputStream input = ResultSchemaTest.class.getResourceAsStream("index-result-1.json")) {
            stored = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertEquals(Set.of(), RESULT.validate(stored, InputFormat.JSON));
        IndexResult read = IndexResultJson.create()
                .read(stored, Place.in("index-result-1.json"))
                .orThrow();
        assertEquals("ALL", read.group());
        assertEquals(8, read.nodes().size());
        assertEquals(
                55.50602691394103, read.root().value().score().orElseThrow().value(), 1e-12);
        assertEquals(334, read.root().base().orElseThrow().smallest());
    }

    @Test
    void linesAreOneGroupEachAndAreCounted() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Long> told = new ArrayList<>();
        IndexResultJson.create().writeLines(SampleResults.units(), bytes, (rows, written, problems) -> {
            told.add(rows);
            told.add(written);
        });
        assertEquals(List.of(4L, (long) bytes.size()), told);
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(4, lines.size());
        for (int i = 0; i < 4; i++) {
            assertEquals(Set.of(), RESULT.validate(lines.get(i), InputFormat.JSON));
            assertComesBack(SampleResults.units().get(i), lines.get(i));
        }
        assertTrue(lines.get(2).contains("\"group\":\"=1+2\""));
    }

    private static void assertComesBack(IndexResult written, String json) {
        IndexResult read =
                IndexResultJson.create().read(json, Place.in("results.json")).orThrow();
        assertEquals(
                IndexResultJson.create().writeLine(written),
                IndexResultJson.create().writeLine(read));
        assertEquals(written.toString(), read.toString());
    }

    @Test
    void brokenResultsAreRefused() {
        String sound = IndexResultJson.create().writeLine(SampleResults.whole());
        assertRefused(RESULT, sound, "sipas-index-result/1", "sipas-index-result/2");
        assertRefused(RESULT, sound, "\"standardError\":", "\"standardError\":null,\"x\":");
        assertRefused(RESULT, sound, "\"standing\":\"assumption\"", "\"standing\":\"law\"");
        assertRefused(RESULT, sound, "\"group\"", "\"phone\"");
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
