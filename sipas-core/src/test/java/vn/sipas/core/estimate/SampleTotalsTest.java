package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.PrimarySamplingUnit;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.design.Stratum;
import vn.sipas.core.survey.RatingScale;

/** What a tally keeps, and when two of them are the same. */
class SampleTotalsTest {

    private static final List<RatedItem> ITEMS =
            List.of(new RatedItem("q1", RatingScale.likert5()), new RatedItem("q2", RatingScale.yesNo()));

    private static ResponseTally clusters() {
        ResponseTally tally = ResponseTally.of(SampleDesign.clustered().weighted(), ITEMS);
        tally.accept("b", "north", "2", DesignWeight.of(2.0), new int[] {4, 1});
        tally.accept("a", "north", "1", DesignWeight.of(3.0), new int[] {0, MissingAnswer.BLANK.code()});
        tally.accept("b", "south", "1", DesignWeight.of(0.5), new int[] {3, 0});
        return tally;
    }

    @Test
    void sizesAndNamesAreSorted() {
        SampleTotals totals = clusters().result();
        assertEquals(List.of("a", "b"), totals.groups());
        assertEquals(List.of("north", "south"), totals.strata());
        assertEquals(3, totals.rows());
        assertEquals(2, totals.rows(Domain.of("b")));
        assertEquals(0, totals.rows(Domain.of("nobody")));
        assertEquals(3, totals.units());
        assertEquals(ITEMS, totals.items());
        assertEquals(ItemMoments.NONE, totals.moments());
        assertEquals("3 rows, 2 groups, 2 items, 2 strata, 3 units", totals.toString());
        assertEquals(2.5, totals.distribution(Domain.of("b"), "q1").weight());
        assertEquals(1, totals.distribution(Domain.all(), "q2").missing(MissingAnswer.BLANK));
        assertEquals(
                3.0,
                totals.distribution(Domain.of("both", List.of("a", "nobody")), "q1")
                        .weight());
    }

    @Test
    void aNamedGroupOrUnitWithoutRowsIsKnown() {
        ResponseTally tally = clusters();
        tally.group("c");
        tally.position("south", "9");
        SampleTotals totals = tally.result();
        assertEquals(List.of("a", "b", "c"), totals.groups());
        assertEquals(4, totals.units());
        assertEquals(3, totals.rows());
        assertNotEquals(clusters().result(), totals);
    }

    @Test
    void sameRowsInAnyOrderAreTheSame() {
        ResponseTally other = ResponseTally.of(SampleDesign.clustered().weighted(), ITEMS);
        other.accept("b", "south", "1", DesignWeight.of(0.5), new int[] {3, 0});
        other.accept("b", "north", "2", DesignWeight.of(2.0), new int[] {4, 1});
        other.accept("a", "north", "1", DesignWeight.of(3.0), new int[] {0, MissingAnswer.BLANK.code()});
        SampleTotals totals = clusters().result();
        assertEquals(totals, other.result());
        assertEquals(totals.hashCode(), other.result().hashCode());
        assertEquals(totals, ResponseTally.of(totals).result());
        assertNotEquals(totals, "totals");
    }

    @Test
    void everyDifferenceShows() {
        SampleTotals totals = clusters().result();
        ResponseTally weight = ResponseTally.of(SampleDesign.clustered().weighted(), ITEMS);
        weight.accept("b", "north", "2", DesignWeight.of(2.5), new int[] {4, 1});
        weight.accept("a", "north", "1", DesignWeight.of(3.0), new int[] {0, MissingAnswer.BLANK.code()});
        weight.accept("b", "south", "1", DesignWeight.of(0.5), new int[] {3, 0});
        ResponseTally reason = ResponseTally.of(SampleDesign.clustered().weighted(), ITEMS);
        reason.accept("b", "north", "2", DesignWeight.of(2.0), new int[] {4, 1});
        reason.accept("a", "north", "1", DesignWeight.of(3.0), new int[] {0, MissingAnswer.REFUSED.code()});
        reason.accept("b", "south", "1", DesignWeight.of(0.5), new int[] {3, 0});
        ResponseTally place = ResponseTally.of(SampleDesign.clustered().weighted(), ITEMS);
        place.accept("b", "north", "1", DesignWeight.of(2.0), new int[] {4, 1});
        place.accept("a", "north", "2", DesignWeight.of(3.0), new int[] {0, MissingAnswer.BLANK.code()});
        place.accept("b", "south", "1", DesignWeight.of(0.5), new int[] {3, 0});
        ResponseTally population = clusters();
        population.statePopulation("north", FinitePopulation.ofSize(9));
        for (ResponseTally other : List.of(weight, reason, place, population)) {
            assertNotEquals(totals, other.result());
        }
        Calibration calibrated = Calibration.postStratify(
                        totals, new Calibration.Margin("group", group -> group, Map.of("a", 3.0, "b", 3.0)))
                .orThrow();
        assertNotEquals(totals, calibrated.totals());
        assertThrows(IllegalStateException.class, () -> calibrated.totals().toBytes());
        assertThrows(IllegalArgumentException.class, () -> clusters().combine(calibrated.totals()));
    }

