package vn.sipas.qr.print;

/** One line of text on a sheet: its left end and its baseline in millimetres from the top left, its size likewise. */
record TextLine(String text, PrintFont font, double size, double x, double baseline) {

    /** From the highest to the lowest mark that any Vietnamese letter of the font has. */
    Box box() {
        return new Box(
                x, baseline - size * font.ascent(), size * font.width(text), size * (font.ascent() + font.descent()));
    }
}
