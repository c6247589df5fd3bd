package vn.sipas.qr.symbol;

import java.util.BitSet;
import java.util.Optional;

/** A picture of dark and light pixels, as a receipt printer puts on paper. Immutable. */
public final class BitPicture {

    /** The largest number of pixels: a slip of ten metres at 203 dpi on the widest paper has a tenth of it. */
    public static final int MAX_PIXELS = 1 << 27;

    private final int width;
    private final int height;
    private final BitSet dark;

    private BitPicture(int width, int height, BitSet dark) {
        if (width < 1 || height < 1 || width > PngWriter.MAX_SIDE || height > PngWriter.MAX_SIDE) {
            throw new IllegalArgumentException("width and height must be in [1, " + PngWriter.MAX_SIDE
                    + "] pixels, were " + width + " and " + height);
        }
        if ((long) width * height > MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "width and height must give at most " + MAX_PIXELS + " pixels, were " + width + " and " + height);
        }
        this.width = width;
        this.height = height;
        this.dark = dark;
    }

    /**
     * Makes a picture.
     *
     * @param width the pixels of a row, 1 to 20 000
     * @param height the rows, 1 to 20 000
     * @param dark the dark pixels, row by row from the top left: row × width + column; copied
     * @return the picture
     */
    public static BitPicture of(int width, int height, BitSet dark) {
        return new BitPicture(width, height, (BitSet) dark.clone());
    }

    /**
     * Draws a symbol.
     *
     * @param symbol the symbol
     * @param quietZone the light border in modules, 4 to 100
     * @param scale the pixels of a module, 1 to 200
     * @return the picture, (size + 2 × quietZone) × scale pixels a side
     */
    public static BitPicture of(QrSymbol symbol, int quietZone, int scale) {
        QuietZone.require(quietZone);
        int side = (symbol.size() + 2 * quietZone) * scale;
        BitSet dark = new BitSet(side * side);
        for (int row = 0; row < symbol.size(); row++) {
            for (int column = 0; column < symbol.size(); column++) {
                if (symbol.dark(column, row)) {
                    for (int y = 0; y < scale; y++) {
                        int from = ((row + quietZone) * scale + y) * side + (column + quietZone) * scale;
                        dark.set(from, from + scale);
                    }
                }
            }
        }
        return new BitPicture(side, side, dark);
    }

    /**
     * Reads a PNG file of one bit a pixel without palette and interlacing, such as this library writes.
     *
     * @param png the bytes of the file
     * @return the picture; empty for anything else, also for a damaged file and for more than {@link #MAX_PIXELS}
     */
    public static Optional<BitPicture> ofPng(byte[] png) {
        return PngReader.read(png);
    }

    /**
     * Returns the pixels of a row.
     *
     * @return at least 1
     */
    public int width() {
        return width;
    }

    /**
     * Returns the number of rows.
     *
     * @return at least 1
     */
    public int height() {
        return height;
    }

    /**
     * Tells whether a pixel is dark.
     *
     * @param x from the left, counted from 0; outside everything is light
     * @param y from the top, counted from 0
     * @return whether it is dark
     */
    public boolean dark(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height && dark.get(y * width + x);
    }

    /**
     * Returns this picture with a light rectangle on it, as if a paper were stuck there.
     *
     * @param left its first column
     * @param top its first row
     * @param right the column behind its last
     * @param bottom the row below its last
     * @return the picture; what is outside of it does not matter
     */
    public BitPicture cleared(int left, int top, int right, int bottom) {
        BitSet cleared = (BitSet) dark.clone();
        int from = Math.max(0, left);
        int to = Math.min(width, right);
        for (int y = Math.max(0, top); y < Math.min(height, bottom) && from < to; y++) {
            cleared.clear(y * width + from, y * width + to);
        }
        return new BitPicture(width, height, cleared);
    }

    /**
     * Writes a PNG file of one bit a pixel; the bytes are the same on every machine.
     *
     * @param dotsPerInch the resolution, 1 to 10 000; 0 leaves it open
     * @return the bytes of the file
     */
    public byte[] png(int dotsPerInch) {
        PngWriter.requireResolution(dotsPerInch);
        int stride = PngWriter.stride(width);
        byte[] rows = new byte[stride * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (!dark.get(y * width + x)) {
                    rows[y * stride + 1 + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
        return PngWriter.file(rows, width, height, dotsPerInch);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BitPicture that
                && width == that.width
                && height == that.height
                && dark.equals(that.dark);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + dark.hashCode();
    }

    @Override
    public String toString() {
        return "BitPicture[" + width + " x " + height + "]";
    }
}
