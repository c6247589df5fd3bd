package vn.sipas.qr.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.CrockfordBase32;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.ScannedText;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.payload.TokenLayout;
import vn.sipas.qr.payload.UnitAliasTable;
import vn.sipas.qr.payload.UnitNumber;

/**
 * Coverage-guided fuzzing of verification with a ring of every suite: whatever the text and the moment, the outcome is
 * {@code Verified} or {@code Rejected}, never an exception; and what is verified is what the key's owner would sign.
 * {@code JAZZER_FUZZ=1 mvn -pl sipas-qr -am test -Dtest='VerifierFuzzTest#verifyText'
 * -Dsurefire.failIfNoSpecifiedTests=false} searches for new inputs.
 */
class VerifierFuzzTest {

    private static final IssuerId ISSUER = IssuerId.of("24:ks.bacninh.gov.vn");
    private static final int MOMENT_BYTES = 4;

    /** The key pair of RFC 8032, section 7.1, test 1. */
    private static final RingKey EDWARDS = RingKey.ed25519(
            3,
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"),
            HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
            ValidityPeriod.always());

    private static final KeyRing RING = KeyRing.of(
            RingKey.hmac(1, SignatureSuite.HMAC_SHA256_96, new byte[32], ValidityPeriod.always()),
            RingKey.hmac(2, SignatureSuite.HMAC_SHA256_128, new byte[32], ValidityPeriod.always()),
            EDWARDS,
            RingKey.hmac(4, SignatureSuite.HMAC_SHA256_96, new byte[32], ValidityPeriod.always())
                    .asRevoked(),
            RingKey.hmac(5, SignatureSuite.HMAC_SHA256_96, new byte[32], ValidityPeriod.always())
                    .forUnit(ISSUER, UnitNumber.of(7210)));

    private static final List<Verifier> VERIFIERS = List.of(
            Verifier.of(ISSUER, RING),
            Verifier.of(ISSUER, RING)
                    .withBases(LinkBase.of("https://ks.bacninh.gov.vn/q"))
                    .withOtherIssuers(IssuerId.of("01"))
                    .withAliases(UnitAliasTable.none())
                    .withOnlyUnit(UnitNumber.of(7210))
                    .withLeewayDays(0));

    /** The first four bytes are minutes since 1970, the others the text. */
    @FuzzTest(maxDuration = "5m")
    void verifyText(byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        Instant at = bytes.length < MOMENT_BYTES ? Instant.EPOCH : Instant.ofEpochSecond(input.getInt() * 60L);
        String text = new String(bytes, input.position(), input.remaining(), StandardCharsets.UTF_8);
        for (Verifier verifier : VERIFIERS) {
            Verification outcome = verifier.verify(text, at);
            if (outcome instanceof Verification.Verified verified) {
                Token token = ScannedText.read(text).orThrow();
                RingKey key = RING.key(token.keyId()).orElseThrow();
                assertEquals(token, Signer.of(ISSUER, key).sign(verified.link()));
            } else {
                Verification.Rejected rejected = (Verification.Rejected) outcome;
                assertTrue(rejected.link().isEmpty() || rejected.reason() != RejectionReason.FORGED);
            }
        }
    }

    /** The bytes are the claims; here the fuzzer knows every key, so that all the checks behind the tag are reached. */
    @FuzzTest(maxDuration = "5m")
    void verifySigned(byte[] bytes) {
        if (bytes.length < MOMENT_BYTES + 2) {
            return;
        }
        Instant at = Instant.ofEpochSecond(ByteBuffer.wrap(bytes).getInt() * 60L);
        byte[] body = Arrays.copyOfRange(bytes, MOMENT_BYTES, bytes.length);
        RingKey key = RING.key(body[1] & 0xFF).orElse(EDWARDS);
        body[1] = (byte) key.id();
        UnitNumber unit = UnitNumber.of(
                body.length < 5
                        ? 1
                        : Math.max(1, (body[2] & 0xFF) << 12 | (body[3] & 0xFF) << 4 | (body[4] & 0xFF) >> 4));
        if (!key.serves(ISSUER, unit)) {
            return;
        }
        byte[] tag = TagMaker.of(ISSUER, key, unit).tag(body);
        byte[] whole = Arrays.copyOf(body, body.length + tag.length);
        System.arraycopy(tag, 0, whole, body.length, tag.length);
        boolean wellFormed = TokenLayout.read(whole).value().isPresent();
        for (Verifier verifier : VERIFIERS) {
            Verification outcome = verifier.verify(CrockfordBase32.encode(whole), at);
            if (outcome instanceof Verification.Rejected rejected) {
                assertTrue(wellFormed == rejected.link().isPresent() || rejected.reason() == RejectionReason.FORGED);
            } else {
                assertTrue(wellFormed && !key.revoked());
            }
        }
    }
}
