package vn.sipas.core.unit;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.sipas.core.Problem;

/**
 * Figures added up to one level of the hierarchy on a day.
 *
 * <p>Every state that went in is either part of exactly one total or in {@code apart}.
 *
 * @param totals the sums by unit of the level
 * @param apart the states that belong to no unit of the level on that day, by their own unit
 * @param problems one for each state kept apart
 * @param <T> the type of the states
 */
public record RollUp<T>(SortedMap<UnitKey, T> totals, SortedMap<UnitKey, T> apart, List<Problem> problems) {

    public RollUp {
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
        apart = Collections.unmodifiableSortedMap(new TreeMap<>(apart));
        problems = List.copyOf(problems);
    }
}
