/**
 * Signed QR payloads, scan-safe symbols, posters and replay guards for satisfaction surveys.
 *
 * <p>Packages import lower layers only: {@code payload}, then {@code signing} and {@code symbol}, then {@code poster}
 * and {@code replay}, then {@code issue}.
 */
module vn.sipas.qr {
    requires static transitive org.jspecify;
    requires transitive vn.sipas.core;
    requires transitive java.sql;
    requires static com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;
    requires io.nayuki.qrcodegen;

    exports vn.sipas.qr.issue;
    exports vn.sipas.qr.payload;
    exports vn.sipas.qr.poster;
    exports vn.sipas.qr.replay;
    exports vn.sipas.qr.signing;
    exports vn.sipas.qr.symbol;
}
