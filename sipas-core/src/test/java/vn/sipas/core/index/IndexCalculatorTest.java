package vn.sipas.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.estimate.MissingAnswer;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.survey.RatingScale;

class IndexCalculatorTest {

    private static final RatingScale SCALE = RatingScale.likert5();

    private static IndexItem item(String question) {
        return IndexItem.of(question, LocalizedText.of("Câu " + question, "Question " + question));
    }

    private static IndexDefinition definition(IndexComposite root, ItemStatistic statistic) {
        return IndexDefinition.of(
                MethodVersion.of("test", "1"), LocalizedText.of("Chỉ số thử", "Test index"), root, statistic);
    }

    private static IndexComposite two(MeanKind kind) {
        return IndexComposite.mean(
                "overall",
                LocalizedText.of("Chung", "Overall"),
                kind,
                List.of(ImportanceWeight.of(1, 3), ImportanceWeight.of(2, 3)),
                List.of(item("q1"), item("q2")));
    }

    private static RatingDistribution favourable(long favourable, long others) {
        return RatingDistribution.ofCounts(SCALE, others, 0, 0, favourable, 0);
    }

    private static IndexResult calculated(IndexComposite root, Map<String, RatingDistribution> answers) {
        return IndexCalculator.of(definition(root, ItemStatistic.FAVOURABLE_SHARE))
                .calculate("07210", answers);
    }

    private static Fraction exact(IndexResult result, String node) {
        return result.node(node).orElseThrow().value().score().orElseThrow().exact();
    }

    @Test
    void weightedArithmeticMeanOfSharesByHand() {
        IndexResult result =
                calculated(two(MeanKind.ARITHMETIC), Map.of("q1", favourable(6, 4), "q2", favourable(9, 3)));
        // 1/3·60 + 2/3·75 = 70
        assertEquals(Fraction.of(70, 1), exact(result, "overall"));
        assertEquals(new IndexBase(10, 12, 22), result.root().base().orElseThrow());
        assertEquals(
                Fraction.of(20, 1),
                result.root().contribution("q1").orElseThrow().exact());
        assertEquals(
                Fraction.of(50, 1),
                result.root().contribution("q2").orElseThrow().exact());
    }

    @Test
    void geometricAndHarmonicMeansByHand() {
        Map<String, RatingDistribution> answers = Map.of("q1", favourable(1, 3), "q2", favourable(4, 0));
        // 25^(1/3) · 100^(2/3) = 62.9960524947 (cube root of 250000)
        assertEquals(
                62.99605249474366,
                exact(calculated(two(MeanKind.GEOMETRIC), answers), "overall").doubleValue(),
                1e-12);
        // 1 / (1/75 + 2/300) = 50
        IndexResult harmonic = calculated(two(MeanKind.HARMONIC), answers);
        assertEquals(Fraction.of(50, 1), exact(harmonic, "overall"));
        // w·mean²/x: 1/3·2500/25 and 2/3·2500/100
        assertEquals(
                Fraction.of(100, 3),
                harmonic.root().contribution("q1").orElseThrow().exact());
        assertEquals(
                Fraction.of(50, 3),
                harmonic.root().contribution("q2").orElseThrow().exact());
    }

    @Test
    void aZeroComponentMakesGeometricAndHarmonicMeansZeroAndSaysSo() {
        Map<String, RatingDistribution> answers = Map.of("q1", favourable(0, 4), "q2", favourable(4, 0));
        for (MeanKind kind : List.of(MeanKind.GEOMETRIC, MeanKind.HARMONIC)) {
            IndexResult result = calculated(two(kind), answers);
            assertEquals(Fraction.ZERO, exact(result, "overall"));
            assertEquals(
                    List.of("index.zero-component"),
                    result.allWarnings().stream().map(problem -> problem.code()).toList());
            assertTrue(result.allWarnings().get(0).message(Language.EN).contains("q1"));
        }
    }

