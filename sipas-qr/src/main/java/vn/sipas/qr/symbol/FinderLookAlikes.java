package vn.sipas.qr.symbol;

import java.util.BitSet;

/**
 * Counts the places where data modules look like a finder pattern to a scanner.
 *
 * <p>A scanner looks along a row for runs dark, light, dark, light, dark in the proportion 1:1:3:1:1 and then along the
 * column through the middle. With T the sum of the five runs a side run fits within half of T/7 and the middle run
 * within half of 3T/7, as ZXing has it in every version since 1.0. A place counts if row and column both fit; the
 * middles of the three true finder patterns do not count. ZXing asks further that the sums of row and column differ by
 * less than two fifths; places where they do are the ones that must be avoided first, the others matter for a slanted
 * view.
 */
final class FinderLookAlikes {

    private FinderLookAlikes() {}

    /** What a place counts whose row and column have about the same sum, so that today's scanners fall for it. */
    static final int AGREEING = 64;

    /** The weighted count for a square of {@code size} rows, or any number above {@code limit} once it is exceeded. */
    static int score(BitSet modules, int size, int limit) {
        int score = 0;
        long[] words = modules.toLongArray();
        int[] starts = new int[size + 2];
        for (int row = 0; row < size; row++) {
            int runs = runs(words, row * size, size, starts);
            // Runs alternate and the first is light, possibly empty; a dark run has an odd index.
            for (int run = 1; run + 4 < runs; run += 2) {
                int side1 = starts[run + 1] - starts[run];
                int gap1 = starts[run + 2] - starts[run + 1];
                int middle = starts[run + 3] - starts[run + 2];
                int gap2 = starts[run + 4] - starts[run + 3];
                int side2 = starts[run + 5] - starts[run + 4];
                if (fits(side1, gap1, middle, gap2, side2)) {
                    int total = starts[run + 5] - starts[run];
                    int column = starts[run + 2] + middle / 2;
                    int weight = columnWeight(modules, size, column, row, total);
                    if (middle % 2 == 0) {
                        weight = Math.max(weight, columnWeight(modules, size, column - 1, row, total));
                    }
                    score += trueFinder(size, column, row) ? 0 : weight;
                    if (score > limit) {
                        return score;
                    }
                }
            }
        }
        return score;
    }

    /** Finds where the runs of a row start, 64 modules at a time, and where the last one ends. */
    private static int runs(long[] words, int from, int size, int[] starts) {
        int count = 0;
        starts[count++] = 0;
        long before = 0;
        for (int at = 0; at < size; at += Long.SIZE) {
            int length = Math.min(Long.SIZE, size - at);
            long bits = bits(words, from + at);
            long edges = bits ^ ((bits << 1) | before);
            if (length < Long.SIZE) {
                edges &= (1L << length) - 1;
            }
            for (; edges != 0; edges &= edges - 1) {
                starts[count++] = at + Long.numberOfTrailingZeros(edges);
            }
            before = bits >>> (length - 1) & 1;
        }
        starts[count] = size;
        return count;
    }

    private static long bits(long[] words, int position) {
        int word = position >> 6;
        int shift = position & 63;
        long low = word < words.length ? words[word] >>> shift : 0;
        return shift == 0 || word + 1 >= words.length ? low : low | words[word + 1] << (Long.SIZE - shift);
    }

    private static int columnWeight(BitSet modules, int size, int column, int row, int rowTotal) {
        int top = run(modules, size, column, row, -1, true);
        int bottom = run(modules, size, column, row + 1, 1, true);
        int gapAbove = run(modules, size, column, row - top, -1, false);
        int gapBelow = run(modules, size, column, row + 1 + bottom, 1, false);
        int sideAbove = run(modules, size, column, row - top - gapAbove, -1, true);
        int sideBelow = run(modules, size, column, row + 1 + bottom + gapBelow, 1, true);
        if (sideAbove == 0 || sideBelow == 0 || !fits(sideAbove, gapAbove, top + bottom, gapBelow, sideBelow)) {
            return 0;
        }
        int total = sideAbove + gapAbove + top + bottom + gapBelow + sideBelow;
        return 5 * Math.abs(total - rowTotal) < 2 * rowTotal ? AGREEING : 1;
    }

    private static int run(BitSet modules, int size, int column, int row, int step, boolean dark) {
        int length = 0;
        for (int at = row; at >= 0 && at < size && modules.get(at * size + column) == dark; at += step) {
            length++;
        }
        return length;
    }

    private static boolean fits(int side1, int gap1, int middle, int gap2, int side2) {
        int total = side1 + gap1 + middle + gap2 + side2;
        return side(side1, total)
                && side(gap1, total)
                && side(gap2, total)
                && side(side2, total)
                && Math.abs(3 * total - 7 * middle) * 2 < 3 * total;
    }

    private static boolean side(int run, int total) {
        return Math.abs(7 * run - total) * 2 < total;
    }

    private static boolean trueFinder(int size, int column, int row) {
        boolean left = column >= 2 && column <= 4;
        boolean right = column >= size - 5 && column <= size - 3;
        boolean top = row >= 2 && row <= 4;
        boolean bottom = row >= size - 5 && row <= size - 3;
        return (top && (left || right)) || (bottom && left);
    }
}
