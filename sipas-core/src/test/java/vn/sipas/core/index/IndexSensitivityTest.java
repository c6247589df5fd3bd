package vn.sipas.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.survey.RatingScale;

class IndexSensitivityTest {

    private static final RatingScale SCALE = RatingScale.likert5();

    private static final IndexDefinition DEFINITION = IndexDefinition.of(
            MethodVersion.of("test", "1"),
            LocalizedText.same("test"),
            IndexComposite.mean(
                    "overall",
                    LocalizedText.of("Chung", "Overall"),
                    MeanKind.ARITHMETIC,
                    List.of(ImportanceWeight.of(3, 4), ImportanceWeight.of(1, 4)),
                    List.of(
                            IndexItem.of("q1", LocalizedText.same("q1")),
                            IndexItem.of("q2", LocalizedText.same("q2")))),
            ItemStatistic.FAVOURABLE_SHARE);

    private static RatingDistribution answers(long one, long three, long four, long five) {
        return RatingDistribution.ofCounts(SCALE, one, 0, three, four, five);
    }

    private static Map<String, Map<String, RatingDistribution>> groups() {
        Map<String, Map<String, RatingDistribution>> groups = new LinkedHashMap<>();
        groups.put("even", Map.of("q1", answers(10, 10, 60, 20), "q2", answers(10, 10, 60, 20)));
        groups.put("uneven", Map.of("q1", answers(0, 2, 48, 50), "q2", answers(60, 0, 30, 10)));
        groups.put("partial", Map.of("q1", answers(0, 5, 45, 50)));
        return groups;
    }

    @Test
    void everyVariantIsAccountedForAndASeedRepeats() {
        SensitivityPlan plan = SensitivityPlan.everything(42);
        IndexSensitivity first = IndexSensitivity.of(DEFINITION, groups(), plan);
        assertEquals(
                List.of("even", "uneven", "partial"),
                first.outcomes().stream().map(SensitivityOutcome::group).toList());
        for (SensitivityOutcome outcome : first.outcomes()) {
            assertEquals(plan.draws(), outcome.computed() + outcome.withoutValue());
        }
        SensitivityOutcome partial = first.outcomes().get(2);
        assertEquals(plan.draws(), partial.withoutValue());
        assertEquals(0, partial.nominalRank());
        assertTrue(partial.lowScore().isEmpty() && partial.nominal().isEmpty());
        assertEquals(
                first.outcomes(),
                IndexSensitivity.of(DEFINITION, groups(), plan).outcomes());
        assertNotEquals(
                first.outcomes(),
                IndexSensitivity.of(DEFINITION, groups(), SensitivityPlan.everything(43))
                        .outcomes());
        assertTrue(first.toString().contains("partial") && first.toString().contains("1000"));
    }

    @Test
    void equalComponentsDoNotDependOnWeights() {
        IndexSensitivity analysis = IndexSensitivity.of(DEFINITION, groups(), SensitivityPlan.weightsOnly(1, 0.9));
        SensitivityOutcome even = analysis.outcomes().get(0);
        assertEquals(80.0, even.nominal().orElseThrow(), 1e-12);
        assertEquals(80.0, even.lowScore().orElseThrow(), 1e-9);
        assertEquals(80.0, even.highScore().orElseThrow(), 1e-9);
        SensitivityOutcome uneven = analysis.outcomes().get(1);
        // 3/4·98 + 1/4·40 = 83.5 as defined; lighter first weights pull it below 80
        assertEquals(83.5, uneven.nominal().orElseThrow(), 1e-12);
        assertEquals(1, uneven.nominalRank());
        assertTrue(uneven.lowScore().orElseThrow() < 80.0 && uneven.highScore().orElseThrow() < 98.0);
        assertEquals(2.0, uneven.worstRank().orElseThrow());
        assertTrue(uneven.sameRank().orElseThrow() > 0.5 && uneven.sameRank().orElseThrow() < 1.0);
    }

    @Test
    void scenariosChangeOneThingAndKeepReasons() {
        List<SensitivityScenario> scenarios = IndexSensitivity.of(DEFINITION, groups(), SensitivityPlan.everything(1))
                .scenarios();
        assertEquals(
                List.of(
                        "as-defined",
                        "statistic:rescaled-mean",
                        "mean:overall:geometric",
                        "mean:overall:harmonic",
                        "pooled:overall",
                        "without:q1",
                        "without:q2"),
                scenarios.stream().map(SensitivityScenario::id).toList());
        assertEquals("83.50", scenarios.get(0).values().get("uneven").toString());
        assertEquals("69.00", scenarios.get(4).values().get("uneven").toString());
        assertEquals("40.00", scenarios.get(5).values().get("uneven").toString());
        assertEquals("95.00", scenarios.get(6).values().get("partial").toString());
        for (SensitivityScenario scenario : scenarios) {
            assertEquals(3, scenario.values().size());
        }
        NoValue none = assertInstanceOf(NoValue.class, scenarios.get(2).values().get("partial"));
        assertEquals(NoValue.Reason.TOO_FEW_COMPONENTS, none.reason());
    }

    @Test
    void weightsOnlyKeepsTheMeansOfTheTree() {
        IndexDefinition geometric = DEFINITION.withRoot(
                DEFINITION
                        .root()
                        .withAggregation(new Aggregation.Mean(
                                MeanKind.GEOMETRIC, List.of(ImportanceWeight.of(3, 4), ImportanceWeight.of(1, 4)))),
                DEFINITION.method());
        SensitivityOutcome still = IndexSensitivity.of(geometric, groups(), SensitivityPlan.weightsOnly(1, 0.0))
                .outcomes()
                .get(1);
        // 98^.75*40^.25 by R 4.2.2
        assertEquals(78.3311593828, still.lowScore().orElseThrow(), 1e-6);
        assertEquals(still.lowScore(), still.highScore());
    }

