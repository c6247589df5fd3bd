package vn.sipas.qr.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.CrockfordBase32;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.KeyRing;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.SerialPermutation;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.signing.Verification;
import vn.sipas.qr.signing.Verifier;

/** However a spent code is spelled, it stays one vote: case, i and l for 1, o for 0, hyphens, spaces, address, padding. */
class SpellingsTest {

    private static final IssuerId ISSUER = IssuerId.of("24:ks.bacninh.gov.vn");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Instant NOON = DAY.atTime(12, 0).toInstant(Verifier.VIETNAM);
    private static final UnitNumber UNIT = UnitNumber.of(7210);
    private static final SerialPermutation SERIALS = SerialPermutation.of(new byte[32]);
    private static final RingKey KEY =
            RingKey.hmac(1, SignatureSuite.HMAC_SHA256_96, new byte[32], ValidityPeriod.always());
    private static final Verifier VERIFIER = Verifier.of(ISSUER, KeyRing.of(KEY));

    @TempDir
    private Path folder;

    @Test
    void everySpellingOfASpentCodeIsAReplay() throws Exception {
        List<ReplayGuard> guards = List.of(
                new InMemoryReplayGuard(),
                BitmapReplayGuard.open(folder, ISSUER, SERIALS, 64, Durability.PROCESS_KILL),
                LedgerReplayGuard.open(folder.resolve("spent.ledger"), Durability.PROCESS_KILL));
        SplittableRandom random = new SplittableRandom(5);
        Set<String> spellings = new HashSet<>();
        for (int number = 0; number < 40; number++) {
            Token token = Signer.of(ISSUER, KEY)
                    .sign(SurveyLink.receipt(UNIT, 5, DAY, SERIALS.publicSerial(5, UNIT, number)));
            VoteKey genuine = key(token.text());
            for (ReplayGuard guard : guards) {
                assertEquals(
                        SpendOutcome.FIRST, guard.spend(genuine, ReplayGuardTest.vote(1), java.util.Optional.empty()));
            }
            for (int i = 0; i < 25; i++) {
                String spelled = spelled(token.text(), random);
                spellings.add(spelled);
                VoteKey key = key(spelled);
                assertEquals(genuine, key, spelled);
                for (ReplayGuard guard : guards) {
                    assertEquals(
                            SpendOutcome.REPLAY,
                            guard.spend(key, ReplayGuardTest.vote(2 + i), java.util.Optional.empty()),
                            spelled);
                }
            }
        }
        assertTrue(spellings.size() > 900, "only " + spellings.size() + " spellings differed");
    }

    /** Padding, other trailing bits and letters that no code has make no second code of a spent one: none verifies. */
    @Test
    void whatIsNoSpellingIsRejected() {
        String text = Signer.of(ISSUER, KEY)
                .sign(SurveyLink.receipt(UNIT, 5, DAY, 77))
                .text();
        Set<String> others = new HashSet<>();
        for (String tail : List.of("=", "==", "======", "0", "00", "Z", "-0", ".", "%3D", "\u00A00")) {
            others.add(text + tail);
        }
        for (String head : List.of("0", "00", "=", "-1")) {
            others.add(head + text);
        }
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZUuÅÔ０";
        for (int at = 0; at < text.length(); at++) {
            for (String letter : alphabet.split("", -1)) {
                if (!letter.isEmpty() && !CrockfordBase32.canonical(letter).equals(text.substring(at, at + 1))) {
                    others.add(text.substring(0, at) + letter + text.substring(at + 1));
                }
            }
        }
        for (String other : others) {
            assertInstanceOf(Verification.Rejected.class, VERIFIER.verify(other, NOON), other);
        }
        assertTrue(others.size() > 1500);
    }

    private static VoteKey key(String text) {
        Verification.Verified verified =
                assertInstanceOf(Verification.Verified.class, VERIFIER.verify(text, NOON), text);
        return VoteKey.of(ISSUER, verified.link()).orElseThrow();
    }

    private static String spelled(String text, SplittableRandom random) {
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            String same =
                    switch (letter) {
                        case "0" -> "0oO";
                        case "1" -> "1iIlL";
                        default -> letter + letter.toLowerCase(Locale.ROOT);
                    };
            spelled.append(same.charAt(random.nextInt(same.length())));
            if (random.nextInt(6) == 0) {
                spelled.append(random.nextBoolean() ? '-' : ' ');
            }
        }
        String bare = spelled.toString();
        return switch (random.nextInt(4)) {
            case 0 -> "https://ks.bacninh.gov.vn/q/" + bare.replace(" ", "-");
            case 1 -> "HTTP://KS.BACNINH.GOV.VN/Q/" + bare.replace(" ", "-") + "/?utm_source=zalo-qr#x";
            case 2 -> "  " + bare + "\n";
            default -> bare;
        };
    }
}
