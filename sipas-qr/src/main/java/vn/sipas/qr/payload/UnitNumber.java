package vn.sipas.qr.payload;

import java.util.Locale;
import java.util.Optional;
import vn.sipas.core.unit.UnitCode;

/**
 * The unit of a code as a number of 20 bits.
 *
 * <p>1 to 99 999 are the official communal codes of five digits (mã đơn vị hành chính cấp xã) read as a number; 100 000
 * to 1 048 575 are free for centres, branches and counters that a province numbers itself. The number means what it
 * meant on the issue day: codes were re-used on 1 July 2025, see {@link UnitAliasTable}.
 *
 * @param value 1 to 1 048 575
 */
public record UnitNumber(int value) implements Comparable<UnitNumber> {

    /** The largest number that fits into the layout. */
    public static final int MAX_VALUE = (1 << 20) - 1;

    private static final int FIRST_OWN = 100_000;

    public UnitNumber {
        if (value < 1 || value > MAX_VALUE) {
            throw new IllegalArgumentException("value must be in [1, " + MAX_VALUE + "], was " + value);
        }
    }

    /**
     * Makes a number.
     *
     * @param value 1 to 1 048 575
     * @return the number
     */
    public static UnitNumber of(int value) {
        return new UnitNumber(value);
    }

    /**
     * Reads a unit code: five digits, or six to seven without a leading zero.
     *
     * @param code the code
     * @return the number; empty for a code that has none, such as one with letters or a province's two digits
     */
    public static Optional<UnitNumber> ofCode(UnitCode code) {
        String digits = code.value();
        if (digits.length() < 5
                || digits.length() > 7
                || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        int value = Integer.parseInt(digits);
        boolean canonical = digits.length() == 5 || (value >= FIRST_OWN && digits.charAt(0) != '0');
        return canonical && value >= 1 && value <= MAX_VALUE ? Optional.of(new UnitNumber(value)) : Optional.empty();
    }

    /**
     * Returns the code of this number: five digits with leading zeros, or the number itself from 100 000 on.
     *
     * @return the code
     */
    public UnitCode code() {
        return UnitCode.of(String.format(Locale.ROOT, "%05d", value));
    }

    @Override
    public int compareTo(UnitNumber other) {
        return Integer.compare(value, other.value);
    }

    /**
     * Returns the code of this number.
     *
     * @return five to seven digits
     */
    @Override
    public String toString() {
        return code().value();
    }
}