    @Test
    void plansAreChecked() {
        List<MeanKind> means = List.of(MeanKind.ARITHMETIC);
        List<ItemStatistic> statistics = List.of(ItemStatistic.FAVOURABLE_SHARE);
        assertThrows(IllegalArgumentException.class, () -> new SensitivityPlan(0, 1, 0.1, means, statistics));
        assertThrows(IllegalArgumentException.class, () -> new SensitivityPlan(1, 1, 1.0, means, statistics));
    }

    /** One component at 100 and one at 0, of equal weight. */
    private static IndexSensitivity extremes(Aggregation aggregation, SensitivityPlan plan) {
        IndexComposite root = new IndexComposite(
                "overall",
                LocalizedText.of("Chung", "Overall"),
                aggregation,
                List.of(IndexItem.of("q1", LocalizedText.same("q1")), IndexItem.of("q2", LocalizedText.same("q2"))),
                MissingDataRule.complete());
        IndexDefinition definition = IndexDefinition.of(
                MethodVersion.of("test", "1"), LocalizedText.same("test"), root, ItemStatistic.FAVOURABLE_SHARE);
        return IndexSensitivity.of(
                definition, Map.of("g", Map.of("q1", answers(0, 0, 0, 50), "q2", answers(50, 0, 0, 0))), plan);
    }

    @Test
    void weightsMoveByTheSpreadAndNotFurther() {
        SensitivityPlan plan = SensitivityPlan.weightsOnly(7, 0.2);
        SensitivityOutcome outcome = extremes(
                        new Aggregation.Mean(MeanKind.ARITHMETIC, ImportanceWeight.equal(2)), plan)
                .outcomes()
                .get(0);
        // 0.8/(0.8 + 1.2) = 40 % to 60 %: 5 % and 95 % quantiles of 1000 draws come near, and none lies beyond
        assertEquals(50.0, outcome.nominal().orElseThrow(), 1e-12);
        assertEquals(43.0, outcome.lowScore().orElseThrow(), 1.0);
        assertEquals(57.0, outcome.highScore().orElseThrow(), 1.0);
        assertTrue(
                outcome.lowScore().orElseThrow() > 40.0 && outcome.highScore().orElseThrow() < 60.0);
        assertEquals(50.0, outcome.medianScore().orElseThrow(), 0.7);
    }

    @Test
    void pooledAnswersHaveNoWeightsToMove() {
        SensitivityOutcome outcome = extremes(
                        new Aggregation.PooledItems(),
                        new SensitivityPlan(50, 1L, 0.9, List.of(MeanKind.HARMONIC), List.of()))
                .outcomes()
                .get(0);
        assertEquals(50.0, outcome.lowScore().orElseThrow(), 1e-12);
        assertEquals(50.0, outcome.highScore().orElseThrow(), 1e-12);
    }

    @Test
    void scenariosReachNodesBelowTheRoot() {
        IndexComposite inner = IndexComposite.equal(
                "inner",
                LocalizedText.of("Trong", "Inner"),
                List.of(IndexItem.of("q1", LocalizedText.same("q1")), IndexItem.of("q2", LocalizedText.same("q2"))));
        IndexDefinition definition = IndexDefinition.of(
                MethodVersion.of("test", "1"),
                LocalizedText.same("test"),
                IndexComposite.equal(
                        "overall",
                        LocalizedText.of("Chung", "Overall"),
                        List.of(inner, IndexItem.of("q3", LocalizedText.same("q3")))),
                ItemStatistic.FAVOURABLE_SHARE);
        Map<String, RatingDistribution> group =
                Map.of("q1", answers(0, 0, 0, 50), "q2", answers(25, 0, 0, 25), "q3", answers(20, 0, 0, 80));
        SensitivityPlan plan = SensitivityPlan.weightsOnly(1, 0.0);
        IndexSensitivity analysis = IndexSensitivity.of(definition, Map.of("g", group), plan);

        // inner: arithmetic 75, geometric √5000, harmonic 200/3; overall the mean with 80
        assertEquals(77.5, score(analysis, "as-defined"), 1e-9);
        assertEquals((Math.sqrt(5000.0) + 80.0) / 2.0, score(analysis, "mean:inner:geometric"), 1e-9);
        assertEquals((200.0 / 3.0 + 80.0) / 2.0, score(analysis, "mean:inner:harmonic"), 1e-9);
        assertEquals(90.0, score(analysis, "without:q2"), 1e-9);
        assertEquals(80.0, score(analysis, "without:inner"), 1e-9);
        assertEquals(definition, analysis.definition());
        assertEquals(plan, analysis.plan());
        assertTrue(analysis.toHtml(Language.EN).startsWith("<table>"));
        assertTrue(analysis.toText(Language.EN).contains("77.5"), analysis.toText(Language.EN));
    }

    private static double score(IndexSensitivity analysis, String scenario) {
        return analysis.scenarios().stream()
                .filter(found -> found.id().equals(scenario))
                .findFirst()
                .orElseThrow()
                .values()
                .get("g")
                .score()
                .orElseThrow()
                .value();
    }

    @Test
    void plansTakeTheEndsOfTheirIntervals() {
        assertEquals(1, new SensitivityPlan(1, 0L, 0.0, List.of(), List.of()).draws());
        assertEquals(
                SensitivityPlan.MAX_DRAWS,
                new SensitivityPlan(SensitivityPlan.MAX_DRAWS, 0L, 0.5, List.of(), List.of()).draws());
    }
}
