package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.survey.RatingScale;

class EstimatorTest {

    /** Both sides compute in double precision. */
    private static final double EXACT = 1e-12;

    private static final List<RatedItem> ITEMS =
            List.of(new RatedItem("q1", RatingScale.likert5()), new RatedItem("q2", RatingScale.yesNo()));

    private static ResponseTally simple(ItemMoments moments) {
        return ResponseTally.of(SampleDesign.simpleRandom(), ITEMS, moments);
    }

    private static void repeat(ResponseTally tally, String group, int times, int... answers) {
        for (int i = 0; i < times; i++) {
            tally.accept(group, answers);
        }
    }

    @Test
    void fiftyNineContentOfficesAreNotCertain() {
        ResponseTally tally = simple(ItemMoments.NONE);
        repeat(tally, "07210", 59, 4, 1);
        repeat(tally, "07213", 41, 2, 0);
        Estimator estimator = Estimator.of(tally.result());
        Estimate share = estimator.favourableShare(Domain.of("07210"), "q1").orThrow();
        Estimate mean = estimator.mean(Domain.of("07210"), "q1").orThrow();

        // R 4.2.2: 59/(59 + qt(.975, 58)^2) = 0.9364057808; the mean is at least 5 - 4 times the rest
        assertEquals(1.0, share.value());
        assertEquals(0.0, share.standardError());
        assertEquals(58.0, share.df());
        assertEquals(0.9364057808, share.interval().lower(), 5e-11);
        assertEquals(1.0, share.interval().upper());
        assertEquals(OptionalDouble.of(59.0), share.effectiveBase());
        assertTrue(share.has(EstimateFlag.UNANIMOUS));
        assertEquals(
                5.0 - 4.0 * (1.0 - share.interval().lower()), mean.interval().lower(), EXACT);
        assertEquals(5.0, mean.interval().upper());
        assertTrue(mean.has(EstimateFlag.UNANIMOUS));
    }

    @Test
    void unequalWeightsShrinkWhatUnanimityProves() {
        ResponseTally tally = ResponseTally.of(SampleDesign.simpleRandom().weighted(), ITEMS);
        for (int i = 0; i < 10; i++) {
            tally.accept("a", "", "", DesignWeight.of(i < 5 ? 1.0 : 9.0), new int[] {4, 1});
        }
        Estimate share =
                Estimator.of(tally.result()).favourableShare(Domain.all(), "q1").orThrow();

        // Kish: (5·1 + 5·9)² / (5·1 + 5·81) = 2500/410
        assertEquals(2500.0 / 410.0, share.effectiveBase().orElseThrow(), EXACT);
    }

    @Test
    void aMethodWithoutAnIntervalIsReplacedAndSaysSo() {
        ResponseTally tally = simple(ItemMoments.NONE);
        repeat(tally, "a", 20, 4, 1);
        Estimate share = Estimator.of(
                        tally.result(), EstimationOptions.defaults().withInterval(ProportionInterval.WALD))
                .favourableShare(Domain.all(), "q1")
                .orThrow();

        assertEquals("wilson", share.method());
        assertTrue(share.has(EstimateFlag.INTERVAL_REPLACED));
    }

    @Test
    void aSingleAnswerLeavesEverythingOpen() {
        ResponseTally tally = simple(ItemMoments.NONE);
        repeat(tally, "a", 1, 4, 1);
        repeat(tally, "b", 9, 1, 0);
        Estimator estimator = Estimator.of(tally.result());
        Estimate share = estimator.favourableShare(Domain.of("a"), "q1").orThrow();

        assertEquals(new Interval(0.0, 1.0), share.interval());
        assertTrue(share.has(EstimateFlag.NO_DEGREES_OF_FREEDOM));
        assertEquals(
                new Interval(1.0, 5.0),
                estimator.mean(Domain.of("a"), "q1").orThrow().interval());
        assertEquals(
                9.0,
                Estimator.of(tally.result(), EstimationOptions.defaults().withDegreesOfFreedom(DegreesOfFreedom.DESIGN))
                        .favourableShare(Domain.of("a"), "q1")
                        .orThrow()
                        .df());
    }

    @Test
    void missingAnswersAreCountedApartAndEnterNothing() {
        ResponseTally tally = simple(ItemMoments.NONE);
        repeat(tally, "a", 3, 4, 1);
        repeat(tally, "a", 1, 0, 1);
        for (MissingAnswer reason : MissingAnswer.values()) {
            repeat(tally, "a", 2, reason.code(), 1);
        }
        SampleTotals totals = tally.result();
        RatingDistribution distribution = totals.distribution(Domain.of("a"), "q1");

        assertEquals(12, totals.rows());
        assertEquals(4, distribution.base());
        for (MissingAnswer reason : MissingAnswer.values()) {
            assertEquals(2, distribution.missing(reason));
            assertEquals(reason, MissingAnswer.ofCode(reason.code()));
        }
        assertEquals(0.75, distribution.favourableShare().orElseThrow().value());
        assertEquals(4, Estimator.of(totals).mean(Domain.all(), "q1").orThrow().base());
    }

