package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.survey.RatingScale;

/** Results that others have published for small samples, with the data in full. */
class PublishedExamplesTest {

    /** Printed with all digits by an independent computation in double precision. */
    private static final double COMPUTED = 1e-9;

    /** Half a unit of the last digit printed by SAS. */
    private static final double SAS_PRINT = 5e-7;

    private static final double SAS_LIMIT_PRINT = 5e-8;

    /** numpy.isclose of the samplics tests: relative 1e-5. */
    private static final double SAMPLICS = 1e-5;

    private static final String ITEM = "x";

    private static ResponseTally tally(SampleDesign design, RatingScale scale) {
        return ResponseTally.of(design, List.of(new RatedItem(ITEM, scale)));
    }

    /** R survey, data(fpc): tests/testoutput/fpc.Rout.save. Measurements times ten. */
    private static final int[] FPC_X = {28, 41, 68, 68, 92, 37, 66, 42};

    private static final int[] FPC_STRATUM = {1, 1, 1, 1, 1, 2, 2, 2};
    private static final int[] FPC_WEIGHT = {3, 3, 3, 3, 3, 4, 4, 4};

    private static SampleTotals fpc(SampleDesign design) {
        RatingScale scale = NumberScale.of(FPC_X);
        ResponseTally tally = tally(design, scale);
        for (int i = 0; i < FPC_X.length; i++) {
            tally.accept(
                    FPC_X[i] > 40 ? "large" : "small",
                    "" + FPC_STRATUM[i],
                    "",
                    DesignWeight.of(FPC_WEIGHT[i]),
                    new int[] {scale.positionOf(FPC_X[i])});
        }
        return tally.result();
    }

    @Test
    void stratifiedMeanWithAndWithoutPopulation() {
        Estimate without = Estimator.of(fpc(SampleDesign.simpleRandom().weighted()))
                .mean(Domain.all(), ITEM)
                .orThrow();
        Estimate with = Estimator.of(fpc(SampleDesign.simpleRandom()
                        .weighted()
                        .withStratum("1", FinitePopulation.ofSize(15))
                        .withStratum("2", FinitePopulation.ofSize(12))))
                .mean(Domain.all(), ITEM)
                .orThrow();

        // R survey, fpc.Rout.save prints 5.4481, 0.7413 and 0.616; digits from svymean in survey 4.1.1
        assertEquals(54.48148148148148, without.value(), COMPUTED * 54);
        assertEquals(7.412683306315309, without.standardError(), COMPUTED * 7);
        assertEquals(6.160407233612938, with.standardError(), COMPUTED * 6);
        assertEquals(6.0, with.df());
    }

    @Test
    void weightsFollowFromPopulationsAsTheyWereTyped() {
        RatingScale scale = NumberScale.of(FPC_X);
        ResponseTally tally = tally(SampleDesign.simpleRandom().weightedByPopulation(), scale);
        tally.statePopulation("1", FinitePopulation.ofSize(15));
        tally.statePopulation("2", FinitePopulation.ofSize(12));
        for (int i = 0; i < FPC_X.length; i++) {
            tally.accept("all", "" + FPC_STRATUM[i], "", DesignWeight.ONE, new int[] {scale.positionOf(FPC_X[i])});
        }
        Estimate mean = Estimator.of(tally.result()).mean(Domain.all(), ITEM).orThrow();

        // the weights of data(fpc) are 15/5 and 12/3
        assertEquals(54.48148148148148, mean.value(), COMPUTED * 54);
        assertEquals(6.160407233612938, mean.standardError(), COMPUTED * 6);
    }

    @Test
    void domainKeepsTheDesign() {
        Estimator estimator = Estimator.of(fpc(SampleDesign.simpleRandom().weighted()));
        Estimate large = estimator.mean(Domain.of("large"), ITEM).orThrow();
        Estimate small = estimator.mean(Domain.of("small"), ITEM).orThrow();

        // R survey, tests/domain.Rout.save: 6.195, 0.7555129 and 3.314286, 0.3117042
        assertEquals(61.95, large.value(), COMPUTED * 62);
        assertEquals(7.555128638878361, large.standardError(), COMPUTED * 8);
        assertEquals(33.14286, small.value(), 5e-6);
        assertEquals(3.117042, small.standardError(), 5e-7);
    }

