package vn.sipas.qr.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sipas.qr.payload.UnitNumber;

/**
 * A signature beside a file, such as the manifest of a batch: which issuer and key vouch for which bytes.
 *
 * <p>The seal is over {@code "SIPAS-QR/1 document"}, a zero byte and the SHA-256 of the file, in the same way as a token
 * of the reserved unit 1 048 575 would be, with the suite of the key.
 *
 * @param issuer who vouches
 * @param keyId the key, 0 to 255
 * @param sha256 the SHA-256 of the file in lower-case hexadecimal digits
 * @param tag the tag in lower-case hexadecimal digits
 */
public record DocumentSeal(IssuerId issuer, int keyId, String sha256, String tag) {

    private static final Pattern LINE = Pattern.compile(
            "sipas-qr-seal 1 issuer=([^ ]+) key=(0|[1-9][0-9]{0,2}) sha256=([0-9a-f]{64}) tag=([0-9a-f]{24,128})\\s*");

    public DocumentSeal {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(tag, "tag");
        if (keyId < 0 || keyId > 255) {
            throw new IllegalArgumentException("keyId must be in [0, 255], was " + keyId);
        }
    }

    /**
     * Seals a file.
     *
     * @param issuer who vouches
     * @param key a key that signs for all units
     * @param document the bytes of the file
     * @return the seal
     * @throws IllegalArgumentException if the key is bound to a unit, revoked, or cannot sign
     */
    public static DocumentSeal of(IssuerId issuer, RingKey key, byte[] document) {
        if (key.revoked() || !key.canSign() || key.unit().isPresent()) {
            throw new IllegalArgumentException("key must be able to sign for all units, was " + key);
        }
        byte[] hash = sha256(document);
        byte[] tag = TagMaker.of(issuer, key, reservedUnit()).tag(message(hash));
        return new DocumentSeal(
                issuer, key.id(), HexFormat.of().formatHex(hash), HexFormat.of().formatHex(tag));
    }

    /**
     * Reads the line that {@link #toString} writes.
     *
     * @param line the line
     * @return the seal; empty if it is anything else
     */
    public static Optional<DocumentSeal> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DocumentSeal(
                    IssuerId.of(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    matcher.group(3),
                    matcher.group(4)));
        } catch (IllegalArgumentException noIssuerOrKey) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether the seal is authentic and of this file.
     *
     * @param keys the keys
     * @param document the bytes of the file
     * @return whether a key of the ring that is not revoked made this seal for these bytes
     */
    public boolean matches(KeyRing keys, byte[] document) {
        Optional<RingKey> key = keys.key(keyId);
        byte[] hash = sha256(document);
        return key.isPresent()
                && !key.get().revoked()
                && key.get().unit().isEmpty()
                && MessageDigest.isEqual(hash, hex(sha256))
                && TagMaker.of(issuer, key.get(), reservedUnit()).matches(message(hash), hex(tag));
    }

    /**
     * Returns the seal as one line of text.
     *
     * @return {@code sipas-qr-seal 1 issuer=… key=… sha256=… tag=…}
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "sipas-qr-seal 1 issuer=%s key=%d sha256=%s tag=%s", issuer, keyId, sha256, tag);
    }

    private static byte[] hex(String digits) {
        return digits.length() % 2 == 0 && digits.matches("[0-9a-f]*")
                ? HexFormat.of().parseHex(digits)
                : new byte[0];
    }

    private static byte[] message(byte[] hash) {
        byte[] domain = "SIPAS-QR/1 document\0".getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(domain, domain.length + hash.length);
        System.arraycopy(hash, 0, message, domain.length, hash.length);
        return message;
    }

    private static UnitNumber reservedUnit() {
        return UnitNumber.of(UnitNumber.MAX_VALUE);
    }

    private static byte[] sha256(byte[] document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(document);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
