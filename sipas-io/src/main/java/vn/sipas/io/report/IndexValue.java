package vn.sipas.io.report;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.LocalizedText;

/**
 * An index with its interval, as shown.
 *
 * @param value the index in percent, in the closed interval [0, 100]
 * @param lower the lower end of the interval, in the closed interval [0, value]
 * @param upper the upper end of the interval, in the closed interval [value, 100]
 * @param base the number of valid answers or ballots behind it, at least 0
 * @param note what a reader must know about this value, such as a small base
 */
public record IndexValue(double value, double lower, double upper, long base, Optional<LocalizedText> note) {

    public IndexValue {
        Objects.requireNonNull(note, "note");
        if (!(lower >= 0.0 && lower <= value && value <= upper && upper <= 100.0)) {
            throw new IllegalArgumentException(
                    "lower, value and upper must rise within [0, 100], were " + lower + ", " + value + ", " + upper);
        }
        if (base < 0) {
            throw new IllegalArgumentException("base must be at least 0, was " + base);
        }
    }

    /**
     * Makes a value from a share and its interval.
     *
     * @param share the share, in the closed interval [0, 1]
     * @param lower the lower end of the interval, in the closed interval [0, share]
     * @param upper the upper end of the interval, in the closed interval [share, 1]
     * @param base the number of valid answers or ballots behind it
     * @return the value in percent
     */
    public static IndexValue ofShare(double share, double lower, double upper, long base) {
        return new IndexValue(100.0 * share, 100.0 * lower, 100.0 * upper, base, Optional.empty());
    }
}
