package vn.sipas.io.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.MethodVersion.Standing;
import vn.sipas.core.rating.RatingCalculator;
import vn.sipas.core.rating.RatingOutcome;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.SatisfactionReading;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.json.SchemeJson;

class SchemeCatalogTest {

    private static final Catalog CATALOG = Catalog.standard();
    private static final SchemeJson JSON = SchemeJson.create();

    /** Cut-offs made up for these tests; no source gives them. */
    private static final Map<String, String> BAC_GIANG =
            Map.of("one-star-from", "60", "two-stars-from", "70", "three-stars-from", "80", "four-stars-from", "90");

    private static final Map<String, String> HCAHPS =
            Map.of("two-stars-from", "70", "three-stars-from", "80", "four-stars-from", "86", "five-stars-from", "91");

    static Stream<CatalogEntry> schemes() {
        return CATALOG.entries(CatalogKind.scheme(JSON, Map.of())).stream();
    }

    private static Map<String, String> settings(String id) {
        return id.equals("bac-giang-2023") ? BAC_GIANG : id.equals("hcahps-style") ? HCAHPS : Map.of();
    }

    private static Checked<RatingScheme> open(String id, Map<String, String> settings) {
        return CATALOG.open("catalog:" + id, CatalogKind.scheme(JSON, settings));
    }

    private static RatingCalculator calculator(String id) {
        return RatingCalculator.of(open(id, settings(id)).orThrow());
    }

