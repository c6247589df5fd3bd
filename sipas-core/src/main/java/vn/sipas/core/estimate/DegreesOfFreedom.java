package vn.sipas.core.estimate;

/** Which primary sampling units and strata are counted for the degrees of freedom, units minus strata. */
public enum DegreesOfFreedom {
    /**
     * Those with at least one valid answer of the domain: {@code degf(subset(design, …))} of R {@code survey}. The
     * default.
     */
    DOMAIN,
    /** All of the sample: {@code degf(design)}. */
    DESIGN
}
