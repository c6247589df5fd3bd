package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.PrimarySamplingUnit;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.survey.RatingScale;

/** The laws by which a sample may be cut up, stored, sent and put together again, for every kind of design. */
class MergeLawsPropertyTest {

    /** What the house rule allows for weighted results under another order of adding. */
    private static final double WEIGHTED = 1e-12;

    private static final List<RatedItem> ITEMS = List.of(
            new RatedItem("q1", RatingScale.likert5()),
            new RatedItem("q2", RatingScale.yesNo()),
            new RatedItem("q3", RatingScale.smiley3()));

    /** A design with what is kept of it. */
    record Plan(SampleDesign design, ItemMoments moments) {

        ResponseTally tally() {
            ResponseTally tally = ResponseTally.of(design, ITEMS, moments);
            boolean counted = design.weighting() == SampleDesign.Weighting.FROM_POPULATION;
            if (counted || design.selection() == SampleDesign.Selection.TWO_STAGE) {
                tally.statePopulation("north", FinitePopulation.ofSize(4_000));
                tally.statePopulation("south", FinitePopulation.ofFraction(0.02));
            }
            if (design.selection() == SampleDesign.Selection.TWO_STAGE) {
                for (String stratum : List.of("north", "south")) {
                    for (String psu : List.of("1", "2", "3")) {
                        tally.statePopulation(new PrimarySamplingUnit(stratum, psu, FinitePopulation.ofSize(500)));
                    }
                }
            }
            return tally;
        }

        void count(ResponseTally tally, Row row) {
            tally.accept(tally.group(row.group), position(tally, row), weight(row), row.answers, 0);
        }

        void retract(ResponseTally tally, Row row) {
            tally.retract(tally.group(row.group), position(tally, row), weight(row), row.answers, 0);
        }

        SampleTotals count(List<Row> rows) {
            ResponseTally tally = tally();
            rows.forEach(row -> count(tally, row));
            return tally.result();
        }

        private int position(ResponseTally tally, Row row) {
            return tally.position(row.stratum, design.isClustered() ? row.psu : "");
        }

        private double weight(Row row) {
            return design.weighting() == SampleDesign.Weighting.GIVEN ? row.weight : 1.0;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(String group, String stratum, String psu, double weight, int[] answers) {}

    @Provide
    Arbitrary<Plan> plans() {
        return Combinators.combine(
                        Arbitraries.of(
                                SampleDesign.simpleRandom(),
                                SampleDesign.simpleRandom().weighted(),
                                SampleDesign.simpleRandom().weightedByPopulation(),
                                SampleDesign.clustered(),
                                SampleDesign.clustered().weighted(),
                                SampleDesign.twoStage().weighted(),
                                SampleDesign.twoStage().weightedByPopulation()),
                        Arbitraries.of(ItemMoments.values()))
                .as(Plan::new);
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "Bắc Giang"),
                        Arbitraries.of("north", "south"),
                        Arbitraries.of("1", "2", "3"),
                        Arbitraries.doubles().between(1e-3, 1e3).ofScale(6),
                        Arbitraries.integers().between(-4, 4),
                        Arbitraries.integers().between(-4, 1),
                        Arbitraries.integers().between(-4, 2))
                .as((group, stratum, psu, weight, one, two, three) ->
                        new Row(group, stratum, psu, weight, new int[] {one, two, three}))
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    /** Parts in a random order, each stored and read again with some chance, put together as a random tree. */
    @Property(tries = 300)
    void partsThatTravelAsBytesGiveTheWhole(
            @ForAll("plans") Plan plan,
            @ForAll("rows") List<Row> rows,
            @ForAll @IntRange(min = 1, max = 6) int parts,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        List<List<Row>> split = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            split.add(new ArrayList<>());
        }
        shuffled.forEach(row -> split.get(random.nextInt(parts)).add(row));
        List<SampleTotals> pieces = new ArrayList<>();
        split.forEach(part -> pieces.add(travelled(plan.count(part), random)));
        while (pieces.size() > 1) {
            SampleTotals one = pieces.remove(random.nextInt(pieces.size()));
            SampleTotals two = pieces.remove(random.nextInt(pieces.size()));
            pieces.add(travelled(ResponseTally.of(one).combine(two).result(), random));
        }

        assertSame(plan.count(rows), pieces.get(0), plan);
    }

    private static SampleTotals travelled(SampleTotals totals, Random random) {
        if (random.nextBoolean()) {
            return totals;
        }
        SampleTotals read = SampleTotals.ofBytes(totals.toBytes(), ITEMS).orThrow();
        assertEquals(totals, read);
        return read;
    }

