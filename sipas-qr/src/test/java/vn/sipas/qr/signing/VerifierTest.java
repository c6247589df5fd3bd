package vn.sipas.qr.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.response.AssuranceClass;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.PayloadProblem;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.payload.TokenLayout;
import vn.sipas.qr.payload.UnitAlias;
import vn.sipas.qr.payload.UnitAliasTable;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.payload.UnitResolution;
import vn.sipas.qr.payload.ValidityClass;

class VerifierTest {

    private static final IssuerId ISSUER = IssuerId.of("24:ks.bacninh.gov.vn");
    private static final UnitNumber UNIT = UnitNumber.of(7210);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final LinkBase BASE = LinkBase.of("https://ks.bacninh.gov.vn/q");
    private static final SurveyLink POSTER = SurveyLink.poster(UNIT, 2410, DAY);
    private static final SurveyLink RECEIPT = SurveyLink.receipt(UNIT, 2410, DAY, 77);
    private static final RingKey KEY = key(1, SignatureSuite.HMAC_SHA256_96);
    private static final Signer SIGNER = Signer.of(ISSUER, KEY);
    private static final Verifier VERIFIER = Verifier.of(ISSUER, KeyRing.of(KEY));

    /** The tags were made by Python 3.11's hmac and hashlib from the definitions, see TokenLayoutTest. */
    @ParameterizedTest
    @CsvSource({
        "210701c2a000096a02d6c093b9fa333ff4811960cec96f0dc93a67, 7, HMAC_SHA256_128, 2025-07-01",
        "2403186a110cffff0ac842123456789a697e98d822833dfda4656177, 3, HMAC_SHA256_96, 2026-11-22",
        "280301c2a20500010acb0101c8930c30f932c6cc5653b6778b2e4c, 3, HMAC_SHA256_96, 2026-11-22",
        "25ffffffffff0000fffddeffffffffff0f52a20000000001c385b42bfd8b4c3a9cdcf43ea8cb5505, 255, HMAC_SHA256_128, 2069-11-09"
    })
    void signsAsAnIndependentImplementationDoes(String hex, int keyId, SignatureSuite suite, LocalDate day) {
        byte[] master = new byte[32];
        for (int i = 0; i < master.length; i++) {
            master[i] = (byte) i;
        }
        RingKey key = RingKey.hmac(keyId, suite, master, ValidityPeriod.always());
        Token fixture = TokenLayout.read(HexFormat.of().parseHex(hex)).orThrow();
        assertEquals(fixture, Signer.of(ISSUER, key).sign(fixture.link()));
        long seconds = fixture.link().epoch().orElse(day.atStartOfDay().toEpochSecond(Verifier.VIETNAM) / 60) * 60;
        assertInstanceOf(
                Verification.Verified.class,
                Verifier.of(ISSUER, KeyRing.of(key)).verify(fixture, Instant.ofEpochSecond(seconds)));
    }

    @ParameterizedTest
    @EnumSource(SignatureSuite.class)
    void verifiesWhatItsSignerMade(SignatureSuite suite) {
        RingKey key = key(9, suite);
        Token token = Signer.of(ISSUER, key).sign(RECEIPT.withDossierTag(5));
        Verification.Verified verified = assertInstanceOf(
                Verification.Verified.class,
                Verifier.of(ISSUER, KeyRing.of(key)).verify(BASE.url(token), noon(DAY)));
        assertEquals(RECEIPT.withDossierTag(5), verified.link());
        assertEquals(AssuranceClass.DOSSIER, verified.assuranceClass());
        assertEquals(new UnitResolution.Unchanged(UNIT), verified.unit());
        assertEquals(Optional.of(DAY.plusDays(31)), verified.lastDay());
    }

