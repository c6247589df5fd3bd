package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sipas.core.Checked;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.design.Stratum;
import vn.sipas.core.survey.RatingScale;

/**
 * Awkward samples against R survey: edge-designs-rows.csv and edge-designs-estimates.csv, made by edge-designs.R, which says
 * how. Rows of weight 0, a domain within one unit, only lonely units, weights over six orders of magnitude, strata taken
 * whole, unanimous clusters, lonely units with domains.
 *
 * <p>Where we differ on purpose: R has no interval at a share of 0 or 1 and none without degrees of freedom, and svydesign
 * refuses a sample of a single unit; here these have an interval and a flag.
 */
class EdgeDesignsTest {

    private static final double RELATIVE = 1e-9;

    /** Weights of six orders of magnitude cost R three digits in its totals. */
    private static final double NO_ERROR = 1e-9;

    private static final List<RatedItem> ITEMS = List.of(new RatedItem("q", RatingScale.likert5()));

    private static Map<String, Estimator> estimators() {
        Map<String, List<Map<String, String>>> byCase = new HashMap<>();
        GoldenFile.rows("edge-designs-rows.csv")
                .forEach(row -> byCase.computeIfAbsent(row.get("case"), key -> new ArrayList<>())
                        .add(row));
        Map<String, Estimator> estimators = new HashMap<>();
        byCase.forEach((name, rows) -> estimators.put(name, estimator(rows)));
        return estimators;
    }

    private static Estimator estimator(List<Map<String, String>> rows) {
        SampleDesign.Selection selection =
                SampleDesign.Selection.valueOf(rows.get(0).get("selection"));
        ResponseTally tally = ResponseTally.of(
                new SampleDesign(selection, SampleDesign.Weighting.GIVEN, List.of(), List.of()), ITEMS);
        for (Map<String, String> row : rows) {
            String psu = selection == SampleDesign.Selection.RESPONDENTS ? "" : row.get("psu");
            if (!row.get("population").isEmpty()) {
                tally.statePopulation(
                        row.get("stratum"), FinitePopulation.ofSize(Double.parseDouble(row.get("population"))));
            }
            int answer = row.get("answer").isEmpty() ? MissingAnswer.BLANK.code() : Integer.parseInt(row.get("answer"));
            tally.accept(
                    tally.group(row.get("group")),
                    tally.position(row.get("stratum"), psu),
                    Double.parseDouble(row.get("weight")),
                    new int[] {answer},
                    0);
        }
        return Estimator.of(
                tally.result(),
                EstimationOptions.defaults()
                        .withLonelyPsu(LonelyPsuPolicy.valueOf(
                                rows.get(0).get("policy").toUpperCase(Locale.ROOT))));
    }

    private static Statistic statistic(String name) {
        return switch (name) {
            case "favourable_share" -> Statistic.FAVOURABLE_SHARE;
            case "level_share[4]" -> Statistic.levelShare(4);
            case "mean" -> Statistic.MEAN;
            case "rescaled_mean" -> Statistic.RESCALED_MEAN;
            case "favourable_total" -> Statistic.FAVOURABLE_TOTAL;
            case "level_total[4]" -> Statistic.levelTotal(4);
            case "value_total" -> Statistic.VALUE_TOTAL;
            case "answer_total" -> Statistic.ANSWER_TOTAL;
            default -> throw new IllegalStateException(name);
        };
    }

    private static Estimate estimate(Estimator estimator, Map<String, String> row) {
        Statistic statistic = statistic(row.get("statistic"));
        ProportionInterval method =
                switch (row.get("method")) {
                    case "asin" -> ProportionInterval.ARCSINE;
                    case "mean" -> ProportionInterval.WALD;
                    case "beta" -> ProportionInterval.BETA;
                    case "xlogit" -> ProportionInterval.XLOGIT;
                    default -> ProportionInterval.WILSON;
                };
        Estimator with = Estimator.of(estimator.totals(), estimator.options().withInterval(method));
        if (row.get("method").equals("difference")) {
            return with.difference(Domain.of("a"), Domain.of("b"), "q", statistic)
                    .orThrow();
        }
        Domain domain = row.get("group").equals("ALL") ? Domain.all() : Domain.of(row.get("group"));
        return with.estimate(domain, "q", statistic).orThrow();
    }

