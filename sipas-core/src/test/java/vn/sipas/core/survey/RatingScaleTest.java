package vn.sipas.core.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sipas.core.LocalizedText;

class RatingScaleTest {

    private static final LocalizedText LABEL = LocalizedText.of("mức", "level");

    @Test
    void theFavourableSetIsDeclaredNotFourAndAbove() {
        assertEquals(2, RatingScale.likert5().favourableLevels());
        assertEquals(2, RatingScale.likert4().favourableLevels());
        assertTrue(RatingScale.likert4().isFavourable(RatingScale.likert4().positionOf(3)));
        assertFalse(RatingScale.likert5().isFavourable(RatingScale.likert5().positionOf(3)));
    }

    @Test
    void anItemOnWhichYesIsBadListsYesFirst() {
        RatingScale asked = RatingScale.of(
                "asked-to-pay",
                new ScaleLevel(0, "yes", LocalizedText.of("Có", "Yes"), Favour.UNFAVOURABLE),
                new ScaleLevel(1, "no", LocalizedText.of("Không", "No"), Favour.FAVOURABLE));
        assertEquals(1, asked.levelOf("no").orElseThrow().value());
        assertTrue(asked.levelOf("maybe").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("standardScales")
    void rescalingSendsTheEndsToZeroAndHundred(RatingScale scale) {
        assertEquals(0.0, scale.rescaled(scale.minimum()));
        assertEquals(100.0, scale.rescaled(scale.maximum()));
        assertEquals(-1, scale.positionOf(scale.maximum() + 1));
    }

    static Stream<RatingScale> standardScales() {
        return Stream.of(
                RatingScale.likert5(),
                RatingScale.likert4(),
                RatingScale.smiley3(),
                RatingScale.stars5(),
                RatingScale.yesNo());
    }

    @Test
    void refusesScalesThatContradictThemselves() {
        ScaleLevel bad = ScaleLevel.of(1, LABEL, Favour.UNFAVOURABLE);
        ScaleLevel neutral = ScaleLevel.of(2, LABEL, Favour.NEUTRAL);
        ScaleLevel good = ScaleLevel.of(3, LABEL, Favour.FAVOURABLE);
        ScaleLevel sameCode = new ScaleLevel(4, "3", LABEL, Favour.FAVOURABLE);
        ScaleLevel badAgain = ScaleLevel.of(5, LABEL, Favour.UNFAVOURABLE);
        for (List<ScaleLevel> levels : List.of(
                List.<ScaleLevel>of(),
                List.of(good),
                List.of(bad, neutral),
                List.of(good, ScaleLevel.of(4, LABEL, Favour.FAVOURABLE)),
                List.of(neutral, bad, good),
                List.of(bad, bad, good),
                List.of(bad, good, sameCode),
                List.of(bad, good, badAgain))) {
            assertThrows(IllegalArgumentException.class, () -> new RatingScale("scale", levels), levels::toString);
        }
    }
}
