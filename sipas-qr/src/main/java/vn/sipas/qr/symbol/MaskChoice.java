package vn.sipas.qr.symbol;

/** How the mask of a symbol is chosen. */
public enum MaskChoice {
    /** The first mask, from 0 on, under which no data modules look like a finder pattern; else the one with the fewest. */
    SCAN_SAFE,
    /** The mask with the lowest penalty score, as ISO/IEC 18004 tells encoders, whatever it looks like. */
    LOWEST_PENALTY
}
