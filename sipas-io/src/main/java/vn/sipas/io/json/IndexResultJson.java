package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.Problem;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimateFlag;
import vn.sipas.core.index.Contribution;
import vn.sipas.core.index.IndexBase;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.IndexScore;
import vn.sipas.core.index.NoValue;
import vn.sipas.core.index.NodeResult;
import vn.sipas.io.json.tree.JsonText;

/**
 * Writes the index of groups with all that stands behind it in the format {@value #FORMAT}: one object a group with the
 * method and its standing, and every node of the tree with its score, its printed form, what it adds to the node above, the
 * answers behind it and its sampling error.
 *
 * <p>{@link #write} makes one document, a JSON array; {@link #writeLines} makes newline-delimited JSON, one group a line, for
 * any number of groups. What does not exist is absent and never 0; infinite numbers are the strings {@code "Inf"} and
 * {@code "-Inf"}. {@link PublishedSchema#RESULT} describes one group. Immutable and safe for use by several threads.
 */
public final class IndexResultJson {

    /** The format and its version, the first field of every group. */
    public static final String FORMAT = "sipas-result/1";

    private final JsonText writer = new JsonText();

    private IndexResultJson() {}

    /**
     * Makes a writer.
     *
     * @return the writer
     */
    public static IndexResultJson create() {
        return new IndexResultJson();
    }

    /**
     * Writes groups as one document.
     *
     * @param results one result a group
     * @return an array, indented by two spaces, with line feeds
     */
    public String write(Collection<IndexResult> results) {
        return writer.page(json -> {
            json.writeStartArray();
            for (IndexResult result : results) {
                group(json, result);
            }
            json.writeEndArray();
        });
    }

    /**
     * Writes a group in one line.
     *
     * @param result the result
     * @return the object, without a line end
     */
    public String writeLine(IndexResult result) {
        return writer.line(json -> group(json, result));
    }

    /**
     * Writes groups as newline-delimited JSON in UTF-8 with LF, one at a time.
     *
     * @param results one result a group, read once
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     */
    public void writeLines(Iterable<IndexResult> results, OutputStream output) throws IOException {
        BufferedOutputStream buffer = new BufferedOutputStream(output, 1 << 16);
        for (IndexResult result : results) {
            buffer.write(writeLine(result).getBytes(StandardCharsets.UTF_8));
            buffer.write('\n');
        }
        buffer.flush();
    }

    private static void group(JsonGenerator json, IndexResult result) throws IOException {
        MethodVersion method = result.definition().method();
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeStringField("method", method.toString());
        json.writeStringField("standing", SchemeReader.word(result.definition().standing()));
        StarRatingJson.text(json, "title", result.definition().title());
        if (method.legalBasis().isPresent()) {
            StarRatingJson.text(json, "legalBasis", method.legalBasis().get());
        }
        json.writeStringField("group", result.group());
        warnings(json, result.warnings());
        json.writeArrayFieldStart("nodes");
        node(json, result.root(), Optional.empty(), Optional.empty());
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void node(
            JsonGenerator json, NodeResult node, Optional<String> parent, Optional<Contribution> contribution)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", node.id());
        if (parent.isPresent()) {
            json.writeStringField("parent", parent.get());
        }
        StarRatingJson.text(json, "name", node.node().name());
        if (node.value() instanceof IndexScore score) {
            json.writeNumberField("score", score.value());
            json.writeStringField("printed", score.toString());
        } else if (node.value() instanceof NoValue none) {
            json.writeStringField("noValue", SchemeReader.word(none.reason()));
            StarRatingJson.text(json, "explanation", none.explanation());
        }
        if (contribution.isPresent()) {
            json.writeStringField("weight", contribution.get().weight().toString());
            json.writeNumberField("contribution", contribution.get().exact().doubleValue());
        }
        if (node.base().isPresent()) {
            IndexBase base = node.base().get();
            json.writeObjectFieldStart("base");
            json.writeNumberField("smallest", base.smallest());
            json.writeNumberField("largest", base.largest());
            json.writeNumberField("answers", base.answers());
            json.writeEndObject();
        }
        if (node.estimate().isPresent()) {
            estimate(json, node.estimate().get());
        }
        warnings(json, node.warnings());
        json.writeEndObject();
        for (NodeResult child : node.children()) {
            node(json, child, Optional.of(node.id()), node.contribution(child.id()));
        }
    }

    private static void estimate(JsonGenerator json, Estimate estimate) throws IOException {
        json.writeObjectFieldStart("estimate");
        json.writeStringField("statistic", estimate.statistic());
        number(json, "value", OptionalDouble.of(estimate.value()));
        number(json, "standardError", OptionalDouble.of(estimate.standardError()));
        number(json, "df", OptionalDouble.of(estimate.df()));
        number(json, "lower", OptionalDouble.of(estimate.interval().lower()));
        number(json, "upper", OptionalDouble.of(estimate.interval().upper()));
        number(json, "level", OptionalDouble.of(estimate.level()));
        json.writeStringField("interval", estimate.method());
        json.writeNumberField("n", estimate.base());
        number(json, "nEff", estimate.effectiveBase());
        number(json, "deff", estimate.designEffect().withReplacement());
        json.writeArrayFieldStart("flags");
        for (EstimateFlag flag : estimate.flags()) {
            json.writeString(flag.name());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, OptionalDouble value) throws IOException {
        if (value.isEmpty()) {
            return;
        }
        double number = value.getAsDouble();
        if (Double.isInfinite(number)) {
            json.writeStringField(name, number > 0 ? "Inf" : "-Inf");
        } else {
            json.writeNumberField(name, number);
        }
    }

    private static void warnings(JsonGenerator json, List<Problem> warnings) throws IOException {
        if (warnings.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("warnings");
        for (Problem warning : warnings) {
            json.writeStartObject();
            json.writeStringField("code", warning.code());
            StarRatingJson.text(
                    json, "text", LocalizedText.of(warning.message(Language.VI), warning.message(Language.EN)));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
