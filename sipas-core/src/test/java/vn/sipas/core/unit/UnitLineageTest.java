package vn.sipas.core.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.unit.CarriedState.Carriage;

class UnitLineageTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate CITY = LocalDate.of(2026, 4, 30);

    private static final UnitKey OLD_A = UnitKey.of("00001", ValidityPeriod.before(REFORM));
    private static final UnitKey OLD_B = UnitKey.of("00002", ValidityPeriod.before(REFORM));
    private static final UnitKey OLD_C = UnitKey.of("00003", ValidityPeriod.before(REFORM));
    private static final UnitKey OLD_LOST = UnitKey.of("00004", ValidityPeriod.before(REFORM));
    private static final UnitKey NEW_M = UnitKey.of("00001", ValidityPeriod.between(REFORM, CITY));
    private static final UnitKey NEW_N = UnitKey.of("00003", ValidityPeriod.from(REFORM));
    private static final UnitKey LATER_M = UnitKey.of("00001", ValidityPeriod.from(CITY));
    private static final UnitKey LASTING = UnitKey.of("office", ValidityPeriod.always());

    /** A and B merge into M; C is split over M and N; M is renamed later. */
    private static final UnitLineage LINEAGE = UnitLineage.of(List.of(
                    Succession.of(OLD_A, NEW_M),
                    Succession.of(OLD_B, NEW_M),
                    Succession.of(OLD_C, NEW_M),
                    Succession.of(OLD_C, NEW_N),
                    Succession.of(NEW_M, LATER_M)))
            .orThrow();

    /** As before, but C went whole to N. */
    private static final UnitLineage WITHOUT_SPLIT = UnitLineage.of(List.of(
                    Succession.of(OLD_A, NEW_M),
                    Succession.of(OLD_B, NEW_M),
                    Succession.of(OLD_C, NEW_N),
                    Succession.of(NEW_M, LATER_M)))
            .orThrow();

    @Test
    void knowsSuccessorsPredecessorsAndSplits() {
        assertEquals(List.of(NEW_M, NEW_N), LINEAGE.successors(OLD_C));
        assertEquals(List.of(OLD_A, OLD_B, OLD_C), LINEAGE.predecessors(NEW_M));
        assertTrue(LINEAGE.divided(OLD_C));
        assertTrue(!LINEAGE.divided(OLD_A));
        assertEquals(List.of(), LINEAGE.successors(LATER_M));
        assertEquals(5, LINEAGE.steps().size());
        assertEquals(List.of(), UnitLineage.empty().steps());
    }

    @Test
    void mergedUnitsAddUpOverSeveralReforms() {
        CarriedWave<Integer> wave = WITHOUT_SPLIT.carry(
                Map.of(OLD_A, 3, OLD_B, 4, OLD_C, 5, LASTING, 1), LocalDate.of(2026, 7, 1), Integer::sum);
        assertEquals(Set.of(LATER_M, NEW_N, LASTING), wave.units().keySet());
        CarriedState<Integer> merged = wave.units().get(LATER_M);
        assertEquals(7, merged.state());
        assertEquals(Carriage.MERGED, merged.carriage());
        assertEquals(Set.of(OLD_A, OLD_B), merged.sources());
        assertEquals(Carriage.CONTINUED, wave.units().get(NEW_N).carriage());
        assertEquals(Carriage.UNCHANGED, wave.units().get(LASTING).carriage());
        assertEquals(List.of(), wave.problems());
    }

    @Test
    void aSplitUnitIsRefusedAndWhatItLeavesIsIncomplete() {
        CarriedWave<Integer> wave = LINEAGE.carry(Map.of(OLD_A, 3, OLD_B, 4, OLD_C, 5), REFORM, Integer::sum);
        assertEquals(Map.of(), wave.units());
        assertEquals(Map.of(OLD_C, 5), wave.notCarried());
        assertEquals(Set.of(NEW_M), wave.incomplete().keySet());
        assertEquals(Set.of(OLD_C), wave.incomplete().get(NEW_M).missing());
        assertEquals(SplitPolicy.REFUSE, wave.policy());
        assertEquals(
                List.of("unit.lineage.split", "unit.lineage.incomplete"),
                wave.problems().stream().map(Problem::code).toList());
        assertEquals(
                "00001@2025-07-01/2026-04-30, 00003@2025-07-01/..",
                wave.problems().get(0).attributes().get("successors"));
    }

    @Test
    void aPredecessorWithoutFiguresIsMissingNotZero() {
        CarriedWave<Integer> wave = WITHOUT_SPLIT.carry(Map.of(OLD_A, 3), CITY, Integer::sum);
        assertEquals(Set.of(LATER_M), wave.incomplete().keySet());
        assertEquals(Set.of(OLD_B), wave.incomplete().get(LATER_M).missing());
    }

    @Test
    void aSplitUnitIsAllocatedByStatedShares() {
        UnitLineage shared =
                LINEAGE.withShares(Map.of(OLD_C, Map.of(NEW_M, Fraction.of(1, 3), NEW_N, Fraction.of(2, 3))));
        CarriedWave<Fraction> wave = shared.carry(
                Map.of(OLD_A, Fraction.of(3, 1), OLD_B, Fraction.of(4, 1), OLD_C, Fraction.of(5, 1)),
                REFORM,
                Fraction::plus,
                SplitPolicy.BY_SHARE,
                Fraction::times);
        // 3 + 4 + 5/3 = 26/3 and 10/3, by hand.
        assertEquals(Fraction.of(26, 3), wave.units().get(NEW_M).state());
        assertEquals(Fraction.of(10, 3), wave.units().get(NEW_N).state());
        assertEquals(Carriage.ALLOCATED, wave.units().get(NEW_M).carriage());
        assertEquals(Carriage.ALLOCATED, wave.units().get(NEW_N).carriage());
        assertEquals(List.of(), wave.problems());
    }

    @Test
    void theLargestSuccessorTakesAllAndTheOtherStaysIncomplete() {
        UnitLineage shared =
                LINEAGE.withShares(Map.of(OLD_C, Map.of(NEW_M, Fraction.of(1, 3), NEW_N, Fraction.of(2, 3))));
        CarriedWave<Integer> wave = shared.carry(
                Map.of(OLD_A, 3, OLD_B, 4, OLD_C, 5),
                REFORM,
                Integer::sum,
                SplitPolicy.LARGEST_SUCCESSOR,
                (state, share) -> 0);
        assertEquals(5, wave.units().get(NEW_N).state());
        assertEquals(7, wave.incomplete().get(NEW_M).state());
    }

    @Test
    void sharesThatAreMissingTiedOrDoNotSumToOneAreRefused() {
        Map<UnitKey, Integer> states = Map.of(OLD_C, 5);
        assertEquals("unit.lineage.shares-missing", refusal(LINEAGE, states, SplitPolicy.BY_SHARE));
        UnitLineage tied =
                LINEAGE.withShares(Map.of(OLD_C, Map.of(NEW_M, Fraction.of(1, 2), NEW_N, Fraction.of(1, 2))));
        assertEquals("unit.lineage.largest-tied", refusal(tied, states, SplitPolicy.LARGEST_SUCCESSOR));
        UnitLineage short1 =
                LINEAGE.withShares(Map.of(OLD_C, Map.of(NEW_M, Fraction.of(33, 100), NEW_N, Fraction.of(66, 100))));
        assertEquals("unit.lineage.shares-sum", refusal(short1, states, SplitPolicy.BY_SHARE));
        assertThrows(
                IllegalArgumentException.class, () -> LINEAGE.withShares(Map.of(OLD_A, Map.of(NEW_N, Fraction.ONE))));
        assertThrows(IllegalArgumentException.class, () -> Succession.of(OLD_A, NEW_M, Fraction.of(3, 2)));
    }

    @Test
    void whatEndedWithoutSuccessorIsNotCarried() {
        CarriedWave<Integer> wave = LINEAGE.carry(Map.of(OLD_LOST, 2, NEW_N, 1), REFORM, Integer::sum);
        assertEquals(Map.of(OLD_LOST, 2), wave.notCarried());
        assertEquals(Set.of(NEW_N), wave.units().keySet());
        assertEquals("unit.lineage.no-successor", wave.problems().get(0).code());
    }

    @Test
    void stepsThatRepeatOrLeadBackAreSetAside() {
        Checked<UnitLineage> checked = UnitLineage.builder()
                .add(Succession.of(OLD_A, NEW_M), Place.in("lineage.csv", 2))
                .add(Succession.of(OLD_A, NEW_M), Place.in("lineage.csv", 3))
                .add(Succession.of(NEW_M, OLD_A), Place.in("lineage.csv", 4))
                .add(Succession.of(LASTING, NEW_M), Place.in("lineage.csv", 5))
                .build();
        assertEquals(1, checked.orThrow().steps().size());
        assertEquals(
                List.of(
                        "lineage.csv:3 unit.lineage.duplicate",
                        "lineage.csv:4 unit.lineage.order",
                        "lineage.csv:5 unit.lineage.order"),
                checked.problems().stream()
                        .map(problem -> problem.place() + " " + problem.code())
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> Succession.of(OLD_A, OLD_A));
    }

    private static String refusal(UnitLineage lineage, Map<UnitKey, Integer> states, SplitPolicy policy) {
        CarriedWave<Integer> wave = lineage.carry(states, REFORM, Integer::sum, policy, (state, share) -> state);
        assertEquals(states, wave.notCarried());
        return wave.problems().get(0).code();
    }
}
