package vn.sipas.qr.symbol;

/**
 * A symbol as PNG with one bit a pixel, without AWT.
 *
 * <p>The compressed stream is written here instead of by the platform's zlib, whose output differs between versions: the
 * bytes are the same on every machine.
 */
public final class PngRendering {

    private static final int MAX_SCALE = 200;

    private PngRendering() {}

    /**
     * Draws a symbol.
     *
     * @param symbol the symbol
     * @param quietZone the light border in modules, 4 to 100
     * @param scale the pixels of a module, 1 to 200
     * @return the bytes of a PNG file of (size + 2 × quietZone) × scale pixels a side, at most 20 000
     */
    public static byte[] draw(QrSymbol symbol, int quietZone, int scale) {
        return draw(symbol, quietZone, scale, 0);
    }

    /**
     * Draws a symbol that knows its resolution, so that it prints in its true size.
     *
     * @param symbol the symbol
     * @param quietZone the light border in modules, 4 to 100
     * @param scale the pixels of a module, 1 to 200
     * @param dotsPerInch the resolution, 1 to 10 000; 0 leaves it open
     * @return the bytes of a PNG file
     */
    public static byte[] draw(QrSymbol symbol, int quietZone, int scale, int dotsPerInch) {
        QuietZone.require(quietZone);
        if (scale < 1 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("scale must be in [1, " + MAX_SCALE + "] pixels, was " + scale);
        }
        PngWriter.requireResolution(dotsPerInch);
        int side = (symbol.size() + 2 * quietZone) * scale;
        if (side > PngWriter.MAX_SIDE) {
            throw new IllegalArgumentException(
                    "scale must give at most " + PngWriter.MAX_SIDE + " pixels a side, gave " + side);
        }
        return PngWriter.file(rows(symbol, quietZone, scale, side), side, side, dotsPerInch);
    }

    private static byte[] rows(QrSymbol symbol, int quietZone, int scale, int side) {
        int stride = PngWriter.stride(side);
        byte[] rows = new byte[stride * side];
        for (int y = 0; y < side; y++) {
            int at = y * stride;
            if (y % scale != 0) {
                System.arraycopy(rows, at - stride, rows, at, stride);
                continue;
            }
            int row = y / scale - quietZone;
            for (int x = 0; x < side; x += scale) {
                if (!symbol.dark(x / scale - quietZone, row)) {
                    PngWriter.light(rows, 8 * (at + 1) + x, scale);
                }
            }
        }
        return rows;
    }
}
