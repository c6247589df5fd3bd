package vn.sipas.core.rating;

/** What an unmet gate does. */
public sealed interface GateEffect {

    /** The unit is not recognised (không công nhận), whatever its points. */
    record Block() implements GateEffect {}

    /** The unit is not rated at all (không đủ điều kiện đánh giá). */
    record Exclude() implements GateEffect {}

    /**
     * The unit gets at most so many stars.
     *
     * @param stars the cap, at least 1
     */
    record CapStars(int stars) implements GateEffect {

        public CapStars {
            Require.that(stars >= 1, "stars", "at least 1", stars);
        }
    }

    /**
     * The stars that the points give are at most so many; adjustments come after.
     *
     * @param stars the cap, at least 1
     */
    record CapBandStars(int stars) implements GateEffect {

        public CapBandStars {
            Require.that(stars >= 1, "stars", "at least 1", stars);
        }
    }
}
