package vn.sipas.core.index;

import java.util.Objects;

/**
 * How groups are ranked.
 *
 * @param minimumBase the fewest answers to every counted item with which a group is ranked, at least 1; published
 *     department tables leave out units that are not eligible
 * @param ties what counts as equal
 * @param covariance how groups depend on each other
 */
public record RankingOptions(long minimumBase, Ties ties, Covariance covariance) {

    /** What counts as equal. */
    public enum Ties {
        /** Equal published scores share a rank, so that nobody sees two ranks for one figure. */
        ROUNDED,
        /** Only exactly equal scores share a rank. */
        EXACT
    }

    /** How groups depend on each other. */
    public enum Covariance {
        /** Groups are sampled on their own; their covariance is taken as 0. */
        INDEPENDENT,
        /** The covariance of each pair is estimated from the design, for groups that share primary sampling units. */
        FROM_DESIGN
    }

    public RankingOptions {
        Objects.requireNonNull(ties, "ties");
        Objects.requireNonNull(covariance, "covariance");
        if (minimumBase < 1) {
            throw new IllegalArgumentException("minimumBase must be at least 1, was " + minimumBase);
        }
    }

    /**
     * Returns the defaults: any base, equal published scores share a rank, groups are independent.
     *
     * @return the options
     */
    public static RankingOptions defaults() {
        return new RankingOptions(1, Ties.ROUNDED, Covariance.INDEPENDENT);
    }

    /**
     * Returns these options with another smallest base.
     *
     * @param base the fewest answers, at least 1
     * @return the options
     */
    public RankingOptions withMinimumBase(long base) {
        return new RankingOptions(base, ties, covariance);
    }

    /**
     * Returns these options with another rule for ties.
     *
     * @param rule what counts as equal
     * @return the options
     */
    public RankingOptions withTies(Ties rule) {
        return new RankingOptions(minimumBase, rule, covariance);
    }

    /**
     * Returns these options with another assumption about the dependence of groups.
     *
     * @param assumption how groups depend on each other
     * @return the options
     */
    public RankingOptions withCovariance(Covariance assumption) {
        return new RankingOptions(minimumBase, ties, assumption);
    }
}
