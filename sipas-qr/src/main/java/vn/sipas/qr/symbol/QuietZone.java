package vn.sipas.qr.symbol;

/** The interval of quiet zones: scanners need four modules, and the rest is waste of paper. */
final class QuietZone {

    static final int MIN = 4;
    static final int MAX = 100;

    private QuietZone() {}

    static void require(int quietZone) {
        if (quietZone < MIN || quietZone > MAX) {
            throw new IllegalArgumentException(
                    "quietZone must be in [" + MIN + ", " + MAX + "] modules, was " + quietZone);
        }
    }
}
