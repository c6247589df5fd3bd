package vn.sipas.io.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.io.table.SourceLimits;

/**
 * Lays one JSON object out as cells: {@code grid.row} for objects inside, {@code panel[1].question} for lists of objects,
 * one cell for a list of plain values. Null and what is empty become no cell. Within limits of size, depth and number.
 */
final class JsonFlattening {

    private static final int DIGITS = 400;
    /** The fields in which services keep the answers of a person as text, in lower case. */
    private static final Set<String> KEPT_AS_TEXT = Set.of("json", "data", "result", "response", "answers", "content");

    private final JsonParser parser;
    private final SourceLimits limits;
    private final JsonDocument document;
    private final long start;
    private @Nullable FormToolProblem refusal;

    JsonFlattening(JsonParser parser, SourceLimits limits, Place place) {
        this.parser = parser;
        this.limits = limits;
        this.document = JsonDocument.at(place);
        this.start = parser.currentTokenLocation().getByteOffset();
    }

    /** Reads from the token that opens the object to the one that closes it; empty if it is refused. */
    Optional<JsonDocument> document() throws IOException {
        object("", false);
        return refusal == null ? Optional.of(document) : Optional.empty();
    }

    /** Returns why the object is refused. */
    FormToolProblem refusal() {
        return refusal == null ? FormToolProblem.MALFORMED_JSON : refusal;
    }

    private void object(String prefix, boolean inside) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = prefix + parser.currentName();
            parser.nextToken();
            value(path, inside);
        }
    }

    private void value(String path, boolean inside) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(path + JsonDocument.INSIDE, true);
            case START_ARRAY -> array(path, inside);
            case VALUE_NULL -> {}
            case VALUE_STRING -> text(path, inside);
            default -> put(path, scalar(), inside);
        }
    }

    private void text(String path, boolean inside) throws IOException {
        String text = parser.getText();
        String name = path.substring(path.lastIndexOf(JsonDocument.INSIDE) + 1).toLowerCase(Locale.ROOT);
        if (!KEPT_AS_TEXT.contains(name) || !looksWritten(text)) {
            put(path, text, inside);
            return;
        }
        JsonFlattening written;
        try (JsonParser inner = JsonDocuments.factory(limits).createParser(text)) {
            inner.nextToken();
            written = new JsonFlattening(inner, limits, document.place());
            written.object("", true);
            if (inner.nextToken() != null) {
                written.refuse(FormToolProblem.MALFORMED_JSON);
            }
        } catch (JsonProcessingException | CharConversionException noObject) {
            put(path, text, inside);
            return;
        }
        if (written.refusal != null) {
            refuse(written.refusal);
            return;
        }
        written.document.cells().forEach((key, value) -> put(path + JsonDocument.INSIDE + key, value, true));
        written.document.lists().forEach(list -> document.lists().add(path + JsonDocument.INSIDE + list));
    }

    /** Whether a text looks like an object written as text. */
    static boolean looksWritten(String text) {
        return text.startsWith("{\"") && text.stripTrailing().endsWith("}");
    }

    private void array(String path, boolean inside) throws IOException {
        StringBuilder joined = new StringBuilder();
        int index = 0;
        boolean plain = false;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            index++;
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                value(path + "[" + index + "]", true);
            } else if (token == null) {
                refuse(FormToolProblem.MALFORMED_JSON);
                return;
            } else if (token != JsonToken.VALUE_NULL) {
                joined.append(plain ? JsonDocument.BETWEEN : "").append(scalar().replace('|', '\u00a6'));
                plain = true;
                size(joined.length());
            }
        }
        if (plain) {
            put(path, joined.toString(), inside);
            if (refusal == null) {
                document.lists().add(path);
            }
        }
    }

    private String scalar() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            default -> "";
        };
    }

    private String number() throws IOException {
        BigDecimal number;
        try {
            number = parser.getDecimalValue();
        } catch (NumberFormatException beyondAllDecimals) {
            refuse(FormToolProblem.DOCUMENT_TOO_LARGE);
            return "";
        }
        if (Math.abs((long) number.scale()) > DIGITS) {
            refuse(FormToolProblem.DOCUMENT_TOO_LARGE);
            return "";
        }
        return number.scale() <= 0 || number.signum() == 0
                ? number.toBigInteger().toString()
                : number.stripTrailingZeros().toPlainString();
    }

    private void put(String path, String text, boolean inside) {
        size(text.length());
        if (refusal != null || text.isEmpty()) {
            return;
        }
        if (document.cells().size() >= limits.columns()) {
            refuse(FormToolProblem.DOCUMENT_TOO_LARGE);
        } else if (document.cells().put(path, text) != null) {
            refuse(FormToolProblem.REPEATED_KEY);
        } else if (inside) {
            document.grids().add(path);
        }
    }

    private void size(int fieldLength) {
        long length = parser.currentLocation().getByteOffset() - start;
        if (length > limits.rowBytes() || fieldLength > limits.fieldBytes()) {
            refuse(FormToolProblem.DOCUMENT_TOO_LARGE);
        }
    }

    private void refuse(FormToolProblem why) {
        if (refusal == null) {
            refusal = why;
            document.cells().clear();
        }
    }
}
