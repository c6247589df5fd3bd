package vn.sipas.qr.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.CrockfordBase32;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.payload.UnitNumber;

/**
 * A million tokens that nobody signed: mutated, truncated, extended, spliced, re-encoded, of another issuer, key, unit or
 * suite. Not one is verified. {@code -Dsipas.qr.forgeries} sets another number.
 */
class ForgeryTest {

    private static final int FORGERIES = Integer.getInteger("sipas.qr.forgeries", 1_000_000);
    private static final int EDWARDS_FORGERIES = 2_000;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Instant NOON = DAY.atTime(12, 0).toInstant(Verifier.VIETNAM);
    private static final IssuerId ISSUER = IssuerId.of("24:ks.bacninh.gov.vn");
    private static final IssuerId OTHER_ISSUER = IssuerId.of("01:ks.hanoi.gov.vn");
    private static final LinkBase BASE = LinkBase.of("https://ks.bacninh.gov.vn/q");
    private static final UnitNumber UNIT = UnitNumber.of(7210);
    private static final BigInteger ORDER_OF_ED25519 =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    /** What a forger tries. */
    private enum Attempt {
        FLIPPED_BITS,
        OTHER_BYTES,
        SWAPPED_BYTES,
        TRUNCATED,
        TRUNCATED_TEXT,
        EXTENDED,
        EXTENDED_TEXT,
        SPLICED,
        RE_ENCODED,
        OTHER_CLAIMS,
        CROSS_ISSUER,
        CROSS_KEY,
        CROSS_UNIT,
        CROSS_SUITE,
        TAG_OF_ZEROS,
        RANDOM
    }

