package vn.sipas.core.index;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;

class IndexDefinitionTest {

    private static final LocalizedText NAME = LocalizedText.same("x");

    private static IndexItem item(String question) {
        return IndexItem.of(question, LocalizedText.same(question));
    }

    private static List<IndexItem> items(int count) {
        List<IndexItem> items = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            items.add(item("q" + i));
        }
        return items;
    }

    private static IndexDefinition definition(IndexComposite root) {
        return IndexDefinition.of(MethodVersion.of("test", "1"), NAME, root, ItemStatistic.FAVOURABLE_SHARE);
    }

    private static IndexDefinition withParts(
            IndexComposite root, List<WeightSetting> settings, List<Provenance> provenance) {
        IndexDefinition plain = definition(root);
        return new IndexDefinition(
                plain.method(),
                plain.title(),
                plain.root(),
                plain.statistic(),
                plain.rounding(),
                settings,
                List.of(),
                provenance);
    }

    private static String refusal(Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }

    @Test
    void nineWeightsOfElevenHundredthsAreRefusedWithSumNodeAndRemedy() {
        List<ImportanceWeight> typed = Collections.nCopies(9, ImportanceWeight.parse("0.11"));
        assertEquals(
                "weights of node \"ikm\" must sum to exactly 1, summed to 99/100 (0.99): write shares as fractions such"
                        + " as 1/9, or derive them from points with ImportanceWeight.inProportionTo",
                refusal(() -> IndexComposite.mean("ikm", NAME, MeanKind.ARITHMETIC, typed, items(9))));
    }

    @Test
    void ninthsSumToExactlyOne() {
        assertEquals(
                Fraction.ONE,
                Fraction.sum(ImportanceWeight.equal(9).stream()
                        .map(ImportanceWeight::value)
                        .toList()));
        assertEquals(9, IndexComposite.equal("ikm", NAME, items(9)).children().size());
    }

    @Test
    void pointsBecomeWeights() {
        // 20 + 25 + 20 + 15 + 20: the scoring sheet of Bắc Giang
        List<Fraction> points = List.of(
                Fraction.of(20, 1), Fraction.of(25, 1), Fraction.of(20, 1), Fraction.of(15, 1), Fraction.of(20, 1));
        assertEquals(
                List.of("1/5", "1/4", "1/5", "3/20", "1/5"),
                ImportanceWeight.inProportionTo(points).stream()
                        .map(ImportanceWeight::toString)
                        .toList());
        assertTrue(refusal(() -> ImportanceWeight.inProportionTo(List.of(Fraction.ZERO)))
                .contains("points must be positive"));
        assertTrue(refusal(() -> ImportanceWeight.inProportionTo(List.of())).contains("points must not be empty"));
        assertTrue(refusal(() -> ImportanceWeight.equal(0)).contains("at least 1, was 0"));
    }

    @Test
    void weightsLieAboveZeroAndUpToOne() {
        assertTrue(refusal(() -> ImportanceWeight.of(0, 1)).contains("(0, 1]"));
        assertTrue(refusal(() -> ImportanceWeight.of(3, 2)).contains("was 3/2"));
        assertEquals(Fraction.ONE, ImportanceWeight.parse("1.00").value());
    }

    @Test
    void eachChildHasAWeight() {
        assertEquals(
                "weights of node \"a\" must number 3, one for each child, were 2",
                refusal(() -> IndexComposite.mean("a", NAME, MeanKind.GEOMETRIC, ImportanceWeight.equal(2), items(3))));
        assertTrue(refusal(() -> IndexComposite.equal("a", NAME, List.of())).contains("children of node \"a\""));
    }

    @Test
    void idsAreUniqueAndAQuestionCountsOnce() {
        IndexComposite first = IndexComposite.equal("f", NAME, List.of(item("q1")));
        IndexItem again = new IndexItem("other", NAME, "q1", Direction.HIGHER_IS_BETTER, Optional.empty());
        assertTrue(refusal(() -> definition(IndexComposite.equal("f", NAME, List.of(first))))
                .contains("\"f\" repeats"));
        assertTrue(refusal(() -> definition(IndexComposite.equal("r", NAME, List.of(first, again))))
                .contains("a question must count once in a tree, \"q1\" repeats"));
    }

    @Test
    void depthIsLimited() {
        IndexNode node = item("q1");
        for (int i = 0; i < IndexDefinition.MAX_DEPTH - 1; i++) {
            node = IndexComposite.equal("n" + i, NAME, List.of(node));
        }
        IndexComposite deepest = (IndexComposite) node;
        assertEquals(IndexDefinition.MAX_DEPTH, definition(deepest).nodes().size());
        assertTrue(refusal(() -> definition(IndexComposite.equal("top", NAME, List.of(deepest))))
                .contains("at most 16 levels"));
    }

    @Test
    void missingDataRuleCountsComponents() {
        MissingDataRule twoThirds = MissingDataRule.atLeast(2, 3);
        assertAll(
                () -> assertTrue(twoThirds.isMetBy(2, 3)),
                () -> assertFalse(twoThirds.isMetBy(2, 4)),
                () -> assertEquals(3, twoThirds.needed(4)),
                () -> assertEquals(4, MissingDataRule.complete().needed(4)),
                () -> assertEquals(1, MissingDataRule.atLeast(1, 100).needed(4)),
                () -> assertFalse(MissingDataRule.atLeast(1, 100).isMetBy(0, 4)),
                () -> assertTrue(refusal(() -> MissingDataRule.atLeast(0, 1)).contains("(0, 1]")),
                () -> assertTrue(refusal(() -> twoThirds.isMetBy(5, 4)).contains("were 5 and 4")));
    }

    @Test
    void whatIsNamedMustExist() {
        IndexComposite root = IndexComposite.equal("overall", NAME, items(2));
        WeightSetting setting = new WeightSetting("w", "overall", NAME);
        assertTrue(refusal(() -> withParts(root, List.of(new WeightSetting("w", "q1", NAME)), List.of()))
                .contains("must name a node with weights"));
        assertTrue(refusal(() -> withParts(root, List.of(setting, setting), List.of()))
                .contains("\"w\" repeats"));
        for (String about : List.of("weights:q1", "setting:other", "break:none", "colour", "items:nowhere")) {
            Provenance part = new Provenance(about, MethodVersion.Standing.ASSUMPTION, NAME, List.of());
            assertTrue(refusal(() -> withParts(root, List.of(setting), List.of(part)))
                    .contains("was \"" + about + "\""));
        }
        Provenance good = new Provenance("weights:overall", MethodVersion.Standing.ASSUMPTION, NAME, List.of());
        assertEquals(
                1, withParts(root, List.of(setting), List.of(good)).provenance().size());
    }

    @Test
    void onlyAnAssumptionMayLackASource() {
        assertTrue(refusal(() -> new Provenance("rounding", MethodVersion.Standing.OFFICIAL, NAME, List.of()))
                .contains("without a source it is an ASSUMPTION"));
    }

    @Test
    void theWeakestPartDecidesTheStanding() {
        IndexComposite root = IndexComposite.equal("overall", NAME, items(2));
        Provenance official =
                new Provenance("structure", MethodVersion.Standing.OFFICIAL, NAME, List.of("https://example.vn"));
        Provenance assumed = new Provenance("rounding", MethodVersion.Standing.ASSUMPTION, NAME, List.of());
        assertEquals(
                MethodVersion.Standing.OFFICIAL,
                withParts(root, List.of(), List.of(official)).standing());
        assertEquals(
                MethodVersion.Standing.ASSUMPTION,
                withParts(root, List.of(), List.of(official, assumed)).standing());
        assertEquals(MethodVersion.Standing.ASSUMPTION, definition(root).standing());
    }

    @Test
    void aSettingIsNamedInTheVersion() {
        IndexComposite root = IndexComposite.mean(
                "overall",
                NAME,
                MeanKind.ARITHMETIC,
                List.of(ImportanceWeight.of(9, 14), ImportanceWeight.of(5, 14)),
                items(2));
        IndexDefinition definition =
                withParts(root, List.of(new WeightSetting("block-weights", "overall", NAME)), List.of());
        IndexDefinition set = definition.withSetting(
                "block-weights", List.of(ImportanceWeight.parse("0.62"), ImportanceWeight.parse("0.38")));
        assertEquals("test/1+block-weights=31/50:19/50", set.method().toString());
        Map<String, BigDecimal> scores = Map.of("q1", new BigDecimal("50"), "q2", new BigDecimal("100"));
        assertEquals(
                "69.00",
                IndexCalculator.of(set).calculateFromScores("x", scores).value().toString());
        assertTrue(refusal(() -> definition.withSetting("other", ImportanceWeight.equal(2)))
                .contains("name must be one of [block-weights]"));
        assertTrue(refusal(() -> definition.withSetting("block-weights", ImportanceWeight.equal(3)))
                .contains("must number 2"));
    }
}
