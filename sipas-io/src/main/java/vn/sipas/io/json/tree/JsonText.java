package vn.sipas.io.json.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON into a text, the same on every machine. */
public final class JsonText {

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it.
         *
         * @param json takes it
         * @throws IOException if the generator fails
         */
        void write(JsonGenerator json) throws IOException;
    }

    private final JsonFactory factory = new JsonFactory();

    /** Makes a writer. */
    public JsonText() {}

    /**
     * Writes without any line break.
     *
     * @param content what is written
     * @return the text
     */
    public String line(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(text)) {
            content.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", impossible);
        }
        return text.toString();
    }

    /**
     * Writes with two spaces of indentation and a final line feed.
     *
     * @param content what is written
     * @return the text
     */
    public String page(Content content) {
        return line(json -> {
                    json.setPrettyPrinter(printer());
                    content.write(json);
                })
                + "\n";
    }

    /**
     * Writes what {@link #page} returns, in UTF-8, without holding all of it.
     *
     * @param content what is written
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     */
    public void page(Content content, OutputStream output) throws IOException {
        try (JsonGenerator json = factory.createGenerator(output).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.setPrettyPrinter(printer());
            content.write(json);
            json.writeRaw('\n');
        }
        output.flush();
    }

    /**
     * Writes values one below the other in UTF-8, without holding all of them.
     *
     * @param content what is written; it ends each line itself
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     */
    public void lines(Content content, OutputStream output) throws IOException {
        try (JsonGenerator json = factory.createGenerator(output).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.setRootValueSeparator(null);
            content.write(json);
        }
        output.flush();
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }
}
