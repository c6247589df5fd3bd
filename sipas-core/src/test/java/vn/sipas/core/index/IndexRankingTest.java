package vn.sipas.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.DegreesOfFreedom;
import vn.sipas.core.estimate.DesignEffect;
import vn.sipas.core.estimate.DifferenceTest;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.estimate.Interval;
import vn.sipas.core.estimate.MissingAnswer;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.survey.RatingScale;

class IndexRankingTest {

    private static final IndexDefinition DEFINITION = IndexDefinition.of(
            MethodVersion.of("test", "1"),
            LocalizedText.same("test"),
            IndexComposite.equal(
                    "overall", LocalizedText.same("overall"), List.of(IndexItem.of("q", LocalizedText.same("q")))),
            ItemStatistic.FAVOURABLE_SHARE);

    /** Counts yes and no answers per group; a group with none of either only blanks. */
    private static IndexEstimator counted(Map<String, int[]> yesAndNo) {
        ResponseTally tally = ResponseTally.of(
                SampleDesign.simpleRandom(),
                List.of(new RatedItem("q", RatingScale.yesNo())),
                IndexAccumulator.momentsFor(DEFINITION));
        yesAndNo.forEach((group, counts) -> {
            for (int level = 0; level < 2; level++) {
                for (int i = 0; i < counts[1 - level]; i++) {
                    tally.accept(group, new int[] {level});
                }
            }
            if (counts[0] + counts[1] == 0) {
                tally.accept(group, new int[] {MissingAnswer.BLANK.code()});
            }
        });
        return IndexEstimator.of(DEFINITION, tally.result());
    }

    private static IndexRanking ranking(IndexEstimator estimator, RankingOptions options) {
        List<Domain> domains =
                estimator.totals().groups().stream().map(Domain::of).toList();
        return IndexRanking.of(estimator, "overall", domains, options);
    }

    private static Map<String, int[]> groups(Object... namesAndCounts) {
        Map<String, int[]> groups = new LinkedHashMap<>();
        for (int i = 0; i < namesAndCounts.length; i += 3) {
            groups.put(
                    (String) namesAndCounts[i], new int[] {(int) namesAndCounts[i + 1], (int) namesAndCounts[i + 2]});
        }
        return groups;
    }

    @Test
    void tiesShareARankAndTheNextIsSkipped() {
        IndexRanking ranking =
                ranking(counted(groups("a", 90, 10, "b", 45, 5, "c", 50, 50, "d", 99, 1)), RankingOptions.defaults());
        assertEquals(
                List.of("1d", "2a=", "2b=", "4c"),
                ranking.ranked().stream()
                        .map(group -> group.rank() + group.group() + (group.tied() ? "=" : ""))
                        .toList());
    }

    @Test
    void equalPublishedScoresTieUnlessExactOnesAreAskedFor() {
        // 2/3 and 6667/10000 both print as 66.67
        IndexEstimator estimator = counted(groups("a", 6667, 3333, "b", 200, 100));
        assertEquals(
                List.of(1, 1),
                ranking(estimator, RankingOptions.defaults()).ranked().stream()
                        .map(RankedGroup::rank)
                        .toList());
        assertEquals(
                List.of(1, 2),
                ranking(estimator, RankingOptions.defaults().withTies(RankingOptions.Ties.EXACT)).ranked().stream()
                        .map(RankedGroup::rank)
                        .toList());
    }

    @Test
    void groupsWithTooFewOrNoAnswersAreNotRankedAndSaidWhy() {
        IndexRanking ranking = ranking(
                counted(groups("a", 90, 10, "few", 9, 1, "none", 0, 0)),
                RankingOptions.defaults().withMinimumBase(30));
        assertEquals(1, ranking.ranked().size());
        assertEquals(
                List.of(
                        "few: Only 10 answers, at least 30 are needed to be ranked",
                        "none: Only 0 of 1 components have a value, at least 1 are needed"),
                ranking.unranked().stream()
                        .map(group -> group.group() + ": " + group.reason().en())
                        .toList());
        assertTrue(ranking.toText(Language.VI).contains("! few: Chỉ có 10 câu trả lời"));
    }

    /** R 4.2.2: {@code p <- c(180,150,120)/200; v <- p*(1-p)/200*600/599; 2*pt(-abs(p[i]-p[j])/sqrt(v[i]+v[j]), 398)}. */
    private static final double P_AB = 6.86122490722e-05;

    private static final double P_BC = 1.28814555956e-03;
    private static final double P_AC = 9.35852928542e-13;

