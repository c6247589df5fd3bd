/**
 * Signed QR payloads, scan-safe symbols, posters and replay guards for satisfaction surveys.
 *
 * <p>Packages import lower layers only: {@code payload}, then {@code signing} and {@code symbol}, then {@code poster}.
 */
module vn.sipas.qr {
    requires static transitive org.jspecify;
    requires transitive vn.sipas.core;
    requires io.nayuki.qrcodegen;

    exports vn.sipas.qr.payload;
    exports vn.sipas.qr.signing;
    exports vn.sipas.qr.symbol;
    exports vn.sipas.qr.poster;
}
