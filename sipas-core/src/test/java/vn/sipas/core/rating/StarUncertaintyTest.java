package vn.sipas.core.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.sipas.core.rating.SampleSchemes.commune;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.Proportion;
import vn.sipas.core.unit.UnitCode;

class StarUncertaintyTest {

    private static final RatingCalculator CALCULATOR = RatingCalculator.of(SampleSchemes.bacGiang());

    /** Stratified draws place a cut-off to within one draw of 2,000 on either side. */
    private static final double ONE_DRAW = 0.001;

    private static StarRating rating(String others, String pks, double standardError) {
        return CALCULATOR.rate(commune("u", others, "25", "20", "15", pks)
                .surveyed("pks", new BigDecimal(pks), standardError, 60)
                .build());
    }

    @Test
    void probabilitiesFollowTheNormalDistribution() {
        // total = 74 + 0.2 * pks; 90 at pks = 80, which is also the floor of the gate; estimate 82, se 4
        // P(pks >= 80) = Phi(0.5) = 0.6914624612740131 (scipy 1.11 norm.cdf(0.5))
        StarUncertainty uncertainty = StarUncertainty.of(rating("14", "82", 4));
        assertEquals(0.6914624612740131, uncertainty.probability(4).value(), ONE_DRAW);
        assertEquals(1 - 0.6914624612740131, uncertainty.probability(3).value(), ONE_DRAW);
        assertEquals(0.8, uncertainty.standardError(), 1e-9); // 0.2 * 4
        assertEquals(0.5, uncertainty.marginAboveCutOff().orElseThrow(), 1e-9); // (90.4 - 90) / 0.8
        assertTrue(uncertainty.marginBelowNextCutOff().isEmpty());
        assertEquals(List.of(new StarUncertainty.Hanging("pks", 3, 4)), uncertainty.hangs());
        assertTrue(uncertainty.warning().orElseThrow().en().contains("less than one standard error"));
        assertTrue(uncertainty.table(Language.VI).contains("Xác suất"));
        assertTrue(uncertainty.toHtml(Language.EN).contains("pks"));
    }

    @Test
    void threeStandardErrorsAreNoHanging() {
        StarUncertainty uncertainty = StarUncertainty.of(rating("14", "92", 4));
        // Phi(3) = 0.9986501019683699 (scipy 1.11 norm.cdf(3))
        assertEquals(0.9986501019683699, uncertainty.probability(4).value(), ONE_DRAW);
        assertEquals(List.of(), uncertainty.hangs());
        assertEquals(Optional.empty(), uncertainty.warning());
    }

    @Test
    void withoutSamplingErrorTheStarsAreCertain() {
        StarUncertainty uncertainty = StarUncertainty.of(rating("14", "80", 0));
        assertEquals(Map.of(4, Proportion.of(1)), uncertainty.probabilities());
        assertEquals(Optional.empty(), uncertainty.warning());
    }

    @Test
    void replicatesSpeakForThemselves() {
        StarRating rating = rating("14", "82", 4);
        List<Map<String, BigDecimal>> replicates = List.of(
                Map.of("pks", new BigDecimal("76")),
                Map.of("pks", new BigDecimal("80")),
                Map.of("pks", new BigDecimal("84")),
                Map.of("pks", new BigDecimal("88")));
        StarUncertainty uncertainty = StarUncertainty.ofReplicates(rating, replicates);
        assertEquals(0.75, uncertainty.probability(4).value());
        // totals 89.2, 90, 90.8, 91.6: sd = 0.8 * sqrt(5/3)
        assertEquals(0.8 * Math.sqrt(5.0 / 3), uncertainty.standardError(), 1e-9);
        assertThrows(
                IllegalArgumentException.class,
                () -> StarUncertainty.ofReplicates(rating, List.of(Map.of("z", BigDecimal.ONE), Map.of())));
        assertThrows(IllegalArgumentException.class, () -> StarUncertainty.ofReplicates(rating, List.of()));
    }

    @Test
    void equalSeedsGiveEqualResults() {
        StarRating rating = rating("10", "85", 6);
        assertEquals(
                StarUncertainty.of(rating, 500, 7).probabilities(),
                StarUncertainty.of(rating, 500, 7).probabilities());
    }

    @Test
    void onlySchemesWhoseStarsCannotFallAreSearched() {
        assertTrue(RisingStars.with(SampleSchemes.bacGiang(), "pks"));
        RatingScheme.Builder base = RatingScheme.builder(
                        MethodVersion.of("falling", "1"), LocalizedText.same("falling"), Fraction.of(100, 1))
                .fact(FactDefinition.satisfaction("pks", LocalizedText.same("pks"), Fraction.of(100, 1)))
                .band(new StarBand(
                        1,
                        LocalizedText.same("1"),
                        Optional.of(Fraction.of(50, 1)),
                        Optional.empty(),
                        Provenance.assumption()));
        RatingScheme falling = base.criterion(new Criterion(
                        "c",
                        LocalizedText.same("c"),
                        Fraction.of(100, 1),
                        new ScoringRule.SatisfactionPoints(
                                "pks", new PointsMapping.Linear(Fraction.of(100, 1), Fraction.of(0, 1))),
                        Provenance.assumption()))
                .build();
        assertFalse(RisingStars.with(falling, "pks"));
        assertTrue(RisingStars.with(falling, "another"));
        // the points fall from 100 to 0 while the fact rises; 50 of them are needed: P(pks <= 50) at 50 is a half
        StarRating rating = RatingCalculator.of(falling)
                .rate(UnitScores.builder(UnitCode.of("u"))
                        .surveyed("pks", new BigDecimal("50"), 4, 60)
                        .build());
        assertEquals(0.5, StarUncertainty.of(rating).probability(1).value(), ONE_DRAW);
    }

    @Test
    void findingsAreCutAtFourDecimalsAndTheValuesStayWhole() {
        StarRating rating = CALCULATOR.rate(
                commune("u", "14", "25", "20", "15", "79.99996123456789").build());
        GateResult floor = rating.gates().stream()
                .filter(gate -> gate.gate().code().equals("floor"))
                .findFirst()
                .orElseThrow();
        assertFalse(floor.met());
        assertTrue(floor.finding().vi().contains("79,9999…"), floor.finding().vi());
        assertFalse(floor.finding().en().contains("79.99996"), floor.finding().en());
        assertTrue(rating.explanation().table(Language.EN).contains("79.99996123456789"));
    }
}
