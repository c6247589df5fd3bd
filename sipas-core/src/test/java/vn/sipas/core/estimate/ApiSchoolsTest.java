package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.PrimarySamplingUnit;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.survey.RatingScale;

/**
 * The California school examples of R survey. School results have up to four digits and are no rating scale: each decimal
 * digit is counted as a question of its own, and a mean of results is the smooth function 100·a + 10·b + c of three
 * question means, which tries the covariances between questions as well.
 *
 * <p>Expected values: api-estimates.csv, made by api-schools.R; the same numbers are printed to fewer digits in
 * tests/testoutput/api.Rout.saved, tests/lonely.psu.Rout.save and tests/rakecheck.Rout.save of the package.
 */
class ApiSchoolsTest {

    /** Both sides compute in double precision; sums of a few hundred terms differ in the last digits. */
    private static final double RELATIVE = 1e-9;

    /** R stops raking when the table moves by less than 1e-11 schools. */
    private static final double RAKING = 1e-8;

    private static final Interval ANY = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final List<RatedItem> ITEMS = items();
    private static final Map<String, Double> R = new HashMap<>();
    private static final List<Map<String, String>> SCHOOLS = GoldenFile.rows("api-schools.csv");

    static {
        GoldenFile.rows("api-estimates.csv").forEach(row -> R.put(row.get("name"), Double.valueOf(row.get("value"))));
    }

    private static List<RatedItem> items() {
        RatingScale digits = NumberScale.of(IntStream.range(0, 10).toArray());
        List<RatedItem> items = new ArrayList<>();
        for (String code : List.of("api0", "api1", "api2", "enroll0", "enroll1", "enroll2", "enroll3")) {
            items.add(new RatedItem(code, digits));
        }
        items.add(new RatedItem("noell", RatingScale.yesNo()));
        return items;
    }

    private interface Position {
        void count(ResponseTally tally, Map<String, String> row, int[] answers);
    }

    private static SampleTotals count(String sample, SampleDesign design, Position position) {
        ResponseTally tally = ResponseTally.of(design, ITEMS, ItemMoments.VALUE);
        for (Map<String, String> row : SCHOOLS) {
            if (row.get("sample").equals(sample)) {
                int api = Integer.parseInt(row.get("api00"));
                int[] answers = new int[8];
                for (int i = 0, power = 1; i < 3; i++, power *= 10) {
                    answers[i] = api / power % 10;
                }
                for (int i = 0, power = 1; i < 4; i++, power *= 10) {
                    answers[3 + i] = row.get("enroll").isEmpty()
                            ? MissingAnswer.BLANK.code()
                            : Integer.parseInt(row.get("enroll")) / power % 10;
                }
                answers[7] = Integer.parseInt(row.get("noell"));
                position.count(tally, row, answers);
            }
        }
        return tally.result();
    }

    private static DesignWeight weight(Map<String, String> row) {
        return DesignWeight.of(Double.parseDouble(row.get("weight")));
    }

    private static String group(Map<String, String> row) {
        return row.get("type") + "|" + row.get("wide");
    }

    private static FinitePopulation population(String size) {
        return FinitePopulation.ofSize(Double.parseDouble(size));
    }

    private static SampleTotals stratified() {
        return count("strat", SampleDesign.simpleRandom().weighted(), (tally, row, answers) -> {
            tally.statePopulation(row.get("stratum"), population(row.get("N")));
            tally.accept(group(row), row.get("stratum"), "", weight(row), answers);
        });
    }

    private static SampleTotals clustered() {
        return count("clus1", SampleDesign.clustered().weighted(), (tally, row, answers) -> {
            tally.statePopulation("", population(row.get("N")));
            tally.accept(group(row), "", row.get("psu"), weight(row), answers);
        });
    }

    private static SampleTotals twoStage() {
        return count("clus2", SampleDesign.twoStage().weighted(), (tally, row, answers) -> {
            tally.statePopulation("", population(row.get("N")));
            tally.statePopulation(new PrimarySamplingUnit("", row.get("psu"), population(row.get("M"))));
            tally.accept(group(row), "", row.get("psu"), weight(row), answers);
        });
    }

    private static Estimate number(Estimator estimator, Domain domain, String digits, int size, Statistic statistic) {
        double[] powers = new double[size];
        List<ItemTarget> targets = new ArrayList<>();
        double value = 0.0;
        for (int i = 0; i < size; i++) {
            powers[i] = Math.pow(10.0, i);
            targets.add(new ItemTarget(domain, digits + i, statistic));
        }
        JointEstimate joint = estimator.joint(targets).orThrow();
        for (int i = 0; i < size; i++) {
            value += powers[i] * joint.value(i);
        }
        return joint.smooth(domain.name(), digits, statistic.toString(), value, ANY, powers);
    }

