package vn.sipas.qr.symbol;

import io.nayuki.qrcodegen.QrCode;

/**
 * The error correction level of a symbol. The share is of codewords, not of area: one blot of 30 % of the area is read
 * at no level.
 */
public enum ErrorCorrection {
    /** About 7 % of the codewords. */
    L(QrCode.Ecc.LOW),
    /** About 15 % of the codewords; right for slips, where each step up costs a tenth of the reading distance. */
    M(QrCode.Ecc.MEDIUM),
    /** About 25 % of the codewords; right for posters. */
    Q(QrCode.Ecc.QUARTILE),
    /** About 30 % of the codewords; for laminated posters and logos. */
    H(QrCode.Ecc.HIGH);

    private final QrCode.Ecc level;

    ErrorCorrection(QrCode.Ecc level) {
        this.level = level;
    }

    QrCode.Ecc level() {
        return level;
    }
}
