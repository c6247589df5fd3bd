package vn.sipas.io.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.index.IndexBase;
import vn.sipas.core.index.IndexItem;
import vn.sipas.core.index.IndexRanking;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.IndexScore;
import vn.sipas.core.index.NodeResult;
import vn.sipas.core.index.RankedGroup;
import vn.sipas.core.rating.Advice;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.StarRating;
import vn.sipas.io.report.ReportModel.ItemRow;
import vn.sipas.io.report.ReportModel.MethodEntry;
import vn.sipas.io.report.ReportModel.StarRow;
import vn.sipas.io.report.ReportModel.UnitRow;
import vn.sipas.io.report.ReportModel.UnrankedUnit;

/**
 * Rows of a report out of computed results.
 *
 * @param names what units are called, by code
 * @param areas where units lie, by code
 */
record ResultRows(Map<String, String> names, Map<String, String> areas) {

    private static final LocalizedText NO_ERROR = LocalizedText.of("không có sai số chọn mẫu", "no sampling error");

    /** The value of a node; empty if it has none. */
    static Optional<IndexValue> value(NodeResult node) {
        if (!(node.value() instanceof IndexScore score)) {
            return Optional.empty();
        }
        return Optional.of(node.estimate()
                .map(ResultRows::value)
                .orElseGet(() ->
                        without(score, node.base().map(IndexBase::smallest).orElse(0L))));
    }

    /** Bounds of intervals that know no limits may lie outside of what an index can be. */
    private static IndexValue value(Estimate estimate) {
        double value = estimate.value();
        return new IndexValue(
                value,
                Math.min(value, Math.max(0.0, estimate.interval().lower())),
                Math.max(value, Math.min(100.0, estimate.interval().upper())),
                estimate.base(),
                Optional.empty());
    }

    private static IndexValue without(IndexScore score, long base) {
        return new IndexValue(score.value(), score.value(), score.value(), base, Optional.of(NO_ERROR));
    }

    static List<ItemRow> items(IndexResult whole) {
        List<ItemRow> rows = new ArrayList<>();
        for (NodeResult node : whole.nodes()) {
            if (node.node() instanceof IndexItem item) {
                value(node).ifPresent(value -> rows.add(new ItemRow(item.question(), item.name(), value, List.of())));
            }
        }
        return rows;
    }

    List<UnitRow> units(IndexRanking ranking, List<IndexResult> results, List<StarRating> ratings) {
        Map<String, OptionalInt> stars = new HashMap<>();
        ratings.forEach(rating -> stars.put(rating.unit().value(), rating.stars()));
        Map<String, Long> bases = bases(ranking, results);
        List<UnitRow> rows = new ArrayList<>();
        for (RankedGroup group : ranking.ranked()) {
            String code = group.group();
            rows.add(new UnitRow(
                    code,
                    name(code),
                    area(code),
                    group.estimate()
                            .map(ResultRows::value)
                            .orElseGet(() -> without(group.score(), bases.getOrDefault(code, 0L))),
                    stars.getOrDefault(code, OptionalInt.empty())));
        }
        return rows;
    }

    List<UnrankedUnit> unranked(IndexRanking ranking, List<IndexResult> results) {
        Map<String, Long> bases = bases(ranking, results);
        return ranking.unranked().stream()
                .map(group -> new UnrankedUnit(
                        name(group.group()),
                        area(group.group()),
                        bases.getOrDefault(group.group(), 0L),
                        group.reason()))
                .toList();
    }

    private static Map<String, Long> bases(IndexRanking ranking, List<IndexResult> results) {
        Map<String, Long> bases = new HashMap<>();
        for (IndexResult result : results) {
            result.node(ranking.node())
                    .flatMap(NodeResult::base)
                    .ifPresent(base -> bases.put(result.group(), base.smallest()));
        }
        return bases;
    }

    List<StarRow> stars(List<StarRating> ratings) {
        return ratings.stream().map(this::star).toList();
    }

    private StarRow star(StarRating rating) {
        String code = rating.unit().value();
        return new StarRow(
                name(code),
                area(code),
                rating.stars(),
                rating.printedTotal().map(total -> total.toPlainString()).orElse(""),
                ResultText.reasons(rating),
                Advice.distanceToNext(rating).map(ResultRows::distance));
    }

    private static LocalizedText distance(Advice.StarDistance distance) {
        String points = printed(distance.points());
        LocalizedText label = distance.band().label();
        return LocalizedText.of(
                "còn " + points.replace('.', ',') + " điểm đến " + label.vi(), points + " points to " + label.en());
    }

    private static String printed(Fraction points) {
        return points.round(RoundingRule.TWO_DECIMALS_HALF_UP).toPlainString();
    }

    static List<MethodEntry> method(
            Optional<IndexResult> whole, Optional<IndexRanking> ranking, List<StarRating> ratings) {
        List<MethodEntry> lines = new ArrayList<>();
        whole.ifPresent(result -> index(lines, result));
        ranking.ifPresent(order -> {
            long least = order.options().minimumBase();
            lines.add(line(
                    "Xếp hạng",
                    "Ranking",
                    LocalizedText.of(
                            "Cần ít nhất " + least + " câu trả lời; so sánh từng cặp theo Holm",
                            "At least " + least + " answers are needed; pairs are compared after Holm")));
        });
        ratings.stream().map(StarRating::scheme).findFirst().ifPresent(scheme -> scheme(lines, scheme));
        return lines;
    }

    private static void index(List<MethodEntry> lines, IndexResult result) {
        LocalizedText title = result.definition().title();
        String method = " (" + result.definition().method() + ")";
        lines.add(line("Phương pháp", "Method", LocalizedText.of(title.vi() + method, title.en() + method)));
        lines.add(line(
                "Tính chất", "Standing", ResultText.standing(result.definition().standing())));
        lines.add(line(
                "Làm tròn", "Rounding", ResultText.rounding(result.definition().rounding())));
        result.root()
                .estimate()
                .ifPresent(estimate -> lines.add(line("Khoảng tin cậy", "Interval", ResultText.interval(estimate))));
    }

    private static void scheme(List<MethodEntry> lines, RatingScheme scheme) {
        String method = " (" + scheme.method() + ")";
        lines.add(line(
                "Bộ tiêu chí xếp sao",
                "Rating scheme",
                LocalizedText.of(scheme.title().vi() + method, scheme.title().en() + method)));
        lines.add(line(
                "Tính chất của bộ tiêu chí",
                "Standing of the scheme",
                ResultText.standing(scheme.method().standing())));
    }

    private static MethodEntry line(String vi, String en, LocalizedText text) {
        return new MethodEntry(LocalizedText.of(vi, en), text);
    }

    private String name(String code) {
        return names.getOrDefault(code, code);
    }

    private String area(String code) {
        return areas.getOrDefault(code, "");
    }
}
