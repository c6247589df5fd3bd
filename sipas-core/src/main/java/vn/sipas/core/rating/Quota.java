package vn.sipas.core.rating;

import java.util.Objects;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;

/**
 * A limit on how many units may have so many stars or more (tỷ lệ khống chế). Units beyond it, taken from the highest
 * total down, get the next lower number of stars.
 *
 * @param code the code, 1 to 64 letters, digits, dots, hyphens or underscores
 * @param title what it says
 * @param stars the number of stars that is limited, with everything above it
 * @param share the greatest share, in the closed interval [0, 1]; the number is rounded down
 * @param base of what it is a share
 * @param ties what happens to equal totals at the limit
 * @param provenance where it comes from
 */
public record Quota(
        String code, LocalizedText title, int stars, Fraction share, Base base, Ties ties, Provenance provenance) {

    /** Of what a quota is a share. */
    public enum Base {
        /** Of all units that were rated: awarded or not recognised. */
        ALL_RATED,
        /** Of the units that reach the next lower number of stars or more. */
        NEXT_LOWER_OR_MORE,
        /** Of the units that end with exactly the next lower number of stars. */
        NEXT_LOWER_EXACTLY
    }

    /** What happens to equal totals of which not all fit. The order of the input never decides. */
    public enum Ties {
        /** None of them is taken: the quota is never exceeded. */
        LEAVE_OUT,
        /** All of them are taken: the quota may be exceeded. */
        TAKE_IN
    }

    public Quota {
        Require.code("code", code);
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(ties, "ties");
        Objects.requireNonNull(provenance, "provenance");
        Require.that(stars >= 2 && stars <= 10, "stars", "in [2, 10]", stars);
        Require.that(share.signum() >= 0 && share.compareTo(Fraction.ONE) <= 0, "share", "in [0, 1]", share);
    }
}
