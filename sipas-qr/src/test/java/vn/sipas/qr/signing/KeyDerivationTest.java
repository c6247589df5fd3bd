package vn.sipas.qr.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyDerivationTest {

    private static final HexFormat HEX = HexFormat.of();

    /** RFC 5869, appendix A.1, and A.3 with empty salt and info. */
    @Test
    void agreesWithRfc5869() {
        byte[] secret = HEX.parseHex("0b".repeat(22));
        byte[] salt = HEX.parseHex("000102030405060708090a0b0c");
        byte[] info = HEX.parseHex("f0f1f2f3f4f5f6f7f8f9");
        assertEquals(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
                HEX.formatHex(KeyDerivation.hkdf(secret, salt, info, 42)));
        assertEquals(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
                HEX.formatHex(KeyDerivation.hkdf(secret, new byte[0], new byte[0], 42)));
    }
}
