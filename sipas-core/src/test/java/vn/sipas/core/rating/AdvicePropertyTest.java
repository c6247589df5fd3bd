package vn.sipas.core.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.sipas.core.rating.SampleSchemes.at;
import static vn.sipas.core.rating.SampleSchemes.band;
import static vn.sipas.core.rating.SampleSchemes.f;
import static vn.sipas.core.rating.SampleSchemes.gate;
import static vn.sipas.core.rating.SampleSchemes.text;
import static vn.sipas.core.rating.SampleSchemes.unit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.MethodVersion;

class AdvicePropertyTest {

    private static final List<String> CODES = List.of("a", "b", "c", "d", "e", "x", "y");
    private static final int[] MAXIMA = {30, 10, 10, 25, 25, 3, 4};

    /** Two groups, a bonus capped below its maxima, a group minimum, a criterion minimum that caps, a fact that blocks. */
    private static final RatingScheme SCHEME = RatingScheme.builder(
                    MethodVersion.of("small", "1"), text("Small"), f("100"))
            .fact(FactDefinition.count("disciplined", text("Disciplined")).withWhenAbsent(Fraction.ZERO))
            .criterion(new Criterion(
                    "g1",
                    text("g1"),
                    f("50"),
                    new ScoringRule.SumOfParts(List.of(
                            Criterion.given("a", text("a"), 30),
                            Criterion.given("b", text("b"), 10),
                            Criterion.given("c", text("c"), 10))),
                    Provenance.assumption()))
            .criterion(new Criterion(
                    "g2",
                    text("g2"),
                    f("50"),
                    new ScoringRule.SumOfParts(
                            List.of(Criterion.given("d", text("d"), 25), Criterion.given("e", text("e"), 25))),
                    Provenance.assumption()))
            .bonus(new Bonus(
                    List.of(Criterion.given("x", text("x"), 3), Criterion.given("y", text("y"), 4)),
                    f("5"),
                    Bonus.Reach.WITHIN_TOTAL))
            .gate(gate("g2-minimum", new GateTest.CriterionMinimum("g2", f("30")), new GateEffect.CapStars(2)))
            .gate(gate("b-minimum", new GateTest.CriterionMinimum("b", f("6")), new GateEffect.CapStars(3)))
            .gate(gate(
                    "no-discipline",
                    new GateTest.MeasureWithin(
                            new Measure.Amount(Quantity.of("disciplined")), Optional.empty(), at("0")),
                    new GateEffect.Block()))
            .band(band(1, "40", "60"))
            .band(band(2, "60", "75"))
            .band(band(3, "75", "90"))
            .band(band(4, "90", ""))
            .build();

    private static final RatingCalculator CALCULATOR = RatingCalculator.of(SCHEME);

    private static UnitScores scores(List<Integer> eighths, boolean disciplined) {
        UnitScores.Builder scores = unit("u").amount("disciplined", disciplined ? 1 : 0);
        for (int i = 0; i < CODES.size(); i++) {
            scores.points(CODES.get(i), Fraction.of((long) MAXIMA[i] * eighths.get(i), 8));
        }
        return scores.build();
    }

    /** Rates again through the public door, with some criteria at their maxima and the listed gates met. */
    private static StarRating applied(UnitScores scores, Set<String> raised, List<Gate> met) {
        UnitScores.Builder changed = scores.toBuilder();
        for (String code : raised) {
            changed.points(code, Fraction.of(MAXIMA[CODES.indexOf(code)], 1));
        }
        if (met.stream().anyMatch(gate -> gate.code().equals("no-discipline"))) {
            changed.amount("disciplined", 0);
        }
        return CALCULATOR.rate(changed.build());
    }

    @Property(tries = 300)
    void adviceReachesTheStarAndNothingSmallerDoes(
            @ForAll @Size(7) List<@IntRange(min = 0, max = 8) Integer> eighths, @ForAll boolean disciplined) {
        UnitScores scores = scores(eighths, disciplined);
        StarRating rating = CALCULATOR.rate(scores);
        Advice advice = Advice.on(rating, 200);
        assertEquals(4 - rating.rank(), advice.paths().size());
        assertEquals(
                advice.next().map(StarPath::pointsToReach),
                Advice.distanceToNext(rating).map(Advice.StarDistance::points));
        for (StarPath path : advice.paths()) {
            assertTrue(path.complete());
            assertEquals(disciplined, !path.gatesToLift().isEmpty());
            assertEquals(smallest(scores, path), sets(path), () -> rating + "\n" + advice);
        }
    }

    private static Set<Set<String>> sets(StarPath path) {
        Set<Set<String>> sets = new HashSet<>();
        path.sets().forEach(set -> sets.add(Set.copyOf(set.codes())));
        return sets;
    }

    /** By brute force over all subsets of criteria with points left. */
    private static Set<Set<String>> smallest(UnitScores scores, StarPath path) {
        List<String> open = CODES.stream()
                .filter(code -> scores.points()
                                .get(code)
                                .appraised()
                                .orElseThrow()
                                .compareTo(Fraction.of(MAXIMA[CODES.indexOf(code)], 1))
                        < 0)
                .toList();
        for (int size = 0; size <= open.size(); size++) {
            Set<Set<String>> reaching = new HashSet<>();
            for (int subset = 0; subset < 1 << open.size(); subset++) {
                if (Integer.bitCount(subset) == size) {
                    Set<String> raised = new HashSet<>();
                    for (int i = 0; i < open.size(); i++) {
                        if ((subset >> i & 1) == 1) {
                            raised.add(open.get(i));
                        }
                    }
                    if (applied(scores, raised, path.gatesToLift()).rank()
                            >= path.band().stars()) {
                        reaching.add(raised);
                    }
                }
            }
            if (!reaching.isEmpty()) {
                return reaching;
            }
        }
        return Set.of();
    }

