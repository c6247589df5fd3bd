package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** How many rows a second each of several readers takes, in turns, so that what disturbs one disturbs all. */
final class RowRates {

    /** Reads a whole file. */
    @FunctionalInterface
    interface Job {

        /**
         * Reads it.
         *
         * @return how many rows were read
         * @throws IOException if it cannot be read
         */
        long rows() throws IOException;
    }

    private RowRates() {}

    /**
     * Measures.
     *
     * @param jobs the readers
     * @param expected how many rows each must read
     * @param warmups how many rounds are not counted
     * @param rounds how many rounds are counted
     * @return the median of each reader in rows a second
     * @throws IOException if a file cannot be read
     */
    static double[] medians(List<Job> jobs, long expected, int warmups, int rounds) throws IOException {
        double[][] rates = new double[jobs.size()][rounds];
        for (int round = -warmups; round < rounds; round++) {
            for (int i = 0; i < rates.length; i++) {
                long start = System.nanoTime();
                long rows = jobs.get(i).rows();
                if (rows != expected) {
                    throw new IllegalStateException("job " + i + " read " + rows + " rows");
                }
                if (round >= 0) {
                    rates[i][round] = rows / ((System.nanoTime() - start) / 1e9);
                }
            }
        }
        return Arrays.stream(rates)
                .peek(Arrays::sort)
                .mapToDouble(sorted -> sorted[rounds / 2])
                .toArray();
    }
}
