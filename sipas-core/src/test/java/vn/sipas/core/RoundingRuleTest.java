package vn.sipas.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class RoundingRuleTest {

    @Test
    void roundsTheDecimalThatIsPrintedNotItsBinaryNeighbour() {
        // 1.005 is stored as 1.00499999999999989…; the reader sees 1.005 and expects 1.01.
        assertEquals(new BigDecimal("1.01"), RoundingRule.TWO_DECIMALS_HALF_UP.round(1.005));
        assertEquals(new BigDecimal("83.94"), RoundingRule.TWO_DECIMALS_HALF_UP.round(new BigDecimal("83.935")));
    }

    @Test
    void roundsFractionsOnceFromTheExactValue() {
        // The IKM note: 955/(29·9)·25 = 91.4750957854…
        Fraction ikm = Fraction.of(955, 29L * 9).times(Fraction.of(25, 1));
        assertEquals(new BigDecimal("91.48"), ikm.round(RoundingRule.TWO_DECIMALS_HALF_UP));
        assertEquals(new BigDecimal("91.4751"), ikm.round(new RoundingRule(4, RoundingMode.HALF_UP)));
    }

    @Test
    void refusesRulesThatCannotRound() {
        assertThrows(IllegalArgumentException.class, () -> new RoundingRule(2, RoundingMode.UNNECESSARY));
        assertThrows(IllegalArgumentException.class, () -> new RoundingRule(13, RoundingMode.HALF_UP));
        assertThrows(IllegalArgumentException.class, () -> RoundingRule.TWO_DECIMALS_HALF_UP.round(Double.NaN));
    }
}
