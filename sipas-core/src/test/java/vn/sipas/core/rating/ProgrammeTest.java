package vn.sipas.core.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.sipas.core.rating.SampleSchemes.commune;
import static vn.sipas.core.rating.SampleSchemes.f;
import static vn.sipas.core.rating.SampleSchemes.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.unit.Succession;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLineage;

class ProgrammeTest {

    private static final RatingCalculator CALCULATOR = RatingCalculator.of(SampleSchemes.bacGiang());

    /** Scores that give a number of stars by the cut-offs of the test scheme: totals 95, 85, 75, 65 and 55. */
    private static UnitScores.Builder scores(String code, int stars) {
        String p21 =
                switch (stars) {
                    case 4 -> "20";
                    case 3 -> "10";
                    default -> "0";
                };
        String p23 =
                switch (stars) {
                    case 4, 3, 2 -> "20";
                    case 1 -> "10";
                    default -> "0";
                };
        return commune(code, p21, "25", p23, "12", "90"); // 25 + 12 + 18 = 55
    }

    private static List<StarRating> rated(int... starsOfEach) {
        List<StarRating> ratings = new ArrayList<>();
        for (int i = 0; i < starsOfEach.length; i++) {
            ratings.add(CALCULATOR.rate(scores("c" + (100 + i), starsOfEach[i]).build()));
        }
        return ratings;
    }

    /** Eight times 4, six times 3, ten times 2, three times 1, four times 0 stars. */
    private static int[] bacGiangCity() {
        int[] stars = new int[31];
        for (int i = 0; i < 31; i++) {
            stars[i] = i < 8 ? 4 : i < 14 ? 3 : i < 24 ? 2 : i < 27 ? 1 : 0;
        }
        return stars;
    }

    /** baobacgiang.vn 14/02/2025: 31 units, 27 recognised, 8, 6, 10 and 3; goals 100 % at 2 stars, 20 % upgraded. */
    @Test
    void bacGiangCityAndItsTargetsOf2025() {
        int[] next = bacGiangCity();
        next[24] = 3; // Tân Liễu strives from 1 to 3 stars
        next[25] = 2;
        next[27] = 2;
        next[0] = 3; // one falls
        Programme programme = Programme.of(Map.of(2024, rated(bacGiangCity()), 2025, rated(next)));
        StarDistribution distribution = programme.distribution(2024);
        assertEquals(31, distribution.units());
        assertEquals(27, distribution.recognized());
        assertEquals(
                List.of(8, 6, 10, 3),
                List.of(distribution.with(4), distribution.with(3), distribution.with(2), distribution.with(1)));
        assertEquals(4, distribution.notRecognized());

        Target everyUnitTwo = new Target.AtLeastStars(2, Fraction.ONE);
        TargetProgress before = programme.progress(2024, everyUnitTwo);
        assertEquals(24, before.achieved());
        assertEquals(7, before.missing());
        TargetProgress after = programme.progress(2025, everyUnitTwo);
        assertEquals(27, after.achieved());
        assertEquals(
                List.of("c126", "c128", "c129", "c130"),
                after.open().stream().map(UnitCode::value).toList());
        // 20 % of 31 units are 6.2, so 7 units have to rise
        TargetProgress upgraded = programme.progress(2025, new Target.Upgraded(f("1/5")));
        assertEquals(7, upgraded.required());
        assertEquals(3, upgraded.achieved());
        assertFalse(upgraded.met());
        assertEquals(
                1,
                programme.changes(2025).stream()
                        .filter(change -> change.direction() == StarChange.Direction.DOWNGRADED)
                        .count());
        assertTrue(programme.table(Language.VI).contains("Nâng sao"));
    }

