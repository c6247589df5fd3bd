package vn.sipas.core.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.sipas.core.rating.SampleSchemes.at;
import static vn.sipas.core.rating.SampleSchemes.band;
import static vn.sipas.core.rating.SampleSchemes.f;
import static vn.sipas.core.rating.SampleSchemes.gate;
import static vn.sipas.core.rating.SampleSchemes.text;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.Language;
import vn.sipas.core.MethodVersion;

class SchemeDefectTest {

    private static RatingScheme.Builder sound() {
        return RatingScheme.builder(MethodVersion.of("x", "1"), text("x"), f("10"))
                .fact(FactDefinition.count("cases", text("Cases")))
                .fact(FactDefinition.satisfaction("said", text("Said"), f("1")))
                .fact(new FactDefinition(
                        "silent",
                        text("Silent"),
                        FactKind.COMPLEMENT_SATISFACTION,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Provenance.assumption()))
                .criterion(Criterion.given("a", text("a"), 4))
                .criterion(new Criterion(
                        "b",
                        text("b"),
                        f("6"),
                        new ScoringRule.SumOfParts(
                                List.of(Criterion.given("b1", text("b1"), 2), Criterion.given("b2", text("b2"), 4))),
                        Provenance.assumption()))
                .gate(gate(
                        "few-cases",
                        new GateTest.MeasureWithin(new Measure.Amount(Quantity.of("cases")), Optional.empty(), at("3")),
                        new GateEffect.CapStars(1)))
                .gate(gate("said", new GateTest.SatisfactionFloor("said", f("0.8"), 30), new GateEffect.Block()))
                .gate(gate(
                        "silent",
                        new GateTest.MeasureWithin(
                                new Measure.Amount(Quantity.of("silent")), at("90"), Optional.empty()),
                        new GateEffect.Block()));
    }

    private static RatingScheme.Builder banded() {
        return sound().band(band(1, "5", "8")).band(band(2, "8", ""));
    }

    private static void refused(RatingScheme.Builder builder, String code, String path) {
        Checked<RatingScheme> checked = builder.check();
        assertTrue(checked.value().isEmpty());
        assertEquals(
                List.of(code + " " + path),
                checked.problems().stream()
                        .filter(problem -> !problem.code().equals("rating.fact.unused"))
                        .map(problem -> problem.code() + " " + problem.place().path())
                        .toList());
        checked.problems().forEach(problem -> {
            assertFalse(problem.message(Language.VI).contains("{"), problem.message(Language.VI));
            assertFalse(problem.message(Language.EN).contains("{"), problem.message(Language.EN));
        });
    }

    @Test
    void theSoundSchemeIsSound() {
        assertEquals(List.of(), banded().check().problems());
    }

    @Test
    void holesOverlapsAndClosedTopsAreRefused() {
        refused(sound().band(band(2, "8.01", "")).band(band(1, "5", "8")), "rating.band.hole", "bands[0]");
        refused(sound().band(band(1, "5", "8")).band(band(2, "7.99", "")), "rating.band.overlap", "bands[1]");
        refused(sound().band(band(1, "5", "")).band(band(2, "8", "")), "rating.band.overlap", "bands[1]");
        refused(sound().band(band(1, "5", "8")).band(band(2, "8", "10")), "rating.band.top-closed", "bands[1]");
        refused(sound().band(band(2, "5", "8")).band(band(1, "8", "")), "rating.band.order", "bands[1].stars");
        refused(sound().band(band(1, "5", "11")).band(band(2, "11", "")), "rating.band.unreachable", "bands[1].from");
        assertEquals(
                "rating.band.empty",
                assertThrows(SchemeDefectException.class, () -> band(1, "8", "8"))
                        .problem()
                        .code());
    }

    @Test
    void weightsThatDoNotSumAreRefused() {
        refused(banded().criterion(Criterion.given("c", text("c"), 1)), "rating.maximum.sum", "total");
        SchemeDefectException defect = assertThrows(
                SchemeDefectException.class,
                () -> new Criterion(
                        "b",
                        text("b"),
                        f("6"),
                        new ScoringRule.SumOfParts(List.of(Criterion.given("b1", text("b1"), 5))),
                        Provenance.assumption()));
        assertEquals("rating.maximum.sum", defect.problem().code());
        assertEquals("parts", defect.problem().place().path());
    }