    private static void assertAsR(Map<String, String> row, Estimate estimate) {
        String what = row.get("case") + " " + row.get("group") + " " + row.get("statistic") + " " + row.get("method");
        double error = Double.parseDouble(row.get("standard_error"));
        double size = Math.max(1.0, Math.abs(estimate.value()));
        assertNear(row, "estimate", estimate.value(), what);
        assertEquals(Double.parseDouble(row.get("df")), estimate.df(), what);
        assertEquals(Long.parseLong(row.get("n")), estimate.base(), what);
        if (error < NO_ERROR * size) {
            assertEquals(0.0, estimate.standardError(), NO_ERROR * size, what);
            assertTrue(
                    estimate.has(EstimateFlag.UNANIMOUS)
                            || estimate.has(EstimateFlag.ZERO_VARIANCE)
                            || estimate.has(EstimateFlag.NO_DEGREES_OF_FREEDOM),
                    what);
        } else {
            assertNear(row, "standard_error", estimate.standardError(), what);
        }
        if (estimate.df() == 0.0) {
            assertTrue(estimate.has(EstimateFlag.NO_DEGREES_OF_FREEDOM), what);
            assertTrue(estimate.interval().width() > 0.0, what);
        }
        if (!row.get("lower").isEmpty() && error >= NO_ERROR * size) {
            boolean folds = row.get("method").equals("asin");
            if (!(folds && estimate.interval().lower() == 0.0)) {
                assertNear(row, "lower", estimate.interval().lower(), what);
            }
            if (!(folds && estimate.interval().upper() == 1.0)) {
                assertNear(row, "upper", estimate.interval().upper(), what);
            }
        }
        if (!row.get("t").isEmpty() && error < NO_ERROR * size) {
            assertEquals(Optional.empty(), DifferenceTest.of(estimate), what);
        } else if (!row.get("t").isEmpty()) {
            DifferenceTest test = DifferenceTest.of(estimate).orElseThrow();
            assertNear(row, "t", test.t(), what);
            assertEquals(estimate.df(), test.df(), what);
            assertNear(row, "p_value", test.pValue(), what);
        }
    }

    private static void assertNear(Map<String, String> row, String column, double actual, String what) {
        double expected = Double.parseDouble(row.get(column));
        double scale = Math.max(Math.abs(expected), RELATIVE);
        assertEquals(expected, actual, RELATIVE * scale, what + " " + column);
    }

    @Test
    void everyNumberIsThatOfR() {
        Map<String, Estimator> estimators = estimators();
        List<Executable> checks = new ArrayList<>();
        for (Map<String, String> row : GoldenFile.rows("edge-designs-estimates.csv")) {
            checks.add(() -> assertAsR(row, estimate(estimators.get(row.get("case")), row)));
        }

        assertEquals(18, estimators.size());
        assertAll(checks);
    }

