package vn.sipas.qr.symbol;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * How large a picture in the middle of a symbol may be, counted codeword by codeword instead of by a rule of thumb.
 *
 * <p>A codeword of which the picture touches a single module counts as lost. A Reed–Solomon block with e error
 * correction codewords restores ⌊(e − p) / 2⌋ lost ones, p being the codewords that ISO/IEC 18004 (table 9) keeps back
 * against misreading in the smallest versions. A picture fits if in every block the lost codewords leave the wanted
 * reserve for dirt and glare, and if it covers no function pattern: those of version 7 to 13, 21 to 27 and 35 to 40 have
 * one in the very middle and take no picture there. Immutable.
 */
public final class LogoBudget {

    /** Half of what a block can restore is kept for dirt. */
    public static final double USUAL_RESERVE = 0.5;

    private final BlockMap map;
    private final int correctable;

    private LogoBudget(int version, ErrorCorrection level) {
        this.map = BlockMap.of(version, level);
        this.correctable = (map.correctionPerBlock() - keptAgainstMisreading(version, level)) / 2;
    }

    /**
     * Counts for symbols of a version and a level.
     *
     * @param version 1 to 40
     * @param level the error correction level
     * @return the budget
     */
    public static LogoBudget of(int version, ErrorCorrection level) {
        return new LogoBudget(version, level);
    }

    private static int keptAgainstMisreading(int version, ErrorCorrection level) {
        return switch (version) {
            case 1 ->
                switch (level) {
                    case L -> 3;
                    case M -> 2;
                    case Q, H -> 1;
                };
            case 2 -> level == ErrorCorrection.L ? 2 : 0;
            case 3 -> level == ErrorCorrection.L ? 1 : 0;
            default -> 0;
        };
    }

    /**
     * What a picture in the middle covers.
     *
     * @param side the modules of its side, odd
     * @param correctable the codewords that each block can restore
     * @param lost the codewords that each block loses
     * @param coversFunction whether it covers a function pattern, without which a symbol may not be found at all
     */
    public record Cover(int side, int correctable, List<Integer> lost, boolean coversFunction) {

        public Cover {
            lost = List.copyOf(lost);
        }

        /**
         * Returns the loss of the block that loses most.
         *
         * @return the number of codewords
         */
        public int worst() {
            return lost.stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        /**
         * Tells whether the symbol still reads.
         *
         * @param reserve the share of what a block can restore that is kept for dirt, in [0, 1)
         * @return whether every block keeps it and no function pattern is covered
         */
        public boolean fits(double reserve) {
            requireReserve(reserve);
            return !coversFunction && worst() <= allowed(reserve);
        }

        /**
         * Returns how many codewords each block may lose.
         *
         * @param reserve the share of what a block can restore that is kept for dirt, in [0, 1)
         * @return the number of codewords
         */
        public int allowed(double reserve) {
            requireReserve(reserve);
            return (int) Math.floor(correctable * (1 - reserve) + 1e-9);
        }
    }

    /**
     * Counts what a square in the middle covers.
     *
     * @param side the modules of its side, odd and at least 1, at most the size of the symbol
     * @return the cover
     */
    public Cover cover(int side) {
        int size = map.size();
        if (side < 1 || side > size || side % 2 == 0) {
            throw new IllegalArgumentException("side must be odd and in [1, " + size + "], was " + side);
        }
        BitSet codewords = new BitSet();
        boolean function = false;
        int from = (size - side) / 2;
        for (int row = from; row < from + side; row++) {
            for (int column = from; column < from + side; column++) {
                function |= map.isFunction(column, row);
                int codeword = map.codeword(column, row);
                if (codeword >= 0) {
                    codewords.set(codeword);
                }
            }
        }
        int[] lost = new int[map.blocks()];
        codewords.stream().forEach(codeword -> lost[map.block(codeword)]++);
        List<Integer> perBlock = new ArrayList<>();
        for (int count : lost) {
            perBlock.add(count);
        }
        return new Cover(side, correctable, perBlock, function);
    }

    /**
     * Returns the largest square in the middle that fits.
     *
     * @param reserve the share of what a block can restore that is kept for dirt, in [0, 1)
     * @return the modules of its side, odd; 0 if none fits
     */
    public int largestSide(double reserve) {
        int largest = 0;
        for (int side = 1; side <= map.size() && cover(side).fits(reserve); side += 2) {
            largest = side;
        }
        return largest;
    }

    /**
     * Finds the lowest level at which a text takes a picture in the middle.
     *
     * @param text what the symbol says
     * @param share the side of the picture as a share of the symbol's side without its quiet zone, in (0, 1)
     * @param reserve the share of what a block can restore that is kept for dirt, in [0, 1)
     * @return the level; empty if none is enough
     */
    public static Optional<ErrorCorrection> lowestLevel(String text, double share, double reserve) {
        for (ErrorCorrection level : ErrorCorrection.values()) {
            QrSymbol symbol = SymbolEncoder.of(level).encode(text);
            if (of(symbol.version(), level).cover(side(symbol, share)).fits(reserve)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns how many modules a picture takes.
     *
     * @param symbol the symbol
     * @param share the side of the picture as a share of the symbol's side without its quiet zone, in (0, 1)
     * @return the nearest odd number of modules, at least 1
     */
    public static int side(QrSymbol symbol, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be in (0, 1), was " + share);
        }
        return 2 * (int) Math.round((share * symbol.size() - 1) / 2) + 1;
    }

    private static void requireReserve(double reserve) {
        if (!(reserve >= 0 && reserve < 1)) {
            throw new IllegalArgumentException("reserve must be in [0, 1), was " + reserve);
        }
    }
}
