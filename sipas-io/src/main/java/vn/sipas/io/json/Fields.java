package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes fields that are left out when absent. */
final class Fields {

    private Fields() {}

    static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    static void integer(JsonGenerator json, String name, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, (int) value);
        }
    }

    static void decimal(JsonGenerator json, String name, @Nullable BigDecimal value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }
}
