package vn.sipas.qr.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.sipas.qr.payload.UnitNumber;

/** HMAC-SHA-256 and HKDF (RFC 5869) over it. */
final class KeyDerivation {

    private static final String HMAC = "HmacSHA256";
    private static final int HASH_BYTES = 32;
    private static final byte[] SALT = "SIPAS-QR/1".getBytes(StandardCharsets.US_ASCII);

    private KeyDerivation() {}

    static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) {
        byte[] extracted = hmac(salt.length == 0 ? new byte[HASH_BYTES] : salt).doFinal(secret);
        Mac mac = hmac(extracted);
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        int filled = 0;
        for (int counter = 1; filled < length; counter++) {
            mac.update(block);
            mac.update(info);
            mac.update((byte) counter);
            block = mac.doFinal();
            int count = Math.min(block.length, length - filled);
            System.arraycopy(block, 0, output, filled, count);
            filled += count;
        }
        Arrays.fill(extracted, (byte) 0);
        return output;
    }

    /** The key of one unit: HKDF with info {@code "unit token" 0 issuer 0 keyId unit}, numbers in 1 and 4 bytes. */
    static byte[] unitKey(byte[] master, IssuerId issuer, int keyId, UnitNumber unit) {
        byte[] purpose = "unit token".getBytes(StandardCharsets.US_ASCII);
        byte[] issuerBytes = issuer.bytes();
        byte[] info = ByteBuffer.allocate(purpose.length + 1 + issuerBytes.length + 1 + 1 + 4)
                .put(purpose)
                .put((byte) 0)
                .put(issuerBytes)
                .put((byte) 0)
                .put((byte) keyId)
                .putInt(unit.value())
                .array();
        return hkdf(master, SALT, info, HASH_BYTES);
    }
}
