package vn.sipas.qr.symbol;

import java.util.List;

/**
 * A symbol as SVG: a white ground and one path in black, in units of modules. Immutable.
 *
 * <p>The payload stands nowhere in the text of the file. The bytes are the same on every machine.
 */
public final class SvgRendering {

    private SvgRendering() {}

    /**
     * Returns a whole SVG document.
     *
     * @param symbol the symbol
     * @param quietZone the light border in modules, 4 to 100
     * @param title what a screen reader says, such as "QR"; escaped here
     * @return the document
     */
    public static String document(QrSymbol symbol, int quietZone, String title) {
        QuietZone.require(quietZone);
        int side = symbol.size() + 2 * quietZone;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" role=\"img\" shape-rendering=\"crispEdges\"><title>" + escaped(title)
                + "</title><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "h-" + side
                + "z\"/><path fill=\"#000\" fill-rule=\"evenodd\" d=\"" + path(symbol, quietZone, quietZone)
                + "\"/></svg>\n";
    }

    /**
     * Returns the path of the dark modules, for embedding into another drawing.
     *
     * @param symbol the symbol
     * @param left the left edge of the symbol, in modules
     * @param top the top edge of the symbol, in modules
     * @return the path data; 1 unit is 1 module
     */
    public static String path(QrSymbol symbol, int left, int top) {
        StringBuilder path = new StringBuilder(4096);
        for (ModuleOutline.Line line : ModuleOutline.of(symbol)) {
            path.append('M').append(left + line.column()).append(' ').append(top + line.row());
            List<Integer> steps = line.steps();
            for (int i = 0; i < steps.size() - 1; i++) {
                path.append(i % 2 == 0 ? 'h' : 'v').append(steps.get(i));
            }
            path.append('z');
        }
        return path.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "\uFFFD");
    }
}
