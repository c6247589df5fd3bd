package vn.sipas.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimateFlag;
import vn.sipas.core.estimate.Interval;
import vn.sipas.core.estimate.ItemMoments;
import vn.sipas.core.estimate.ProportionInterval;
import vn.sipas.core.estimate.Replicates;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.SamplingPosition;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;

class IndexEstimatorTest {

    /** Sums of a few hundred doubles in another order. */
    private static final double EXACT = 1e-9;

    private static final RatingScale SCALE = RatingScale.likert5();
    private static final SurveyKey KEY = SurveyKey.of("test", 1);
    private static final Survey SURVEY = Survey.ofRatings(
            KEY,
            LocalizedText.same("test"),
            List.of(
                    RatingQuestion.of("q0", LocalizedText.same("q0"), SCALE),
                    RatingQuestion.of("q1", LocalizedText.same("q1"), SCALE),
                    RatingQuestion.of("q2", LocalizedText.same("q2"), SCALE)));

    private static IndexDefinition definition(ItemStatistic statistic, Aggregation aggregation) {
        List<IndexNode> items = new ArrayList<>();
        SURVEY.ratingQuestions().forEach(question -> items.add(IndexItem.of(question)));
        IndexComposite root = new IndexComposite(
                "overall", LocalizedText.same("overall"), aggregation, items, MissingDataRule.complete());
        return IndexDefinition.of(MethodVersion.of("test", "1"), LocalizedText.same("test"), root, statistic);
    }

    private static Aggregation mean(MeanKind kind) {
        return new Aggregation.Mean(
                kind,
                ImportanceWeight.inProportionTo(List.of(Fraction.of(5, 1), Fraction.of(3, 1), Fraction.of(2, 1))));
    }

    /** Answers of people who lean the same way on all questions; -1 is blank. */
    private static int[][] people(int count, long seed, double blanks) {
        Random random = new Random(seed);
        int[][] people = new int[count][3];
        for (int[] person : people) {
            double lean = random.nextGaussian();
            for (int i = 0; i < 3; i++) {
                int value = (int) Math.round(3.6 + 0.8 * lean + 0.7 * random.nextGaussian());
                person[i] = random.nextDouble() < blanks ? -1 : Math.min(5, Math.max(1, value));
            }
        }
        return people;
    }

    private static Response response(int number, String group, int[] answers, String psu) {
        SamplingPosition at = psu.isEmpty()
                ? SamplingPosition.simple()
                : new SamplingPosition(1.0, Optional.empty(), Optional.of(psu));
        Response.Builder builder =
                Response.builder("r" + number, KEY, UnitCode.of(group), "w").position(at);
        for (int i = 0; i < answers.length; i++) {
            builder.answer("q" + i, answers[i] < 0 ? Answer.NoAnswer.BLANK : new Answer.Rated(answers[i]));
        }
        return builder.build();
    }

    private static IndexEstimator counted(IndexDefinition definition, int[][] people, int perCluster) {
        SampleDesign design = perCluster == 0 ? SampleDesign.simpleRandom() : SampleDesign.clustered();
        IndexAccumulator accumulator = IndexAccumulator.of(definition, SURVEY, design);
        for (int i = 0; i < people.length; i++) {
            accumulator.accept(response(i, "g", people[i], perCluster == 0 ? "" : "c" + i / perCluster));
        }
        return accumulator.result();
    }

    private static Estimate overall(IndexEstimator estimator) {
        return estimator.estimate(Domain.all()).root().estimate().orElseThrow();
    }

    private static double favourable(int value) {
        return value >= 4 ? 100.0 : 0.0;
    }

    @Test
    void withoutBlanksTheIndexIsTheMeanOfEachPersonsOwnMean() {
        int[][] people = people(80, 7, 0.0);
        double[] own = Arrays.stream(people)
                .mapToDouble(p -> 0.5 * favourable(p[0]) + 0.3 * favourable(p[1]) + 0.2 * favourable(p[2]))
                .toArray();
        double mean = Arrays.stream(own).average().orElseThrow();
        double variance = Arrays.stream(own).map(x -> (x - mean) * (x - mean)).sum() / 79 / 80;
        Estimate found =
                overall(counted(definition(ItemStatistic.FAVOURABLE_SHARE, mean(MeanKind.ARITHMETIC)), people, 0));
        assertEquals(mean, found.value(), EXACT);
        assertEquals(Math.sqrt(variance), found.standardError(), EXACT);
        assertEquals(79.0, found.df());
        assertEquals(80, found.base());
        assertEquals("wilson", found.method());
        assertTrue(found.interval().contains(mean) && found.interval().upper() < 100.0);
    }

