package vn.sipas.qr.symbol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the kind of PNG file that {@link PngWriter} writes; everything else is refused. */
final class PngReader {

    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;

    private PngReader() {}

    static Optional<BitPicture> read(byte[] png) {
        byte[] signature = PngWriter.SIGNATURE;
        if (png.length < signature.length || !Arrays.equals(png, 0, signature.length, signature, 0, signature.length)) {
            return Optional.empty();
        }
        ByteBuffer input = ByteBuffer.wrap(png, signature.length, png.length - signature.length);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        int width = 0;
        int height = 0;
        while (input.remaining() >= 12) {
            int length = input.getInt();
            int type = input.getInt();
            if (length < 0 || length > input.remaining() - 4 || !intact(png, input.position(), length)) {
                return Optional.empty();
            }
            if (type == IHDR) {
                // Bit depth 1, greyscale, and no choice in the other three.
                if (length != 13
                        || input.getInt(input.position() + 8) != 0x01000000
                        || input.get(input.position() + 12) != 0) {
                    return Optional.empty();
                }
                width = input.getInt(input.position());
                height = input.getInt(input.position() + 4);
            } else if (type == IDAT) {
                compressed.write(png, input.position(), length);
            }
            input.position(input.position() + length + 4);
        }
        boolean sensible = width > 0
                && height > 0
                && width <= PngWriter.MAX_SIDE
                && height <= PngWriter.MAX_SIDE
                && (long) width * height <= BitPicture.MAX_PIXELS;
        return sensible ? picture(compressed.toByteArray(), width, height) : Optional.empty();
    }

    private static boolean intact(byte[] png, int position, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(png, position - 4, length + 4);
        return (int) checksum.getValue() == ByteBuffer.wrap(png).getInt(position + length);
    }

    private static Optional<BitPicture> picture(byte[] compressed, int width, int height) {
        int stride = PngWriter.stride(width);
        byte[] rows = new byte[stride * height];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            int read = 0;
            while (read < rows.length && !inflater.finished()) {
                int more = inflater.inflate(rows, read, rows.length - read);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return Optional.empty();
                }
                read += more;
            }
            if (read < rows.length) {
                return Optional.empty();
            }
        } catch (DataFormatException damaged) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
        BitSet dark = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            if (rows[y * stride] != 0) {
                return Optional.empty();
            }
            for (int x = 0; x < width; x++) {
                dark.set(y * width + x, (rows[y * stride + 1 + (x >> 3)] & 0x80 >> (x & 7)) == 0);
            }
        }
        return Optional.of(BitPicture.of(width, height, dark));
    }
}
