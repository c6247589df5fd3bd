package vn.sipas.io.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.io.ReadReport;

/**
 * Whatever makes responses of a stream in a fixed order: {@code ResponseCsvReader::read}, {@code
 * ResponseLinesReader::read}, or an adapter of the host.
 */
@FunctionalInterface
public interface ResponseInput {

    /**
     * Reads a stream, which is not closed. The same bytes give the same responses in the same order.
     *
     * @param input the stream
     * @param source what problems call it
     * @param responses receives the responses
     * @param problems receives the problems
     * @return the account of the rows; nothing but problems if the stream cannot be used at all
     * @throws IOException if the stream cannot be read
     */
    Checked<ReadReport> read(InputStream input, String source, Consumer<Response> responses, Consumer<Problem> problems)
            throws IOException;
}
