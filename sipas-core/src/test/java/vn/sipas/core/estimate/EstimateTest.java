package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Language;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.survey.RatingScale;

/** Differences of two estimates, tests, and what is printed. */
class EstimateTest {

    /** qt(0.975, 50) of R 4.2.2. */
    private static final double T50 = 2.008559112100761;

    private static Estimate estimate(
            String domain, double value, double error, double df, Interval interval, EstimateFlag... flags) {
        return new Estimate(
                domain,
                "q",
                "mean",
                value,
                error,
                df,
                DegreesOfFreedom.DOMAIN,
                interval,
                0.95,
                "t",
                30,
                OptionalDouble.of(25.5),
                new DesignEffect(OptionalDouble.of(1.25), OptionalDouble.empty()),
                LonelyPsuPolicy.ADJUST,
                Set.of(flags));
    }

    private static Estimate plain(String domain, double value, double error) {
        return estimate(domain, value, error, 25.0, new Interval(value - 2 * error, value + 2 * error));
    }

    @Test
    void theDifferenceOfIndependentEstimatesAddsVariancesAndDegreesOfFreedom() {
        Estimate difference = Estimate.independentDifference(plain("2024", 4.5, 0.3), plain("2023", 4.0, 0.4));
        assertEquals(0.5, difference.value());
        assertEquals(0.5, difference.standardError(), 1e-15);
        assertEquals(50.0, difference.df());
        assertEquals(0.5 - T50 * 0.5, difference.interval().lower(), 1e-9);
        assertEquals(0.5 + T50 * 0.5, difference.interval().upper(), 1e-9);
        assertEquals("t", difference.method());
        assertEquals(60, difference.base());
        assertEquals("2024 - 2023", difference.domain());
        assertEquals("q", difference.indicator());
        assertEquals("difference(mean)", difference.statistic());
        assertEquals(OptionalDouble.empty(), difference.effectiveBase());
        assertEquals(0.25, difference.variance(), 1e-15);
        // 2·pt(-1, 50) of R 4.2.2
        DifferenceTest test = DifferenceTest.of(difference).orElseThrow();
        assertEquals(1.0, test.t(), 1e-12);
        assertEquals(0.3221256451, test.pValue(), 1e-10);
        assertFalse(test.isSignificant(0.95));
        assertTrue(test.isSignificant(0.6));
    }

    @Test
    void aSharedPartNarrowsTheDifference() {
        Estimate difference = Estimate.difference(plain("a", 4.5, 0.3), plain("a", 4.0, 0.4), 0.08, 7.0);
        assertEquals(0.3, difference.standardError(), 1e-15);
        assertEquals(7.0, difference.df());
        assertEquals("a", difference.domain());
        assertEquals(
                0.0,
                Estimate.difference(plain("a", 4.5, 0.3), plain("a", 4.0, 0.3), 0.1, 7.0)
                        .standardError());
    }

    @Test
    void partsWithoutAnHonestErrorLendTheirIntervals() {
        for (EstimateFlag flag :
                List.of(EstimateFlag.UNANIMOUS, EstimateFlag.COMBINED_INTERVAL, EstimateFlag.NO_DEGREES_OF_FREEDOM)) {
            Estimate one = estimate("a", 5.0, 0.0, 25.0, new Interval(4.7, 5.0), flag);
            Estimate two = estimate("b", 4.0, 0.2, 25.0, new Interval(3.5, 4.4));
            Estimate difference = Estimate.independentDifference(one, two);
            // the lower bound takes 0.3 from a and 0.4 from b, the upper 0 and 0.5
            assertEquals(1.0 - 0.5, difference.interval().lower(), 1e-12);
            assertEquals(1.0 + 0.5, difference.interval().upper(), 1e-12);
            assertEquals("mover", difference.method());
            assertTrue(difference.has(EstimateFlag.COMBINED_INTERVAL) && difference.has(flag));
            DifferenceTest test = DifferenceTest.of(difference).orElseThrow();
            assertEquals(T50 * 1.0 / 0.5, test.t(), 1e-9);
            DifferenceTest reversed =
                    DifferenceTest.of(Estimate.independentDifference(two, one)).orElseThrow();
            assertEquals(-test.t(), reversed.t(), 1e-9);
        }
        assertFalse(plain("a", 1.0, 0.1).has(EstimateFlag.UNANIMOUS));
    }