    @Test
    void unknownNamesAreRefused() {
        refused(
                banded().gate(gate("g", new GateTest.FactIs("nothing", true), new GateEffect.Block())),
                "rating.fact.unknown",
                "gates[3].require.fact");
        refused(
                banded().gate(gate("g", new GateTest.FactIs("cases", true), new GateEffect.Block())),
                "rating.fact.kind",
                "gates[3].require.fact");
        refused(
                banded().gate(gate("g", new GateTest.CriterionMinimum("z", f("1")), new GateEffect.Block())),
                "rating.criterion.unknown",
                "gates[3].require.criterion");
        refused(
                banded().gate(gate("g", new GateTest.CriterionMinimum("b", f("6.5")), new GateEffect.Block())),
                "rating.minimum.unreachable",
                "gates[3].require.atLeast");
        refused(
                banded().gate(gate("g", new GateTest.GateMet("z"), new GateEffect.Block())),
                "rating.gate.unknown",
                "gates[3].require.gate");
        refused(
                banded().gate(gate("g", new GateTest.FactIs("nothing", true), new GateEffect.CapStars(1))),
                "rating.fact.unknown",
                "gates[3].require.fact");
        refused(
                banded().gate(gate("g", new GateTest.GateMet("said"), new GateEffect.CapStars(3))),
                "rating.stars.unknown",
                "gates[3].otherwise.stars");
        refused(banded().registration("said"), "rating.fact.kind", "registration");
    }

    @Test
    void repeatedCodesAreRefused() {
        refused(
                banded().fact(FactDefinition.count("b2", text("again"))),
                "rating.code.repeated",
                "criteria[1].parts[1].code");
        refused(
                banded().gate(gate("said", new GateTest.GateMet("few-cases"), new GateEffect.Block())),
                "rating.code.repeated",
                "gates[3].code");
    }

    @Test
    void circularGatesAreRefused() {
        refused(
                banded().gate(gate("p", new GateTest.GateMet("q"), new GateEffect.Block()))
                        .gate(gate(
                                "q",
                                new GateTest.AllOf(List.of(new GateTest.GateMet("said"), new GateTest.GateMet("p"))),
                                new GateEffect.Block())),
                "rating.gate.circular",
                "gates[3].require");
        refused(
                banded().gate(gate("self", new GateTest.GateMet("self"), new GateEffect.Block())),
                "rating.gate.circular",
                "gates[3].require");
    }

    @Test
    void expressedAndComplementNeverMix() {
        refused(
                banded().gate(gate("g", new GateTest.SatisfactionFloor("silent", f("90"), 0), new GateEffect.Block())),
                "rating.statistic.mixed",
                "gates[3].require.fact");
        refused(
                banded().gate(gate(
                        "g",
                        new GateTest.MeasureWithin(
                                new Measure.Amount(Quantity.of("said").minus("silent")), at("0"), Optional.empty()),
                        new GateEffect.Block())),
                "rating.statistic.mixed",
                "gates[3].require.measure");
    }

    @Test
    void anUnusedFactIsAWarning() {
        Checked<RatingScheme> checked =
                banded().fact(FactDefinition.count("idle", text("idle"))).check();
        assertTrue(checked.value().isPresent());
        assertEquals("rating.fact.unused", checked.problems().get(0).code());
        assertEquals("facts[3]", checked.problems().get(0).place().path());
    }

    @Test
    void partsRefuseValuesOutsideTheirIntervals() {
        assertThrows(SchemeDefectException.class, () -> Criterion.given("a b", text("a"), 1));
        assertThrows(SchemeDefectException.class, () -> Criterion.given("a", text("a"), 0));
        assertThrows(SchemeDefectException.class, () -> new GateTest.DocumentsComplete(List.of()));
        assertThrows(SchemeDefectException.class, () -> PointsMapping.Linear.upTo(f("0")));
        assertThrows(SchemeDefectException.class, () -> Quantity.of("a").plus("a"));
        SchemeDefectException points = assertThrows(
                SchemeDefectException.class,
                () -> new Criterion(
                        "a",
                        text("a"),
                        f("2"),
                        new ScoringRule.SatisfactionPoints(
                                "said",
                                new PointsMapping.Bands(
                                        List.of(new ValueBand(Optional.empty(), Optional.empty(), f("3"))))),
                        Provenance.assumption()));
        assertTrue(points.getMessage().contains("at most the maximum 2"), points.getMessage());
    }
}
