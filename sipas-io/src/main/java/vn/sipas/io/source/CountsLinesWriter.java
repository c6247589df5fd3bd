package vn.sipas.io.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.io.json.tree.JsonText;

/**
 * Writes counted answers as newline-delimited JSON, one distribution a line, such as <code>{"format":"sipas-counts/1",
 * "unit":"07210","question":"q1","day":"2026-08-29","hour":9,"counts":{"1":0,"2":3}}</code>; the counts go by the codes of
 * the levels. Not safe for use by several threads.
 */
public final class CountsLinesWriter implements AutoCloseable {

    /** The format and its version, the first field of every line. */
    public static final String FORMAT = "sipas-counts/1";

    private final OutputStream output;
    private final JsonText json = new JsonText();

    private CountsLinesWriter(OutputStream output) {
        this.output = output;
    }

    /**
     * Starts a file.
     *
     * @param output where to write; the caller closes it
     * @return the writer
     */
    public static CountsLinesWriter open(OutputStream output) {
        return new CountsLinesWriter(new BufferedOutputStream(Objects.requireNonNull(output, "output"), 1 << 16));
    }

    /**
     * Writes the counts of one unit, question and time.
     *
     * @param counts the counts
     * @throws IOException if writing fails
     */
    public void write(CountedAnswers counts) throws IOException {
        String line = json.line(generator -> {
            generator.writeStartObject();
            generator.writeStringField("format", FORMAT);
            generator.writeStringField("unit", counts.unit().value());
            if (counts.servicePoint().isPresent()) {
                generator.writeStringField("servicePoint", counts.servicePoint().get());
            }
            generator.writeStringField("question", counts.question().code());
            generator.writeStringField("scale", counts.question().scale().id());
            if (counts.day().isPresent()) {
                generator.writeStringField("day", counts.day().get().toString());
            }
            if (counts.hour().isPresent()) {
                generator.writeNumberField("hour", counts.hour().getAsInt());
            }
            generator.writeObjectFieldStart("counts");
            List<ScaleLevel> levels = counts.question().scale().levels();
            for (int i = 0; i < levels.size(); i++) {
                generator.writeNumberField(levels.get(i).code(), counts.counts().get(i));
            }
            generator.writeEndObject();
            generator.writeEndObject();
        });
        output.write(line.getBytes(StandardCharsets.UTF_8));
        output.write('\n');
    }

    /**
     * Passes everything on to the output, which stays open.
     *
     * @throws IOException if writing fails
     */
    @Override
    public void close() throws IOException {
        output.flush();
    }
}