    private static Estimate api(SampleTotals totals) {
        return number(Estimator.of(totals), Domain.all(), "api", 3, Statistic.MEAN);
    }

    private static Estimate enrolled(SampleTotals totals) {
        return number(Estimator.of(totals), Domain.all(), "enroll", 4, Statistic.VALUE_TOTAL);
    }

    private static void assertAsR(String name, Estimate estimate, double relative) {
        assertEquals(R.get(name), estimate.value(), relative * Math.abs(R.get(name)), name);
        assertEquals(R.get(name + ".se"), estimate.standardError(), relative * R.get(name + ".se"), name);
    }

    @Test
    void stratifiedSample() {
        assertAsR("strat.mean.api00", api(stratified()), RELATIVE);
        assertAsR("strat.total.enroll", enrolled(stratified()), RELATIVE);
        assertEquals(R.get("strat.df"), api(stratified()).df());
    }

    @Test
    void clusterSample() {
        assertAsR("clus1.mean.api00", api(clustered()), RELATIVE);
        assertAsR("clus1.total.enroll", enrolled(clustered()), RELATIVE);
        assertEquals(R.get("clus1.df"), api(clustered()).df());
        assertAsR(
                "clus1.share.noell",
                Estimator.of(clustered()).favourableShare(Domain.all(), "noell").orThrow(),
                RELATIVE);
    }

    @Test
    void twoStageSampleWithBothPopulations() {
        assertAsR("clus2.mean.api00", api(twoStage()), RELATIVE);
        assertEquals(R.get("clus2.df"), api(twoStage()).df());
        assertAsR(
                "clus2.share.noell",
                Estimator.of(twoStage()).favourableShare(Domain.all(), "noell").orThrow(),
                RELATIVE);
    }

    @ParameterizedTest
    @EnumSource(value = LonelyPsuPolicy.class, names = "FAIL", mode = EnumSource.Mode.EXCLUDE)
    void lonelySchools(LonelyPsuPolicy policy) {
        Estimator estimator =
                Estimator.of(lonely(), EstimationOptions.defaults().withLonelyPsu(policy));
        Estimate mean = number(estimator, Domain.all(), "api", 3, Statistic.MEAN);

        assertAsR("lonely." + policy.name().toLowerCase(java.util.Locale.ROOT), mean, RELATIVE);
        assertEquals(1, mean.flags().size());
    }

    private static SampleTotals lonely() {
        return count(
                "clus1",
                SampleDesign.simpleRandom().weighted(),
                (tally, row, answers) -> tally.accept(group(row), row.get("psu"), "", weight(row), answers));
    }

    @Test
    void theStratumOfALonelySchoolIsNamed() {
        var refused = Estimator.of(lonely()).mean(Domain.all(), "api0");

        // tests/lonely.psu.Rout.save: "Stratum (413) has only one PSU at stage 1"
        assertEquals("413", refused.problems().get(0).attributes().get("stratum"));
    }

    private static OptionalDouble apiOf(SampleTotals sample) {
        double value = 0.0;
        for (int i = 0; i < 3; i++) {
            OptionalDouble digit = sample.distribution(Domain.all(), "api" + i).mean();
            if (digit.isEmpty()) {
                return digit;
            }
            value += Math.pow(10.0, i) * digit.getAsDouble();
        }
        return OptionalDouble.of(value);
    }

    private static Estimate replicated(Replicates replicates, Replicates.Centre centre) {
        return replicates
                .estimate("ALL", "api", "mean", ANY, 0.95, centre, ApiSchoolsTest::apiOf)
                .orThrow();
    }

    @Test
    void jackknifeWithoutStrata() {
        Replicates replicates =
                Replicates.jackknife(clustered(), LonelyPsuPolicy.FAIL).orThrow();
        Estimate full = replicated(replicates, Replicates.Centre.FULL_SAMPLE);
        Estimate mean = replicated(replicates, Replicates.Centre.MEAN);

        assertEquals(15, replicates.size());
        assertEquals("jk1", full.method());
        assertEquals(R.get("clus1.jk1.mse.se"), full.standardError(), RELATIVE * full.standardError());
        assertEquals(R.get("clus1.jk1.mean.se"), mean.standardError(), RELATIVE * mean.standardError());
        assertEquals(14.0, full.df());
    }

    private static SampleTotals thirds() {
        return count(
                "clus1",
                SampleDesign.clustered().weighted(),
                (tally, row, answers) -> tally.accept(
                        group(row), "" + Integer.parseInt(row.get("psu")) % 3, row.get("psu"), weight(row), answers));
    }

    @Test
    void jackknifeWithStrata() {
        Estimate estimate = replicated(
                Replicates.jackknife(thirds(), LonelyPsuPolicy.FAIL).orThrow(), Replicates.Centre.FULL_SAMPLE);

        assertEquals("jkn", estimate.method());
        assertEquals(R.get("jkn.mse.se"), estimate.standardError(), RELATIVE * estimate.standardError());
    }

