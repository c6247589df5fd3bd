package vn.sipas.core.estimate;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.sipas.core.Proportion;
import vn.sipas.core.survey.RatingScale;

/**
 * How the answers to one rating question are spread over its levels, and how many were missing and why.
 *
 * <p>Counts are exact; with weights there are besides, per level, Σw and Σw² in sums of twice the precision of a double.
 * Immutable and safe for use by any number of threads. Two distributions of parts combine into that of the whole, in any
 * order.
 */
public final class RatingDistribution {

    /** Numbers per level in {@link #sums}: Σw and Σw², each a head and a tail. */
    static final int STRIDE = 4;

    private final RatingScale scale;
    private final boolean weighted;
    private final long[] counts;
    private final long[] missing;
    private final double[] sums;

    /** Takes the arrays over; {@code sums} is filled from the counts if not weighted. */
    RatingDistribution(RatingScale scale, boolean weighted, long[] counts, long[] missing, double[] sums) {
        this.scale = scale;
        this.weighted = weighted;
        this.counts = counts;
        this.missing = missing;
        this.sums = sums;
        if (!weighted) {
            for (int i = 0; i < counts.length; i++) {
                sums[STRIDE * i] = counts[i];
                sums[STRIDE * i + 1] = 0.0;
                sums[STRIDE * i + 2] = counts[i];
                sums[STRIDE * i + 3] = 0.0;
            }
        }
    }

    /**
     * Starts counting.
     *
     * @param scale the scale of the question
     * @return an empty accumulator
     */
    public static Accumulator accumulator(RatingScale scale) {
        return new Accumulator(scale);
    }

