package vn.sipas.core.design;

/**
 * What to do about a stratum from which a single primary sampling unit was drawn, so that its variance cannot be
 * estimated. The names and meanings are those of {@code options(survey.lonely.psu)} of R {@code survey}.
 *
 * <p>A stratum whose whole population was taken adds no variance and is never lonely.
 */
public enum LonelyPsuPolicy {
    /** Refuse the estimate and name the stratum. */
    FAIL,
    /** The stratum adds nothing to the variance; its answers stay in the estimate. */
    REMOVE,
    /** The unit was taken with certainty and adds nothing to the variance. Same number as {@link #REMOVE}. */
    CERTAINTY,
    /** The unit's deviation is taken from the overall value instead of from the mean of its stratum. */
    ADJUST,
    /** The stratum adds the average of what the other strata add. */
    AVERAGE
}
