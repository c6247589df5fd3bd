package vn.sipas.qr.poster;

/** Rolls of receipt printers (máy in hóa đơn), whose heads have 8 dots a millimetre (203 dpi). */
public enum SlipPaper {
    /** A roll of 58 mm, of which 48 mm are printed: 384 dots. */
    ROLL_58(58, 48),
    /** A roll of 80 mm, of which 72 mm are printed: 576 dots. */
    ROLL_80(80, 72);

    /** The dots of a millimetre along and across the roll. */
    public static final int DOTS_PER_MILLIMETRE = 8;

    private final int width;
    private final int printedWidth;

    SlipPaper(int width, int printedWidth) {
        this.width = width;
        this.printedWidth = printedWidth;
    }

    /**
     * Returns the width of the roll.
     *
     * @return the width in millimetres
     */
    public int width() {
        return width;
    }

    /**
     * Returns the width that the head reaches, in the middle of the roll.
     *
     * @return the width in millimetres
     */
    public int printedWidth() {
        return printedWidth;
    }

    /**
     * Returns the dots of the head.
     *
     * @return 384 or 576
     */
    public int dots() {
        return printedWidth * DOTS_PER_MILLIMETRE;
    }
}
