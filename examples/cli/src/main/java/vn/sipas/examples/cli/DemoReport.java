package vn.sipas.examples.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Proportion;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.index.IndexItem;
import vn.sipas.core.index.NodeResult;
import vn.sipas.core.index.UnrankedGroup;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.response.BallotFunnel;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.unit.Unit;
import vn.sipas.io.report.IndexValue;
import vn.sipas.io.report.ReportModel;
import vn.sipas.io.report.ReportModel.FunnelLoss;
import vn.sipas.io.report.ReportModel.FunnelStep;
import vn.sipas.io.report.ReportModel.GroupRow;
import vn.sipas.io.report.ReportModel.ItemRow;
import vn.sipas.io.report.ReportModel.KeyFigure;
import vn.sipas.io.report.ReportModel.LevelShare;
import vn.sipas.io.report.ReportModel.MethodEntry;
import vn.sipas.io.report.ReportModel.UnitRow;
import vn.sipas.io.report.ReportModel.UnrankedUnit;
import vn.sipas.io.report.ResultText;

/** Fills the report of the demonstration. */
final class DemoReport {

    private final OctoberWave wave;
    private final DemoIndex index;
    private final Map<String, Unit> districtOf = new HashMap<>();
    private final Map<String, Unit> communes = new HashMap<>();
    private final Map<String, StarRating> ratings = new HashMap<>();

    private DemoReport(OctoberWave wave, DemoIndex index, List<StarRating> ratings) {
        this.wave = wave;
        this.index = index;
        for (Unit district : wave.districts()) {
            for (Unit commune : wave.communesOf(district)) {
                districtOf.put(commune.code().value(), district);
                communes.put(commune.code().value(), commune);
            }
        }
        ratings.forEach(rating -> this.ratings.put(rating.unit().value(), rating));
    }

    static ReportModel model(
            OctoberWave wave, DemoPosters posters, DemoResponses responses, DemoIndex index, List<StarRating> ratings) {
        DemoReport report = new DemoReport(wave, index, ratings);
        Estimate province = index.province().estimate().orElseThrow();
        return ReportModel.builder(
                        LocalizedText.of(
                                "Mức độ hài lòng tại bộ phận một cửa cấp xã, tỉnh Bắc Giang",
                                "Satisfaction at the commune one-stop offices of Bắc Giang"),
                        LocalizedText.of(
                                "Đợt khảo sát 2–4/10/2024 · 209 xã, phường, thị trấn · 7 câu hỏi",
                                "Survey of 2–4 October 2024 · 209 communes · 7 questions"))
                .simulated(LocalizedText.of(
                        "DỮ LIỆU MÔ PHỎNG: tên đơn vị, số phiếu của ba huyện (Lục Ngạn, Việt Yên, Lục Nam) và tổng số"
                                + " phiếu là thật; mọi câu trả lời, điểm các nhóm 21–24 và ngưỡng sao là giả lập.",
                        "SIMULATED DATA: unit names, the totals of three districts (Lục Ngạn, Việt Yên, Lục Nam) and the"
                                + " overall total are real; every answer, the points of groups 21–24 and the star"
                                + " cut-offs are made up."))
                .overall(value(province, province.base()))
                .keyFigures(report.keyFigures(province, posters, responses))
                .items(report.items(responses))
                .units(report.units())
                .unranked(report.unranked())
                .groups(report.groups())
                .funnel(funnel(responses.funnel()))
                .ratings(report.ratedInOrder())
                .names(names(report.communes))
                .areas(names(report.districtOf))
                .method(report.method(province))
                .build();
    }

    private Unit commune(String code) {
        return Objects.requireNonNull(communes.get(code), code);
    }

    private Unit district(String code) {
        return Objects.requireNonNull(districtOf.get(code), code);
    }

