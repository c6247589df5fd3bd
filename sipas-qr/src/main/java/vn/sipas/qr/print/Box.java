package vn.sipas.qr.print;

/** An upright rectangle in millimetres from the top left of the sheet. */
record Box(double left, double top, double width, double height) {

    /** Half a hundredth of a millimetre: edges that touch do not overlap. */
    private static final double TOUCH = 0.005;

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    boolean intersects(Box other) {
        return left < other.right() - TOUCH
                && other.left < right() - TOUCH
                && top < other.bottom() - TOUCH
                && other.top < bottom() - TOUCH;
    }

    boolean contains(Box other) {
        return other.left > left - TOUCH
                && other.top > top - TOUCH
                && other.right() < right() + TOUCH
                && other.bottom() < bottom() + TOUCH;
    }
}
