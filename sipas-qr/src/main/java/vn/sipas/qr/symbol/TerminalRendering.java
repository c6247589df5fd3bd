package vn.sipas.qr.symbol;

/** A symbol as text of half blocks, two rows of modules to a line of text, for a terminal. */
public enum TerminalRendering {
    /** For light text on a dark ground, as most terminals have it: blocks are the light modules. */
    LIGHT_ON_DARK(false),
    /** For dark text on a light ground, and for paper: blocks are the dark modules. */
    DARK_ON_LIGHT(true);

    private final boolean inkIsDark;

    TerminalRendering(boolean inkIsDark) {
        this.inkIsDark = inkIsDark;
    }

    /**
     * Draws a symbol.
     *
     * @param symbol the symbol
     * @param quietZone the light border in modules, 4 to 100
     * @return lines of U+2580, U+2584, U+2588 and spaces, each ended by a line feed
     */
    public String draw(QrSymbol symbol, int quietZone) {
        QuietZone.require(quietZone);
        int side = symbol.size() + 2 * quietZone;
        StringBuilder text = new StringBuilder((side + 1) * (side + 1) / 2);
        for (int row = 0; row < side; row += 2) {
            for (int column = 0; column < side; column++) {
                boolean upper = symbol.dark(column - quietZone, row - quietZone) == inkIsDark;
                boolean lower = row + 1 < side && symbol.dark(column - quietZone, row + 1 - quietZone) == inkIsDark;
                text.append(upper ? lower ? '\u2588' : '\u2580' : lower ? '\u2584' : ' ');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
