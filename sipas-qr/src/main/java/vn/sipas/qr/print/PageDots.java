package vn.sipas.qr.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import vn.sipas.qr.symbol.BitPicture;

/** Paints a page as the dots of a printer. */
final class PageDots {

    private static final int HALF = 128;

    private PageDots() {}

    /** The strip of the page from {@code left} on; symbols are expected on whole dots. */
    static BitPicture paint(Page page, double left, double width, int dotsPerMillimetre) {
        int columns = (int) Math.round(width * dotsPerMillimetre);
        int rows = (int) Math.round(page.height() * dotsPerMillimetre);
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, columns, rows);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (TextLine line : page.texts()) {
            AffineTransform place = AffineTransform.getScaleInstance(dotsPerMillimetre, dotsPerMillimetre);
            place.translate(line.x() - left, line.baseline());
            place.scale(line.size(), -line.size());
            graphics.fill(place.createTransformedShape(line.font().outline(line.text())));
        }
        for (Box rule : page.rules()) {
            graphics.fill(new Rectangle2D.Double(
                    (rule.left() - left) * dotsPerMillimetre,
                    rule.top() * dotsPerMillimetre,
                    rule.width() * dotsPerMillimetre,
                    rule.height() * dotsPerMillimetre));
        }
        graphics.dispose();
        BitSet dark = new BitSet(columns * rows);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                if (image.getRaster().getSample(x, y, 0) < HALF) {
                    dark.set(y * columns + x);
                }
            }
        }
        for (PlacedSymbol placed : page.symbols()) {
            symbol(placed, left, dotsPerMillimetre, dark, columns);
        }
        return BitPicture.of(columns, rows, dark);
    }

    private static void symbol(PlacedSymbol placed, double left, int dotsPerMillimetre, BitSet dark, int columns) {
        int scale = (int) Math.round(placed.module() * dotsPerMillimetre);
        int x = (int) Math.round((placed.left() - left) * dotsPerMillimetre);
        int y = (int) Math.round(placed.top() * dotsPerMillimetre);
        int side = placed.symbol().size() * scale;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                dark.set((y + row) * columns + x + column, placed.symbol().dark(column / scale, row / scale));
            }
        }
    }
}