    @Test
    void nobodyAnsweredIsAProblemAndNotAZero() {
        ResponseTally tally = simple(ItemMoments.NONE);
        repeat(tally, "a", 3, MissingAnswer.BLANK.code(), 1);
        Estimator estimator = Estimator.of(tally.result());

        assertEquals(
                "estimate.no-answers",
                estimator.mean(Domain.of("a"), "q1").problems().get(0).code());
        assertEquals(
                "estimate.no-answers",
                estimator.mean(Domain.of("nowhere"), "q2").problems().get(0).code());
        assertThrows(IllegalArgumentException.class, () -> estimator.mean(Domain.all(), "q9"));
    }

    @Test
    void aPopulationSmallerThanItsSampleStopsEveryEstimate() {
        ResponseTally tally =
                ResponseTally.of(SampleDesign.simpleRandom().withPopulation(FinitePopulation.ofSize(5)), ITEMS);
        repeat(tally, "a", 6, 4, 1);

        assertEquals(
                "estimate.population-too-small",
                Estimator.of(tally.result())
                        .mean(Domain.all(), "q1")
                        .problems()
                        .get(0)
                        .code());
    }

    @Test
    void weightsFromAPopulationNeedOne() {
        ResponseTally tally = ResponseTally.of(SampleDesign.simpleRandom().weightedByPopulation(), ITEMS);
        repeat(tally, "a", 6, 4, 1);

        assertEquals(
                "estimate.population-missing", tally.result().problems().get(0).code());
    }

    @Test
    void theDifferenceOfDisjointDomainsOfASimpleSampleAddsVariances() {
        ResponseTally tally = simple(ItemMoments.NONE);
        repeat(tally, "a", 30, 4, 1);
        repeat(tally, "a", 10, 1, 1);
        repeat(tally, "b", 20, 4, 1);
        repeat(tally, "b", 20, 1, 1);
        Estimator estimator = Estimator.of(tally.result());
        Estimate a = estimator.favourableShare(Domain.of("a"), "q1").orThrow();
        Estimate b = estimator.favourableShare(Domain.of("b"), "q1").orThrow();
        Estimate difference = estimator
                .difference(Domain.of("a"), Domain.of("b"), "q1", Statistic.FAVOURABLE_SHARE)
                .orThrow();

        // the linearised variable of each sums to 0, so there is no covariance
        assertEquals(0.25, difference.value(), EXACT);
        assertEquals(a.variance() + b.variance(), difference.variance(), EXACT);
        assertEquals(79.0, difference.df());
        assertEquals(
                difference.standardError(), Estimate.independentDifference(a, b).standardError(), EXACT);
    }

    @Test
    void theDifferenceFromAUnanimousDomainHasTheWidthOfItsInterval() {
        ResponseTally tally = simple(ItemMoments.NONE);
        repeat(tally, "a", 20, 4, 1);
        repeat(tally, "b", 20, 4, 1);
        Estimate difference = Estimator.of(tally.result())
                .difference(Domain.of("a"), Domain.of("b"), "q1", Statistic.FAVOURABLE_SHARE)
                .orThrow();

        assertEquals("mover", difference.method());
        assertTrue(difference.has(EstimateFlag.COMBINED_INTERVAL));
        assertTrue(difference.interval().width() > 0.2);
    }

