package vn.sipas.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.ItemMoments;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.response.Wave;
import vn.sipas.core.survey.RatingScale;

/** Definitions and results as readers and callers see them. */
class IndexPresentationTest {

    private static final RatingScale SCALE = RatingScale.yesNo();

    private static IndexItem item(String question) {
        return IndexItem.of(question, LocalizedText.of("Câu <" + question + ">", "Question <" + question + ">"));
    }

    private static IndexDefinition nested() {
        IndexComposite inner = IndexComposite.mean(
                "inner",
                LocalizedText.of("Nhóm", "Inner"),
                MeanKind.GEOMETRIC,
                List.of(ImportanceWeight.of(1, 3), ImportanceWeight.of(2, 3)),
                List.of(item("q1"), item("q2")));
        return IndexDefinition.of(
                MethodVersion.of("test", "1"),
                LocalizedText.of("Thử", "Test"),
                IndexComposite.mean(
                        "overall",
                        LocalizedText.of("Chung", "Overall"),
                        MeanKind.ARITHMETIC,
                        List.of(ImportanceWeight.of(1, 4), ImportanceWeight.of(3, 4)),
                        List.of(inner, item("q3"))),
                ItemStatistic.FAVOURABLE_SHARE);
    }

    private static RatingDistribution yes(long yes, long no) {
        return RatingDistribution.ofCounts(SCALE, no, yes);
    }

    private static Map<String, RatingDistribution> answers() {
        Map<String, RatingDistribution> answers = new LinkedHashMap<>();
        answers.put("q1", yes(64, 36));
        answers.put("q2", yes(27, 73));
        answers.put("q3", yes(10, 10));
        return answers;
    }

    private static IndexResult estimated() {
        ResponseTally tally = ResponseTally.of(
                SampleDesign.simpleRandom(),
                List.of(new RatedItem("q1", SCALE), new RatedItem("q2", SCALE), new RatedItem("q3", SCALE)),
                ItemMoments.FAVOURABLE);
        for (int i = 0; i < 30; i++) {
            tally.accept("g", new int[] {i % 3 == 0 ? 0 : 1, i % 4 == 0 ? 0 : 1, i % 5 == 0 ? 0 : 1});
        }
        return IndexEstimator.of(nested(), tally.result()).estimate(Domain.all());
    }

    @Test
    void aTableWithoutErrorsShowsTheUnroundedScoresWeightsAndContributions() {
        IndexResult result = IndexCalculator.of(nested()).calculate("Xã", answers());
        String[] lines = result.toText(Language.EN).split("\n", -1);
        // 64^(1/3)·27^(2/3) = 4·9 = 36, and 36/4 + 50·3/4 = 46.5
        String overall = line(lines, "Overall");
        assertTrue(overall.contains("46.50") && overall.contains("46.5"), overall);
        String inner = line(lines, "  Inner");
        assertTrue(inner.contains("36.00") && inner.contains("1/4") && inner.contains("9.00"), inner);
        assertTrue(line(lines, "    Question <q1>").contains("1/3"));
        assertTrue(overall.endsWith("20–100"), overall);
        assertFalse(result.toText(Language.EN).contains("Interval"));
        assertTrue(result.toHtml(Language.VI).contains("Câu &lt;q1&gt;"));
        assertTrue(result.estimates().estimates().isEmpty());
    }

    private static String line(String[] lines, String start) {
        for (String line : lines) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new AssertionError("no line starts with " + start);
    }

    @Test
    void aTableWithErrorsShowsTheInterval() {
        IndexResult result = estimated();
        var overall = result.root().estimate().orElseThrow();
        String line = line(result.toText(Language.EN).split("\n", -1), "Overall");

        assertEquals(5, result.estimates().estimates().size());
        assertTrue(line.contains(IndexResult.bound(overall.standardError())), line);
        assertTrue(
                line.contains(IndexResult.bound(overall.interval().lower()) + "–"
                        + IndexResult.bound(overall.interval().upper())),
                line);
        assertTrue(IndexResult.bound(overall.interval().lower()).matches("[0-9]+\\.[0-9]+"));
    }

