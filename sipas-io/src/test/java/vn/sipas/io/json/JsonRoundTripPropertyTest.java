package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sipas.core.Place;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;

class JsonRoundTripPropertyTest {

    private static final SurveyJson SURVEYS = SurveyJson.standalone();
    private static final ResponseJson RESPONSES = ResponseJson.standalone();
    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(SipasModule.standalone());

    @Provide
    Arbitrary<Survey> surveys() {
        return SampleModels.surveys();
    }

    @Provide
    Arbitrary<Response> responses() {
        return SampleModels.responses();
    }

    @Property(tries = 100)
    void aWrittenSurveyReadsBackEqual(@ForAll("surveys") Survey survey) {
        String json = SURVEYS.write(survey);

        assertTrue(json.startsWith("{\n  \"format\": \"sipas-survey/1\","), "versioned from the first field");
        assertEquals(survey, SURVEYS.read(json, "memory").orThrow());
        assertEquals(json, SURVEYS.write(SURVEYS.read(json, "memory").orThrow()));
    }

    @Property(tries = 200)
    void aWrittenResponseReadsBackEqualAndStaysOnItsLine(@ForAll("responses") Response response) {
        String json = RESPONSES.write(response);

        assertTrue(json.startsWith("{\"format\":\"sipas-response/1\","), "versioned from the first field");
        assertFalse(json.contains("\n") || json.contains("\r"), "one line");
        assertEquals(response, RESPONSES.read(json, Place.nowhere()).orThrow());
    }

    @Property(tries = 50)
    void aHostsObjectMapperWritesTheSameForm(@ForAll("surveys") Survey survey, @ForAll("responses") Response response)
            throws JsonProcessingException {
        assertEquals(survey, MAPPER.readValue(MAPPER.writeValueAsString(survey), Survey.class));
        assertEquals(RESPONSES.write(response), MAPPER.writeValueAsString(response));
        assertEquals(response, MAPPER.readValue(RESPONSES.write(response), Response.class));
    }
}
