package vn.sipas.core.rating;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many units came to what.
 *
 * @param byStars the number of units for each number of stars of the scheme, 0 included
 * @param notRecognized the number of units that took part and were not recognised
 * @param notEligible the number of units that were not rated
 * @param notRegistered the number of units that did not register
 */
public record StarDistribution(
        SortedMap<Integer, Integer> byStars, int notRecognized, int notEligible, int notRegistered) {

    public StarDistribution {
        byStars = Collections.unmodifiableSortedMap(new TreeMap<>(byStars));
    }

    /**
     * Counts ratings.
     *
     * @param ratings the ratings
     * @return the distribution
     */
    public static StarDistribution of(Collection<StarRating> ratings) {
        SortedMap<Integer, Integer> byStars = new TreeMap<>();
        int refused = 0;
        int excluded = 0;
        int absent = 0;
        for (StarRating rating : ratings) {
            rating.scheme().bands().forEach(band -> byStars.putIfAbsent(band.stars(), 0));
            if (rating.outcome() instanceof RatingOutcome.Awarded awarded) {
                byStars.merge(awarded.stars(), 1, Integer::sum);
            } else if (rating.outcome() instanceof RatingOutcome.NotRecognized) {
                refused++;
            } else if (rating.outcome() instanceof RatingOutcome.NotEligible) {
                excluded++;
            } else {
                absent++;
            }
        }
        return new StarDistribution(byStars, refused, excluded, absent);
    }

    /**
     * Returns the number of units with so many stars.
     *
     * @param stars the number of stars
     * @return the number of units
     */
    public int with(int stars) {
        return byStars.getOrDefault(stars, 0);
    }

    /**
     * Returns the number of units with at least so many stars.
     *
     * @param stars the number of stars
     * @return the number of units
     */
    public int atLeast(int stars) {
        return byStars.tailMap(stars).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /**
     * Returns the number of recognised units.
     *
     * @return the number of units with stars
     */
    public int recognized() {
        return byStars.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Returns the number of all units.
     *
     * @return recognised, not recognised, not eligible and not registered units together
     */
    public int units() {
        return recognized() + notRecognized + notEligible + notRegistered;
    }
}
