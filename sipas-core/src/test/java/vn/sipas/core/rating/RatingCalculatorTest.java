package vn.sipas.core.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.sipas.core.rating.SampleSchemes.at;
import static vn.sipas.core.rating.SampleSchemes.band;
import static vn.sipas.core.rating.SampleSchemes.commune;
import static vn.sipas.core.rating.SampleSchemes.f;
import static vn.sipas.core.rating.SampleSchemes.gate;
import static vn.sipas.core.rating.SampleSchemes.text;
import static vn.sipas.core.rating.SampleSchemes.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.ProblemException;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.ValidityPeriod;

class RatingCalculatorTest {

    /** Cut-offs of Decision 54/2025/QĐ-UBND: 4 stars from 95, 3 from 90, 2 from 80, 1 below 80. */
    @ParameterizedTest
    @CsvSource({
        "44.994, 94.994, 3",
        "44.999, 94.999, 3",
        "45, 95, 4",
        "39.995, 89.995, 2",
        "40, 90, 3",
        "30, 80, 2",
        "29.999, 79.999, 1",
        "0, 50, 1"
    })
    void bandsAreHalfOpenAndExact(String reform, String total, int stars) {
        StarRating rating = RatingCalculator.of(SampleSchemes.dongNai())
                .rate(unit("26000")
                        .points("propaganda", "15")
                        .points("civility", "15")
                        .points("satisfaction", "20")
                        .points("reform", reform)
                        .build());
        assertEquals(f(total), rating.total().orElseThrow());
        assertEquals(OptionalInt.of(stars), rating.stars());
    }

    @Test
    void roundingBeforeTheBandsIsARuleOfTheScheme() {
        UnitScores scores = unit("26000")
                .points("propaganda", "15")
                .points("civility", "15")
                .points("satisfaction", "20")
                .points("reform", "39.995")
                .build();
        RatingScheme rounding = SampleSchemes.dongNai().toBuilder()
                .rounding(RoundingPolicy.total(RoundingRule.TWO_DECIMALS_HALF_UP))
                .build();
        StarRating rating = RatingCalculator.of(rounding).rate(scores);
        assertEquals(OptionalInt.of(3), rating.stars());
        assertEquals(f("90"), rating.total().orElseThrow());
        Explanation total = child(rating.explanation(), Explanation.Kind.TOTAL);
        assertEquals(
                f("0.005"), child(total, Explanation.Kind.ROUNDING).points().orElseThrow());
        StarRating exact = RatingCalculator.of(SampleSchemes.dongNai()).rate(scores);
        assertEquals(OptionalInt.of(2), exact.stars());
        assertEquals(new BigDecimal("90.00"), exact.printedTotal().orElseThrow());
    }

    @Test
    void bonusStaysWithinTheTotalOrComesOnTop() {
        UnitScores scores = unit("26000")
                .points("propaganda", "15")
                .points("civility", "15")
                .points("satisfaction", "20")
                .points("reform", "48")
                .points("initiatives", "5")
                .build();
        StarRating within = RatingCalculator.of(SampleSchemes.dongNai()).rate(scores);
        assertEquals(f("100"), within.total().orElseThrow());
        Bonus bonus = SampleSchemes.dongNai().bonus().orElseThrow();
        RatingScheme onTop = SampleSchemes.dongNai().toBuilder()
                .bonus(new Bonus(bonus.criteria(), f("4"), Bonus.Reach.ON_TOP))
                .build();
        StarRating above = RatingCalculator.of(onTop).rate(scores);
        assertEquals(f("102"), above.total().orElseThrow());
        assertSumsUp(within.explanation());
        assertSumsUp(above.explanation());
    }