    @Test
    void notesFollowOnlyWhereThereAreAny() {
        IndexResult sound = IndexCalculator.of(nested()).calculate("Xã", answers());
        assertFalse(sound.toHtml(Language.EN).contains("<li>"));
        Map<String, RatingDistribution> poor = new LinkedHashMap<>(answers());
        poor.remove("q3");
        IndexResult result = IndexCalculator.of(nested()).calculate("Xã", poor);
        assertTrue(result.toHtml(Language.EN).contains("<li>"));
        assertTrue(line(result.toText(Language.EN).split("\n", -1), "Overall").contains("–"));
    }

    @Test
    void longWeightsAreShownToSixDecimals() {
        IndexComposite root = IndexComposite.mean(
                "overall",
                LocalizedText.same("overall"),
                MeanKind.ARITHMETIC,
                List.of(ImportanceWeight.of(123_457, 1_000_003), ImportanceWeight.of(876_546, 1_000_003)),
                List.of(item("q1"), item("q3")));
        IndexResult result = IndexCalculator.of(IndexDefinition.of(
                        MethodVersion.of("test", "1"),
                        LocalizedText.same("test"),
                        root,
                        ItemStatistic.FAVOURABLE_SHARE))
                .calculate("Xã", answers());
        assertTrue(line(result.toText(Language.EN).split("\n", -1), "  Question <q1>")
                .contains("0.123457"));
    }

    @Test
    void htmlAlignsNumbersRightAndNamesLeft() {
        String html = IndexCalculator.of(nested()).calculate("Xã", answers()).toHtml(Language.EN);
        assertTrue(html.contains("<td>Overall</td>"), html);
        assertTrue(html.contains("<td style=\"text-align:right\">46.50</td>"), html);
        assertTrue(html.contains("<th style=\"text-align:right\">"), html);
        assertTrue(html.contains("<td>&#160;&#160;Inner</td>"), html);
        String firstRow = html.split("<tbody>", -1)[1].split("</tr>", -1)[0];
        assertEquals(html.split("</th>", -1).length, firstRow.split("</td>", -1).length);
    }

    @Test
    void nodesOfADefinitionAreFoundById() {
        IndexDefinition definition = nested();
        assertEquals("inner", definition.node("inner").orElseThrow().id());
        assertEquals(Optional.empty(), definition.node("nobody"));
        RoundingRule whole = new RoundingRule(0, RoundingMode.HALF_UP);
        assertEquals(whole, definition.withRounding(whole).rounding());
        assertEquals("geometric", MeanKind.GEOMETRIC.id());
        assertEquals("lower-is-better", Direction.LOWER_IS_BETTER.id());
        assertEquals(
                MeanKind.HARMONIC.label(), new Aggregation.Mean(MeanKind.HARMONIC, ImportanceWeight.equal(2)).label());
    }