    private static final int[] FIRMS = {15, 143, 21, 51, 337, 50, 274, 145, 15, 86};
    private static final int[] FIRM_WEIGHTS = {20, 200, 11, 25, 550, 30, 250, 100, 10, 55};

    @Test
    void designEffectsOfTenFirms() {
        RatingScale scale = NumberScale.of(FIRMS);
        ResponseTally simple = tally(SampleDesign.simpleRandom().weighted(), scale);
        ResponseTally pps = tally(SampleDesign.simpleRandom().weighted(), scale);
        for (int i = 0; i < FIRMS.length; i++) {
            int[] answer = {scale.positionOf(FIRMS[i])};
            simple.accept("firms", "", "", DesignWeight.of(100), answer);
            pps.accept("firms", "", "", DesignWeight.of(FIRM_WEIGHTS[i]), answer);
        }
        Estimate simpleMean =
                Estimator.of(simple.result()).mean(Domain.all(), ITEM).orThrow();
        Estimate mean = Estimator.of(pps.result()).mean(Domain.all(), ITEM).orThrow();
        Estimate total = Estimator.of(pps.result())
                .estimate(Domain.all(), ITEM, Statistic.VALUE_TOTAL)
                .orThrow();

        // R survey, tests/deff.Rout.save: 113.700, 35.626, 1.0101; 243.914, 48.752, 1.9741; 305136, 184965, 18.157
        assertEquals(113.7, simpleMean.value(), COMPUTED * 114);
        assertEquals(35.62616079980179, simpleMean.standardError(), COMPUTED * 36);
        assertEquals(1.0101, simpleMean.designEffect().withoutReplacement().orElseThrow(), 5e-5);
        assertEquals(243.9136690647482, mean.value(), COMPUTED * 244);
        assertEquals(48.752161047361334, mean.standardError(), COMPUTED * 49);
        assertEquals(1.9741, mean.designEffect().withReplacement().orElseThrow(), 5e-5);
        assertEquals(305136.0, total.value(), COMPUTED * 305136);
        assertEquals(184964.5582759633, total.standardError(), COMPUTED * 184965);
        assertEquals(18.157, total.designEffect().withReplacement().orElseThrow(), 5e-4);
        // the other definition: svytotal(~y, design, deff = TRUE) in survey 4.1.1
        assertEquals(18.30299, total.designEffect().withoutReplacement().orElseThrow(), 5e-6);
    }

    /** SAS/STAT, PROC SURVEYMEANS, data set IceCream: grade and spending of 40 students. */
    private static final int[] ICE_CREAM = {
        7, 7, 7, 7, 8, 12, 9, 10, 7, 1, 7, 10, 7, 3, 8, 20, 8, 19, 7, 2, 7, 2, 9, 15, 8, 16, 7, 6, 7, 6, 7, 6, 9, 15, 8,
        17, 8, 14, 9, 8, 9, 8, 9, 7, 7, 3, 7, 12, 7, 4, 9, 14, 8, 18, 9, 9, 7, 2, 7, 1, 7, 4, 7, 11, 9, 8, 8, 10, 8, 13,
        7, 2, 9, 6, 9, 11, 7, 2, 7, 9
    };

    private static SampleTotals iceCream(SampleDesign design, boolean stratified) {
        int[] spent = new int[ICE_CREAM.length / 2];
        for (int i = 0; i < spent.length; i++) {
            spent[i] = ICE_CREAM[2 * i + 1];
        }
        RatingScale scale = NumberScale.withFavourableFrom(10, spent);
        ResponseTally tally = tally(design, scale);
        for (int i = 0; i < spent.length; i++) {
            tally.accept("school", stratified ? "" + ICE_CREAM[2 * i] : "", "", DesignWeight.ONE, new int[] {
                scale.positionOf(spent[i])
            });
        }
        return tally.result();
    }

