package vn.sipas.qr.poster;

/** Paper sizes of ISO 216, upright. */
public enum PaperSize {
    /** 210 mm × 297 mm. */
    A4(210, 297),
    /** 148 mm × 210 mm. */
    A5(148, 210);

    private final int width;
    private final int height;

    PaperSize(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * Returns the width.
     *
     * @return the width in millimetres
     */
    public int width() {
        return width;
    }

    /**
     * Returns the height.
     *
     * @return the height in millimetres
     */
    public int height() {
        return height;
    }
}
