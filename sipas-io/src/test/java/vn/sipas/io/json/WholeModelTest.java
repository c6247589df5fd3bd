package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.DegreesOfFreedom;
import vn.sipas.core.estimate.DesignEffect;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimateFlag;
import vn.sipas.core.estimate.EstimateTable;
import vn.sipas.core.estimate.Interval;
import vn.sipas.core.index.IndexAccumulator;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.ItemStatistic;
import vn.sipas.core.rating.FactValue;
import vn.sipas.core.rating.RatingOutcome;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.BallotFunnel;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.Wave;
import vn.sipas.core.survey.Condition;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLevel;
import vn.sipas.io.ReadReport;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogEntry;
import vn.sipas.io.catalog.CatalogKind;
import vn.sipas.io.outside.SampleResults;
import vn.sipas.io.simulate.ResponseSimulator;
import vn.sipas.io.simulate.SimulationPlan;

/** Every part of the model through mappers as hosts have them. */
class WholeModelTest {

    private static final LocalizedText TEXT = LocalizedText.of("Hài lòng \"rất\"", "Satisfied \u2028 très");
    private static final UnitCode UNIT = UnitCode.of("07210");

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private static List<ObjectMapper> mappers() {
        return List.of(
                new ObjectMapper().findAndRegisterModules(),
                JsonMapper.builder()
                        .addModule(SipasModule.standalone())
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
                        .build(),
                JsonMapper.builder()
                        .addModule(new SipasModule())
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_EMPTY)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .deactivateDefaultTyping()
                        .build());
    }

    private static Estimate estimate() {
        return new Estimate(
                "07210",
                "q1",
                "mean",
                3.25,
                0.1,
                Double.POSITIVE_INFINITY,
                DegreesOfFreedom.DESIGN,
                new Interval(3.0, 3.5),
                0.95,
                "t",
                200,
                OptionalDouble.of(180.5),
                new DesignEffect(OptionalDouble.of(1.1), OptionalDouble.empty()),
                LonelyPsuPolicy.FAIL,
                Set.of(EstimateFlag.UNANIMOUS));
    }

    /** Values that are equal to what was written once they are read back. */
    private static Map<Class<?>, Object> values() {
        Map<Class<?>, Object> values = new LinkedHashMap<>();
        values.put(LocalizedText.class, TEXT);
        values.put(UnitCode.class, UNIT);
        values.put(Fraction.class, Fraction.of(1, 9));
        values.put(ValidityPeriod.class, ValidityPeriod.from(LocalDate.of(2025, 7, 1)));
        values.put(
                MethodVersion.class,
                new MethodVersion(
                        "sipas", "1", MethodVersion.Standing.OFFICIAL, Optional.of(TEXT), ValidityPeriod.always()));
        values.put(
                Unit.class,
                Unit.below(
                        UnitKey.of("07210", ValidityPeriod.before(LocalDate.of(2025, 7, 1))),
                        TEXT,
                        UnitLevel.COMMUNE,
                        UnitCode.of("24")));
        values.put(RatingScale.class, RatingScale.likert4());
        values.put(
                Condition.class,
                new Condition.AnyOf(List.of(
                        new Condition.Selected("q", Set.of("a")),
                        new Condition.Not(new Condition.Selected("r", Set.of("b"))))));
        values.put(Answer.Rated.class, new Answer.Rated(4));
        values.put(Answer.class, new Answer.SelectedAll(Set.of("đất")));
        values.put(Answer.Written.class, new Answer.Written("a\nb"));
        values.put(Answer.Quantity.class, new Answer.Quantity(new BigDecimal("-0.15")));
        values.put(Answer.NoAnswer.class, Answer.NoAnswer.DONT_KNOW);
        values.put(Wave.class, new Wave("w", TEXT, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)));
        values.put(BallotFunnel.class, BallotFunnel.published(OptionalLong.of(10), OptionalLong.of(9), 7));
        values.put(FinitePopulation.class, FinitePopulation.ofSize(250));
        values.put(SampleDesign.class, SampleDesign.twoStage());
        values.put(Estimate.class, estimate());
        values.put(EstimateTable.class, EstimateTable.of(List.of(estimate(), estimate())));
        values.put(
                UnitScores.class,
                UnitScores.builder(UNIT)
                        .points("1", Fraction.of(100, 9))
                        .selfScore("1", Fraction.of(12, 1))
                        .yesNo("a", false)
                        .amount("b", 0)
                        .surveyed("c", new BigDecimal("91.48"), 0.5, 300)
                        .build());
        values.put(FactValue.class, new FactValue.YesNo(true));
        values.put(RatingOutcome.class, new RatingOutcome.Awarded(4, TEXT));
        values.put(RatingOutcome.NotRegistered.class, new RatingOutcome.NotRegistered());
        values.put(ReadReport.class, new ReadReport("a.csv", 10, 7, 2, 1, new TreeMap<>(Map.of("csv.bad-answer", 3L))));
        values.put(
                Place.class,
                new Place(Optional.of("a.csv"), OptionalLong.of(3), OptionalInt.of(4), "sections[0].code"));
        return values;
    }

    @Test
    void everyValueComesBackFromEveryMapper() throws JsonProcessingException {
        for (ObjectMapper mapper : mappers()) {
            for (Map.Entry<Class<?>, Object> entry : values().entrySet()) {
                String json = mapper.writeValueAsString(entry.getValue());
                assertEquals(entry.getValue(), mapper.readValue(json, entry.getKey()), json);
                JsonNode tree = mapper.valueToTree(entry.getValue());
                assertEquals(entry.getValue(), mapper.treeToValue(tree, entry.getKey()), json);
            }
        }
    }

    /** As a host may hold them. */
    record Held(
            Map<UnitCode, UnitScores> scoresByUnit,
            List<Answer> answers,
            RatingOutcome theOutcome,
            Unit unit,
            Integer number) {}

    @Test
    void valuesStandInsideTheHostsOwnTypes() throws JsonProcessingException {
        Held held = new Held(
                Map.of(UNIT, (UnitScores) values().get(UnitScores.class)),
                List.of(Answer.NoAnswer.BLANK, new Answer.Rated(1)),
                new RatingOutcome.NotEligible(List.of(new RatingOutcome.Reason("r", TEXT))),
                (Unit) values().get(Unit.class),
                3);
        for (ObjectMapper mapper : mappers()) {
            String json = mapper.writeValueAsString(held);
            assertEquals(held, mapper.readValue(json, Held.class), json);
        }
    }

    private static SurveyJson surveyJson() {
        return SurveyJson.standalone();
    }

    @Test
    void everyDefinitionOfTheCatalogComesBack() throws JsonProcessingException {
        Catalog catalog = Catalog.standard();
        ObjectMapper mapper = mappers().get(1);
        CatalogKind<Survey> surveys = CatalogKind.survey(surveyJson());
        for (CatalogEntry entry : catalog.entries(surveys)) {
            Survey survey = catalog.open(entry.id(), surveys).orThrow();
            assertEquals(survey, mapper.readValue(mapper.writeValueAsString(survey), Survey.class));
            for (var section : survey.sections()) {
                assertEquals(
                        section,
                        mapper.readValue(mapper.writeValueAsString(section), vn.sipas.core.survey.Section.class));
            }
        }
        CatalogKind<IndexDefinition> indices = CatalogKind.index(IndexJson.create());
        for (CatalogEntry entry : catalog.entries(indices)) {
            IndexDefinition index = catalog.open(entry.id(), indices).orThrow();
            assertEquals(index, mapper.readValue(mapper.writeValueAsString(index), IndexDefinition.class));
        }
        RatingScheme scheme = catalog.open("bac-giang-2023", CatalogKind.scheme(SchemeJson.create(), Map.of()))
                .value()
                .orElse(null);
        if (scheme != null) {
            assertEquals(scheme, mapper.readValue(mapper.writeValueAsString(scheme), RatingScheme.class));
        }
    }

    private static IndexResult result() {
        SimulationPlan plan = SimulationPlan.madeUp(2, 60, 3, 5);
        IndexDefinition definition = IndexDefinition.of(
                MethodVersion.of("sample", "1"),
                LocalizedText.of("Chỉ số", "Index"),
                vn.sipas.core.index.IndexComposite.equal(
                        "all",
                        LocalizedText.of("Chung", "Overall"),
                        plan.survey().ratingQuestions().stream()
                                .map(vn.sipas.core.index.IndexItem::of)
                                .toList()),
                ItemStatistic.RESCALED_MEAN);
        IndexAccumulator accumulator = IndexAccumulator.of(
                definition, plan.survey(), SampleDesign.simpleRandom().weighted());
        new ResponseSimulator(plan).forEach(accumulator::accept);
        return accumulator.result().estimateGroups().get(0);
    }

    @Test
    void anIndexResultComesBackWithItsDefinition() throws JsonProcessingException {
        IndexResult result = result();
        assertTrue(result.root().estimate().isPresent());
        for (ObjectMapper mapper : mappers()) {
            String json = mapper.writeValueAsString(result);
            IndexResult back = mapper.readValue(json, IndexResult.class);
            assertEquals(result.definition(), back.definition());
            assertEquals(result.root().estimate(), back.root().estimate());
            assertEquals(json, mapper.writeValueAsString(back));
        }
    }

    @Test
    void aProblemComesBackWithCodePlaceAndWords() throws JsonProcessingException {
        Problem problem =
                Problem.of(ModelProblem.INVALID, Place.in("a.csv", 3, 4).withPath("unit"), "type", "Unit");
        for (ObjectMapper mapper : mappers()) {
            String json = mapper.writeValueAsString(problem);
            Problem back = mapper.readValue(json, Problem.class);
            assertEquals(problem.toString(), back.toString());
            assertEquals(problem.severity(), back.severity());
            assertEquals(json, mapper.writeValueAsString(back));
        }
    }

    private static List<Problem> refused(String json, Class<?> type) {
        JsonMappingException refused =
                assertThrows(JsonMappingException.class, () -> mappers().get(0).readValue(json, type));
        return assertInstanceOf(ProblemException.class, refused.getCause()).problems();
    }

    @Test
    void aMissingNumberIsNeverZero() {
        assertEquals(
                List.of("model.missing kept", "model.missing setAside"),
                refused("{\"source\":\"a\",\"read\":0,\"changed\":0,\"kept\":null}", ReadReport.class).stream()
                        .map(problem -> problem.code() + " " + problem.place().path())
                        .toList());
        assertEquals(
                "model.missing",
                refused("{\"rated\":null}", Answer.class).get(0).code());
        assertEquals(
                "json.type", refused("{\"rated\":\"\"}", Answer.class).get(0).code());
        assertEquals(
                "json.type", refused("{\"rated\":1.5}", Answer.class).get(0).code());
        assertEquals(
                "model.missing",
                refused("{\"unit\":\"1\",\"facts\":{\"a\":{\"type\":\"amount\"}}}", UnitScores.class)
                        .get(0)
                        .code());
    }

    /** Every number of every value of the model, once left out and once null: an error, or it is absent from what was read. */
    @Test
    void noNumberThatIsLeftOutIsReadAsZero() throws JsonProcessingException {
        Map<Class<?>, Object> all = values();
        all.put(IndexResult.class, result());
        all.put(RatingScheme.class, SampleResults.scheme(2));
        ObjectMapper mapper = mappers().get(0);
        List<String> zeros = new ArrayList<>();
        int tried = 0;
        for (Map.Entry<Class<?>, Object> entry : all.entrySet()) {
            Class<?> type = Answer.class.isAssignableFrom(entry.getKey()) ? Answer.class : entry.getKey();
            String sound = mapper.writeValueAsString(entry.getValue());
            List<String> pointers = new ArrayList<>();
            numbers(mapper.readTree(sound), "", pointers);
            for (String pointer : pointers) {
                for (boolean left : List.of(true, false)) {
                    JsonNode broken = mapper.readTree(sound);
                    int slash = pointer.lastIndexOf('/');
                    ObjectNode parent = (ObjectNode) broken.at(pointer.substring(0, slash));
                    String field = pointer.substring(slash + 1);
                    if (left) {
                        parent.remove(field);
                    } else {
                        parent.putNull(field);
                    }
                    tried++;
                    try {
                        JsonNode again =
                                mapper.readTree(mapper.writeValueAsString(mapper.readValue(broken.toString(), type)));
                        JsonNode found = again.at(pointer);
                        if (found.isNumber() && found.doubleValue() == 0) {
                            zeros.add(type.getSimpleName() + pointer);
                        }
                    } catch (JsonMappingException refused) {
                        assertFalse(assertInstanceOf(ProblemException.class, refused.getCause())
                                .problems()
                                .isEmpty());
                    }
                }
            }
        }
        // a yes-or-no fact lies between 0 and 1 whatever the document says
        zeros.removeIf("RatingScheme/facts/0/minimum"::equals);
        assertEquals(List.of(), zeros);
        assertTrue(tried > 200, "tried " + tried);
    }

    /** The pointers to numbers that are fields. */
    private static void numbers(JsonNode node, String pointer, List<String> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                String inner = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
                if (field.getValue().isNumber()
                        && !field.getKey().contains("/")
                        && !field.getKey().contains("~")) {
                    found.add(inner);
                }
                numbers(field.getValue(), inner, found);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                numbers(node.get(i), pointer + "/" + i, found);
            }
        }
    }

    @Test
    void whatTypesRefuseIsNamed() {
        assertEquals(
                "model.invalid", refused("\"../etc\"", UnitCode.class).get(0).code());
        assertEquals(
                "model.invalid",
                refused("{\"lower\":2,\"upper\":1}", Interval.class).get(0).code());
        assertEquals(
                "model.unknown-type",
                refused("{\"type\":\"x\"}", Condition.class).get(0).code());
        assertEquals("json.type", refused("[]", Unit.class).get(0).code());
        assertEquals("model.computed", refused("{}", StarRating.class).get(0).code());
        assertEquals(
                "json.type",
                refused("{\"from\":\"2026-02-30\"}", ValidityPeriod.class)
                        .get(0)
                        .code());
    }

    @Test
    void unknownFieldsAreRefusedOrReportedAsTheMapperSays() throws JsonProcessingException {
        String json = "{\"vi\":\"a\",\"en\":\"b\",\"fr\":\"c\"}";
        assertEquals(
                "json.field.unknown", refused(json, LocalizedText.class).get(0).code());

        List<String> heard = new ArrayList<>();
        ObjectMapper lenient = JsonMapper.builder()
                .addModule(SipasModule.reportingTo(problem ->
                        heard.add(problem.code() + " " + problem.place().path())))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        assertEquals(LocalizedText.of("a", "b"), lenient.readValue(json, LocalizedText.class));
        assertEquals(List.of("json.field.unknown fr"), heard);

        String response = "{\"format\":\"sipas-response/1\",\"id\":\"r\",\"survey\":\"s\",\"revision\":1,"
                + "\"unit\":\"1\",\"wave\":\"w\",\"answers\":{},\"phone\":\"x\"}";
        assertEquals("r", lenient.readValue(response, Response.class).id());
        assertEquals("json.field.unknown phone", heard.get(1));
        assertThrows(JsonMappingException.class, () -> mappers().get(0).readValue(response, Response.class));
    }

    @Test
    void thePublishedSchemaIsThatOfTheTypes() throws IOException {
        List<Class<?>> types = new ArrayList<>(values().keySet());
        types.removeIf(type -> Answer.class.isAssignableFrom(type) && type != Answer.class);
        types.add(Problem.class);
        ObjectWriter pretty = new ObjectMapper().writerWithDefaultPrettyPrinter();
        String schema = pretty.writeValueAsString(ModelSchema.of(types)).replace("\r\n", "\n") + "\n";
        String target = System.getProperty("sipas.writeSchema");
        if (target != null) {
            Files.writeString(Path.of(target), schema);
        }
        assertEquals(new ObjectMapper().readTree(schema), new ObjectMapper().readTree(PublishedSchema.MODEL.text()));
    }

    @Test
    void whatIsWrittenFitsThePublishedSchema() throws JsonProcessingException {
        ObjectMapper mapper = mappers().get(0);
        Map<Class<?>, Object> all = values();
        all.put(IndexResult.class, result());
        all.put(Problem.class, Problem.of(ModelProblem.MISSING, Place.nowhere()));
        JsonNode published = mapper.readTree(PublishedSchema.MODEL.text());
        for (Map.Entry<Class<?>, Object> entry : all.entrySet()) {
            Class<?> type = Answer.class.isAssignableFrom(entry.getKey()) ? Answer.class : entry.getKey();
            JsonNode one = ((com.fasterxml.jackson.databind.node.ObjectNode) published.deepCopy())
                    .put("$ref", "#/$defs/" + type.getSimpleName());
            JsonSchema schema = SCHEMAS.getSchema(one);
            String json = mapper.writeValueAsString(entry.getValue());
            assertEquals(Set.of(), schema.validate(mapper.readTree(json)), json);
        }
    }
}
