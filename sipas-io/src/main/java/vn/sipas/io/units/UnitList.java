package vn.sipas.io.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitRegistry;

/**
 * Units as one file gives them, not yet checked against each other.
 *
 * @param entries the good rows in the order of the file
 * @param problems what was wrong with the others
 */
public record UnitList(List<Entry> entries, List<Problem> problems) {

    /**
     * A unit and where it stands.
     *
     * @param unit the unit
     * @param place file and line
     */
    public record Entry(Unit unit, Place place) {

        public Entry {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(place, "place");
        }
    }

    public UnitList {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * Returns the units without their places.
     *
     * @return the units in the order of the file
     */
    public List<Unit> units() {
        return entries.stream().map(Entry::unit).toList();
    }

    /**
     * Makes a registry of this list alone.
     *
     * @return the registry of the sound units, and all problems
     */
    public Checked<UnitRegistry> registry() {
        return registry(List.of(this));
    }

    /**
     * Makes one registry of several lists, such as the snapshots before and after a reform.
     *
     * @param lists the lists; where two units contradict each other, the one of the earlier list stands
     * @return the registry of the sound units, and all problems of all lists
     */
    public static Checked<UnitRegistry> registry(List<UnitList> lists) {
        UnitRegistry.Builder builder = UnitRegistry.builder();
        List<Problem> problems = new ArrayList<>();
        for (UnitList list : lists) {
            list.entries().forEach(entry -> builder.add(entry.unit(), entry.place()));
            problems.addAll(list.problems());
        }
        Checked<UnitRegistry> built = builder.build();
        problems.addAll(built.problems());
        return Checked.of(built.orThrow(), problems);
    }
}
