package vn.sipas.io.json.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.json.tree.JsonTree.ArrayTree;
import vn.sipas.io.json.tree.JsonTree.FlagTree;
import vn.sipas.io.json.tree.JsonTree.NullTree;
import vn.sipas.io.json.tree.JsonTree.NumberTree;
import vn.sipas.io.json.tree.JsonTree.ObjectTree;
import vn.sipas.io.json.tree.JsonTree.Spot;
import vn.sipas.io.json.tree.JsonTree.TextTree;

/** Reads a JSON text within limits into a tree. Immutable and safe for use by several threads. */
public final class JsonTreeReader {

    private final JsonLimits limits;
    private final JsonFactory factory;

    /**
     * Makes a reader.
     *
     * @param limits what a text may cost
     */
    public JsonTreeReader(JsonLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNumberLength(limits.digits())
                        .maxNameLength(10_000)
                        .maxStringLength(limits.characters())
                        .build())
                .build();
    }

    /**
     * Reads a text in UTF-8, with or without byte order mark.
     *
     * @param bytes the text
     * @param where the source, and the line on which the text begins
     * @return the value, or why there is none
     */
    public Checked<JsonTree> read(byte[] bytes, Place where) {
        if (bytes.length > 4L * limits.characters()) {
            return Checked.refused(limit(where, new Spot(1, 1)));
        }
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            return read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(input)
                            .toString(),
                    where);
        } catch (CharacterCodingException wrong) {
            int line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            return Checked.refused(Problem.of(JsonProblem.ENCODING, place(where, new Spot(line, 0), "")));
        }
    }

    /**
     * Reads a text, with or without byte order mark.
     *
     * @param json the text
     * @param where the source, and the line on which the text begins
     * @return the value, or why there is none
     */
    public Checked<JsonTree> read(String json, Place where) {
        if (json.length() > limits.characters()) {
            return Checked.refused(limit(where, new Spot(1, 1)));
        }
        String text = json.startsWith("\uFEFF") ? json.substring(1) : json;
        try (JsonParser parser = factory.createParser(text)) {
            return readWhole(parser, where);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", impossible);
        }
    }

    private Checked<JsonTree> readWhole(JsonParser parser, Place where) throws IOException {
        try {
            if (parser.nextToken() == null) {
                return Checked.refused(Problem.of(JsonProblem.MALFORMED, place(where, new Spot(1, 1), "")));
            }
            Checked<JsonTree> tree = readCurrent(parser, where);
            if (tree.value().isPresent() && parser.nextToken() != null) {
                Spot spot = spot(parser.currentTokenLocation());
                return Checked.refused(Problem.of(JsonProblem.TRAILING, place(where, spot, "")));
            }
            return tree;
        } catch (StreamConstraintsException tooMuch) {
            return Checked.refused(limit(where, spot(parser.currentLocation())));
        } catch (JsonProcessingException wrong) {
            JsonLocation location = wrong.getLocation();
            Spot spot = spot(location == null ? parser.currentLocation() : location);
            return Checked.refused(Problem.of(JsonProblem.MALFORMED, place(where, spot, "")));
        }
    }

    /**
     * Reads the value at the current token of a parser that belongs to someone else.
     *
     * @param parser the parser, which afterwards stands at the last token of the value
     * @param where the source
     * @return the value, or why there is none
     * @throws IOException if the parser fails
     */
    public Checked<JsonTree> readCurrent(JsonParser parser, Place where) throws IOException {
        List<Problem> problems = new ArrayList<>();
        JsonTree tree = value(parser, where, "", 1, problems);
        return tree == null || !problems.isEmpty() ? Checked.refused(problems) : Checked.of(tree);
    }

    /** The number at the current token, null if its exponent is beyond all decimals. */
    private static @Nullable BigDecimal number(JsonParser parser) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException beyond) {
            return null;
        }
    }

    private @Nullable JsonTree value(JsonParser parser, Place where, String path, int depth, List<Problem> problems)
            throws IOException {
        Spot spot = spot(parser.currentTokenLocation());
        if (depth > limits.depth()) {
            problems.add(limit(where, spot));
            parser.skipChildren();
            return null;
        }
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT -> {
                Map<String, JsonTree> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    Spot nameSpot = spot(parser.currentTokenLocation());
                    String childPath = path.isEmpty() ? name : path + "." + name;
                    parser.nextToken();
                    JsonTree child = value(parser, where, childPath, depth + 1, problems);
                    if (fields.containsKey(name)) {
                        // The key may be anything, so that only the place names it.
                        problems.add(Problem.of(JsonProblem.DUPLICATE_KEY, place(where, nameSpot, path)));
                    } else if (child != null) {
                        fields.put(name, child);
                    }
                }
                return new ObjectTree(Collections.unmodifiableMap(fields), spot);
            }
            case START_ARRAY -> {
                List<JsonTree> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    JsonTree child = value(parser, where, path + "[" + elements.size() + "]", depth + 1, problems);
                    elements.add(child == null ? new NullTree(spot) : child);
                }
                return new ArrayTree(Collections.unmodifiableList(elements), spot);
            }
            case VALUE_STRING -> {
                return new TextTree(parser.getText(), spot);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                BigDecimal number = number(parser);
                if (number == null || Math.abs((long) number.scale()) > limits.digits()) {
                    problems.add(limit(where, spot));
                    return null;
                }
                return new NumberTree(number, spot);
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return new FlagTree(token == JsonToken.VALUE_TRUE, spot);
            }
            case VALUE_NULL -> {
                return new NullTree(spot);
            }
            default -> {
                problems.add(Problem.of(JsonProblem.MALFORMED, place(where, spot, path)));
                return null;
            }
        }
    }

    private Problem limit(Place where, Spot spot) {
        return Problem.of(
                JsonProblem.LIMIT,
                place(where, spot, ""),
                "characters",
                limits.characters(),
                "depth",
                limits.depth(),
                "digits",
                limits.digits());
    }

    private static Spot spot(JsonLocation location) {
        return new Spot(Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()));
    }

    static Place place(Place where, Spot spot, String path) {
        OptionalLong line =
                spot.line() == 0 ? where.line() : OptionalLong.of(where.line().orElse(1) + spot.line() - 1);
        OptionalInt column = spot.column() == 0 ? OptionalInt.empty() : OptionalInt.of(spot.column());
        return new Place(where.source(), line, column, path);
    }
}