    @Test
    void sasIceCreamStratified() {
        Estimator estimator = Estimator.of(
                iceCream(
                        SampleDesign.simpleRandom()
                                .weightedByPopulation()
                                .withStratum("7", FinitePopulation.ofSize(1824))
                                .withStratum("8", FinitePopulation.ofSize(1025))
                                .withStratum("9", FinitePopulation.ofSize(1151)),
                        true),
                EstimationOptions.defaults().withInterval(ProportionInterval.WALD));
        Estimate mean = estimator.mean(Domain.all(), ITEM).orThrow();
        Estimate tenOrMore = estimator.favourableShare(Domain.all(), ITEM).orThrow();

        // statug_surveymeans_sect005.htm
        assertEquals(9.141298, mean.value(), SAS_PRINT);
        assertEquals(0.531799, mean.standardError(), SAS_PRINT);
        assertEquals(8.06377052, mean.interval().lower(), SAS_LIMIT_PRINT);
        assertEquals(10.2188254, mean.interval().upper(), SAS_LIMIT_PRINT);
        assertEquals(37.0, mean.df());
        // printed for "less than 10", of which this is the complement
        assertEquals(1.0 - 0.544555, tenOrMore.value(), SAS_PRINT);
        assertEquals(0.058424, tenOrMore.standardError(), SAS_PRINT);
        assertEquals(1.0 - 0.6629323, tenOrMore.interval().lower(), SAS_LIMIT_PRINT);
        assertEquals(1.0 - 0.42617678, tenOrMore.interval().upper(), SAS_LIMIT_PRINT);
    }

    @Test
    void sasIceCreamAsSimpleRandomSample() {
        Estimate mean = Estimator.of(
                        iceCream(SampleDesign.simpleRandom().withPopulation(FinitePopulation.ofSize(4000)), false))
                .mean(Domain.all(), ITEM)
                .orThrow();

        // recomputed by R 4.2.2, survey 4.1.1: svymean of the same design
        assertEquals(8.75, mean.value());
        assertEquals(0.8451388142693573, mean.standardError(), COMPUTED);
        assertEquals(7.040545394, mean.interval().lower(), 5e-10);
        assertEquals(10.459454606, mean.interval().upper(), 5e-10);
        assertEquals(39.0, mean.df());
    }

    /** SAS sample library, svmex1: grade, study group and spending of 40 students. */
    private static final int[] STUDY_GROUPS = {
        7, 34, 7, 7, 34, 7, 7, 412, 4, 9, 27, 14, 7, 34, 2, 9, 230, 15, 9, 27, 15, 7, 501, 2, 9, 230, 8, 9, 230, 7, 7,
        501, 3, 8, 59, 20, 7, 403, 4, 7, 403, 11, 8, 59, 13, 8, 59, 17, 8, 143, 12, 8, 143, 16, 8, 59, 18, 9, 235, 9, 8,
        143, 10, 9, 312, 8, 9, 235, 6, 9, 235, 11, 9, 312, 10, 7, 321, 6, 8, 156, 19, 8, 156, 14, 7, 321, 3, 7, 321, 12,
        7, 489, 2, 7, 489, 9, 7, 78, 1, 7, 78, 10, 7, 489, 2, 7, 156, 1, 7, 78, 6, 7, 412, 6, 7, 156, 2, 9, 301, 8
    };

    @Test
    void sasStudyGroupsAreClustersInStrata() {
        int rows = STUDY_GROUPS.length / 3;
        int[] spent = new int[rows];
        for (int i = 0; i < rows; i++) {
            spent[i] = STUDY_GROUPS[3 * i + 2];
        }
        RatingScale scale = NumberScale.withFavourableFrom(10, spent);
        ResponseTally tally = tally(SampleDesign.clustered().weightedByPopulation(), scale);
        tally.statePopulation("7", FinitePopulation.ofSize(608));
        tally.statePopulation("8", FinitePopulation.ofSize(252));
        tally.statePopulation("9", FinitePopulation.ofSize(403));
        for (int i = 0; i < rows; i++) {
            tally.accept("school", "" + STUDY_GROUPS[3 * i], "" + STUDY_GROUPS[3 * i + 1], DesignWeight.ONE, new int[] {
                scale.positionOf(spent[i])
            });
        }
        Estimator estimator = Estimator.of(tally.result());
        Estimate mean = estimator.mean(Domain.all(), ITEM).orThrow();
        Estimate tenOrMore = estimator.favourableShare(Domain.all(), ITEM).orThrow();

        // recomputed by R 4.2.2, survey 4.1.1 with weights 608/8, 252/3, 403/5
        assertEquals(8.923860115, mean.value(), 5e-10);
        assertEquals(0.650859478, mean.standardError(), 5e-10);
        assertEquals(7.517763700, mean.interval().lower(), 5e-10);
        assertEquals(10.329956530, mean.interval().upper(), 5e-10);
        assertEquals(13.0, mean.df());
        assertEquals(1.0 - 0.561436793, tenOrMore.value(), 5e-10);
        assertEquals(0.056368261, tenOrMore.standardError(), 5e-10);
    }

