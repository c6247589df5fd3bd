package vn.sipas.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.survey.RatingScale;

class IndexPropertyTest {

    private static final RatingScale SCALE = RatingScale.likert5();
    private static final List<MeanKind> KINDS = List.of(MeanKind.values());

    /** Four items in two factors under one node, with any aggregation at each place, and counts of two parts. */
    record Case(IndexDefinition definition, List<long[]> first, List<long[]> second) {

        Map<String, RatingDistribution> whole() {
            Map<String, RatingDistribution> answers = new LinkedHashMap<>();
            for (int i = 0; i < 4; i++) {
                answers.put("q" + i, part(first, i).combine(part(second, i)));
            }
            return answers;
        }

        static RatingDistribution part(List<long[]> counts, int item) {
            return RatingDistribution.ofCounts(SCALE, counts.get(item));
        }

        Case swapped() {
            List<long[]> before = second;
            List<long[]> after = first;
            return new Case(definition, before, after);
        }

        IndexResult result() {
            return IndexCalculator.of(definition).calculate("g", whole());
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> weights = Arbitraries.integers().between(1, 12);
        Arbitrary<long[]> counts = Arbitraries.longs()
                .between(0, 40)
                .edgeCases(edges -> edges.add(0L))
                .array(long[].class)
                .ofSize(5);
        return Combinators.combine(
                        kinds.list().ofSize(3),
                        weights.list().ofSize(6),
                        Arbitraries.of(ItemStatistic.values()),
                        Arbitraries.of(MissingDataRule.complete(), MissingDataRule.atLeast(1, 2)),
                        counts.list().ofSize(4),
                        counts.list().ofSize(4))
                .as((kind, weight, statistic, rule, first, second) -> {
                    IndexComposite left = node("left", kind.get(0), weight.subList(0, 2), rule, items(0, 2));
                    IndexComposite right = node("right", kind.get(1), weight.subList(2, 4), rule, items(2, 4));
                    IndexComposite root =
                            node("overall", kind.get(2), weight.subList(4, 6), rule, List.of(left, right));
                    return new Case(
                            IndexDefinition.of(
                                    MethodVersion.of("any", "1"), LocalizedText.same("any"), root, statistic),
                            first,
                            second);
                });
    }

    private static List<IndexItem> items(int from, int to) {
        List<IndexItem> items = new ArrayList<>();
        for (int i = from; i < to; i++) {
            items.add(IndexItem.of("q" + i, LocalizedText.same("q" + i)));
        }
        return items;
    }

    private static IndexComposite node(
            String id, int kind, List<Integer> points, MissingDataRule rule, List<? extends IndexNode> children) {
        LocalizedText name = LocalizedText.same(id);
        if (kind == 3) {
            return IndexComposite.pooled(id, name, children).withMissingData(rule);
        }
        List<ImportanceWeight> weights = ImportanceWeight.inProportionTo(
                points.stream().map(point -> Fraction.of(point, 1)).toList());
        return IndexComposite.mean(id, name, KINDS.get(kind), weights, children).withMissingData(rule);
    }

    private static Optional<Fraction> exact(NodeResult node) {
        return node.value().score().map(IndexScore::exact);
    }

    @Property(tries = 500)
    void aScoreLiesBetweenItsSmallestAndLargestComponent(@ForAll("cases") Case any) {
        IndexResult result = any.result();
        for (NodeResult node : result.nodes()) {
            if (node.children().isEmpty() || exact(node).isEmpty()) {
                continue;
            }
            boolean pooled = ((IndexComposite) node.node()).aggregation() instanceof Aggregation.PooledItems;
            List<Fraction> parts = new ArrayList<>();
            for (NodeResult other : pooled ? result.nodes() : node.children()) {
                boolean counts = !pooled || (other.node() instanceof IndexItem && below(node, other.id()));
                if (counts) {
                    exact(other).ifPresent(parts::add);
                }
            }
            Fraction score = exact(node).orElseThrow();
            assertTrue(parts.stream().anyMatch(part -> part.compareTo(score) <= 0), node.id());
            assertTrue(parts.stream().anyMatch(part -> part.compareTo(score) >= 0), node.id());
        }
    }

