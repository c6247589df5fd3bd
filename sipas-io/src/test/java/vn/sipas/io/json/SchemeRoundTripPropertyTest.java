package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.rating.Bonus;
import vn.sipas.core.rating.Criterion;
import vn.sipas.core.rating.FactDefinition;
import vn.sipas.core.rating.Gate;
import vn.sipas.core.rating.GateEffect;
import vn.sipas.core.rating.GateTest;
import vn.sipas.core.rating.Measure;
import vn.sipas.core.rating.MissingPoints;
import vn.sipas.core.rating.PointsBasis;
import vn.sipas.core.rating.PointsMapping;
import vn.sipas.core.rating.Provenance;
import vn.sipas.core.rating.Quantity;
import vn.sipas.core.rating.Quota;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.RoundingPolicy;
import vn.sipas.core.rating.ScoringRule;
import vn.sipas.core.rating.SeriesGuardrail;
import vn.sipas.core.rating.Setting;
import vn.sipas.core.rating.StarAdjustment;
import vn.sipas.core.rating.StarBand;
import vn.sipas.core.rating.ValueBand;

class SchemeRoundTripPropertyTest {

    private static final SchemeJson JSON = SchemeJson.create();

    private static LocalizedText text(String text) {
        return LocalizedText.of(text, "en " + text);
    }