    @Example
    void tiesAreAllListed() {
        RatingScheme scheme = RatingScheme.builder(MethodVersion.of("ties", "1"), text("t"), f("40"))
                .criterion(Criterion.given("p", text("p"), 10))
                .criterion(Criterion.given("q", text("q"), 10))
                .criterion(Criterion.given("r", text("r"), 10))
                .criterion(Criterion.given("s", text("s"), 10))
                .band(band(1, "20", "25"))
                .band(band(2, "25", ""))
                .build();
        StarRating rating = RatingCalculator.of(scheme)
                .rate(unit("u")
                        .points("p", "5")
                        .points("q", "5")
                        .points("r", "5")
                        .points("s", "5")
                        .build());
        StarPath path = Advice.on(rating).next().orElseThrow();
        assertEquals(f("5"), path.pointsToReach());
        assertEquals(
                List.of(List.of("p"), List.of("q"), List.of("r"), List.of("s")),
                path.sets().stream().map(StarPath.CriteriaSet::codes).toList());
        StarPath cut = Advice.on(rating, 2).next().orElseThrow();
        assertEquals(2, cut.sets().size());
        assertEquals(false, cut.complete());
    }

    @Example
    void missingScoresArePartOfEverySet() {
        StarRating rating = RatingCalculator.of(SampleSchemes.dongNai())
                .rate(unit("u")
                        .points("propaganda", "10")
                        .points("civility", "10")
                        .points("reform", "40")
                        .build());
        Advice advice = Advice.on(rating);
        // 60 without satisfaction; 1 star takes the missing score alone: 80 is already 2 stars
        assertEquals(
                List.of("satisfaction"),
                advice.to(1).orElseThrow().sets().get(0).codes());
        assertEquals(
                List.of("satisfaction"),
                advice.to(2).orElseThrow().sets().get(0).codes());
        // 90 needs 10 more: reform alone has them
        assertEquals(
                List.of("satisfaction", "reform"),
                advice.to(3).orElseThrow().sets().get(0).codes());
    }

    @Example
    void gatesThatPointsCannotMeetAreNamed() {
        StarRating rating = RatingCalculator.of(SampleSchemes.bacGiang())
                .rate(SampleSchemes.commune("u", "19", "24", "19", "14", "78")
                        .amount("disciplined", 2)
                        .build());
        // 76 + 15.6 = 91.6: 4 stars by points, capped at 2 by discipline and at 3 by the floor of 80 %
        assertEquals(OptionalInt.of(2), rating.stars());
        Advice advice = Advice.on(rating);
        assertEquals(List.of("no-discipline"), codes(advice.to(3).orElseThrow()));
        assertEquals(List.of("no-discipline", "floor"), codes(advice.to(4).orElseThrow()));
        assertEquals(List.of(), advice.to(3).orElseThrow().sets().get(0).codes());
        assertEquals(Fraction.ZERO, advice.to(4).orElseThrow().pointsToReach());
        assertTrue(advice.table(Language.VI).contains("Điều kiện cần đạt"));
        assertTrue(advice.toHtml(Language.EN).contains("<td>no-discipline; floor</td>"));
    }

    private static List<String> codes(StarPath path) {
        return path.gatesToLift().stream().map(Gate::code).toList();
    }

    @Example
    void whatCannotBeReachedIsSaid() {
        RatingScheme scheme = SampleSchemes.dongNai().toBuilder()
                .adjustment(new StarAdjustment(
                        "down",
                        text("down"),
                        new GateTest.CriterionMinimum("reform", f("1")),
                        -1,
                        Provenance.assumption()))
                .build();
        StarRating rating = RatingCalculator.of(scheme)
                .rate(unit("u")
                        .points("propaganda", "15")
                        .points("civility", "15")
                        .points("satisfaction", "20")
                        .points("reform", "50")
                        .build());
        assertEquals(OptionalInt.of(3), rating.stars());
        StarPath path = Advice.on(rating).next().orElseThrow();
        assertEquals(false, path.reachable());
        assertTrue(Advice.on(rating).toString().contains("out of reach"));
    }

    @Example
    void manyCriteriaStayWithinTheBound() {
        RatingScheme.Builder builder = RatingScheme.builder(MethodVersion.of("many", "1"), text("m"), f("600"));
        UnitScores.Builder scores = unit("u");
        for (int i = 0; i < 60; i++) {
            builder.criterion(Criterion.given("k" + i, text("k"), 10));
            scores.points("k" + i, "5");
        }
        RatingScheme scheme =
                builder.band(band(1, "300", "450")).band(band(2, "450", "")).build();
        StarPath path = Advice.on(RatingCalculator.of(scheme).rate(scores.build()))
                .next()
                .orElseThrow();
        // 150 points at 5 each: any 30 of the 60
        assertEquals(30, path.sets().get(0).codes().size());
        assertEquals(false, path.complete());
    }
}
