package vn.sipas.examples.coverage;

import java.util.Locale;

/**
 * How a method did in one setting.
 *
 * @param share how often the interval contained the share, in [0, 1]
 * @param width the mean width of the interval
 */
record Coverage(double share, double width) {

    /** Cells below this share are pointed out. */
    static final double POOR = 0.93;

    /** Returns the cell of a table: the coverage in percent, bold if poor, and the mean width in percentage points. */
    String cell() {
        String percent = String.format(Locale.ROOT, "%.1f", 100.0 * share);
        String shown = share < POOR ? "**" + percent + "**" : percent;
        return shown + String.format(Locale.ROOT, " (%.1f)", 100.0 * width);
    }
}
