package vn.sipas.qr.print;

/** What is drawn instead of x and y so that an inexact printer puts it at x and y: scale · x + offset, in millimetres. */
record Adjustment(double offsetX, double offsetY, double scaleX, double scaleY) {

    static final Adjustment NONE = new Adjustment(0, 0, 1, 1);
}