    @Test
    void onlyLikeIsComparedWithLike() {
        Estimate mean = plain("a", 4.0, 0.2);
        Estimate other = new Estimate(
                "a",
                "r",
                "total",
                4.0,
                0.2,
                25.0,
                DegreesOfFreedom.DESIGN,
                mean.interval(),
                0.95,
                "t",
                30,
                OptionalDouble.empty(),
                DesignEffect.undefined(),
                LonelyPsuPolicy.FAIL,
                Set.of());
        assertThrows(IllegalArgumentException.class, () -> Estimate.independentDifference(mean, other));
        assertEquals(7, mean.withBase(7).base());
        assertEquals(mean, mean.withBase(7).withBase(30));
    }

    @Test
    void valuesAreChecked() {
        Interval any = new Interval(0.0, 1.0);
        assertEquals(0.0, estimate("a", 0.5, 0.0, 0.0, any).df());
        assertThrows(IllegalArgumentException.class, () -> estimate("a", Double.NaN, 0.1, 1.0, any));
        assertThrows(IllegalArgumentException.class, () -> estimate("a", 0.5, -0.1, 1.0, any));
        assertThrows(IllegalArgumentException.class, () -> estimate("a", 0.5, Double.POSITIVE_INFINITY, 1.0, any));
        assertThrows(IllegalArgumentException.class, () -> estimate("a", 0.5, 0.1, -1.0, any));
        assertThrows(IllegalArgumentException.class, () -> plain("a", 0.5, 0.1).withBase(-1));
        assertThrows(IllegalArgumentException.class, () -> new DifferenceTest(Double.NaN, 1.0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new DifferenceTest(1.0, 0.0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new DifferenceTest(1.0, 1.0, 1.5));
        assertEquals(0.0, new DifferenceTest(9.0, 1.0, 0.0).pValue());
        DifferenceTest even = new DifferenceTest(0.0, 1.0, 1.0);
        assertThrows(IllegalArgumentException.class, () -> even.isSignificant(0.0));
        assertThrows(IllegalArgumentException.class, () -> even.isSignificant(1.0));
        assertTrue(new Interval(1.0, 2.0).contains(1.0) && new Interval(1.0, 2.0).contains(2.0));
        for (double level : new double[] {0.0, 1.0, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> EstimationOptions.defaults()
                    .withLevel(level));
        }
    }

    @Test
    void theTableIsAlignedAndExplained() {
        Estimate one = estimate("Xã A", 4.25, 0.125, 25.0, new Interval(-1.0, Double.POSITIVE_INFINITY));
        Estimate two = estimate("B", 123456.789, 0.0, 3.0, new Interval(1.0, 2e17), EstimateFlag.ZERO_VARIANCE);
        String text = EstimateTable.of(List.of(one, two)).toText(Language.EN);
        List<String> lines = text.lines().toList();

        assertEquals(2 + 1 + 3, lines.size());
        assertTrue(lines.get(0).startsWith("group  indicator  statistic  "), text);
        // text columns start, number columns end, below each other
        assertEquals(lines.get(0).indexOf("indicator"), lines.get(1).indexOf("q "));
        assertEquals(
                lines.get(0).indexOf("standard_error") + "standard_error".length(),
                lines.get(1).indexOf("0.125000") + 8);
        assertEquals(
                lines.get(0).indexOf("interval"),
                lines.get(1).indexOf("t  ", lines.get(1).indexOf("Inf")));
        assertTrue(lines.get(1).contains("4.25000") && lines.get(2).contains("123457"), text);
        assertTrue(lines.get(1).contains(" -1 ") && lines.get(1).contains(" Inf "), text);
        assertTrue(lines.get(2).contains("2.00000e+17"), text);
        assertTrue(lines.get(2).endsWith("ZERO_VARIANCE"), text);
        assertEquals("! lonely units: adjust", lines.get(3));
        assertTrue(lines.get(4).startsWith("! df: units minus strata"), text);
        assertEquals("! ZERO_VARIANCE: " + EstimateFlag.ZERO_VARIANCE.text().en(), lines.get(5));
        assertTrue(EstimateTable.of(List.of(two))
                .toText(Language.VI)
                .contains(EstimateFlag.ZERO_VARIANCE.text().vi()));
        assertEquals(EstimateTable.of(List.of(one)).toString(), one.toString());
    }

    @Test
    void rowsAndHtmlCarryEveryColumn() {
        Estimate one = estimate("<A>", 1.0 / 3.0, 0.125, 25.0, new Interval(-1.0, 1.0), EstimateFlag.UNANIMOUS);
        assertEquals(
                List.of(
                        "<A>",
                        "q",
                        "mean",
                        "0.3333333333333333",
                        "0.125",
                        "25",
                        "-1",
                        "1",
                        "0.95",
                        "t",
                        "30",
                        "25.5",
                        "1.25",
                        "UNANIMOUS"),
                EstimateTable.of(List.of(one)).rows().get(0));
        String html = one.toHtml();
        assertTrue(html.startsWith("<table class=\"sipas-estimates\"><thead><tr><th>group</th>"), html);
        assertTrue(html.contains("<td>&lt;A&gt;</td><td>q</td><td>mean</td><td>0.333333</td>"), html);
        assertTrue(
                html.contains("<tfoot>")
                        && html.contains(EstimateFlag.UNANIMOUS.text().vi()),
                html);
        assertTrue(html.contains("lang=\"en\""), html);
    }

    @Test
    void statisticsAreNamed() {
        assertEquals("level_share[4]", Statistic.levelShare(4).toString());
        assertEquals("level_total[0]", Statistic.levelTotal(0).toString());
        assertEquals("rescaled_mean", Statistic.RESCALED_MEAN.toString());
        assertThrows(IllegalArgumentException.class, () -> Statistic.levelShare(-1));
        assertThrows(IllegalArgumentException.class, () -> Statistic.levelShare(RatingScale.MAX_LEVELS));
        assertThrows(IllegalArgumentException.class, () -> new Statistic(Statistic.Kind.MEAN, 1));
        assertThrows(IllegalArgumentException.class, () -> Domain.of("none", List.of()));
    }

    @Test
    void cellsOfOneUnitMergeWithTheirWeights() {
        List<RatedItem> items =
                List.of(new RatedItem("q", RatingScale.yesNo()), new RatedItem("r", RatingScale.yesNo()));
        ResponseTally whole = ResponseTally.of(SampleDesign.simpleRandom().weighted(), items, ItemMoments.VALUE);
        ResponseTally one = ResponseTally.of(SampleDesign.simpleRandom().weighted(), items, ItemMoments.VALUE);
        ResponseTally two = ResponseTally.of(SampleDesign.simpleRandom().weighted(), items, ItemMoments.VALUE);
        for (int i = 0; i < 40; i++) {
            DesignWeight weight = DesignWeight.of(1.0 + i % 7);
            int[] answers = {i % 3 == 0 ? 0 : 1, i % 5 == 0 ? 0 : 1};
            whole.accept("g", "", "", weight, answers);
            (i % 2 == 0 ? one : two).accept("g", "", "", weight, answers);
        }
        Estimator merged = Estimator.of(one.combine(two).result());
        Estimator direct = Estimator.of(whole.result());
        Estimate expected = direct.favourableShare(Domain.all(), "q").orThrow();
        Estimate found = merged.favourableShare(Domain.all(), "q").orThrow();
        assertEquals(expected.value(), found.value(), 1e-15);
        assertEquals(expected.standardError(), found.standardError(), 1e-15);
        List<ItemTarget> both = List.of(
                new ItemTarget(Domain.all(), "q", Statistic.MEAN), new ItemTarget(Domain.all(), "r", Statistic.MEAN));
        assertEquals(
                direct.joint(both).orThrow().covariance(0, 1),
                merged.joint(both).orThrow().covariance(0, 1),
                1e-15);
        assertTrue(Math.abs(direct.joint(both).orThrow().covariance(0, 1)) > 1e-6);
    }
}
