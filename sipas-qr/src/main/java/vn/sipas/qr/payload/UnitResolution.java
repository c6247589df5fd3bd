package vn.sipas.qr.payload;

import java.util.List;
import java.util.Objects;

/** Which unit of today a code means. */
public sealed interface UnitResolution {

    /**
     * The number has not changed its meaning since the code was issued.
     *
     * @param unit the unit
     */
    record Unchanged(UnitNumber unit) implements UnitResolution {

        public Unchanged {
            Objects.requireNonNull(unit, "unit");
        }
    }

    /**
     * The unit was taken over by exactly one other.
     *
     * @param printed the number in the code
     * @param unit the unit that answers count for
     */
    record Successor(UnitNumber printed, UnitNumber unit) implements UnitResolution {

        public Successor {
            Objects.requireNonNull(printed, "printed");
            Objects.requireNonNull(unit, "unit");
        }
    }

    /**
     * The unit was split: the code is authentic, and which successor it hangs at is for the host to say.
     *
     * @param printed the number in the code
     * @param candidates the successors, at least two, in ascending order
     */
    record Split(UnitNumber printed, List<UnitNumber> candidates) implements UnitResolution {

        public Split {
            Objects.requireNonNull(printed, "printed");
            candidates = List.copyOf(candidates);
            if (candidates.size() < 2) {
                throw new IllegalArgumentException("candidates must be at least two, were " + candidates);
            }
        }
    }
}