    @Test
    void pooledItemsCountByAnswers() {
        IndexComposite factor = IndexComposite.equal("f", LocalizedText.same("f"), List.of(item("q1"), item("q2")));
        IndexComposite root = IndexComposite.pooled("overall", LocalizedText.same("o"), List.of(factor, item("q3")));
        IndexResult result =
                calculated(root, Map.of("q1", favourable(1, 1), "q2", favourable(8, 2), "q3", favourable(0, 3)));
        // 9 favourable of 15 answers; the factor itself stays the mean of 50 and 80
        assertEquals(Fraction.of(60, 1), exact(result, "overall"));
        assertEquals(Fraction.of(65, 1), exact(result, "f"));
        assertEquals(
                Fraction.of(12, 15),
                result.root().contribution("f").orElseThrow().weight());
        assertEquals(
                Fraction.of(60, 1),
                result.root().contribution("f").orElseThrow().exact());
        assertEquals(
                Fraction.ZERO, result.root().contribution("q3").orElseThrow().exact());
    }

    @Test
    void rescaledMeanIsExact() {
        RatingDistribution answers = RatingDistribution.ofCounts(SCALE, 1, 0, 0, 1, 1);
        IndexComposite root = IndexComposite.equal("overall", LocalizedText.same("o"), List.of(item("q1")));
        IndexResult result = IndexCalculator.of(definition(root, ItemStatistic.RESCALED_MEAN))
                .calculate("g", Map.of("q1", answers));
        // (0 + 3 + 4) / (4·3) · 100
        assertEquals(Fraction.of(700, 12), exact(result, "overall"));
        assertEquals("58.33", result.value().toString());
    }

    @Test
    void reversedItemsCountAsHundredMinusTheirValue() {
        IndexItem reversed = new IndexItem(
                "r",
                LocalizedText.same("r"),
                "q1",
                Direction.LOWER_IS_BETTER,
                Optional.of(ItemStatistic.RESCALED_MEAN));
        IndexComposite root = IndexComposite.equal("overall", LocalizedText.same("o"), List.of(reversed));
        assertEquals(Fraction.of(75, 1), exact(calculated(root, Map.of("q1", favourable(1, 2))), "overall"));
    }

    @Test
    void missingComponentsHandTheirWeightOverOrLeaveNoValue() {
        RatingDistribution nobody = RatingDistribution.accumulator(SCALE)
                .accept(MissingAnswer.BLANK)
                .accept(MissingAnswer.NOT_ASKED)
                .result();
        Map<String, RatingDistribution> answers = Map.of("q1", favourable(6, 4), "q2", nobody);

        IndexResult strict = calculated(two(MeanKind.ARITHMETIC), answers);
        NoValue none = assertInstanceOf(NoValue.class, strict.value());
        assertEquals(NoValue.Reason.TOO_FEW_COMPONENTS, none.reason());
        assertEquals(
                "Only 1 of 2 components have a value, at least 2 are needed",
                none.explanation().en());
        assertEquals(
                NoValue.Reason.NO_VALID_ANSWER,
                assertInstanceOf(NoValue.class, strict.node("q2").orElseThrow().value())
                        .reason());
        assertEquals(Optional.empty(), strict.root().base());

        IndexResult lenient =
                calculated(two(MeanKind.ARITHMETIC).withMissingData(MissingDataRule.atLeast(1, 2)), answers);
        assertEquals(Fraction.of(60, 1), exact(lenient, "overall"));
        assertEquals(
                Fraction.ONE, lenient.root().contribution("q1").orElseThrow().weight());
        assertEquals(Optional.empty(), lenient.root().contribution("q2"));
        assertEquals("index.components-missing", lenient.allWarnings().get(0).code());

        IndexResult absent = calculated(
                two(MeanKind.ARITHMETIC).withMissingData(MissingDataRule.atLeast(1, 2)),
                Map.of("q1", favourable(1, 1)));
        assertEquals(
                NoValue.Reason.NOT_IN_DATA,
                assertInstanceOf(NoValue.class, absent.node("q2").orElseThrow().value())
                        .reason());
    }

