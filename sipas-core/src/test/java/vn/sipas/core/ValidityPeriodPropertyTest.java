package vn.sipas.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ValidityPeriodPropertyTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    @Property
    void twoPeriodsOverlapExactlyWhenADayLiesInBoth(
            @ForAll @IntRange(max = 9) int a,
            @ForAll @IntRange(max = 9) int b,
            @ForAll @IntRange(max = 9) int c,
            @ForAll @IntRange(max = 9) int d) {
        ValidityPeriod one = period(a, b);
        ValidityPeriod other = period(c, d);
        boolean shared = IntStream.range(-2, 15)
                .mapToObj(REFORM::plusDays)
                .anyMatch(day -> one.contains(day) && other.contains(day));
        assertEquals(shared, one.overlaps(other));
        assertEquals(shared, other.overlaps(one));
    }

    @Example
    void theEndIsExclusive() {
        assertFalse(ValidityPeriod.before(REFORM).contains(REFORM));
        assertTrue(ValidityPeriod.from(REFORM).contains(REFORM));
        assertFalse(ValidityPeriod.before(REFORM).overlaps(ValidityPeriod.from(REFORM)));
        assertThrows(IllegalArgumentException.class, () -> ValidityPeriod.between(REFORM, REFORM));
        assertEquals("../2025-07-01", ValidityPeriod.before(REFORM).toString());
    }

    /** 0 stands for an open end. */
    private static ValidityPeriod period(int from, int until) {
        Optional<LocalDate> first = from == 0 ? Optional.empty() : Optional.of(REFORM.plusDays(from));
        Optional<LocalDate> end =
                until == 0 ? Optional.empty() : Optional.of(REFORM.plusDays(Math.max(until, from) + 1));
        return new ValidityPeriod(first, end);
    }
}
