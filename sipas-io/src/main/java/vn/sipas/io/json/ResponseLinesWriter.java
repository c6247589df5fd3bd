package vn.sipas.io.json;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import vn.sipas.core.response.Response;

/**
 * Writes newline-delimited JSON with one response a line, in UTF-8 with LF; {@link ResponseLinesReader} is the inverse. Not
 * safe for use by several threads.
 */
public final class ResponseLinesWriter implements AutoCloseable {

    private final ResponseJson json;
    private final OutputStream output;

    private ResponseLinesWriter(ResponseJson json, OutputStream output) {
        this.json = json;
        this.output = output;
    }

    /**
     * Starts a file.
     *
     * @param output where to write; the caller closes it
     * @param json writes the lines
     * @return the writer
     */
    public static ResponseLinesWriter open(OutputStream output, ResponseJson json) {
        return new ResponseLinesWriter(Objects.requireNonNull(json, "json"), new BufferedOutputStream(output, 1 << 16));
    }

    /**
     * Writes a response.
     *
     * @param response the response
     * @throws IOException if writing fails
     */
    public void write(Response response) throws IOException {
        output.write(json.write(response).getBytes(StandardCharsets.UTF_8));
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