    /**
     * Totals per element of the worked IKM note in rennn9/GASPUL_BACKEND (rumus_perhitungan_ikm_lengkap.md), n = 29.
     * 955/(29·9)·25 = 91.4750957854 by exact arithmetic; the note's 90.56 comes of typing 0.11 for 1/9.
     */
    @Test
    void nineNinthsGive91Point48AndNot90Point56() {
        int[] sums = {105, 101, 100, 116, 102, 105, 106, 105, 115};
        UnitScores.Builder scores = unit("office").amount("n", 29);
        for (int i = 0; i < 9; i++) {
            scores.amount("u" + (i + 1), sums[i]);
        }
        StarRating rating = RatingCalculator.of(SampleSchemes.ikm()).rate(scores.build());
        assertEquals(f("91.48"), rating.total().orElseThrow());
        assertEquals(OptionalInt.of(4), rating.stars());
        Fraction exact = Fraction.sum(rating.criteria().stream()
                .map(result -> result.points().orElseThrow())
                .toList());
        assertEquals(Fraction.of(955 * 25, 29 * 9), exact);
        assertEquals(new BigDecimal("91.4750957854"), exact.round(new RoundingRule(10, RoundingMode.HALF_UP)));
        assertSumsUp(rating.explanation());

        RatingScheme.Builder typed = SampleSchemes.ikm().toBuilder();
        List<Criterion> ninths = new ArrayList<>(typed.criteria);
        typed.criteria.clear();
        ninths.forEach(criterion -> typed.criterion(
                new Criterion(criterion.code(), criterion.title(), f("11"), criterion.rule(), criterion.provenance())));
        String refusal = assertThrows(ProblemException.class, typed::build).getMessage();
        assertTrue(refusal.contains("sum to 99, must sum to 100"), refusal);
        // what 0.11 would have given: 955/29·0.11·25
        assertEquals(
                new BigDecimal("90.56"),
                Fraction.of(955, 29).times(f("0.11")).times(f("25")).round(RoundingRule.TWO_DECIMALS_HALF_UP));
    }

    /** Classes of Permenpan-RB 14/2017: D to 64.99, C to 76.60, B to 88.30, A above, on two decimals. */
    @ParameterizedTest
    @CsvSource({"64.994, 1", "64.995, 2", "76.604, 2", "76.605, 3", "88.304, 3", "88.305, 4"})
    void classesLookAtTheRoundedTotal(String value, int rank) {
        Engine engine = new Engine(SampleSchemes.ikm());
        assertEquals(rank, engine.bandStars(engine.rounded(f(value))));
    }

    /** Article 15(2) of Circular 01/2018/TT-VPCP: Σ points ÷ dossiers, one decimal. Worked by hand. */
    @ParameterizedTest
    @CsvSource({
        "10, 0, 0, 2",
        "5, 5, 0, 1.5",
        "1, 1, 1, 1", // 3/3
        "2, 0, 1, 1.3", // 4/3 = 1.333…
        "3, 1, 0, 1.8", // 7/4 = 1.75, half up
        "13, 5, 2, 1.6", // 31/20 = 1.55, half up
        "0, 0, 7, 0"
    })
    void dossierPointsAreAveragedAndRoundedOnce(long two, long one, long none, String points) {
        StarRating rating = RatingCalculator.of(SampleSchemes.circularIndicator())
                .rate(unit("o")
                        .amount("two", two)
                        .amount("one", one)
                        .amount("none", none)
                        .build());
        assertEquals(f(points), rating.points("i1").orElseThrow());
    }

    @Test
    void withoutDossiersThereIsNoAverage() {
        StarRating rating = RatingCalculator.of(SampleSchemes.circularIndicator())
                .rate(unit("o")
                        .amount("two", 0)
                        .amount("one", 0)
                        .amount("none", 0)
                        .build());
        RatingOutcome.NotEligible outcome = assertInstanceOf(RatingOutcome.NotEligible.class, rating.outcome());
        assertTrue(outcome.reasons().get(0).text().en().contains("there was no case"));
        assertEquals(Optional.empty(), rating.total());
        assertEquals(List.of("i1"), rating.unmet());
    }

