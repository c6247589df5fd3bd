package vn.sipas.examples.cli;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.rating.Criterion;
import vn.sipas.core.rating.FactDefinition;
import vn.sipas.core.rating.Gate;
import vn.sipas.core.rating.GateEffect;
import vn.sipas.core.rating.GateTest;
import vn.sipas.core.rating.PointsMapping;
import vn.sipas.core.rating.Provenance;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.ScoringRule;
import vn.sipas.core.rating.Setting;
import vn.sipas.core.rating.StarBand;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.unit.UnitCode;

/**
 * The five criteria groups of Bắc Giang's scoring sheet of 2023 (20 + 25 + 20 + 15 + 20), group 25 fed by the survey. The
 * province's star cut-offs and gates are not published: those here are assumptions of the demonstration.
 */
final class DemoScheme {

    private static final String SATISFACTION = "satisfied";
    private static final String[] CUT_OFFS = {"60", "70", "80", "90"};
    private static final int MINIMUM_BASE = 30;

    private DemoScheme() {}

    static RatingScheme scheme() {
        RatingScheme.Builder scheme = RatingScheme.builder(
                        MethodVersion.of("bac-giang-demonstration", "1"),
                        LocalizedText.of(
                                "Chính quyền thân thiện Bắc Giang (ngưỡng sao giả định)",
                                "Friendly government of Bắc Giang (assumed star cut-offs)"),
                        Fraction.of(100, 1))
                .fact(FactDefinition.satisfaction(
                        SATISFACTION,
                        LocalizedText.of("Chỉ số hài lòng (%)", "Satisfaction index (%)"),
                        Fraction.of(100, 1)))
                .criterion(Criterion.given(
                        "21",
                        LocalizedText.of("Quy chế dân chủ ở cơ sở; tuyên truyền", "Grassroots democracy; propaganda"),
                        20))
                .criterion(Criterion.given("22", LocalizedText.of("Cải cách hành chính", "Administrative reform"), 25))
                .criterion(Criterion.given(
                        "23",
                        LocalizedText.of("Văn minh, văn hóa công sở, Quy tắc ứng xử", "Civility and code of conduct"),
                        20))
                .criterion(Criterion.given(
                        "24",
                        LocalizedText.of("Tiếp xúc, đối thoại, giải quyết đơn thư", "Meetings, dialogue, complaints"),
                        15))
                .criterion(new Criterion(
                        "25",
                        LocalizedText.of("Mức độ hài lòng", "Satisfaction"),
                        Fraction.of(20, 1),
                        new ScoringRule.SatisfactionPoints(
                                SATISFACTION, PointsMapping.Linear.upTo(Fraction.of(100, 1))),
                        Provenance.assumption()))
                .gate(new Gate(
                        "enough-answers",
                        LocalizedText.of(
                                "Đủ " + MINIMUM_BASE + " phiếu hợp lệ", "At least " + MINIMUM_BASE + " ballots"),
                        new GateTest.MinimumBase(SATISFACTION, MINIMUM_BASE),
                        new GateEffect.Exclude(),
                        Provenance.assumption()))
                .gate(new Gate(
                        "satisfaction-floor",
                        LocalizedText.of(
                                "Chỉ số hài lòng từ 75% (tối đa 2 sao nếu thấp hơn)",
                                "Satisfaction of at least 75 % (else at most 2 stars)"),
                        new GateTest.SatisfactionFloor(SATISFACTION, Fraction.of(75, 1), MINIMUM_BASE),
                        new GateEffect.CapStars(2),
                        Provenance.assumption()))
                .setting(new Setting(
                        "star-cut-offs",
                        LocalizedText.of("Ngưỡng sao (giả định)", "Star cut-offs (assumed)"),
                        String.join("/", CUT_OFFS),
                        Setting.ChosenBy.CALLER));
        for (int stars = 1; stars <= CUT_OFFS.length; stars++) {
            scheme.band(new StarBand(
                    stars,
                    LocalizedText.of(stars + " sao", stars == 1 ? "1 star" : stars + " stars"),
                    Optional.of(Fraction.parse(CUT_OFFS[stars - 1])),
                    stars == CUT_OFFS.length ? Optional.empty() : Optional.of(Fraction.parse(CUT_OFFS[stars])),
                    Provenance.assumption()));
        }
        return scheme.build();
    }

    /** Points of groups 21 to 24 are made up from the seed; group 25 comes from the survey. */
    static UnitScores scores(UnitCode unit, Estimate satisfaction, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ unit.value().hashCode());
        double level = 0.62 + 0.36 * random.nextDouble();
        return UnitScores.builder(unit)
                .points("21", points(random, level, 20))
                .points("22", points(random, level, 25))
                .points("23", points(random, level, 20))
                .points("24", points(random, level, 15))
                .surveyed(
                        SATISFACTION,
                        BigDecimal.valueOf(satisfaction.value()),
                        satisfaction.standardError(),
                        satisfaction.base())
                .build();
    }

    /** Quarter points, as sheets have them. */
    private static Fraction points(SplittableRandom random, double level, int maximum) {
        double share = Math.min(1.0, Math.max(0.0, level + 0.12 * (random.nextDouble() - 0.5)));
        return Fraction.of(Math.round(share * maximum * 4), 4);
    }
}
