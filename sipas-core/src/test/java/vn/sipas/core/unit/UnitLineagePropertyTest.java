package vn.sipas.core.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sipas.core.Fraction;
import vn.sipas.core.ValidityPeriod;

class UnitLineagePropertyTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final int NEW_UNITS = 6;

    /** Each old unit goes to the new units whose bit is set in its mask; a mask of 0 has no successor. */
    @Property(tries = 300)
    void nothingIsLostAndNothingIsCountedTwice(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 63) Integer> masks,
            @ForAll SplitPolicy policy) {
        UnitLineage lineage = lineage(masks);
        Map<UnitKey, Fraction> states = new HashMap<>();
        for (int i = 0; i < masks.size(); i++) {
            states.put(before(i), Fraction.of(i + 1, 1));
        }
        CarriedWave<Fraction> wave = lineage.carry(states, REFORM, Fraction::plus, policy, Fraction::times);
        List<Fraction> all = new ArrayList<>(wave.notCarried().values());
        wave.units().values().forEach(carried -> all.add(carried.state()));
        wave.incomplete().values().forEach(carried -> all.add(carried.state()));
        assertEquals(Fraction.sum(states.values()), Fraction.sum(all));
        wave.units().keySet().forEach(key -> assertTrue(key.validity().contains(REFORM)));
    }

    @Property(tries = 300)
    void whenRefusingExactlyTheSplitAndTheLostAreNotCarried(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 63) Integer> masks) {
        UnitLineage lineage = lineage(masks);
        Map<UnitKey, Long> states = new HashMap<>();
        Set<UnitKey> refused = new HashSet<>();
        for (int i = 0; i < masks.size(); i++) {
            states.put(before(i), 1L + i);
            if (Integer.bitCount(masks.get(i)) != 1) {
                refused.add(before(i));
            }
        }
        CarriedWave<Long> wave = lineage.carry(states, REFORM, Long::sum);
        assertEquals(refused, wave.notCarried().keySet());
        for (int j = 0; j < NEW_UNITS; j++) {
            long expected = 0;
            boolean touchedBySplit = false;
            for (int i = 0; i < masks.size(); i++) {
                if (masks.get(i) == 1 << j) {
                    expected += 1 + i;
                } else if ((masks.get(i) & 1 << j) != 0) {
                    touchedBySplit = true;
                }
            }
            CarriedState<Long> carried = touchedBySplit
                    ? wave.incomplete().get(after(j))
                    : wave.units().get(after(j));
            assertEquals(expected, carried == null ? 0 : carried.state());
        }
    }

    @Property(tries = 200)
    void aFullRegistryRollsUpWithoutLoss(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 4) Integer> districtOfCommune) {
        List<Unit> units = new ArrayList<>();
        ValidityPeriod old = ValidityPeriod.before(REFORM);
        units.add(UnitRegistryTest.unit("24", old, "Tỉnh", UnitLevel.PROVINCE, ""));
        for (int d = 0; d < 5; d++) {
            units.add(UnitRegistryTest.unit("21" + d, old, "Huyện " + d, UnitLevel.DISTRICT, "24"));
        }
        Map<UnitKey, Long> states = new HashMap<>();
        long[] expected = new long[5];
        for (int i = 0; i < districtOfCommune.size(); i++) {
            int district = districtOfCommune.get(i);
            Unit commune = UnitRegistryTest.unit(
                    String.valueOf(10_000 + i), old, "Xã " + i, UnitLevel.COMMUNE, "21" + district);
            units.add(commune);
            states.put(commune.key(), 1L << i);
            expected[district] += 1L << i;
        }
        UnitRegistry registry = UnitRegistry.of(units).orThrow();
        LocalDate day = LocalDate.of(2024, 10, 2);
        Map<UnitKey, Long> districts =
                registry.rollUp(states, UnitLevel.DISTRICT, day, Long::sum).totals();
        for (int d = 0; d < 5; d++) {
            assertEquals(expected[d], districts.getOrDefault(UnitKey.of("21" + d, old), 0L));
        }
        assertEquals(
                registry.rollUp(states, UnitLevel.PROVINCE, day, Long::sum).totals(),
                registry.rollUp(districts, UnitLevel.PROVINCE, day, Long::sum).totals());
    }

    private static UnitLineage lineage(List<Integer> masks) {
        List<Succession> steps = new ArrayList<>();
        for (int i = 0; i < masks.size(); i++) {
            int parts = Integer.bitCount(masks.get(i));
            for (int j = 0; j < NEW_UNITS; j++) {
                if ((masks.get(i) & 1 << j) != 0) {
                    steps.add(Succession.of(before(i), after(j), Fraction.of(1, parts)));
                }
            }
        }
        return UnitLineage.of(steps).orThrow();
    }

    private static UnitKey before(int index) {
        return UnitKey.of("o" + index, ValidityPeriod.before(REFORM));
    }

    private static UnitKey after(int index) {
        return UnitKey.of("n" + index, ValidityPeriod.from(REFORM));
    }
}
