package vn.sipas.core.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.estimate.Estimate;

/**
 * One node of the index of one group over waves.
 *
 * <p>Figures are joined only within a series. Between two waves lies a break if one of their definitions names a
 * {@link SeriesBreak} between their first days, or if they were computed by different methods. What was SIPAS until 2021
 * asked service users, and since 2022 asks all adults and about policies as well: 87.16 and 80.08 are not a fall.
 *
 * <p>The error of a change takes the waves as samples drawn independently of each other; for a panel that asks the same people
 * again it is too large. Immutable, safe for use by several threads.
 */
public final class IndexTrend {

    private static final LocalizedText FROM = LocalizedText.of("Từ", "From");
    private static final LocalizedText TO = LocalizedText.of("Đến", "To");
    private static final LocalizedText CHANGE = LocalizedText.of("Thay đổi", "Change");
    private static final LocalizedText INTERVAL = LocalizedText.of("Khoảng tin cậy", "Interval");
    private static final LocalizedText NOTE = LocalizedText.of("Ghi chú", "Note");

    private final String node;
    private final List<TrendPoint> points;
    private final List<TrendStep> steps;
    private final List<List<TrendPoint>> series;

    private IndexTrend(String node, List<TrendPoint> points, SeriesBreakPolicy policy) {
        this.node = node;
        this.points = points;
        List<TrendStep> all = new ArrayList<>();
        List<List<TrendPoint>> runs = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            List<LocalizedText> breaks = i == 0 ? List.of() : breaks(points.get(i - 1), points.get(i));
            if (i == 0 || !breaks.isEmpty()) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(points.get(i));
            if (i > 0) {
                all.add(step(points.get(i - 1), points.get(i), breaks, policy));
            }
        }
        this.steps = List.copyOf(all);
        this.series = runs.stream().map(List::copyOf).toList();
    }

    /**
     * Follows a node over waves.
     *
     * @param node the id of the node, in the tree of every wave
     * @param points one result for each wave, in any order
     * @param policy what happens at series breaks
     * @return the trend, earliest wave first
     * @throws IllegalArgumentException if two waves start on the same day or a result lacks the node
     */
    public static IndexTrend of(String node, List<TrendPoint> points, SeriesBreakPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        List<TrendPoint> sorted = points.stream()
                .sorted(Comparator.comparing((TrendPoint point) -> point.wave().firstDay()))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            TrendPoint point = sorted.get(i);
            if (point.result().node(node).isEmpty()) {
                throw new IllegalArgumentException("points must have node \"" + node + "\", that of wave "
                        + point.wave().id() + " has not");
            }
            if (i > 0 && point.wave().firstDay().equals(sorted.get(i - 1).wave().firstDay())) {
                throw new IllegalArgumentException("points must be of waves that start on different days, "
                        + sorted.get(i - 1).wave().id() + " and " + point.wave().id() + " do not");
            }
        }
        return new IndexTrend(node, sorted, policy);
    }

    /**
     * Returns the id of the node.
     *
     * @return the id
     */
    public String node() {
        return node;
    }

    /**
     * Returns the waves, the earliest first.
     *
     * @return the points
     */
    public List<TrendPoint> points() {
        return points;
    }

    /**
     * Returns what happened between neighbouring waves.
     *
     * @return one step fewer than there are points
     */
    public List<TrendStep> steps() {
        return steps;
    }

    /**
     * Returns the runs of waves that may be drawn as one line, whatever the policy.
     *
     * @return the series, each with at least one point
     */
    public List<List<TrendPoint>> series() {
        return series;
    }

    /**
     * Prints an aligned table of the steps.
     *
     * @param language the language
     * @return lines, each ending in a line feed
     */
    public String toText(Language language) {
        return table(language).toText();
    }

    /**
     * Prints an HTML table of the steps.
     *
     * @param language the language
     * @return a {@code table} element; every text in it is escaped
     */
    public String toHtml(Language language) {
        return table(language).toHtml();
    }

    /**
     * Returns the English table.
     *
     * @return the table of {@link #toText}
     */
    @Override
    public String toString() {
        return toText(Language.EN);
    }

    private TextTable table(Language language) {
        TextTable table = new TextTable(
                List.of(
                        FROM.in(language),
                        TO.in(language),
                        CHANGE.in(language),
                        INTERVAL.in(language),
                        NOTE.in(language)),
                List.of(
                        TextTable.Align.LEFT,
                        TextTable.Align.LEFT,
                        TextTable.Align.RIGHT,
                        TextTable.Align.RIGHT,
                        TextTable.Align.LEFT));
        for (TrendStep step : steps) {
            if (step instanceof TrendStep.Change change) {
                table.row(
                        change.from().id(),
                        change.to().id(),
                        (change.rounded().signum() > 0 ? "+" : "")
                                + change.rounded().toPlainString(),
                        change.estimate()
                                .map(estimate -> IndexResult.bound(
                                                estimate.interval().lower()) + " … "
                                        + IndexResult.bound(estimate.interval().upper()))
                                .orElse(""),
                        joined(change.caveats(), language));
            } else if (step instanceof TrendStep.Refused refused) {
                table.row(refused.from().id(), refused.to().id(), "–", "", joined(refused.reasons(), language));
            }
        }
        return table;
    }

    private static String joined(List<LocalizedText> texts, Language language) {
        return String.join("; ", texts.stream().map(text -> text.in(language)).toList());
    }

    private static List<LocalizedText> breaks(TrendPoint earlier, TrendPoint later) {
        Map<String, LocalizedText> reasons = new LinkedHashMap<>();
        for (TrendPoint point : List.of(earlier, later)) {
            for (SeriesBreak candidate : point.result().definition().seriesBreaks()) {
                if (candidate.separates(earlier.wave().firstDay(), later.wave().firstDay())) {
                    reasons.put(candidate.id(), candidate.reason());
                }
            }
        }
        List<LocalizedText> all = new ArrayList<>(reasons.values());
        MethodVersion before = earlier.result().definition().method();
        MethodVersion after = later.result().definition().method();
        if (!before.toString().equals(after.toString())) {
            all.add(LocalizedText.of(
                    "Hai đợt tính theo hai phương pháp khác nhau: " + before + " và " + after,
                    "The waves were computed by different methods: " + before + " and " + after));
        }
        return all;
    }

    private TrendStep step(TrendPoint earlier, TrendPoint later, List<LocalizedText> breaks, SeriesBreakPolicy policy) {
        NodeResult before = earlier.result().node(node).orElseThrow();
        NodeResult after = later.result().node(node).orElseThrow();
        List<LocalizedText> reasons = new ArrayList<>();
        for (NodeResult result : List.of(before, after)) {
            if (result.value() instanceof NoValue none) {
                reasons.add(none.explanation());
            }
        }
        if (policy == SeriesBreakPolicy.REFUSE) {
            reasons.addAll(breaks);
        }
        if (!reasons.isEmpty()) {
            return new TrendStep.Refused(earlier.wave(), later.wave(), reasons);
        }
        Fraction exact = after.value()
                .score()
                .orElseThrow()
                .exact()
                .minus(before.value().score().orElseThrow().exact());
        Optional<Estimate> estimate = before.estimate().isPresent()
                        && after.estimate().isPresent()
                ? Optional.of(Estimate.independentDifference(
                        after.estimate().orElseThrow(), before.estimate().orElseThrow()))
                : Optional.empty();
        return new TrendStep.Change(
                earlier.wave(),
                later.wave(),
                exact,
                exact.round(later.result().definition().rounding()),
                estimate,
                breaks);
    }
}
