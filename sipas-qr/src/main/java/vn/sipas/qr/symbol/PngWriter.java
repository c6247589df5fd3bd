package vn.sipas.qr.symbol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** Writes PNG files of one bit a pixel. */
final class PngWriter {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    static final int MAX_SIDE = 20_000;

    private static final double METRES_PER_INCH = 0.0254;

    private PngWriter() {}

    static void requireResolution(int dotsPerInch) {
        if (dotsPerInch < 0 || dotsPerInch > 10_000) {
            throw new IllegalArgumentException("dotsPerInch must be in [0, 10000], was " + dotsPerInch);
        }
    }

    /** The bytes of a row: its filter and its pixels. */
    static int stride(int width) {
        return 1 + (width + 7) / 8;
    }

    /** Sets bits, eight at a time where they fill a byte. */
    static void light(byte[] rows, int first, int count) {
        int end = first + count;
        for (int bit = first; bit < end; ) {
            if ((bit & 7) == 0 && end - bit >= 8) {
                rows[bit >> 3] = (byte) 0xFF;
                bit += 8;
            } else {
                rows[bit >> 3] |= (byte) (0x80 >> (bit & 7));
                bit++;
            }
        }
    }

    /** A file of rows that each begin with filter 0 and have a set bit for a light pixel. */
    static byte[] file(byte[] rows, int width, int height, int dotsPerInch) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(2048);
        png.writeBytes(SIGNATURE);
        // Bit depth 1, greyscale, and the only compression, filter method and interlacing for that.
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 1)
                        .array());
        if (dotsPerInch > 0) {
            int perMetre = (int) Math.round(dotsPerInch / METRES_PER_INCH);
            chunk(
                    png,
                    "pHYs",
                    ByteBuffer.allocate(9)
                            .putInt(perMetre)
                            .putInt(perMetre)
                            .put((byte) 1)
                            .array());
        }
        chunk(png, "IDAT", compressed(rows, stride(width)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** A zlib stream of one block with the fixed codes of RFC 1951; matches are runs and the row above. */
    private static byte[] compressed(byte[] data, int stride) {
        BitWriter bits = new BitWriter(data.length / 8 + 64);
        bits.write(0x78, 8);
        bits.write(0x01, 8);
        bits.write(1, 1);
        bits.write(1, 2);
        int position = 0;
        while (position < data.length) {
            int above = matchLength(data, position, stride);
            int run = matchLength(data, position, 1);
            int length = Math.max(above, run);
            if (length >= 3) {
                bits.writeMatch(length, above >= run ? stride : 1);
                position += length;
            } else {
                bits.writeLiteral(data[position++] & 0xFF);
            }
        }
        bits.writeLiteral(256);
        bits.align();
        Adler32 checksum = new Adler32();
        checksum.update(data);
        int sum = (int) checksum.getValue();
        for (int shift = 24; shift >= 0; shift -= 8) {
            bits.write(sum >>> shift & 0xFF, 8);
        }
        return bits.toByteArray();
    }

    private static int matchLength(byte[] data, int position, int distance) {
        if (position < distance) {
            return 0;
        }
        int end = Math.min(data.length, position + 258);
        int length = Arrays.mismatch(data, position, end, data, position - distance, end - distance);
        return length < 0 ? end - position : length;
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    /** Writes bits from the least significant on, and the fixed codes of RFC 1951, section 3.2.6. */
    private static final class BitWriter {

        private static final int[] LENGTH_BASE = {
            3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
            227, 258
        };
        private static final int[] LENGTH_BITS = {
            0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
        };
        private static final int FIRST_LENGTH_SYMBOL = 257;

        private final ByteArrayOutputStream output;
        private long buffer;
        private int count;

        BitWriter(int expected) {
            output = new ByteArrayOutputStream(expected);
        }

        void write(int value, int bits) {
            buffer |= (value & 0xFFFF_FFFFL) << count;
            count += bits;
            while (count >= 8) {
                output.write((int) buffer & 0xFF);
                buffer >>>= 8;
                count -= 8;
            }
        }

        void writeLiteral(int symbol) {
            if (symbol < 144) {
                writeCode(0x30 + symbol, 8);
            } else if (symbol < 256) {
                writeCode(0x190 + symbol - 144, 9);
            } else if (symbol < 280) {
                writeCode(symbol - 256, 7);
            } else {
                writeCode(0xC0 + symbol - 280, 8);
            }
        }

        void writeMatch(int length, int distance) {
            int index = LENGTH_BASE.length - 1;
            while (LENGTH_BASE[index] > length) {
                index--;
            }
            writeLiteral(FIRST_LENGTH_SYMBOL + index);
            write(length - LENGTH_BASE[index], LENGTH_BITS[index]);
            // Distances come in pairs of classes, each pair twice as wide as the one before.
            int offset = distance - 1;
            int extra = Math.max(0, 30 - Integer.numberOfLeadingZeros(offset));
            int symbol = offset < 2 ? offset : 2 * extra + (offset >> extra);
            writeCode(symbol, 5);
            write(offset & ((1 << extra) - 1), extra);
        }

        void align() {
            if (count > 0) {
                write(0, 8 - count);
            }
        }

        byte[] toByteArray() {
            return output.toByteArray();
        }

        /** Huffman codes go from the most significant bit on. */
        private void writeCode(int code, int bits) {
            write(Integer.reverse(code) >>> (32 - bits), bits);
        }
    }
}
