package vn.sipas.core.rating;

/** Whose points count where points are given. Both scores are kept in any case. */
public enum PointsBasis {
    /** Only the score of the appraisal council (điểm thẩm định). */
    APPRAISED,
    /** The score of the appraisal council, or the self-score (điểm tự chấm) as long as there is none. */
    APPRAISED_ELSE_SELF
}
