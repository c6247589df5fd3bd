package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.concurrent.CancellationException;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.index.IndexResult;
import vn.sipas.io.json.tree.JsonLimits;
import vn.sipas.io.json.tree.JsonText;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTreeReader;
import vn.sipas.io.progress.WriteSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * Reads and writes the index of groups with all that stands behind it in the format {@value #FORMAT}: one object a group with
 * the definition of the index, and every node of the tree with its value, what its parts add to it, the answers behind it and
 * its sampling error. It is the form in which {@link SipasModule} reads and writes an {@link IndexResult}.
 *
 * <p>{@link #write(Collection)} makes one document, a JSON array; {@link #writeLines} makes newline-delimited JSON, one group a
 * line, for any number of groups. What does not exist is absent and never 0; infinite numbers are the strings {@code "Inf"} and
 * {@code "-Inf"}. {@link PublishedSchema#RESULT} describes one group. Immutable and safe for use by several threads.
 */
public final class IndexResultJson {

    /** The format and its version, the first field of every group. */
    public static final String FORMAT = "sipas-index-result/1";

    private final JsonTreeReader reader = new JsonTreeReader(JsonLimits.DEFINITION);
    private final JsonText writer = new JsonText();

    private IndexResultJson() {}

    /**
     * Makes a reader and writer.
     *
     * @return the reader and writer
     */
    public static IndexResultJson create() {
        return new IndexResultJson();
    }

    /**
     * Reads a group.
     *
     * @param json one object, such as a line that {@link #writeLines} wrote
     * @param place where the object begins
     * @return the result, or everything that is wrong
     */
    public Checked<IndexResult> read(String json, Place place) {
        Checked<JsonTree> tree = reader.read(json, place);
        return tree.value().isEmpty()
                ? Checked.refused(tree.problems())
                : IndexResultForm.read(tree.value().get(), place);
    }

    /**
     * Writes groups as one document.
     *
     * @param results one result a group
     * @return an array, indented by two spaces, with line feeds
     */
    public String write(Collection<IndexResult> results) {
        return writer.page(json ->
                document(json, results, new WriteSteps(ProgressListener.none(), OutputStream.nullOutputStream())));
    }

    /**
     * Writes groups as one document, one at a time.
     *
     * @param results one result a group, read once
     * @param output where to write, in UTF-8; flushed, not closed
     * @param progress hears how many groups and bytes are written and may end the call
     * @throws IOException if writing fails
     * @throws CancellationException if {@code progress} ends the call
     */
    public void write(Iterable<IndexResult> results, OutputStream output, ProgressListener progress)
            throws IOException {
        WriteSteps steps = new WriteSteps(progress, output);
        writer.page(json -> document(json, results, steps), steps.output());
        steps.end();
    }

    private static void document(JsonGenerator json, Iterable<IndexResult> results, WriteSteps steps)
            throws IOException {
        json.writeStartArray();
        for (IndexResult result : results) {
            IndexResultForm.write(json, result);
            steps.row();
        }
        json.writeEndArray();
    }

    /**
     * Writes a group in one line.
     *
     * @param result the result
     * @return the object, without a line end; {@link #read} is the inverse
     */
    public String writeLine(IndexResult result) {
        return writer.line(json -> IndexResultForm.write(json, result));
    }

    /**
     * Writes groups as newline-delimited JSON in UTF-8 with LF, one at a time.
     *
     * @param results one result a group, read once
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     */
    public void writeLines(Iterable<IndexResult> results, OutputStream output) throws IOException {
        writeLines(results, output, ProgressListener.none());
    }

    /**
     * Writes groups like {@link #writeLines(Iterable, OutputStream)}.
     *
     * @param results one result a group, read once
     * @param output where to write; flushed, not closed
     * @param progress hears how many groups and bytes are written and may end the call
     * @throws IOException if writing fails
     * @throws CancellationException if {@code progress} ends the call
     */
    public void writeLines(Iterable<IndexResult> results, OutputStream output, ProgressListener progress)
            throws IOException {
        WriteSteps steps = new WriteSteps(progress, output);
        writer.lines(
                json -> {
                    for (IndexResult result : results) {
                        IndexResultForm.write(json, result);
                        json.writeRaw('\n');
                        steps.row();
                    }
                },
                steps.output());
        steps.end();
    }
}
