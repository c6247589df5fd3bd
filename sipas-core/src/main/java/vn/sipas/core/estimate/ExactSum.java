package vn.sipas.core.estimate;

/**
 * Sums of doubles as pairs (head, tail) of about 106 bits, after Dekker (1971) and Ogita, Rump and Oishi (2005). A pair
 * lies in an array at {@code at} and {@code at + 1}; adding in another order moves the last bits of the tail only.
 */
final class ExactSum {

    private ExactSum() {}

    /** Adds a double to the pair. */
    static void add(double[] pairs, int at, double value) {
        add(pairs, at, value, 0.0);
    }

    /** Adds another pair to the pair. */
    static void add(double[] pairs, int at, double value, double rest) {
        double head = pairs[at];
        double sum = head + value;
        double part = sum - head;
        double tail = pairs[at + 1] + (((head - (sum - part)) + (value - part)) + rest);
        double joined = sum + tail;
        pairs[at] = joined;
        pairs[at + 1] = tail - (joined - sum);
    }

    /** Adds the exact product of two doubles to the pair. */
    static void addProduct(double[] pairs, int at, double left, double right) {
        double product = left * right;
        add(pairs, at, product, Math.fma(left, right, -product));
    }

    /** Adds the pair of another array to the pair. */
    static void addPair(double[] pairs, int at, double[] other, int otherAt) {
        add(pairs, at, other[otherAt], other[otherAt + 1]);
    }

    /** Adds the pair of another array, times a factor, to the pair. */
    static void addScaledPair(double[] pairs, int at, double[] other, int otherAt, double factor) {
        if (factor == 1.0) {
            addPair(pairs, at, other, otherAt);
        } else {
            addProduct(pairs, at, other[otherAt], factor);
            addProduct(pairs, at, other[otherAt + 1], factor);
        }
    }

    /** Returns {@code squares − sum²/n} of two pairs, at least 0, without losing the small difference of large sums. */
    static double spread(double[] pairs, int sumAt, int squaresAt, double n) {
        double head = pairs[sumAt];
        double tail = pairs[sumAt + 1];
        double mean = head / n;
        // head = mean·n + rest exactly, so sum²/n = (mean·n + rest + tail)·(sum/n)
        double rest = Math.fma(-mean, n, head) + tail;
        double[] difference = {pairs[squaresAt], pairs[squaresAt + 1]};
        double square = mean * mean;
        double squareRest = Math.fma(mean, mean, -square);
        addProduct(difference, 0, -n, square);
        addProduct(difference, 0, -n, squareRest);
        addProduct(difference, 0, -2.0 * mean, rest);
        addProduct(difference, 0, -rest, rest / n);
        return Math.max(0.0, difference[0] + difference[1]);
    }
}
