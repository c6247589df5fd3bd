package vn.sipas.core.estimate;

import java.util.Arrays;

/** What is kept of one group in one primary sampling unit, or in one stratum where respondents are drawn directly. */
final class Cell {

    /** The tally epoch that may write; older cells are shared and are copied before writing. */
    final int epoch;

    int rows;
    /** Σw and Σw² over all rows, each as head and tail; empty if rows count once. */
    final double[] rowSums;
    /** Per item: the levels, then the missing kinds. */
    final int[] counts;
    /** Per level of every item: Σw and Σw², each as head and tail; empty if rows count once. */
    final double[] sums;
    /** Pairs of the lower triangle of products; empty if not kept. */
    final double[] moments;

    Cell(int epoch, ItemLayout layout) {
        this(
                epoch,
                0,
                new double[layout.weighted() ? RatingDistribution.STRIDE : 0],
                new int[layout.countsSize()],
                new double[layout.sumsSize()],
                new double[layout.momentsSize()]);
    }

    Cell(int epoch, int rows, double[] rowSums, int[] counts, double[] sums, double[] moments) {
        this.epoch = epoch;
        this.rows = rows;
        this.rowSums = rowSums;
        this.counts = counts;
        this.sums = sums;
        this.moments = moments;
    }

    Cell copy(int newEpoch) {
        return new Cell(newEpoch, rows, rowSums.clone(), counts.clone(), sums.clone(), moments.clone());
    }

    void add(Cell other) {
        rows = Math.addExact(rows, other.rows);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.addExact(counts[i], other.counts[i]);
        }
        addPairs(rowSums, other.rowSums);
        addPairs(sums, other.sums);
        addPairs(moments, other.moments);
    }

    private static void addPairs(double[] pairs, double[] other) {
        for (int i = 0; i < pairs.length; i += 2) {
            ExactSum.addPair(pairs, i, other, i);
        }
    }

    double rowWeight() {
        return rowSums.length == 0 ? rows : rowSums[0] + rowSums[1];
    }

    double rowSquares() {
        return rowSums.length == 0 ? rows : rowSums[2] + rowSums[3];
    }

    boolean sameAs(Cell other) {
        return rows == other.rows
                && Arrays.equals(rowSums, other.rowSums)
                && Arrays.equals(counts, other.counts)
                && Arrays.equals(sums, other.sums)
                && Arrays.equals(moments, other.moments);
    }
}