    @Test
    void roundedContributionsSumToTheRoundedScore() {
        IndexComposite root =
                IndexComposite.equal("overall", LocalizedText.same("o"), List.of(item("q1"), item("q2"), item("q3")));
        IndexResult result =
                calculated(root, Map.of("q1", favourable(1, 2), "q2", favourable(1, 2), "q3", favourable(1, 2)));
        assertEquals(
                List.of("11.11", "11.11", "11.11"),
                result.root().contributions().stream()
                        .map(part -> part.rounded().toPlainString())
                        .toList());
        IndexResult full =
                calculated(root, Map.of("q1", favourable(2, 0), "q2", favourable(2, 0), "q3", favourable(2, 0)));
        assertEquals(
                List.of("33.34", "33.33", "33.33"),
                full.root().contributions().stream()
                        .map(part -> part.rounded().toPlainString())
                        .toList());
    }

    @Test
    void givenScoresReplaceWhatLiesBelow() {
        IndexComposite factor = IndexComposite.pooled("f", LocalizedText.same("f"), List.of(item("q1"), item("q2")));
        IndexComposite root = IndexComposite.equal("overall", LocalizedText.same("o"), List.of(factor, item("q3")));
        IndexCalculator calculator = IndexCalculator.of(definition(root, ItemStatistic.FAVOURABLE_SHARE));
        IndexResult result =
                calculator.calculateFromScores("g", Map.of("f", new BigDecimal("80.5"), "q3", new BigDecimal("81")));
        assertEquals("80.75", result.value().toString());
        assertEquals(Optional.empty(), result.node("q1"));
        assertEquals(Optional.empty(), result.root().base());
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> calculator.calculateFromScores("g", Map.of("q9", BigDecimal.ONE)))
                .getMessage()
                .contains("\"q9\""));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> calculator.calculateFromScores("g", Map.of("q3", new BigDecimal("100.01"))))
                .getMessage()
                .contains("[0, 100], was 100.01"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> calculator.calculateFromScores(
                                "g", Map.of("q1", BigDecimal.ONE, "q2", BigDecimal.ONE, "q3", BigDecimal.ONE)))
                .getMessage()
                .contains("pools answers"));
    }

    @Test
    void weightsOfOneChangeNothingAndOthersDo() {
        RatingDistribution weighted = RatingDistribution.accumulator(SCALE)
                .accept(3, 2.5)
                .accept(0, 7.5)
                .result();
        IndexComposite root = IndexComposite.equal("overall", LocalizedText.same("o"), List.of(item("q1")));
        assertEquals(Fraction.of(25, 1), exact(calculated(root, Map.of("q1", weighted)), "overall"));
        assertEquals(
                2,
                calculated(root, Map.of("q1", weighted))
                        .root()
                        .base()
                        .orElseThrow()
                        .answers());
    }

    @Test
    void printsAnAlignedTableAndEscapedHtml() {
        IndexResult result = calculated(
                two(MeanKind.ARITHMETIC).withMissingData(MissingDataRule.atLeast(1, 2)),
                Map.of("q1", favourable(2, 1)));
        assertEquals("""
                Test index – 07210
                Method: test/1 (assumed in part, not official); Favourable share

                Indicator      Score          Unrounded  Weight   Adds  n
                -------------  -----  -----------------  ------  -----  -
                Overall        66.67  66.66666666666667                 3
                  Question q1  66.67  66.66666666666667       1  66.67  3
                  Question q2      –
                ! Question q2: The data have no question q2
                ! 1 of 2 components of overall have a value; the weights were shared out among these
                """, result.toString());
        assertTrue(result.toText(Language.VI).contains("Dữ liệu không có câu hỏi q2"));
        IndexResult hostile = IndexCalculator.of(IndexDefinition.of(
                        MethodVersion.of("test", "1"),
                        LocalizedText.same("<script>alert(1)</script>"),
                        two(MeanKind.ARITHMETIC),
                        ItemStatistic.FAVOURABLE_SHARE))
                .calculate("a&b", Map.of("q1", favourable(1, 1), "q2", favourable(1, 1)));
        String html = hostile.toHtml(Language.VI);
        assertFalse(html.contains("<script"));
        assertTrue(html.contains("a&amp;b"));
        assertTrue(html.startsWith("<section lang=\"vi\">"));
    }
}