    /** The p-values above through {@code p.adjust(p, "holm")} of R 4.2.2. */
    @Test
    void pairsAreHolmAdjusted() {
        IndexRanking ranking =
                ranking(counted(groups("a", 180, 20, "b", 150, 50, "c", 120, 80)), RankingOptions.defaults());
        GroupComparison ab = ranking.comparison("a", "b").orElseThrow();
        GroupComparison bc = ranking.comparison("b", "c").orElseThrow();
        GroupComparison ac = ranking.comparison("a", "c").orElseThrow();
        assertEquals(15.0, ab.difference(), 1e-12);
        assertEquals(P_AB, ab.pValue(), 1e-6 * P_AB);
        assertEquals(P_BC, bc.pValue(), 1e-6 * P_BC);
        assertEquals(1.37224498144e-04, ab.holmPValue(), 1e-6 * P_AB);
        assertEquals(1.28814555956e-03, bc.holmPValue(), 1e-6 * P_BC);
        assertEquals(P_AC, ac.pValue(), 1e-6 * P_AC);
        assertEquals(2.80755878563e-12, ac.holmPValue(), 1e-6 * P_AC);
        assertTrue(ab.separated() && bc.separated() && ac.separated());
        assertEquals(
                List.of("1-1a", "2-2b", "3-3c"),
                ranking.ranked().stream()
                        .map(group -> group.bestRank() + "-" + group.worstRank() + group.letters())
                        .toList());
        assertEquals(-15.0, ranking.comparison("b", "a").orElseThrow().difference(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> ranking.comparison("a", "a"));
        assertThrows(IllegalArgumentException.class, () -> ranking.separates("a", "z"));
    }

    /**
     * Each step multiplies by one pair less: {@code p.adjust(p, "holm")} of R 4.2.2 gives 0.0414, 0.0414 and 3.1e-5 for 80,
     * 70 and 60 % of 200, and 0.0549, 0.0549 and 4.9e-5 with 70.5 and 60.5 %.
     */
    @Test
    void aPairIsHeldAgainstThePairsThatAreLeft() {
        IndexRanking close =
                ranking(counted(groups("a", 160, 40, "b", 140, 60, "c", 120, 80)), RankingOptions.defaults());
        assertTrue(close.separates("a", "b") && close.separates("b", "c") && close.separates("a", "c"));
        IndexRanking closer =
                ranking(counted(groups("a", 160, 40, "b", 141, 59, "c", 121, 79)), RankingOptions.defaults());
        assertTrue(!closer.separates("a", "b") && !closer.separates("b", "c") && closer.separates("a", "c"));
    }

    @Test
    void neighboursThatTheDataCannotSeparateShareALetterAndAllTheirRanks() {
        IndexRanking ranking =
                ranking(counted(groups("a", 95, 5, "b", 90, 10, "c", 80, 20, "d", 40, 60)), RankingOptions.defaults());
        Map<String, RankedGroup> byName =
                ranking.ranked().stream().collect(Collectors.toMap(RankedGroup::group, group -> group));
        assertEquals(
                List.of("a", "ab", "b", "c"),
                List.of("a", "b", "c", "d").stream()
                        .map(name -> byName.get(name).letters())
                        .toList());
        assertEquals(1, byName.get("b").bestRank());
        assertEquals(3, byName.get("b").worstRank());
        assertEquals(4, byName.get("d").bestRank());
        assertFalse(ranking.separates("a", "b"));
        assertTrue(ranking.separates("a", "c"));
    }

    @Test
    void unanimousGroupsAreNotSeparatedByAnErrorOfZero() {
        // 59 of 59 against 58 of 59: standard errors 0 and 1.69, but no one would call 100 % better
        IndexRanking ranking =
                ranking(counted(groups("all", 59, 0, "one", 58, 1, "some", 30, 29)), RankingOptions.defaults());
        assertFalse(ranking.separates("all", "one"));
        assertTrue(ranking.separates("all", "some"));
        assertTrue(ranking.toString().contains("100.00"));
    }

    @Test
    void covariancesNeedTheEstimatorThatMadeTheResults() {
        IndexEstimator estimator = counted(groups("a", 95, 5, "b", 90, 10));
        RankingOptions fromDesign = RankingOptions.defaults().withCovariance(RankingOptions.Covariance.FROM_DESIGN);
        assertThrows(
                IllegalArgumentException.class,
                () -> IndexRanking.of(estimator.estimateGroups(), "overall", fromDesign));
        // disjoint groups of one simple random sample: the same as independent ones
        double reach = ranking(estimator, RankingOptions.defaults())
                .comparison("a", "b")
                .orElseThrow()
                .reach();
        assertEquals(
                reach,
                ranking(estimator, fromDesign)
                        .comparison("a", "b")
                        .orElseThrow()
                        .reach(),
                1e-9);
        assertThrows(
                IllegalArgumentException.class,
                () -> IndexRanking.of(
                        List.of(estimator.estimate(Domain.all()), estimator.estimate(Domain.all())),
                        "overall",
                        RankingOptions.defaults()));
        assertThrows(
                IllegalArgumentException.class,
                () -> IndexRanking.of(estimator.estimateGroups(), "nowhere", RankingOptions.defaults()));
    }

    @Property(tries = 100)
    void rankLiesBetweenBestAndWorstAndEveryoneHasALetter(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, int[]> groups = new LinkedHashMap<>();
        for (int i = 0; i < 3 + random.nextInt(10); i++) {
            int size = 2 + random.nextInt(80);
            int yes = random.nextInt(size + 1);
            groups.put("g" + i, new int[] {yes, size - yes});
        }
        IndexRanking ranking = ranking(counted(groups), RankingOptions.defaults());
        List<RankedGroup> ranked = ranking.ranked();
        List<String> names = new ArrayList<>();
        for (RankedGroup group : ranked) {
            names.add(group.group());
            assertTrue(group.bestRank() <= group.rank() && group.rank() <= group.worstRank(), group.toString());
            assertFalse(group.letters().isEmpty());
            for (RankedGroup other : ranked) {
                boolean share =
                        group.letters().chars().anyMatch(c -> other.letters().indexOf(c) >= 0);
                assertTrue(
                        !share || group.equals(other) || !ranking.separates(group.group(), other.group()),
                        "a letter joins only groups that are not separated");
            }
        }
        assertEquals(groups.size(), names.size());
    }

    @Test
    void aGroupWithJustEnoughAnswersIsRanked() {
        IndexRanking ranking = ranking(
                counted(groups("a", 6, 4, "b", 5, 4)), RankingOptions.defaults().withMinimumBase(10));
        assertEquals(
                List.of("a"), ranking.ranked().stream().map(RankedGroup::group).toList());
        assertEquals(
                List.of("b"),
                ranking.unranked().stream().map(UnrankedGroup::group).toList());
        assertEquals("overall", ranking.node());
        assertEquals(10, ranking.options().minimumBase());
    }

    @Test
    void pairwisePValuesAreThoseOfTheTTestOfTheDifference() {
        IndexEstimator estimator = counted(groups("a", 45, 5, "b", 30, 20, "c", 40, 10));
        IndexRanking ranking = ranking(estimator, RankingOptions.defaults());
        Estimate one = estimator.estimate(Domain.of("a")).root().estimate().orElseThrow();
        Estimate two = estimator.estimate(Domain.of("b")).root().estimate().orElseThrow();
        DifferenceTest test =
                DifferenceTest.of(Estimate.independentDifference(one, two)).orElseThrow();
        GroupComparison found = ranking.comparison("a", "b").orElseThrow();

        assertEquals(test.pValue(), found.pValue(), 1e-9);
        assertEquals(
                Estimate.independentDifference(one, two).interval().upper() - found.difference(), found.reach(), 1e-9);
        // the smallest of three p-values counts three times
        assertEquals(Math.min(1.0, 3.0 * found.pValue()), found.holmPValue(), 1e-12);
        GroupComparison reversed = ranking.comparison("b", "a").orElseThrow();
        assertEquals(-found.difference(), reversed.difference(), 1e-12);
        assertEquals(found.pValue(), reversed.pValue(), 1e-15);
    }

    @Test
    void sharedUnitsEnterThePairwiseComparison() {
        ResponseTally tally =
                ResponseTally.of(SampleDesign.clustered(), List.of(new RatedItem("q", RatingScale.yesNo())));
        Random random = new Random(5);
        for (int unit = 0; unit < 12; unit++) {
            double mood = 0.3 + 0.6 * random.nextDouble();
            for (int i = 0; i < 8; i++) {
                String group = i % 2 == 0 ? "a" : "b";
                double chance = mood - (group.equals("b") ? 0.15 : 0.0);
                tally.accept(group, "", Integer.toString(unit), DesignWeight.ONE, new int[] {
                    random.nextDouble() < chance ? 1 : 0
                });
            }
        }
        IndexEstimator estimator = IndexEstimator.of(DEFINITION, tally.result());
        IndexRanking joint =
                ranking(estimator, RankingOptions.defaults().withCovariance(RankingOptions.Covariance.FROM_DESIGN));
        IndexRanking apart = ranking(estimator, RankingOptions.defaults());
        Estimate one = estimator.estimate(Domain.of("a")).root().estimate().orElseThrow();
        Estimate two = estimator.estimate(Domain.of("b")).root().estimate().orElseThrow();
        double shared =
                estimator.covariance("overall", Domain.of("a"), Domain.of("b")).orThrow();
        double ratio = Math.sqrt((one.variance() + two.variance() - 2.0 * shared) / (one.variance() + two.variance()));

        assertTrue(Math.abs(shared) > 1e-6);
        assertEquals(
                ratio,
                joint.comparison("a", "b").orElseThrow().reach()
                        / apart.comparison("a", "b").orElseThrow().reach(),
                1e-9);
    }

    @Test
    void levelsOfConfidenceMustAgree() {
        IndexEstimator estimator = counted(groups("a", 6, 4));
        IndexEstimator other = IndexEstimator.of(
                DEFINITION,
                counted(groups("b", 5, 5)).totals(),
                EstimationOptions.defaults().withLevel(0.9));
        List<IndexResult> mixed = List.of(estimator.estimate(Domain.of("a")), other.estimate(Domain.of("b")));
        assertThrows(
                IllegalArgumentException.class, () -> IndexRanking.of(mixed, "overall", RankingOptions.defaults()));
        assertThrows(
                IllegalArgumentException.class,
                () -> IndexRanking.of(
                        mixed.subList(0, 1),
                        "overall",
                        RankingOptions.defaults().withCovariance(RankingOptions.Covariance.FROM_DESIGN)));
        List<IndexResult> twice = List.of(estimator.estimate(Domain.of("a")), estimator.estimate(Domain.of("a")));
        assertThrows(
                IllegalArgumentException.class, () -> IndexRanking.of(twice, "overall", RankingOptions.defaults()));
    }

    @Test
    void tablesShowScoreIntervalAndPossibleRanks() {
        IndexEstimator estimator = counted(groups("a", 48, 2, "b", 20, 30, "c", 21, 29));
        IndexRanking ranking = ranking(estimator, RankingOptions.defaults());
        Estimate first = ranking.ranked().get(0).estimate().orElseThrow();
        String line = ranking.toText(Language.EN).lines().skip(2).findFirst().orElseThrow();
        assertTrue(line.contains("96.00") && line.contains("1–1"), line);
        assertTrue(line.contains(IndexResult.bound(first.interval().lower())), line);
        assertTrue(ranking.toHtml(Language.EN).contains("2–3"), ranking.toHtml(Language.EN));
        assertEquals(
                List.of("a", "b", "b"),
                ranking.ranked().stream().map(RankedGroup::letters).toList());
    }

    /** A result with a standard error of a tenth of a point. */
    private static IndexResult measured(String group, int score) {
        Estimate estimate = new Estimate(
                group,
                "overall",
                "index",
                score,
                0.1,
                1000.0,
                DegreesOfFreedom.DOMAIN,
                new Interval(score - 0.2, score + 0.2),
                0.95,
                "t",
                1000,
                OptionalDouble.empty(),
                new DesignEffect(OptionalDouble.empty(), OptionalDouble.empty()),
                LonelyPsuPolicy.FAIL,
                Set.of());
        NodeResult root = new NodeResult(
                DEFINITION.root(),
                IndexScore.of(Fraction.of(score, 1), DEFINITION.rounding()),
                Optional.of(IndexBase.of(1000)),
                Optional.of(estimate),
                List.of(),
                List.of(),
                List.of());
        return new IndexResult(DEFINITION, group, root, List.of());
    }

    @Test
    void afterTwentySixRunsLettersGetANumber() {
        List<IndexResult> results = new ArrayList<>();
        for (int i = 0; i < 28; i++) {
            results.add(measured("g" + i, 90 - 3 * i));
        }
        List<String> letters = IndexRanking.of(results, "overall", RankingOptions.defaults()).ranked().stream()
                .map(RankedGroup::letters)
                .toList();
        assertEquals("z", letters.get(25));
        assertEquals("a1", letters.get(26));
        assertEquals("b1", letters.get(27));
    }
}
