package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.survey.RatingScale;

class TallyPropertyTest {

    /** What the house rule allows for weighted results under another order of adding. */
    private static final double WEIGHTED = 1e-12;

    private static final List<RatedItem> ITEMS =
            List.of(new RatedItem("q1", RatingScale.likert5()), new RatedItem("q2", RatingScale.yesNo()));

    private static final SampleDesign CLUSTERED = SampleDesign.clustered().weighted();

    record Row(String group, String stratum, String psu, double weight, int first, int second) {

        void countIn(ResponseTally tally) {
            tally.accept(group, stratum, psu, DesignWeight.of(weight), new int[] {first, second});
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("north", "south"),
                        Arbitraries.of("1", "2", "3", "4"),
                        Arbitraries.doubles().between(0.01, 100.0),
                        Arbitraries.integers().between(-4, 4),
                        Arbitraries.integers().between(-4, 1))
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static SampleTotals count(Iterable<Row> rows) {
        ResponseTally tally = ResponseTally.of(CLUSTERED, ITEMS);
        rows.forEach(row -> row.countIn(tally));
        return tally.result();
    }

    private static void assertSame(SampleTotals expected, SampleTotals actual) {
        assertEquals(expected.groups(), actual.groups());
        assertEquals(expected.strata(), actual.strata());
        assertEquals(expected.units(), actual.units());
        for (RatedItem item : ITEMS) {
            for (String group : expected.groups()) {
                RatingDistribution one = expected.distribution(Domain.of(group), item.code());
                RatingDistribution two = actual.distribution(Domain.of(group), item.code());
                for (int i = 0; i < item.levels(); i++) {
                    assertEquals(one.count(i), two.count(i));
                    assertEquals(one.weight(i), two.weight(i), WEIGHTED * one.weight(i));
                }
                for (MissingAnswer reason : MissingAnswer.values()) {
                    assertEquals(one.missing(reason), two.missing(reason));
                }
            }
        }
        EstimationOptions options = EstimationOptions.defaults().withLonelyPsu(LonelyPsuPolicy.ADJUST);
        Estimator one = Estimator.of(expected, options);
        Estimator two = Estimator.of(actual, options);
        for (RatedItem item : ITEMS) {
            one.mean(Domain.all(), item.code()).value().ifPresent(estimate -> {
                Estimate other = two.mean(Domain.all(), item.code()).orThrow();
                assertEquals(estimate.value(), other.value(), WEIGHTED * Math.abs(estimate.value()));
                assertEquals(estimate.df(), other.df());
                assertEquals(estimate.standardError(), other.standardError(), WEIGHTED * item.levels());
            });
        }
    }

    @Property(tries = 200)
    void neitherOrderNorSplitChangesAResult(
            @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = 5) int parts, @ForAll long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        List<ResponseTally> tallies = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            tallies.add(ResponseTally.of(CLUSTERED, ITEMS));
        }
        shuffled.forEach(row -> row.countIn(tallies.get(random.nextInt(parts))));
        ResponseTally whole = ResponseTally.of(CLUSTERED, ITEMS);
        tallies.forEach(whole::combine);

