package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases that can be followed by hand; ApiSchoolsTest compares a sample with R's trimWeights. */
class WeightTrimmingTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static double sum(WeightTrimming trimming) {
        return trimming.weights().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void whatIsCutOffGoesToTheOthers() {
        WeightTrimming above = WeightTrimming.of(new double[] {1.0, 2.0, 9.0}, 0.0, 5.0, false);
        assertEquals(List.of(3.0, 4.0, 5.0), above.weights());
        assertEquals(1, above.trimmed());
        assertEquals(1, above.rounds());
        assertTrue(above.withinBounds());

        WeightTrimming below = WeightTrimming.of(new double[] {1.0, 8.0, 9.0}, 3.0, INFINITE, false);
        assertEquals(List.of(3.0, 7.0, 8.0), below.weights());
    }

    @Test
    void weightsWithinTheBoundsStayAsTheyAre() {
        WeightTrimming none = WeightTrimming.of(new double[] {3.0, 5.0}, 3.0, 5.0, true);
        assertEquals(List.of(3.0, 5.0), none.weights());
        assertEquals(0, none.trimmed());
        assertEquals(0, none.rounds());
        assertTrue(none.withinBounds());
    }

    @Test
    void spreadingCanPushAWeightOverWhichAStrictTrimmingRepeats() {
        double[] weights = {1.0, 4.8, 10.0};
        WeightTrimming once = WeightTrimming.of(weights, 0.0, 5.5, false);
        assertFalse(once.withinBounds());
        assertEquals(1, once.rounds());
        WeightTrimming strict = WeightTrimming.of(weights, 0.0, 5.5, true);
        assertTrue(strict.withinBounds());
        assertTrue(strict.rounds() > 1);
        assertEquals(1, strict.trimmed());
        assertEquals(
                List.of(4.8, 5.5, 5.5),
                strict.weights().stream().map(w -> Math.rint(w * 1e9) / 1e9).toList());
        assertEquals(15.8, sum(strict), 1e-12);
    }

    @Test
    void whereAllWeightsWouldBeCutThereIsNobodyToGiveTo() {
        WeightTrimming all = WeightTrimming.of(new double[] {8.0, 9.0}, 0.0, 5.0, true);
        assertFalse(all.withinBounds());
        assertEquals(List.of(8.0, 9.0), all.weights());
    }

    @Test
    void boundsAndWeightsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> WeightTrimming.of(new double[] {1.0}, 2.0, 2.0, true));
        assertThrows(IllegalArgumentException.class, () -> WeightTrimming.of(new double[] {1.0}, -1.0, 2.0, true));
        assertThrows(IllegalArgumentException.class, () -> WeightTrimming.of(new double[] {0.0}, 0.0, 2.0, true));
        assertThrows(IllegalArgumentException.class, () -> WeightTrimming.of(new double[] {INFINITE}, 0.0, 2.0, true));
    }
}
