package vn.sipas.core.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Estimates one below the other: for reading as aligned text or HTML, and for data frames as rows of numbers in full.
 *
 * @param estimates the estimates, in the order of the rows
 */
public record EstimateTable(List<Estimate> estimates) {

    /** The names of the columns of {@link #rows()}. */
    public static final List<String> COLUMNS = List.of(
            "group",
            "indicator",
            "statistic",
            "estimate",
            "standard_error",
            "df",
            "lower",
            "upper",
            "level",
            "interval",
            "n",
            "n_eff",
            "deff",
            "flags");

    private static final int FIRST_NUMBER = 3;
    private static final int DIGITS = 6;

    public EstimateTable {
        estimates = List.copyOf(estimates);
    }

    /**
     * Makes a table.
     *
     * @param estimates the estimates
     * @return the table
     */
    public static EstimateTable of(List<Estimate> estimates) {
        return new EstimateTable(estimates);
    }

    /**
     * Returns the rows under {@link #COLUMNS}. Numbers have their shortest form that reads back as the same double, what
     * does not exist is empty, flags are joined by a space. The design effect is the one with replacement.
     *
     * @return one row per estimate
     */
    public List<List<String>> rows() {
        return estimates.stream().map(estimate -> row(estimate, false)).toList();
    }

    /**
     * Returns the table as aligned text, numbers to six significant digits.
     *
     * @return a heading and one line per estimate, without a line break at the end
     */
    @Override
    public String toString() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS);
        estimates.forEach(estimate -> lines.add(row(estimate, true)));
        int[] widths = new int[COLUMNS.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(
                        widths[i], line.get(i).codePointCount(0, line.get(i).length()));
            }
        }
        return lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining("\n"));
    }

    /**
     * Returns the table as HTML, numbers to six significant digits.
     *
     * @return a {@code table} element
     */
    public String toHtml() {
        StringBuilder html = new StringBuilder("<table class=\"sipas-estimates\"><thead><tr>");
        COLUMNS.forEach(name -> html.append("<th>").append(name).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (Estimate estimate : estimates) {
            html.append("<tr>");
            row(estimate, true)
                    .forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static List<String> row(Estimate estimate, boolean rounded) {
        return List.of(
                estimate.domain(),
                estimate.indicator(),
                estimate.statistic(),
                number(estimate.value(), rounded),
                number(estimate.standardError(), rounded),
                number(estimate.df(), rounded),
                number(estimate.interval().lower(), rounded),
                number(estimate.interval().upper(), rounded),
                number(estimate.level(), rounded),
                estimate.method(),
                Long.toString(estimate.base()),
                number(estimate.effectiveBase(), rounded),
                number(estimate.designEffect().withReplacement(), rounded),
                estimate.flags().stream().map(EstimateFlag::name).collect(Collectors.joining(" ")));
    }

    private static String number(OptionalDouble value, boolean rounded) {
        return value.isPresent() ? number(value.getAsDouble(), rounded) : "";
    }

    private static String number(double value, boolean rounded) {
        if (Double.isInfinite(value)) {
            return value > 0.0 ? "Inf" : "-Inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return rounded ? String.format(Locale.ROOT, "%." + DIGITS + "g", value) : Double.toString(value);
    }

    private static String aligned(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = line.get(i);
            String padding = " ".repeat(widths[i] - cell.codePointCount(0, cell.length()));
            boolean number = i >= FIRST_NUMBER
                    && i < widths.length - 1
                    && !COLUMNS.get(i).equals("interval");
            text.append(i == 0 ? "" : "  ").append(number ? padding + cell : cell + padding);
        }
        return text.toString().stripTrailing();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
