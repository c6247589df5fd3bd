package vn.sipas.qr.symbol;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which module of a symbol belongs to which codeword, and which codeword to which Reed–Solomon block (ISO/IEC 18004:2015,
 * sections 6.3, 7.6 and 7.7, table 9).
 */
final class BlockMap {

    /** The error correction codewords of a block: one string of numbers a level, one number a version. */
    private static final String[] CORRECTION = {
        "7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28 30 30 30 30 30 30 30 30 30 30 30"
                + " 30 30 30",
        "10 16 26 18 24 16 18 22 22 26 30 22 22 24 24 28 28 26 26 26 26 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28"
                + " 28 28 28 28",
        "13 22 18 26 18 24 18 22 20 24 28 26 24 20 30 24 28 28 26 30 28 30 30 30 30 28 30 30 30 30 30 30 30 30 30 30"
                + " 30 30 30 30",
        "17 28 22 16 22 28 26 26 24 28 24 28 22 24 24 30 28 28 26 28 30 24 30 30 30 30 30 30 30 30 30 30 30 30 30 30"
                + " 30 30 30 30",
    };

    private static final String[] BLOCKS = {
        "1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25",
        "1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16 17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 45 47 49",
        "1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20 23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 59 62 65 68",
        "1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25 25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 70 74 77 81",
    };

    private final int size;
    private final int blocks;
    private final int correctionPerBlock;
    private final BitSet function;
    /** The block of each codeword in the order in which they are placed. */
    private final int[] blockOfCodeword;
    /** The codeword of each module; −1 for function patterns and for the bits that are left over. */
    private final int[] codewordOfModule;

    private BlockMap(int version, ErrorCorrection level) {
        this.size = 17 + 4 * version;
        this.blocks = number(BLOCKS, version, level);
        this.correctionPerBlock = number(CORRECTION, version, level);
        this.function = functionPatterns(version, size);
        int codewords = (size * size - function.cardinality()) / 8;
        this.blockOfCodeword = interleaved(codewords, blocks, correctionPerBlock);
        this.codewordOfModule = placed(codewords);
    }

    static BlockMap of(int version, ErrorCorrection level) {
        if (version < 1 || version > 40) {
            throw new IllegalArgumentException("version must be in [1, 40], was " + version);
        }
        return new BlockMap(version, level);
    }

    int size() {
        return size;
    }

    int blocks() {
        return blocks;
    }

    int correctionPerBlock() {
        return correctionPerBlock;
    }

    int codewords() {
        return blockOfCodeword.length;
    }

    boolean isFunction(int column, int row) {
        return function.get(row * size + column);
    }

    /** The codeword of a module, or −1. */
    int codeword(int column, int row) {
        return codewordOfModule[row * size + column];
    }

    int block(int codeword) {
        return blockOfCodeword[codeword];
    }

    private static int number(String[] table, int version, ErrorCorrection level) {
        int row =
                switch (level) {
                    case L -> 0;
                    case M -> 1;
                    case Q -> 2;
                    case H -> 3;
                };
        return Integer.parseInt(table[row].split(" ", -1)[version - 1]);
    }

    private static BitSet functionPatterns(int version, int size) {
        BitSet function = new BitSet(size * size);
        // The finder patterns with their separators and the format information beside them; the last one has no format
        // information below it but on its right.
        fill(function, size, 0, 0, 9, 9);
        fill(function, size, size - 8, 0, 8, 9);
        fill(function, size, 0, size - 8, 9, 8);
        fill(function, size, 0, 6, size, 1);
        fill(function, size, 6, 0, 1, size);
        if (version >= 7) {
            fill(function, size, size - 11, 0, 3, 6);
            fill(function, size, 0, size - 11, 6, 3);
        }
        int[] centres = alignmentCentres(version, size);
        int last = centres.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j <= last; j++) {
                boolean onFinder = (i == 0 && j == 0) || (i == 0 && j == last) || (i == last && j == 0);
                if (!onFinder) {
                    fill(function, size, centres[i] - 2, centres[j] - 2, 5, 5);
                }
            }
        }
        return function;
    }

    /** Annex E: from 6 to size − 7 in even steps, the odd remainder between the first two. */
    private static int[] alignmentCentres(int version, int size) {
        if (version == 1) {
            return new int[0];
        }
        int count = version / 7 + 2;
        // The even step next above the exact one; version 32 is the exception of the standard.
        int step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        int[] centres = new int[count];
        centres[0] = 6;
        for (int i = count - 1; i > 0; i--) {
            centres[i] = size - 7 - (count - 1 - i) * step;
        }
        return centres;
    }

    private static void fill(BitSet modules, int size, int left, int top, int width, int height) {
        for (int row = top; row < top + height; row++) {
            modules.set(row * size + left, row * size + left + width);
        }
    }

    /** First the data of all blocks in turn, the longer blocks having one codeword more at the end, then the rest. */
    private static int[] interleaved(int codewords, int blocks, int correction) {
        int[] owner = new int[codewords];
        int shortBlocks = blocks - codewords % blocks;
        int shortData = codewords / blocks - correction;
        int at = 0;
        for (int i = 0; i <= shortData; i++) {
            for (int block = i < shortData ? 0 : shortBlocks; block < blocks; block++) {
                owner[at++] = block;
            }
        }
        for (int i = 0; i < correction; i++) {
            for (int block = 0; block < blocks; block++) {
                owner[at++] = block;
            }
        }
        return owner;
    }

    /** Pairs of columns from the right, upwards and downwards in turn; the column of the timing pattern is left out. */
    private int[] placed(int codewords) {
        int[] placed = new int[size * size];
        Arrays.fill(placed, -1);
        int bit = 0;
        boolean upwards = true;
        for (int right = size - 1; right >= 1; right -= 2) {
            if (right == 6) {
                right = 5;
            }
            for (int i = 0; i < size; i++) {
                int row = upwards ? size - 1 - i : i;
                for (int column = right; column > right - 2; column--) {
                    int module = row * size + column;
                    if (!function.get(module)) {
                        placed[module] = bit < codewords * 8 ? bit / 8 : -1;
                        bit++;
                    }
                }
            }
            upwards = !upwards;
        }
        return placed;
    }
}
