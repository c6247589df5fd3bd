package vn.sipas.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.survey.Favour;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.ScaleLevel;

/**
 * Index trees against published figures: what an assumed formula reproduces and what it misses.
 *
 * <p>Service factors 2024: zh.vietnamplus.vn/article-post239015.vnp. Blocks and overall 2024: vietnam.vnanet.vn,
 * over-90-of-citizens-report-no-difficulties-from-civil-servants-392158. Policy block and overall 2023: lecourrier.vn
 * 1230300; the service block 2023 is the 2024 value less its published change of 1.12.
 */
class PublishedIndexTest {

    private static final LocalizedText NAME = LocalizedText.same("x");

    private static IndexItem item(String question) {
        return IndexItem.of(question, LocalizedText.same(question));
    }

    private static String overall(Fraction policyWeight, String policy, String services) {
        IndexComposite root = IndexComposite.mean(
                "overall",
                NAME,
                MeanKind.ARITHMETIC,
                List.of(new ImportanceWeight(policyWeight), new ImportanceWeight(Fraction.ONE.minus(policyWeight))),
                List.of(item("policy"), item("services")));
        IndexDefinition blocks =
                IndexDefinition.of(MethodVersion.of("blocks", "1"), NAME, root, ItemStatistic.FAVOURABLE_SHARE);
        return IndexCalculator.of(blocks)
                .calculateFromScores(
                        "Việt Nam", Map.of("policy", new BigDecimal(policy), "services", new BigDecimal(services)))
                .value()
                .toString();
    }

    @Test
    void fiveFactorsOf2024AverageToWithinAHundredthOfThePublishedServiceBlock() {
        List<String> factors = List.of("access", "procedures", "servants", "results", "feedback");
        List<String> published = List.of("84.27", "84.23", "84.29", "84.12", "83.50");
        List<IndexNode> items = new ArrayList<>();
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        for (int i = 0; i < factors.size(); i++) {
            items.add(item(factors.get(i)));
            scores.put(factors.get(i), new BigDecimal(published.get(i)));
        }
        IndexDefinition definition = IndexDefinition.of(
                MethodVersion.of("services", "1"),
                NAME,
                IndexComposite.equal("services", NAME, items),
                ItemStatistic.FAVOURABLE_SHARE);
        IndexScore mean = (IndexScore) IndexCalculator.of(definition)
                .calculateFromScores("2024", scores)
                .value();
        // 420.41 / 5. Published 84.09 = [84.085, 84.095); inputs rounded to ±0.005 put the mean in [84.077, 84.087)
        assertEquals(Fraction.parse("84.082"), mean.exact());
        assertEquals("84.08", mean.toString());
    }

    @Test
    void thePlainMeanOfTheTwoBlocksIsNotThePublishedIndex() {
        assertEquals("82.73", overall(Fraction.of(1, 2), "82.49", "82.97")); // published 82.66
        assertEquals("83.97", overall(Fraction.of(1, 2), "83.84", "84.09")); // published 83.94, exact mean 83.965
    }

    @Test
    void nineFourteenthsReproduce2023AndMiss2024ByAHundredth() {
        assertEquals("82.66", overall(Fraction.of(9, 14), "82.49", "82.97")); // published 82.66
        assertEquals("83.93", overall(Fraction.of(9, 14), "83.84", "84.09")); // published 83.94
    }

    @Test
    void aPolicyWeightOf63PercentExplainsBothYearsWithinTheRoundingOfTheBlocks() {
        Fraction weight = Fraction.parse("0.63");
        assertEquals("82.67", overall(weight, "82.49", "82.97")); // published 82.66
        assertEquals("83.93", overall(weight, "83.84", "84.09")); // published 83.94
        // blocks that print the same
        assertEquals("82.66", overall(weight, "82.486", "82.966"));
        assertEquals("83.94", overall(weight, "83.844", "84.094"));
    }

    /**
     * The Indonesian IKM note: totals per element 105 101 100 116 102 105 106 105 115 of 29 respondents on a scale of 1
     * to 4. It prints 90.56, from 1/9 typed as 0.11; with ninths it is 955/(29·9)·25 = 91.4750957854.
     */
    @Test
    void indonesianNoteComesOutRightWithNinths() {
        int[] totals = {105, 101, 100, 116, 102, 105, 106, 105, 115};
        // IKM multiplies means of 1..4 by 25, so its zero is a level that nobody can choose
        RatingScale scale = RatingScale.of(
                "ikm4",
                ScaleLevel.of(0, LocalizedText.same("none"), Favour.UNFAVOURABLE),
                ScaleLevel.of(1, LocalizedText.same("1"), Favour.UNFAVOURABLE),
                ScaleLevel.of(2, LocalizedText.same("2"), Favour.UNFAVOURABLE),
                ScaleLevel.of(3, LocalizedText.same("3"), Favour.FAVOURABLE),
                ScaleLevel.of(4, LocalizedText.same("4"), Favour.FAVOURABLE));
        List<IndexItem> items = new ArrayList<>();
        Map<String, RatingDistribution> answers = new LinkedHashMap<>();
        for (int i = 0; i < totals.length; i++) {
            items.add(item("u" + (i + 1)));
            long fours = totals[i] - 3L * 29;
            answers.put("u" + (i + 1), RatingDistribution.ofCounts(scale, 0, 0, 0, 29 - fours, fours));
        }
        IndexDefinition definition = IndexDefinition.of(
                MethodVersion.of("ikm", "1"),
                NAME,
                IndexComposite.equal("ikm", NAME, items),
                ItemStatistic.RESCALED_MEAN);
        IndexScore score = (IndexScore)
                IndexCalculator.of(definition).calculate("office", answers).value();
        assertEquals(Fraction.of(955L * 25, 29L * 9), score.exact());
        assertEquals("91.48", score.toString());

        List<ImportanceWeight> typed = Collections.nCopies(9, ImportanceWeight.parse("0.11"));
        assertThrows(
                IllegalArgumentException.class,
                () -> IndexComposite.mean("ikm", NAME, MeanKind.ARITHMETIC, typed, items));
    }
}
