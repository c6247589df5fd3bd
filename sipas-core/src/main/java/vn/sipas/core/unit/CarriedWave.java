package vn.sipas.core.unit;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.sipas.core.Problem;

/**
 * A wave carried onto the units of another day. Every state that went in is part of {@code units}, of
 * {@code incomplete} or in {@code notCarried}.
 *
 * @param day the day whose units the figures stand for now
 * @param policy what was done with split units
 * @param units the units whose figures are complete; these may be compared over time
 * @param incomplete the units that lack the figures of a predecessor; not to be published as figures of the unit
 * @param notCarried the old figures that could not be carried, by the last unit that they stand for
 * @param problems one for each state not carried and for each incomplete unit
 * @param <T> the type of the figures
 */
public record CarriedWave<T>(
        LocalDate day,
        SplitPolicy policy,
        SortedMap<UnitKey, CarriedState<T>> units,
        SortedMap<UnitKey, CarriedState<T>> incomplete,
        SortedMap<UnitKey, T> notCarried,
        List<Problem> problems) {

    public CarriedWave {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(policy, "policy");
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
        incomplete = Collections.unmodifiableSortedMap(new TreeMap<>(incomplete));
        notCarried = Collections.unmodifiableSortedMap(new TreeMap<>(notCarried));
        problems = List.copyOf(problems);
    }
}