    private static UnitScores.Builder unit() {
        return UnitScores.builder(UnitCode.of("07210"));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everySchemeOpensAndSurvivesWriting(CatalogEntry entry) {
        Checked<RatingScheme> opened = open(entry.id(), settings(entry.id()));
        assertEquals(List.of(), opened.problems());
        RatingScheme scheme = opened.orThrow();
        assertEquals(entry.id(), scheme.method().id());
        assertEquals(entry.standing(), scheme.method().standing());
        assertEquals(entry.validity(), scheme.method().validity());
        assertEquals(scheme, JSON.read(JSON.write(scheme), "written.json").orThrow());
        assertTrue(entry.standing() != Standing.OFFICIAL, "no scheme was read in its legal text");
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everyOriginNamesAPartThatExistsAndEverySourceIsUsed(CatalogEntry entry) throws IOException {
        List<String> paths = new ArrayList<>();
        collect(new ObjectMapper().readTree(entry.definition()), "", paths);
        for (ValueOrigin origin : entry.origins()) {
            assertTrue(paths.stream().anyMatch(origin::covers), () -> entry.id() + " has no " + origin.path());
        }
        for (CatalogSource source : entry.sources()) {
            assertTrue(
                    entry.origins().stream()
                            .anyMatch(origin ->
                                    origin.source().filter(source.id()::equals).isPresent()),
                    () -> entry.id() + " does not use " + source.id());
        }
    }

    private static void collect(JsonNode node, String path, List<String> paths) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), paths));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), path + "[" + i + "]", paths);
            }
        } else {
            paths.add(path);
        }
    }

    @Test
    void bacGiangNeedsItsCutOffsAndClaimsNoneOfficial() {
        Checked<RatingScheme> without = open("bac-giang-2023", Map.of());
        assertEquals(
                List.of("one-star-from", "two-stars-from", "three-stars-from", "four-stars-from"),
                without.problems().stream()
                        .map(problem -> problem.attributes().get("setting"))
                        .toList());
        assertTrue(
                without.problems().stream().allMatch(problem -> problem.code().equals("scheme.setting.required")));
        assertEquals(
                "scheme.setting.unknown",
                open("bac-giang-2023", Map.of("five-stars-from", "99")).problems().stream()
                        .map(problem -> problem.code())
                        .filter("scheme.setting.unknown"::equals)
                        .findFirst()
                        .orElseThrow());

        RatingScheme scheme = open("bac-giang-2023", BAC_GIANG).orThrow();
        assertEquals(
                List.of("20", "25", "20", "15", "20"),
                scheme.criteria().stream()
                        .map(criterion -> criterion.maximum().toString())
                        .toList());
        scheme.bands()
                .forEach(band ->
                        assertEquals(Standing.ASSUMPTION, band.provenance().standing()));
        StarRating rating = RatingCalculator.of(scheme).rate(bacGiang().build());
        assertEquals(OptionalInt.of(4), rating.stars());
        String explained = rating.explanation().table(Language.VI);
        assertTrue(explained.contains("do người dùng chọn"), explained);
        assertTrue(explained.contains("mặc định giả định"));
    }

    private static UnitScores.Builder bacGiang() {
        return unit().points("21", "19")
                .points("22", "24")
                .points("23", "19")
                .points("24", "14")
                .selfScore("25", Fraction.of(20, 1))
                .surveyed("satisfaction", new BigDecimal("92.5"), 3.4, 59)
                .yesNo("doc-request", true)
                .yesNo("doc-report", true)
                .yesNo("doc-self-score", true)
                .yesNo("doc-registration", true)
                .yesNo("doc-approval", true);
    }

    @Test
    void bacGiangAsksForFiveDocumentsThirtyAnswersAndAStandingUnit() {
        RatingCalculator calculator = calculator("bac-giang-2023");
        assertEquals(
                List.of("documents"),
                calculator.rate(bacGiang().yesNo("doc-approval", false).build()).unmet());
        assertEquals(
                "not-eligible",
                calculator
                        .rate(bacGiang().yesNo("about-to-merge", true).build())
                        .outcome()
                        .tag());
        assertEquals(
                List.of("enough-answers"),
                calculator
                        .rate(bacGiang()
                                .surveyed("satisfaction", new BigDecimal("100"), 0, 29)
                                .build())
                        .unmet());
    }

    /** Decision 54/2025/QĐ-UBND: 15 + 15 + 20 + 50, stars from 95, 90 and 80. */
    @ParameterizedTest
    @CsvSource({"44.999, 3", "45, 4", "39.995, 2", "40, 3", "30, 2", "29.999, 1"})
    void dongNaiBandsAreHalfOpen(String reform, int stars) {
        StarRating rating = calculator("dong-nai-54-2025")
                .rate(unit().points("propaganda", "15")
                        .points("civility", "15")
                        .points("satisfaction", "20")
                        .points("reform", reform)
                        .build());
        assertEquals(OptionalInt.of(stars), rating.stars());
    }

    /** Σ points ÷ dossiers to one decimal, summed: 1.8 + 1.3 + 2 + 0 + 1.5 for the dossier indicators, 2 + 2 + 2 + 2. */
    @Test
    void circular01RoundsEachIndicatorToOneDecimal() {
        UnitScores.Builder scores = unit();
        dossiers(scores, 1, 3, 1, 0); // 7/4 = 1.75
        dossiers(scores, 2, 2, 0, 1); // 4/3
        dossiers(scores, 3, 9, 0, 0);
        dossiers(scores, 4, 0, 0, 5);
        dossiers(scores, 7, 5, 5, 0);
        for (int given : new int[] {5, 6, 8, 9}) {
            scores.points("i" + given, "2");
        }
        StarRating rating = calculator("circular-01-2018").rate(scores.build());
        assertEquals(Fraction.parse("14.6"), rating.total().orElseThrow());
        assertEquals(Fraction.parse("1.8"), rating.points("i1").orElseThrow());
        assertEquals(Fraction.parse("1.3"), rating.points("i2").orElseThrow());
    }

    private static void dossiers(UnitScores.Builder scores, int indicator, long two, long one, long none) {
        scores.amount("i" + indicator + ".dossiers-2", two)
                .amount("i" + indicator + ".dossiers-1", one)
                .amount("i" + indicator + ".dossiers-0", none);
    }

    /** Lâm Đồng Q2/2024: 83.61 was rated good, 90.96 excellent; below 50 is weak. */
    @ParameterizedTest
    @CsvSource({"83.61, Tốt", "90.96, Xuất sắc", "49.99, Yếu", "50, Trung bình", "90, Xuất sắc"})
    void decision766Classes(String total, String label) {
        // the three ratios give all 18 points or, without dossiers handled well, none
        BigDecimal rest = new BigDecimal(total).subtract(new BigDecimal("18"));
        StarRating rating = calculator("decision-766-2022")
                .rate(ratios(50, 50, 50, 0, 1000, 0)
                        .points("openness", rest.min(new BigDecimal("18")).toPlainString())
                        .points(
                                "progress",
                                rest.subtract(new BigDecimal("18"))
                                        .max(BigDecimal.ZERO)
                                        .min(new BigDecimal("20"))
                                        .toPlainString())
                        .points(
                                "digitisation",
                                rest.subtract(new BigDecimal("38"))
                                        .max(BigDecimal.ZERO)
                                        .min(new BigDecimal("22"))
                                        .toPlainString())
                        .points(
                                "online",
                                rest.subtract(new BigDecimal("60"))
                                        .max(BigDecimal.ZERO)
                                        .toPlainString())
                        .build());
        assertEquals(Fraction.parse(total), rating.total().orElseThrow());
        assertEquals(label, ((RatingOutcome.Awarded) rating.outcome()).label().vi());
    }

    private static UnitScores.Builder ratios(
            long competent, long onTime, long feedback, long negative, long dossiers, long dossiersNegative) {
        return unit().amount("feedback-within-competence", competent)
                .amount("feedback-on-time", onTime)
                .amount("feedback-total", feedback)
                .amount("feedback-negative", negative)
                .amount("dossiers-within-competence", dossiers)
                .amount("dossiers-negative", dossiersNegative);
    }

    /** 45/50 on time; (60 - 6) / 60 and (1000 - 25) / 1000 did not complain: 90, 90 and 97.5 %. */
    @Test
    void decision766RatiosAreComplements() {
        StarRating rating = calculator("decision-766-2022")
                .rate(ratios(50, 45, 60, 6, 1000, 25)
                        .points("openness", "18")
                        .points("progress", "20")
                        .points("digitisation", "22")
                        .points("online", "22")
                        .build());
        assertEquals(Fraction.parse("5.4"), rating.points("feedback-timeliness").orElseThrow());
        assertEquals(
                Fraction.parse("5.4"), rating.points("feedback-not-complaining").orElseThrow());
        assertEquals(
                Fraction.parse("5.85"),
                rating.points("dossiers-not-complaining").orElseThrow());
        assertEquals(
                List.of(SatisfactionReading.Statistic.COMPLEMENT, SatisfactionReading.Statistic.COMPLEMENT),
                rating.satisfaction().stream()
                        .map(SatisfactionReading::statistic)
                        .toList());
        assertEquals(Fraction.parse("97.5"), rating.satisfaction().get(1).value());
    }

    @Test
    void accessToLawGivesFullPointsWithoutComplaints() {
        RatingCalculator calculator = calculator("access-to-law-procedures-2017");
        UnitScores.Builder scores = unit().surveyed("satisfaction", new BigDecimal("90"), 2, 100)
                .amount("dossiers-on-time", 195)
                .amount("dossiers", 200)
                .amount("complaints", 0)
                .amount("complaints-handled", 0);
        // 12 * 0.9 + 10 * 0.975 + 2
        assertEquals(
                Fraction.parse("22.55"), calculator.rate(scores.build()).total().orElseThrow());
        // 0 of 4 handled and a failed sub-item: 0 and less 0.25
        StarRating failed = calculator.rate(
                scores.amount("complaints", 4).amount("failed-items", 1).build());
        assertEquals(Fraction.parse("-0.25"), failed.points("complaints-item").orElseThrow());
    }

    @Test
    void civilServantsHaveGatesAndTheQuota() {
        RatingCalculator calculator = calculator("civil-servants-335-2025");
        List<UnitScores> staff = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            staff.add(UnitScores.builder(UnitCode.of("p" + i))
                    .points("score", i < 4 ? "" + (98 - i) : "80")
                    .yesNo("disciplined", i == 11)
                    .build());
        }
        List<StarRating> ratings = calculator.rateAll(staff);
        // 4 above 90; 7 good: k of 4 may stay if k <= (7 + 4 - k) / 5, so 1
        assertEquals(
                List.of(4, 3, 3, 3),
                ratings.subList(0, 4).stream()
                        .map(rating -> rating.stars().orElseThrow())
                        .toList());
        assertEquals(OptionalInt.of(1), ratings.get(11).stars());
        assertEquals(
                "Không hoàn thành nhiệm vụ",
                ((RatingOutcome.Awarded) ratings.get(11).outcome()).label().vi());
    }

    /** The worked note of rennn9/GASPUL_BACKEND: 955/(29·9)·25 = 91.4750957854, class A; 90.56 comes of 0.11 for 1/9. */
    @Test
    void ikmOfTheWorkedNote() {
        int[] sums = {105, 101, 100, 116, 102, 105, 106, 105, 115};
        UnitScores.Builder scores = unit().amount("respondents", 29);
        for (int i = 0; i < 9; i++) {
            scores.amount("u" + (i + 1), sums[i]);
        }
        StarRating rating = calculator("ikm-2017").rate(scores.build());
        assertEquals(Fraction.parse("91.48"), rating.total().orElseThrow());
        assertEquals(
                "A, very good",
                ((RatingOutcome.Awarded) rating.outcome()).label().en());
    }

    @Test
    void hcahpsShowsScoresButNoStarsBelowOneHundredSurveys() {
        RatingCalculator calculator = calculator("hcahps-style");
        UnitScores.Builder scores = unit().amount("completed-surveys", 99);
        calculator.scheme().facts().stream()
                .filter(fact -> fact.key().endsWith("-score"))
                .forEach(fact -> scores.surveyed(fact.key(), new BigDecimal("88"), 1, 99));
        StarRating few = calculator.rate(scores.build());
        assertEquals("not-eligible", few.outcome().tag());
        assertEquals(Fraction.parse("88"), few.total().orElseThrow());
        assertEquals(
                OptionalInt.of(4),
                calculator.rate(scores.amount("completed-surveys", 100).build()).stars());
    }

    @ParameterizedTest
    @CsvSource({"4, 5, 3, false, 5", "5, 5, 5, true, 4", "3, 1, 1, false, 1", "1, 3, 5, false, 2"})
    void nursingHomesStartFromTheInspection(String inspection, long staffing, long quality, boolean abuse, int stars) {
        StarRating rating = calculator("nursing-home-style")
                .rate(unit().points("inspection", inspection)
                        .amount("staffing", staffing)
                        .amount("quality", quality)
                        .yesNo("abuse", abuse)
                        .build());
        assertEquals(OptionalInt.of(stars), rating.stars());
    }
}
