package vn.sipas.core.rating;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.unit.UnitCode;

/**
 * How far a programme is from a target.
 *
 * @param target the target
 * @param achieved the number of units that count
 * @param required the number of units that must count: the share of the base, rounded up
 * @param base the number of all units
 * @param open the units that do not count yet, in the order of the year
 */
public record TargetProgress(Target target, int achieved, int required, int base, List<UnitCode> open) {

    public TargetProgress {
        Objects.requireNonNull(target, "target");
        open = List.copyOf(open);
    }

    /**
     * Tells whether the target is met.
     *
     * @return whether enough units count
     */
    public boolean met() {
        return achieved >= required;
    }

    /**
     * Returns how many more units must count.
     *
     * @return the number, 0 if the target is met
     */
    public int missing() {
        return Math.max(0, required - achieved);
    }
}
