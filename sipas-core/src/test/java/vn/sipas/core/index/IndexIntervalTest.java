package vn.sipas.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.design.Stratum;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimateFlag;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.estimate.Interval;
import vn.sipas.core.estimate.ItemMoments;
import vn.sipas.core.estimate.MissingAnswer;
import vn.sipas.core.estimate.ProportionInterval;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.survey.RatingScale;

/** From what the interval and effective base of a node are made, recomputed from the parts that the class names. */
class IndexIntervalTest {

    private static final double EXACT = 1e-9;

    /** qt(0.975, 39) of R 4.2.2. */
    private static final double T39 = 2.022690920036762;

    private static IndexItem item(int number, Direction direction, ItemStatistic statistic) {
        return new IndexItem(
                "q" + number, LocalizedText.same("q" + number), "q" + number, direction, Optional.of(statistic));
    }

    private static IndexDefinition of(MeanKind kind, MissingDataRule rule, List<IndexNode> items) {
        IndexComposite root = new IndexComposite(
                "overall",
                LocalizedText.same("overall"),
                new Aggregation.Mean(kind, ImportanceWeight.equal(items.size())),
                items,
                rule);
        return IndexDefinition.of(
                MethodVersion.of("test", "1"), LocalizedText.same("test"), root, ItemStatistic.FAVOURABLE_SHARE);
    }

    /** Counts people; answers are positions in the five-level scale. */
    private static SampleTotals counted(int questions, int[]... people) {
        ResponseTally tally = ResponseTally.of(
                SampleDesign.simpleRandom(),
                IntStream.range(0, questions)
                        .mapToObj(i -> new RatedItem("q" + i, RatingScale.likert5()))
                        .toList(),
                ItemMoments.FAVOURABLE_AND_VALUE);
        for (int[] person : people) {
            tally.accept("g", person);
        }
        return tally.result();
    }

    private static int[][] forty(int[] usual, int[] other, int others) {
        return IntStream.range(0, 40).mapToObj(i -> i < others ? other : usual).toArray(int[][]::new);
    }

    private static Estimate overall(IndexDefinition definition, SampleTotals totals) {
        return IndexEstimator.of(definition, totals)
                .estimate(Domain.all())
                .root()
                .estimate()
                .orElseThrow();
    }

    @Test
    void aNodeOfVaryingSharesHasTheIntervalOfItsEffectiveBase() {
        IndexDefinition definition = of(
                MeanKind.ARITHMETIC,
                MissingDataRule.complete(),
                List.of(
                        item(0, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE),
                        item(1, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE)));
        SampleTotals totals = counted(2, forty(new int[] {4, 3}, new int[] {0, 4}, 6));
        int[] both = {1, 1};
        SampleTotals more = ResponseTally.of(totals).combine(counted(2, both)).result();
        for (ProportionInterval method : ProportionInterval.values()) {
            Estimate found = IndexEstimator.of(
                            definition, more, EstimationOptions.defaults().withInterval(method))
                    .estimate(Domain.all())
                    .root()
                    .estimate()
                    .orElseThrow();
            double share = found.value() / 100.0;
            double error = found.standardError() / 100.0;
            Interval expected = method.of(share, error, 41, 40.0, 0.95);

            assertEquals(
                    100.0 * Math.max(0.0, expected.lower()), found.interval().lower(), EXACT, method.toString());
            assertEquals(
                    100.0 * Math.min(1.0, expected.upper()), found.interval().upper(), EXACT, method.toString());
            assertEquals(method.name().toLowerCase(Locale.ROOT), found.method());
            assertEquals(
                    share * (1.0 - share) / (error * error),
                    found.effectiveBase().orElseThrow(),
                    1e-6);
            assertEquals(41, found.base());
        }
    }

    @Test
    void aNodeWithARescaledMeanHasATIntervalAndNoEffectiveBase() {
        IndexDefinition definition = of(
                MeanKind.ARITHMETIC,
                MissingDataRule.complete(),
                List.of(
                        item(0, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE),
                        item(1, Direction.HIGHER_IS_BETTER, ItemStatistic.RESCALED_MEAN)));
        Estimate found = overall(definition, counted(2, forty(new int[] {4, 2}, new int[] {1, 1}, 15)));

        assertEquals("t", found.method());
        assertEquals(
                found.value() - T39 * found.standardError(), found.interval().lower(), 1e-7);
        assertEquals(
                found.value() + T39 * found.standardError(), found.interval().upper(), 1e-7);
        assertEquals(OptionalDouble.empty(), found.effectiveBase());
    }

