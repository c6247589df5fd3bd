package vn.sipas.qr.symbol;

import java.util.BitSet;
import java.util.Objects;

/** A QR symbol: a square of dark and light modules. Immutable. */
public final class QrSymbol {

    private final String text;
    private final int version;
    private final ErrorCorrection level;
    private final int mask;
    private final int lookAlikeScore;
    private final BitSet modules;

    QrSymbol(String text, int version, ErrorCorrection level, int mask, int lookAlikeScore, BitSet modules) {
        this.text = text;
        this.version = version;
        this.level = level;
        this.mask = mask;
        this.lookAlikeScore = lookAlikeScore;
        this.modules = modules;
    }

    /**
     * Returns what the symbol says.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Returns the symbol version.
     *
     * @return 1 to 40
     */
    public int version() {
        return version;
    }

    /**
     * Returns the error correction level.
     *
     * @return the level that was asked for
     */
    public ErrorCorrection level() {
        return level;
    }

    /**
     * Returns the mask.
     *
     * @return 0 to 7
     */
    public int mask() {
        return mask;
    }

    /**
     * Returns how many places among the data modules look like a finder pattern.
     *
     * @return 0 for a scan-safe symbol
     */
    public int lookAlikes() {
        return lookAlikeScore / FinderLookAlikes.AGREEING + lookAlikeScore % FinderLookAlikes.AGREEING;
    }

    int lookAlikeScore() {
        return lookAlikeScore;
    }

    /**
     * Tells whether no data modules look like a finder pattern.
     *
     * @return whether it is so
     */
    public boolean scanSafe() {
        return lookAlikeScore == 0;
    }

    /**
     * Returns the modules of a side, without the quiet zone.
     *
     * @return 17 + 4 × version
     */
    public int size() {
        return 17 + 4 * version;
    }

    /**
     * Tells whether a module is dark.
     *
     * @param column from the left, counted from 0; outside the symbol everything is light
     * @param row from the top, counted from 0
     * @return whether it is dark
     */
    public boolean dark(int column, int row) {
        int size = size();
        return column >= 0 && column < size && row >= 0 && row < size && modules.get(row * size + column);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QrSymbol that
                && version == that.version
                && level == that.level
                && mask == that.mask
                && modules.equals(that.modules)
                && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, mask, modules);
    }

    /**
     * Returns version, level and mask, not the text: a printed one-time code must not leak into a log.
     *
     * @return a description for humans
     */
    @Override
    public String toString() {
        return "QrSymbol[version=" + version + ", level=" + level + ", mask=" + mask + ", lookAlikes=" + lookAlikes()
                + "]";
    }
}
