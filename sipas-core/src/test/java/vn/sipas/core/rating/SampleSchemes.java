package vn.sipas.core.rating;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.unit.UnitCode;

/** Schemes that the tests of this package share, written in Java as a host would. */
final class SampleSchemes {

    private SampleSchemes() {}

    static LocalizedText text(String text) {
        return LocalizedText.same(text);
    }

    static Fraction f(String value) {
        return Fraction.parse(value);
    }

    static Optional<Fraction> at(String value) {
        return Optional.of(f(value));
    }

    static StarBand band(int stars, String from, String below) {
        return new StarBand(
                stars,
                LocalizedText.of(stars + " sao", stars + " stars"),
                from.isEmpty() ? Optional.empty() : at(from),
                below.isEmpty() ? Optional.empty() : at(below),
                Provenance.assumption());
    }

    static Gate gate(String code, GateTest test, GateEffect effect) {
        return new Gate(code, text(code), test, effect, Provenance.assumption());
    }

    static UnitScores.Builder unit(String code) {
        return UnitScores.builder(UnitCode.of(code));
    }

    /** Decision 54/2025/QĐ-UBND of Đồng Nai: 15 + 15 + 20 + 50, initiatives 5, cut-offs 95/90/80. */
    static RatingScheme dongNai() {
        return RatingScheme.builder(MethodVersion.of("dong-nai", "1"), text("Đồng Nai"), f("100"))
                .criterion(Criterion.given("propaganda", text("Propaganda"), 15))
                .criterion(Criterion.given("civility", text("Civility"), 15))
                .criterion(Criterion.given("satisfaction", text("Satisfaction"), 20))
                .criterion(Criterion.given("reform", text("Reform"), 50))
                .bonus(new Bonus(
                        List.of(Criterion.given("initiatives", text("Initiatives"), 5)),
                        f("5"),
                        Bonus.Reach.WITHIN_TOTAL))
                .band(band(4, "95", ""))
                .band(band(3, "90", "95"))
                .band(band(2, "80", "90"))
                .band(band(1, "", "80"))
                .build();
    }

    /** Groups of Bắc Giang 2023 with cut-offs assumed for the tests, three gates, and group 25 from a survey. */
    static RatingScheme bacGiang() {
        return RatingScheme.builder(MethodVersion.of("bac-giang-test", "1"), text("Bắc Giang"), f("100"))
                .fact(FactDefinition.yesNo("registered", text("Registered")).withWhenAbsent(Fraction.ONE))
                .fact(FactDefinition.yesNo("about-to-merge", text("About to merge"))
                        .withWhenAbsent(Fraction.ZERO))
                .fact(FactDefinition.yesNo("premises", text("Premises adequate"))
                        .withWhenAbsent(Fraction.ONE))
                .fact(FactDefinition.count("disciplined", text("Disciplined")).withWhenAbsent(Fraction.ZERO))
                .fact(FactDefinition.satisfaction("pks", text("Satisfied, per cent"), f("100")))
                .criterion(Criterion.given("21", text("Democracy"), 20))
                .criterion(Criterion.given("22", text("Reform"), 25))
                .criterion(Criterion.given("23", text("Civility"), 20))
                .criterion(Criterion.given("24", text("Dialogue"), 15))
                .criterion(new Criterion(
                        "25",
                        text("Satisfaction"),
                        f("20"),
                        new ScoringRule.SatisfactionPoints("pks", PointsMapping.Linear.upTo(f("100"))),
                        Provenance.assumption()))
                .gate(gate("merge", new GateTest.FactIs("about-to-merge", false), new GateEffect.Exclude()))
                .gate(gate("premises-adequate", new GateTest.FactIs("premises", true), new GateEffect.Exclude()))
                .gate(gate("enough-answers", new GateTest.MinimumBase("pks", 30), new GateEffect.Exclude()))
                .gate(gate(
                        "no-discipline",
                        new GateTest.MeasureWithin(
                                new Measure.Amount(Quantity.of("disciplined")), Optional.empty(), at("0")),
                        new GateEffect.CapStars(2)))
                .gate(gate("floor", new GateTest.SatisfactionFloor("pks", f("80"), 30), new GateEffect.CapStars(3)))
                .gate(gate("reform-minimum", new GateTest.CriterionMinimum("22", f("15")), new GateEffect.Block()))
                .registration("registered")
                .band(band(1, "60", "70"))
                .band(band(2, "70", "80"))
                .band(band(3, "80", "90"))
                .band(band(4, "90", ""))
                .build();
    }

    /** Scores of a unit of {@link #bacGiang()} with the points of groups 21 to 24 and the satisfaction. */
    static UnitScores.Builder commune(String code, String p21, String p22, String p23, String p24, String pks) {
        return unit(code)
                .points("21", p21)
                .points("22", p22)
                .points("23", p23)
                .points("24", p24)
                .surveyed("pks", new java.math.BigDecimal(pks), 3.0, 60);
    }

    /** Permenpan-RB 14/2017: nine elements on a scale of 1 to 4, weight 1/9 each, times 25, classes D to A. */
    static RatingScheme ikm() {
        RatingScheme.Builder scheme = RatingScheme.builder(MethodVersion.of("ikm", "1"), text("IKM"), f("100"));
        scheme.fact(FactDefinition.count("n", text("Respondents")));
        for (int i = 1; i <= 9; i++) {
            scheme.fact(FactDefinition.count("u" + i, text("Sum of element " + i)));
            scheme.criterion(new Criterion(
                    "e" + i,
                    text("Element " + i),
                    f("100/9"),
                    new ScoringRule.MeasuredPoints(
                            new Measure.Ratio(Quantity.of("u" + i), Quantity.of("n"), Fraction.ONE),
                            PointsMapping.Linear.upTo(f("4"))),
                    Provenance.assumption()));
        }
        return scheme.rounding(RoundingPolicy.total(RoundingRule.TWO_DECIMALS_HALF_UP))
                .band(band(1, "25", "65"))
                .band(band(2, "65", "76.61"))
                .band(band(3, "76.61", "88.31"))
                .band(band(4, "88.31", ""))
                .build();
    }

    /** One indicator of Circular 01/2018/TT-VPCP: average of 2, 1 or 0 points a dossier, rounded to one decimal. */
    static RatingScheme circularIndicator() {
        return RatingScheme.builder(MethodVersion.of("circular", "1"), text("Circular"), f("2"))
                .fact(FactDefinition.count("two", text("2 points")))
                .fact(FactDefinition.count("one", text("1 point")))
                .fact(FactDefinition.count("none", text("0 points")))
                .criterion(new Criterion(
                        "i1",
                        text("Indicator 1"),
                        f("2"),
                        new ScoringRule.DossierAverage(
                                Quantity.of("one").plus("two", f("2")),
                                Quantity.of("one").plus("two").plus("none"),
                                new RoundingRule(1, RoundingMode.HALF_UP)),
                        Provenance.assumption()))
                .band(band(1, "", ""))
                .build();
    }
}
