package vn.sipas.core.rating;

import vn.sipas.core.Fraction;

/** A target of a programme, as decisions state them. The base is all units of the year, whatever their outcome. */
public sealed interface Target {

    /**
     * Returns the share of units that the target asks for.
     *
     * @return the share, in [0, 1]
     */
    Fraction share();

    /**
     * So large a share of the units has so many stars or more: "100 % at two stars or higher".
     *
     * @param stars the number of stars, at least 1
     * @param share the share, in the closed interval [0, 1]
     */
    record AtLeastStars(int stars, Fraction share) implements Target {

        public AtLeastStars {
            Require.that(stars >= 1, "stars", "at least 1", stars);
            inUnitInterval(share);
        }
    }

    /**
     * So large a share of the units has more stars than the year before: "20 % upgraded".
     *
     * @param share the share, in the closed interval [0, 1]
     */
    record Upgraded(Fraction share) implements Target {

        public Upgraded {
            inUnitInterval(share);
        }
    }

    private static void inUnitInterval(Fraction share) {
        Require.that(share.signum() >= 0 && share.compareTo(Fraction.ONE) <= 0, "share", "in [0, 1]", share);
    }
}