    @Test
    void silenceIsAnotherStatisticThanSatisfaction() {
        // Decision 766/QĐ-TTg: (dossiers - negative) / dossiers * 100; 200 dossiers, 15 negative -> 92.5
        Measure complement = new Measure.Complement(Quantity.of("dossiers"), Quantity.of("negative"), f("100"));
        RatingScheme scheme = RatingScheme.builder(MethodVersion.of("d766", "1"), text("766"), f("12"))
                .fact(FactDefinition.count("dossiers", text("Dossiers")))
                .fact(FactDefinition.count("negative", text("Negative")))
                .fact(FactDefinition.satisfaction("said", text("Said"), f("100")))
                .criterion(new Criterion(
                        "silent",
                        text("Not complaining"),
                        f("6"),
                        new ScoringRule.MeasuredPoints(complement, PointsMapping.Linear.upTo(f("100"))),
                        Provenance.assumption()))
                .criterion(new Criterion(
                        "expressed",
                        text("Expressed"),
                        f("6"),
                        new ScoringRule.SatisfactionPoints("said", PointsMapping.Linear.upTo(f("100"))),
                        Provenance.assumption()))
                .band(band(1, "", ""))
                .build();
        StarRating rating = RatingCalculator.of(scheme)
                .rate(unit("p")
                        .amount("dossiers", 200)
                        .amount("negative", 15)
                        .surveyed("said", new BigDecimal("92.5"), 0, 200)
                        .build());
        List<SatisfactionReading> readings = rating.satisfaction();
        assertEquals(SatisfactionReading.Statistic.COMPLEMENT, readings.get(0).statistic());
        assertEquals(SatisfactionReading.Statistic.EXPRESSED, readings.get(1).statistic());
        assertEquals(f("92.5"), readings.get(0).value());
        assertEquals(f("5.55"), rating.points("silent").orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> readings.get(0).minus(readings.get(1)));
        assertTrue(rating.toString().contains("whoever says nothing counts as satisfied"));
    }

    @Test
    void noCaseInTheYearGivesFullPointsAndDeductionsMayReachBelowZero() {
        // access to law: handled / received, full 2 points without a complaint; a failed sub-item deducts 0.25
        ScoringRule ratio = new ScoringRule.MeasuredPoints(
                new Measure.Ratio(Quantity.of("handled"), Quantity.of("received"), f("100")),
                PointsMapping.Linear.upTo(f("100")));
        ScoringRule rule = new ScoringRule.WithDeductions(
                new ScoringRule.FullWhenNone(Quantity.of("received"), ratio),
                List.of(new ScoringRule.Deduction(Quantity.of("late"), f("0.25"), at("1"))),
                f("-0.25"));
        RatingScheme scheme = RatingScheme.builder(MethodVersion.of("law", "1"), text("Law"), f("2"))
                .fact(FactDefinition.count("handled", text("Handled")))
                .fact(FactDefinition.count("received", text("Received")))
                .fact(FactDefinition.count("late", text("Late")))
                .criterion(new Criterion("c", text("Complaints"), f("2"), rule, Provenance.assumption()))
                .band(band(1, "", ""))
                .build();
        RatingCalculator calculator = RatingCalculator.of(scheme);
        assertEquals(f("2"), complaints(calculator, 0, 0, 0));
        assertEquals(f("1.5"), complaints(calculator, 3, 4, 0));
        assertEquals(f("1"), complaints(calculator, 3, 4, 2));
        assertEquals(f("0.5"), complaints(calculator, 3, 4, 9)); // capped at 1 point
        assertEquals(f("-0.25"), complaints(calculator, 0, 4, 9)); // floor
    }

    private static Fraction complaints(RatingCalculator calculator, long handled, long received, long late) {
        StarRating rating = calculator.rate(unit("x")
                .amount("handled", handled)
                .amount("received", received)
                .amount("late", late)
                .build());
        assertSumsUp(rating.explanation());
        return rating.points("c").orElseThrow();
    }

