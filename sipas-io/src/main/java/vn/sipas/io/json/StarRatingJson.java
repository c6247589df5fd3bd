package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.rating.Advice;
import vn.sipas.core.rating.CriterionResult;
import vn.sipas.core.rating.Explanation;
import vn.sipas.core.rating.GateResult;
import vn.sipas.core.rating.Provenance;
import vn.sipas.core.rating.RatingOutcome;
import vn.sipas.core.rating.SatisfactionReading;
import vn.sipas.core.rating.StarChange;
import vn.sipas.core.rating.StarPath;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.rating.StarUncertainty;
import vn.sipas.io.json.tree.JsonText;
import vn.sipas.io.progress.WriteSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * Writes ratings with all that led to them in the format {@value #FORMAT}: outcome with reasons, total, criteria, gates,
 * satisfaction figures with the statistic each is, advice, uncertainty, change, and the explanation tree in Vietnamese
 * and English.
 *
 * <p>Exact points are JSON numbers where their decimal expansion ends, else texts such as {@code "100/9"}. Immutable and
 * safe for use by several threads.
 */
public final class StarRatingJson {

    /** The format and its version, the first field of every document. */
    public static final String FORMAT = "sipas-ratings/1";

    private final JsonText writer = new JsonText();

    private StarRatingJson() {}

    /**
     * Makes a writer.
     *
     * @return the writer
     */
    public static StarRatingJson create() {
        return new StarRatingJson();
    }

    /**
     * Writes ratings without a year before.
     *
     * @param ratings the ratings
     * @return the document, indented by two spaces, with line feeds
     */
    public String write(List<StarRating> ratings) {
        return writer.page(json ->
                document(json, ratings, new WriteSteps(ProgressListener.none(), OutputStream.nullOutputStream())));
    }

    /**
     * Writes ratings without a year before, one at a time, so that any number of units can be written.
     *
     * @param ratings the ratings, read once
     * @param output where to write, in UTF-8; flushed, not closed
     * @param progress hears how many units and bytes are written and may end the call
     * @throws IOException if writing fails
     * @throws CancellationException if {@code progress} ends the call
     */
    public void write(Iterable<StarRating> ratings, OutputStream output, ProgressListener progress) throws IOException {
        WriteSteps steps = new WriteSteps(progress, output);
        writer.page(json -> document(json, ratings, steps), steps.output());
        steps.end();
    }

    private static void document(JsonGenerator json, Iterable<StarRating> ratings, WriteSteps steps)
            throws IOException {
        start(json);
        for (StarRating rating : ratings) {
            rating(json, rating, Optional.empty());
            steps.row();
        }
        end(json);
    }

    /**
     * Writes ratings with their changes against the year before.
     *
     * @param changes the changes, one a unit
     * @return the document, indented by two spaces, with line feeds
     */
    public String writeChanges(List<StarChange> changes) {
        return writer.page(json ->
                changes(json, changes, new WriteSteps(ProgressListener.none(), OutputStream.nullOutputStream())));
    }

    /**
     * Writes ratings with their changes against the year before, one at a time.
     *
     * @param changes the changes, one a unit, read once
     * @param output where to write, in UTF-8; flushed, not closed
     * @param progress hears how many units and bytes are written and may end the call
     * @throws IOException if writing fails
     * @throws CancellationException if {@code progress} ends the call
     */
    public void writeChanges(Iterable<StarChange> changes, OutputStream output, ProgressListener progress)
            throws IOException {
        WriteSteps steps = new WriteSteps(progress, output);
        writer.page(json -> changes(json, changes, steps), steps.output());
        steps.end();
    }

    private static void changes(JsonGenerator json, Iterable<StarChange> changes, WriteSteps steps) throws IOException {
        start(json);
        for (StarChange change : changes) {
            rating(json, change.now(), Optional.of(change));
            steps.row();
        }
        end(json);
    }

    private static void start(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeArrayFieldStart("ratings");
    }

    private static void end(JsonGenerator json) throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    static void rating(JsonGenerator json, StarRating rating, Optional<StarChange> change) throws IOException {
        json.writeStartObject();
        json.writeStringField("unit", rating.unit().value());
        json.writeStringField("method", rating.scheme().method().toString());
        outcome(json, rating.outcome());
        if (rating.total().isPresent()) {
            number(json, "total", rating.total().get());
            json.writeStringField(
                    "printedTotal", rating.printedTotal().orElseThrow().toPlainString());
        }
        json.writeArrayFieldStart("unmet");
        for (String code : rating.unmet()) {
            json.writeString(code);
        }
        json.writeEndArray();
        if (change.isPresent()) {
            json.writeStringField("change", change.get().direction().tag());
            json.writeArrayFieldStart("previous");
            for (StarRating before : change.get().before()) {
                json.writeStartObject();
                json.writeStringField("unit", before.unit().value());
                outcome(json, before.outcome());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("criteria");
        for (CriterionResult result : rating.criteria()) {
            criterion(json, result);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("gates");
        for (GateResult gate : rating.gates()) {
            json.writeStartObject();
            json.writeStringField("code", gate.gate().code());
            json.writeBooleanField("met", gate.met());
            text(json, "finding", gate.finding());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("satisfaction");
        for (SatisfactionReading reading : rating.satisfaction()) {
            json.writeStartObject();
            json.writeStringField("criterion", reading.criterion());
            json.writeStringField("statistic", SchemeReader.word(reading.statistic()));
            number(json, "value", reading.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        advice(json, Advice.on(rating));
        uncertainty(json, StarUncertainty.of(rating));
        json.writeFieldName("explanation");
        explanation(json, rating.explanation());
        json.writeEndObject();
    }

    private static void outcome(JsonGenerator json, RatingOutcome outcome) throws IOException {
        json.writeStringField("outcome", outcome.tag());
        List<RatingOutcome.Reason> reasons = List.of();
        if (outcome instanceof RatingOutcome.Awarded awarded) {
            json.writeNumberField("stars", awarded.stars());
            text(json, "label", awarded.label());
        } else if (outcome instanceof RatingOutcome.NotRecognized refused) {
            reasons = refused.reasons();
        } else if (outcome instanceof RatingOutcome.NotEligible excluded) {
            reasons = excluded.reasons();
        }
        if (!reasons.isEmpty()) {
            json.writeArrayFieldStart("reasons");
            for (RatingOutcome.Reason reason : reasons) {
                json.writeStartObject();
                json.writeStringField("code", reason.code());
                text(json, "text", reason.text());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void criterion(JsonGenerator json, CriterionResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", result.criterion().code());
        if (result.points().isPresent()) {
            number(json, "points", result.points().get());
        }
        number(json, "max", result.criterion().maximum());
        if (result.entry().self().isPresent()) {
            number(json, "self", result.entry().self().get());
        }
        if (result.entry().appraised().isPresent()) {
            number(json, "appraised", result.entry().appraised().get());
        }
        json.writeEndObject();
    }

    private static void advice(JsonGenerator json, Advice advice) throws IOException {
        json.writeArrayFieldStart("advice");
        for (StarPath path : advice.paths()) {
            json.writeStartObject();
            json.writeNumberField("stars", path.band().stars());
            number(json, "pointsToReach", path.pointsToReach());
            json.writeArrayFieldStart("gatesToLift");
            for (var gate : path.gatesToLift()) {
                json.writeString(gate.code());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("smallestSets");
            for (StarPath.CriteriaSet set : path.sets()) {
                json.writeStartObject();
                json.writeArrayFieldStart("criteria");
                for (String code : set.codes()) {
                    json.writeString(code);
                }
                json.writeEndArray();
                number(json, "available", set.available());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeBooleanField("complete", path.complete());
            if (path.quota().isPresent()) {
                json.writeStringField("quota", path.quota().get().code());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void uncertainty(JsonGenerator json, StarUncertainty uncertainty) throws IOException {
        json.writeObjectFieldStart("uncertainty");
        json.writeArrayFieldStart("probabilities");
        for (var entry : uncertainty.probabilities().entrySet()) {
            json.writeStartObject();
            json.writeNumberField("stars", entry.getKey());
            json.writeNumberField("probability", entry.getValue().value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("standardError", uncertainty.standardError());
        if (uncertainty.warning().isPresent()) {
            text(json, "warning", uncertainty.warning().get());
        }
        json.writeEndObject();
    }

    private static void explanation(JsonGenerator json, Explanation node) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", SchemeReader.word(node.kind()));
        if (!node.code().isEmpty()) {
            json.writeStringField("code", node.code());
        }
        text(json, "title", node.title());
        text(json, "statement", node.statement());
        if (node.points().isPresent()) {
            number(json, "points", node.points().get());
        }
        if (node.maximum().isPresent()) {
            number(json, "max", node.maximum().get());
        }
        if (node.provenance().isPresent()) {
            Provenance provenance = node.provenance().get();
            json.writeObjectFieldStart("source");
            json.writeStringField("standing", SchemeReader.word(provenance.standing()));
            if (provenance.article().isPresent()) {
                text(json, "article", provenance.article().get());
            }
            if (provenance.address().isPresent()) {
                json.writeStringField("address", provenance.address().get().toString());
            }
            json.writeEndObject();
        }
        if (!node.children().isEmpty()) {
            json.writeArrayFieldStart("children");
            for (Explanation child : node.children()) {
                explanation(json, child);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    static void text(JsonGenerator json, String name, LocalizedText text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("vi", text.vi());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, Fraction value) throws IOException {
        Optional<BigDecimal> decimal = value.exactDecimal();
        if (decimal.isPresent()) {
            json.writeFieldName(name);
            json.writeNumber(decimal.get().toPlainString());
        } else {
            json.writeStringField(name, value.toString());
        }
    }
}