    @Test
    void withoutBlanksClustersVaryAsTheirMeansDo() {
        int[][] people = people(96, 11, 0.0);
        double[] own = Arrays.stream(people)
                .mapToDouble(p -> 0.5 * (p[0] - 1) * 25 + 0.3 * (p[1] - 1) * 25 + 0.2 * (p[2] - 1) * 25)
                .toArray();
        double mean = Arrays.stream(own).average().orElseThrow();
        double sum = 0.0;
        for (int cluster = 0; cluster < 12; cluster++) {
            double z = 0.0;
            for (int i = 0; i < 8; i++) {
                z += (own[cluster * 8 + i] - mean) / 96;
            }
            sum += z * z;
        }
        Estimate found =
                overall(counted(definition(ItemStatistic.RESCALED_MEAN, mean(MeanKind.ARITHMETIC)), people, 8));
        assertEquals(mean, found.value(), EXACT);
        assertEquals(Math.sqrt(12.0 / 11.0 * sum), found.standardError(), EXACT);
        assertEquals(11.0, found.df());
        assertEquals("t", found.method());
        // qt(0.975, 11) of R 4.2.2
        double reach = 2.200985160091640 * found.standardError();
        assertEquals(mean - reach, found.interval().lower(), EXACT);
    }

    @Test
    void pooledAnswersVaryWithTheNumberOfAnswersToo() {
        int[][] people = people(120, 13, 0.2);
        double answers = 0.0;
        double sum = 0.0;
        for (int[] person : people) {
            for (int value : person) {
                answers += value < 0 ? 0 : 1;
                sum += value < 0 ? 0 : favourable(value);
            }
        }
        double pooled = sum / answers;
        double squares = 0.0;
        for (int[] person : people) {
            double z = 0.0;
            for (int value : person) {
                z += value < 0 ? 0.0 : (favourable(value) - pooled) / answers;
            }
            squares += z * z;
        }
        Estimate found =
                overall(counted(definition(ItemStatistic.FAVOURABLE_SHARE, new Aggregation.PooledItems()), people, 0));
        assertEquals(pooled, found.value(), EXACT);
        assertEquals(Math.sqrt(120.0 / 119.0 * squares), found.standardError(), EXACT);
    }

