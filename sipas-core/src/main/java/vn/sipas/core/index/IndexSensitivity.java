package vn.sipas.core.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.estimate.RatingDistribution;

/**
 * How far scores and ranks depend on choices that no text fixes: weights, means, item statistic.
 *
 * <p>{@link #outcomes()} comes from random variants (Saisana, Saltelli and Tarantola 2005): each draws what its
 * {@link SensitivityPlan} varies (weights, means, item statistic) and computes all groups. {@link #scenarios()}
 * changes one thing at a time: each mean, each statistic, pooling, and leaving out each component.
 *
 * <p>No variant is ever skipped: a group without a value in a variant is counted as such, and the counts of computed and
 * missing sum to the number of draws. A scenario that cannot be computed for a group holds the reason.
 *
 * <p>The random numbers are those of {@link Random}, whose algorithm its specification fixes, so that a seed gives the same
 * report on every Java version. Immutable, safe for use by several threads.
 */
public final class IndexSensitivity {

    private static final LocalizedText GROUP = LocalizedText.of("Đơn vị", "Group");
    private static final LocalizedText SCORE = LocalizedText.of("Giá trị", "Score");
    private static final LocalizedText SCORES = LocalizedText.of("5 %–95 %", "5 %–95 %");
    private static final LocalizedText RANK = LocalizedText.of("Hạng", "Rank");
    private static final LocalizedText RANKS = LocalizedText.of("Hạng 5 %–95 %", "Ranks 5 %–95 %");
    private static final LocalizedText MISSING = LocalizedText.of("Không có giá trị", "No value");

    private final IndexDefinition definition;
    private final SensitivityPlan plan;
    private final List<SensitivityOutcome> outcomes;
    private final List<SensitivityScenario> scenarios;

    private IndexSensitivity(
            IndexDefinition definition,
            SensitivityPlan plan,
            List<SensitivityOutcome> outcomes,
            List<SensitivityScenario> scenarios) {
        this.definition = definition;
        this.plan = plan;
        this.outcomes = outcomes;
        this.scenarios = scenarios;
    }

    /**
     * Runs an analysis.
     *
     * @param definition the index as defined
     * @param groups the distributions of each group by question code
     * @param plan what is varied
     * @return the analysis; its cost is draws × groups × nodes
     */
    public static IndexSensitivity of(
            IndexDefinition definition, Map<String, Map<String, RatingDistribution>> groups, SensitivityPlan plan) {
        Objects.requireNonNull(plan, "plan");
        return new IndexSensitivity(
                definition, plan, new Simulation(definition, groups, plan).run(), scenarios(definition, groups));
    }

    /**
     * Returns the index as defined.
     *
     * @return the definition
     */
    public IndexDefinition definition() {
        return definition;
    }

    /**
     * Returns what was varied.
     *
     * @return the plan
     */
    public SensitivityPlan plan() {
        return plan;
    }

    /**
     * Returns how each group fared over the random variants.
     *
     * @return the outcomes in the order of the groups
     */
    public List<SensitivityOutcome> outcomes() {
        return outcomes;
    }

    /**
     * Returns the variants that change one thing.
     *
     * @return the scenarios, the definition itself first, with id {@code as-defined}
     */
    public List<SensitivityScenario> scenarios() {
        return scenarios;
    }

    /**
     * Prints an aligned table of the outcomes.
     *
     * @param language the language
     * @return lines, each ending in a line feed
     */
    public String toText(Language language) {
        return table(language).toText();
    }