        assertSame(count(rows), whole.result());
    }

    @Property(tries = 100)
    void mergingIsCommutativeAndAssociative(
            @ForAll("rows") List<Row> a, @ForAll("rows") List<Row> b, @ForAll("rows") List<Row> c) {
        SampleTotals left =
                ResponseTally.of(count(a)).combine(count(b)).combine(count(c)).result();
        SampleTotals right = ResponseTally.of(count(a))
                .combine(ResponseTally.of(count(c)).combine(count(b)))
                .result();

        assertSame(left, right);
        assertSame(
                left,
                ResponseTally.of(count(c)).combine(count(b)).combine(count(a)).result());
    }

    @Property(tries = 100)
    void aResultStaysAsItIsWhileTheTallyGoesOn(@ForAll("rows") List<Row> first, @ForAll("rows") List<Row> then) {
        ResponseTally tally = ResponseTally.of(CLUSTERED, ITEMS);
        first.forEach(row -> row.countIn(tally));
        SampleTotals before = tally.result();
        String counted = before.distribution(Domain.all(), "q1").toString();
        then.forEach(row -> row.countIn(tally));

        assertEquals(counted, before.distribution(Domain.all(), "q1").toString());
        assertEquals(first.size(), before.rows());
        assertEquals(first.size() + then.size(), tally.result().rows());
    }

    @Property(tries = 300)
    void intervalsOfSharesContainTheEstimateAndStayWithinBounds(
            @ForAll("rows") List<Row> rows, @ForAll ProportionInterval method) {
        EstimationOptions options =
                EstimationOptions.defaults().withInterval(method).withLonelyPsu(LonelyPsuPolicy.AVERAGE);
        count(rows).groups().forEach(group -> Estimator.of(count(rows), options)
                .favourableShare(Domain.of(group), "q1")
                .value()
                .ifPresent(estimate -> {
                    Interval interval = estimate.interval();
                    assertTrue(interval.contains(estimate.value()), estimate::toString);
                    if (!estimate.method().equals("wald")) {
                        assertTrue(interval.lower() >= 0.0 && interval.upper() <= 1.0, estimate::toString);
                    }
                    if (estimate.has(EstimateFlag.UNANIMOUS)) {
                        assertTrue(interval.width() > 0.0, estimate::toString);
                    }
                }));
    }

    @Property(tries = 300)
    void binomialIntervalsAreInOrder(
            @ForAll @LongRange(min = 1, max = 5000) long n,
            @ForAll @DoubleRange(min = 0.0, max = 1.0) double part,
            @ForAll ProportionInterval method) {
        long k = Math.round(part * n);
        Interval interval = method.binomial(k, n, 0.95);

        assertTrue(interval.contains((double) k / n));
        if (k < n && method != ProportionInterval.WALD) {
            Interval next = method.binomial(k + 1, n, 0.95);
            assertTrue(next.lower() >= interval.lower() || k == 0, () -> method + " " + k + "/" + n);
        }
    }

    @Property(tries = 200)
    void aMoreFavourableAnswerNeverLowersShareOrMean(
            @ForAll("rows") List<Row> rows, @ForAll @IntRange(max = 59) int at) {
        Row row = rows.get(at % rows.size());
        if (row.first() < 0 || row.first() == 4) {
            return;
        }
        List<Row> better = new ArrayList<>(rows);
        better.set(
                at % rows.size(),
                new Row(row.group(), row.stratum(), row.psu(), row.weight(), row.first() + 1, row.second()));
        RatingDistribution before = count(rows).distribution(Domain.all(), "q1");
        RatingDistribution after = count(better).distribution(Domain.all(), "q1");

        assertTrue(after.favourableShare()
                        .orElseThrow()
                        .compareTo(before.favourableShare().orElseThrow())
                >= 0);
        assertTrue(after.mean().orElseThrow() > before.mean().orElseThrow());
    }

    @Property(tries = 200)
    void distributionsCombineLikeTheirRows(@ForAll("rows") List<Row> rows, @ForAll @IntRange(max = 60) int cut) {
        RatingScale scale = RatingScale.likert5();
        RatingDistribution.Accumulator whole = RatingDistribution.accumulator(scale);
        RatingDistribution.Accumulator one = RatingDistribution.accumulator(scale);
        RatingDistribution.Accumulator two = RatingDistribution.accumulator(scale);
        for (int i = 0; i < rows.size(); i++) {
            whole.accept(rows.get(i).first(), rows.get(i).weight());
            (i < cut ? one : two).accept(rows.get(i).first(), rows.get(i).weight());
        }
        RatingDistribution joined = two.result().combine(one.result());

        assertEquals(rows.size(), joined.rows());
        for (int i = 0; i < scale.levels().size(); i++) {
            assertEquals(whole.result().count(i), joined.count(i));
            assertEquals(whole.result().weight(i), joined.weight(i), WEIGHTED * joined.weight(i));
        }
        assertTrue(joined.effectiveBase() <= joined.base());
    }
}
