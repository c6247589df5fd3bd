package vn.sipas.core.survey;

/** How a level of a rating scale counts when satisfied answers are counted. */
public enum Favour {
    /** Counts as satisfied (hài lòng trở lên). */
    FAVOURABLE,
    /** Neither satisfied nor dissatisfied (bình thường). */
    NEUTRAL,
    /** Counts as dissatisfied (không hài lòng). */
    UNFAVOURABLE
}
