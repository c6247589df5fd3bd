package vn.sipas.io.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.ReadReport;
import vn.sipas.io.identifier.IdentifierMemory;
import vn.sipas.io.json.tree.BoundedLines;
import vn.sipas.io.progress.CountedInput;
import vn.sipas.io.progress.ProgressSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * Reads newline-delimited JSON with one response a line in the format {@value ResponseJson#FORMAT}, in constant memory.
 *
 * <p>A line that is too long, not UTF-8, not a valid response, about an unknown unit, or repeats an id is set aside with its
 * problems, and reading goes on with the next line. A line used in spite of warnings counts as changed. Empty lines and a
 * byte order mark at the start are passed over.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ResponseLinesReader {

    private static final int MAX_LINE_BYTES = 1_000_000;
    private static final int REMEMBERED_IDS = 4_000_000;

    private final ResponseJson json;
    private final Optional<Survey> survey;
    private final int maxLineBytes;
    private final Predicate<UnitCode> knownUnit;
    private final ProgressListener progress;

    private ResponseLinesReader(
            ResponseJson json,
            Optional<Survey> survey,
            int maxLineBytes,
            Predicate<UnitCode> knownUnit,
            ProgressListener progress) {
        this.json = json;
        this.survey = survey;
        this.maxLineBytes = maxLineBytes;
        this.knownUnit = knownUnit;
        this.progress = progress;
    }

    /**
     * Makes a reader that checks the form of responses, accepts every unit and lines of up to a million bytes.
     *
     * @param json reads the lines
     * @return the reader
     */
    public static ResponseLinesReader of(ResponseJson json) {
        return new ResponseLinesReader(
                Objects.requireNonNull(json, "json"),
                Optional.empty(),
                MAX_LINE_BYTES,
                unit -> true,
                ProgressListener.none());
    }

    /**
     * Returns this reader with a survey that every response is checked against.
     *
     * @param answered the survey in the revision that was answered
     * @return the reader
     */
    public ResponseLinesReader withSurvey(Survey answered) {
        return new ResponseLinesReader(json, Optional.of(answered), maxLineBytes, knownUnit, progress);
    }

    /**
     * Returns this reader with a register of units; responses about others are set aside.
     *
     * @param known tells whether a unit is known
     * @return the reader
     */
    public ResponseLinesReader withKnownUnits(Predicate<UnitCode> known) {
        return new ResponseLinesReader(json, survey, maxLineBytes, Objects.requireNonNull(known, "known"), progress);
    }

    /**
     * Returns this reader with another limit.
     *
     * @param bytes the greatest length of a line without its end, in the closed interval [1, 16,000,000]
     * @return the reader
     */
    public ResponseLinesReader withMaxLineBytes(int bytes) {
        if (bytes < 1 || bytes > 16_000_000) {
            throw new IllegalArgumentException("bytes must be in [1, 16000000], was " + bytes);
        }
        return new ResponseLinesReader(json, survey, bytes, knownUnit, progress);
    }

    /**
     * Returns this reader with a listener, which may cancel.
     *
     * @param listener hears how far the reading is, every thousand lines and at the end
     * @return the reader
     */
    public ResponseLinesReader withProgress(ProgressListener listener) {
        return new ResponseLinesReader(
                json, survey, maxLineBytes, knownUnit, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param responses receives the responses in the order of the file
     * @param problems receives the problems in the order of the file
     * @return the account of the lines; nothing but a problem if the file is encoded in UTF-16
     * @throws IOException if the file cannot be read
     */
    public Checked<ReadReport> read(Path file, Consumer<Response> responses, Consumer<Problem> problems)
            throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return read(input, file.toString(), responses, problems);
        }
    }

    /**
     * Reads a stream, which is not closed.
     *
     * @param input the stream
     * @param source what problems call it
     * @param responses receives the responses in the order of the stream
     * @param problems receives the problems in the order of the stream
     * @return the account of the lines; nothing but a problem if the stream is encoded in UTF-16
     * @throws IOException if the stream cannot be read
     */
    public Checked<ReadReport> read(
            InputStream input, String source, Consumer<Response> responses, Consumer<Problem> problems)
            throws IOException {
        CountedInput counted = new CountedInput(input);
        BoundedLines lines = new BoundedLines(counted, maxLineBytes);
        ProgressSteps steps = new ProgressSteps(progress, counted::count);
        IdentifierMemory ids = new IdentifierMemory(REMEMBERED_IDS);
        TreeMap<String, Long> counts = new TreeMap<>();
        Consumer<Problem> report = problem -> {
            counts.merge(problem.code(), 1L, Long::sum);
            steps.problem();
            problems.accept(problem);
        };
        long read = 0;
        long kept = 0;
        long changed = 0;
        while (lines.next()) {
            byte[] bytes = lines.bytes();
            int length = lines.length();
            int start = 0;
            if (lines.number() == 1 && length >= 2) {
                if ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
                        || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)) {
                    return Checked.refused(Problem.of(ResponseLinesProblem.NOT_UTF8, Place.in(source, 1)));
                }
                boolean mark =
                        length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
                start = mark ? 3 : 0;
            }
            if (!lines.isTooLong() && isBlank(bytes, start, length)) {
                continue;
            }
            read++;
            Checked<Response> checked = line(lines, start, Place.in(source, lines.number()), ids);
            checked.problems().forEach(report);
            ids.newlyFull(Place.in(source, lines.number())).ifPresent(report);
            if (checked.value().isPresent()) {
                responses.accept(checked.value().get());
                if (checked.problems().isEmpty()) {
                    kept++;
                } else {
                    changed++;
                }
            }
            steps.at(read);
        }
        steps.end(read);
        return Checked.of(new ReadReport(source, read, kept, changed, read - kept - changed, counts));
    }

    private Checked<Response> line(BoundedLines lines, int start, Place place, IdentifierMemory ids) {
        if (lines.isTooLong()) {
            return Checked.refused(Problem.of(ResponseLinesProblem.TOO_LONG, place, "limit", maxLineBytes));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(lines.bytes(), start, lines.length() - start))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return Checked.refused(Problem.of(ResponseLinesProblem.MALFORMED_UTF8, place));
        }
        Checked<Response> checked = survey.isPresent() ? json.read(text, survey.get(), place) : json.read(text, place);
        if (checked.value().isEmpty()) {
            return checked;
        }
        Response response = checked.value().get();
        if (!knownUnit.test(response.unit())) {
            return Checked.refused(Problem.of(ResponseLinesProblem.UNKNOWN_UNIT, place.withPath("unit")));
        }
        byte[] id = response.id().getBytes(StandardCharsets.UTF_8);
        return ids.add(id, 0, id.length)
                ? checked
                : Checked.refused(Problem.of(ResponseLinesProblem.REPEATED_ID, place.withPath("id")));
    }

    private static boolean isBlank(byte[] bytes, int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
