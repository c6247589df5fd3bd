package vn.sipas.core.index;

/** What happens to a change between waves that a series break separates. */
public enum SeriesBreakPolicy {
    /** It is not computed; the step says why. The default everywhere. */
    REFUSE,
    /** It is computed, and carries the reasons for which it must not be read as a change. */
    LABEL
}