    /** Delete-one jackknife over people, written out with the calculator alone. */
    private static double jackknife(IndexDefinition definition, int[][] people) {
        double[] values = new double[people.length];
        for (int left = 0; left < people.length; left++) {
            int[][] rest = new int[people.length - 1][];
            System.arraycopy(people, 0, rest, 0, left);
            System.arraycopy(people, left + 1, rest, left, rest.length - left);
            values[left] = counted(definition, rest, 0)
                    .calculate(Domain.all())
                    .value()
                    .score()
                    .orElseThrow()
                    .value();
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double sum = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt((people.length - 1.0) / people.length * sum);
    }

    @Test
    @Tag("slow")
    void linearisationAgreesWithTheJackknifeForEverySmoothTree() {
        int[][] people = people(150, 17, 0.1);
        List<Aggregation> aggregations = new ArrayList<>(List.of(new Aggregation.PooledItems()));
        Arrays.stream(MeanKind.values()).forEach(kind -> aggregations.add(mean(kind)));
        for (ItemStatistic statistic : ItemStatistic.values()) {
            for (Aggregation aggregation : aggregations) {
                IndexDefinition definition = definition(statistic, aggregation);
                double linear = overall(counted(definition, people, 0)).standardError();
                // the two differ by terms of order 1/n
                assertEquals(1.0, jackknife(definition, people) / linear, 0.02, aggregation + " " + statistic);
            }
        }
    }

    @Test
    void mixedStatisticsNeedTheMomentsOfBothAndSaySo() {
        IndexItem mean = new IndexItem(
                "q0",
                LocalizedText.same("q0"),
                "q0",
                Direction.HIGHER_IS_BETTER,
                Optional.of(ItemStatistic.RESCALED_MEAN));
        IndexItem share = IndexItem.of(SURVEY.ratingQuestions().get(1));
        IndexDefinition mixed = IndexDefinition.of(
                MethodVersion.of("test", "1"),
                LocalizedText.same("test"),
                IndexComposite.equal("overall", LocalizedText.same("overall"), List.of(mean, share)),
                ItemStatistic.FAVOURABLE_SHARE);
        int[][] people = people(40, 3, 0.0);
        SampleTotals counted = counted(mixed, people, 0).totals();
        assertEquals(ItemMoments.FAVOURABLE_AND_VALUE, counted.moments());
        assertEquals(
                1.0,
                jackknife(mixed, people) / overall(counted(mixed, people, 0)).standardError(),
                0.02);

        ResponseTally poor = ResponseTally.of(SampleDesign.simpleRandom(), counted.items(), ItemMoments.VALUE);
        for (int[] person : people) {
            poor.accept("g", new int[] {person[0] - 1, person[1] - 1});
        }
        IndexResult direct = IndexEstimator.of(mixed, poor.result()).estimate(Domain.all());
        assertEquals(Optional.empty(), direct.root().estimate());
        assertEquals("index.no-error", direct.root().warnings().get(0).code());
        assertEquals(
                "estimate.moments-missing",
                direct.root().warnings().get(0).attributes().get("cause"));
        assertTrue(direct.node("q0").orElseThrow().estimate().isPresent());
    }

    @Test
    void unanimousAnswersGiveAnHonestInterval() {
        int[][] people = new int[59][];
        Arrays.fill(people, new int[] {5, 5, 5});
        IndexDefinition definition = definition(ItemStatistic.FAVOURABLE_SHARE, mean(MeanKind.ARITHMETIC));
        Estimate all = overall(counted(definition, people, 0));
        assertEquals(100.0, all.value());
        assertTrue(all.has(EstimateFlag.UNANIMOUS));
        assertEquals(59.0, all.effectiveBase().orElseThrow());
        // Wilson's bound n/(n + t²) with qt(0.975, 58) = 2.001717484145236 of R 4.2.2
        double bound = 100.0 * 59 / (59 + 2.001717484145236 * 2.001717484145236);
        assertEquals(bound, all.interval().lower(), 1e-8);
        assertEquals(100.0, all.interval().upper());

        int[][] one = people.clone();
        one[0] = new int[] {5, 5, 1};
        Estimate partly = overall(counted(definition, one, 0));
        assertTrue(partly.has(EstimateFlag.COMBINED_INTERVAL));
        assertFalse(partly.has(EstimateFlag.UNANIMOUS));
        // the two unanimous items alone reach 0.8 of the distance above
        assertTrue(partly.interval().lower() < partly.value() - 0.8 * (100.0 - bound));
        assertTrue(
                partly.interval().upper() > partly.value() && partly.interval().upper() <= 100.0);
    }

    @Test
    void aZeroGeometricMeanHasAScoreButNoError() {
        int[][] people = people(30, 5, 0.0);
        for (int[] person : people) {
            person[2] = 1;
        }
        IndexResult result = counted(definition(ItemStatistic.FAVOURABLE_SHARE, mean(MeanKind.GEOMETRIC)), people, 0)
                .estimate(Domain.all());
        assertEquals("0.00", result.value().toString());
        assertEquals(Optional.empty(), result.root().estimate());
        assertEquals(
                List.of("index.zero-component", "index.no-error"),
                result.root().warnings().stream().map(problem -> problem.code()).toList());
    }

    @Test
    void reversedItemsTurnTheirIntervalRound() {
        IndexItem reversed =
                new IndexItem("r", LocalizedText.same("r"), "q0", Direction.LOWER_IS_BETTER, Optional.empty());
        IndexDefinition turned = IndexDefinition.of(
                MethodVersion.of("test", "1"),
                LocalizedText.same("test"),
                IndexComposite.equal("overall", LocalizedText.same("overall"), List.of(reversed)),
                ItemStatistic.FAVOURABLE_SHARE);
        IndexDefinition straight = IndexDefinition.of(
                MethodVersion.of("test", "1"),
                LocalizedText.same("test"),
                IndexComposite.equal(
                        "overall",
                        LocalizedText.same("overall"),
                        List.of(IndexItem.of(SURVEY.ratingQuestions().get(0)))),
                ItemStatistic.FAVOURABLE_SHARE);
        int[][] people = people(50, 23, 0.0);
        Estimate one = overall(counted(turned, people, 0));
        Estimate other = overall(counted(straight, people, 0));
        assertEquals(100.0, one.value() + other.value(), EXACT);
        assertEquals(other.standardError(), one.standardError(), EXACT);
        assertEquals(100.0, one.interval().lower() + other.interval().upper(), EXACT);
        IndexResult result = counted(turned, people, 0).estimate(Domain.all());
        Estimate item = result.node("r").orElseThrow().estimate().orElseThrow();
        assertEquals(one.value(), item.value(), EXACT);
        assertEquals(one.interval().lower(), item.interval().lower(), EXACT);
        assertEquals(one.interval().upper(), item.interval().upper(), EXACT);
    }

    @Test
    void lonelyUnitsFailByDefaultWithTheStratumNamed() {
        IndexAccumulator accumulator = IndexAccumulator.of(
                definition(ItemStatistic.FAVOURABLE_SHARE, mean(MeanKind.ARITHMETIC)),
                SURVEY,
                SampleDesign.clustered());
        accumulator.accept(response(0, "g", new int[] {5, 4, 1}, "only"));
        IndexResult result = accumulator.result().estimate(Domain.all());
        assertTrue(result.value().score().isPresent());
        assertEquals(
                "estimate.lonely-psu",
                result.root().warnings().get(0).attributes().get("cause"));
    }

    @Test
    void partsCombineToTheWholeInAnyOrder() {
        IndexDefinition definition = definition(ItemStatistic.RESCALED_MEAN, mean(MeanKind.GEOMETRIC));
        int[][] people = people(90, 31, 0.1);
        IndexAccumulator whole = IndexAccumulator.of(definition, SURVEY, SampleDesign.simpleRandom());
        List<IndexAccumulator> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            parts.add(IndexAccumulator.of(definition, SURVEY, SampleDesign.simpleRandom()));
        }
        for (int i = 0; i < people.length; i++) {
            Response response = response(i, "g" + i % 2, people[i], "");
            whole.accept(response);
            parts.get(i % 3).accept(response);
        }
        IndexEstimator merged =
                parts.get(2).combine(parts.get(0)).combine(parts.get(1)).result();
        List<IndexResult> expected = whole.result().estimateGroups();
        assertEquals(
                List.of("ALL", "g0", "g1"),
                expected.stream().map(IndexResult::group).toList());
        assertEquals(expected, merged.estimateGroups());
        IndexAccumulator other = IndexAccumulator.of(
                definition(ItemStatistic.FAVOURABLE_SHARE, mean(MeanKind.GEOMETRIC)),
                SURVEY,
                SampleDesign.simpleRandom());
        assertThrows(IllegalArgumentException.class, () -> parts.get(0).combine(other));
    }

