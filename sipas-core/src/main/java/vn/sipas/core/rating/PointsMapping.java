package vn.sipas.core.rating;

import java.util.List;
import vn.sipas.core.Fraction;

/** How a value becomes points. */
public sealed interface PointsMapping {

    /**
     * In proportion: {@code maximum · (value − zeroAt) / (fullAt − zeroAt)}, kept inside [0, maximum].
     *
     * @param zeroAt the value that gives 0 points
     * @param fullAt the value that gives the maximum; below {@code zeroAt} where less is better
     */
    record Linear(Fraction zeroAt, Fraction fullAt) implements PointsMapping {

        public Linear {
            Require.that(zeroAt.compareTo(fullAt) != 0, "fullAt", "different from zeroAt", fullAt);
        }

        /**
         * Makes a mapping that starts at 0.
         *
         * @param fullAt the value that gives the maximum, not 0
         * @return the mapping
         */
        public static Linear upTo(Fraction fullAt) {
            return new Linear(Fraction.ZERO, fullAt);
        }
    }

    /**
     * By a table of half-open bands. Values below the lowest band give 0 points.
     *
     * @param bands the bands, touching, the highest open above; kept from low to high
     */
    record Bands(List<ValueBand> bands) implements PointsMapping {

        public Bands {
            bands = BandOrder.ascending(bands, ValueBand::from, ValueBand::below);
        }
    }
}
