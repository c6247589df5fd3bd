package vn.sipas.core.unit;

import java.util.regex.Pattern;

/**
 * The code of an administrative unit or of an office, as the host's register writes it (mã đơn vị).
 *
 * <p>Official codes have 2 digits for provinces, 3 for the districts that existed until 30 June 2025 and 5 for communal
 * units; hosts may use codes of their own for centres and counters. A code alone does not name a unit: it takes
 * the code and the day.
 *
 * @param value 1 to 40 letters, digits, dots, hyphens or underscores
 */
public record UnitCode(String value) implements Comparable<UnitCode> {

    /** The form of a code, as a regular expression. */
    public static final String CODE_FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    private static final Pattern FORM = Pattern.compile(CODE_FORM);

    public UnitCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "value must be 1 to 40 letters, digits, dots, hyphens or underscores, starting with a letter or digit");
        }
    }

    /**
     * Makes a code.
     *
     * @param value 1 to 40 letters, digits, dots, hyphens or underscores
     * @return the code
     */
    public static UnitCode of(String value) {
        return new UnitCode(value);
    }

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    /**
     * Returns the code itself.
     *
     * @return the value
     */
    @Override
    public String toString() {
        return value;
    }
}