    @ParameterizedTest
    @EnumSource(SignatureSuite.class)
    void everyFlippedBitOfEveryKindIsRejected(SignatureSuite suite) {
        RingKey key = key(1, suite);
        Verifier verifier = Verifier.of(ISSUER, KeyRing.of(key, key(0, suite), key(3, suite)));
        for (SurveyLink link : links()) {
            byte[] bytes = Signer.of(ISSUER, key).sign(link).bytes();
            assertInstanceOf(Verification.Verified.class, verifier.verify(CrockfordBase32.encode(bytes), NOON));
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertInstanceOf(
                        Verification.Rejected.class,
                        verifier.verify(CrockfordBase32.encode(flipped), NOON),
                        link.kind() + ", bit " + bit);
            }
        }
    }

    @Test
    void aMillionForgeriesAreRejected() {
        Forger forger = new Forger(List.of(SignatureSuite.HMAC_SHA256_96, SignatureSuite.HMAC_SHA256_128));
        Map<Attempt, Integer> tried = forger.forge(FORGERIES);
        assertEquals(
                FORGERIES, tried.values().stream().mapToInt(Integer::intValue).sum());
        for (Attempt attempt : Attempt.values()) {
            assertTrue(tried.getOrDefault(attempt, 0) > FORGERIES / 50, attempt + " was hardly tried: " + tried);
        }
    }

    @Test
    void forgeriesOfEdwardsSignaturesAreRejected() {
        new Forger(List.of(SignatureSuite.ED25519, SignatureSuite.HMAC_SHA256_96)).forge(EDWARDS_FORGERIES);
    }

    /** S + L is another signature of the same message in careless implementations (RFC 8032, section 8.4). */
    @Test
    void edwardsSignaturesAreNotMalleable() {
        RingKey key = key(1, SignatureSuite.ED25519);
        Verifier verifier = Verifier.of(ISSUER, KeyRing.of(key));
        byte[] bytes = Signer.of(ISSUER, key).sign(links().get(0)).bytes();
        byte[] scalar = new byte[32];
        for (int i = 0; i < 32; i++) {
            scalar[i] = bytes[bytes.length - 1 - i];
        }
        byte[] sum = new BigInteger(1, scalar).add(ORDER_OF_ED25519).toByteArray();
        for (int i = 0; i < 32; i++) {
            bytes[bytes.length - 1 - i] = i < 32 - sum.length ? 0 : sum[i - (32 - sum.length)];
        }
        assertInstanceOf(Verification.Rejected.class, verifier.verify(CrockfordBase32.encode(bytes), NOON));
    }

    private static List<SurveyLink> links() {
        long minute = NOON.getEpochSecond() / 60;
        return List.of(
                SurveyLink.poster(UNIT, 5, DAY),
                SurveyLink.receipt(UNIT, 5, DAY, 123_456),
                SurveyLink.receipt(UNIT, 5, DAY, 123_457).withProcedure(77).withDossierTag(9),
                SurveyLink.rotatingScreen(UNIT, 5, 2, DAY, minute));
    }

    private static RingKey key(int id, SignatureSuite suite) {
        if (suite == SignatureSuite.ED25519) {
            return RingKey.generate(id, suite, ValidityPeriod.always(), new SecureRandom());
        }
        byte[] secret = new byte[32];
        secret[0] = (byte) id;
        return RingKey.hmac(id, suite, secret, ValidityPeriod.always());
    }

    /** Knows many genuine tokens and no key, and makes others from them. */
    private static final class Forger {

        private static final int GENUINE = 500;

        private final SplittableRandom random = new SplittableRandom(20_241_002);
        private final List<Token> genuine = new ArrayList<>();
        private final List<Token> foreign = new ArrayList<>();
        private final Set<String> known = new HashSet<>();
        private final Verifier verifier;

        Forger(List<SignatureSuite> suites) {
            // Ids 1 and 2 are in the ring; 1 and 2 of another province and 3 of nobody are not.
            RingKey first = key(1, suites.get(0));
            RingKey second = key(2, suites.get(1));
            verifier = Verifier.of(ISSUER, KeyRing.of(first, second));
            RingKey stranger = key(3, suites.get(0));
            List<Signer> signers = List.of(Signer.of(ISSUER, first), Signer.of(ISSUER, second));
            List<Signer> foreigners = List.of(
                    Signer.of(OTHER_ISSUER, first), Signer.of(OTHER_ISSUER, second), Signer.of(ISSUER, stranger));
            for (int i = 0; i < GENUINE; i++) {
                SurveyLink link = link(i);
                genuine.add(signers.get(i % 2).sign(link));
                foreign.add(foreigners.get(i % 3).sign(link));
            }
            genuine.forEach(token -> known.add(token.text()));
        }

        private SurveyLink link(int i) {
            UnitNumber unit = UnitNumber.of(1 + random.nextInt(209));
            SurveyLink poster = SurveyLink.poster(unit, random.nextInt(1 << 16), DAY);
            SurveyLink receipt =
                    SurveyLink.receipt(unit, random.nextInt(1 << 16), DAY, random.nextLong(SurveyLink.MAX_40_BITS));
            return switch (i % 4) {
                case 0 -> poster;
                case 1 -> receipt.withProcedure(i).withDossierTag(random.nextLong(SurveyLink.MAX_40_BITS));
                default -> receipt;
            };
        }

        Map<Attempt, Integer> forge(int count) {
            Map<Attempt, Integer> tried = new EnumMap<>(Attempt.class);
            Attempt[] attempts = Attempt.values();
            for (int i = 0; i < count; ) {
                Attempt attempt = attempts[random.nextInt(attempts.length)];
                String text = forged(attempt);
                // By chance a mutation gives a genuine token in another spelling, which is no forgery.
                if (known.contains(CrockfordBase32.canonical(text))) {
                    continue;
                }
                Verification outcome = verifier.verify((i & 3) == 0 ? BASE + text : text, NOON);
                if (outcome instanceof Verification.Verified) {
                    throw new AssertionError(attempt + " was verified: " + text);
                }
                tried.merge(attempt, 1, Integer::sum);
                i++;
            }
            return tried;
        }

        private String forged(Attempt attempt) {
            Token token = genuine.get(random.nextInt(GENUINE));
            byte[] bytes = token.bytes();
            String text = token.text();
            return switch (attempt) {
                case FLIPPED_BITS -> {
                    for (int flips = random.nextInt(1, 9); flips > 0; flips--) {
                        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    }
                    yield CrockfordBase32.encode(bytes);
                }
                case OTHER_BYTES -> {
                    for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    }
                    yield CrockfordBase32.encode(bytes);
                }
                case SWAPPED_BYTES -> {
                    int from = random.nextInt(bytes.length);
                    int to = random.nextInt(bytes.length);
                    byte moved = bytes[from];
                    bytes[from] = bytes[to];
                    bytes[to] = moved;
                    yield CrockfordBase32.encode(bytes);
                }
                case TRUNCATED -> CrockfordBase32.encode(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                case TRUNCATED_TEXT ->
                    random.nextBoolean()
                            ? text.substring(0, random.nextInt(text.length()))
                            : text.substring(1 + random.nextInt(text.length() - 1));
                case EXTENDED -> CrockfordBase32.encode(Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(64)));
                case EXTENDED_TEXT -> text + "0OZ7=U".charAt(random.nextInt(6)) + "0".repeat(random.nextInt(8));
                case SPLICED -> spliced(token, genuine.get(random.nextInt(GENUINE)));
                case RE_ENCODED -> reEncoded(bytes);
                case OTHER_CLAIMS -> CrockfordBase32.encode(otherClaims(token));
                case CROSS_ISSUER -> foreign.get(random.nextInt(GENUINE)).text();
                case CROSS_KEY -> {
                    bytes[1] = (byte) (bytes[1] == 1 ? 2 : random.nextInt(256));
                    yield CrockfordBase32.encode(bytes);
                }
                case CROSS_UNIT -> {
                    bytes[3] ^= (byte) (1 + random.nextInt(255));
                    yield CrockfordBase32.encode(bytes);
                }
                case CROSS_SUITE -> CrockfordBase32.encode(crossSuite(token));
                case TAG_OF_ZEROS -> {
                    Arrays.fill(bytes, token.body().length, bytes.length, (byte) (random.nextBoolean() ? 0 : -1));
                    bytes[6] ^= (byte) random.nextInt(256);
                    yield CrockfordBase32.encode(bytes);
                }
                case RANDOM -> {
                    random.nextBytes(bytes);
                    bytes[0] = (byte) (0x20 | (bytes[0] & 0x1F));
                    yield CrockfordBase32.encode(bytes);
                }
            };
        }

        /** The claims of one token with the tag of another. */
        private static String spliced(Token claims, Token tag) {
            byte[] body = claims.body();
            byte[] bytes = Arrays.copyOf(body, body.length + tag.tag().length);
            System.arraycopy(tag.tag(), 0, bytes, body.length, tag.tag().length);
            return CrockfordBase32.encode(bytes);
        }

        private String reEncoded(byte[] bytes) {
            return switch (random.nextInt(5)) {
                case 0 -> HexFormat.of().formatHex(bytes);
                case 1 -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                case 2 -> new BigInteger(1, bytes).toString();
                case 3 -> new BigInteger(1, bytes).toString(32);
                default ->
                    CrockfordBase32.encode(
                            CrockfordBase32.encode(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            };
        }

        /** The next serial, another day or a longer validity under the old tag. */
        private byte[] otherClaims(Token token) {
            byte[] bytes = token.bytes();
            switch (random.nextInt(3)) {
                case 0 -> bytes[token.body().length - 1]++;
                case 1 -> bytes[8] ^= (byte) (1 << random.nextInt(6));
                default -> bytes[10] ^= 0x30;
            }
            return bytes;
        }

        /** Says that the tag is of another suite, and makes it as long as that one's. */
        private byte[] crossSuite(Token token) {
            List<SignatureSuite> others = new ArrayList<>(List.of(SignatureSuite.values()));
            others.remove(token.suite());
            SignatureSuite other = others.get(random.nextInt(others.size()));
            byte[] body = token.body();
            byte[] bytes = Arrays.copyOf(body, body.length + other.tagBytes());
            System.arraycopy(token.tag(), 0, bytes, body.length, Math.min(token.tag().length, other.tagBytes()));
            bytes[0] = (byte) ((bytes[0] & ~3) | other.code());
            return bytes;
        }
    }
}
