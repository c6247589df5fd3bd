package vn.sipas.qr.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.CrockfordBase32;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.payload.UnitNumber;

/** Mutated, truncated and re-encoded tokens. {@code -Dsipas.qr.mutations=1000000} runs the long version. */
class ForgeryTest {

    private static final int MUTATIONS = Integer.getInteger("sipas.qr.mutations", 100_000);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Instant NOON = DAY.atTime(12, 0).toInstant(Verifier.VIETNAM);
    private static final IssuerId ISSUER = IssuerId.of("24:ks.bacninh.gov.vn");
    private static final UnitNumber UNIT = UnitNumber.of(7210);

    @ParameterizedTest
    @EnumSource(SignatureSuite.class)
    void everyFlippedBitIsRejected(SignatureSuite suite) {
        RingKey key = key(1, suite);
        Verifier verifier = Verifier.of(ISSUER, KeyRing.of(key));
        byte[] bytes = Signer.of(ISSUER, key)
                .sign(SurveyLink.receipt(UNIT, 5, DAY, 123_456)
                        .withProcedure(77)
                        .withDossierTag(9))
                .bytes();
        assertInstanceOf(Verification.Verified.class, verifier.verify(CrockfordBase32.encode(bytes), NOON));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertInstanceOf(
                    Verification.Rejected.class, verifier.verify(CrockfordBase32.encode(flipped), NOON), "bit " + bit);
        }
    }

    @Test
    void mutatedTokensAreNeverVerified() {
        RingKey key = key(1, SignatureSuite.HMAC_SHA256_96);
        RingKey strong = key(2, SignatureSuite.HMAC_SHA256_128);
        Verifier verifier = Verifier.of(ISSUER, KeyRing.of(key, strong));
        Signer signer = Signer.of(ISSUER, key);
        Signer strongSigner = Signer.of(ISSUER, strong);
        Signer stranger = Signer.of(IssuerId.of("01:hanoi.gov.vn"), key);
        SplittableRandom random = new SplittableRandom(20_241_002);
        for (int i = 0; i < MUTATIONS; i++) {
            SurveyLink link = SurveyLink.receipt(
                    UnitNumber.of(1 + random.nextInt(209)),
                    random.nextInt(1 << 16),
                    DAY,
                    random.nextLong(SurveyLink.MAX_40_BITS));
            Token token = (i % 5 == 4 ? stranger : i % 2 == 0 ? signer : strongSigner).sign(link);
            byte[] original = token.bytes();
            byte[] mutated = i % 5 == 4 ? original : mutate(original, random);
            if (i % 5 == 4 || !Arrays.equals(mutated, original)) {
                assertInstanceOf(Verification.Rejected.class, verifier.verify(CrockfordBase32.encode(mutated), NOON));
            }
        }
    }

    /** A text either means the same token as the original, and then the same vote, or is rejected. */
    @Test
    void otherSpellingsAreTheSameVoteOrNone() {
        RingKey key = key(1, SignatureSuite.HMAC_SHA256_96);
        Verifier verifier = Verifier.of(ISSUER, KeyRing.of(key));
        Token token = Signer.of(ISSUER, key).sign(SurveyLink.receipt(UNIT, 5, DAY, 123_456));
        String text = token.text();
        SplittableRandom random = new SplittableRandom(7);
        String spellings = "0OoO1IiLl-= UuZz2";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder spelled = new StringBuilder(text);
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                int at = random.nextInt(spelled.length());
                char letter = spellings.charAt(random.nextInt(spellings.length()));
                if (random.nextBoolean()) {
                    spelled.setCharAt(at, letter);
                } else {
                    spelled.insert(at, letter);
                }
            }
            if (verifier.verify(spelled.toString(), NOON) instanceof Verification.Verified verified) {
                assertEquals(token.link(), verified.link());
                assertEquals(text, CrockfordBase32.canonical(spelled.toString()));
            }
        }
    }

    private static byte[] mutate(byte[] bytes, SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case 1 -> {
                return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(8));
            }
            case 2 -> {
                byte[] swapped = bytes.clone();
                int from = random.nextInt(bytes.length);
                int to = random.nextInt(bytes.length);
                swapped[from] = bytes[to];
                swapped[to] = bytes[from];
                return swapped;
            }
            default -> {
                byte[] changed = bytes.clone();
                for (int change = random.nextInt(1, 5); change > 0; change--) {
                    changed[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                return changed;
            }
        }
    }

    private static RingKey key(int id, SignatureSuite suite) {
        if (suite == SignatureSuite.ED25519) {
            return RingKey.generate(id, suite, ValidityPeriod.always(), new java.security.SecureRandom());
        }
        byte[] secret = new byte[32];
        secret[0] = (byte) id;
        return RingKey.hmac(id, suite, secret, ValidityPeriod.always());
    }
}
