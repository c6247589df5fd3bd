package vn.sipas.core.rating;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.sipas.core.unit.Succession;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLineage;

/**
 * Which units of an earlier year a unit goes back to. A code alone does not tell: 2,203 commune codes changed owner on
 * 1 July 2025.
 */
@FunctionalInterface
public interface Predecessors {

    /**
     * Returns the units of the earlier year that went over, wholly or in part, to a unit.
     *
     * @param unit the code of the unit in the later year
     * @return the codes in the earlier year; empty if none is known
     */
    Set<UnitCode> of(UnitCode unit);

    /**
     * Returns the rule for years between which no unit changed.
     *
     * @return every unit goes back to the same code
     */
    static Predecessors unchanged() {
        return Set::of;
    }

    /**
     * Returns the rule for years between which some units changed.
     *
     * @param changed the predecessors of the units that changed; all other units go back to the same code
     * @return the rule
     */
    static Predecessors changed(Map<UnitCode, Set<UnitCode>> changed) {
        Map<UnitCode, Set<UnitCode>> copy = new HashMap<>();
        changed.forEach((unit, before) -> copy.put(unit, Set.copyOf(before)));
        return unit -> copy.getOrDefault(unit, Set.of(unit));
    }

    /**
     * Follows a lineage between two days.
     *
     * @param lineage what became of each unit
     * @param before a day in the earlier year
     * @param now a day in the later year, after {@code before}
     * @return the rule; a code of which the lineage only knows that its former owner ended goes back to no unit
     */
    static Predecessors by(UnitLineage lineage, LocalDate before, LocalDate now) {
        Map<UnitCode, Set<UnitCode>> known = new HashMap<>();
        Set<UnitCode> ended = new HashSet<>();
        for (Succession step : lineage.steps()) {
            if (step.to().validity().contains(now)) {
                known.computeIfAbsent(step.to().code(), code -> earlier(lineage, step.to(), before));
            }
            if (!step.from().validity().contains(now)) {
                ended.add(step.from().code());
            }
        }
        return unit -> known.getOrDefault(unit, ended.contains(unit) ? Set.of() : Set.of(unit));
    }

    private static Set<UnitCode> earlier(UnitLineage lineage, UnitKey key, LocalDate before) {
        if (key.validity().contains(before)) {
            return Set.of(key.code());
        }
        Set<UnitCode> codes = new TreeSet<>();
        for (UnitKey predecessor : lineage.predecessors(key)) {
            codes.addAll(earlier(lineage, predecessor, before));
        }
        return codes;
    }
}