    private List<KeyFigure> keyFigures(Estimate province, DemoPosters posters, DemoResponses responses) {
        long apart = index.ranking().ranked().stream()
                .flatMap(group -> group.estimate().stream())
                .filter(estimate -> estimate.interval().lower() > province.value()
                        || estimate.interval().upper() < province.value())
                .count();
        return List.of(
                new KeyFigure(
                        LocalizedText.of("Chỉ số hài lòng toàn tỉnh", "Provincial satisfaction index"),
                        percent(province.value()),
                        Optional.of(LocalizedText.of(
                                "Khoảng tin cậy 95%: "
                                        + percent(province.interval().lower()).vi() + " – "
                                        + percent(province.interval().upper()).vi(),
                                "95% interval: "
                                        + percent(province.interval().lower()).en() + " – "
                                        + percent(province.interval().upper()).en()))),
                new KeyFigure(
                        LocalizedText.of("Phiếu hợp lệ", "Valid ballots"),
                        count(responses.funnel().valid()),
                        Optional.of(LocalizedText.of(
                                "trên " + count(responses.report().read()).vi() + " phiếu thu về",
                                "of " + count(responses.report().read()).en() + " returned"))),
                new KeyFigure(
                        LocalizedText.of("Mã QR đã ký và kiểm tra", "QR codes signed and verified"),
                        count(posters.verified()),
                        Optional.empty()),
                new KeyFigure(
                        LocalizedText.of("Đơn vị khác mức toàn tỉnh", "Units apart from the province"),
                        count(apart),
                        Optional.of(LocalizedText.of(
                                "trên 209; khoảng tin cậy của các đơn vị còn lại chứa mức toàn tỉnh",
                                "of 209; the intervals of the others contain the provincial index"))));
    }

    private List<ItemRow> items(DemoResponses responses) {
        List<ItemRow> rows = new ArrayList<>();
        for (IndexItem item : index.definition().items()) {
            Optional<RatingQuestion> question = responses.survey().ratingQuestions().stream()
                    .filter(candidate -> candidate.code().equals(item.question()))
                    .findFirst();
            Optional<Estimate> estimate =
                    index.estimator().estimate(Domain.all()).node(item.id()).flatMap(NodeResult::estimate);
            if (question.isPresent() && estimate.isPresent()) {
                RatingDistribution answers = index.estimator().totals().distribution(Domain.all(), item.question());
                rows.add(new ItemRow(
                        item.question(),
                        question.get().text(),
                        value(estimate.get(), estimate.get().base()),
                        levels(question.get(), answers)));
            }
        }
        return rows;
    }

    private static List<LevelShare> levels(RatingQuestion question, RatingDistribution answers) {
        List<LevelShare> shares = new ArrayList<>();
        List<ScaleLevel> levels = question.scale().levels();
        for (int position = 0; position < levels.size(); position++) {
            double share = answers.levelShare(position).map(Proportion::value).orElse(0.0);
            shares.add(new LevelShare(
                    levels.get(position).label(), share, question.scale().isFavourable(position)));
        }
        return shares;
    }

    private List<UnitRow> units() {
        List<UnitRow> rows = new ArrayList<>();
        index.ranking().ranked().forEach(group -> {
            Unit commune = commune(group.group());
            StarRating rating = ratings.get(group.group());
            group.estimate()
                    .ifPresent(estimate -> rows.add(new UnitRow(
                            group.group(),
                            commune.name().vi(),
                            district(group.group()).name().vi(),
                            value(estimate, index.ballots(commune)),
                            rating == null ? OptionalInt.empty() : rating.stars())));
        });
        return rows;
    }

    private List<UnrankedUnit> unranked() {
        List<UnrankedUnit> rows = new ArrayList<>();
        for (UnrankedGroup group : index.ranking().unranked()) {
            Unit commune = commune(group.group());
            long base = index.ballots(commune);
            rows.add(new UnrankedUnit(
                    commune.name().vi(), district(group.group()).name().vi(), base, group.reason()));
        }
        return rows;
    }

