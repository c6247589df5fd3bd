package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sipas.core.ProblemException;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;

class SipasModuleTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(SipasModule.standalone());

    /** What a host's own class may hold. */
    record Envelope(String sender, List<Response> responses) {}

    @Test
    void responsesStandInsideTheHostsOwnTypes() throws JsonProcessingException {
        Response response = Response.builder("r", SurveyKey.of("s", 1), UnitCode.of("07210"), "w")
                .rating("q1", 4)
                .build();
        Envelope envelope = new Envelope("portal", List.of(response, response));

        assertEquals(envelope, MAPPER.readValue(MAPPER.writeValueAsString(envelope), Envelope.class));
        JsonNode tree = MAPPER.valueToTree(envelope);
        assertEquals(envelope, MAPPER.treeToValue(tree, Envelope.class), "tokens without line and column");
    }

    @Test
    void aBadDocumentCarriesItsProblems() {
        JsonMappingException refused = assertThrows(
                JsonMappingException.class,
                () -> MAPPER.readValue("{\"format\":\"sipas-survey/1\",\n\"revision\":\"one\"}", Survey.class));

        ProblemException cause = assertInstanceOf(ProblemException.class, refused.getCause());
        assertEquals(
                List.of(
                        "json.type line 2:12 revision",
                        "document.value.missing line 1:1 id",
                        "document.value.missing line 1:1 sections",
                        "document.value.missing line 1:1 title"),
                cause.problems().stream()
                        .map(problem -> problem.code() + " " + problem.place())
                        .toList());
        assertTrue(refused.getMessage().contains("must be a whole number"));
    }
}
