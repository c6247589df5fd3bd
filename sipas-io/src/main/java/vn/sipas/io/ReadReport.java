package vn.sipas.io;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the rows of an input: {@code read = kept + changed + setAside}, always.
 *
 * <p>Header rows and empty lines are not rows. A row in which only an answer was left out or rewritten is
 * <em>changed</em>; it still counts in the sample.
 *
 * @param source the input as the caller named it
 * @param read the rows read, at least 0
 * @param kept the rows used as they were, at least 0
 * @param changed the rows used after at least one field was left out or rewritten, at least 0
 * @param setAside the rows not used, at least 0
 * @param problems how many problems were found, by stable code, each at least 1
 */
public record ReadReport(
        String source, long read, long kept, long changed, long setAside, SortedMap<String, Long> problems) {

    public ReadReport {
        Objects.requireNonNull(source, "source");
        if (kept < 0 || changed < 0 || setAside < 0 || read != kept + changed + setAside) {
            throw new IllegalArgumentException("read must be kept + changed + setAside, were " + read + " and " + kept
                    + " + " + changed + " + " + setAside);
        }
        problems = Collections.unmodifiableSortedMap(new TreeMap<>(problems));
    }

    /**
     * Returns how many rows were used.
     *
     * @return kept and changed rows together
     */
    public long used() {
        return kept + changed;
    }

    /**
     * Returns how many problems were found.
     *
     * @return the sum over all codes
     */
    public long problemCount() {
        return problems.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns the account in one line.
     *
     * @return {@code source: read = kept + changed + set aside}
     */
    @Override
    public String toString() {
        return source + ": " + read + " read = " + kept + " kept + " + changed + " changed + " + setAside
                + " set aside";
    }
}
