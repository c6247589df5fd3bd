package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.survey.RatingScale;

/** The table of Kalton and Flores-Cervantes, J. Off. Stat. 19(2), 2003, as in tests/kalton.Rout.save of R survey. */
class RakingTest {

    /** Factors are printed to two decimals. */
    private static final double PRINTED = 0.005;

    private static final int[] SAMPLE = {20, 50, 100, 30, 40, 140, 50, 100, 40, 310, 50, 70};
    private static final int[] POPULATION = {80, 60, 170, 55, 40, 150, 60, 165, 55, 340, 200, 125};

    private static SampleTotals table() {
        ResponseTally tally =
                ResponseTally.of(SampleDesign.simpleRandom(), List.of(new RatedItem("q", RatingScale.yesNo())));
        for (int i = 0; i < SAMPLE.length; i++) {
            for (int j = 0; j < SAMPLE[i]; j++) {
                tally.accept("abcd".charAt(i % 4) + "|" + (1 + i / 4), new int[] {j % 2});
            }
        }
        return tally.result();
    }

    private static Calibration.Margin rows() {
        Map<String, Double> population = new LinkedHashMap<>();
        for (int i = 0; i < POPULATION.length; i++) {
            population.merge("" + "abcd".charAt(i % 4), (double) POPULATION[i], Double::sum);
        }
        return new Calibration.Margin("row", key -> key.substring(0, 1), population);
    }

    private static Calibration.Margin columns() {
        Map<String, Double> population = new LinkedHashMap<>();
        for (int i = 0; i < POPULATION.length; i++) {
            population.merge("" + (1 + i / 4), (double) POPULATION[i], Double::sum);
        }
        return new Calibration.Margin("column", key -> key.substring(2), population);
    }

    @Test
    void postStratificationFactors() {
        Map<String, Double> cells = new LinkedHashMap<>();
        for (int i = 0; i < POPULATION.length; i++) {
            cells.put("abcd".charAt(i % 4) + "|" + (1 + i / 4), (double) POPULATION[i]);
        }
        Calibration calibration = Calibration.postStratify(table(), new Calibration.Margin("cell", key -> key, cells))
                .orThrow();

        // printed: 4.00 1.00 1.38
        assertEquals(4.00, calibration.factors().get("a|1"), PRINTED);
        assertEquals(1.00, calibration.factors().get("a|2"), PRINTED);
        assertEquals(1.38, calibration.factors().get("a|3"), PRINTED);
        assertEquals(
                1500.0, calibration.totals().distribution(Domain.all(), "q").weight(), 1e-9);
    }

    @Test
    void rakingFactors() {
        Calibration calibration = Calibration.rake(
                        table(), List.of(rows(), columns()), Calibration.RakingOptions.defaults())
                .orThrow();
        double[] printed = {1.81, 1.45, 2.02, 1.08, 0.87, 1.21, 2.20, 1.76, 2.45, 1.83, 1.47, 2.04};
        for (int i = 0; i < printed.length; i++) {
            String key = "abcd".charAt(i / 3) + "|" + (1 + i % 3);
            assertEquals(printed[i], calibration.factors().get(key), PRINTED, key);
        }
        assertTrue(calibration.report().converged());
        assertEquals(
                calibration.factors().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElseThrow(),
                calibration.report().largestFactor());
    }

    @Test
    void boundsHoldEvenWhereTheMarginsCannotBeMetThen() {
        Calibration calibration = Calibration.rake(
                        table(),
                        List.of(rows(), columns()),
                        Calibration.RakingOptions.defaults().withBounds(1.2, 1.8))
                .orThrow();

        assertFalse(calibration.report().converged());
        assertTrue(calibration.report().groupsAtBound() > 0);
        calibration.factors().values().forEach(factor -> assertTrue(factor >= 1.2 && factor <= 1.8));
    }

    @Test
    void emptyCellsAndUnequalMarginsAreNamed() {
        Checked<Calibration> empty = Calibration.postStratify(
                table(),
                new Calibration.Margin(
                        "row", key -> key.substring(0, 1), Map.of("a", 1.0, "b", 1.0, "c", 1.0, "z", 1.0)));
        Checked<Calibration> unequal = Calibration.rake(
                table(),
                List.of(
                        rows(),
                        new Calibration.Margin(
                                "column", key -> key.substring(2), Map.of("1", 1.0, "2", 2.0, "3", 3.0))),
                Calibration.RakingOptions.defaults());

        assertTrue(empty.problems().stream()
                .anyMatch(problem -> problem.attributes().get("cell").equals("row=z")));
        assertTrue(empty.problems().stream()
                .anyMatch(problem -> problem.attributes().get("cell").equals("row=d")));
        assertEquals("estimate.margins-disagree", unequal.problems().get(0).code());
    }
}