    @Test
    void gatesCapBlockAndExclude() {
        RatingCalculator calculator = RatingCalculator.of(SampleSchemes.bacGiang());
        UnitScores.Builder good = commune("07210", "19", "24", "19", "14", "95");
        assertEquals(OptionalInt.of(4), calculator.rate(good.build()).stars());

        StarRating capped = calculator.rate(good.amount("disciplined", 1).build());
        assertEquals(OptionalInt.of(2), capped.stars());
        assertEquals(OptionalInt.of(4), capped.starsByPoints());
        assertEquals(List.of("no-discipline"), capped.unmet());

        StarRating blocked = calculator.rate(
                commune("07211", "20", "14.9", "20", "15", "100").build());
        RatingOutcome.NotRecognized refused = assertInstanceOf(RatingOutcome.NotRecognized.class, blocked.outcome());
        assertEquals("reform-minimum", refused.reasons().get(0).code());
        assertTrue(refused.reasons().get(0).text().vi().contains("14,9"));
        assertEquals(f("89.9"), blocked.total().orElseThrow());

        StarRating low =
                calculator.rate(commune("07212", "10", "15", "10", "5", "80").build());
        assertEquals(
                "total",
                assertInstanceOf(RatingOutcome.NotRecognized.class, low.outcome())
                        .reasons()
                        .get(0)
                        .code());

        StarRating few = calculator.rate(commune("07213", "19", "24", "19", "14", "95")
                .surveyed("pks", new BigDecimal("95"), 4, 29)
                .build());
        assertEquals(
                "enough-answers",
                assertInstanceOf(RatingOutcome.NotEligible.class, few.outcome())
                        .reasons()
                        .get(0)
                        .code());

        StarRating absent = calculator.rate(commune("07214", "19", "24", "19", "14", "95")
                .yesNo("registered", false)
                .build());
        assertInstanceOf(RatingOutcome.NotRegistered.class, absent.outcome());
        assertEquals(List.of(), absent.unmet());
        assertEquals(Optional.empty(), absent.total());
    }

    @Test
    void selfScoreAndAppraisedScoreAreBothKept() {
        UnitScores scores = unit("26000")
                .selfScore("propaganda", f("15"))
                .points("propaganda", "13.5")
                .points("civility", "15")
                .points("satisfaction", "20")
                .points("reform", "40")
                .build();
        StarRating rating = RatingCalculator.of(SampleSchemes.dongNai()).rate(scores);
        CriterionResult result = rating.criteria().get(0);
        assertEquals(f("13.5"), result.points().orElseThrow());
        assertEquals(Optional.of(f("15")), result.entry().self());
        assertTrue(rating.explanation().table(Language.VI).contains("Điểm tự chấm"));

        UnitScores onlySelf = unit("26000").selfScore("propaganda", f("15")).build();
        StarRating waiting = RatingCalculator.of(SampleSchemes.dongNai()).rate(onlySelf);
        assertInstanceOf(RatingOutcome.NotEligible.class, waiting.outcome());
        assertEquals(List.of("propaganda", "civility", "satisfaction", "reform"), waiting.unmet());
    }

    @Test
    void missingPointsCountZeroWhereTheSchemeSaysSo() {
        RatingScheme scheme =
                SampleSchemes.dongNai().toBuilder().missing(MissingPoints.ZERO).build();
        StarRating rating = RatingCalculator.of(scheme)
                .rate(unit("26000").points("reform", "50").build());
        assertEquals(f("50"), rating.total().orElseThrow());
        assertEquals(OptionalInt.of(1), rating.stars());
        assertSumsUp(rating.explanation());
    }

