package vn.sipas.qr.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sipas.core.Language;
import vn.sipas.core.Problem;

class ScannedTextTest {

    private static final String TOKEN = "443G3GN0004PM0PPR29VKYHK7ZT826B0SV4PY3E979KG";
    /** Made up in the form of the card: twelve digits, old number, name, birth date, sex, address, issue date. */
    private static final String CARD = "001099000000|100000000|Nguyễn Văn Mẫu|01011999|Nam|Xã Mẫu, Tỉnh Mẫu|01012021";

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOKEN,
                "  " + TOKEN + "\n",
                "443g3gn0004pm0ppr29vkyhk7zt826b0sv4py3e979kg",
                "443G3-GN000-4PM0P-PR29V-KYHK7-ZT826-B0SV4-PY3E9-79KG",
                "443G3 GNooo 4PM0P PR29V KYHK7 ZT826 BOSV4 PY3E9 79KG",
                "https://ks.bacninh.gov.vn/q/" + TOKEN,
                "HTTPS://KS.BACNINH.GOV.VN/Q/" + TOKEN,
                "http://ks.bacninh.gov.vn/q/" + TOKEN,
                "https://ks.bacninh.gov.vn/q/" + TOKEN + "/",
                "https://ks.bacninh.gov.vn/q/" + TOKEN + "?utm_source=zalo-qr#top"
            })
    void findsTheTokenWhateverPeopleAndAppsDoAroundIt(String text) {
        assertEquals(TOKEN, ScannedText.read(text).orThrow().text());
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "' ', EMPTY",
        "00020101021238570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN63049E6F, BANK_TRANSFER",
        "https://example.com/, OTHER_LINK",
        "https://example.com, OTHER_LINK",
        "https://example.com/khao-sat?id=5, OTHER_LINK",
        "https://443G3GN0004PM0PPR29VKYHK7ZT826B0SV4PY3E979KG, OTHER_LINK",
        "ftp://example.com/443G3GN0004PM0PPR29VKYHK7ZT826B0SV4PY3E979KG, OTHER_LINK",
        "xin chào, OTHER_TEXT",
        "WIFI:T:WPA;S:mang;P:matkhau;;, OTHER_TEXT",
        "443G3GN0004PM0PPR29VKYHK7ZT826B0SV4PY3E979KH, NOT_CANONICAL",
        "443G3GN0004PM0PPR29VKYHK7ZT826B0SV4PY3E979KU, NOT_CANONICAL",
        "443G3GN0004PM0PPR29VKYHK7ZT826B0SV4PY3E979KG====, NOT_CANONICAL",
        "443G3GN0004PM0PPR29VKYHK7ZT826B0SV4PY3E979K, NOT_CANONICAL",
        "443G3GN0004PM0PPR29VKYHK7ZT826B0SV4PY3E979KG00, NOT_CANONICAL",
        "843G3GN0004PM0PPR29VKYHK7ZT826B0SV4PY3E979KG, UNKNOWN_VERSION"
    })
    void saysWhoseCodeItIsOrWhatIsWrong(String text, PayloadProblem expected) {
        assertEquals(expected, ScannedText.read(text).problems().get(0).kind());
    }

    @Test
    void keepsNothingOfAnIdentityCard() {
        Problem problem = ScannedText.read(CARD).problems().get(0);
        assertEquals(PayloadProblem.CITIZEN_CARD, problem.kind());
        assertFalse(problem.toString().contains("0010"));
        assertFalse(problem.message(Language.VI).contains("Mẫu"));
    }

    @Test
    void refusesLongTextsWithoutReadingThem() {
        String bars = "001099000000" + "|".repeat(1_000_000);
        assertEquals(
                PayloadProblem.OTHER_TEXT,
                ScannedText.read(bars).problems().get(0).kind());
        assertEquals(
                PayloadProblem.CITIZEN_CARD,
                ScannedText.read(bars.substring(0, ScannedText.MAX_LENGTH))
                        .problems()
                        .get(0)
                        .kind());
    }
}