    private static boolean below(NodeResult node, String item) {
        return node.id().equals(item) || node.children().stream().anyMatch(child -> below(child, item));
    }

    @Property(tries = 500)
    void contributionsSumExactlyToTheScoreAndRoundedOnesToTheRoundedScore(@ForAll("cases") Case any) {
        for (NodeResult node : any.result().nodes()) {
            if (node.contributions().isEmpty()) {
                continue;
            }
            IndexScore score = node.value().score().orElseThrow();
            assertEquals(
                    score.exact(),
                    Fraction.sum(node.contributions().stream()
                            .map(Contribution::exact)
                            .toList()));
            assertEquals(
                    score.rounded(),
                    node.contributions().stream()
                            .map(Contribution::rounded)
                            .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add));
            assertEquals(
                    Fraction.ONE,
                    Fraction.sum(node.contributions().stream()
                            .map(Contribution::weight)
                            .toList()));
        }
    }

    @Property(tries = 500)
    void aMoreFavourableAnswerNeverLowersTheScore(
            @ForAll("cases") Case any, @ForAll @IntRange(max = 3) int item, @ForAll @IntRange(max = 3) int level) {
        long[] counts = any.first().get(item).clone();
        if (counts[level] == 0) {
            return;
        }
        Optional<Fraction> before = exact(any.result().root());
        counts[level]--;
        counts[level + 1]++;
        List<long[]> better = new ArrayList<>(any.first());
        better.set(item, counts);
        Optional<Fraction> after =
                exact(new Case(any.definition(), better, any.second()).result().root());
        assertEquals(before.isPresent(), after.isPresent());
        assertTrue(before.isEmpty() || after.orElseThrow().compareTo(before.orElseThrow()) >= 0);
    }

    @Property(tries = 300)
    void mergingInEitherOrderGivesTheSameResult(@ForAll("cases") Case any) {
        Case swapped = any.swapped();
        assertEquals(any.result(), swapped.result());
    }

    @Property(tries = 300)
    void harmonicIsAtMostGeometricIsAtMostArithmetic(@ForAll("cases") Case any) {
        List<Fraction> scores = new ArrayList<>();
        for (MeanKind kind : MeanKind.values()) {
            IndexComposite root =
                    any.definition().root().withAggregation(new Aggregation.Mean(kind, ImportanceWeight.equal(2)));
            exact(IndexCalculator.of(any.definition()
                                    .withRoot(root, any.definition().method()))
                            .calculate("g", any.whole())
                            .root())
                    .ifPresent(scores::add);
        }
        double slack = 1e-12; // the geometric mean is a double
        for (int i = 1; i < scores.size(); i++) {
            assertTrue(scores.get(i).doubleValue() <= scores.get(i - 1).doubleValue() * (1.0 + slack));
        }
    }

    @Property(tries = 300)
    void doubleEvaluationAgreesWithTheExactOne(@ForAll("cases") Case any) {
        IndexFormula formula = IndexFormula.of(any.definition().root());
        IndexResult result = any.result();
        double[] scores = new double[formula.size()];
        double[] totals = new double[formula.size()];
        for (int at = 0; at < formula.size(); at++) {
            NodeResult node = result.node(formula.node(at).id()).orElseThrow();
            scores[at] = exact(node).map(Fraction::doubleValue).orElse(Double.NaN);
            totals[at] = node.base().map(base -> (double) base.answers()).orElse(0.0);
        }
        double[] values = formula.evaluate(scores, totals);
        for (int at = 0; at < formula.size(); at++) {
            NodeResult node = result.node(formula.node(at).id()).orElseThrow();
            double expected = exact(node).map(Fraction::doubleValue).orElse(Double.NaN);
            // 1e-11 points of 100: a few dozen roundings of a double
            assertEquals(expected, values[at], 1e-11, node.id());
        }
    }
}