    /** samplics, tests/estimation/one_stage_fpc.csv: stratum, unit, weight, domain; y times fifty, to be whole. */
    private static final int[][] ONE_STAGE = {
        {1, 1, 3, 1, 277}, {1, 2, 3, 1, 385}, {1, 3, 3, 1, 574}, {1, 4, 3, 2, 610}, {1, 5, 3, 2, 835},
        {2, 1, 3, 1, 358}, {2, 1, 3, 1, 133}, {2, 2, 3, 2, 475}, {2, 2, 3, 2, 475}, {2, 3, 3, 1, 385},
        {2, 3, 3, 2, 655}, {3, 1, 5, 1, 313}, {3, 1, 5, 1, 835}, {3, 1, 5, 1, 277}, {3, 2, 5, 2, 421},
        {3, 2, 5, 2, 430}, {3, 3, 5, 2, 565}, {3, 3, 5, 1, 556}, {3, 4, 5, 1, 637}, {3, 4, 5, 1, 574},
        {3, 4, 5, 1, 826}
    };

    private static Estimator oneStage(SampleDesign design, boolean stratified) {
        int[] values = new int[ONE_STAGE.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ONE_STAGE[i][4];
        }
        RatingScale scale = NumberScale.of(values);
        ResponseTally tally = tally(design.weighted(), scale);
        for (int[] row : ONE_STAGE) {
            tally.accept(
                    "domain " + row[3],
                    stratified ? "" + row[0] : "",
                    design.isClustered() ? "" + row[1] : "",
                    DesignWeight.of(row[2]),
                    new int[] {scale.positionOf(row[4])});
        }
        return Estimator.of(tally.result());
    }

    @Test
    void samplicsTotals() {
        Estimate simple = oneStage(
                        SampleDesign.simpleRandom().withPopulation(FinitePopulation.ofFraction(21.0 / 44.0)), false)
                .estimate(Domain.all(), ITEM, Statistic.VALUE_TOTAL)
                .orThrow();
        SampleDesign clusters = SampleDesign.clustered()
                .withStratum("1", FinitePopulation.ofSize(15))
                .withStratum("2", FinitePopulation.ofSize(9))
                .withStratum("3", FinitePopulation.ofSize(20));
        Estimate clustered = oneStage(clusters, true)
                .estimate(Domain.all(), ITEM, Statistic.VALUE_TOTAL)
                .orThrow();

        // samplics tests/estimation/test_expansion_fpc.py; all digits recomputed
        assertEquals(42656.0, simple.value(), COMPUTED * 42656);
        assertEquals(50 * 67.14784806, simple.standardError(), 50 * 5e-9);
        assertEquals(50 * 97.41386691, clustered.standardError(), 50 * 5e-9);
        assertEquals(50 * 632.75452, clustered.interval().lower(), SAMPLICS * 31637);
        assertEquals(50 * 1073.48547, clustered.interval().upper(), SAMPLICS * 53674);
    }

