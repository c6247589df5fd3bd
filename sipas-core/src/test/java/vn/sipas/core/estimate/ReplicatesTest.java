package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sipas.core.Checked;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.survey.RatingScale;

/** Replicates of a small sample: strata A of three units, B of one and C of two. */
class ReplicatesTest {

    private static final List<RatedItem> ITEMS = List.of(new RatedItem("q", RatingScale.likert5()));
    private static final Interval SCALE = new Interval(1.0, 5.0);

    private static ResponseTally tally() {
        ResponseTally tally = ResponseTally.of(SampleDesign.clustered(), ITEMS);
        Map<String, int[]> units = new TreeMap<>(Map.of(
                "A1", new int[] {5, 1},
                "A2", new int[] {4},
                "A3", new int[] {2, 3, 2},
                "B1", new int[] {3, 3},
                "C1", new int[] {1},
                "C2", new int[] {5, 5}));
        units.forEach((unit, values) -> {
            for (int value : values) {
                tally.accept(unit, unit.substring(0, 1), unit, DesignWeight.ONE, new int[] {value - 1});
            }
        });
        return tally;
    }

    private static SampleTotals totals(boolean finite) {
        ResponseTally tally = tally();
        if (finite) {
            tally.statePopulation("A", FinitePopulation.ofSize(12));
            tally.statePopulation("B", FinitePopulation.ofSize(4));
            tally.statePopulation("C", FinitePopulation.ofSize(9));
        }
        return tally.result();
    }

    private static OptionalDouble mean(SampleTotals sample) {
        return sample.distribution(Domain.all(), "q").mean();
    }

    private static Checked<Estimate> estimate(Replicates replicates, Interval range) {
        return replicates.estimate(
                "ALL", "q", "mean", range, 0.95, Replicates.Centre.FULL_SAMPLE, ReplicatesTest::mean);
    }

    /** R survey 4.1.1: SE(svymean(~y, as.svrepdesign(design, type = "JKn", mse = TRUE))) under survey.lonely.psu. */
    @ParameterizedTest
    @CsvSource({
        "REMOVE, false, 0.6066466918734429",
        "CERTAINTY, false, 0.6066466918734429",
        "ADJUST, false, 0.606870900473201",
        "AVERAGE, false, 0.6645481551499411",
        "REMOVE, true, 0.5331346825529443",
        "CERTAINTY, true, 0.5331346825529443",
        "ADJUST, true, 0.5333897925729274",
        "AVERAGE, true, 0.584019783645207"
    })
    void theJackknifeTreatsLonelyUnitsAsR(LonelyPsuPolicy policy, boolean finite, double error) {
        Replicates replicates = Replicates.jackknife(totals(finite), policy).orThrow();
        Estimate estimate = estimate(replicates, SCALE).orThrow();

        assertEquals(policy == LonelyPsuPolicy.ADJUST ? 6 : 5, replicates.size());
        assertEquals(replicates.size(), replicates.samples().count());
        assertEquals(error, estimate.standardError(), 1e-12);
        assertEquals(34.0 / 11.0, estimate.value(), 1e-12);
        assertEquals(3.0, estimate.df());
        assertEquals("jkn", estimate.method());
        assertEquals(11, estimate.base());
        assertEquals(policy, estimate.lonelyPsu());
        assertTrue(estimate.has(Linearization.flag(policy)));
        // qt(0.975, 3) of R 4.2.2
        double reach = 3.182446305283709 * error;
        assertEquals(
                Math.max(1.0, estimate.value() - reach), estimate.interval().lower(), 1e-9);
        assertEquals(
                Math.min(5.0, estimate.value() + reach), estimate.interval().upper(), 1e-9);
    }

    @Test
    void aLonelyUnitFailsByDefaultUnlessItsStratumWasTakenWhole() {
        for (Checked<Replicates> refused : List.of(
                Replicates.jackknife(totals(false), LonelyPsuPolicy.FAIL),
                Replicates.bootstrap(totals(false), 10, 1L, LonelyPsuPolicy.FAIL))) {
            assertEquals("estimate.lonely-psu", refused.problems().get(0).code());
            assertEquals("B", refused.problems().get(0).attributes().get("stratum"));
        }
        ResponseTally tally = tally();
        tally.statePopulation("B", FinitePopulation.ofSize(1));
        for (LonelyPsuPolicy policy : List.of(LonelyPsuPolicy.FAIL, LonelyPsuPolicy.AVERAGE)) {
            Replicates replicates = Replicates.jackknife(tally.result(), policy).orThrow();
            // no stratum is lonely, so the average takes nothing over
            assertEquals(
                    0.6066466918734429, estimate(replicates, SCALE).orThrow().standardError(), 1e-12);
        }
        assertEquals(
                8,
                Replicates.bootstrap(tally.result(), 8, 1L, LonelyPsuPolicy.FAIL)
                        .orThrow()
                        .size());
    }

