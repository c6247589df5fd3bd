package vn.sipas.core.estimate;

import java.util.Locale;
import java.util.Objects;
import vn.sipas.core.survey.RatingScale;

/**
 * What is estimated from the answers to one question.
 *
 * <p>Every statistic is {@code Σ w·a(level)} over the valid answers, divided by {@code Σ w} unless it is a total.
 * Answers that are not asked, blank, "don't know" or refused are not valid and enter neither sum.
 *
 * @param kind the kind
 * @param level the position of the level in the scale, for {@link Kind#LEVEL_SHARE} and {@link Kind#LEVEL_TOTAL};
 *     otherwise 0
 */
public record Statistic(Kind kind, int level) {

    /** The kind of a statistic. */
    public enum Kind {
        /** The share of favourable answers, {@code a = 1} on the favourable levels; in the closed interval [0, 1]. */
        FAVOURABLE_SHARE,
        /** The share of one level; in the closed interval [0, 1]. */
        LEVEL_SHARE,
        /** The mean of the level values; in the units of the scale. */
        MEAN,
        /** The mean of the level values rescaled to [0, 100], {@code (y − min)/(max − min)·100}. */
        RESCALED_MEAN,
        /** The number of members of the population with a favourable answer. */
        FAVOURABLE_TOTAL,
        /** The number of members of the population at one level. */
        LEVEL_TOTAL,
        /** The sum of the level values over the population. */
        VALUE_TOTAL,
        /** The number of members of the population with a valid answer. */
        ANSWER_TOTAL
    }

    /** The share of favourable answers. */
    public static final Statistic FAVOURABLE_SHARE = new Statistic(Kind.FAVOURABLE_SHARE, 0);

    /** The mean of the level values. */
    public static final Statistic MEAN = new Statistic(Kind.MEAN, 0);

    /** The mean rescaled to [0, 100]. */
    public static final Statistic RESCALED_MEAN = new Statistic(Kind.RESCALED_MEAN, 0);

    /** The number of members of the population with a favourable answer. */
    public static final Statistic FAVOURABLE_TOTAL = new Statistic(Kind.FAVOURABLE_TOTAL, 0);

    /** The sum of the level values over the population. */
    public static final Statistic VALUE_TOTAL = new Statistic(Kind.VALUE_TOTAL, 0);

    /** The number of members of the population with a valid answer. */
    public static final Statistic ANSWER_TOTAL = new Statistic(Kind.ANSWER_TOTAL, 0);

    public Statistic {
        Objects.requireNonNull(kind, "kind");
        boolean hasLevel = kind == Kind.LEVEL_SHARE || kind == Kind.LEVEL_TOTAL;
        if (level < 0 || level >= RatingScale.MAX_LEVELS || (level != 0 && !hasLevel)) {
            throw new IllegalArgumentException(
                    "level must be a position in a scale, and 0 for a statistic of all levels, was " + level);
        }
    }

    /**
     * Returns the share of one level.
     *
     * @param position the position of the level in the scale, from 0
     * @return the statistic
     */
    public static Statistic levelShare(int position) {
        return new Statistic(Kind.LEVEL_SHARE, position);
    }

    /**
     * Returns the number of members of the population at one level.
     *
     * @param position the position of the level in the scale, from 0
     * @return the statistic
     */
    public static Statistic levelTotal(int position) {
        return new Statistic(Kind.LEVEL_TOTAL, position);
    }

    /**
     * Tells whether it is a sum over the population and not divided by the number of answers.
     *
     * @return whether it is a total
     */
    public boolean isTotal() {
        return switch (kind) {
            case FAVOURABLE_SHARE, LEVEL_SHARE, MEAN, RESCALED_MEAN -> false;
            case FAVOURABLE_TOTAL, LEVEL_TOTAL, VALUE_TOTAL, ANSWER_TOTAL -> true;
        };
    }

    /**
     * Tells whether it lies in [0, 1] and is given an interval for proportions.
     *
     * @return whether it is a share
     */
    public boolean isShare() {
        return kind == Kind.FAVOURABLE_SHARE || kind == Kind.LEVEL_SHARE;
    }

    /**
     * Returns what an answer adds to the numerator.
     *
     * @param scale the scale of the question
     * @param position the position of the answer in the scale
     * @return the score a(level)
     */
    public double score(RatingScale scale, int position) {
        return switch (kind) {
            case FAVOURABLE_SHARE, FAVOURABLE_TOTAL -> scale.isFavourable(position) ? 1.0 : 0.0;
            case LEVEL_SHARE, LEVEL_TOTAL -> position == level ? 1.0 : 0.0;
            case MEAN, VALUE_TOTAL -> scale.levels().get(position).value();
            case RESCALED_MEAN -> scale.rescaled(scale.levels().get(position).value());
            case ANSWER_TOTAL -> 1.0;
        };
    }

    double[] scores(RatingScale scale) {
        if (level >= scale.levels().size()) {
            throw new IllegalArgumentException("level must be a position in scale \"" + scale.id() + "\" of "
                    + scale.levels().size() + " levels, was " + level);
        }
        double[] scores = new double[scale.levels().size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(scale, i);
        }
        return scores;
    }

    /**
     * Returns the name used in tables: {@code favourable_share}, {@code mean}, {@code level_share[4]} …
     *
     * @return the name
     */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.LEVEL_SHARE || kind == Kind.LEVEL_TOTAL ? name + "[" + level + "]" : name;
    }
}