    /**
     * Makes a distribution of answers of equal weight from counts.
     *
     * @param scale the scale of the question
     * @param counts the number of answers per level in the order of the scale, each at least 0
     * @return the distribution, with nothing missing
     */
    public static RatingDistribution ofCounts(RatingScale scale, long... counts) {
        if (counts.length != scale.levels().size()) {
            throw new IllegalArgumentException(
                    "counts must number " + scale.levels().size() + ", were " + counts.length);
        }
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("counts must be at least 0, was " + count);
            }
        }
        return new RatingDistribution(
                scale, false, counts.clone(), new long[MissingAnswer.KINDS], new double[STRIDE * counts.length]);
    }

    /**
     * Returns the scale of the question.
     *
     * @return the scale
     */
    public RatingScale scale() {
        return scale;
    }

    /**
     * Tells whether the answers carry weights.
     *
     * @return whether a weight other than 1 may have been given
     */
    public boolean isWeighted() {
        return weighted;
    }

    /**
     * Returns the number of answers at a level.
     *
     * @param position the position of the level in the scale
     * @return the count
     */
    public long count(int position) {
        return counts[position];
    }

    /**
     * Returns the number of answers missing for a reason.
     *
     * @param reason the reason
     * @return the count
     */
    public long missing(MissingAnswer reason) {
        return missing[reason.index()];
    }

    /**
     * Returns the number of valid answers: the unweighted base.
     *
     * @return the sum of the counts
     */
    public long base() {
        return Arrays.stream(counts).sum();
    }

    /**
     * Returns the number of rows, with and without a valid answer.
     *
     * @return base and missing together
     */
    public long rows() {
        return base() + Arrays.stream(missing).sum();
    }

    /**
     * Returns the number of favourable answers.
     *
     * @return the count over the favourable levels
     */
    public long favourable() {
        long favourable = 0;
        for (int i = 0; i < counts.length; i++) {
            favourable += scale.isFavourable(i) ? counts[i] : 0;
        }
        return favourable;
    }

    /**
     * Returns the weight of a level.
     *
     * @param position the position of the level in the scale
     * @return Σw, the count if the answers carry no weights
     */
    public double weight(int position) {
        return sums[STRIDE * position] + sums[STRIDE * position + 1];
    }

    /**
     * Returns the weight of all valid answers.
     *
     * @return Σw
     */
    public double weight() {
        double[] total = total(0);
        return total[0] + total[1];
    }

    /**
     * Returns the effective number of answers that unequal weights leave: (Σw)²/Σw² (Kish 1965), at most the base.
     *
     * @return the effective base, 0 without answers
     */
    public double effectiveBase() {
        double weight = weight();
        double[] squares = total(2);
        return weight == 0.0 ? 0.0 : Math.min((double) base(), weight * weight / (squares[0] + squares[1]));
    }

    /**
     * Returns the share of favourable answers.
     *
     * @return Σw over the favourable levels ÷ Σw, empty without answers
     */
    public Optional<Proportion> favourableShare() {
        OptionalDouble share = value(Statistic.FAVOURABLE_SHARE);
        return share.isPresent() ? Optional.of(Proportion.of(share.getAsDouble())) : Optional.empty();
    }

    /**
     * Returns the share of a level.
     *
     * @param position the position of the level in the scale
     * @return Σw of the level ÷ Σw, empty without answers
     */
    public Optional<Proportion> levelShare(int position) {
        OptionalDouble share = value(Statistic.levelShare(position));
        return share.isPresent() ? Optional.of(Proportion.of(share.getAsDouble())) : Optional.empty();
    }

    /**
     * Returns the mean of the level values.
     *
     * @return Σw·y ÷ Σw in the units of the scale, empty without answers
     */
    public OptionalDouble mean() {
        return value(Statistic.MEAN);
    }

    /**
     * Returns the mean rescaled to the closed interval [0, 100].
     *
     * @return (mean − min)/(max − min)·100, empty without answers
     */
    public OptionalDouble rescaledMean() {
        return value(Statistic.RESCALED_MEAN);
    }

    /**
     * Returns the value of a statistic.
     *
     * @param statistic the statistic
     * @return the value; empty without answers unless it is a total
     */
    public OptionalDouble value(Statistic statistic) {
        double[] scores = statistic.scores(scale);
        if (statistic.isTotal()) {
            double[] total = scored(scores);
            return OptionalDouble.of(total[0] + total[1]);
        }
        return base() == 0 ? OptionalDouble.empty() : OptionalDouble.of(ratio(scores));
    }

    /**
     * Returns the interval of the favourable share as that of a simple random sample, without a design: the binomial one
     * on the number of answers, or on the effective base where weights differ.
     *
     * @param method the method
     * @param level the level of confidence, in the open interval (0, 1)
     * @return the interval, empty without answers
     */
    public Optional<Interval> favourableInterval(ProportionInterval method, double level) {
        long base = base();
        if (base == 0) {
            return Optional.empty();
        }
        long part = favourable();
        if (!weighted) {
            return Optional.of(method.binomial(part, base, level));
        }
        double share = part == 0 ? 0.0 : part == base ? 1.0 : ratio(Statistic.FAVOURABLE_SHARE.scores(scale));
        double effective = effectiveBase();
        double infinite = Double.POSITIVE_INFINITY;
        return Optional.of(
                part == 0 || part == base
                        ? method.unanimous(share, effective, base, infinite, level)
                        : method.of(share, Math.sqrt(share * (1.0 - share) / effective), base, infinite, level));
    }

    /**
     * Combines the distributions of two parts.
     *
     * @param other the distribution of the other part, on the same scale
     * @return the distribution of both
     */
    public RatingDistribution combine(RatingDistribution other) {
        return accumulator(scale).combine(this).combine(other).result();
    }

    /** Returns Σ w·score(level) as head and tail. */
    double[] scored(double[] scores) {
        double[] total = new double[2];
        for (int i = 0; i < counts.length; i++) {
            if (scores[i] != 0.0) {
                ExactSum.addScaledPair(total, 0, sums, STRIDE * i, scores[i]);
            }
        }
        return total;
    }

    /** Returns Σ w·score ÷ Σ w, exactly the common score where all answers have the same. */
    double ratio(double[] scores) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                least = Math.min(least, scores[i]);
                greatest = Math.max(greatest, scores[i]);
            }
        }
        if (least == greatest) {
            return least;
        }
        double[] total = scored(scores);
        return Math.min(greatest, Math.max(least, (total[0] + total[1]) / weight()));
    }

    /** Tells whether all answers have the same score. */
    boolean isUnanimous(double[] scores) {
        double first = Double.NaN;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                if (!Double.isNaN(first) && scores[i] != first) {
                    return false;
                }
                first = scores[i];
            }
        }
        return true;
    }

    /** Returns Σ w·(score − centre)² ÷ Σ w. */
    double spread(double[] scores, double centre) {
        double sum = 0.0;
        for (int i = 0; i < counts.length; i++) {
            double deviation = scores[i] - centre;
            sum += weight(i) * deviation * deviation;
        }
        return sum / weight();
    }

    private double[] total(int at) {
        double[] total = new double[2];
        for (int i = 0; i < counts.length; i++) {
            ExactSum.addPair(total, 0, sums, STRIDE * i + at);
        }
        return total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RatingDistribution that
                && scale.equals(that.scale)
                && weighted == that.weighted
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(missing, that.missing)
                && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scale, Arrays.hashCode(counts), Arrays.hashCode(missing));
    }

    /**
     * Returns the counts by level code.
     *
     * @return such as {@code likert5 1:0 2:1 3:4 4:30 5:24, missing 2}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(scale.id());
        for (int i = 0; i < counts.length; i++) {
            text.append(' ').append(scale.levels().get(i).code()).append(':').append(counts[i]);
        }
        return text.append(", missing ").append(rows() - base()).toString();
    }

    /**
     * Counts answers to one question. Not safe for use by several threads: give each its own and combine the results.
     */
    public static final class Accumulator {

        private final RatingScale scale;
        private final long[] counts;
        private final long[] missing = new long[MissingAnswer.KINDS];
        private final double[] sums;
        private boolean weighted;

        private Accumulator(RatingScale scale) {
            this.scale = scale;
            this.counts = new long[scale.levels().size()];
            this.sums = new double[STRIDE * counts.length];
        }

        /**
         * Counts an answer of weight 1.
         *
         * @param answer the position of the level in the scale, or the code of a {@link MissingAnswer}
         * @return this accumulator
         */
        public Accumulator accept(int answer) {
            return accept(answer, 1.0);
        }

        /**
         * Counts an answer with a weight.
         *
         * @param answer the position of the level in the scale, or the code of a {@link MissingAnswer}
         * @param weight the weight, in the open interval (0, ∞)
         * @return this accumulator
         */
        public Accumulator accept(int answer, double weight) {
            if (answer < -MissingAnswer.KINDS || answer >= counts.length) {
                throw new IllegalArgumentException("answer must be a position in scale \"" + scale.id()
                        + "\" or the code of a missing answer, was " + answer);
            }
            if (!(weight > 0.0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weight must be positive and finite, was " + weight);
            }
            weighted |= weight != 1.0;
            if (answer < 0) {
                missing[-1 - answer]++;
            } else {
                counts[answer]++;
                ExactSum.add(sums, STRIDE * answer, weight);
                ExactSum.addProduct(sums, STRIDE * answer + 2, weight, weight);
            }
            return this;
        }

        /**
         * Counts a missing answer.
         *
         * @param reason the reason
         * @return this accumulator
         */
        public Accumulator accept(MissingAnswer reason) {
            missing[reason.index()]++;
            return this;
        }

        /**
         * Adds what another accumulator or an earlier result has counted.
         *
         * @param other the distribution, on the same scale
         * @return this accumulator
         */
        public Accumulator combine(RatingDistribution other) {
            if (!scale.equals(other.scale)) {
                throw new IllegalArgumentException(
                        "other must be on scale \"" + scale.id() + "\", was on \"" + other.scale.id() + "\"");
            }
            weighted |= other.weighted;
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
                ExactSum.addPair(sums, STRIDE * i, other.sums, STRIDE * i);
                ExactSum.addPair(sums, STRIDE * i + 2, other.sums, STRIDE * i + 2);
            }
            for (int i = 0; i < missing.length; i++) {
                missing[i] += other.missing[i];
            }
            return this;
        }

        /**
         * Adds what another accumulator has counted.
         *
         * @param other the other accumulator, on the same scale; unchanged
         * @return this accumulator
         */
        public Accumulator combine(Accumulator other) {
            return combine(other.result());
        }

        /**
         * Returns what has been counted so far.
         *
         * @return the distribution
         */
        public RatingDistribution result() {
            return new RatingDistribution(scale, weighted, counts.clone(), missing.clone(), sums.clone());
        }
    }
}