    @Test
    void covarianceOfQuestionsOfRespondentsNeedsMomentsAndIsThatOfTheirSum() {
        int[][] rows = {{4, 1}, {4, 1}, {3, 0}, {0, 0}, {1, 1}, {4, 0}, {2, 1}, {-2, 1}, {3, -3}, {4, 1}};
        ResponseTally with = simple(ItemMoments.VALUE);
        ResponseTally without = simple(ItemMoments.NONE);
        ResponseTally units = ResponseTally.of(SampleDesign.clustered(), ITEMS);
        for (int i = 0; i < rows.length; i++) {
            with.accept("a", rows[i]);
            without.accept("a", rows[i]);
            units.accept("a", "", "" + i, DesignWeight.ONE, rows[i]);
        }
        List<ItemTarget> targets = List.of(
                new ItemTarget(Domain.all(), "q1", Statistic.RESCALED_MEAN),
                new ItemTarget(Domain.all(), "q2", Statistic.RESCALED_MEAN));
        JointEstimate direct = Estimator.of(with.result()).joint(targets).orThrow();
        JointEstimate perRow = Estimator.of(units.result()).joint(targets).orThrow();

        // every respondent as a unit is the same design, computed another way
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                assertEquals(perRow.covariance(i, j), direct.covariance(i, j), 1e-10 * perRow.covariance(i, i));
            }
        }
        assertEquals(
                "estimate.moments-missing",
                Estimator.of(without.result()).joint(targets).problems().get(0).code());
        assertEquals(
                "estimate.moments-missing",
                Estimator.of(with.result())
                        .joint(List.of(new ItemTarget(Domain.all(), "q1", Statistic.FAVOURABLE_SHARE), targets.get(1)))
                        .problems()
                        .get(0)
                        .code());
    }

    @Test
    void replicatesNeedUnits() {
        ResponseTally tally = simple(ItemMoments.NONE);
        repeat(tally, "a", 6, 4, 1);

        assertEquals(
                "estimate.no-units",
                Replicates.jackknife(tally.result(), LonelyPsuPolicy.FAIL)
                        .problems()
                        .get(0)
                        .code());
    }

    @Test
    void aReplicateWithoutTheDomainIsReported() {
        ResponseTally tally = ResponseTally.of(SampleDesign.clustered(), ITEMS);
        tally.accept("a", "", "1", DesignWeight.ONE, new int[] {4, 1});
        tally.accept("b", "", "2", DesignWeight.ONE, new int[] {4, 1});
        tally.accept("b", "", "3", DesignWeight.ONE, new int[] {0, 1});
        var refused = Replicates.jackknife(tally.result(), LonelyPsuPolicy.FAIL)
                .orThrow()
                .estimate(
                        "a",
                        "q1",
                        "mean",
                        new Interval(1, 5),
                        0.95,
                        Replicates.Centre.FULL_SAMPLE,
                        sample -> sample.distribution(Domain.of("a"), "q1").mean());

        assertEquals("1", refused.problems().get(0).attributes().get("undefined"));
    }

    @Test
    void tablesAlignAndRowsKeepEveryDigit() {
        ResponseTally tally = simple(ItemMoments.NONE);
        repeat(tally, "Xã <A>", 2, 4, 1);
        repeat(tally, "Xã <A>", 1, 0, 0);
        EstimateTable table = Estimator.of(tally.result())
                .table(List.of(Domain.of("Xã <A>")), List.of(Statistic.FAVOURABLE_SHARE, Statistic.MEAN))
                .orThrow();
        String[] lines = table.toString().split("\n", -1);

        assertEquals(4, table.rows().size());
        assertEquals(EstimateTable.COLUMNS.size(), table.rows().get(0).size());
        assertEquals("0.6666666666666666", table.rows().get(0).get(3));
        assertEquals("wilson", table.rows().get(0).get(9));
        assertEquals(5 + 2, lines.length);
        assertEquals("! lonely units: fail", lines[5]);
        assertEquals("! df: units minus strata that hold answers of the group", lines[6]);
        assertEquals(lines[0].indexOf("indicator"), lines[1].indexOf("q1"));
        assertTrue(table.toHtml().contains("Xã &lt;A&gt;"));
        assertFalse(table.estimates().get(0).toHtml().contains("<A>"));
    }

    @Test
    void answersOutsideTheScaleAreRefusedBeforeAnythingIsCounted() {
        ResponseTally tally = simple(ItemMoments.NONE);

        assertThrows(IllegalArgumentException.class, () -> tally.accept("a", new int[] {4, 2}));
        assertThrows(IllegalArgumentException.class, () -> tally.accept("a", new int[] {-5, 1}));
        assertThrows(IllegalArgumentException.class, () -> tally.accept("a", new int[] {4}));
        assertThrows(
                IllegalArgumentException.class, () -> tally.accept("a", "", "", DesignWeight.of(2), new int[] {4, 1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> tally.accept("a", "", "unit", DesignWeight.ONE, new int[] {4, 1}));
        assertEquals(0, tally.result().rows());
    }

    @Test
    void aDistrictIsTheDomainOfItsCommunes() {
        ResponseTally tally = simple(ItemMoments.NONE);
        repeat(tally, "1", 3, 4, 1);
        repeat(tally, "2", 5, 0, 1);
        repeat(tally, "3", 7, 2, 1);
        SampleTotals totals = tally.result();
        Domain district = Domain.of("district", List.of("1", "2", "no rows"));

        assertEquals(8, totals.rows(district));
        assertEquals(
                0.375,
                totals.distribution(district, "q1")
                        .favourableShare()
                        .orElseThrow()
                        .value());
        assertEquals(
                "district", Estimator.of(totals).mean(district, "q1").orThrow().domain());
    }
}