    @Test
    void samplicsDomainsOfAClusteredSample() {
        SampleDesign clusters = SampleDesign.clustered()
                .withStratum("1", FinitePopulation.ofSize(15))
                .withStratum("2", FinitePopulation.ofSize(9))
                .withStratum("3", FinitePopulation.ofSize(20));
        Estimator estimator = oneStage(clusters, true);

        // samplics test_expansion_fpc.py: standard errors of total and mean by domain
        assertEquals(50 * 165.5088, total(estimator, 1).standardError(), SAMPLICS * 8275);
        assertEquals(50 * 97.16214, total(estimator, 2).standardError(), SAMPLICS * 4858);
        assertEquals(50 * 1.05736, mean(estimator, 1).standardError(), SAMPLICS * 52);
        assertEquals(50 * 0.9217838, mean(estimator, 2).standardError(), SAMPLICS * 46);
        Estimator elements = oneStage(
                SampleDesign.simpleRandom()
                        .withStratum("1", FinitePopulation.ofFraction(5.0 / 15.0))
                        .withStratum("2", FinitePopulation.ofFraction(6.0 / 9.0))
                        .withStratum("3", FinitePopulation.ofFraction(10.0 / 20.0)),
                true);
        assertEquals(50 * 80.33344, total(elements, 1).standardError(), SAMPLICS * 4016);
        assertEquals(50 * 72.63578, total(elements, 2).standardError(), SAMPLICS * 3631);
        assertEquals(50 * 0.8437669, mean(elements, 1).standardError(), SAMPLICS * 42);
        assertEquals(50 * 0.6267699, mean(elements, 2).standardError(), SAMPLICS * 31);
    }

    private static Estimate total(Estimator estimator, int domain) {
        return estimator
                .estimate(Domain.of("domain " + domain), ITEM, Statistic.VALUE_TOTAL)
                .orThrow();
    }

    private static Estimate mean(Estimator estimator, int domain) {
        return estimator.mean(Domain.of("domain " + domain), ITEM).orThrow();
    }

    /** samplics, tests/estimation/test_single_psu_strata.py: region, district, twice the weight, age, domain. */
    private static final int[][] REGIONS = {
        {1, 1, 3, 12, 1},
        {1, 2, 3, 34, 1},
        {1, 2, 3, 24, 1},
        {2, 1, 5, 12, 1},
        {2, 2, 5, 33, 1},
        {3, 1, 7, 46, 2},
        {3, 2, 7, 78, 2},
        {4, 1, 9, 98, 2}
    };

    private static Estimator regions(LonelyPsuPolicy policy) {
        RatingScale scale = NumberScale.of(12, 34, 24, 33, 46, 78, 98);
        ResponseTally tally = tally(SampleDesign.clustered().weighted(), scale);
        for (int[] row : REGIONS) {
            tally.accept("domain " + row[4], "" + row[0], "" + row[1], DesignWeight.of(row[2] / 2.0), new int[] {
                scale.positionOf(row[3])
            });
        }
        return Estimator.of(tally.result(), EstimationOptions.defaults().withLonelyPsu(policy));
    }

    @Test
    void samplicsSkipsTheVarianceOfALonelyUnitAndKeepsItsRows() {
        Estimator estimator = regions(LonelyPsuPolicy.REMOVE);
        Estimate mean = estimator.mean(Domain.all(), ITEM).orThrow();

        assertEquals(52.0238095, mean.value(), SAMPLICS * 52);
        assertEquals(34.879578532, mean.variance(), COMPUTED * 35);
        assertEquals(5.905893542, mean.standardError(), COMPUTED * 6);
        assertEquals(33.22862044, mean.interval().lower(), SAMPLICS * 33);
        assertEquals(70.8189986066, mean.interval().upper(), SAMPLICS * 70);
        assertEquals(3.0, mean.df());
        assertTrue(mean.has(EstimateFlag.LONELY_PSU_REMOVED));
        assertEquals(6.62189741710, mean(estimator, 1).standardError(), SAMPLICS * 7);
        assertEquals(9.7391304347, mean(estimator, 2).standardError(), SAMPLICS * 10);
    }

    @Test
    void aLonelyUnitIsRefusedByDefaultAndItsStratumNamed() {
        var refused = regions(LonelyPsuPolicy.FAIL).mean(Domain.all(), ITEM);

        assertTrue(refused.value().isEmpty());
        assertEquals("estimate.lonely-psu", refused.problems().get(0).code());
        assertEquals("4", refused.problems().get(0).attributes().get("stratum"));
    }
}
