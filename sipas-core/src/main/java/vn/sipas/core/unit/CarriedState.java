package vn.sipas.core.unit;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Figures that stand for a unit after carrying, and how they came there.
 *
 * @param unit the unit in force on the day carried to
 * @param state the figures
 * @param carriage how they came there
 * @param sources the units whose figures went in
 * @param missing the predecessors whose figures did not; empty if the figures are complete
 * @param <T> the type of the figures
 */
public record CarriedState<T>(
        UnitKey unit, T state, Carriage carriage, SortedSet<UnitKey> sources, SortedSet<UnitKey> missing) {

    /** How figures came to the unit that they stand for now. */
    public enum Carriage {
        /** The unit was in force all the time. */
        UNCHANGED,
        /** One old unit went over whole. */
        CONTINUED,
        /** Several old units went over whole, and their figures were added up. */
        MERGED,
        /** At least one old unit was split, and its figures were allocated by the policy. */
        ALLOCATED
    }

    public CarriedState {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(carriage, "carriage");
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources must not be empty");
        }
    }

    /**
     * Tells whether the figures of every predecessor went in.
     *
     * @return whether none is missing
     */
    public boolean complete() {
        return missing.isEmpty();
    }
}