    @Property(tries = 200)
    void whatIsTakenBackLeavesNoTrace(
            @ForAll("plans") Plan plan, @ForAll("rows") List<Row> kept, @ForAll("rows") List<Row> gone) {
        ResponseTally tally = plan.tally();
        kept.forEach(row -> plan.count(tally, row));
        gone.forEach(row -> plan.count(tally, row));
        tally.result();
        gone.forEach(row -> plan.retract(tally, row));
        ResponseTally expected = plan.tally();
        kept.forEach(row -> plan.count(expected, row));
        gone.forEach(row -> {
            expected.group(row.group);
            plan.position(expected, row);
        });

        assertSame(expected.result(), tally.result(), plan);
    }

    private static void assertSame(SampleTotals expected, SampleTotals actual, Plan plan) {
        assertEquals(expected.groups(), actual.groups());
        assertEquals(expected.strata(), actual.strata());
        assertEquals(expected.units(), actual.units());
        assertEquals(expected.rows(), actual.rows());
        assertEquals(expected.design(), actual.design());
        assertEquals(expected.problems(), actual.problems());
        boolean exact = plan.design.weighting() != SampleDesign.Weighting.GIVEN && plan.moments == ItemMoments.NONE;
        for (RatedItem item : ITEMS) {
            for (String group : expected.groups()) {
                RatingDistribution one = expected.distribution(Domain.of(group), item.code());
                RatingDistribution two = actual.distribution(Domain.of(group), item.code());
                if (exact && one.rows() > 0) {
                    assertEquals(one, two);
                }
                for (int i = 0; i < item.levels(); i++) {
                    assertEquals(one.count(i), two.count(i));
                    assertEquals(one.weight(i), two.weight(i), WEIGHTED * one.weight(i));
                }
                for (MissingAnswer reason : MissingAnswer.values()) {
                    assertEquals(one.missing(reason), two.missing(reason));
                }
                assertEquals(one.effectiveBase(), two.effectiveBase(), WEIGHTED * one.effectiveBase());
            }
            List<Domain> domains = new ArrayList<>(List.of(Domain.all()));
            expected.groups().forEach(group -> domains.add(Domain.of(group)));
            domains.forEach(domain -> assertSameEstimates(expected, actual, domain, item));
        }
    }

    private static void assertSameEstimates(SampleTotals expected, SampleTotals actual, Domain domain, RatedItem item) {
        EstimationOptions options = EstimationOptions.defaults().withLonelyPsu(LonelyPsuPolicy.ADJUST);
        for (Statistic statistic : List.of(Statistic.FAVOURABLE_SHARE, Statistic.MEAN)) {
            Optional<Estimate> one = Estimator.of(expected, options)
                    .estimate(domain, item.code(), statistic)
                    .value();
            Optional<Estimate> two = Estimator.of(actual, options)
                    .estimate(domain, item.code(), statistic)
                    .value();
            assertEquals(one.isPresent(), two.isPresent());
            if (one.isPresent() && two.isPresent()) {
                assertEquals(
                        one.get().value(),
                        two.get().value(),
                        WEIGHTED * Math.abs(one.get().value()));
                assertEquals(one.get().df(), two.get().df());
                assertEquals(one.get().base(), two.get().base());
                // errors are differences of squares: relative to the scale, not to a chance near 0
                assertEquals(one.get().standardError(), two.get().standardError(), WEIGHTED * item.levels());
            }
        }
    }

    /** Neither the state nor its stored form knows how many rows there were. */
    @Property(tries = 20)
    void theSizeOfTheStateDoesNotDependOnTheNumberOfRows(
            @ForAll("plans") Plan plan,
            @ForAll("rows") List<Row> rows,
            @ForAll @IntRange(min = 2, max = 300) int times) {
        ResponseTally tally = plan.tally();
        rows.forEach(row -> plan.count(tally, row));
        SampleTotals once = tally.result();
        for (int i = 1; i < times; i++) {
            rows.forEach(row -> plan.count(tally, row));
        }
        SampleTotals often = tally.result();

        assertEquals((long) times * rows.size(), often.rows());
        assertArrayEquals(sizes(once), sizes(often));
        // a count below 2^21 takes one to three bytes, and so does the number of rows of a cell
        int numbers = sizes(once)[0] * (1 + 5 + 2 + 3 + 3 * MissingAnswer.KINDS);
        assertEquals(once.toBytes().length, often.toBytes().length, 2.0 * numbers);
    }

    /** The number of cells, then the numbers of counts and of sums in all of them. */
    private static int[] sizes(SampleTotals totals) {
        int[] sizes = new int[3];
        for (int group = 0; group < totals.groups().size(); group++) {
            for (int i = 0; i < totals.cellPositions(group).length; i++) {
                Cell cell = totals.cell(group, i);
                sizes[0]++;
                sizes[1] += cell.counts.length;
                sizes[2] += cell.rowSums.length + cell.sums.length + cell.moments.length;
            }
        }
        return sizes;
    }
}
