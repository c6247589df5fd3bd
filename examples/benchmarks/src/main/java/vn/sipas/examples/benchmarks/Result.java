package vn.sipas.examples.benchmarks;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of the printed table.
 *
 * @param subject what was measured, such as the library with two threads
 * @param value the measured number
 * @param unit the unit of the number
 * @param ratio the number against that of a peer in the same run
 * @param bar what the ratio, or the number where there is no ratio, is held to
 */
public record Result(String subject, double value, String unit, OptionalDouble ratio, Optional<Bar> bar) {

    /**
     * Reports a number for orientation.
     *
     * @param subject what was measured
     * @param value the measured number
     * @param unit the unit of the number
     * @return the line
     */
    public static Result of(String subject, double value, String unit) {
        return new Result(subject, value, unit, OptionalDouble.empty(), Optional.empty());
    }

    /**
     * Returns this line with the ratio to a peer.
     *
     * @param newRatio the ratio, from the same run
     * @return the line
     */
    public Result withRatio(double newRatio) {
        return new Result(subject, value, unit, OptionalDouble.of(newRatio), bar);
    }

    /**
     * Returns this line with what it is held to.
     *
     * @param newBar the bar
     * @return the line
     */
    public Result heldTo(Bar newBar) {
        return new Result(subject, value, unit, ratio, Optional.of(newBar));
    }

    String verdict() {
        return bar.map(held -> held.isMetBy(ratio.orElse(value)) ? "met" : "MISSED")
                .orElse("");
    }

    /** Four significant digits, without an exponent in the usual range. */
    static String shortened(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e9) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (size < 1e-3 || size >= 1e9) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
