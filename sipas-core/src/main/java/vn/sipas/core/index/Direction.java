package vn.sipas.core.index;

/**
 * Which end of an item is the good one.
 *
 * <p>A rating scale already lists its levels from the least to the most favourable, so nearly every item is
 * {@link #HIGHER_IS_BETTER}, including "were you asked to pay extra?" with "no" as its favourable level.
 */
public enum Direction {
    /** The item counts as it is. */
    HIGHER_IS_BETTER("higher-is-better"),
    /** The item counts as 100 minus its value, for a scale shared with another use that lists the bad end last. */
    LOWER_IS_BETTER("lower-is-better");

    private final String id;

    Direction(String id) {
        this.id = id;
    }

    /**
     * Returns the name in files.
     *
     * @return lower-case words joined by hyphens
     */
    public String id() {
        return id;
    }
}