    @Test
    void groupsThatShareClustersCovary() {
        IndexDefinition definition = definition(ItemStatistic.FAVOURABLE_SHARE, mean(MeanKind.ARITHMETIC));
        IndexAccumulator accumulator = IndexAccumulator.of(definition, SURVEY, SampleDesign.clustered());
        int[][] people = people(200, 37, 0.0);
        for (int i = 0; i < people.length; i++) {
            // clusters lean by their number, and both groups answer in each
            int shift = i / 10 % 2 == 0 ? 1 : -1;
            int[] moved = Arrays.stream(people[i])
                    .map(value -> Math.min(5, Math.max(1, value + shift)))
                    .toArray();
            accumulator.accept(response(i, "g" + i % 2, moved, "c" + i / 10));
        }
        IndexEstimator estimator = accumulator.result();
        Domain first = Domain.of("g0");
        Domain second = Domain.of("g1");
        double covariance = estimator.covariance("overall", first, second).orThrow();
        assertTrue(covariance > 0.0);
        double own = estimator.covariance("overall", first, first).orThrow();
        double error = estimator.estimate(first).root().estimate().orElseThrow().standardError();
        assertEquals(error * error, own, EXACT);
        assertEquals(covariance, estimator.covariance("overall", second, first).orThrow(), EXACT);
        assertThrows(IllegalArgumentException.class, () -> estimator.covariance("nowhere", first, second));
    }

