package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.core.Proportion;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.PrimarySamplingUnit;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.design.Stratum;
import vn.sipas.core.estimate.DesignEffect;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimateTable;
import vn.sipas.core.estimate.Interval;
import vn.sipas.core.index.Contribution;
import vn.sipas.core.index.IndexBase;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.IndexValue;
import vn.sipas.core.rating.FactValue;
import vn.sipas.core.rating.PointsEntry;
import vn.sipas.core.rating.RatingOutcome;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.BallotFunnel;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.SamplingPosition;
import vn.sipas.core.response.Transaction;
import vn.sipas.core.response.Wave;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.Condition;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.RoutingRule;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.validation.ResponseValidator;
import vn.sipas.core.validation.SurveyValidator;
import vn.sipas.io.ReadReport;
import vn.sipas.io.json.tree.JsonLimits;
import vn.sipas.io.json.tree.JsonProblem;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTreeReader;

/**
 * Lets a host's own {@code ObjectMapper} read and write the model: {@code mapper.registerModule(new SipasModule())}, or
 * {@code mapper.findAndRegisterModules()}.
 *
 * <p>Surveys, responses, index definitions and rating schemes stand in the formats of {@link SurveyJson}, {@link
 * ResponseJson}, {@link IndexJson} and {@link SchemeJson}; index results with their definition, so that they can be read
 * back. Everything else (units, scales, questions, answers, estimates, scores, outcomes, problems, reports) is an object with
 * the names of the record's components; {@link PublishedSchema#MODEL} describes it. A {@link StarRating} is computed and only
 * written. The names are part of the formats: a naming strategy, an inclusion rule or default typing of the mapper does not
 * change them.
 *
 * <p>A document with errors is a {@link JsonMappingException} whose cause is a {@link ProblemException} with every problem. A
 * missing number is such an error and never 0. An unknown field is one, too, while the mapper has {@link
 * DeserializationFeature#FAIL_ON_UNKNOWN_PROPERTIES}; otherwise it is reported to the listener of {@link
 * #reportingTo(Consumer)}, as are other warnings. A response is checked for its form only; {@link
 * ResponseValidator#check(Response, Survey)} holds it against its survey.
 *
 * <p>A mapper with this module is as safe for use by several threads as without it, if the listener of warnings is. It cannot
 * be stored by Java serialization.
 */
