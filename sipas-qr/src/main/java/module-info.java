/**
 * Signed QR payloads, scan-safe symbols, posters and replay guards for satisfaction surveys.
 *
 * <p>Packages import lower layers only: {@code payload}, then {@code signing} and {@code symbol}, then {@code poster},
 * {@code reading} and {@code replay}, then {@code print}, then {@code issue}.
 *
 * <p>Optional: Jackson for key files, ZXing for reading artefacts back, and PDFBox with {@code java.desktop} for
 * {@code print}.
 */
module vn.sipas.qr {
    requires static transitive org.jspecify;
    requires transitive vn.sipas.core;
    requires transitive java.sql;
    requires static com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;
    requires static com.google.zxing;
    requires static java.desktop;
    requires static org.apache.fontbox;
    requires static org.apache.pdfbox;
    requires static org.apache.pdfbox.io;
    requires io.nayuki.qrcodegen;

    exports vn.sipas.qr.issue;
    exports vn.sipas.qr.payload;
    exports vn.sipas.qr.poster;
    exports vn.sipas.qr.print;
    exports vn.sipas.qr.reading;
    exports vn.sipas.qr.replay;
    exports vn.sipas.qr.signing;
    exports vn.sipas.qr.symbol;
}
