package vn.sipas.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Percent on a stretch of pixels.
 *
 * @param low the percentage at the start
 * @param high the percentage at the end, above low
 * @param start the coordinate at the start
 * @param end the coordinate at the end
 */
record Axis(double low, double high, double start, double end) {

    private static final double MARGIN = 1.0;

    /** An axis that holds all intervals, begins and ends at a multiple of 5, and spans at least 10 points. */
    static Axis around(Stream<IndexValue> values, double start, double end) {
        double[] bounds = {100.0, 0.0};
        values.forEach(value -> {
            bounds[0] = Math.min(bounds[0], value.lower());
            bounds[1] = Math.max(bounds[1], value.upper());
        });
        double low = Math.max(0.0, 5.0 * Math.floor((bounds[0] - MARGIN) / 5.0));
        double high = Math.min(100.0, 5.0 * Math.ceil((bounds[1] + MARGIN) / 5.0));
        if (high - low < 10.0) {
            low = Math.max(0.0, Math.min(low, high - 10.0));
            high = Math.min(100.0, Math.max(high, low + 10.0));
        }
        return new Axis(low, high, start, end);
    }

    double at(double percent) {
        double inside = Math.max(low, Math.min(high, percent));
        return start + (inside - low) / (high - low) * (end - start);
    }

    /** Round percentages, at most seven. */
    List<Integer> ticks() {
        int step = 5;
        while ((high - low) / step > 6.0) {
            step = step == 5 ? 10 : step == 10 ? 20 : 25;
            if (step == 25) {
                break;
            }
        }
        List<Integer> ticks = new ArrayList<>();
        for (int tick = (int) Math.ceil(low / step) * step; tick <= high; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }
}