    @Test
    void onlyTheSameQuestionsAndDesignsCombine() {
        ResponseTally other = ResponseTally.of(SampleDesign.clustered().weighted(), ITEMS.subList(0, 1));
        ResponseTally equal = ResponseTally.of(SampleDesign.clustered(), ITEMS);
        ResponseTally direct = ResponseTally.of(SampleDesign.simpleRandom().weighted(), ITEMS);
        ResponseTally moments = ResponseTally.of(SampleDesign.clustered().weighted(), ITEMS, ItemMoments.VALUE);
        for (ResponseTally unlike : List.of(other, equal, direct, moments)) {
            assertThrows(IllegalArgumentException.class, () -> clusters().combine(unlike));
        }
    }

    @Test
    void manyGroupsAndUnitsAreFoundAgain() {
        ResponseTally tally = ResponseTally.of(SampleDesign.clustered(), ITEMS);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1000; i++) {
                tally.accept("g" + i % 37, "s" + i % 5, "u" + i % 91, DesignWeight.ONE, new int[] {i % 5, i % 2});
            }
        }
        SampleTotals totals = tally.result();
        assertEquals(2000, totals.rows());
        for (int group = 0; group < 37; group++) {
            long expected = 0;
            for (int i = group; i < 1000; i += 37) {
                expected += 2L * (i % 5 == 4 ? 1 : 0);
            }
            assertEquals(
                    expected, totals.distribution(Domain.of("g" + group), "q1").count(4));
        }
    }

    @Test
    void handlesAndArgumentsAreChecked() {
        ResponseTally tally = ResponseTally.of(SampleDesign.simpleRandom(), ITEMS);
        int group = tally.group("a");
        int position = tally.position(Stratum.UNSTRATIFIED, "");
        int[] answers = {0, 0};
        assertEquals(group, tally.group("a"));
        assertThrows(IndexOutOfBoundsException.class, () -> tally.accept(group + 1, position, 1.0, answers, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> tally.accept(group, position + 1, 1.0, answers, 0));
        assertThrows(IllegalArgumentException.class, () -> tally.accept(group, position, 2.0, answers, 0));
        assertThrows(IllegalArgumentException.class, () -> tally.accept(group, position, -1.0, answers, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> tally.accept(group, position, Double.POSITIVE_INFINITY, answers, 0));
        assertThrows(IllegalArgumentException.class, () -> tally.accept(group, position, 1.0, answers, 1));
        assertThrows(IllegalArgumentException.class, () -> tally.accept(group, position, 1.0, answers, -1));
        assertThrows(IllegalArgumentException.class, () -> tally.position("", "unit"));
        assertThrows(IllegalArgumentException.class, () -> tally.statePopulation(PrimarySamplingUnit.of("", "unit")));
        tally.accept(group, position, 1.0, new int[] {9, 9, 4, 1}, 2);
        assertEquals(1, tally.result().distribution(Domain.all(), "q1").count(4));
        assertThrows(IllegalArgumentException.class, () -> tally.result().distribution(Domain.all(), "q3"));
        assertThrows(IllegalArgumentException.class, () -> ResponseTally.of(SampleDesign.simpleRandom(), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> ResponseTally.of(SampleDesign.simpleRandom(), List.of(ITEMS.get(0), ITEMS.get(0))));
    }

    @Test
    void weightsFollowFromBothStagesOfAKnownPopulation() {
        ResponseTally tally = ResponseTally.of(SampleDesign.twoStage().weightedByPopulation(), ITEMS.subList(0, 1));
        tally.statePopulation("", FinitePopulation.ofSize(10));
        for (String unit : List.of("1", "2")) {
            tally.statePopulation(new PrimarySamplingUnit("", unit, FinitePopulation.ofSize(unit.equals("1") ? 6 : 8)));
            tally.accept("g", "", unit, DesignWeight.ONE, new int[] {unit.equals("1") ? 4 : 0});
            tally.accept("g", "", unit, DesignWeight.ONE, new int[] {unit.equals("1") ? 4 : 0});
        }
        RatingDistribution answers = tally.result().distribution(Domain.all(), "q1");
        // N/n · M/m: 10/2 · 6/2 = 15 for the first unit, 10/2 · 8/2 = 20 for the second
        assertEquals(30.0, answers.weight(4), 1e-12);
        assertEquals(40.0, answers.weight(0), 1e-12);
        // (Σw)²/Σw² = 4900/(2·225 + 2·400)
        assertEquals(4900.0 / 1250.0, answers.effectiveBase(), 1e-12);
        assertTrue(answers.isWeighted());
    }

    @Test
    void aPopulationStatedTwiceTheSameWayIsFineAndAnotherOneIsNot() {
        ResponseTally tally = clusters();
        tally.statePopulation("north", FinitePopulation.ofSize(9));
        tally.statePopulation("north", FinitePopulation.ofSize(9));
        assertEquals(List.of(), tally.result().problems());
        tally.statePopulation("north", FinitePopulation.ofFraction(0.5));
        assertEquals(1, tally.result().problems().size());
        assertEquals("9.0", tally.result().problems().get(0).attributes().get("first"));
        assertEquals("n/0.5", tally.result().problems().get(0).attributes().get("second"));
        ResponseTally unlimited = clusters();
        unlimited.statePopulation("north", FinitePopulation.unlimited());
        unlimited.statePopulation("north", FinitePopulation.ofSize(2));
        assertEquals("∞", unlimited.result().problems().get(0).attributes().get("first"));
    }
}
