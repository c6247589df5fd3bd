package vn.sipas.core.index;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.design.Stratum;
import vn.sipas.core.estimate.DifferenceTest;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.estimate.GoldenFile;
import vn.sipas.core.estimate.ItemMoments;
import vn.sipas.core.estimate.MissingAnswer;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.Replicates;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.survey.RatingScale;

/**
 * Trees that mix favourable shares, rescaled means and a reversed question against R survey: index-trees-rows.csv and
 * index-trees-estimates.csv, made by index-trees.R, which says how.
 */
class IndexTreesTest {

    private static final double RELATIVE = 1e-9;
    private static final List<String> QUESTIONS = List.of("q1", "q2", "q3", "q4");

    private static IndexDefinition definition(String kind) {
        List<IndexNode> items = new ArrayList<>();
        for (String question : QUESTIONS) {
            items.add(new IndexItem(
                    question,
                    LocalizedText.same(question),
                    question,
                    question.equals("q3") ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER,
                    question.equals("q1") || question.equals("q4")
                            ? Optional.empty()
                            : Optional.of(ItemStatistic.RESCALED_MEAN)));
        }
        List<ImportanceWeight> weights = List.of(
                ImportanceWeight.parse("0.4"),
                ImportanceWeight.parse("0.3"),
                ImportanceWeight.parse("0.2"),
                ImportanceWeight.parse("0.1"));
        Aggregation aggregation =
                switch (kind) {
                    case "pooled" -> new Aggregation.PooledItems();
                    case "arithmetic" -> new Aggregation.Mean(MeanKind.ARITHMETIC, weights);
                    case "geometric" -> new Aggregation.Mean(MeanKind.GEOMETRIC, weights);
                    case "harmonic" -> new Aggregation.Mean(MeanKind.HARMONIC, weights);
                    default -> throw new IllegalStateException(kind);
                };
        return IndexDefinition.of(
                MethodVersion.of("test", "1"),
                LocalizedText.same("test"),
                new IndexComposite(
                        "overall", LocalizedText.same("overall"), aggregation, items, MissingDataRule.complete()),
                ItemStatistic.FAVOURABLE_SHARE);
    }

    /** Counts a sample; with every row its own unit a sample of respondents can be replicated. */
    private static SampleTotals totals(String design, boolean rowsAsUnits) {
        List<RatedItem> items = QUESTIONS.stream()
                .map(question -> new RatedItem(question, RatingScale.likert5()))
                .toList();
        List<Map<String, String>> rows = GoldenFile.rows(IndexTreesTest.class, "index-trees-rows.csv").stream()
                .filter(row -> row.get("design").equals(design))
                .toList();
        boolean clustered = rows.get(0).get("selection").equals("CLUSTERS");
        SampleDesign sampling =
                (clustered || rowsAsUnits ? SampleDesign.clustered() : SampleDesign.simpleRandom()).weighted();
        ResponseTally tally = ResponseTally.of(
                sampling, items, sampling.isClustered() ? ItemMoments.NONE : ItemMoments.FAVOURABLE_AND_VALUE);
        int number = 0;
        for (Map<String, String> row : rows) {
            String stratum = row.get("population").isEmpty() ? Stratum.UNSTRATIFIED : row.get("stratum");
            if (!row.get("population").isEmpty()) {
                tally.statePopulation(stratum, FinitePopulation.ofSize(Double.parseDouble(row.get("population"))));
            }
            String psu = clustered ? row.get("psu") : rowsAsUnits ? Integer.toString(number++) : "";
            int[] answers = QUESTIONS.stream()
                    .map(row::get)
                    .mapToInt(answer -> answer.isEmpty() ? MissingAnswer.BLANK.code() : Integer.parseInt(answer))
                    .toArray();
            tally.accept(
                    tally.group(row.get("group")),
                    tally.position(stratum, psu),
                    Double.parseDouble(row.get("weight")),
                    answers,
                    0);
        }
        return tally.result();
    }