    /** nguoilambaobacgiang.vn 32140: Yên Dũng 2024, 13 of 15 recognised, 8, 4 and 1; two reasons for not taking part. */
    @Test
    void yenDungNamesItsTwoReasons() {
        List<StarRating> ratings = new ArrayList<>(rated(3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 1));
        ratings.add(CALCULATOR.rate(scores("c113", 3).yesNo("premises", false).build()));
        ratings.add(
                CALCULATOR.rate(scores("c114", 3).yesNo("about-to-merge", true).build()));
        StarDistribution distribution = StarDistribution.of(ratings);
        assertEquals(15, distribution.units());
        assertEquals(13, distribution.recognized());
        assertEquals(List.of(8, 4, 1), List.of(distribution.with(3), distribution.with(2), distribution.with(1)));
        assertEquals(2, distribution.notEligible());
        assertEquals(List.of("premises-adequate"), ratings.get(13).unmet());
        assertEquals(List.of("merge"), ratings.get(14).unmet());
    }

    @Test
    void mergedAndSplitUnitsAreComparedByLineage() {
        LocalDate reform = LocalDate.of(2025, 7, 1);
        ValidityPeriod old = ValidityPeriod.before(reform);
        ValidityPeriod current = ValidityPeriod.from(reform);
        // c1 and c2 merge into a new unit that re-uses the code c3; old c3 is split over c4 and c5
        UnitLineage lineage = UnitLineage.of(List.of(
                        step("c1", old, "c3", current),
                        step("c2", old, "c3", current),
                        step("c3", old, "c4", current),
                        step("c3", old, "c5", current)))
                .orThrow();
        Predecessors predecessors = Predecessors.by(lineage, LocalDate.of(2024, 12, 31), LocalDate.of(2025, 12, 31));
        assertEquals(Set.of(UnitCode.of("c1"), UnitCode.of("c2")), predecessors.of(UnitCode.of("c3")));
        assertEquals(Set.of(UnitCode.of("c3")), predecessors.of(UnitCode.of("c5")));
        assertEquals(Set.of(UnitCode.of("c9")), predecessors.of(UnitCode.of("c9")));
        assertEquals(Set.of(), predecessors.of(UnitCode.of("c1")));

        List<StarRating> before = List.of(rate("c1", 3), rate("c2", 2), rate("c3", 1), rate("c9", 2));
        List<StarRating> now = List.of(rate("c3", 3), rate("c4", 2), rate("c5", 1), rate("c9", 2), rate("c1", 4));
        Programme programme = Programme.of(Map.of(2024, before, 2025, now), Map.of(2025, predecessors));
        assertEquals(
                List.of(
                        StarChange.Direction.BETWEEN,
                        StarChange.Direction.UPGRADED,
                        StarChange.Direction.UNCHANGED,
                        StarChange.Direction.UNCHANGED,
                        StarChange.Direction.NO_PREDECESSOR),
                programme.changes(2025).stream().map(StarChange::direction).toList());
        // by code alone the merged unit would have been "upgraded" from the stars of another commune
        assertEquals(
                StarChange.Direction.UPGRADED,
                Programme.of(Map.of(2024, before, 2025, now))
                        .changes(2025)
                        .get(0)
                        .direction());
        Programme better = Programme.of(Map.of(2024, before, 2025, List.of(rate("c3", 4))), Map.of(2025, predecessors));
        assertEquals(StarChange.Direction.UPGRADED, better.changes(2025).get(0).direction());
    }

    private static Succession step(String from, ValidityPeriod old, String to, ValidityPeriod current) {
        return Succession.of(UnitKey.of(from, old), UnitKey.of(to, current));
    }

    private static StarRating rate(String code, int stars) {
        return CALCULATOR.rate(scores(code, stars).build());
    }

    @Test
    void yearsOfAnotherMethodDoNotCompareUnlessDeclared() {
        RatingScheme renamed = rebuilt(SeriesGuardrail.none());
        RatingScheme declared = rebuilt(new SeriesGuardrail(Optional.empty(), Set.of("bac-giang-test")));
        List<StarRating> before = List.of(rate("c1", 2));
        UnitScores scores = scores("c1", 3).build();
        assertEquals(
                StarChange.Direction.NOT_COMPARABLE,
                StarChange.between(RatingCalculator.of(renamed).rate(scores), before)
                        .direction());
        assertEquals(
                StarChange.Direction.UPGRADED,
                StarChange.between(RatingCalculator.of(declared).rate(scores), before)
                        .direction());
    }