    /**
     * Prints an HTML table of the outcomes.
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
        List<TextTable.Align> right = new ArrayList<>(Collections.nCopies(6, TextTable.Align.RIGHT));
        right.set(0, TextTable.Align.LEFT);
        TextTable table = new TextTable(
                List.of(
                        GROUP.in(language),
                        SCORE.in(language),
                        SCORES.in(language),
                        RANK.in(language),
                        RANKS.in(language),
                        MISSING.in(language)),
                right);
        for (SensitivityOutcome outcome : outcomes) {
            table.row(
                    outcome.group(),
                    text(outcome.nominal()),
                    text(outcome.lowScore()) + "–" + text(outcome.highScore()),
                    outcome.nominalRank() == 0 ? "–" : Integer.toString(outcome.nominalRank()),
                    whole(outcome.bestRank()) + "–" + whole(outcome.worstRank()),
                    Long.toString(outcome.withoutValue()));
        }
        return table;
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? IndexResult.bound(value.getAsDouble()) : "";
    }

    private static String whole(OptionalDouble value) {
        return value.isPresent() ? Long.toString(Math.round(value.getAsDouble())) : "";
    }

    private static List<SensitivityScenario> scenarios(
            IndexDefinition definition, Map<String, Map<String, RatingDistribution>> groups) {
        List<SensitivityScenario> all = new ArrayList<>();
        all.add(scenario("as-defined", LocalizedText.of("Theo định nghĩa", "As defined"), definition, groups));
        for (ItemStatistic statistic : ItemStatistic.values()) {
            if (statistic != definition.statistic()) {
                all.add(scenario(
                        "statistic:" + statistic.id(),
                        statistic.label(),
                        definition.withStatistic(statistic, definition.method()),
                        groups));
            }
        }
        for (IndexNode node : definition.nodes()) {
            if (node instanceof IndexComposite composite) {
                variants(definition, composite, groups, all);
            }
        }
        return List.copyOf(all);
    }

    private static void variants(
            IndexDefinition definition,
            IndexComposite node,
            Map<String, Map<String, RatingDistribution>> groups,
            List<SensitivityScenario> all) {
        boolean pooled = node.aggregation() instanceof Aggregation.PooledItems;
        List<ImportanceWeight> weights = node.aggregation() instanceof Aggregation.Mean mean
                ? mean.weights()
                : ImportanceWeight.equal(node.children().size());
        for (MeanKind kind : MeanKind.values()) {
            Aggregation other = new Aggregation.Mean(kind, weights);
            if (!other.equals(node.aggregation())) {
                all.add(scenario(
                        "mean:" + node.id() + ":" + kind.id(),
                        named(node, kind.label()),
                        replaced(definition, node.withAggregation(other)),
                        groups));
            }
        }
        if (!pooled) {
            Aggregation other = new Aggregation.PooledItems();
            all.add(scenario(
                    "pooled:" + node.id(),
                    named(node, other.label()),
                    replaced(definition, node.withAggregation(other)),
                    groups));
        }
        for (int i = 0; node.children().size() > 1 && i < node.children().size(); i++) {
            List<IndexNode> children = new ArrayList<>(node.children());
            IndexNode left = children.remove(i);
            List<Fraction> points = new ArrayList<>(
                    weights.stream().map(ImportanceWeight::value).toList());
            points.remove(i);
            Aggregation aggregation = node.aggregation() instanceof Aggregation.Mean mean
                    ? new Aggregation.Mean(mean.kind(), ImportanceWeight.inProportionTo(points))
                    : node.aggregation();
            all.add(scenario(
                    "without:" + left.id(),
                    LocalizedText.of(
                            "Không có " + left.name().vi(),
                            "Without " + left.name().en()),
                    replaced(
                            definition,
                            new IndexComposite(node.id(), node.name(), aggregation, children, node.missingData())),
                    groups));
        }
    }

    private static LocalizedText named(IndexNode node, LocalizedText label) {
        return LocalizedText.of(
                node.name().vi() + ": " + label.vi(), node.name().en() + ": " + label.en());
    }

    private static IndexDefinition replaced(IndexDefinition definition, IndexComposite node) {
        // provenance and settings may name nodes that a scenario leaves out
        return new IndexDefinition(
                definition.method(),
                definition.title(),
                (IndexComposite) replaced(definition.root(), node),
                definition.statistic(),
                definition.rounding(),
                List.of(),
                definition.seriesBreaks(),
                List.of());
    }

    private static IndexNode replaced(IndexNode in, IndexComposite node) {
        if (in.id().equals(node.id())) {
            return node;
        }
        if (!(in instanceof IndexComposite composite)) {
            return in;
        }
        List<IndexNode> children = composite.children().stream()
                .map(child -> replaced(child, node))
                .toList();
        return new IndexComposite(
                composite.id(), composite.name(), composite.aggregation(), children, composite.missingData());
    }

    private static SensitivityScenario scenario(
            String id,
            LocalizedText description,
            IndexDefinition definition,
            Map<String, Map<String, RatingDistribution>> groups) {
        IndexCalculator calculator = IndexCalculator.of(definition);
        Map<String, IndexValue> values = new LinkedHashMap<>();
        groups.forEach((group, answers) ->
                values.put(group, calculator.calculate(group, answers).value()));
        return new SensitivityScenario(id, description, values);
    }

    /** The random variants of one analysis. */
    private static final class Simulation {

        private final IndexDefinition definition;
        private final SensitivityPlan plan;
        private final IndexFormula formula;
        private final List<String> groups;
        private final Map<ItemStatistic, double[][]> scores = new EnumMap<>(ItemStatistic.class);
        private final double[][] totals;

        Simulation(
                IndexDefinition definition,
                Map<String, Map<String, RatingDistribution>> answers,
                SensitivityPlan plan) {
            this.definition = definition;
            this.plan = plan;
            this.formula = IndexFormula.of(definition.root());
            this.groups = List.copyOf(answers.keySet());
            for (ItemStatistic statistic : ItemStatistic.values()) {
                scores.put(statistic, new double[groups.size()][formula.size()]);
            }
            this.totals = new double[groups.size()][formula.size()];
            for (int g = 0; g < groups.size(); g++) {
                read(g, Objects.requireNonNull(answers.get(groups.get(g))));
            }
        }