    @Test
    void bootstrapFactorsFollowRaoAndWu() {
        SampleTotals totals = totals(true);
        Replicates replicates =
                Replicates.bootstrap(totals, 200, 5L, LonelyPsuPolicy.REMOVE).orThrow();
        double lambdaA = Math.sqrt(1.0 - 3.0 / 12.0);
        double lambdaC = Math.sqrt(1.0 - 2.0 / 9.0);
        int[] drawn = new int[3];
        replicates.samples().forEach(sample -> {
            double sum = 0.0;
            for (int unit = 1; unit <= 3; unit++) {
                double factor = factor(sample, totals, "A" + unit);
                double times = (factor - 1.0 + lambdaA) / lambdaA * 2.0 / 3.0;
                assertEquals(Math.rint(times), times, 1e-9);
                assertTrue(times >= -1e-9 && times <= 2.0 + 1e-9);
                drawn[unit - 1] += (int) Math.rint(times);
                sum += factor;
            }
            // n − 1 draws of n units leave the stratum its size
            assertEquals(3.0, sum, 1e-9);
            assertEquals(1.0, factor(sample, totals, "B1"), 1e-12);
            double other = factor(sample, totals, "C1");
            assertTrue(Math.abs(other - (1.0 - lambdaC)) < 1e-9 || Math.abs(other - (1.0 + lambdaC)) < 1e-9);
            assertEquals(2.0, other + factor(sample, totals, "C2"), 1e-9);
        });
        assertEquals(400, drawn[0] + drawn[1] + drawn[2]);
        for (int times : drawn) {
            // 400 draws from three units: 133 each, four standard deviations are 38
            assertEquals(133.0, times, 38.0);
        }
    }

    private static double factor(SampleTotals sample, SampleTotals whole, String unit) {
        return sample.distribution(Domain.of(unit), "q").weight()
                / whole.distribution(Domain.of(unit), "q").weight();
    }

    @Test
    void theBootstrapVarianceIsThatBetweenReplicatesAndRepeatsWithItsSeed() {
        Replicates replicates = Replicates.bootstrap(totals(false), 30, 9L, LonelyPsuPolicy.REMOVE)
                .orThrow();
        double[] values = replicates
                .samples()
                .mapToDouble(sample -> mean(sample).orElseThrow())
                .toArray();
        double full = 34.0 / 11.0;
        double sum = 0.0;
        for (double value : values) {
            sum += (value - full) * (value - full);
        }
        Estimate estimate = estimate(replicates, SCALE).orThrow();
        assertEquals(Math.sqrt(sum / 29.0), estimate.standardError(), 1e-12);
        assertEquals("bootstrap", estimate.method());
        assertTrue(estimate.has(EstimateFlag.LONELY_PSU_REMOVED));
        assertArrayEquals(
                values,
                Replicates.bootstrap(totals(false), 30, 9L, LonelyPsuPolicy.REMOVE)
                        .orThrow()
                        .samples()
                        .mapToDouble(sample -> mean(sample).orElseThrow())
                        .toArray());
        assertEquals(0.0, replicates.variance(2.0, new double[30], Replicates.Centre.MEAN));
        assertThrows(
                IllegalArgumentException.class, () -> replicates.variance(2.0, new double[29], Replicates.Centre.MEAN));
    }