    private static RatingScheme rebuilt(SeriesGuardrail guardrail) {
        RatingScheme old = SampleSchemes.bacGiang();
        RatingScheme.Builder builder = RatingScheme.builder(MethodVersion.of("other", "1"), old.title(), old.total());
        old.facts().forEach(builder::fact);
        old.criteria().forEach(builder::criterion);
        old.gates().forEach(builder::gate);
        old.bands().forEach(builder::band);
        return builder.registration("registered").guardrail(guardrail).build();
    }

    @Test
    void highAndLowCriteriaAreOrdered() {
        Programme programme = Programme.of(Map.of(2024, rated(4, 3, 2)));
        List<CriterionStanding> standings = programme.criteria(2024);
        assertEquals(
                List.of("22", "23", "25", "24", "21"),
                standings.stream().map(standing -> standing.criterion().code()).toList());
        assertEquals(f("1/2"), standings.get(4).meanShare().orElseThrow()); // (20 + 10 + 0) / 60
        assertEquals(1, standings.get(4).atMaximum());
    }

    @Test
    void leagueTableSharesRanksAndNamesInseparableGroups() {
        List<StarRating> ratings = List.of(
                surveyed("a", "90", 4), // 93
                surveyed("b", "80", 4), // 91
                surveyed("c", "80", 4), // 91
                surveyed("d", "30", 4)); // 81
        LeagueTable league = LeagueTable.of(ratings, 0.05);
        assertEquals(
                List.of(1, 2, 2, 4),
                league.entries().stream().map(LeagueTable.Entry::rank).toList());
        // se of a total 0.2 * 4 = 0.8, of a difference 1.131; 93 - 91: z 1.77, p 0.077; to 81: z > 8
        assertEquals(0.8, league.entries().get(0).standardError(), 1e-9);
        assertEquals(List.of(List.of(UnitCode.of("a"), UnitCode.of("b"), UnitCode.of("c"))), league.groups());
        LeagueTable exact =
                LeagueTable.of(List.of(surveyed("a", "90", 0), surveyed("b", "80", 0), surveyed("c", "80", 0)), 0.05);
        assertEquals(List.of(List.of(UnitCode.of("b"), UnitCode.of("c"))), exact.groups());
        assertTrue(league.toHtml(Language.EN).contains("<td>2</td><td>b</td>"));
        assertThrows(IllegalArgumentException.class, () -> LeagueTable.of(ratings, 1));
    }

    private static StarRating surveyed(String code, String pks, double standardError) {
        return CALCULATOR.rate(commune(code, "20", "25", "20", "10", pks)
                .surveyed("pks", new BigDecimal(pks), standardError, 60)
                .build());
    }

    @Test
    void monthlyProgressCountsMissingScoresAsNothing() {
        RatingCalculator calculator = RatingCalculator.of(SampleSchemes.dongNai());
        StarRating march = calculator.rate(
                unit("u").points("propaganda", "10").points("civility", "12").build());
        StarRating april = calculator.rate(unit("u")
                .points("propaganda", "12.5")
                .points("civility", "15")
                .points("satisfaction", "18")
                .points("reform", "40")
                .build());
        MonthlyProgress progress = MonthlyProgress.of(
                Map.of(YearMonth.of(2025, 4), List.of(april), YearMonth.of(2025, 3), List.of(march)));
        List<MonthlyProgress.Point> points = progress.of(UnitCode.of("u"));
        assertEquals(f("22"), points.get(0).points());
        assertEquals(OptionalInt.empty(), points.get(0).stars());
        assertEquals(f("63.5"), points.get(1).gain().orElseThrow());
        assertEquals(OptionalInt.of(2), points.get(1).stars());
        assertTrue(progress.table(Language.VI).contains("85,5"));
    }

    @Test
    void aUnitStandsOnceInAYear() {
        List<StarRating> twice = List.of(rate("c1", 2), rate("c1", 3));
        assertThrows(IllegalArgumentException.class, () -> Programme.of(Map.of(2024, twice)));
        assertThrows(IllegalArgumentException.class, () -> Programme.of(Map.of(2024, rated(1)))
                .ratings(2023));
    }
}