    private List<GroupRow> groups() {
        List<GroupRow> rows = new ArrayList<>();
        for (Unit district : wave.districts()) {
            List<Unit> members = wave.communesOf(district).stream()
                    .filter(commune -> index.of(commune).estimate().isPresent())
                    .sorted(Comparator.comparingDouble(commune ->
                            index.of(commune).estimate().orElseThrow().value()))
                    .toList();
            index.of(district)
                    .estimate()
                    .ifPresent(estimate -> rows.add(new GroupRow(
                            district.name().vi(),
                            wave.communesOf(district).size(),
                            value(estimate, index.ballots(district)),
                            members.isEmpty() ? "" : members.get(0).name().vi(),
                            members.isEmpty()
                                    ? ""
                                    : members.get(members.size() - 1).name().vi())));
        }
        return rows;
    }

    private static List<FunnelStep> funnel(BallotFunnel funnel) {
        List<FunnelLoss> losses = new ArrayList<>();
        funnel.invalid().forEach((fault, count) -> losses.add(new FunnelLoss(fault.label(), count)));
        return List.of(
                new FunnelStep(
                        LocalizedText.of("Thu về", "Returned"), funnel.valid() + funnel.invalidTotal(), List.of()),
                new FunnelStep(LocalizedText.of("Hợp lệ", "Valid"), funnel.valid(), losses));
    }

    private List<StarRating> ratedInOrder() {
        return ratings.values().stream()
                .sorted(Comparator.comparing(StarRating::unit))
                .toList();
    }

    private static Map<String, String> names(Map<String, Unit> units) {
        Map<String, String> names = new HashMap<>();
        units.forEach((code, unit) -> names.put(code, unit.name().vi()));
        return names;
    }

    private List<MethodEntry> method(Estimate province) {
        return List.of(
                new MethodEntry(
                        LocalizedText.of("Phương pháp", "Method"),
                        LocalizedText.of(
                                index.definition().title().vi() + " ("
                                        + index.definition().method() + ")",
                                index.definition().title().en() + " ("
                                        + index.definition().method() + ")")),
                new MethodEntry(
                        LocalizedText.of("Tính chất", "Standing"),
                        LocalizedText.of(
                                "Giả định của thư viện, không phải công thức chính thức",
                                "An assumption of this library, not an official formula")),
                new MethodEntry(
                        LocalizedText.of("Ngưỡng sao", "Star cut-offs"),
                        LocalizedText.of(
                                DemoScheme.cutOffs()
                                        + " điểm: giả định của bản minh họa, không tìm thấy trong nguồn nào",
                                DemoScheme.cutOffs() + " points: assumed by the demonstration, found in no source")),
                new MethodEntry(
                        LocalizedText.of("Thiết kế mẫu", "Sample design"),
                        LocalizedText.of(
                                "Mỗi bộ phận một cửa là một tầng, mỗi phiên tiếp dân là một cụm",
                                "Every office is a stratum, every session at the desk a cluster")),
                new MethodEntry(LocalizedText.of("Khoảng tin cậy", "Interval"), ResultText.interval(province)),
                new MethodEntry(
                        LocalizedText.of("Xếp hạng", "Ranking"),
                        LocalizedText.of(
                                "Đơn vị dưới " + DemoIndex.MINIMUM_BASE
                                        + " phiếu không xếp hạng; so sánh cặp theo Holm",
                                "Units with fewer than " + DemoIndex.MINIMUM_BASE
                                        + " ballots are not ranked; pairs compared after Holm")));
    }

    private static IndexValue value(Estimate estimate, long base) {
        return new IndexValue(
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                base,
                Optional.empty());
    }

    private static LocalizedText percent(double value) {
        return LocalizedText.of(
                String.format(Locale.forLanguageTag("vi"), "%.2f", value) + "%",
                String.format(Locale.ROOT, "%.2f", value) + "%");
    }

    private static LocalizedText count(long value) {
        return LocalizedText.of(
                String.format(Locale.forLanguageTag("vi"), "%,d", value), String.format(Locale.ROOT, "%,d", value));
    }
}
