package vn.sipas.io.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.response.Response;
import vn.sipas.io.json.tree.JsonText;
import vn.sipas.io.table.SourceRow;

/**
 * Writes the rows of an import as they stood in the file, for audit: newline-delimited JSON, one object a row, such as
 * <code>{"source":"export.csv","line":2,"rows":1,"response":"17","cells":["…"]}</code>; rows that were set aside have no
 * {@code response}.
 *
 * <p>The cells are those of the file, with all personal data in them. Whoever keeps this file processes personal data in
 * the sense of the Law 91/2025/QH15. Not safe for use by several threads.
 */
public final class RawRowsWriter implements AutoCloseable {

    private final OutputStream output;
    private final JsonText json = new JsonText();

    private RawRowsWriter(OutputStream output) {
        this.output = output;
    }

    /**
     * Starts a file.
     *
     * @param output where to write; the caller closes it
     * @return the writer
     */
    public static RawRowsWriter open(OutputStream output) {
        return new RawRowsWriter(new BufferedOutputStream(Objects.requireNonNull(output, "output"), 1 << 16));
    }

    /**
     * Returns a sink that writes every row that an import read: with the id of the response that it became, or without one
     * if it was set aside. It may be the only sink, or the audit of a {@code ResponseImport}.
     *
     * @return the sink; it throws {@link UncheckedIOException} if writing fails
     */
    public ImportSink sink() {
        return new ImportSink() {
            @Override
            public void response(Response response, SourceRow row) {
                keep(row, Optional.of(response.id()));
            }

            @Override
            public void setAside(SourceRow row) {
                keep(row, Optional.empty());
            }
        };
    }

    private void keep(SourceRow row, Optional<String> response) {
        try {
            write(row, response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Writes a row.
     *
     * @param row the row
     * @param response the id of the response it became; empty if it was set aside
     * @throws IOException if writing fails
     */
    public void write(SourceRow row, Optional<String> response) throws IOException {
        String line = json.line(generator -> {
            generator.writeStartObject();
            generator.writeStringField("source", row.place().source().orElse(""));
            if (row.place().line().isPresent()) {
                generator.writeNumberField("line", row.place().line().getAsLong());
            }
            generator.writeNumberField("rows", row.inputRows());
            if (response.isPresent()) {
                generator.writeStringField("response", response.get());
            }
            generator.writeArrayFieldStart("cells");
            for (String cell : row.cells()) {
                generator.writeString(cell);
            }
            generator.writeEndArray();
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
