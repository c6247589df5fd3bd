package vn.sipas.examples.benchmarks;

/**
 * What a measured number is held to.
 *
 * @param atMost whether smaller is better
 * @param limit the greatest, or else the smallest, number that meets the bar
 */
public record Bar(boolean atMost, double limit) {

    /**
     * Makes a bar that smaller numbers meet.
     *
     * @param limit the greatest number that meets it
     * @return the bar
     */
    public static Bar atMost(double limit) {
        return new Bar(true, limit);
    }

    /**
     * Makes a bar that greater numbers meet.
     *
     * @param limit the smallest number that meets it
     * @return the bar
     */
    public static Bar atLeast(double limit) {
        return new Bar(false, limit);
    }

    /**
     * Tells whether a number meets the bar.
     *
     * @param value the number
     * @return whether it does
     */
    public boolean isMetBy(double value) {
        return atMost ? value <= limit : value >= limit;
    }

    @Override
    public String toString() {
        return (atMost ? "<= " : ">= ") + Result.shortened(limit);
    }
}
