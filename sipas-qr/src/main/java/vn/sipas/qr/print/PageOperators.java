package vn.sipas.qr.print;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.sipas.qr.symbol.ModuleOutline;

/** The content stream of one page, in millimetres from the bottom left. */
final class PageOperators {

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    private final StringBuilder operators = new StringBuilder(16_384);
    private final double height;

    PageOperators(Page page) {
        this.height = page.height();
        Adjustment adjustment = page.adjustment();
        operators
                .append(number(POINTS_PER_MILLIMETRE * adjustment.scaleX(), 6))
                .append(" 0 0 ")
                .append(number(POINTS_PER_MILLIMETRE * adjustment.scaleY(), 6))
                .append(' ')
                .append(number(POINTS_PER_MILLIMETRE * adjustment.offsetX(), 4))
                .append(' ')
                // The adjustment counts from the top edge, the page from the bottom.
                .append(number(POINTS_PER_MILLIMETRE * (height * (1 - adjustment.scaleY()) - adjustment.offsetY()), 4))
                .append(" cm\n0 0 0 1 k\n");
    }

    /** The width or height of a sheet in points. */
    static float points(double millimetres) {
        return (float) (millimetres * POINTS_PER_MILLIMETRE);
    }

    void rule(Box box) {
        rectangle(box);
        operators.append(" f\n");
    }

    /** The white ground of the whole symbol and, in the units of its modules, one black path. */
    void symbol(PlacedSymbol symbol) {
        operators.append("q 0 0 0 0 k ");
        rectangle(symbol.box());
        operators.append(" f 0 0 0 1 k ");
        String module = number(symbol.module(), 4);
        operators
                .append(module)
                .append(" 0 0 -")
                .append(module)
                .append(' ')
                .append(number(symbol.left(), 4))
                .append(' ')
                .append(number(height - symbol.top(), 4))
                .append(" cm\n");
        for (ModuleOutline.Line line : ModuleOutline.of(symbol.symbol())) {
            outline(line);
        }
        operators.append("f* Q\n");
    }

    /** The white square of a logo and the picture in it, which keeps its proportions. */
    void logo(Box box, String imageName, double widthToHeight) {
        operators.append("q 0 0 0 0 k ");
        rectangle(box);
        double room = box.width() * (1 - 2 * LogoPicture.BORDER);
        double width = widthToHeight >= 1 ? room : room * widthToHeight;
        double imageHeight = widthToHeight >= 1 ? room / widthToHeight : room;
        operators
                .append(" f ")
                .append(number(width, 4))
                .append(" 0 0 ")
                .append(number(imageHeight, 4))
                .append(' ')
                .append(number(box.left() + (box.width() - width) / 2, 4))
                .append(' ')
                .append(number(height - box.bottom() + (box.height() - imageHeight) / 2, 4))
                .append(" cm /")
                .append(imageName)
                .append(" Do Q\n");
    }

    private void outline(ModuleOutline.Line line) {
        int x = line.column();
        int y = line.row();
        operators.append(x).append(' ').append(y).append(" m");
        List<Integer> steps = line.steps();
        for (int i = 0; i < steps.size() - 1; i++) {
            x += i % 2 == 0 ? steps.get(i) : 0;
            y += i % 2 == 0 ? 0 : steps.get(i);
            operators.append(' ').append(x).append(' ').append(y).append(" l");
        }
        operators.append(" h\n");
    }

    void text(TextLine line, String fontName, byte[] glyphs) {
        operators.append("BT /").append(fontName).append(' ').append(number(line.size(), 3));
        operators
                .append(" Tf ")
                .append(number(line.x(), 3))
                .append(' ')
                .append(number(height - line.baseline(), 3))
                .append(" Td <");
        for (byte glyph : glyphs) {
            operators.append(Character.forDigit(glyph >> 4 & 15, 16)).append(Character.forDigit(glyph & 15, 16));
        }
        operators.append("> Tj ET\n");
    }

    byte[] bytes() {
        return operators.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void rectangle(Box box) {
        operators
                .append(number(box.left(), 3))
                .append(' ')
                .append(number(height - box.bottom(), 3))
                .append(' ')
                .append(number(box.width(), 3))
                .append(' ')
                .append(number(box.height(), 3))
                .append(" re");
    }

    /** The shortest decimal number with at most {@code digits} digits behind the point. */
    private static String number(double value, int digits) {
        long factor = 1;
        for (int i = 0; i < digits; i++) {
            factor *= 10;
        }
        long scaled = Math.round(value * factor);
        long fraction = Math.abs(scaled % factor);
        StringBuilder text = new StringBuilder(16).append(scaled < 0 ? "-" : "").append(Math.abs(scaled / factor));
        if (fraction > 0) {
            text.append('.');
        }
        for (long unit = factor / 10; fraction > 0; unit /= 10) {
            text.append(fraction / unit);
            fraction %= unit;
        }
        return text.toString();
    }
}
