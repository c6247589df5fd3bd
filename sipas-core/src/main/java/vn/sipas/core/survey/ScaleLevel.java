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

    /** The least number a level can count as. */
    public static final int MIN_VALUE = -1000;

    /** The greatest number a level can count as. */
    public static final int MAX_VALUE = 1000;

    public ScaleLevel {
        Codes.checked("code", code);
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(favour, "favour");
        if (value < MIN_VALUE || value > MAX_VALUE) {
            throw new IllegalArgumentException("value must be in [" + MIN_VALUE + ", " + MAX_VALUE + "], was " + value);
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
