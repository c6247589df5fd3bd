package vn.sipas.core.rating;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.unit.UnitCode;

/**
 * How the stars of a unit moved against the year before.
 *
 * @param unit the unit
 * @param direction which way
 * @param now the rating of this year
 * @param before the ratings of its predecessors the year before; several for a merged unit
 */
public record StarChange(UnitCode unit, Direction direction, StarRating now, List<StarRating> before) {

    /** Which way stars moved. A unit that took part and was not recognised counts as having 0 stars. */
    public enum Direction {
        /** More stars than every predecessor. */
        UPGRADED("upgraded"),
        /** As many stars as every predecessor. */
        UNCHANGED("unchanged"),
        /** Fewer stars than every predecessor. */
        DOWNGRADED("downgraded"),
        /** A merged unit between its predecessors: no more than some, no fewer than others. */
        BETWEEN("between-predecessors"),
        /** Rated for the first time: no predecessor was rated. */
        NEWLY_RATED("newly-rated"),
        /** Not rated this year: not eligible or not registered. */
        NOT_RATED("not-rated"),
        /** No predecessor is known or in the programme. */
        NO_PREDECESSOR("no-predecessor"),
        /** The years were rated by methods that do not compare. */
        NOT_COMPARABLE("not-comparable");

        private final String tag;

        Direction(String tag) {
            this.tag = tag;
        }

        /**
         * Returns the word that result files use.
         *
         * @return lower-case words joined by hyphens
         */
        public String tag() {
            return tag;
        }
    }

    public StarChange {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(now, "now");
        before = List.copyOf(before);
    }

    /**
     * Compares a rating with those of its predecessors.
     *
     * @param now the rating of this year
     * @param before the ratings of the predecessors, empty if there are none
     * @return the change
     */
    public static StarChange between(StarRating now, List<StarRating> before) {
        return new StarChange(now.unit(), direction(now, before), now, before);
    }

    /**
     * Returns the stars of the only predecessor.
     *
     * @return the number of stars, absent without or with several predecessors, or if it had none
     */
    public Optional<Integer> previousStars() {
        return before.size() == 1 && before.get(0).stars().isPresent()
                ? Optional.of(before.get(0).stars().getAsInt())
                : Optional.empty();
    }

    private static Direction direction(StarRating now, List<StarRating> before) {
        if (!rated(now)) {
            return Direction.NOT_RATED;
        }
        if (before.isEmpty()) {
            return Direction.NO_PREDECESSOR;
        }
        List<StarRating> ratedBefore = before.stream().filter(StarChange::rated).toList();
        if (ratedBefore.isEmpty()) {
            return Direction.NEWLY_RATED;
        }
        if (before.stream().anyMatch(rating -> !rating.scheme().comparableWith(now.scheme()))) {
            return Direction.NOT_COMPARABLE;
        }
        int least = ratedBefore.stream().mapToInt(StarRating::rank).min().orElseThrow();
        int most = ratedBefore.stream().mapToInt(StarRating::rank).max().orElseThrow();
        if (now.rank() > most) {
            return Direction.UPGRADED;
        }
        if (now.rank() < least) {
            return Direction.DOWNGRADED;
        }
        return least == most ? Direction.UNCHANGED : Direction.BETWEEN;
    }

    private static boolean rated(StarRating rating) {
        return rating.outcome() instanceof RatingOutcome.Awarded
                || rating.outcome() instanceof RatingOutcome.NotRecognized;
    }
}
