package vn.sipas.core.rating;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;

/**
 * What separates a unit from a number of stars.
 *
 * @param band the band of that number of stars
 * @param pointsToReach how far the total is from the least total that is needed, at least 0
 * @param gatesToLift the fewest gates that points alone cannot meet and that have to be met as well
 * @param sets the smallest sets of criteria that reach the stars when raised to their maxima and the gates are met; all
 *     have the same size; those with most points available first. Empty if no set reaches the stars; one empty set if no
 *     criterion has to rise
 * @param complete whether {@code sets} holds every smallest set
 * @param quota the quota that took these stars, if that is what is in the way
 */
public record StarPath(
        StarBand band,
        Fraction pointsToReach,
        List<Gate> gatesToLift,
        List<CriteriaSet> sets,
        boolean complete,
        Optional<Quota> quota) {

    /**
     * Criteria to raise together.
     *
     * @param criteria the criteria in the order of the scheme
     * @param available the points still available in them together
     */
    public record CriteriaSet(List<Criterion> criteria, Fraction available) {

        public CriteriaSet {
            criteria = List.copyOf(criteria);
            Objects.requireNonNull(available, "available");
        }

        /**
         * Returns the codes of the criteria.
         *
         * @return the codes in the order of the scheme
         */
        public List<String> codes() {
            return criteria.stream().map(Criterion::code).toList();
        }
    }

    public StarPath {
        Objects.requireNonNull(band, "band");
        Objects.requireNonNull(pointsToReach, "pointsToReach");
        gatesToLift = List.copyOf(gatesToLift);
        sets = List.copyOf(sets);
        Objects.requireNonNull(quota, "quota");
    }

    /**
     * Tells whether points and gates can reach the stars.
     *
     * @return whether there is a set of criteria that does
     */
    public boolean reachable() {
        return !sets.isEmpty();
    }
}