    @Test
    void theKindDecidesTheAssuranceClass() {
        assertEquals(AssuranceClass.POSTER, verified(POSTER, noon(DAY)).assuranceClass());
        assertEquals(AssuranceClass.RECEIPT, verified(RECEIPT, noon(DAY)).assuranceClass());
        long minute = noon(DAY).getEpochSecond() / 60;
        SurveyLink screen = SurveyLink.rotatingScreen(UNIT, 1, 2, DAY, minute);
        assertEquals(AssuranceClass.PRESENCE, verified(screen, noon(DAY)).assuranceClass());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-08, NOT_YET_VALID", "2026-03-09,", "2026-04-09,", "2026-04-10,", "2026-04-11, EXPIRED"})
    void aReceiptOfThirtyDaysHasALeewayOfOneDay(LocalDate today, RejectionReason expected) {
        Verification outcome = VERIFIER.verify(SIGNER.sign(RECEIPT), noon(today));
        assertEquals(Optional.ofNullable(expected), reason(outcome));
    }

    @Test
    void daysBeginAtMidnightInVietnam() {
        Verifier strict = VERIFIER.withLeewayDays(0);
        Token token = SIGNER.sign(RECEIPT.withValidity(ValidityClass.DAYS_1));
        assertEquals(
                Optional.of(RejectionReason.NOT_YET_VALID),
                reason(strict.verify(token, Instant.parse("2026-03-09T16:59:59Z"))));
        assertEquals(Optional.empty(), reason(strict.verify(token, Instant.parse("2026-03-09T17:00:00Z"))));
        assertEquals(Optional.empty(), reason(strict.verify(token, Instant.parse("2026-03-11T16:59:59Z"))));
        assertEquals(
                Optional.of(RejectionReason.EXPIRED),
                reason(strict.verify(token, Instant.parse("2026-03-11T17:00:00Z"))));
    }

    @Test
    void aScreenCodeLivesForItsMinuteAndTheOnesBesideIt() {
        long minute = noon(DAY).getEpochSecond() / 60;
        Token token = SIGNER.sign(SurveyLink.rotatingScreen(UNIT, 1, 2, DAY, minute));
        assertEquals(Optional.empty(), reason(VERIFIER.verify(token, Instant.ofEpochSecond(minute * 60 - 60))));
        assertEquals(Optional.empty(), reason(VERIFIER.verify(token, Instant.ofEpochSecond(minute * 60 + 119))));
        assertEquals(
                Optional.of(RejectionReason.EXPIRED),
                reason(VERIFIER.verify(token, Instant.ofEpochSecond(minute * 60 + 120))));
        assertEquals(
                Optional.of(RejectionReason.NOT_YET_VALID),
                reason(VERIFIER.verify(token, Instant.ofEpochSecond(minute * 60 - 61))));
    }

    @Test
    void aCampaignEndsWhenTheCalendarSaysSo() {
        Token token = SIGNER.sign(POSTER);
        assertEquals(Optional.empty(), reason(VERIFIER.verify(token, noon(DAY.plusYears(5)))));
        Verifier informed = VERIFIER.withCalendar(CampaignCalendar.of(Map.of(2410, DAY.plusDays(3))));
        assertEquals(Optional.empty(), reason(informed.verify(token, noon(DAY.plusDays(4)))));
        assertEquals(Optional.of(RejectionReason.EXPIRED), reason(informed.verify(token, noon(DAY.plusDays(5)))));
    }

    @Test
    void anotherIssuerIsForgedOrNamedIfKnown() {
        IssuerId other = IssuerId.of("22:ks.quangninh.gov.vn");
        Token theirs = Signer.of(other, KEY).sign(POSTER);
        assertEquals(Optional.of(RejectionReason.FORGED), reason(VERIFIER.verify(theirs, noon(DAY))));
        assertEquals(
                Optional.of(RejectionReason.WRONG_ISSUER),
                reason(VERIFIER.withOtherIssuers(other).verify(theirs, noon(DAY))));
        String moved = "https://ks-bacninh.example.com/q/" + SIGNER.sign(POSTER).text();
        assertEquals(
                Optional.of(RejectionReason.WRONG_ISSUER),
                reason(VERIFIER.withBases(BASE).verify(moved, noon(DAY))));
        assertEquals(
                Optional.empty(),
                reason(VERIFIER.withBases(BASE).verify(SIGNER.sign(POSTER).text(), noon(DAY))));
    }

    @Test
    void aSuiteBelongsToItsKey() {
        byte[] secret = new byte[32];
        RingKey weak = RingKey.hmac(1, SignatureSuite.HMAC_SHA256_96, secret, ValidityPeriod.always());
        RingKey strong = RingKey.hmac(1, SignatureSuite.HMAC_SHA256_128, secret, ValidityPeriod.always());
        Token token = Signer.of(ISSUER, weak).sign(POSTER);
        assertEquals(
                Optional.of(RejectionReason.FORGED),
                reason(Verifier.of(ISSUER, KeyRing.of(strong)).verify(token, noon(DAY))));
    }

    @Test
    void aKioskSignsAndVerifiesForItsUnitOnly() {
        RingKey unitKey = KEY.forUnit(ISSUER, UNIT);
        Token fromKiosk = Signer.of(ISSUER, unitKey).sign(RECEIPT);
        assertEquals(SIGNER.sign(RECEIPT), fromKiosk);
        Verifier kiosk = Verifier.of(ISSUER, KeyRing.of(unitKey));
        assertEquals(Optional.empty(), reason(kiosk.verify(fromKiosk, noon(DAY))));
        SurveyLink elsewhere = SurveyLink.receipt(UnitNumber.of(7213), 2410, DAY, 77);
        assertEquals(Optional.of(RejectionReason.WRONG_UNIT), reason(kiosk.verify(SIGNER.sign(elsewhere), noon(DAY))));
        assertThrows(
                IllegalArgumentException.class, () -> Signer.of(ISSUER, unitKey).sign(elsewhere));
        assertThrows(IllegalStateException.class, () -> unitKey.forUnit(ISSUER, UNIT));
    }

    @Test
    void aVerifierOfOneUnitAcceptsOldCodesOfItsPredecessors() {
        UnitAliasTable aliases =
                UnitAliasTable.of(List.of(new UnitAlias(UNIT, LocalDate.of(2026, 7, 1), UnitNumber.of(7300))));
        Verifier successor = VERIFIER.withAliases(aliases).withOnlyUnit(UnitNumber.of(7300));
        Verification.Verified outcome =
                assertInstanceOf(Verification.Verified.class, successor.verify(SIGNER.sign(RECEIPT), noon(DAY)));
        assertEquals(new UnitResolution.Successor(UNIT, UnitNumber.of(7300)), outcome.unit());
        assertEquals(
                Optional.of(RejectionReason.WRONG_UNIT),
                reason(VERIFIER.withOnlyUnit(UnitNumber.of(7300)).verify(SIGNER.sign(RECEIPT), noon(DAY))));
    }

    @Test
    void trainingCodesNeverCount() {
        Verification outcome = VERIFIER.verify(SIGNER.sign(SurveyLink.training(UNIT, 1, DAY)), noon(DAY));
        assertEquals(Optional.of(RejectionReason.TRAINING), reason(outcome));
    }

    @Test
    void keysRotateExpireAndAreRevoked() {
        LocalDate change = LocalDate.of(2026, 4, 1);
        RingKey old = key(1, SignatureSuite.HMAC_SHA256_96).withSigning(ValidityPeriod.before(change));
        RingKey young = key(2, SignatureSuite.HMAC_SHA256_128).withSigning(ValidityPeriod.from(change));
        KeyRing ring = KeyRing.of(old, young);
        assertEquals(1, ring.signingKey(change.minusDays(1)).orElseThrow().id());
        assertEquals(2, ring.signingKey(change).orElseThrow().id());
        Token before = Signer.of(ISSUER, old).sign(RECEIPT);
        assertEquals(Optional.empty(), reason(Verifier.of(ISSUER, ring).verify(before, noon(change))));
        assertEquals(
                Optional.of(RejectionReason.REVOKED_KEY),
                reason(Verifier.of(ISSUER, ring.revoke(1)).verify(before, noon(change))));
        assertEquals(
                Optional.of(RejectionReason.UNKNOWN_KEY),
                reason(Verifier.of(ISSUER, KeyRing.of(young)).verify(before, noon(change))));
        SurveyLink late = SurveyLink.receipt(UNIT, 2410, change, 1);
        assertThrows(
                IllegalArgumentException.class, () -> Signer.of(ISSUER, old).sign(late));
        Token backdoor =
                Signer.of(ISSUER, old.withSigning(ValidityPeriod.always())).sign(late);
        assertEquals(
                Optional.of(RejectionReason.KEY_NOT_IN_FORCE),
                reason(Verifier.of(ISSUER, ring).verify(backdoor, noon(change))));
        assertThrows(IllegalArgumentException.class, () -> ring.with(old));
        assertThrows(IllegalArgumentException.class, () -> Signer.of(ISSUER, old.asRevoked()));
    }

    @Test
    void outsideVerifiersOfEd25519HoldNoSecret() {
        RingKey pair = key(4, SignatureSuite.ED25519);
        RingKey open = pair.publicOnly();
        assertFalse(open.canSign());
        assertEquals(
                Optional.empty(),
                reason(Verifier.of(ISSUER, KeyRing.of(open))
                        .verify(Signer.of(ISSUER, pair).sign(POSTER), noon(DAY))));
        assertThrows(IllegalArgumentException.class, () -> Signer.of(ISSUER, open));
        assertThrows(IllegalStateException.class, KEY::publicOnly);
    }

    @Test
    void otherPeoplesCodesAreRejectedWithTheirOwnReason() {
        Verification.Rejected rejected =
                assertInstanceOf(Verification.Rejected.class, VERIFIER.verify("https://example.com/", noon(DAY)));
        assertEquals(RejectionReason.NOT_A_SURVEY_CODE, rejected.reason());
        assertEquals(PayloadProblem.OTHER_LINK, rejected.detail().orElseThrow().kind());
        assertEquals(Optional.of(RejectionReason.BAD_FORM), reason(VERIFIER.verify("443G3GN0004PM0PP", noon(DAY))));
    }

    @Test
    void nothingPrintsASecret() {
        byte[] secret = HexFormat.of().parseHex("abcdef0123456789".repeat(4));
        RingKey key = RingKey.hmac(200, SignatureSuite.HMAC_SHA256_128, secret, ValidityPeriod.always());
        Token token = Signer.of(ISSUER, key).sign(POSTER);
        String printed = key + " " + key.forUnit(ISSUER, UNIT) + KeyRing.of(key) + Signer.of(ISSUER, key)
                + Verifier.of(ISSUER, KeyRing.of(key)) + token + key(3, SignatureSuite.ED25519)
                + SerialPermutation.of(secret);
        assertFalse(printed.contains("abcdef"));
        assertFalse(printed.contains("[B@"));
        assertFalse(printed.contains(HexFormat.of().formatHex(token.tag())));
        assertTrue(printed.contains("id=200"));
    }

    @Test
    void serialsArePermutedDifferentlyPerUnitAndCampaign() {
        SerialPermutation permutation = SerialPermutation.of(new byte[32]);
        for (long number : new long[] {0, 1, 2, 999_999, SurveyLink.MAX_40_BITS}) {
            long serial = permutation.publicSerial(1, UNIT, number);
            assertEquals(number, permutation.runningNumber(1, UNIT, serial));
            assertFalse(serial == permutation.publicSerial(2, UNIT, number));
            assertFalse(serial == permutation.publicSerial(1, UnitNumber.of(1), number));
        }
    }

    private static Verification.Verified verified(SurveyLink link, Instant at) {
        return assertInstanceOf(Verification.Verified.class, VERIFIER.verify(SIGNER.sign(link), at));
    }

    private static Optional<RejectionReason> reason(Verification outcome) {
        return outcome instanceof Verification.Rejected rejected ? Optional.of(rejected.reason()) : Optional.empty();
    }

    private static RingKey key(int id, SignatureSuite suite) {
        return RingKey.generate(id, suite, ValidityPeriod.always(), new SecureRandom());
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(Verifier.VIETNAM);
    }
}
