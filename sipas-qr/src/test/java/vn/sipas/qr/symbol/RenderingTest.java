package vn.sipas.qr.symbol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the renderings back with the platform's own image code and compares them module by module. */
class RenderingTest {

    private static QrSymbol symbol(int version) {
        return SymbolEncoder.of(ErrorCorrection.M)
                .withVersion(version)
                .encode("https://ks.bacninh.gov.vn/q/" + SymbolEncoderTest.randomToken(4, version));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7, 14, 27, 40})
    void thePngShowsTheModules(int version) throws IOException {
        QrSymbol symbol = symbol(version);
        for (int scale : new int[] {1, 3}) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngRendering.draw(symbol, 5, scale, 300)));
            assertEquals((symbol.size() + 10) * scale, image.getWidth());
            assertEquals(1, image.getColorModel().getPixelSize());
            int wrong = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    boolean dark = (image.getRGB(x, y) & 0xFFFFFF) == 0;
                    wrong += symbol.dark(x / scale - 5, y / scale - 5) == dark ? 0 : 1;
                }
            }
            assertEquals(0, wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7, 14})
    void theOutlineEnclosesExactlyTheDarkModules(int version) {
        QrSymbol symbol = symbol(version);
        for (int rule : new int[] {Path2D.WIND_EVEN_ODD, Path2D.WIND_NON_ZERO}) {
            Path2D path = new Path2D.Double(rule);
            for (ModuleOutline.Line line : ModuleOutline.of(symbol)) {
                double x = line.column();
                double y = line.row();
                path.moveTo(x, y);
                for (int i = 0; i < line.steps().size(); i++) {
                    x += i % 2 == 0 ? line.steps().get(i) : 0;
                    y += i % 2 == 1 ? line.steps().get(i) : 0;
                    path.lineTo(x, y);
                }
                assertEquals(line.column(), (int) x);
                assertEquals(line.row(), (int) y);
            }
            for (int row = -1; row <= symbol.size(); row++) {
                for (int column = -1; column <= symbol.size(); column++) {
                    assertEquals(symbol.dark(column, row), path.contains(column + 0.5, row + 0.5));
                }
            }
        }
    }

    @Test
    void theSvgIsOnePathOnWhiteAndDoesNotTellTheText() {
        QrSymbol symbol = symbol(4);
        String svg = SvgRendering.document(symbol, 4, "Mã <QR>");
        assertTrue(svg.contains("viewBox=\"0 0 41 41\""));
        assertTrue(svg.contains("<path fill=\"#fff\" d=\"M0 0h41v41h-41z\"/>"));
        assertTrue(svg.contains("Mã &lt;QR&gt;"));
        assertEquals(3, svg.split("<path", -1).length);
        assertFalse(svg.contains("bacninh"));
        assertTrue(svg.length() < 4500, "was " + svg.length());
    }

    @Test
    void theTerminalTextShowsTheModules() {
        QrSymbol symbol = symbol(3);
        String[] lines = TerminalRendering.DARK_ON_LIGHT.draw(symbol, 4).split("\n", -1);
        assertEquals((symbol.size() + 8 + 1) / 2, lines.length - 1);
        for (int row = 0; row < symbol.size() + 8; row++) {
            for (int column = 0; column < symbol.size() + 8; column++) {
                char block = lines[row / 2].charAt(column);
                boolean ink = block == '\u2588' || block == (row % 2 == 0 ? '\u2580' : '\u2584');
                assertEquals(symbol.dark(column - 4, row - 4), ink);
            }
        }
        assertEquals('\u2588', TerminalRendering.LIGHT_ON_DARK.draw(symbol, 4).charAt(0));
    }

    @Test
    void theSameTextGivesTheSameBytesAndTheFileIsSmall() {
        byte[] first = PngRendering.draw(symbol(4), 4, 8);
        assertArrayEquals(first, PngRendering.draw(symbol(4), 4, 8));
        assertTrue(first.length < 2500, "was " + first.length);
    }

    @Test
    void thereIsAlwaysAQuietZone() {
        QrSymbol symbol = symbol(4);
        assertThrows(IllegalArgumentException.class, () -> PngRendering.draw(symbol, 3, 8));
        assertThrows(IllegalArgumentException.class, () -> SvgRendering.document(symbol, 0, ""));
        assertThrows(IllegalArgumentException.class, () -> TerminalRendering.DARK_ON_LIGHT.draw(symbol, 1));
        assertThrows(IllegalArgumentException.class, () -> PngRendering.draw(symbol, 4, 0));
    }
}