    @Test
    void adjustmentsAndCapsFollowTheNursingHomeOrder() {
        // start from the inspection star, +1 for staffing 5, -1 for staffing 1, abuse caps the inspection star at 2
        RatingScheme.Builder builder = RatingScheme.builder(MethodVersion.of("nursing", "1"), text("N"), f("5"))
                .fact(FactDefinition.number("staffing", text("Staffing")))
                .fact(FactDefinition.yesNo("abuse", text("Abuse")))
                .criterion(Criterion.given("inspection", text("Inspection"), 5))
                .gate(gate("no-abuse", new GateTest.FactIs("abuse", false), new GateEffect.CapBandStars(2)))
                .adjustment(new StarAdjustment("up", text("up"), staffing("5", "5"), 1, Provenance.assumption()))
                .adjustment(new StarAdjustment("down", text("down"), staffing("1", "1"), -1, Provenance.assumption()));
        for (int stars = 1; stars <= 5; stars++) {
            builder.band(band(stars, "" + stars, stars == 5 ? "" : "" + (stars + 1)));
        }
        RatingCalculator calculator = RatingCalculator.of(builder.build());
        assertEquals(5, nursing(calculator, "4", 5, false));
        assertEquals(5, nursing(calculator, "5", 5, false));
        assertEquals(4, nursing(calculator, "5", 1, false));
        assertEquals(3, nursing(calculator, "5", 5, true));
        assertEquals(1, nursing(calculator, "1", 1, false));
    }

    private static GateTest staffing(String least, String most) {
        return new GateTest.MeasureWithin(new Measure.Amount(Quantity.of("staffing")), at(least), at(most));
    }

    private static int nursing(RatingCalculator calculator, String inspection, long staffing, boolean abuse) {
        return calculator
                .rate(unit("h")
                        .points("inspection", inspection)
                        .amount("staffing", staffing)
                        .yesNo("abuse", abuse)
                        .build())
                .stars()
                .orElseThrow();
    }

    @Test
    void quotaLeavesTiesOutOrTakesThemInButNeverPicks() {
        List<UnitScores> units = new ArrayList<>();
        String[] reform = {"50", "49", "49", "49", "41", "40", "40", "40", "30", "30"};
        for (int i = 0; i < reform.length; i++) {
            units.add(unit("u" + i)
                    .points("propaganda", "15")
                    .points("civility", "15")
                    .points("satisfaction", "20")
                    .points("reform", reform[i])
                    .build());
        }
        // 4 units reach 4 stars; 20 % of 10 rated allows 2; places 2 to 4 are tied
        assertEquals(
                List.of(4, 3, 3, 3, 3, 3, 3, 3, 2, 2),
                stars(quota("1/5", Quota.Base.ALL_RATED, Quota.Ties.LEAVE_OUT), units));
        assertEquals(
                List.of(4, 4, 4, 4, 3, 3, 3, 3, 2, 2),
                stars(quota("1/5", Quota.Base.ALL_RATED, Quota.Ties.TAKE_IN), units));
        // 4 end with exactly 3 stars; taking k of the top 4 leaves 4 + 4 - k below: k <= (8 - k) / 5 gives k = 1
        assertEquals(
                List.of(4, 3, 3, 3, 3, 3, 3, 3, 2, 2),
                stars(quota("1/5", Quota.Base.NEXT_LOWER_EXACTLY, Quota.Ties.LEAVE_OUT), units));
        List<StarRating> ratings = RatingCalculator.of(quota("1/5", Quota.Base.ALL_RATED, Quota.Ties.LEAVE_OUT))
                .rateAll(units);
        assertEquals(4, ratings.get(1).quotaLimit().orElseThrow().before());
        assertTrue(ratings.get(1).explanation().table(Language.EN).contains("4 units reached it, the quota allows 2"));
        assertEquals(Optional.empty(), ratings.get(0).quotaLimit());
    }

    private static RatingScheme quota(String share, Quota.Base base, Quota.Ties ties) {
        return SampleSchemes.dongNai().toBuilder()
                .quota(new Quota("top", text("At most 20 %"), 4, f(share), base, ties, Provenance.assumption()))
                .build();
    }

    private static List<Integer> stars(RatingScheme scheme, List<UnitScores> units) {
        return RatingCalculator.of(scheme).rateAll(units).stream()
                .map(rating -> rating.stars().orElse(0))
                .toList();
    }

