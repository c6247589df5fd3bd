package vn.sipas.qr.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.qr.reading.Scanners;

class LogoBudgetTest {

    private static final int SCALE = 6;
    private static final int QUIET_ZONE = 4;
    private static final String TEXT = "https://ks.bacninh.gov.vn/q/440G3GN0004PM2P8R1YDWJ9X16C6EKRP7TAR3P2Y08Y0";

    /** Against the tables in ZXing 3.5.4, com.google.zxing.qrcode.decoder.Version. */
    @Test
    void blocksAndFunctionPatternsAreThoseOfTheStandard() {
        for (int number = 1; number <= 40; number++) {
            Version version = Version.getVersionForNumber(number);
            for (ErrorCorrection level : ErrorCorrection.values()) {
                BlockMap map = BlockMap.of(number, level);
                Version.ECBlocks blocks = version.getECBlocksForLevel(ErrorCorrectionLevel.valueOf(level.name()));
                assertEquals(version.getTotalCodewords(), map.codewords(), "version " + number);
                assertEquals(blocks.getNumBlocks(), map.blocks());
                assertEquals(blocks.getECCodewordsPerBlock(), map.correctionPerBlock());
                int[] sizes = new int[map.blocks()];
                for (int codeword = 0; codeword < map.codewords(); codeword++) {
                    sizes[map.block(codeword)]++;
                }
                int block = 0;
                for (Version.ECB group : blocks.getECBlocks()) {
                    for (int i = 0; i < group.getCount(); i++) {
                        assertEquals(group.getDataCodewords() + blocks.getECCodewordsPerBlock(), sizes[block++]);
                    }
                }
            }
            int[] centres = version.getAlignmentPatternCenters();
            BlockMap map = BlockMap.of(number, ErrorCorrection.L);
            for (int i = 1; i < centres.length; i++) {
                for (int j = 1; j < centres.length; j++) {
                    assertTrue(map.isFunction(centres[i] - 2, centres[j] + 2), "version " + number);
                }
            }
        }
    }

    /**
     * Every single codeword is damaged in turn, all eight of its modules turned over: exactly the block it is said to be in
     * has one error, so that as many damaged codewords of one block as it restores are read, and one more is not.
     */
    @Test
    void aBlockRestoresAsManyCodewordsAsItIsSaidTo() {
        for (ErrorCorrection level : ErrorCorrection.values()) {
            QrSymbol symbol = SymbolEncoder.of(level).encode(TEXT);
            BlockMap map = BlockMap.of(symbol.version(), level);
            int correctable = map.correctionPerBlock() / 2;
            for (int block = 0; block < map.blocks(); block++) {
                List<Integer> own = new ArrayList<>();
                for (int codeword = 0; codeword < map.codewords(); codeword++) {
                    if (map.block(codeword) == block) {
                        own.add(codeword);
                    }
                }
                assertEquals(
                        Optional.of(TEXT),
                        Scanners.zxing(damaged(symbol, map, own.subList(0, correctable))),
                        level + ", block " + block);
                assertFalse(
                        Scanners.zxing(damaged(symbol, map, own.subList(0, correctable + 1)))
                                .isPresent(),
                        level + ", block " + block);
            }
        }
    }

    /** Black, white and grey squares of the largest side that leaves no reserve: worst cases that ZXing must still read. */
    @Test
    void symbolsWithTheLargestLogoAreRead() {
        for (ErrorCorrection level : ErrorCorrection.values()) {
            for (int i = 0; i < 12; i++) {
                // Short enough for version 6 at H; from 7 on there is a pattern in the middle.
                QrSymbol symbol =
                        SymbolEncoder.of(level).encode(TEXT.substring(0, 64).replace("440G3", "440G" + i % 10));
                LogoBudget budget = LogoBudget.of(symbol.version(), level);
                int side = budget.largestSide(0);
                assertTrue(side >= 5, level + " has room for " + side);
                for (Color colour : List.of(Color.BLACK, Color.WHITE, Color.GRAY)) {
                    assertEquals(
                            Optional.of(symbol.text()),
                            Scanners.zxing(covered(symbol, side, colour)),
                            symbol + " with a logo of " + side);
                }
                assertFalse(budget.cover(side + 2).fits(0));
            }
        }
    }

    @Test
    void nothingIsPutOnAPatternInTheMiddle() {
        // Version 7 has an alignment pattern at 22, the middle of its 45 modules.
        assertEquals(0, LogoBudget.of(7, ErrorCorrection.H).largestSide(0));
        assertTrue(LogoBudget.of(7, ErrorCorrection.H).cover(1).coversFunction());
        assertTrue(LogoBudget.of(6, ErrorCorrection.H).largestSide(0.5) >= 13);
        // Version 1 at M keeps two of ten codewords against misreading: (10 - 2) / 2.
        assertEquals(4, LogoBudget.of(1, ErrorCorrection.M).cover(1).correctable());
    }

    @Test
    void theLowestLevelForALogoIsFound() {
        assertEquals(Optional.of(ErrorCorrection.Q), LogoBudget.lowestLevel(TEXT, 0.23, 0.5));
        assertEquals(Optional.empty(), LogoBudget.lowestLevel(TEXT, 0.6, 0.5));
    }

    private static BufferedImage damaged(QrSymbol symbol, BlockMap map, List<Integer> codewords) {
        BufferedImage image = drawn(symbol);
        Graphics2D graphics = image.createGraphics();
        for (int row = 0; row < symbol.size(); row++) {
            for (int column = 0; column < symbol.size(); column++) {
                if (codewords.contains(map.codeword(column, row))) {
                    graphics.setColor(symbol.dark(column, row) ? Color.WHITE : Color.BLACK);
                    graphics.fillRect((column + QUIET_ZONE) * SCALE, (row + QUIET_ZONE) * SCALE, SCALE, SCALE);
                }
            }
        }
        graphics.dispose();
        return image;
    }

    private static BufferedImage covered(QrSymbol symbol, int side, Color colour) {
        BufferedImage image = drawn(symbol);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        int from = ((symbol.size() - side) / 2 + QUIET_ZONE) * SCALE;
        graphics.fillRect(from, from, side * SCALE, side * SCALE);
        graphics.dispose();
        return image;
    }

    private static BufferedImage drawn(QrSymbol symbol) {
        int side = (symbol.size() + 2 * QUIET_ZONE) * SCALE;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        BitPicture picture = BitPicture.of(symbol, QUIET_ZONE, SCALE);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, picture.dark(x, y) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        return image;
    }
}
