package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vn.sipas.core.survey.RatingScale;

/** Counts and weighted sums of one question, against sums made by hand. */
class RatingDistributionTest {

    private static final RatingScale SCALE = RatingScale.likert5();

    /** Levels 1, 4, 5, 5 with weights 2, 1, 0.5, 0.5; one blank, two refusals. */
    private static RatingDistribution.Accumulator weighted() {
        return RatingDistribution.accumulator(SCALE)
                .accept(0, 2.0)
                .accept(3)
                .accept(4, 0.5)
                .accept(4, 0.5)
                .accept(MissingAnswer.BLANK)
                .accept(MissingAnswer.REFUSED.code())
                .accept(MissingAnswer.REFUSED);
    }

    @Test
    void countsAreExact() {
        RatingDistribution distribution = weighted().result();
        assertEquals(SCALE, distribution.scale());
        assertTrue(distribution.isWeighted());
        assertEquals(4, distribution.base());
        assertEquals(7, distribution.rows());
        assertEquals(3, distribution.favourable());
        assertEquals(2, distribution.count(4));
        assertEquals(0, distribution.count(1));
        assertEquals(1, distribution.missing(MissingAnswer.BLANK));
        assertEquals(2, distribution.missing(MissingAnswer.REFUSED));
        assertEquals(0, distribution.missing(MissingAnswer.DONT_KNOW));
        assertEquals("likert5 1:1 2:0 3:0 4:1 5:2, missing 3", distribution.toString());
    }

    @Test
    void weightedStatisticsFollowTheWeights() {
        RatingDistribution distribution = weighted().result();
        assertEquals(4.0, distribution.weight());
        assertEquals(2.0, distribution.weight(0));
        assertEquals(1.0, distribution.weight(4));
        // (Σw)²/Σw² = 16/5.5
        assertEquals(16.0 / 5.5, distribution.effectiveBase(), 1e-15);
        assertEquals(0.5, distribution.favourableShare().orElseThrow().value());
        assertEquals(0.25, distribution.levelShare(4).orElseThrow().value());
        // (2·1 + 4 + 5)/4
        assertEquals(2.75, distribution.mean().orElseThrow());
        assertEquals(43.75, distribution.rescaledMean().orElseThrow());
        assertEquals(2.0, distribution.value(Statistic.FAVOURABLE_TOTAL).orElseThrow());
        assertEquals(11.0, distribution.value(Statistic.VALUE_TOTAL).orElseThrow());
        assertEquals(4.0, distribution.value(Statistic.ANSWER_TOTAL).orElseThrow());
    }

    @Test
    void withoutAnswersThereIsNothingButTotalsOfZero() {
        RatingDistribution none = RatingDistribution.accumulator(SCALE)
                .accept(MissingAnswer.DONT_KNOW)
                .result();
        assertEquals(Optional.empty(), none.favourableShare());
        assertEquals(Optional.empty(), none.levelShare(0));
        assertEquals(OptionalDouble.empty(), none.mean());
        assertEquals(OptionalDouble.empty(), none.rescaledMean());
        assertEquals(OptionalDouble.of(0.0), none.value(Statistic.ANSWER_TOTAL));
        assertEquals(0.0, none.effectiveBase());
        assertEquals(Optional.empty(), none.favourableInterval(ProportionInterval.WILSON, 0.95));
    }

    @Test
    void theIntervalIsBinomialOnTheEffectiveBase() {
        RatingDistribution plain = RatingDistribution.ofCounts(SCALE, 1, 0, 1, 8, 10);
        assertFalse(plain.isWeighted());
        assertEquals(
                ProportionInterval.BETA.binomial(18, 20, 0.9),
                plain.favourableInterval(ProportionInterval.BETA, 0.9).orElseThrow());
        RatingDistribution unequal = weighted().result();
        double effective = 16.0 / 5.5;
        Interval expected =
                ProportionInterval.WILSON.of(0.5, Math.sqrt(0.25 / effective), 4, Double.POSITIVE_INFINITY, 0.95);
        assertEquals(
                expected,
                unequal.favourableInterval(ProportionInterval.WILSON, 0.95).orElseThrow());
        RatingDistribution content = RatingDistribution.accumulator(SCALE)
                .accept(4, 2.0)
                .accept(3, 1.0)
                .result();
        assertEquals(
                ProportionInterval.WILSON.unanimous(1.0, 9.0 / 5.0, 2, Double.POSITIVE_INFINITY, 0.95),
                content.favourableInterval(ProportionInterval.WILSON, 0.95).orElseThrow());
        RatingDistribution angry = RatingDistribution.accumulator(SCALE)
                .accept(0, 2.0)
                .accept(1, 1.0)
                .result();
        assertEquals(
                ProportionInterval.WILSON.unanimous(0.0, 9.0 / 5.0, 2, Double.POSITIVE_INFINITY, 0.95),
                angry.favourableInterval(ProportionInterval.WILSON, 0.95).orElseThrow());
    }

    @Test
    void partsCombineIntoTheWhole() {
        RatingDistribution one = weighted().result();
        RatingDistribution two = RatingDistribution.ofCounts(SCALE, 0, 1, 0, 2, 0);
        RatingDistribution both = one.combine(two);
        assertEquals(7, both.base());
        assertEquals(3, both.count(3));
        assertEquals(7.0, both.weight());
        assertEquals(49.0 / 8.5, both.effectiveBase(), 1e-12);
        assertEquals(both, two.combine(one));
        assertEquals(both, weighted().combine(two).result());
        assertEquals(
                both,
                RatingDistribution.accumulator(SCALE)
                        .combine(two)
                        .combine(weighted())
                        .result());
        assertEquals(one, weighted().result());
        assertTrue(both.isWeighted());
        RatingDistribution other = RatingDistribution.ofCounts(RatingScale.yesNo(), 1, 1);
        assertThrows(IllegalArgumentException.class, () -> one.combine(other));
    }

    @Test
    void equalityCoversScaleCountsMissingAndWeights() {
        RatingDistribution base = weighted().result();
        assertEquals(base.hashCode(), weighted().result().hashCode());
        assertNotEquals(base, weighted().accept(4).result());
        assertNotEquals(base, weighted().accept(MissingAnswer.BLANK).result());
        assertNotEquals(
                RatingDistribution.accumulator(SCALE).accept(4, 2.0).result(),
                RatingDistribution.accumulator(SCALE).accept(4, 3.0).result());
        assertNotEquals(
                RatingDistribution.ofCounts(RatingScale.stars5(), 0, 0, 0, 0, 1),
                RatingDistribution.ofCounts(SCALE, 0, 0, 0, 0, 1));
        assertNotEquals(base, "likert5");
    }

    @Test
    void whatDoesNotBelongIsRefused() {
        RatingDistribution.Accumulator accumulator = RatingDistribution.accumulator(SCALE);
        assertThrows(IllegalArgumentException.class, () -> accumulator.accept(5));
        assertThrows(IllegalArgumentException.class, () -> accumulator.accept(-5));
        assertThrows(IllegalArgumentException.class, () -> accumulator.accept(0, 0.0));
        assertThrows(IllegalArgumentException.class, () -> accumulator.accept(0, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> accumulator.accept(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> RatingDistribution.ofCounts(SCALE, 1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> RatingDistribution.ofCounts(SCALE, 1, 2, 3, 4, -1));
        assertEquals(0, accumulator.result().rows());
        assertEquals(1, accumulator.accept(-4).result().missing(MissingAnswer.REFUSED));
    }
}
