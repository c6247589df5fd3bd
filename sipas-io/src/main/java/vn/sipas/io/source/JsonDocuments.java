package vn.sipas.io.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;

/**
 * The objects of a JSON file, one at a time: the elements of an array, of the array in one of the fields that web services
 * wrap answers in, or one object after another.
 *
 * <p>A document that is too large, too deep or holds a key twice is set aside and reading goes on. Text that is not JSON
 * ends the reading of an array, and costs one line where each line holds an object.
 */
final class JsonDocuments implements AutoCloseable {

    /** The fields in which answers of web services stand, in lower case. */
    private static final Set<String> WRAPPERS =
            Set.of("results", "submissions", "data", "responses", "value", "items", "records", "answers");

    private final SourceFile file;
    private final SourceLimits limits;
    private final boolean lines;
    private final Counted input;
    private final Lines lineInput;
    private @Nullable JsonParser parser;
    private @Nullable JsonToken ahead;
    private boolean inArray;
    private boolean inDocument;
    private boolean ended;
    private long read;
    private long setAside;

    private JsonDocuments(SourceFile file, SourceLimits limits, boolean lines, Counted input) throws IOException {
        this.file = file;
        this.limits = limits;
        this.lines = lines;
        this.input = input;
        this.lineInput = new Lines(input, limits.rowBytes());
        if (!lines) {
            parser = factory(limits).createParser(input);
        }
    }

    static JsonDocuments open(SourceFile file, SourceKind kind, SourceLimits limits) throws IOException {
        return new JsonDocuments(file, limits, kind == SourceKind.JSON_LINES, new Counted(file.open()));
    }

    /** Reads the next object. */
    Optional<JsonDocument> next(Consumer<Problem> problems) throws IOException {
        return lines ? nextLine(problems) : nextElement(problems);
    }

    long read() {
        return read;
    }

    long setAside() {
        return setAside;
    }

    long bytesRead() {
        return input.count;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        input.close();
    }

    private Optional<JsonDocument> nextLine(Consumer<Problem> problems) throws IOException {
        while (lineInput.next()) {
            if (lineInput.isBlank()) {
                continue;
            }
            read++;
            Place place = Place.in(file.name(), lineInput.number());
            if (lineInput.isTooLong()) {
                refuse(FormToolProblem.DOCUMENT_TOO_LARGE, place, problems);
                continue;
            }
            try (JsonParser line = factory(limits).createParser(lineInput.bytes(), 0, lineInput.length())) {
                if (line.nextToken() != JsonToken.START_OBJECT) {
                    refuse(FormToolProblem.NOT_AN_OBJECT, place, problems);
                    continue;
                }
                JsonFlattening flattening = new JsonFlattening(line, limits, place);
                Optional<JsonDocument> document = flattening.document();
                if (document.isPresent() && line.nextToken() != null) {
                    refuse(FormToolProblem.MALFORMED_JSON, place, problems);
                } else if (document.isPresent()) {
                    return document;
                } else {
                    refuse(flattening.refusal(), place, problems);
                }
            } catch (JsonProcessingException | CharConversionException wrong) {
                refuse(kind(wrong), place, problems);
            }
        }
        return Optional.empty();
    }

    private Optional<JsonDocument> nextElement(Consumer<Problem> problems) throws IOException {
        JsonParser from = parser;
        if (from == null || ended) {
            return Optional.empty();
        }
        try {
            if (!inArray) {
                if (!enter(from)) {
                    ended = true;
                    return single(problems);
                }
                inArray = true;
            }
            for (JsonToken token = element(from); token != null; token = element(from)) {
                if (token == JsonToken.END_ARRAY) {
                    ended = true;
                    return Optional.empty();
                }
                read++;
                inDocument = true;
                Place place = place(from);
                if (isWritten(from)) {
                    inDocument = false;
                    Optional<JsonDocument> written = written(from.getText(), place, problems);
                    if (written.isPresent()) {
                        return written;
                    }
                    continue;
                }
                if (token != JsonToken.START_OBJECT) {
                    from.skipChildren();
                    inDocument = false;
                    refuse(FormToolProblem.NOT_AN_OBJECT, place, problems);
                    continue;
                }
                JsonFlattening flattening = new JsonFlattening(from, limits, place);
                Optional<JsonDocument> document = flattening.document();
                inDocument = false;
                if (document.isPresent()) {
                    return document;
                }
                refuse(flattening.refusal(), place, problems);
            }
            ended = true;
            problems.accept(Problem.of(FormToolProblem.MALFORMED_JSON, place(from)));
        } catch (JsonProcessingException | CharConversionException wrong) {
            ended = true;
            setAside += inDocument ? 1 : 0;
            problems.accept(Problem.of(kind(wrong), place(from), "limit", limits.rowBytes()));
        }
        return Optional.empty();
    }

    /** The next element of the array; the first one was looked at already. */
    private @Nullable JsonToken element(JsonParser from) throws IOException {
        JsonToken looked = ahead;
        ahead = null;
        return looked == null ? from.nextToken() : looked;
    }

    /** Whether the value at hand is a text that holds an object, as services store answers that came as text. */
    private static boolean isWritten(JsonParser from) throws IOException {
        return from.currentToken() == JsonToken.VALUE_STRING && JsonFlattening.looksWritten(from.getText());
    }