    @Test
    void whatAUnanimousItemMayHideWidensTheNodeOnItsSide() {
        IndexDefinition definition = of(
                MeanKind.ARITHMETIC,
                MissingDataRule.complete(),
                List.of(
                        item(0, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE),
                        item(1, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE)));
        Estimate found = overall(definition, counted(2, forty(new int[] {4, 4}, new int[] {0, 4}, 10)));
        double share = found.value() / 100.0;
        Interval varying = ProportionInterval.WILSON.of(share, found.standardError() / 100.0, 40, 39.0, 0.95);
        double hidden = 0.5 * 100.0 * (T39 * T39) / (40.0 + T39 * T39);

        assertEquals(87.5, found.value(), EXACT);
        assertEquals(
                found.value() - Math.hypot(found.value() - 100.0 * varying.lower(), hidden),
                found.interval().lower(),
                1e-7);
        assertEquals(100.0 * varying.upper(), found.interval().upper(), 1e-7);
        assertTrue(found.has(EstimateFlag.COMBINED_INTERVAL));
        assertFalse(found.has(EstimateFlag.UNANIMOUS));
    }

    @Test
    void aReversedUnanimousItemWidensUpwards() {
        IndexDefinition definition = of(
                MeanKind.ARITHMETIC,
                MissingDataRule.complete(),
                List.of(
                        item(0, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE),
                        item(1, Direction.LOWER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE)));
        Estimate found = overall(definition, counted(2, forty(new int[] {4, 4}, new int[] {0, 4}, 10)));
        Interval varying =
                ProportionInterval.WILSON.of(found.value() / 100.0, found.standardError() / 100.0, 40, 39.0, 0.95);
        double hidden = 0.5 * 100.0 * (T39 * T39) / (40.0 + T39 * T39);

        assertEquals(37.5, found.value(), EXACT);
        assertEquals(100.0 * varying.lower(), found.interval().lower(), 1e-7);
        assertEquals(
                found.value() + Math.hypot(100.0 * varying.upper() - found.value(), hidden),
                found.interval().upper(),
                1e-7);
    }

    @Test
    void aUnanimousMiddleAnswerMayBeWrongOnBothSides() {
        IndexDefinition definition = of(
                MeanKind.ARITHMETIC,
                MissingDataRule.complete(),
                List.of(item(0, Direction.HIGHER_IS_BETTER, ItemStatistic.RESCALED_MEAN)));
        Estimate found = overall(definition, counted(1, forty(new int[] {3}, new int[] {3}, 0)));
        double share = T39 * T39 / (40.0 + T39 * T39);

        assertEquals(75.0, found.value(), EXACT);
        assertEquals(0.0, found.standardError());
        assertEquals(75.0 - 75.0 * share, found.interval().lower(), 1e-7);
        assertEquals(75.0 + 25.0 * share, found.interval().upper(), 1e-7);
        assertTrue(found.has(EstimateFlag.UNANIMOUS));
        assertEquals(40.0, found.effectiveBase().orElseThrow());
        assertEquals("mover", found.method());
    }

    @Test
    void unitsThatDoNotDifferGiveNoError() {
        IndexDefinition definition = of(
                MeanKind.ARITHMETIC,
                MissingDataRule.complete(),
                List.of(item(0, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE)));
        ResponseTally tally =
                ResponseTally.of(SampleDesign.clustered(), List.of(new RatedItem("q0", RatingScale.likert5())));
        for (String unit : List.of("1", "2", "3")) {
            tally.accept("g", Stratum.UNSTRATIFIED, unit, DesignWeight.ONE, new int[] {4});
            tally.accept("g", Stratum.UNSTRATIFIED, unit, DesignWeight.ONE, new int[] {0});
        }
        Estimate found = overall(definition, tally.result());

        assertEquals(0.0, found.standardError());
        assertTrue(found.has(EstimateFlag.ZERO_VARIANCE));
        assertFalse(found.has(EstimateFlag.UNANIMOUS));
        assertEquals(OptionalDouble.empty(), found.effectiveBase());
        assertEquals(new Interval(50.0, 50.0), found.interval());
    }

