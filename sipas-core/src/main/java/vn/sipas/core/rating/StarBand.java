package vn.sipas.core.rating;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;

/**
 * The totals that give a number of stars or a class: half-open, from {@code from} inclusive to {@code below} exclusive.
 *
 * @param stars the number of stars, or the rank of the class counted from the lowest; in the closed interval [1, 10]
 * @param label what it is called
 * @param from the least total; absent in the lowest band if it has no lower end
 * @param below the end, exclusive; absent in the highest band
 * @param provenance where the cut-offs come from
 */
public record StarBand(
        int stars, LocalizedText label, Optional<Fraction> from, Optional<Fraction> below, Provenance provenance) {

    public StarBand {
        Require.that(stars >= 1 && stars <= 10, "stars", "in [1, 10]", stars);
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(below, "below");
        Objects.requireNonNull(provenance, "provenance");
        BandOrder.nonEmpty(from, below);
    }
}