    @Test
    void provenanceMaySpeakOfASeriesBreakThatExists() {
        SeriesBreak adults = new SeriesBreak(
                "adults", LocalDate.of(2022, 1, 1), LocalizedText.same("all adults are asked"), List.of());
        IndexDefinition plain = nested().withSeriesBreaks(List.of(adults));
        assertEquals(List.of(adults), plain.seriesBreaks());
        Provenance known = new Provenance(
                "break:adults", MethodVersion.Standing.ASSUMPTION, LocalizedText.same("assumed"), List.of());
        IndexDefinition with = new IndexDefinition(
                plain.method(),
                plain.title(),
                plain.root(),
                plain.statistic(),
                plain.rounding(),
                List.of(),
                plain.seriesBreaks(),
                List.of(known));
        assertEquals(List.of(known), with.provenance());
        IndexResult result = IndexCalculator.of(with).calculate("Xã", answers());
        assertEquals(
                List.of("index.assumed-parts"),
                result.warnings().stream().map(problem -> problem.code()).toList());
        assertEquals("break:adults", result.warnings().get(0).attributes().get("parts"));
        Provenance unknown = new Provenance(
                "break:other", MethodVersion.Standing.ASSUMPTION, LocalizedText.same("assumed"), List.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> new IndexDefinition(
                        plain.method(),
                        plain.title(),
                        plain.root(),
                        plain.statistic(),
                        plain.rounding(),
                        List.of(),
                        plain.seriesBreaks(),
                        List.of(unknown)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new IndexDefinition(
                        plain.method(),
                        plain.title(),
                        plain.root(),
                        plain.statistic(),
                        plain.rounding(),
                        List.of(),
                        List.of(adults, adults),
                        List.of()));
    }

    @Test
    void aTrendNamesItsNodeAndShowsFallsAndRises() {
        IndexDefinition definition = nested();
        IndexCalculator calculator = IndexCalculator.of(definition);
        List<TrendPoint> points = List.of(
                new TrendPoint(
                        wave(2021), calculator.calculateFromScores("g", Map.of("overall", new BigDecimal("80")))),
                new TrendPoint(
                        wave(2022), calculator.calculateFromScores("g", Map.of("overall", new BigDecimal("82")))),
                new TrendPoint(
                        wave(2023), calculator.calculateFromScores("g", Map.of("overall", new BigDecimal("81")))),
                new TrendPoint(
                        wave(2024), calculator.calculateFromScores("g", Map.of("overall", new BigDecimal("81")))));
        IndexTrend trend = IndexTrend.of("overall", points, SeriesBreakPolicy.REFUSE);
        String text = trend.toText(Language.EN);

        assertEquals("overall", trend.node());
        assertEquals(points, trend.points());
        assertEquals(text, trend.toString());
        assertTrue(text.contains("+2.00") && text.contains("-1.00") && text.contains(" 0.00"), text);
        assertFalse(text.contains("+-1.00") || text.contains("+0.00"), text);
        TrendStep.Change change = (TrendStep.Change) trend.steps().get(0);
        assertEquals(Optional.empty(), change.test());
    }

    @Test
    void aMeasuredChangeIsTested() {
        IndexResult result = estimated();
        TrendPoint earlier = new TrendPoint(wave(2023), result);
        TrendPoint later = new TrendPoint(wave(2024), result);
        IndexTrend trend = IndexTrend.of("overall", List.of(earlier, later), SeriesBreakPolicy.REFUSE);
        TrendStep.Change change = (TrendStep.Change) trend.steps().get(0);
        assertEquals(1.0, change.test().orElseThrow().pValue(), 1e-12);
        assertEquals(58.0, change.test().orElseThrow().df());
        assertTrue(trend.toText(Language.EN).contains(" … "));
    }

    private static Wave wave(int year) {
        return new Wave(
                Integer.toString(year),
                LocalizedText.same(Integer.toString(year)),
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31));
    }

    @Test
    void contributionsAreRoundedByLargestRemainders() {
        RoundingRule tenths = new RoundingRule(1, RoundingMode.HALF_UP);
        List<BigDecimal> parts = Contribution.roundedParts(
                List.of(Fraction.of(101, 100), Fraction.of(208, 100), Fraction.of(301, 100)),
                new BigDecimal("6.1"),
                tenths);
        assertEquals(List.of(new BigDecimal("1.0"), new BigDecimal("2.1"), new BigDecimal("3.0")), parts);
    }

    @Test
    void idsAreShortAndPlain() {
        assertTrue(NodeIds.isValid("Nhóm_1.a-b"));
        assertFalse(NodeIds.isValid("-a") || NodeIds.isValid("a b") || NodeIds.isValid("a".repeat(65)));
        assertTrue(NodeIds.isValid("a".repeat(64)));
        assertEquals("a", NodeIds.checked("id", "a"));
        assertThrows(IllegalArgumentException.class, () -> NodeIds.checked("id", ""));
    }
}
