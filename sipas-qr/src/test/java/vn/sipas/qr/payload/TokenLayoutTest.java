package vn.sipas.qr.payload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fixtures of layout version 1; they stay for ever. The bytes were made by a few lines of Python 3.11 (int.to_bytes,
 * hmac, hashlib) written from the table in {@link TokenLayout}, not by the code under test.
 */
class TokenLayoutTest {

    private static final String POSTER = "210701c2a000096a02d6c093b9fa333ff4811960cec96f0dc93a67";
    private static final String RECEIPT = "2403186a110cffff0ac842123456789a697e98d822833dfda4656177";
    private static final String SCREEN = "280301c2a20500010acb0101c8930c30f932c6cc5653b6778b2e4c";
    private static final String FULL =
            "25ffffffffff0000fffddeffffffffff0f52a20000000001c385b42bfd8b4c3a9cdcf43ea8cb5505";

    @Test
    void readsThePosterFixture() {
        SurveyLink link = read(POSTER).link();
        assertEquals(
                SurveyLink.poster(UnitNumber.of(7210), 2410, LocalDate.of(2025, 7, 1))
                        .withSalt(2),
                link);
        assertEquals(7, read(POSTER).keyId());
        assertEquals(SignatureSuite.HMAC_SHA256_128, read(POSTER).suite());
        assertEquals(
                "443G3GN0004PM0PPR29VKYHK7ZT826B0SV4PY3E979KG", read(POSTER).text());
        assertEquals(
                "443G3-GN000-4PM0P-PR29V-KYHK7-ZT826-B0SV4-PY3E9-79KG",
                read(POSTER).typedCode());
    }

    @Test
    void readsTheReceiptFixture() {
        SurveyLink link = read(RECEIPT).link();
        assertEquals(
                SurveyLink.receipt(UnitNumber.of(100_001), 65_535, LocalDate.of(2026, 11, 22), 0x12_3456_789AL)
                        .withServicePoint(12),
                link);
        assertEquals(SignatureSuite.HMAC_SHA256_96, read(RECEIPT).suite());
        assertEquals(
                "4G1HGTGH1KZZY2P888938NKRK9MQX66R4A1KVZD4CNGQE", read(RECEIPT).text());
    }

    @Test
    void readsTheRotatingScreenFixture() {
        assertEquals(
                SurveyLink.rotatingScreen(UnitNumber.of(7210), 1, 5, LocalDate.of(2026, 11, 22), 29_922_060)
                        .withSalt(3),
                read(SCREEN).link());
    }

    @Test
    void readsTheFixtureWithEveryFieldAtItsEnd() {
        assertEquals(
                new SurveyLink(
                        LinkKind.RECEIPT,
                        UnitNumber.of(UnitNumber.MAX_VALUE),
                        Channel.OTHER,
                        255,
                        0,
                        LocalDate.of(2069, 11, 9),
                        ValidityClass.UNLIMITED,
                        1,
                        OptionalLong.of(SurveyLink.MAX_40_BITS),
                        OptionalLong.empty(),
                        OptionalInt.of(1_004_194),
                        OptionalLong.of(1)),
                read(FULL).link());
        assertEquals(LocalDate.of(2069, 11, 9), SurveyLink.LAST_ISSUE_DAY);
    }

    @ParameterizedTest
    @CsvSource({POSTER, RECEIPT, SCREEN, FULL})
    void writesEveryFixtureBack(String hex) {
        Token token = read(hex);
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertArrayEquals(bytes, token.bytes());
        assertEquals(token, Token.of(token.link(), token.suite(), token.keyId(), token.tag()));
        assertEquals(token, ScannedText.readToken(token.text()).orThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "00, UNKNOWN_VERSION",
        "410701c2a000096a02d6c093b9fa333ff4811960cec96f0dc93a67, UNKNOWN_VERSION",
        "310701c2a000096a02d6c093b9fa333ff4811960cec96f0dc93a67, RESERVED",
        "230701c2a000096a02d6c093b9fa333ff4811960cec96f0dc93a67, RESERVED",
        "210700000000096a02d6c093b9fa333ff4811960cec96f0dc93a67, RESERVED",
        "210701c2a900096a02d6c093b9fa333ff4811960cec96f0dc93a67, RESERVED",
        "210701c2a000096a02d6e093b9fa333ff4811960cec96f0dc93a67, RESERVED",
        "2403186a110cffff0ac84a123456789a989680697e98d822833dfda4656177, RESERVED",
        "210701c2a000096a02d6c093b9fa333ff4811960cec96f0dc93a, LENGTH",
        "210701c2a000096a02d6c093b9fa333ff4811960cec96f0dc93a6700, LENGTH",
        "2107, LENGTH",
        "210701c2a000096a02d6c2000000000093b9fa333ff4811960cec96f0dc93a67, FIELDS_OF_KIND",
        "240701c2a000096a02d6c093b9fa333ff4811960cec96f, FIELDS_OF_KIND"
    })
    void refusesWhatIsNotExactlyOneForm(String hex, PayloadProblem expected) {
        assertEquals(
                expected,
                TokenLayout.read(HexFormat.of().parseHex(hex)).problems().get(0).kind());
    }

    /** The sizes that the layout promises: they decide the symbol version. */
    @Test
    void takesTheBytesThatTheLayoutPromises() {
        SurveyLink poster = SurveyLink.poster(UnitNumber.of(1), 1, LocalDate.of(2026, 1, 1));
        SurveyLink receipt = SurveyLink.receipt(UnitNumber.of(1), 1, LocalDate.of(2026, 1, 1), 1);
        assertEquals(23, bytes(poster, SignatureSuite.HMAC_SHA256_96));
        assertEquals(27, bytes(poster, SignatureSuite.HMAC_SHA256_128));
        assertEquals(75, bytes(poster, SignatureSuite.ED25519));
        assertEquals(28, bytes(receipt, SignatureSuite.HMAC_SHA256_96));
        assertEquals(32, bytes(receipt, SignatureSuite.HMAC_SHA256_128));
        assertEquals(31, bytes(receipt.withProcedure(1), SignatureSuite.HMAC_SHA256_96));
        assertEquals(36, bytes(receipt.withProcedure(1).withDossierTag(1), SignatureSuite.HMAC_SHA256_96));
        assertEquals(80, bytes(receipt, SignatureSuite.ED25519));
        assertEquals(88, bytes(receipt.withProcedure(1).withDossierTag(1), SignatureSuite.ED25519));
    }

    private static int bytes(SurveyLink link, SignatureSuite suite) {
        return Token.of(link, suite, 0, new byte[suite.tagBytes()]).bytes().length;
    }

    private static Token read(String hex) {
        return TokenLayout.read(HexFormat.of().parseHex(hex)).orThrow();
    }
}
