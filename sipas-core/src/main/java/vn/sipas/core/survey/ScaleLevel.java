package vn.sipas.core.survey;

import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * One level of a rating scale.
 *
 * @param value the number the level counts as in means, in the closed interval [-1000, 1000]
 * @param code how files and forms write the level, such as {@code 5} or {@code A1}; unique in its scale
 * @param label what the citizen reads
 * @param favour whether the level counts as satisfied
 */
public record ScaleLevel(int value, String code, LocalizedText label, Favour favour) {

    public ScaleLevel {
        Codes.checked("code", code);
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(favour, "favour");
        if (value < -1000 || value > 1000) {
            throw new IllegalArgumentException("value must be in [-1000, 1000], was " + value);
        }
    }

    /**
     * Makes a level whose code is its value.
     *
     * @param value the value
     * @param label what the citizen reads
     * @param favour whether the level counts as satisfied
     * @return the level
     */
    public static ScaleLevel of(int value, LocalizedText label, Favour favour) {
        return new ScaleLevel(value, Integer.toString(value), label, favour);
    }
}