public final class SipasModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final List<Class<?>> BY_SHAPE = List.of(
            LocalizedText.class,
            MethodVersion.class,
            ValidityPeriod.class,
            Fraction.class,
            Proportion.class,
            Place.class,
            Problem.class,
            UnitCode.class,
            UnitKey.class,
            Unit.class,
            SurveyKey.class,
            ScaleLevel.class,
            RatingScale.class,
            Choice.class,
            Question.class,
            Section.class,
            Condition.class,
            RoutingRule.class,
            Answer.class,
            Wave.class,
            Transaction.class,
            SamplingPosition.class,
            BallotFunnel.class,
            DesignWeight.class,
            FinitePopulation.class,
            Stratum.class,
            PrimarySamplingUnit.class,
            SampleDesign.class,
            Interval.class,
            DesignEffect.class,
            Estimate.class,
            EstimateTable.class,
            IndexBase.class,
            Contribution.class,
            IndexValue.class,
            PointsEntry.class,
            FactValue.class,
            UnitScores.class,
            RatingOutcome.class,
            RatingOutcome.Reason.class,
            ReadReport.class);

    /**
     * Makes a module with validators of its own that drops warnings. Needed by {@link java.util.ServiceLoader}; starting the
     * validators costs a noticeable fraction of a second the first time.
     */
    public SipasModule() {
        this(SurveyJson.standalone(), ResponseJson.standalone(), warning -> {});
    }

    private SipasModule(SurveyJson surveys, ResponseJson responses, Consumer<Problem> warnings) {
        super("sipas");
        add(Survey.class, warnings, JsonLimits.DEFINITION, tree -> surveys.survey(tree, Place.nowhere()));
        add(Response.class, warnings, JsonLimits.RESPONSE, tree -> responses.response(tree, Place.nowhere()));
        add(
                IndexDefinition.class,
                warnings,
                JsonLimits.DEFINITION,
                tree -> IndexJson.definition(tree, Place.nowhere()));
        SchemeJson schemes = SchemeJson.create();
        add(
                RatingScheme.class,
                warnings,
                JsonLimits.DEFINITION,
                tree -> schemes.scheme(tree, Place.nowhere(), Map.of()));
        add(
                IndexResult.class,
                warnings,
                JsonLimits.DEFINITION,
                read(tree -> IndexResultForm.read(tree, Place.nowhere())));
        add(StarRating.class, warnings, JsonLimits.DEFINITION, tree -> computed("StarRating"));
        for (Class<?> type : BY_SHAPE) {
            for (Class<?> one : ModelShape.withAlternatives(type)) {
                addByShape(one, warnings);
            }
        }
        addKeySerializer(UnitCode.class, new UnitCodeName());
        addKeyDeserializer(UnitCode.class, new UnitCodeKey());
    }

    /**
     * Makes a module with validators of its own.
     *
     * @return the module
     */
    public static SipasModule standalone() {
        return new SipasModule();
    }

    /**
     * Makes a module with validators of its own that hands on what would be dropped.
     *
     * @param warnings receives the warnings about documents that are read, such as unknown fields; called on the thread that
     *     reads
     * @return the module
     */
    public static SipasModule reportingTo(Consumer<Problem> warnings) {
        return new SipasModule(
                SurveyJson.standalone(), ResponseJson.standalone(), Objects.requireNonNull(warnings, "warnings"));
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
                ResponseJson.using(ResponseValidator.using(validator)),
                warning -> {});
    }

    /** Turns a tree into a value. */
    @FunctionalInterface
    private interface Reader<T> {
        Checked<T> read(Checked<JsonTree> tree);
    }

    @FunctionalInterface
    private interface TreeReader<T> {
        Checked<T> read(JsonTree tree);
    }

    private static <T> Reader<T> read(TreeReader<T> reader) {
        return tree -> tree.value().isPresent() ? reader.read(tree.value().get()) : Checked.refused(tree.problems());
    }

    private static <T> Checked<T> computed(String type) {
        return Checked.refused(Problem.of(ModelProblem.COMPUTED, Place.nowhere(), "type", type));
    }

    private <T> void addByShape(Class<T> type, Consumer<Problem> warnings) {
        add(type, warnings, JsonLimits.DEFINITION, read(tree -> {
            ModelReading reading = new ModelReading(Place.nowhere());
            boolean answer = Answer.class.isAssignableFrom(type);
            Object read = reading.read(tree, answer ? Answer.class : type, "");
            if (read != null && !type.isInstance(read)) {
                reading.report(ModelProblem.INVALID, tree, "", "type", type.getSimpleName());
            }
            Optional<T> value =
                    Optional.ofNullable(read).filter(type::isInstance).map(type::cast);
            return reading.failed() || value.isEmpty()
                    ? Checked.refused(reading.problems())
                    : new Checked<>(value, reading.problems());
        }));
    }

    private <T> void add(Class<T> type, Consumer<Problem> warnings, JsonLimits limits, Reader<T> reader) {
        addSerializer(type, new ModelSerializer<>(type));
        addDeserializer(type, new ModelDeserializer<>(type, warnings, limits, reader));
    }

    private static final class ModelSerializer<T> extends StdSerializer<T> {

        private static final long serialVersionUID = 1L;

        ModelSerializer(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            ModelWriting.write(json, value);
        }

        @Override
        public void serializeWithType(T value, JsonGenerator json, SerializerProvider provider, TypeSerializer typing)
                throws IOException {
            ModelWriting.write(json, value);
        }
    }

    private static final class ModelDeserializer<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Consumer<Problem> warnings;
        private final transient JsonTreeReader trees;
        private final transient Reader<T> reader;

        ModelDeserializer(Class<T> type, Consumer<Problem> warnings, JsonLimits limits, Reader<T> reader) {
            super(type);
            this.warnings = warnings;
            this.trees = new JsonTreeReader(limits);
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Checked<T> checked = reader.read(trees.readCurrent(parser, Place.nowhere()));
            List<Problem> problems = checked.problems();
            if (checked.value().isEmpty()) {
                throw refused(parser, problems);
            }
            List<Problem> unknown = new ArrayList<>(problems);
            unknown.removeIf(problem -> problem.kind() != JsonProblem.UNKNOWN_FIELD);
            if (!unknown.isEmpty() && context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)) {
                throw refused(parser, unknown);
            }
            problems.forEach(warnings);
            return checked.value().get();
        }

        @Override
        public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer typing)
                throws IOException {
            return deserialize(parser, context);
        }

        private static JsonMappingException refused(JsonParser parser, List<Problem> problems) {
            ProblemException cause = new ProblemException(problems);
            return JsonMappingException.from(parser, String.valueOf(cause.getMessage()), cause);
        }
    }

    private static final class UnitCodeName extends StdSerializer<UnitCode> {

        private static final long serialVersionUID = 1L;

        UnitCodeName() {
            super(UnitCode.class);
        }

        @Override
        public void serialize(UnitCode unit, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(unit.value());
        }
    }

    private static final class UnitCodeKey extends KeyDeserializer {

        @Override
        public @Nullable Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return UnitCode.of(key);
            } catch (IllegalArgumentException malformed) {
                return context.handleWeirdKey(UnitCode.class, key, "is not a unit code");
            }
        }
    }
}
