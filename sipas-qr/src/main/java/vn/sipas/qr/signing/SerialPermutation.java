package vn.sipas.qr.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;

/**
 * Turns the issuer's running numbers into public serials and back, so that a slip shows neither how many there are nor
 * which came first.
 *
 * <p>A Feistel network over two halves of 20 bits with eight rounds of HMAC-SHA-256, different for each campaign and
 * unit: a permutation of [0, 2⁴⁰) for anyone who does not know the secret. The secret belongs to the issuer and is not
 * rotated with the keys, because a running number must keep its serial. Immutable, safe for use by many threads.
 */
public final class SerialPermutation {

    private static final int ROUNDS = 8;
    private static final int HALF_BITS = 20;
    private static final int HALF_MASK = (1 << HALF_BITS) - 1;

    private final byte[] key;

    private SerialPermutation(byte[] key) {
        this.key = key;
    }

    /**
     * Makes a permutation.
     *
     * @param secret 32 random bytes, used for nothing else
     * @return the permutation
     * @throws IllegalArgumentException if the secret has another length
     */
    public static SerialPermutation of(byte[] secret) {
        if (secret.length != RingKey.SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "secret must have " + RingKey.SECRET_BYTES + " bytes, had " + secret.length);
        }
        byte[] info = "serial permutation".getBytes(StandardCharsets.US_ASCII);
        return new SerialPermutation(KeyDerivation.hkdf(secret, new byte[0], info, RingKey.SECRET_BYTES));
    }

    /**
     * Returns the public serial of a running number.
     *
     * @param campaign the campaign, 0 to 65 535
     * @param unit the unit
     * @param number the running number, 0 to 2⁴⁰ − 1
     * @return the public serial, 0 to 2⁴⁰ − 1
     * @throws IllegalArgumentException if the number is out of range
     */
    public long publicSerial(int campaign, UnitNumber unit, long number) {
        requireRange("number", number);
        Mac mac = KeyDerivation.hmac(key);
        int left = (int) (number >> HALF_BITS);
        int right = (int) number & HALF_MASK;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ mix(mac, round, campaign, unit, right);
            left = right;
            right = next;
        }
        return (long) left << HALF_BITS | right;
    }

    /**
     * Returns the running number of a public serial.
     *
     * @param campaign the campaign, 0 to 65 535
     * @param unit the unit
     * @param serial the public serial, 0 to 2⁴⁰ − 1
     * @return the running number, 0 to 2⁴⁰ − 1
     * @throws IllegalArgumentException if the serial is out of range
     */
    public long runningNumber(int campaign, UnitNumber unit, long serial) {
        requireRange("serial", serial);
        Mac mac = KeyDerivation.hmac(key);
        int left = (int) (serial >> HALF_BITS);
        int right = (int) serial & HALF_MASK;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            int previous = right ^ mix(mac, round, campaign, unit, left);
            right = left;
            left = previous;
        }
        return (long) left << HALF_BITS | right;
    }

    private static int mix(Mac mac, int round, int campaign, UnitNumber unit, int half) {
        byte[] input = ByteBuffer.allocate(13)
                .put((byte) round)
                .putInt(campaign)
                .putInt(unit.value())
                .putInt(half)
                .array();
        return ByteBuffer.wrap(mac.doFinal(input)).getInt() & HALF_MASK;
    }

    private static void requireRange(String name, long value) {
        if (value < 0 || value > SurveyLink.MAX_40_BITS) {
            throw new IllegalArgumentException(name + " must be in [0, " + SurveyLink.MAX_40_BITS + "], was " + value);
        }
    }

    /**
     * Returns the name of the class, never the secret.
     *
     * @return a description for humans
     */
    @Override
    public String toString() {
        return "SerialPermutation[40 bits]";
    }
}
