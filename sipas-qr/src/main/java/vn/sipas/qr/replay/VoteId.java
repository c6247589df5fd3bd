package vn.sipas.qr.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/**
 * The id that a respondent's device makes for one submission and repeats when it retries.
 *
 * <p>Guards keep {@link #fingerprint} only. The answers must not keep the id, or the two stores could be joined.
 *
 * @param value a random UUID of the device
 */
public record VoteId(UUID value) {

    public VoteId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Returns what a guard remembers: 64 bits of the SHA-256 of id and key, never 0.
     *
     * @param key what was spent
     * @return the fingerprint
     */
    public long fingerprint(VoteKey key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(key.issuer().value().getBytes(StandardCharsets.US_ASCII));
            sha256.update(ByteBuffer.allocate(33)
                    .put((byte) 0)
                    .putInt(key.campaign())
                    .putInt(key.unit().value())
                    .putLong(key.serial())
                    .putLong(value.getMostSignificantBits())
                    .putLong(value.getLeastSignificantBits())
                    .array());
            long fingerprint = ByteBuffer.wrap(sha256.digest()).getLong();
            return fingerprint == 0 ? 1 : fingerprint;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
