package vn.sipas.core.estimate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;

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
     * Returns the table as aligned text, numbers to six significant digits, followed by English notes: the policy for lonely
     * units that was in force, what the degrees of freedom count, and what the flags mean.
     *
     * @return a heading, one line per estimate and the notes, without a line break at the end
     */
    @Override
    public String toString() {
        return toText(Language.EN);
    }

    /**
     * Returns the table as aligned text, numbers to six significant digits, followed by notes.
     *
     * @param language the language of the notes; the headings are {@link #COLUMNS}
     * @return a heading, one line per estimate and the notes, without a line break at the end
     */
    public String toText(Language language) {
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
        return Stream.concat(
                        lines.stream().map(line -> aligned(line, widths)),
                        notes().stream().map(note -> "! " + note.in(language)))
                .collect(Collectors.joining("\n"));
    }

    /** What holds for all rows, and what their flags mean. */
    private List<LocalizedText> notes() {
        Set<LocalizedText> notes = new LinkedHashSet<>();
        for (Estimate estimate : estimates) {
            String policy = estimate.lonelyPsu().name().toLowerCase(Locale.ROOT);
            notes.add(LocalizedText.of("tầng chỉ một đơn vị mẫu: " + policy, "lonely units: " + policy));
            notes.add(
                    switch (estimate.dfCounted()) {
                        case DOMAIN ->
                            LocalizedText.of(
                                    "bậc tự do df: số đơn vị trừ số tầng có câu trả lời của nhóm",
                                    "df: units minus strata that hold answers of the group");
                        case DESIGN ->
                            LocalizedText.of(
                                    "bậc tự do df: số đơn vị trừ số tầng của cả mẫu",
                                    "df: units minus strata of the whole sample");
                    });
        }
        Set<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
        estimates.forEach(estimate -> flags.addAll(estimate.flags()));
        flags.forEach(flag -> notes.add(LocalizedText.of(
                flag.name() + ": " + flag.text().vi(),
                flag.name() + ": " + flag.text().en())));
        return List.copyOf(notes);
    }

    /**
     * Returns the table as HTML, numbers to six significant digits, with the notes of {@link #toText} in both languages as its
     * foot.
     *
     * @return a {@code table} element; every text in it is escaped
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
        html.append("</tbody><tfoot>");
        for (LocalizedText note : notes()) {
            html.append("<tr><td colspan=\"").append(COLUMNS.size()).append("\"><span lang=\"vi\">");
            html.append(escaped(note.vi())).append("</span> · <span lang=\"en\">");
            html.append(escaped(note.en())).append("</span></td></tr>");
        }
        return html.append("</tfoot></table>").toString();
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
