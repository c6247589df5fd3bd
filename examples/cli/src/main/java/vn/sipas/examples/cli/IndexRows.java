package vn.sipas.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimateProblem;
import vn.sipas.core.estimate.EstimateTable;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.estimate.Estimator;
import vn.sipas.core.estimate.Interval;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.estimate.Statistic;
import vn.sipas.core.index.Direction;
import vn.sipas.core.index.IndexBase;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexEstimator;
import vn.sipas.core.index.IndexItem;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.ItemStatistic;
import vn.sipas.core.index.NodeResult;
import vn.sipas.core.survey.RatingScale;

/**
 * The rows of {@code sipas index}: every item and every node of the tree by favourable share (0 to 1) and by mean (in units of
 * the level values).
 *
 * <p>A node has the mean in level units where all its items share one range of levels. A tree that mixes statistics, or
 * scales, has the statistic {@code index} instead, in points of 100. What has no number has an empty one: {@code
 * NO_ANSWERS} where nobody answered, {@code NO_ERROR} where the number stands without a sampling error.
 */
final class IndexRows {

    private static final double POINTS = 100.0;
    private static final List<Statistic> STATISTICS = List.of(Statistic.FAVOURABLE_SHARE, Statistic.MEAN);

    private final Estimator estimator;
    private final ProblemLines problems;
    private final List<Tree> trees = new ArrayList<>();

    /**
     * A tree by one statistic.
     *
     * @param statistic its name in the table
     * @param indices estimates its nodes, in points of 100
     * @param base what 0 points are in its units
     * @param unit what a point is in its units
     */
    private record Tree(String statistic, IndexEstimator indices, double base, double unit) {}

    IndexRows(
            SampleTotals totals,
            EstimationOptions options,
            Optional<IndexDefinition> definition,
            ProblemLines problems) {
        this.estimator = Estimator.of(totals, options);
        this.problems = problems;
        definition.ifPresent(tree -> addTrees(tree, totals, options));
    }

    private void addTrees(IndexDefinition definition, SampleTotals totals, EstimationOptions options) {
        Map<String, RatingScale> scales =
                totals.items().stream().collect(Collectors.toMap(RatedItem::code, RatedItem::scale));
        boolean ownStatistic = false;
        for (ItemStatistic statistic : ItemStatistic.values()) {
            IndexDefinition variant = definition.withStatistic(statistic, definition.method());
            boolean uniform = variant.items().stream().allMatch(item -> variant.statisticOf(item) == statistic);
            List<Interval> ranges = definition.items().stream()
                    .map(IndexItem::question)
                    .filter(scales::containsKey)
                    .map(scales::get)
                    .map(scale -> new Interval(scale.minimum(), scale.maximum()))
                    .distinct()
                    .toList();
            boolean share = statistic == ItemStatistic.FAVOURABLE_SHARE;
            if (uniform && (share || ranges.size() == 1)) {
                Interval range = share ? new Interval(0.0, 1.0) : ranges.get(0);
                trees.add(new Tree(
                        (share ? Statistic.FAVOURABLE_SHARE : Statistic.MEAN).toString(),
                        IndexEstimator.of(variant, totals, options),
                        range.lower(),
                        range.width() / POINTS));
                ownStatistic |= statistic == definition.statistic();
            }
        }
        if (!ownStatistic) {
            trees.add(new Tree(IndexEstimator.STATISTIC, IndexEstimator.of(definition, totals, options), 0.0, 1.0));
        }
    }

    List<List<String>> of(Domain domain) {
        List<List<String>> rows = new ArrayList<>();
        for (RatedItem item : estimator.totals().items()) {
            for (Statistic statistic : STATISTICS) {
                Checked<Estimate> checked = estimator.estimate(domain, item.code(), statistic);
                if (checked.value().isPresent()) {
                    rows.add(row(checked.orThrow()));
                } else if (isNoAnswer(checked.problems())) {
                    rows.add(
                            empty(domain, item.code(), statistic.toString(), "", 0, EstimateProblem.NO_ANSWERS.name()));
                } else {
                    checked.problems().forEach(problems::once);
                }
            }
        }
        List<IndexResult> results =
                trees.stream().map(tree -> tree.indices.estimate(domain)).toList();
        results.forEach(result -> result.allWarnings().forEach(problems::once));
        for (int node = 0; !results.isEmpty() && node < results.get(0).nodes().size(); node++) {
            for (int tree = 0; tree < trees.size(); tree++) {
                NodeResult found = results.get(tree).nodes().get(node);
                if (!isItemItself(found, trees.get(tree))) {
                    rows.add(row(domain, found, trees.get(tree)));
                }
            }
        }
        return rows;
    }

    private static boolean isNoAnswer(List<Problem> found) {
        return found.stream().allMatch(problem -> problem.code().equals(EstimateProblem.NO_ANSWERS.code()));
    }

    /** A leaf that is called like its question and counts it as it is has its rows among the items. */
    private boolean isItemItself(NodeResult result, Tree tree) {
        return !tree.statistic.equals(IndexEstimator.STATISTIC)
                && result.node() instanceof IndexItem item
                && item.id().equals(item.question())
                && item.direction() == Direction.HIGHER_IS_BETTER
                && estimator.totals().items().stream()
                        .anyMatch(rated -> rated.code().equals(item.question()));
    }

    private List<String> row(Domain domain, NodeResult node, Tree tree) {
        if (node.estimate().isPresent()) {
            Estimate points = node.estimate().orElseThrow();
            return row(new Estimate(
                    points.domain(),
                    points.indicator(),
                    tree.statistic,
                    tree.base + tree.unit * points.value(),
                    tree.unit * points.standardError(),
                    points.df(),
                    points.dfCounted(),
                    new Interval(
                            tree.base + tree.unit * points.interval().lower(),
                            tree.base + tree.unit * points.interval().upper()),
                    points.level(),
                    points.method(),
                    points.base(),
                    points.effectiveBase(),
                    points.designEffect(),
                    points.lonelyPsu(),
                    points.flags()));
        }
        String value = node.value()
                .score()
                .map(score -> shortest(tree.base + tree.unit * score.value()))
                .orElse("");
        long base = node.base().map(IndexBase::smallest).orElse(0L);
        String flag = value.isEmpty() ? EstimateProblem.NO_ANSWERS.name() : "NO_ERROR";
        return empty(domain, node.id(), tree.statistic, value, base, flag);
    }

    private static String shortest(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private List<String> empty(
            Domain domain, String indicator, String statistic, String value, long base, String flag) {
        String level = Double.toString(estimator.options().level());
        return List.of(
                domain.name(),
                indicator,
                statistic,
                value,
                "",
                "",
                "",
                "",
                level,
                "",
                Long.toString(base),
                "",
                "",
                flag);
    }

    private static List<String> row(Estimate estimate) {
        return EstimateTable.of(List.of(estimate)).rows().get(0);
    }
}
