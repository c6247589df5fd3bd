package vn.sipas.core.rating;

/** What a criterion without a score means. */
public enum MissingPoints {
    /** The unit is not rated: its file is incomplete. */
    EXCLUDE,
    /** The criterion counts 0 points, and the explanation says why. */
    ZERO
}