    private Optional<JsonDocument> written(String text, Place place, Consumer<Problem> problems) throws IOException {
        try (JsonParser inner = factory(limits).createParser(text)) {
            inner.nextToken();
            JsonFlattening flattening = new JsonFlattening(inner, limits, place);
            Optional<JsonDocument> document = flattening.document();
            if (document.isPresent() && inner.nextToken() == null) {
                return document;
            }
            refuse(flattening.refusal(), place, problems);
        } catch (JsonProcessingException | CharConversionException wrong) {
            refuse(kind(wrong), place, problems);
        }
        return Optional.empty();
    }

    /** A file that holds one object and no array of objects is one document. */
    private Optional<JsonDocument> single(Consumer<Problem> problems) throws IOException {
        try (InputStream again = file.open();
                JsonParser whole = factory(limits).createParser(again)) {
            if (whole.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            read++;
            Place place = place(whole);
            JsonFlattening flattening = new JsonFlattening(whole, limits, place);
            Optional<JsonDocument> document = flattening.document();
            if (document.isEmpty()) {
                refuse(flattening.refusal(), place, problems);
            }
            return document;
        }
    }

    /** Goes to the array that holds the documents. */
    private boolean enter(JsonParser from) throws IOException {
        JsonToken token = from.nextToken();
        if (token == JsonToken.START_ARRAY) {
            return true;
        }
        if (token != JsonToken.START_OBJECT) {
            return false;
        }
        while (from.nextToken() == JsonToken.FIELD_NAME) {
            String name = from.currentName();
            boolean array = from.nextToken() == JsonToken.START_ARRAY;
            if (!array || !isWrapper(name)) {
                from.skipChildren();
                continue;
            }
            JsonToken first = from.nextToken();
            if (first == JsonToken.START_OBJECT || first == JsonToken.END_ARRAY || isWritten(from)) {
                ahead = first;
                return true;
            }
            for (JsonToken rest = first; rest != null && rest != JsonToken.END_ARRAY; rest = from.nextToken()) {
                from.skipChildren();
            }
        }
        return false;
    }

    /** Whether answers of web services stand in a field of that name. */
    static boolean isWrapper(String name) {
        return WRAPPERS.contains(name.toLowerCase(Locale.ROOT));
    }

    private void refuse(FormToolProblem kind, Place place, Consumer<Problem> problems) {
        setAside++;
        problems.accept(Problem.of(kind, place, "limit", limits.rowBytes()));
    }

    private Place place(JsonParser from) {
        int line = from.currentTokenLocation().getLineNr();
        int column = from.currentTokenLocation().getColumnNr();
        return new Place(
                Optional.of(file.name()),
                line < 1 ? OptionalLong.empty() : OptionalLong.of(line),
                column < 1 ? OptionalInt.empty() : OptionalInt.of(column),
                "");
    }

    private static FormToolProblem kind(IOException wrong) {
        return wrong instanceof com.fasterxml.jackson.core.exc.StreamConstraintsException
                ? FormToolProblem.DOCUMENT_TOO_LARGE
                : FormToolProblem.MALFORMED_JSON;
    }

    static JsonFactory factory(SourceLimits limits) {
        return JsonFactory.builder()
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.nesting() + 2)
                        .maxNumberLength(100)
                        .maxNameLength(4096)
                        .maxStringLength(limits.fieldBytes())
                        .build())
                .build();
    }

    /** Counts the bytes that pass and drops a byte order mark. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream input) {
            super(new java.io.BufferedInputStream(input, 1 << 16));
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int got = in.read(target, from, length);
            count += Math.max(0, got);
            return got;
        }
    }

    /** The lines of a stream, none of them held beyond a limit. */
    private static final class Lines {

        private final InputStream input;
        private final int limit;
        private final byte[] chunk = new byte[1 << 16];
        private int position;
        private int filled;
        private byte[] line = new byte[1024];
        private int length;
        private boolean tooLong;
        private long number;

        Lines(InputStream input, int limit) {
            this.input = input;
            this.limit = limit;
        }

        boolean next() throws IOException {
            length = 0;
            tooLong = false;
            boolean started = false;
            while (true) {
                if (position == filled) {
                    filled = Math.max(0, input.read(chunk));
                    position = 0;
                    if (filled == 0) {
                        break;
                    }
                }
                started = true;
                byte next = chunk[position++];
                if (next == '\n') {
                    break;
                }
                if (length == limit) {
                    tooLong = true;
                } else {
                    if (length == line.length) {
                        line = java.util.Arrays.copyOf(line, Math.min(limit, length * 2));
                    }
                    line[length++] = next;
                }
            }
            number += started ? 1 : 0;
            if (number == 1 && length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB) {
                line = java.util.Arrays.copyOfRange(line, 3, line.length);
                length -= 3;
            }
            return started;
        }

        boolean isBlank() {
            for (int i = 0; i < length; i++) {
                if (line[i] > ' ' || line[i] < 0) {
                    return false;
                }
            }
            return true;
        }

        byte[] bytes() {
            return line;
        }

        int length() {
            return length;
        }

        boolean isTooLong() {
            return tooLong;
        }

        long number() {
            return number;
        }
    }
}
