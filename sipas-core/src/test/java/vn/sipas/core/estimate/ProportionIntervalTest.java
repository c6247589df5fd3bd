package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProportionIntervalTest {

    /** Half a unit of the ninth decimal, to which the expected values were printed. */
    private static final double NINE_DECIMALS = 5e-10;

    private static final double LEVEL = 0.95;

    /** R 4.2.2: binom.test(x, n)$conf.int and prop.test(x, n, correct = FALSE)$conf.int. */
    @ParameterizedTest
    @CsvSource({
        "WILSON, 20, 400, 0.032597430, 0.075963635",
        "BETA, 20, 400, 0.030805241, 0.076166973",
        "WILSON, 30, 30, 0.886486607, 1",
        "BETA, 30, 30, 0.884296692, 1",
        "WILSON, 0, 10, 0, 0.277532800",
        "WILSON, 1186, 1189, 0.992608021, 0.999141546",
        "BETA, 0, 10, 0, 0.308497108"
    })
    void binomialBounds(ProportionInterval method, long part, long n, double lower, double upper) {
        Interval interval = method.binomial(part, n, LEVEL);

        assertEquals(lower, interval.lower(), NINE_DECIMALS);
        assertEquals(upper, interval.upper(), NINE_DECIMALS);
    }

    /**
     * R survey, example of svyciprop: share of schools with ell == 0 in the cluster sample of the api data. p, standard
     * error and df from svymean and degf; bounds from svyciprop of survey 4.1.1, wilson by the definition of 4.5. ARCSINE
     * differs on purpose in the lower bound: R prints 0.000307193, the squared sine of a negative angle.
     */
    @ParameterizedTest
    @CsvSource({
        "WALD, -0.026662408, 0.070378255, 5e-10",
        "XLOGIT, 0.002304691, 0.177747767, 5e-10",
        "LOGIT, 0.002304691, 0.177747767, 5e-10",
        "ARCSINE, 0, 0.095576736, 5e-10",
        "BETA, 0.000216147, 0.137507764, 5e-10",
        "WILSON, 0.003178777, 0.135391285, 5e-10"
    })
    void smallShareOfAClusterSample(ProportionInterval method, double lower, double upper, double tolerance) {
        double share = 4.0 / 183.0;
        double error = 0.022622450861133944;

        Interval interval = method.of(share, error, 183, 14.0, LEVEL);

        assertEquals(41.7765, share * (1.0 - share) / (error * error), 5e-5);
        assertEquals(lower, interval.lower(), tolerance);
        assertEquals(upper, interval.upper(), tolerance);
    }

    @ParameterizedTest
    @EnumSource(ProportionInterval.class)
    void unanimousAnswersLeaveRoom(ProportionInterval method) {
        Interval all = method.unanimous(1.0, 59.0, 59, 58.0, LEVEL);
        Interval none = method.unanimous(0.0, 59.0, 59, 58.0, LEVEL);

        assertEquals(1.0, all.upper());
        assertEquals(0.0, none.lower());
        assertTrue(all.lower() > 0.9 && all.lower() < 0.99, all::toString);
        assertEquals(1.0 - all.lower(), none.upper(), 1e-15);
    }

    @Test
    void theDegreesOfFreedomWidenTheInterval() {
        double few = ProportionInterval.WILSON.of(0.9, 0.03, 100, 3.0, LEVEL).width();
        double many = ProportionInterval.WILSON.of(0.9, 0.03, 100, 99.0, LEVEL).width();
        double limit = ProportionInterval.WILSON
                .of(0.9, 0.03, 100, Double.POSITIVE_INFINITY, LEVEL)
                .width();

        assertTrue(few > many && many > limit);
    }

    @Test
    void argumentsOutsideTheirIntervalAreNamed() {
        for (double share : new double[] {0.0, 1.0, -0.1, 1.1, Double.NaN}) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> ProportionInterval.WILSON.of(share, 0.1, 10, 9.0, LEVEL))
                    .getMessage();
            assertTrue(message.contains("share") && message.contains("(0, 1)"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> ProportionInterval.WILSON.of(0.5, 0.1, 10, 0.0, LEVEL));
        assertThrows(IllegalArgumentException.class, () -> ProportionInterval.WILSON.of(0.5, 0.1, 0, 1.0, LEVEL));
        assertThrows(IllegalArgumentException.class, () -> ProportionInterval.WILSON.of(0.5, 0.1, 10, 1.0, 1.0));
        assertThrows(IllegalArgumentException.class, () -> ProportionInterval.WILSON.binomial(11, 10, LEVEL));
        assertThrows(
                IllegalArgumentException.class, () -> ProportionInterval.WILSON.unanimous(0.5, 10, 10, 9.0, LEVEL));
    }

    @Test
    void cloppersAndPearsonsBoundHoldsWhereAllAgree() {
        // statistics of 30 of 30: 0.025^(1/30), printed as 0.884296692 by R's binom.test(30, 30)
        Interval all = ProportionInterval.BETA.unanimous(1.0, 30.0, 30, 29.0, 0.95);
        assertEquals(0.884296692, all.lower(), 5e-10);
        assertEquals(1.0, all.upper());
        Interval none = ProportionInterval.BETA.unanimous(0.0, 30.0, 30, 29.0, 0.95);
        assertEquals(0.0, none.lower());
        assertEquals(1.0 - 0.884296692, none.upper(), 5e-10);
        // an effective base of 20 with fewer degrees of freedom: 20·(t29/t9)² = 16.348 by qt of R 4.2.2
        double ratio = 2.045229642132703 / 2.262157162798205;
        assertEquals(
                Math.pow(0.025, 1.0 / (20.0 * ratio * ratio)),
                ProportionInterval.BETA.unanimous(1.0, 20.0, 30, 9.0, 0.95).lower(),
                1e-12);
        // a single answer has no quantile of its own: the effective base stands
        assertEquals(
                0.025, ProportionInterval.BETA.unanimous(1.0, 1.0, 1, 5.0, 0.95).lower(), 1e-15);
    }
}