    @Test
    void onlySoManyReplicatesAreDrawnAndOnlyFromUnits() {
        SampleTotals totals = totals(false);
        for (int wrong : new int[] {1, 1_000_001}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Replicates.bootstrap(totals, wrong, 1L, LonelyPsuPolicy.REMOVE));
        }
        assertEquals(
                2,
                Replicates.bootstrap(totals, 2, 1L, LonelyPsuPolicy.REMOVE)
                        .orThrow()
                        .size());
        ResponseTally direct = ResponseTally.of(SampleDesign.simpleRandom(), ITEMS);
        direct.accept("g", new int[] {4});
        assertEquals(
                "estimate.no-units",
                Replicates.bootstrap(direct.result(), 10, 1L, LonelyPsuPolicy.REMOVE)
                        .problems()
                        .get(0)
                        .code());
        ResponseTally small = tally();
        small.statePopulation("A", FinitePopulation.ofSize(2));
        for (Checked<Replicates> refused : List.of(
                Replicates.jackknife(small.result(), LonelyPsuPolicy.REMOVE),
                Replicates.bootstrap(small.result(), 10, 1L, LonelyPsuPolicy.REMOVE))) {
            assertEquals(
                    "estimate.population-too-small", refused.problems().get(0).code());
        }
    }

    @Test
    void withoutStrataTheJackknifeIsJk1AndAFunctionMayNotVary() {
        ResponseTally tally = ResponseTally.of(SampleDesign.clustered(), ITEMS);
        for (String unit : List.of("1", "2", "3", "4")) {
            tally.accept("g", "", unit, DesignWeight.ONE, new int[] {4});
            tally.accept("g", "", unit, DesignWeight.ONE, new int[] {1});
        }
        Estimate estimate = estimate(
                        Replicates.jackknife(tally.result(), LonelyPsuPolicy.FAIL)
                                .orThrow(),
                        SCALE)
                .orThrow();
        assertEquals("jk1", estimate.method());
        assertEquals(0.0, estimate.standardError(), 1e-15);
        assertTrue(estimate.has(EstimateFlag.ZERO_VARIANCE) || estimate.standardError() > 0.0);
        assertFalse(estimate.has(EstimateFlag.NO_DEGREES_OF_FREEDOM));
        assertEquals(
                "estimate.no-answers",
                Replicates.jackknife(tally.result(), LonelyPsuPolicy.FAIL)
                        .orThrow()
                        .estimate(
                                "g", "q", "mean", SCALE, 0.95, Replicates.Centre.MEAN, sample -> OptionalDouble.empty())
                        .problems()
                        .get(0)
                        .code());
    }

    @Test
    void jointEstimatesShowTheirParts() {
        List<ItemTarget> targets = List.of(
                new ItemTarget(Domain.all(), "q", Statistic.MEAN),
                new ItemTarget(Domain.of("A1"), "q", Statistic.MEAN));
        JointEstimate joint = Estimator.of(
                        totals(false), EstimationOptions.defaults().withLonelyPsu(LonelyPsuPolicy.REMOVE))
                .joint(targets)
                .orThrow();
        assertEquals(targets, joint.targets());
        assertArrayEquals(new double[] {34.0 / 11.0, 3.0}, joint.values(), 1e-12);
        assertEquals(11, joint.base(0));
        assertTrue(joint.flags().contains(EstimateFlag.LONELY_PSU_REMOVED));
        assertEquals(joint.covariance(0, 1), joint.covariance(1, 0));
        assertEquals(
                joint.covariance(0, 0) + 4.0 * joint.covariance(1, 1) - 4.0 * joint.covariance(0, 1),
                joint.variance(1.0, -2.0),
                1e-12);
        assertThrows(IllegalArgumentException.class, () -> joint.variance(1.0));
    }

    @Test
    void largeNumbersSurviveStoring() {
        List<RatedItem> items = List.of(new RatedItem("n", NumberScale.of(1, 2, 77, 300, 1000)));
        ResponseTally tally = ResponseTally.of(SampleDesign.twoStage(), items);
        tally.statePopulation("s", FinitePopulation.ofFraction(0.25));
        tally.statePopulation("t", FinitePopulation.unlimited());
        for (int group = 0; group < 300; group++) {
            for (int i = 0; i < (group == 7 ? 20_000 : 2); i++) {
                tally.accept(
                        "nhóm " + group, group % 2 == 0 ? "s" : "t", "u" + group, DesignWeight.ONE, new int[] {i % 5});
            }
        }
        SampleTotals totals = tally.result();
        SampleTotals back = SampleTotals.ofBytes(totals.toBytes(), items).orThrow();
        assertEquals(totals, back);
        assertEquals(4000, back.distribution(Domain.of("nhóm 7"), "n").count(4));
        assertEquals(300, back.groups().size());
        List<RatedItem> other = List.of(new RatedItem("n", NumberScale.of(1, 2, 78, 300, 1000)));
        assertEquals(
                "estimate.state-mismatch",
                SampleTotals.ofBytes(totals.toBytes(), other).problems().get(0).code());
    }
}