    private static void assertNear(String expected, double actual, String what) {
        double number = Double.parseDouble(expected);
        assertEquals(number, actual, RELATIVE * Math.abs(number), what);
    }

    @Test
    void everyNumberIsThatOfR() {
        Map<String, SampleTotals> direct = new LinkedHashMap<>();
        Map<String, SampleTotals> units = new LinkedHashMap<>();
        List<Executable> checks = new ArrayList<>();
        for (Map<String, String> row : GoldenFile.rows(IndexTreesTest.class, "index-trees-estimates.csv")) {
            String what = row.get("design") + " " + row.get("kind") + " " + row.get("group");
            SampleTotals totals = direct.computeIfAbsent(row.get("design"), design -> totals(design, false));
            SampleTotals rowsAsUnits = units.computeIfAbsent(row.get("design"), design -> totals(design, true));
            IndexEstimator estimator = IndexEstimator.of(definition(row.get("kind")), totals);
            if (row.get("group").equals("a - b")) {
                Estimate difference = estimator
                        .difference("overall", Domain.of("a"), Domain.of("b"))
                        .orThrow();
                checks.add(() -> assertNear(row.get("estimate"), difference.value(), what));
                checks.add(() -> assertNear(row.get("linear"), difference.standardError(), what + " linear"));
                checks.add(() -> assertEquals(
                        difference.value() / difference.standardError(),
                        DifferenceTest.of(difference).orElseThrow().t(),
                        what));
                continue;
            }
            Domain domain = row.get("group").equals("ALL") ? Domain.all() : Domain.of(row.get("group"));
            Estimate linear = estimator.estimate(domain).root().estimate().orElseThrow();
            Replicates replicates =
                    Replicates.jackknife(rowsAsUnits, LonelyPsuPolicy.FAIL).orThrow();
            Estimate jackknife = IndexEstimator.of(definition(row.get("kind")), rowsAsUnits)
                    .replicated(replicates, "overall", domain, Replicates.Centre.FULL_SAMPLE)
                    .orThrow();
            checks.add(() -> assertNear(row.get("estimate"), linear.value(), what));
            checks.add(() -> assertNear(row.get("linear"), linear.standardError(), what + " linear"));
            checks.add(() -> assertNear(row.get("jackknife"), jackknife.standardError(), what + " jackknife"));
            checks.add(() -> assertEquals(linear.base(), jackknife.base(), what));
            checks.add(() -> assertEquals(linear.value(), jackknife.value(), 1e-9, what));
        }
        // four designs, four kinds of mean; five checks of three domains and three of their difference
        assertEquals(4 * 4 * (3 * 5 + 3), checks.size());
        assertAll(checks);
    }

    @Test
    void theStateOfMixedMomentsIsReadBackAndMerges() {
        SampleTotals totals = totals("stratified", false);
        SampleTotals back =
                SampleTotals.ofBytes(totals.toBytes(), totals.items()).orThrow();
        IndexDefinition definition = definition("geometric");

        assertEquals(2, totals.toBytes()[4]);
        assertEquals(totals, back);
        assertEquals(
                IndexEstimator.of(definition, totals)
                        .estimate(Domain.all())
                        .root()
                        .estimate(),
                IndexEstimator.of(definition, ResponseTally.of(back).result())
                        .estimate(Domain.all())
                        .root()
                        .estimate());
    }

    @Test
    void aDifferenceThatCannotBeEstimatedSaysWhy() {
        SampleTotals totals = totals("clusters", false);
        IndexEstimator estimator = IndexEstimator.of(definition("geometric"), totals, EstimationOptions.defaults());
        assertEquals(
                IndexProblem.NO_COVARIANCE.code(),
                estimator
                        .difference("overall", Domain.of("a"), Domain.of("nobody"))
                        .problems()
                        .get(0)
                        .code());
    }
}
