/** Signed QR payloads, scan-safe symbols, posters and replay guards for satisfaction surveys. */
module vn.sipas.qr {
    requires static transitive org.jspecify;
    requires transitive vn.sipas.core;
}
