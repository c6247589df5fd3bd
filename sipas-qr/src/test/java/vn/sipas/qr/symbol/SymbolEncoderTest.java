package vn.sipas.qr.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sipas.qr.payload.CrockfordBase32;

class SymbolEncoderTest {

    private static final String BASE = "https://ks.bacninh.gov.vn/q/";

    /**
     * Versions of a token of so many random bytes behind an address of 28 characters. Origin: measured with
     * qrcodegen 1.8.0 QrSegmentAdvanced and confirmed with ZXing QR_COMPACT, Okapi 0.5.4 and libqrencode 4.1.1, whose
     * versions agree in these cells.
     */
    @ParameterizedTest
    @CsvSource({
        "23, M, 4", "23, Q, 5", "23, H, 6", "27, M, 4", "27, Q, 5", "27, H, 7", "28, M, 4", "28, Q, 5", "28, H, 7",
        "31, M, 5", "31, Q, 6", "31, H, 7", "36, M, 5", "36, Q, 6", "36, H, 8", "48, M, 5", "48, Q, 7", "48, H, 8",
        "80, M, 7", "80, Q, 9", "80, H, 10", "88, M, 8", "88, Q, 9", "88, H, 11"
    })
    void takesTheVersionsOfTheSizeTable(int bytes, ErrorCorrection level, int version) {
        assertEquals(
                version,
                SymbolEncoder.of(level).encode(BASE + randomToken(bytes, 1)).version());
    }

    @Test
    void findsAMaskWithoutLookAlikesForMostTokensAndASaltForTheRest() {
        SymbolEncoder safe = SymbolEncoder.of(ErrorCorrection.M);
        SymbolEncoder strict = safe.withMaskChoice(MaskChoice.LOWEST_PENALTY);
        int unsafeStrict = 0;
        int unsafe = 0;
        for (int i = 0; i < 500; i++) {
            List<String> texts = List.of(
                    BASE + randomToken(28, 4L * i),
                    BASE + randomToken(28, 4L * i + 1),
                    BASE + randomToken(28, 4L * i + 2),
                    BASE + randomToken(28, 4L * i + 3));
            unsafeStrict += strict.encode(texts.get(0)).scanSafe() ? 0 : 1;
            unsafe += safe.encodeSafest(texts, text -> text).symbol().scanSafe() ? 0 : 1;
        }
        assertEquals(0, unsafe);
        assertTrue(unsafeStrict > 25, "of 500 symbols with the lowest penalty " + unsafeStrict + " had look-alikes");
    }

    @Test
    void countsADrawnLookAlike() {
        // A row and a column through module (6, 6) of a field of 13 with runs 1:1:3:1:1.
        int size = 13;
        java.util.BitSet modules = new java.util.BitSet(size * size);
        for (int at : new int[] {3, 5, 6, 7, 9}) {
            modules.set(6 * size + at);
            modules.set(at * size + 6);
        }
        assertEquals(FinderLookAlikes.AGREEING, FinderLookAlikes.score(modules, size, Integer.MAX_VALUE));
        modules.clear(3 * size + 6);
        assertEquals(0, FinderLookAlikes.score(modules, size, Integer.MAX_VALUE));
    }

    @Test
    void aFixedVersionIsKeptAndTooLongATextSaysWhatToDo() {
        assertEquals(
                10,
                SymbolEncoder.of(ErrorCorrection.M).withVersion(10).encode("A").version());
        TextTooLongException tooLong = assertThrows(
                TextTooLongException.class,
                () -> SymbolEncoder.of(ErrorCorrection.H).withVersion(1).encode(BASE + randomToken(28, 1)));
        assertEquals(
                "73 characters do not fit into version 1 at level H: allow a higher version, take a lower level, or"
                        + " shorten the host and the path",
                tooLong.getMessage());
    }

    static String randomToken(int bytes, long seed) {
        byte[] token = new byte[bytes];
        new SplittableRandom(seed).nextBytes(token);
        token[0] = (byte) (0x20 | (token[0] & 0x1F));
        return CrockfordBase32.encode(token);
    }
}
