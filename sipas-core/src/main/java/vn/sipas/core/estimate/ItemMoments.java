package vn.sipas.core.estimate;

/**
 * Whether a tally keeps the products of the answers to different questions, from which the covariance of item statistics
 * follows where respondents are drawn directly. Between primary sampling units no products are needed: the unit totals
 * give every covariance.
 *
 * <p>Kept are Σw²·x·x' over all pairs of the v variables "answered question j" and "score of question j" of k questions,
 * so v(v+1)/2 sums per group and stratum. With one score per question v is 2k: 990 sums for 22 questions; with both it is 3k:
 * 2,211 sums.
 */
public enum ItemMoments {
    /** None; covariances between different questions are refused where respondents are drawn directly. */
    NONE,
    /** The score is 1 on favourable levels: for trees of favourable shares. */
    FAVOURABLE,
    /** The score is the level value: for trees of means and rescaled means. */
    VALUE,
    /** Both scores: for trees that mix favourable shares and means. */
    FAVOURABLE_AND_VALUE
}
