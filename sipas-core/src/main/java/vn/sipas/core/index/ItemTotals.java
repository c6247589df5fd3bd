package vn.sipas.core.index;

import java.math.BigDecimal;
import vn.sipas.core.Fraction;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.estimate.Statistic;
import vn.sipas.core.survey.RatingScale;

/**
 * The answers of a group to one item, as far as an index needs them.
 *
 * @param base the number of valid answers
 * @param total the sum of their weights; zero without an answer
 * @param favourableShare the weighted share of favourable answers, in [0, 1]
 * @param rescaledMean the weighted mean of the levels rescaled to [0, 1]
 */
record ItemTotals(long base, Fraction total, Fraction favourableShare, Fraction rescaledMean) {

    private static final ItemTotals NONE = new ItemTotals(0, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

    /** Takes counts as they are, and weighted sums as the doubles nearest to them. */
    static ItemTotals of(RatingDistribution distribution) {
        long base = distribution.base();
        if (base == 0) {
            return NONE;
        }
        RatingScale scale = distribution.scale();
        if (distribution.isWeighted()) {
            return new ItemTotals(
                    base,
                    ofDouble(distribution.weight()),
                    share(distribution.value(Statistic.FAVOURABLE_SHARE).orElseThrow()),
                    share(distribution.value(Statistic.RESCALED_MEAN).orElseThrow() / 100.0));
        }
        long distance = 0;
        for (int i = 0; i < scale.levels().size(); i++) {
            distance = Math.addExact(
                    distance,
                    Math.multiplyExact(
                            distribution.count(i), (long) scale.levels().get(i).value() - scale.minimum()));
        }
        long width = (long) scale.maximum() - scale.minimum();
        return new ItemTotals(
                base,
                Fraction.of(base, 1),
                Fraction.of(distribution.favourable(), base),
                Fraction.of(distance, Math.multiplyExact(width, base)));
    }

    /** Returns the value of the item in points of 100. */
    Fraction score(ItemStatistic statistic, Direction direction) {
        Fraction share = statistic == ItemStatistic.FAVOURABLE_SHARE ? favourableShare : rescaledMean;
        Fraction score = share.times(IndexScore.HUNDRED);
        return direction == Direction.HIGHER_IS_BETTER ? score : IndexScore.HUNDRED.minus(score);
    }

    static Fraction ofDouble(double value) {
        return Fraction.of(new BigDecimal(value));
    }

    private static Fraction share(double value) {
        return ofDouble(Math.min(1.0, Math.max(0.0, value)));
    }
}
