package vn.sipas.core.unit;

/** What happens to the figures of a unit that was split over several new ones. */
public enum SplitPolicy {
    /** They are not carried: nobody knows which answers belong to which part. The default. */
    REFUSE,
    /**
     * They go whole to the successor with the largest stated share; refused if no shares are stated or two tie. The other
     * successors stay incomplete.
     */
    LARGEST_SUCCESSOR,
    /** They are divided by the stated shares, which must sum to one. */
    BY_SHARE
}