    @Test
    void withoutDegreesOfFreedomTheIntervalIsTheWholeScale() {
        IndexDefinition definition = of(
                MeanKind.ARITHMETIC,
                MissingDataRule.complete(),
                List.of(item(0, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE)));
        Estimate found = IndexEstimator.of(
                        definition,
                        counted(1, new int[] {4}),
                        EstimationOptions.defaults().withLonelyPsu(LonelyPsuPolicy.REMOVE))
                .estimate(Domain.all())
                .root()
                .estimate()
                .orElseThrow();

        assertEquals(new Interval(0.0, 100.0), found.interval());
        assertEquals("range", found.method());
        assertTrue(found.has(EstimateFlag.NO_DEGREES_OF_FREEDOM));
    }

    @Test
    void aQuestionThatNobodyWasAskedHandsItsWeightOver() {
        // two of three questions count: the node is that of the tree without the third
        int missing = MissingAnswer.NOT_ASKED.code();
        int[][] people = IntStream.range(0, 60)
                .mapToObj(i -> new int[] {i % 3 == 0 ? 4 : 1, i % 5 == 0 ? 0 : 3, missing})
                .toArray(int[][]::new);
        int[][] two = IntStream.range(0, 60)
                .mapToObj(i -> new int[] {people[i][0], people[i][1]})
                .toArray(int[][]::new);
        for (MeanKind kind : MeanKind.values()) {
            List<IndexNode> items = List.of(
                    item(0, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE),
                    item(1, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE),
                    item(2, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE));
            Estimate three = overall(of(kind, MissingDataRule.atLeast(2, 3), items), counted(3, people));
            Estimate without = overall(of(kind, MissingDataRule.complete(), items.subList(0, 2)), counted(2, two));

            assertEquals(without.value(), three.value(), EXACT);
            assertEquals(without.standardError(), three.standardError(), EXACT);
            assertEquals(without.interval().lower(), three.interval().lower(), EXACT);
        }
    }

    @Test
    void aPooledNodeBelowAMeanCountsWithItsWeight() {
        IndexItem one = item(0, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE);
        IndexItem two = item(1, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE);
        IndexComposite pooled = new IndexComposite(
                "pooled",
                LocalizedText.same("pooled"),
                new Aggregation.PooledItems(),
                List.of(one, two),
                MissingDataRule.complete());
        IndexItem three = item(2, Direction.HIGHER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE);
        int blank = MissingAnswer.BLANK.code();
        int[][] people = IntStream.range(0, 80)
                .mapToObj(i -> new int[] {i % 4 == 0 ? blank : i % 3 == 0 ? 1 : 4, i % 7 == 0 ? 0 : 3, 4})
                .toArray(int[][]::new);
        IndexDefinition nested = of(MeanKind.ARITHMETIC, MissingDataRule.complete(), List.of(pooled, three));
        IndexResult result = IndexEstimator.of(nested, counted(3, people)).estimate(Domain.all());
        Estimate inner = result.node("pooled").orElseThrow().estimate().orElseThrow();
        Estimate outer = result.root().estimate().orElseThrow();

        // the third question is unanimous, so only half the pooled node varies
        assertEquals(0.5 * inner.standardError(), outer.standardError(), EXACT);
        assertEquals(0.5 * inner.value() + 50.0, outer.value(), EXACT);
    }

    @Test
    void aReversedItemStandsAtHundredLessItsValueInAReplicateToo() {
        IndexDefinition definition = of(
                MeanKind.ARITHMETIC,
                MissingDataRule.complete(),
                List.of(item(0, Direction.LOWER_IS_BETTER, ItemStatistic.FAVOURABLE_SHARE)));
        SampleTotals totals = counted(1, forty(new int[] {4}, new int[] {0}, 10));
        IndexEstimator estimator = IndexEstimator.of(definition, totals);

        assertEquals(25.0, estimator.score(totals, "overall", Domain.all()).orElseThrow(), EXACT);
        assertEquals(25.0, estimator.score(totals, "q0", Domain.all()).orElseThrow(), EXACT);
        assertEquals(OptionalDouble.empty(), estimator.score(totals, "q0", Domain.of("nobody")));
    }
}
