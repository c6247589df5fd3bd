package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON into a text, the same on every machine. */
final class JsonText {

    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private final JsonFactory factory = new JsonFactory();

    /** Writes without any line break. */
    String line(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(text)) {
            content.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", impossible);
        }
        return text.toString();
    }

    /** Writes with two spaces of indentation and a final line feed. */
    String page(Content content) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return line(json -> {
                    json.setPrettyPrinter(printer);
                    content.write(json);
                })
                + "\n";
    }
}
