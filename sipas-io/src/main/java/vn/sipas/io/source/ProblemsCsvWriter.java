package vn.sipas.io.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Language;
import vn.sipas.core.Problem;
import vn.sipas.io.csv.SpreadsheetText;

/**
 * Writes problems and changed cells as they come, with the columns {@code file,line,column,code,message}, in UTF-8 with LF.
 * The message about a changed cell ends in its old and its new value, so that the file belongs where the answers may be
 * kept. Not safe for use by several threads.
 */
public final class ProblemsCsvWriter implements AutoCloseable {

    private static final int LONGEST_VALUE = 300;

    private final CsvWriter csv;
    private final Language language;
    private final Map<String, ChangedCell> pending = new HashMap<>();

    private ProblemsCsvWriter(CsvWriter csv, Language language) {
        this.csv = csv;
        this.language = language;
    }

    /**
     * Starts a file with its headings.
     *
     * @param output where to write; the caller closes it
     * @param language the language of the messages
     * @return the writer
     * @throws java.io.UncheckedIOException if writing fails
     */
    public static ProblemsCsvWriter open(OutputStream output, Language language) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16));
        csv.writeRecord("file", "line", "column", "code", "message");
        return new ProblemsCsvWriter(csv, Objects.requireNonNull(language, "language"));
    }

    /**
     * Takes a changed cell; it is written with the problem that follows for the same place.
     *
     * @param cell the cell
     */
    public void changed(ChangedCell cell) {
        pending.put(cell.place() + " " + cell.reason().code(), cell);
    }

    /**
     * Writes a problem.
     *
     * @param problem the problem
     * @throws java.io.UncheckedIOException if writing fails
     */
    public void write(Problem problem) {
        String key = problem.place() + " " + problem.code();
        @Nullable ChangedCell cell = pending.remove(key);
        String message = problem.message(language);
        if (cell != null) {
            message += " \u00ab" + shortened(cell.oldValue()) + "\u00bb \u2192 \u00ab" + shortened(cell.newValue())
                    + "\u00bb";
        }
        csv.writeRecord(
                SpreadsheetText.safe(problem.place().source().orElse("")),
                problem.place().line().isPresent()
                        ? Long.toString(problem.place().line().getAsLong())
                        : "",
                problem.place().column().isPresent()
                        ? Integer.toString(problem.place().column().getAsInt())
                        : "",
                problem.code(),
                SpreadsheetText.safe(message.replace('\0', '\ufffd')));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "\u2026";
    }

    /**
     * Passes everything on to the output, which stays open.
     *
     * @throws IOException if writing fails
     */
    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