    @Test
    @Tag("slow")
    void bootstrapComesNearTheLinearisedErrorAndRepeatsItself() {
        Replicates replicates =
                Replicates.bootstrap(thirds(), 2000, 7, LonelyPsuPolicy.FAIL).orThrow();
        Estimate estimate = replicated(replicates, Replicates.Centre.MEAN);
        Estimate again = replicated(
                Replicates.bootstrap(thirds(), 2000, 7, LonelyPsuPolicy.FAIL).orThrow(), Replicates.Centre.MEAN);

        assertEquals(again, estimate);
        // 2000 replicates leave about 1.6 % of error in a standard error; a few units in strata make the ratio wider
        assertEquals(1.0, estimate.standardError() / api(thirds()).standardError(), 0.15);
    }

    private static final Calibration.Margin TYPES =
            new Calibration.Margin("type", key -> key.substring(0, 1), Map.of("E", 4421.0, "H", 755.0, "M", 1018.0));

    private static final Calibration.Margin WIDE =
            new Calibration.Margin("wide", key -> key.substring(2), Map.of("No", 1072.0, "Yes", 5122.0));

    private static Domain elementary(SampleTotals totals) {
        return Domain.of(
                "E", totals.groups().stream().filter(key -> key.startsWith("E")).toList());
    }

    @Test
    void postStratifiedByType() {
        Calibration calibration = Calibration.postStratify(clustered(), TYPES).orThrow();
        SampleTotals totals = calibration.totals();

        assertTrue(calibration.report().converged());
        assertAsR("clus1.post.mean.api00", api(totals), RELATIVE);
        assertAsR("clus1.post.total.enroll", enrolled(totals), RELATIVE);
        assertAsR(
                "clus1.post.mean.api00.E",
                number(Estimator.of(totals), elementary(totals), "api", 3, Statistic.MEAN),
                RELATIVE);
        assertAsR(
                "clus1.post.share.noell",
                Estimator.of(totals).favourableShare(Domain.all(), "noell").orThrow(),
                RELATIVE);
    }

    @Test
    void rakedByTypeAndAward() {
        Calibration calibration = Calibration.rake(
                        clustered(), List.of(TYPES, WIDE), Calibration.RakingOptions.defaults())
                .orThrow();
        SampleTotals totals = calibration.totals();

        assertTrue(calibration.report().converged());
        assertAsR("clus1.rake.mean.api00", api(totals), RAKING);
        assertAsR("clus1.rake.total.enroll", enrolled(totals), RAKING);
        assertAsR(
                "clus1.rake.mean.api00.E",
                number(Estimator.of(totals), elementary(totals), "api", 3, Statistic.MEAN),
                RAKING);
    }

    @Test
    void calibratedSampleOfRespondents() {
        assertAsR(
                "strat.post.mean.api00",
                api(Calibration.postStratify(stratified(), WIDE).orThrow().totals()),
                RELATIVE);
        assertAsR(
                "strat.post.total.enroll",
                enrolled(Calibration.postStratify(stratified(), WIDE).orThrow().totals()),
                RELATIVE);
        assertAsR(
                "strat.rake.mean.api00",
                api(Calibration.rake(stratified(), List.of(TYPES, WIDE), Calibration.RakingOptions.defaults())
                        .orThrow()
                        .totals()),
                RAKING);
    }

    @Test
    void aCalibrationThatStopsEarlySaysSo() {
        Calibration.RakingOptions hasty = new Calibration.RakingOptions(1e-10, 1, 0.0, Double.POSITIVE_INFINITY);
        Calibration calibration =
                Calibration.rake(clustered(), List.of(TYPES, WIDE), hasty).orThrow();
        Estimate share = Estimator.of(calibration.totals())
                .favourableShare(Domain.all(), "noell")
                .orThrow();

        assertFalse(calibration.report().converged());
        assertEquals(1, calibration.report().rounds());
        assertTrue(share.has(EstimateFlag.NOT_CALIBRATED));
    }

    @Test
    void trimmedWeights() {
        double[] weights = SCHOOLS.stream()
                .filter(row -> row.get("sample").equals("strat"))
                .mapToDouble(row -> Double.parseDouble(row.get("enroll")))
                .toArray();
        WeightTrimming trimmed = WeightTrimming.of(weights, 200.0, 1500.0, false);

        assertEquals(
                R.get("trimmed.first"),
                trimmed.weights().get(0),
                RELATIVE * trimmed.weights().get(0));
        assertEquals(
                java.util.Arrays.stream(weights).sum(),
                trimmed.weights().stream().mapToDouble(Double::doubleValue).sum(),
                1e-6);
    }
}
