package vn.sipas.io.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at once, held in a long with the first byte lowest. What is found is marked by the highest bit of
 * each byte (Warren, Hacker's Delight, 2nd ed., §6-1).
 */
final class EightBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BELOW_SPACE = ONES * (0x80 - ' ');

    private EightBytes() {}

    static long at(byte[] bytes, int position) {
        return (long) LONGS.get(bytes, position);
    }

    /** The first bytes, 1 to 8 of them, the others 0. */
    static long upTo(int count, long word) {
        return word & (-1L >>> (Long.SIZE - Byte.SIZE * count));
    }

    static boolean isAscii(long word) {
        return (word & HIGH_BITS) == 0;
    }

    /** The same ASCII character in all bytes. */
    static long repeated(char character) {
        return ONES * character;
    }

    /** Marks every byte that equals the corresponding one. */
    static long equal(long word, long other) {
        long difference = word ^ other;
        return ~(((difference & LOW_BITS) + LOW_BITS) | difference) & HIGH_BITS;
    }

    /** Whether any byte equals the corresponding one. */
    static boolean anyEqual(long word, long other) {
        long difference = word ^ other;
        return ((difference - ONES) & ~difference & HIGH_BITS) != 0;
    }

    /** Marks every byte below the space character: line ends, tabs, NUL. */
    static long controls(long word) {
        return ~(((word & LOW_BITS) + BELOW_SPACE) | word) & HIGH_BITS;
    }

    /** The place of the first marked byte, 0 to 7. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
