package vn.sipas.core.unit;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;

/**
 * One step of a lineage: an old unit went over, wholly or in part, to a new one.
 *
 * @param from the old unit
 * @param to the new unit
 * @param share the part of the old unit that went to the new one, in (0, 1], by the measure that the source states, such
 *     as population; absent if not stated
 */
public record Succession(UnitKey from, UnitKey to, Optional<Fraction> share) {

    public Succession {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (share.isPresent() && (share.get().signum() <= 0 || share.get().compareTo(Fraction.ONE) > 0)) {
            throw new IllegalArgumentException("share must be in (0, 1], was " + share.get());
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("from and to must differ, both were " + from);
        }
    }

    /**
     * Makes a step without a stated share.
     *
     * @param from the old unit
     * @param to the new unit
     * @return the step
     */
    public static Succession of(UnitKey from, UnitKey to) {
        return new Succession(from, to, Optional.empty());
    }

    /**
     * Makes a step with a stated share.
     *
     * @param from the old unit
     * @param to the new unit
     * @param share the part that went to the new unit, in (0, 1]
     * @return the step
     */
    public static Succession of(UnitKey from, UnitKey to, Fraction share) {
        return new Succession(from, to, Optional.of(share));
    }
}
