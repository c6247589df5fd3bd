package vn.sipas.qr.signing;

import java.util.Optional;
import vn.sipas.qr.payload.SignatureSuite;

/** The names of suites in key files and on command lines. */
public final class SuiteName {

    private SuiteName() {}

    /**
     * Returns the name of a suite.
     *
     * @param suite the suite
     * @return {@code hmac96}, {@code hmac128} or {@code ed25519}
     */
    public static String of(SignatureSuite suite) {
        return switch (suite) {
            case HMAC_SHA256_96 -> "hmac96";
            case HMAC_SHA256_128 -> "hmac128";
            case ED25519 -> "ed25519";
        };
    }

    /**
     * Finds the suite of a name.
     *
     * @param name {@code hmac96}, {@code hmac128} or {@code ed25519}
     * @return the suite; empty for any other name
     */
    public static Optional<SignatureSuite> read(String name) {
        for (SignatureSuite suite : SignatureSuite.values()) {
            if (of(suite).equals(name)) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }
}