        private void read(int group, Map<String, RatingDistribution> answers) {
            for (int at = 0; at < formula.size(); at++) {
                if (!(formula.node(at) instanceof IndexItem item)) {
                    continue;
                }
                Optional<ItemTotals> found =
                        Optional.ofNullable(answers.get(item.question())).map(ItemTotals::of);
                boolean answered = found.map(sums -> sums.base() > 0).orElse(false);
                totals[group][at] = answered ? found.orElseThrow().total().doubleValue() : 0.0;
                for (ItemStatistic statistic : ItemStatistic.values()) {
                    ItemStatistic own = item.statistic().orElse(statistic);
                    scoresBy(statistic)[group][at] = answered
                            ? found.orElseThrow().score(own, item.direction()).doubleValue()
                            : Double.NaN;
                }
            }
        }

        private double[][] scoresBy(ItemStatistic statistic) {
            return Objects.requireNonNull(scores.get(statistic));
        }

        List<SensitivityOutcome> run() {
            Random random = new Random(plan.seed());
            double[][] values = new double[groups.size()][plan.draws()];
            double[][] ranks = new double[groups.size()][plan.draws()];
            for (int draw = 0; draw < plan.draws(); draw++) {
                ItemStatistic statistic = plan.statistics().isEmpty()
                        ? definition.statistic()
                        : plan.statistics().get(random.nextInt(plan.statistics().size()));
                IndexFormula variant = formula.varied(random, plan.weightSpread(), plan.means());
                double[] overall = new double[groups.size()];
                for (int g = 0; g < overall.length; g++) {
                    overall[g] = variant.evaluate(scoresBy(statistic)[g], totals[g])[0];
                    values[g][draw] = overall[g];
                }
                double[] rank = ranks(overall);
                for (int g = 0; g < overall.length; g++) {
                    ranks[g][draw] = rank[g];
                }
            }
            double[] nominal = new double[groups.size()];
            for (int g = 0; g < nominal.length; g++) {
                nominal[g] = formula.evaluate(scoresBy(definition.statistic())[g], totals[g])[0];
            }
            double[] nominalRanks = ranks(nominal);
            List<SensitivityOutcome> outcomes = new ArrayList<>();
            for (int g = 0; g < nominal.length; g++) {
                outcomes.add(outcome(groups.get(g), nominal[g], nominalRanks[g], values[g], ranks[g]));
            }
            return List.copyOf(outcomes);
        }

        private static SensitivityOutcome outcome(
                String group, double nominal, double nominalRank, double[] values, double[] ranks) {
            double[] scores = present(values);
            double[] places = present(ranks);
            long same =
                    Arrays.stream(places).filter(rank -> rank == nominalRank).count();
            return new SensitivityOutcome(
                    group,
                    Double.isNaN(nominal) ? OptionalDouble.empty() : OptionalDouble.of(nominal),
                    Double.isNaN(nominalRank) ? 0 : (int) nominalRank,
                    scores.length,
                    (long) values.length - scores.length,
                    quantile(scores, 0.05),
                    quantile(scores, 0.5),
                    quantile(scores, 0.95),
                    quantile(places, 0.05),
                    quantile(places, 0.5),
                    quantile(places, 0.95),
                    places.length == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) same / places.length));
        }

        private static double[] present(double[] values) {
            return Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
        }

        /** The smallest value with at least the share of values at or below it. */
        private static OptionalDouble quantile(double[] sorted, double share) {
            if (sorted.length == 0) {
                return OptionalDouble.empty();
            }
            int at = (int) Math.ceil(share * sorted.length) - 1;
            return OptionalDouble.of(sorted[Math.max(0, at)]);
        }

        /** Competition ranks of the values to nine decimals, below which they are rounding noise; NaN for missing ones. */
        private static double[] ranks(double[] exact) {
            double[] values =
                    Arrays.stream(exact).map(value -> Math.rint(value * 1e9)).toArray();
            double[] sorted = present(values);
            double[] ranks = new double[values.length];
            for (int g = 0; g < values.length; g++) {
                if (Double.isNaN(values[g])) {
                    ranks[g] = Double.NaN;
                    continue;
                }
                int low = 0;
                int high = sorted.length;
                while (low < high) { // first position above the value
                    int middle = (low + high) >>> 1;
                    if (sorted[middle] > values[g]) {
                        high = middle;
                    } else {
                        low = middle + 1;
                    }
                }
                ranks[g] = sorted.length - low + 1.0;
            }
            return ranks;
        }
    }
}