    @Test
    void guardrailHoldsCutOffsNearLastYear() {
        RatingScheme last = SampleSchemes.dongNai();
        RatingScheme proposed = SampleSchemes.bacGiang().toBuilder()
                .guardrail(new SeriesGuardrail(at("5"), Set.of("dong-nai")))
                .build();
        // proposed 90/80/70/60 against 95/90/80/none: 4 stars may fall to 90, 3 to 85, 2 to 75
        RatingScheme held = proposed.heldBy(last);
        assertEquals(at("90"), held.band(4).orElseThrow().from());
        assertEquals(at("85"), held.band(3).orElseThrow().from());
        assertEquals(at("75"), held.band(2).orElseThrow().from());
        assertEquals(at("75"), held.band(1).orElseThrow().below());
        assertTrue(held.band(3)
                .orElseThrow()
                .provenance()
                .article()
                .orElseThrow()
                .en()
                .contains("proposed 80"));
        assertTrue(held.comparableWith(last));
        assertFalse(SampleSchemes.bacGiang().comparableWith(last));
    }

    @Test
    void lastYearIsRatedByLastYearsRules() {
        LocalDate change = LocalDate.of(2026, 1, 1);
        RatingScheme old = dated(ValidityPeriod.before(change), "95");
        RatingScheme current = dated(ValidityPeriod.from(change), "97");
        SchemeSeries series = new SchemeSeries(List.of(current, old));
        assertEquals(old, series.on(LocalDate.of(2025, 12, 31)).orElseThrow());
        assertEquals(current, series.on(change).orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> new SchemeSeries(List.of(old, old)));
    }

    private static RatingScheme dated(ValidityPeriod validity, String four) {
        MethodVersion method =
                new MethodVersion("dong-nai", "1", MethodVersion.Standing.ASSUMPTION, Optional.empty(), validity);
        return RatingScheme.builder(method, text("t"), f("100"))
                .criterion(Criterion.given("a", text("a"), 100))
                .band(band(4, four, ""))
                .build();
    }

    @Test
    void scoresThatDoNotFitAreRefused() {
        RatingCalculator calculator = RatingCalculator.of(SampleSchemes.dongNai());
        UnitScores tooMany = unit("26000").points("reform", "50.01").build();
        ProblemException refused = assertThrows(ProblemException.class, () -> calculator.rate(tooMany));
        assertEquals("rating.score.outside", refused.problems().get(0).code());
        UnitScores unknown = unit("26000").points("nothing", "1").build();
        assertEquals(
                "rating.score.key-unknown",
                unknown.problemsUnder(calculator.scheme()).get(0).code());
    }

    @Test
    void htmlEscapesWhatTheSchemeSays() {
        RatingScheme scheme = RatingScheme.builder(MethodVersion.of("x", "1"), text("<b>&"), f("1"))
                .criterion(Criterion.given("a", text("\"a\"<script>"), 1))
                .band(band(1, "", ""))
                .build();
        String html = RatingCalculator.of(scheme)
                .rate(unit("u").points("a", "1").build())
                .toHtml(Language.VI);
        assertFalse(html.contains("<script>"));
        assertTrue(html.contains("&quot;a&quot;&lt;script&gt;"));
        assertTrue(html.startsWith("<table class=\"sipas-rating\" lang=\"vi\">"));
    }

    static Explanation child(Explanation node, Explanation.Kind kind) {
        return node.children().stream()
                .filter(child -> child.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** The points of a node are the exact sum of the points below it. */
    static void assertSumsUp(Explanation node) {
        List<Fraction> below = node.children().stream()
                .flatMap(child -> child.points().stream())
                .toList();
        if (node.points().isPresent() && !below.isEmpty()) {
            assertEquals(Fraction.sum(below), node.points().get(), node.code());
        }
        node.children().forEach(RatingCalculatorTest::assertSumsUp);
    }
}
