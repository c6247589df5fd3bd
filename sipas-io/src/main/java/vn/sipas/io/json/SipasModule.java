package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Objects;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.ProblemException;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.validation.ResponseDocument;
import vn.sipas.core.validation.ResponseValidator;
import vn.sipas.core.validation.SurveyDocument;
import vn.sipas.core.validation.SurveyValidator;
import vn.sipas.io.json.tree.JsonLimits;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTreeReader;

/**
 * Lets a host's own {@code ObjectMapper} read and write {@link Survey} and {@link Response} in the formats of
 * {@link SurveyJson} and {@link ResponseJson}: {@code mapper.registerModule(SipasModule.standalone())}.
 *
 * <p>A document with errors is a {@link JsonMappingException} whose cause is a {@link ProblemException} with every
 * problem; warnings are dropped, because a mapper has no place for them. A response is checked for its form only;
 * {@link ResponseValidator#check(Response, Survey)} holds it against its survey.
 */
public final class SipasModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private SipasModule(SurveyJson surveys, ResponseJson responses) {
        super("sipas");
        addSerializer(Survey.class, new SurveySerializer());
        addDeserializer(Survey.class, new SurveyDeserializer(surveys));
        addSerializer(Response.class, new ResponseSerializer());
        addDeserializer(Response.class, new ResponseDeserializer(responses));
    }

    /**
     * Makes a module with validators of its own.
     *
     * @return the module
     */
    public static SipasModule standalone() {
        return new SipasModule(SurveyJson.standalone(), ResponseJson.standalone());
    }

    /**
     * Makes a module with the host's validator.
     *
     * @param validator the host's validator
     * @return the module
     */
    public static SipasModule using(jakarta.validation.Validator validator) {
        Objects.requireNonNull(validator, "validator");
        return new SipasModule(
                SurveyJson.using(SurveyValidator.using(validator)),
                ResponseJson.using(ResponseValidator.using(validator)));
    }

    private static <T> T orThrow(Checked<T> checked, JsonParser parser) throws JsonMappingException {
        if (checked.value().isPresent()) {
            return checked.value().get();
        }
        ProblemException cause = new ProblemException(checked.problems());
        throw JsonMappingException.from(parser, String.valueOf(cause.getMessage()), cause);
    }

    private static final class SurveySerializer extends StdSerializer<Survey> {

        private static final long serialVersionUID = 1L;

        SurveySerializer() {
            super(Survey.class);
        }

        @Override
        public void serialize(Survey survey, JsonGenerator json, SerializerProvider provider) throws IOException {
            SurveyForm.write(SurveyDocument.of(survey), json);
        }
    }

    private static final class ResponseSerializer extends StdSerializer<Response> {

        private static final long serialVersionUID = 1L;

        ResponseSerializer() {
            super(Response.class);
        }

        @Override
        public void serialize(Response response, JsonGenerator json, SerializerProvider provider) throws IOException {
            ResponseForm.write(ResponseDocument.of(response), json);
        }
    }

    private static final class SurveyDeserializer extends StdDeserializer<Survey> {

        private static final long serialVersionUID = 1L;

        private final transient SurveyJson surveys;
        private final transient JsonTreeReader reader = new JsonTreeReader(JsonLimits.DEFINITION);

        SurveyDeserializer(SurveyJson surveys) {
            super(Survey.class);
            this.surveys = surveys;
        }

        @Override
        public Survey deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Checked<JsonTree> tree = reader.readCurrent(parser, Place.nowhere());
            return orThrow(surveys.survey(tree, Place.nowhere()), parser);
        }
    }

    private static final class ResponseDeserializer extends StdDeserializer<Response> {

        private static final long serialVersionUID = 1L;

        private final transient ResponseJson responses;
        private final transient JsonTreeReader reader = new JsonTreeReader(JsonLimits.RESPONSE);

        ResponseDeserializer(ResponseJson responses) {
            super(Response.class);
            this.responses = responses;
        }

        @Override
        public Response deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Checked<JsonTree> tree = reader.readCurrent(parser, Place.nowhere());
            return orThrow(responses.response(tree, Place.nowhere()), parser);
        }
    }
}
