package vn.sipas.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.index.IndexCalculator;
import vn.sipas.core.index.IndexComposite;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexItem;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.ItemStatistic;
import vn.sipas.io.outside.SampleResults;

class ComputedReportTest {

    private static final LocalizedText TITLE = LocalizedText.of("Hài lòng", "Satisfaction");

    @Test
    void resultsRankingAndRatingsFillTheReport() {
        ReportModel model = ReportModel.builder(TITLE, TITLE)
                .whole(SampleResults.whole())
                .ranking(SampleResults.ranking(), SampleResults.units())
                .ratings(SampleResults.ratings(3))
                .names(SampleResults.NAMES)
                .areas(Map.of("07210", "Bắc Giang"))
                .build();

        Estimate whole = SampleResults.whole().root().estimate().orElseThrow();
        assertEquals(
                Optional.of(new IndexValue(
                        whole.value(),
                        whole.interval().lower(),
                        whole.interval().upper(),
                        whole.base(),
                        Optional.empty())),
                model.overall());
        assertEquals(
                SampleResults.whole().definition().items().stream()
                        .map(IndexItem::question)
                        .toList(),
                model.items().stream().map(ReportModel.ItemRow::code).toList());
        assertEquals(
                SampleResults.ranking().ranked().size()
                        + SampleResults.ranking().unranked().size(),
                model.units().size() + model.unranked().size());
        assertEquals(SampleResults.ratings(3).size(), model.stars().size());
        String html = HtmlReport.of(model).toHtml();
        assertTrue(html.contains("Phường Hoàng Văn Thụ"));
        assertTrue(html.contains(SampleResults.whole().definition().title().vi()));
    }

    @Test
    void whatIsFilledInByHandStays() {
        ReportModel.MethodEntry own = new ReportModel.MethodEntry(TITLE, TITLE);
        ReportModel model = ReportModel.builder(TITLE, TITLE)
                .whole(SampleResults.whole())
                .overall(IndexValue.ofShare(0.5, 0.4, 0.6, 10))
                .method(List.of(own))
                .build();
        assertEquals(50.0, model.overall().orElseThrow().value());
        assertEquals(List.of(own), model.method());
    }

    @Test
    void aScoreWithoutASampleSaysThatItHasNoError() {
        IndexDefinition definition = IndexDefinition.of(
                MethodVersion.of("one", "1"),
                TITLE,
                IndexComposite.equal("overall", TITLE, List.of(IndexItem.of("q1", TITLE), IndexItem.of("q2", TITLE))),
                ItemStatistic.FAVOURABLE_SHARE);
        IndexResult given = IndexCalculator.of(definition)
                .calculateFromScores("07210", Map.of("q1", BigDecimal.valueOf(80), "q2", BigDecimal.valueOf(90)));
        IndexValue value =
                ReportModel.builder(TITLE, TITLE).whole(given).build().overall().orElseThrow();
        // the mean of 80 and 90
        assertEquals(85.0, value.value());
        assertEquals(85.0, value.lower());
        assertEquals(85.0, value.upper());
        assertEquals("no sampling error", value.note().orElseThrow().en());
    }
}
