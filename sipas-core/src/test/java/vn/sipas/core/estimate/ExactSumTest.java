package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums in twice the precision of a double, against exact decimal arithmetic. */
class ExactSumTest {

    private static BigDecimal exact(double[] pairs, int at) {
        return new BigDecimal(pairs[at]).add(new BigDecimal(pairs[at + 1]));
    }

    private static void assertNear(BigDecimal expected, BigDecimal actual, double relative) {
        double scale = Math.max(Math.abs(expected.doubleValue()), Double.MIN_NORMAL);
        assertEquals(0.0, actual.subtract(expected).doubleValue() / scale, relative, expected + " " + actual);
    }

    @Test
    void whatADoubleWouldLoseIsKept() {
        double[] pair = new double[2];
        ExactSum.add(pair, 0, 1e16);
        for (int i = 0; i < 1000; i++) {
            ExactSum.add(pair, 0, 0.125);
        }
        ExactSum.add(pair, 0, -1e16);
        assertEquals(125.0, pair[0] + pair[1]);
    }

    @Test
    void sumsAndProductsKeepThirtyDigits() {
        Random random = new Random(11);
        double[] pairs = new double[4];
        double[] scaled = new double[2];
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal products = BigDecimal.ZERO;
        for (int i = 0; i < 500; i++) {
            double left = Math.exp(10.0 * random.nextGaussian());
            double right = random.nextGaussian();
            ExactSum.add(pairs, 0, left);
            ExactSum.addProduct(pairs, 2, left, right);
            sum = sum.add(new BigDecimal(left));
            products = products.add(new BigDecimal(left).multiply(new BigDecimal(right)));
        }
        assertNear(sum, exact(pairs, 0), 1e-29);
        assertNear(products, exact(pairs, 2), 1e-27);
        double tenth = 0.1;
        BigDecimal exactTenth = new BigDecimal(tenth);
        ExactSum.addScaledPair(scaled, 0, pairs, 2, tenth);
        assertNear(exact(pairs, 2).multiply(exactTenth), exact(scaled, 0), 1e-29);
        ExactSum.addScaledPair(scaled, 0, pairs, 0, 1.0);
        assertNear(exact(pairs, 2).multiply(exactTenth).add(exact(pairs, 0)), exact(scaled, 0), 1e-29);
    }

    @Test
    void theSpreadOfNearlyEqualNumbersIsNotLost() {
        Random random = new Random(12);
        int n = 400;
        double[] pairs = new double[4];
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            double value = 1e6 + 1e-5 * random.nextGaussian();
            ExactSum.add(pairs, 0, value);
            ExactSum.addProduct(pairs, 2, value, value);
            sum = sum.add(new BigDecimal(value));
            squares = squares.add(new BigDecimal(value).multiply(new BigDecimal(value)));
        }
        BigDecimal expected = squares.subtract(sum.multiply(sum).divide(BigDecimal.valueOf(n), new MathContext(60)));
        // Σx² is 4e14 and the spread 4e-8: 22 digits cancel
        assertEquals(1.0, ExactSum.spread(pairs, 0, 2, n) / expected.doubleValue(), 1e-6, expected.toPlainString());
    }

    @Test
    void theSpreadOfEqualNumbersIsZero() {
        double[] pairs = new double[4];
        for (int i = 0; i < 7; i++) {
            ExactSum.add(pairs, 0, 0.1);
            ExactSum.addProduct(pairs, 2, 0.1, 0.1);
        }
        assertEquals(0.0, ExactSum.spread(pairs, 0, 2, 7.0), 1e-30);
    }

    @Test
    void partsOfOneCellMergeIntoTheSumOfTheWhole() {
        double[] one = {1.0, 1e-20, 2.0, -1e-20};
        double[] two = {3.0, 2e-20, 4.0, 5e-20};
        ExactSum.addPair(one, 2, two, 0);
        assertNear(new BigDecimal("5.00000000000000000001"), exact(one, 2), 1e-30);
        assertEquals(1.0, one[0]);
    }
}
