package vn.sipas.core.rating;

import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A gate and whether a unit met it.
 *
 * @param gate the gate
 * @param met whether it is met
 * @param finding the values that decided
 */
public record GateResult(Gate gate, boolean met, LocalizedText finding) {

    public GateResult {
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(finding, "finding");
    }
}
