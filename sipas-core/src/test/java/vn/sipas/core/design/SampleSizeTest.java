package vn.sipas.core.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {

    /** Half a unit of the one decimal to which the expected values are given. */
    private static final double ONE_DECIMAL = 0.05;

    /** n = N/(1 + N·e²) with e = 5 %, worked by hand: 200/1.5, 1000/3.5, 5000/13.5, 15000/38.5. */
    @ParameterizedTest
    @CsvSource({"200, 133.3, 134", "1000, 285.7, 286", "5000, 370.4, 371", "15000, 389.6, 390", "1, 1.0, 1"})
    void yamane(long population, double exact, long required) {
        SampleSize size = SampleSize.yamane(population, 0.05);

        assertEquals(exact, size.exact(), ONE_DECIMAL);
        assertEquals(required, size.required());
    }

    @Test
    void cochranWithAndWithoutPopulation() {
        // Cochran, Sampling Techniques (1977), §4.4: n0 = 1.96²·0.25/0.05² = 384.16
        assertEquals(
                384.16,
                SampleSize.cochran(FinitePopulation.unlimited(), 0.05, 0.95, 0.5)
                        .exact(),
                0.02);
        // R 4.2.2: n0 <- qnorm(.975)^2*.25/.05^2; n0/(1+(n0-1)/1000) = 277.733453173188
        assertEquals(
                277.733453173188,
                SampleSize.cochran(FinitePopulation.ofSize(1000), 0.05, 0.95, 0.5)
                        .exact(),
                1e-9);
        assertEquals(
                385,
                SampleSize.cochran(FinitePopulation.unlimited(), 0.05, 0.95, 0.5)
                        .required());
    }

    @Test
    void theDesignEffectMultiplies() {
        SampleSize inflated = SampleSize.yamane(1000, 0.05).inflatedBy(1.5);

        assertEquals(1.5 * 1000 / 3.5, inflated.exact(), 1e-9);
        assertEquals(1.5, inflated.designEffect());
    }

    @ParameterizedTest
    @CsvSource({"500, 0.03, 0.9", "3000, 0.05, 0.5", "100000, 0.01, 0.97"})
    void theMarginReachedIsTheOnePlannedFor(long population, double margin, double share) {
        FinitePopulation of = FinitePopulation.ofSize((double) population);
        long answers = SampleSize.cochran(of, margin, 0.95, share).required();

        assertTrue(SampleSize.achievedMargin(answers, of, 0.95, share, 1.0) <= margin);
        assertTrue(SampleSize.achievedMargin(answers - 1, of, 0.95, share, 1.0) > margin);
    }

    @Test
    void aCensusHasNoMargin() {
        assertEquals(0.0, SampleSize.achievedMargin(50, FinitePopulation.ofSize(50), 0.95, 0.9, 1.0));
        assertThrows(
                IllegalArgumentException.class,
                () -> SampleSize.achievedMargin(51, FinitePopulation.ofSize(50), 0.95, 0.9, 1.0));
    }

    @Test
    void proportionalAllocationOfTheLargestRemainder() {
        // 1824/4000·40 = 18.24, 1025/4000·40 = 10.25, 1151/4000·40 = 11.51
        Allocation allocation = Allocation.proportional(
                40,
                List.of(
                        Allocation.Planned.of("7", 1824),
                        Allocation.Planned.of("8", 1025),
                        Allocation.Planned.of("9", 1151)));

        assertEquals(
                List.of(18L, 10L, 12L),
                allocation.parts().stream().map(Allocation.Part::size).toList());
    }

    @Test
    void neymanGivesMoreToWhatVariesAndNoMoreThanThereIs() {
        // N·S = 100·0.4 = 40, 1000·0.1 = 100, 20·3 = 60: of 100 they get 20, 50, 30 → the last has only 20
        Allocation allocation = Allocation.neyman(
                100,
                List.of(
                        new Allocation.Planned("a", 100, 0.4),
                        new Allocation.Planned("b", 1000, 0.1),
                        new Allocation.Planned("c", 20, 3.0)));

        // 80 left for a and b in the ratio 40 : 100
        assertEquals(
                List.of(23L, 57L, 20L),
                allocation.parts().stream().map(Allocation.Part::size).toList());
    }

    @Property(tries = 300)
    void anAllocationAddsUpAndFits(
            @ForAll List<@LongRange(min = 1, max = 5000) Long> populations,
            @ForAll @LongRange(max = 4000) long wanted) {
        if (populations.isEmpty()) {
            return;
        }
        List<Allocation.Planned> strata = java.util.stream.IntStream.range(0, populations.size())
                .mapToObj(i -> new Allocation.Planned("" + i, populations.get(i), (i % 3) * 0.2))
                .toList();
        long available = populations.stream().mapToLong(Long::longValue).sum();
        long total = Math.min(wanted, available);
        for (Allocation allocation :
                List.of(Allocation.proportional(total, strata), Allocation.neyman(total, strata))) {
            assertEquals(total, allocation.total());
            allocation
                    .parts()
                    .forEach(part -> assertTrue(
                            part.size() >= 0 && part.size() <= part.stratum().population()));
        }
    }
}
