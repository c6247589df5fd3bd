package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogEntry;
import vn.sipas.io.catalog.CatalogKind;

/** The schemas, held against our writers and against the catalog by a validator that is not ours. */
class PublishedSchemaPropertyTest {

    private static final SurveyJson SURVEYS = SurveyJson.standalone();
    private static final ResponseJson RESPONSES = ResponseJson.standalone();
    private static final JsonSchema SURVEY = schema(PublishedSchema.SURVEY);
    private static final JsonSchema RESPONSE = schema(PublishedSchema.RESPONSE);
    private static final JsonSchema INDEX = schema(PublishedSchema.INDEX);
    private static final JsonSchema SCHEME = schema(PublishedSchema.SCHEME);
    private static final JsonSchema RECORD = schema(PublishedSchema.CATALOG);

    @Provide
    Arbitrary<Survey> surveys() {
        return SampleModels.surveys();
    }

    @Provide
    Arbitrary<Response> responses() {
        return SampleModels.responses();
    }

    @Property(tries = 30)
    void whatWeWriteIsAccepted(@ForAll("surveys") Survey survey, @ForAll("responses") Response response) {
        assertEquals(Set.of(), SURVEY.validate(SURVEYS.write(survey), InputFormat.JSON));
        assertEquals(Set.of(), RESPONSE.validate(RESPONSES.write(response), InputFormat.JSON));
    }

    @Example
    void everyCatalogFileIsAccepted() throws IOException {
        Catalog catalog = Catalog.standard();
        assertFalse(catalog.entries().isEmpty());
        for (CatalogEntry entry : catalog.entries()) {
            if (entry.kind().equals("survey")) {
                assertEquals(Set.of(), SURVEY.validate(entry.definition(), InputFormat.JSON), entry.id());
            }
            if (entry.kind().equals("index")) {
                assertEquals(Set.of(), INDEX.validate(entry.definition(), InputFormat.JSON), entry.id());
            }
            if (entry.kind().equals("scheme")) {
                assertEquals(Set.of(), SCHEME.validate(entry.definition(), InputFormat.JSON), entry.id());
            }
            String name = entry.kind() + "/" + entry.id() + ".catalog.json";
            try (InputStream record = Catalog.class.getResourceAsStream(name)) {
                String json = new String(record.readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(Set.of(), RECORD.validate(json, InputFormat.JSON), name);
            }
        }
    }

    @Example
    void brokenIndexDefinitionsAreRefused() {
        String sound = Catalog.standard()
                .find("sipas-2023-2026", CatalogKind.index(IndexJson.create()))
                .orElseThrow()
                .definition();
        assertRefused(INDEX, sound, "\"sipas-index/1\"", "\"sipas-index/2\"");
        assertRefused(INDEX, sound, "\"9/14\"", "0.64");
        assertRefused(INDEX, sound, "\"9/14\"", "\"most\"");
        assertRefused(INDEX, sound, "\"arithmetic\"", "\"median\"");
        assertRefused(INDEX, sound, "\"favourable-share\"", "\"share\"");
        assertRefused(INDEX, sound, "\"question\": \"officials\"", "\"questions\": \"officials\"");
        assertRefused(INDEX, sound, "\"firstDay\": \"2022-01-01\"", "\"firstDay\": \"2022\"");
        assertRefused(INDEX, sound, "\"decimals\": 2", "\"decimals\": 13");
    }

    @Example
    void brokenDocumentsAreRefused() {
        String sound = Catalog.standard().entries().get(0).definition();
        assertRefused(SURVEY, sound, "\"sipas-survey/1\"", "\"sipas-survey/2\"");
        assertRefused(SURVEY, sound, "\"revision\": 1", "\"revision\": \"1\"");
        assertRefused(SURVEY, sound, "\"kind\": \"rating\"", "\"kind\": \"slider\"");
        assertRefused(SURVEY, sound, "\"favour\": \"neutral\"", "\"favour\": \"so-so\"");
        assertRefused(SURVEY, sound, "\"code\": \"q1\"", "\"code\": \"q 1\"");
        assertRefused(SURVEY, sound, "\"scale\": \"likert5\"", "\"scale\": \"likert5\", \"choices\": []");

        String response =
                "{\"format\":\"sipas-response/1\",\"id\":\"r\",\"survey\":\"s\",\"revision\":1,\"unit\":\"07210\",\"wave\":\"w\","
                        + "\"answers\":{\"q1\":{\"rated\":4},\"q2\":{\"none\":\"dont-know\"}}}";
        assertEquals(Set.of(), RESPONSE.validate(response, InputFormat.JSON));
        assertRefused(RESPONSE, response, "{\"rated\":4}", "{\"rated\":4,\"none\":\"blank\"}");
        assertRefused(RESPONSE, response, "dont-know", "skipped");
        assertRefused(RESPONSE, response, "\"wave\":\"w\",", "");
        assertRefused(RESPONSE, response, "\"wave\"", "\"phone\":\"0912\",\"wave\"");
        assertRefused(RESPONSE, response, "\"wave\"", "\"day\":\"2024-02-30\",\"wave\"");
        assertRefused(RESPONSE, response, "\"wave\"", "\"weight\":0,\"wave\"");
    }

    @Example
    void schemesThatWeReadOrWriteAreAccepted() throws IOException {
        String sound = SchemeJsonTest.resource("invented-province.json");
        assertEquals(Set.of(), SCHEME.validate(sound, InputFormat.JSON));
        SchemeJson schemes = SchemeJson.create();
        String written = schemes.write(schemes.read(sound, "invented.json").orThrow());
        assertEquals(Set.of(), SCHEME.validate(written, InputFormat.JSON));
        assertRefused(SCHEME, sound, "\"total\": 50", "\"totale\": 50");
        assertRefused(SCHEME, sound, "\"type\": \"full-when-none\"", "\"type\": \"full-when-few\"");
        assertRefused(SCHEME, sound, "\"share\": \"1/2\"", "\"share\": \"half\"");
        assertRefused(SCHEME, sound, "{ \"effect\": \"block\" }", "{ \"effect\": \"cap-stars\" }");
        assertRefused(SCHEME, sound, "\"atMost\": 0", "\"around\": 0");
    }

    @Example
    void theSchemasAreValidThemselves() {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (PublishedSchema published : PublishedSchema.values()) {
            assertEquals(Set.of(), meta.validate(published.text(), InputFormat.JSON), published.fileName());
        }
    }

    private static void assertRefused(JsonSchema schema, String sound, String part, String broken) {
        String document = sound.replace(part, broken);
        assertNotEquals(sound, document, "the change must hit");
        Set<ValidationMessage> messages = schema.validate(document, InputFormat.JSON);
        assertTrue(messages.size() > 0, broken);
    }

    private static JsonSchema schema(PublishedSchema published) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(published.text(), config);
    }
}
