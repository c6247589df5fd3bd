package vn.sipas.core.rating;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;

/**
 * One row of a band table: half-open, values from {@code from} inclusive to {@code below} exclusive give the points.
 *
 * @param from the least value; absent in the lowest band if it has no lower end
 * @param below the end, exclusive; absent in the highest band
 * @param points the points, at least 0
 */
public record ValueBand(Optional<Fraction> from, Optional<Fraction> below, Fraction points) {

    public ValueBand {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(below, "below");
        Require.that(points.signum() >= 0, "points", "at least 0", points);
        BandOrder.nonEmpty(from, below);
    }
}
