package vn.sipas.core.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;

class RatingPropertyTest {

    private static final RatingCalculator CALCULATOR = RatingCalculator.of(SampleSchemes.bacGiang());
    private static final int[] MAXIMA = {20, 25, 20, 15};

    /** Scores with every criterion at some thousandths of its maximum. */
    private static UnitScores scores(List<Integer> thousandths, boolean disciplined) {
        UnitScores.Builder scores = SampleSchemes.unit("u").amount("disciplined", disciplined ? 1 : 0);
        for (int i = 0; i < 4; i++) {
            scores.points("" + (21 + i), Fraction.of((long) MAXIMA[i] * thousandths.get(i), 1000));
        }
        return scores.surveyed("pks", BigDecimal.valueOf(thousandths.get(4), 1), 2, 60)
                .build();
    }

    @Property
    void starsNeverFallWhenACriterionRises(
            @ForAll @Size(5) List<@IntRange(min = 0, max = 1000) Integer> thousandths,
            @ForAll boolean disciplined,
            @ForAll @IntRange(min = 0, max = 4) int raised,
            @ForAll @IntRange(min = 1, max = 1000) int by) {
        List<Integer> higher = new ArrayList<>(thousandths);
        higher.set(raised, Math.min(1000, thousandths.get(raised) + by));
        StarRating before = CALCULATOR.rate(scores(thousandths, disciplined));
        StarRating after = CALCULATOR.rate(scores(higher, disciplined));
        assertTrue(after.rank() >= before.rank(), () -> before + "\n" + after);
        assertTrue(after.total().orElseThrow().compareTo(before.total().orElseThrow()) >= 0);
    }

    @Property
    void theTotalIsTheExactSumOfWhatTheExplanationShows(
            @ForAll @Size(5) List<@IntRange(min = 0, max = 1000) Integer> thousandths, @ForAll boolean disciplined) {
        StarRating rating = CALCULATOR.rate(scores(thousandths, disciplined));
        RatingCalculatorTest.assertSumsUp(rating.explanation());
        Explanation total = RatingCalculatorTest.child(rating.explanation(), Explanation.Kind.TOTAL);
        assertEquals(rating.total(), total.points());
        // by hand: the sum of thousandths of the maxima
        long sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += (long) MAXIMA[i] * thousandths.get(i);
        }
        assertEquals(Optional.of(Fraction.of(sum + 20L * thousandths.get(4), 1000)), rating.total());
    }

    @Property(tries = 200)
    void everyUnmetGateAndNoOtherIsExplained(
            @ForAll @Size(5) List<@IntRange(min = 0, max = 1000) Integer> thousandths, @ForAll boolean disciplined) {
        StarRating rating = CALCULATOR.rate(scores(thousandths, disciplined));
        List<String> explained = rating.explanation().children().stream()
                .filter(node -> node.kind() == Explanation.Kind.GATE_UNMET)
                .map(Explanation::code)
                .toList();
        assertEquals(rating.unmet(), explained);
        boolean reform = thousandths.get(1) < 600; // 15 of 25
        boolean floor = thousandths.get(4) < 800;
        assertEquals(reform, explained.contains("reform-minimum"));
        assertEquals(floor, explained.contains("floor"));
        assertEquals(disciplined, explained.contains("no-discipline"));
        for (Language language : Language.values()) {
            assertTrue(rating.explanation().table(language).lines().count() >= 20);
        }
    }

    @Property(tries = 60)
    void searchingTheDrawsCountsWhatRatingEachOfThemCounts(
            @ForAll @Size(5) List<@IntRange(min = 500, max = 1000) Integer> thousandths, @ForAll boolean disciplined) {
        StarRating rating = CALCULATOR.rate(scores(thousandths, disciplined));
        assertTrue(RisingStars.with(rating.scheme(), "pks"));
        assertEquals(
                StarUncertainty.drawByDraw(rating, 300, 7),
                StarUncertainty.of(rating, 300, 7).probabilities());
    }
}