    @Provide
    Arbitrary<Fraction> fractions() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 400),
                        Arbitraries.integers().between(1, 12))
                .as(Fraction::of);
    }

    @Provide
    Arbitrary<LocalizedText> texts() {
        return Arbitraries.strings()
                .withChars("aàảãáạăđêôơưẮỮ \"\\\n\u2028<>{}1")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(words -> text("x" + words));
    }

    private Arbitrary<Provenance> provenances() {
        return Arbitraries.oneOf(
                Arbitraries.just(Provenance.assumption()),
                texts().map(article -> Provenance.of(MethodVersion.Standing.PUBLISHED, article)),
                Arbitraries.just(new Provenance(
                        MethodVersion.Standing.OFFICIAL,
                        Optional.empty(),
                        Optional.of(URI.create("https://example.org/a?b=1")))));
    }

    private Arbitrary<Quantity> quantities() {
        return Arbitraries.oneOf(
                Arbitraries.just(Quantity.of("cases")),
                fractions().map(factor -> Quantity.of("cases").plus("number", factor)),
                fractions()
                        .map(constant -> new Quantity(
                                Quantity.of("cases").minus("number").terms(), constant)));
    }

    private Arbitrary<Measure> measures() {
        return Arbitraries.oneOf(
                quantities().map(Measure.Amount::new),
                Combinators.combine(quantities(), quantities(), fractions()).as(Measure.Ratio::new),
                Combinators.combine(quantities(), quantities(), fractions()).as(Measure.Complement::new));
    }

    private Arbitrary<PointsMapping> mappings() {
        return Arbitraries.oneOf(
                fractions().map(PointsMapping.Linear::upTo),
                Combinators.combine(fractions(), fractions())
                        .as((from, step) -> new PointsMapping.Bands(List.of(
                                new ValueBand(Optional.empty(), Optional.of(from), Fraction.ZERO),
                                new ValueBand(Optional.of(from), Optional.of(from.plus(step)), Fraction.ZERO),
                                new ValueBand(Optional.of(from.plus(step)), Optional.empty(), Fraction.of(1, 12))))));
    }

    private Arbitrary<ScoringRule> rules() {
        Arbitrary<ScoringRule> simple = Arbitraries.oneOf(
                Arbitraries.of(PointsBasis.values()).map(ScoringRule.PointsGiven::new),
                Combinators.combine(measures(), mappings()).as(ScoringRule.MeasuredPoints::new),
                mappings().map(mapping -> new ScoringRule.SatisfactionPoints("said", mapping)),
                Combinators.combine(quantities(), quantities())
                        .as((points, dossiers) -> new ScoringRule.DossierAverage(
                                points, dossiers, new RoundingRule(1, RoundingMode.HALF_UP))));
        return Arbitraries.oneOf(
                simple,
                Combinators.combine(quantities(), simple).as(ScoringRule.FullWhenNone::new),
                Combinators.combine(quantities(), fractions(), fractions().optional())
                        .as((cases, each, cap) -> new ScoringRule.WithDeductions(
                                new ScoringRule.FullPoints(),
                                List.of(new ScoringRule.Deduction(cases, each, cap)),
                                Fraction.of(-1, 4))));
    }

    private Arbitrary<GateTest> gateTests() {
        Arbitrary<GateTest> simple = Arbitraries.oneOf(
                Arbitraries.just(new GateTest.CriterionMinimum("k0", Fraction.of(1, 12))),
                Arbitraries.of(true, false).map(expected -> new GateTest.FactIs("yes", expected)),
                Combinators.combine(measures(), fractions())
                        .as((measure, limit) ->
                                new GateTest.MeasureWithin(measure, Optional.empty(), Optional.of(limit))),
                fractions().map(floor -> new GateTest.SatisfactionFloor("said", floor, 30)),
                Arbitraries.just(new GateTest.MinimumBase("said", 30)),
                Arbitraries.just(new GateTest.DocumentsComplete(List.of("yes"))),
                Arbitraries.just(new GateTest.GateMet("first")));
        return Arbitraries.oneOf(
                simple,
                simple.list().ofMinSize(1).ofMaxSize(3).map(GateTest.AllOf::new),
                simple.list().ofMinSize(1).ofMaxSize(3).map(GateTest.AnyOf::new));
    }

    private Arbitrary<Gate> gates() {
        return Combinators.combine(
                        texts(),
                        gateTests(),
                        Arbitraries.of(
                                new GateEffect.Block(),
                                new GateEffect.Exclude(),
                                new GateEffect.CapStars(1),
                                new GateEffect.CapBandStars(2)),
                        provenances())
                .as((title, test, effect, provenance) -> new Gate("g", title, test, effect, provenance));
    }

    @Provide
    Arbitrary<RatingScheme> schemes() {
        Arbitrary<List<Criterion>> criteria = Combinators.combine(texts(), fractions(), rules(), provenances())
                .as((title, maximum, rule, provenance) -> new Criterion("k", title, maximum, rule, provenance))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
        return Combinators.combine(
                        texts(),
                        criteria,
                        gates().list().ofMaxSize(4),
                        fractions(),
                        Arbitraries.of(true, false),
                        provenances())
                .as(SchemeRoundTripPropertyTest::scheme);
    }

    private static RatingScheme scheme(
            LocalizedText title,
            List<Criterion> drawn,
            List<Gate> gates,
            Fraction cut,
            boolean rich,
            Provenance provenance) {
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            Criterion criterion = drawn.get(i);
            criteria.add(new Criterion(
                    "k" + i, criterion.title(), criterion.maximum(), criterion.rule(), criterion.provenance()));
        }
        Fraction total = Fraction.sum(criteria.stream().map(Criterion::maximum).toList());
        Criterion group = new Criterion("group", title, total, new ScoringRule.SumOfParts(criteria), provenance);
        RatingScheme.Builder builder = RatingScheme.builder(MethodVersion.of("drawn", "1"), title, total)
                .fact(FactDefinition.count("cases", text("cases")))
                .fact(FactDefinition.number("number", text("number")))
                .fact(FactDefinition.yesNo("yes", text("yes")).withWhenAbsent(Fraction.ONE))
                .fact(FactDefinition.satisfaction("said", text("said"), Fraction.of(100, 1)))
                .gate(new Gate("first", title, new GateTest.FactIs("yes", true), new GateEffect.Block(), provenance))
                .band(new StarBand(2, title, Optional.of(total.times(Fraction.of(1, 2))), Optional.empty(), provenance))
                .band(new StarBand(
                        1, title, Optional.empty(), Optional.of(total.times(Fraction.of(1, 2))), provenance));
        if (rich) {
            criteria.forEach(builder::criterion);
            builder.bonus(new Bonus(List.of(Criterion.given("extra", title, 3)), cut, Bonus.Reach.ON_TOP))
                    .adjustment(new StarAdjustment("up", title, new GateTest.GateMet("first"), 1, provenance))
                    .quota(new Quota(
                            "q",
                            title,
                            2,
                            Fraction.of(1, 3),
                            Quota.Base.NEXT_LOWER_EXACTLY,
                            Quota.Ties.TAKE_IN,
                            provenance))
                    .guardrail(new SeriesGuardrail(Optional.of(cut), Set.of("other", "another")))
                    .rounding(RoundingPolicy.total(new RoundingRule(3, RoundingMode.HALF_EVEN)))
                    .missing(MissingPoints.ZERO)
                    .registration("yes")
                    .setting(new Setting("s", title, "1/3", Setting.ChosenBy.CALLER))
                    .setting(new Setting("w", title, "word", Setting.ChosenBy.DEFAULT));
        } else {
            builder.criterion(group);
        }
        for (int i = 0; i < gates.size(); i++) {
            Gate gate = gates.get(i);
            builder.gate(new Gate("g" + i, gate.title(), gate.test(), gate.effect(), gate.provenance()));
        }
        return builder.build();
    }

    @Property(tries = 200)
    void readIsTheInverseOfWrite(@ForAll("schemes") RatingScheme scheme) {
        assertEquals(scheme, JSON.read(JSON.write(scheme), "drawn.json").orThrow());
    }
}
