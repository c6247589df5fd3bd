package vn.sipas.core.rating;

import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A condition besides the points (điều kiện).
 *
 * @param code the code, 1 to 64 letters, digits, dots, hyphens or underscores
 * @param title what has to hold
 * @param test how that is found out
 * @param effect what happens if it does not hold
 * @param provenance where the gate comes from
 */
public record Gate(String code, LocalizedText title, GateTest test, GateEffect effect, Provenance provenance) {

    public Gate {
        Require.code("code", code);
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(provenance, "provenance");
    }
}