    @Test
    void theScoreInAnotherSampleIsWhatTheCalculatorFindsThere() {
        List<Aggregation> aggregations = new ArrayList<>(List.of(new Aggregation.PooledItems()));
        Arrays.stream(MeanKind.values()).forEach(kind -> aggregations.add(mean(kind)));
        for (Aggregation aggregation : aggregations) {
            for (ItemStatistic statistic : ItemStatistic.values()) {
                IndexDefinition definition = definition(statistic, aggregation);
                IndexEstimator one = counted(definition, people(50, 41, 0.1), 0);
                IndexEstimator other = counted(definition, people(70, 43, 0.1), 0);
                assertEquals(
                        other.calculate(Domain.all())
                                .value()
                                .score()
                                .orElseThrow()
                                .value(),
                        one.score(other.totals(), "overall", Domain.all()).orElseThrow(),
                        EXACT);
            }
        }
        IndexDefinition definition = definition(ItemStatistic.FAVOURABLE_SHARE, mean(MeanKind.ARITHMETIC));
        int[][] blank = {{-1, 5, 5}, {-1, 4, 1}};
        IndexEstimator gaps = counted(definition, blank, 0);
        assertTrue(gaps.score(gaps.totals(), "overall", Domain.all()).isEmpty());
        assertEquals(50.0, gaps.score(gaps.totals(), "q2", Domain.all()).orElseThrow(), EXACT);
        assertThrows(IllegalArgumentException.class, () -> gaps.score(gaps.totals(), "nowhere", Domain.all()));
    }

    private static Estimate replicated(IndexEstimator estimator) {
        return Replicates.jackknife(estimator.totals(), LonelyPsuPolicy.FAIL)
                .orThrow()
                .estimate(
                        "ALL",
                        "overall",
                        IndexEstimator.STATISTIC,
                        new Interval(0.0, 100.0),
                        0.95,
                        Replicates.Centre.MEAN,
                        sample -> estimator.score(sample, "overall", Domain.all()))
                .orThrow();
    }

    @Test
    void replicatesOfClustersAgreeWithTheLinearisationAndReachWhereItCannot() {
        int[][] people = people(400, 47, 0.1);
        List<Aggregation> aggregations = new ArrayList<>(List.of(new Aggregation.PooledItems()));
        Arrays.stream(MeanKind.values()).forEach(kind -> aggregations.add(mean(kind)));
        for (Aggregation aggregation : aggregations) {
            IndexEstimator clustered = counted(definition(ItemStatistic.FAVOURABLE_SHARE, aggregation), people, 8);
            Estimate linear = overall(clustered);
            Estimate jackknife = replicated(clustered);
            assertEquals(linear.value(), jackknife.value(), EXACT);
            // 50 clusters: the two differ by terms of order 1/50
            assertEquals(1.0, jackknife.standardError() / linear.standardError(), 0.05, aggregation.toString());
        }
        for (int[] person : people) {
            person[2] = 1;
        }
        IndexEstimator zero = counted(definition(ItemStatistic.FAVOURABLE_SHARE, mean(MeanKind.GEOMETRIC)), people, 8);
        assertEquals(Optional.empty(), zero.estimate(Domain.all()).root().estimate());
        assertEquals(0.0, replicated(zero).value());
    }

    @Test
    void questionsMustExistAndAnswersBeLevels() {
        IndexDefinition stranger = IndexDefinition.of(
                MethodVersion.of("test", "1"),
                LocalizedText.same("test"),
                IndexComposite.equal(
                        "overall", LocalizedText.same("o"), List.of(IndexItem.of("q9", LocalizedText.same("q9")))),
                ItemStatistic.FAVOURABLE_SHARE);
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> IndexAccumulator.of(stranger, SURVEY, SampleDesign.simpleRandom()))
                .getMessage()
                .contains("\"q9\""));
        IndexAccumulator accumulator = IndexAccumulator.of(
                definition(ItemStatistic.FAVOURABLE_SHARE, mean(MeanKind.ARITHMETIC)),
                SURVEY,
                SampleDesign.simpleRandom());
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> accumulator.accept(response(1, "g", new int[] {6, 5, 5}, "")))
                .getMessage();
        assertEquals("answer to \"q0\" must be a level of scale \"likert5\"", message);
        Response otherRevision = Response.builder("r", SurveyKey.of("test", 2), UnitCode.of("g"), "w")
                .build();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> accumulator.accept(otherRevision))
                .getMessage()
                .contains("must answer survey"));
        assertEquals(ProportionInterval.WILSON, accumulator.result().options().interval());
    }
}