    @Test
    void aRowOfWeightZeroStaysInTheDesignAndAnswersForNobody() {
        ResponseTally with = ResponseTally.of(SampleDesign.simpleRandom().weighted(), ITEMS);
        ResponseTally without = ResponseTally.of(SampleDesign.simpleRandom().weighted(), ITEMS);
        for (ResponseTally tally : List.of(with, without)) {
            tally.accept("g", Stratum.UNSTRATIFIED, "", DesignWeight.of(2.0), new int[] {4});
            tally.accept("g", Stratum.UNSTRATIFIED, "", DesignWeight.of(3.0), new int[] {0});
        }
        int group = with.group("g");
        int position = with.position(Stratum.UNSTRATIFIED, "");
        with.accept(group, position, 0.0, new int[] {0}, 0);
        assertThrows(IllegalArgumentException.class, () -> with.accept(group, position, 0.0, new int[] {5}, 0));
        Estimate zero = Estimator.of(with.result()).mean(Domain.all(), "q").orThrow();
        Estimate none = Estimator.of(without.result()).mean(Domain.all(), "q").orThrow();

        assertEquals(none.value(), zero.value());
        assertEquals(none.df(), zero.df());
        assertEquals(2, zero.base());
        assertEquals(3, with.result().rows());
        assertEquals(1, with.result().distribution(Domain.all(), "q").missing(MissingAnswer.NOT_ASKED));
        // n_h/(n_h − 1) is 3/2 with the row and 2/1 without it; the residuals sum to 0
        assertEquals(Math.sqrt(0.75) * none.standardError(), zero.standardError(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(LonelyPsuPolicy.class)
    void aSampleOfOneUnitProvesNothingAndSaysSo(LonelyPsuPolicy policy) {
        ResponseTally tally = ResponseTally.of(SampleDesign.clustered(), ITEMS);
        for (int answer = 0; answer < 5; answer++) {
            tally.accept("g", Stratum.UNSTRATIFIED, "only", DesignWeight.ONE, new int[] {answer});
        }
        Checked<Estimate> checked = Estimator.of(
                        tally.result(), EstimationOptions.defaults().withLonelyPsu(policy))
                .favourableShare(Domain.all(), "q");

        switch (policy) {
            case FAIL ->
                assertEquals(
                        EstimateProblem.LONELY_PSU.code(),
                        checked.problems().get(0).code());
            case AVERAGE ->
                assertEquals(
                        EstimateProblem.ALL_LONELY.code(),
                        checked.problems().get(0).code());
            case REMOVE, CERTAINTY, ADJUST -> {
                Estimate estimate = checked.orThrow();
                assertEquals(0.4, estimate.value(), 1e-15);
                assertEquals(new Interval(0.0, 1.0), estimate.interval());
                assertTrue(estimate.has(EstimateFlag.NO_DEGREES_OF_FREEDOM));
                assertTrue(estimate.has(Linearization.flag(policy)));
            }
        }
    }

    @Test
    void aTestAgreesWithTheIntervalAlsoWhereAPartIsUnanimous() {
        ResponseTally tally = ResponseTally.of(SampleDesign.simpleRandom(), ITEMS);
        for (int i = 0; i < 40; i++) {
            tally.accept("all", new int[] {4});
            tally.accept("most", new int[] {i < 34 ? 4 : 0});
            tally.accept("many", new int[] {i < 39 ? 4 : 0});
        }
        Estimator estimator = Estimator.of(tally.result());
        for (String other : List.of("most", "many")) {
            for (double level : new double[] {0.5, 0.8, 0.9, 0.95, 0.99}) {
                Estimate difference = Estimator.of(
                                estimator.totals(), estimator.options().withLevel(level))
                        .difference(Domain.of("all"), Domain.of(other), "q", Statistic.FAVOURABLE_SHARE)
                        .orThrow();
                DifferenceTest test = DifferenceTest.of(difference).orElseThrow();

                assertEquals("mover", difference.method());
                assertTrue(test.t() > 0.0);
                assertEquals(!difference.interval().contains(0.0), test.isSignificant(level), other + " " + level);
            }
        }
        Estimate reversed = estimator
                .difference(Domain.of("most"), Domain.of("all"), "q", Statistic.FAVOURABLE_SHARE)
                .orThrow();
        Estimate straight = estimator
                .difference(Domain.of("all"), Domain.of("most"), "q", Statistic.FAVOURABLE_SHARE)
                .orThrow();
        assertEquals(
                DifferenceTest.of(straight).orElseThrow().t(),
                -DifferenceTest.of(reversed).orElseThrow().t(),
                1e-12);
    }

    @Test
    void nothingMeasuresADifferenceWithoutAnErrorOrDegreesOfFreedom() {
        ResponseTally tally = ResponseTally.of(SampleDesign.clustered(), ITEMS);
        for (String unit : List.of("1", "2", "3")) {
            for (int answer : new int[] {0, 4}) {
                tally.accept("a", Stratum.UNSTRATIFIED, unit, DesignWeight.ONE, new int[] {answer});
                tally.accept("b", Stratum.UNSTRATIFIED, unit, DesignWeight.ONE, new int[] {answer});
            }
        }
        Estimate same = Estimator.of(tally.result())
                .difference(Domain.of("a"), Domain.of("b"), "q", Statistic.MEAN)
                .orThrow();
        assertEquals(0.0, same.standardError());
        assertEquals(Optional.empty(), DifferenceTest.of(same));

        ResponseTally single = ResponseTally.of(SampleDesign.simpleRandom(), ITEMS);
        single.accept("a", new int[] {4});
        single.accept("b", new int[] {0});
        Estimator one = Estimator.of(single.result());
        Estimate alone = Estimate.independentDifference(
                one.mean(Domain.of("a"), "q").orThrow(),
                one.mean(Domain.of("b"), "q").orThrow());
        assertEquals(4.0, alone.value());
        assertFalse(DifferenceTest.of(alone).isPresent());
    }
}
