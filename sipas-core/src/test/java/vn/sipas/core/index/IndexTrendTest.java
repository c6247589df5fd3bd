package vn.sipas.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.response.Wave;
import vn.sipas.core.survey.RatingScale;

class IndexTrendTest {

    private static final LocalizedText REASON =
            LocalizedText.of("Từ 2022 hỏi mọi người dân", "Since 2022 all adults are asked");
    private static final IndexDefinition PLAIN = IndexDefinition.of(
            MethodVersion.of("test", "1"),
            LocalizedText.same("test"),
            IndexComposite.equal(
                    "overall", LocalizedText.same("overall"), List.of(IndexItem.of("q", LocalizedText.same("q")))),
            ItemStatistic.FAVOURABLE_SHARE);
    private static final IndexDefinition BROKEN =
            PLAIN.withSeriesBreaks(List.of(new SeriesBreak("adults", LocalDate.of(2022, 1, 1), REASON, List.of())));

    private static Wave wave(int year) {
        return new Wave(
                Integer.toString(year),
                LocalizedText.same(Integer.toString(year)),
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31));
    }

    private static TrendPoint published(IndexDefinition definition, int year, String score) {
        return new TrendPoint(
                wave(year),
                IndexCalculator.of(definition)
                        .calculateFromScores("Việt Nam", Map.of("overall", new BigDecimal(score))));
    }

    private static TrendPoint counted(int year, int yes, int no) {
        ResponseTally tally = ResponseTally.of(
                SampleDesign.simpleRandom(),
                List.of(new RatedItem("q", RatingScale.yesNo())),
                IndexAccumulator.momentsFor(PLAIN));
        for (int i = 0; i < yes + no; i++) {
            tally.accept("g", new int[] {i < yes ? 1 : 0});
        }
        return new TrendPoint(
                wave(year), IndexEstimator.of(PLAIN, tally.result()).estimate(Domain.all()));
    }

    /** National SIPAS 2019 to 2024 as published: 84.45, 85.48, 87.16, then 80.08, 82.66, 83.94 by the new method. */
    private static List<TrendPoint> national(IndexDefinition definition) {
        List<TrendPoint> points = new ArrayList<>();
        String[] scores = {"84.45", "85.48", "87.16", "80.08", "82.66", "83.94"};
        for (int i = 0; i < scores.length; i++) {
            points.add(0, published(definition, 2019 + i, scores[i]));
        }
        return points;
    }

    @Test
    void theBreakOf2022IsRefusedAndSplitsTheLine() {
        IndexTrend trend = IndexTrend.of("overall", national(BROKEN), SeriesBreakPolicy.REFUSE);
        assertEquals(5, trend.steps().size());
        TrendStep.Refused refused =
                assertInstanceOf(TrendStep.Refused.class, trend.steps().get(2));
        assertEquals("2021", refused.from().id());
        assertEquals(List.of(REASON), refused.reasons());
        TrendStep.Change change =
                assertInstanceOf(TrendStep.Change.class, trend.steps().get(4));
        assertEquals("1.28", change.rounded().toPlainString());
        assertEquals(Optional.empty(), change.isSignificant());
        assertEquals(List.of(3, 3), trend.series().stream().map(List::size).toList());
        assertTrue(trend.toText(Language.VI).contains("Từ 2022 hỏi mọi người dân"));
    }

    @Test
    void theBreakIsLabelledWhereItIsAskedFor() {
        IndexTrend trend = IndexTrend.of("overall", national(BROKEN), SeriesBreakPolicy.LABEL);
        TrendStep.Change change =
                assertInstanceOf(TrendStep.Change.class, trend.steps().get(2));
        assertEquals("-7.08", change.rounded().toPlainString());
        assertEquals(List.of(REASON), change.caveats());
        assertEquals(2, trend.series().size());
        assertTrue(trend.toHtml(Language.EN).contains("all adults are asked"));
    }

    @Test
    void anotherMethodIsABreakToo() {
        IndexDefinition other = PLAIN.withStatistic(ItemStatistic.RESCALED_MEAN, MethodVersion.of("test", "2"));
        List<TrendPoint> points = List.of(published(PLAIN, 2023, "80"), published(other, 2024, "90"));
        TrendStep.Refused refused = assertInstanceOf(
                TrendStep.Refused.class,
                IndexTrend.of("overall", points, SeriesBreakPolicy.REFUSE)
                        .steps()
                        .get(0));
        assertEquals(
                "The waves were computed by different methods: test/1 and test/2",
                refused.reasons().get(0).en());
    }

    @Test
    void aChangeCarriesItsInterval() {
        IndexTrend trend = IndexTrend.of(
                "overall", List.of(counted(2023, 80, 20), counted(2024, 92, 8)), SeriesBreakPolicy.REFUSE);
        TrendStep.Change change =
                assertInstanceOf(TrendStep.Change.class, trend.steps().get(0));
        assertEquals("12.00", change.rounded().toPlainString());
        double variance = 0.8 * 0.2 / 99 + 0.92 * 0.08 / 99;
        assertEquals(
                100.0 * Math.sqrt(variance), change.estimate().orElseThrow().standardError(), 1e-9);
        assertEquals(Optional.of(true), change.isSignificant());
        IndexTrend flat = IndexTrend.of(
                "overall", List.of(counted(2023, 80, 20), counted(2024, 82, 18)), SeriesBreakPolicy.REFUSE);
        assertEquals(
                Optional.of(false),
                assertInstanceOf(TrendStep.Change.class, flat.steps().get(0)).isSignificant());
    }

    @Test
    void aWaveWithoutAValueIsNotBridged() {
        TrendPoint nothing =
                new TrendPoint(wave(2023), IndexCalculator.of(PLAIN).calculate("g", Map.of()));
        IndexTrend trend = IndexTrend.of(
                "overall",
                List.of(published(PLAIN, 2022, "80"), nothing, published(PLAIN, 2024, "82")),
                SeriesBreakPolicy.LABEL);
        assertTrue(trend.steps().stream().allMatch(TrendStep.Refused.class::isInstance));
    }

    @Test
    void wavesMustDifferAndHaveTheNode() {
        TrendPoint point = published(PLAIN, 2024, "80");
        assertThrows(
                IllegalArgumentException.class,
                () -> IndexTrend.of("overall", List.of(point, point), SeriesBreakPolicy.REFUSE));
        assertThrows(
                IllegalArgumentException.class,
                () -> IndexTrend.of("nowhere", List.of(point), SeriesBreakPolicy.REFUSE));
    }
}
