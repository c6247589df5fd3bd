package vn.sipas.qr.payload;

import java.util.Optional;

/**
 * How a token is authenticated; 2 bits of the layout.
 *
 * <p>A suite belongs to a key: a token whose suite is not the one of its key is rejected, so that nobody can choose a
 * weaker one.
 */
public enum SignatureSuite {
    /**
     * HMAC-SHA-256 truncated to 96 bits. Meets the floor of 80 bits of RFC 2104, not its advice of half the hash;
     * a forger succeeds with 2⁻⁹⁶ per try and cannot try without a verifier.
     */
    HMAC_SHA256_96(0, 12),
    /** HMAC-SHA-256 truncated to 128 bits: half the hash, as RFC 2104 advises. */
    HMAC_SHA256_128(1, 16),
    /** Ed25519 (RFC 8032): verifiers hold no secret. */
    ED25519(2, 64);

    private final int code;
    private final int tagBytes;

    SignatureSuite(int code, int tagBytes) {
        this.code = code;
        this.tagBytes = tagBytes;
    }

    /**
     * Returns the number in the layout.
     *
     * @return 0 to 2
     */
    public int code() {
        return code;
    }

    /**
     * Returns the length of the tag.
     *
     * @return 12, 16 or 64 bytes
     */
    public int tagBytes() {
        return tagBytes;
    }

    /**
     * Finds the suite of a number.
     *
     * @param code the number, 0 to 3
     * @return the suite; empty for the reserved number 3
     */
    public static Optional<SignatureSuite> ofCode(int code) {
        for (SignatureSuite suite : values()) {
            if (suite.code == code) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }
}
