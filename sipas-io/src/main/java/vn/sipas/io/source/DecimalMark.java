package vn.sipas.io.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which character stands before the decimals; the other one, and a space, groups thousands. */
public enum DecimalMark {
    /** {@code 4,5} and {@code 4.133.000}, as in Vietnam. */
    COMMA,
    /** {@code 4.5} and {@code 4,133,000}, as in English. */
    POINT;

    /**
     * Returns the name that command lines and mapping files use.
     *
     * @return {@code comma} or {@code point}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a mark by its name.
     *
     * @param id the name
     * @return the mark, if there is one
     */
    public static Optional<DecimalMark> ofId(String id) {
        return Arrays.stream(values()).filter(mark -> mark.id().equals(id)).findFirst();
    }
}
