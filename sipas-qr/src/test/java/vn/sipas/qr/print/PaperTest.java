package vn.sipas.qr.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sipas.qr.poster.LabelSheet;
import vn.sipas.qr.poster.PaperSize;
import vn.sipas.qr.poster.PosterContent;
import vn.sipas.qr.poster.SlipContent;
import vn.sipas.qr.poster.SlipPaper;
import vn.sipas.qr.reading.Scanners;
import vn.sipas.qr.reading.SymbolReader;
import vn.sipas.qr.symbol.BitPicture;

/**
 * What comes out of a printer is read: poppler paints the pages as a printer driver would, and ZXing and zbar read them
 * as they are, blurred as out of focus, and turned as a hand holds a phone.
 */
class PaperTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"A4,150", "A4,203", "A4,300", "A5,150", "A5,203", "A5,300"})
    void postersAreRead(PaperSize paper, int dotsPerInch) throws Exception {
        PosterContent content = Samples.poster("Bộ phận Một cửa xã Đồng Kỳ", "One-stop shop, Đồng Kỳ commune");
        assertRead(
                Samples.POSTERS.withPaper(paper).draw(content),
                dotsPerInch,
                content.symbol().text(),
                2.0);
    }

    /** A phone sees one label at a time, with all that is on it. */
    @ParameterizedTest
    @CsvSource({"a4-3x7-63.5x38.1,203", "a4-2x4-99.1x67.7,150", "a4-3x8-63.5x33.9,300"})
    void labelsAreRead(String sheetName, int dotsPerInch) throws Exception {
        LabelSheet sheet = LabelSheet.presets().get(sheetName);
        List<SlipContent> contents = new ArrayList<>();
        for (int i = 0; i < sheet.labels(); i++) {
            contents.add(Samples.slip("UBND xã Đồng Kỳ", "Đồng Kỳ commune", i));
        }
        byte[] pdf = LabelPdf.of(Samples.FONTS, SymbolReader.zxing(), sheet).draw(contents, 0);
        Assumptions.assumeTrue(Scanners.installed("pdftoppm"), "pdftoppm is not installed: no page was painted");
        BufferedImage page = painted(pdf, dotsPerInch);
        double pixels = dotsPerInch / 25.4;
        List<Path> files = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < sheet.labels(); i++) {
            BufferedImage label = page.getSubimage(
                    (int) (sheet.left(i) * pixels),
                    (int) (sheet.top(i) * pixels),
                    (int) (sheet.labelWidth() * pixels),
                    (int) (sheet.labelHeight() * pixels));
            Path file = folder.resolve(String.format(Locale.ROOT, "label-%02d.png", i));
            ImageIO.write(label, "png", file.toFile());
            files.add(file);
            expected.add(contents.get(i).symbol().text());
            read.add(Scanners.zxing(label).orElse("unread"));
        }
        assertEquals(expected, read);
        Assumptions.assumeTrue(Scanners.installed("zbarimg"), "zbarimg is not installed: zbar was not tried");
        assertEquals(expected, Scanners.zbar(files));
    }

    @ParameterizedTest
    @CsvSource({"ROLL_58,150", "ROLL_58,203", "ROLL_58,300", "ROLL_80,150", "ROLL_80,203", "ROLL_80,300"})
    void slipsAreRead(SlipPaper roll, int dotsPerInch) throws Exception {
        SlipContent content = Samples.slip("Bộ phận Một cửa xã Đồng Kỳ", "One-stop shop, Đồng Kỳ commune", 7);
        SlipPrinter slips = SlipPrinter.of(Samples.FONTS, SymbolReader.zxing(), roll);
        assertRead(slips.pdf(content), dotsPerInch, content.symbol().text(), 1.2);
    }

    @ParameterizedTest
    @EnumSource(SlipPaper.class)
    void theDotsOfASlipAreRead(SlipPaper roll) throws Exception {
        SlipContent content = Samples.slip("Bộ phận Một cửa xã Đồng Kỳ", "One-stop shop, Đồng Kỳ commune", 7);
        BitPicture dots =
                SlipPrinter.of(Samples.FONTS, SymbolReader.zxing(), roll).dots(content);
        assertEquals(roll.dots(), dots.width());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(dots.png(203)));
        assertRead(image, content.symbol().text(), 1.2);
    }

    /** Every variant of every page, {@code sigma} being the blur in pixels. */
    private void assertRead(byte[] pdf, int dotsPerInch, String expected, double sigma) throws Exception {
        Assumptions.assumeTrue(Scanners.installed("pdftoppm"), "pdftoppm is not installed: no page was painted");
        assertRead(painted(pdf, dotsPerInch), expected, sigma);
    }

    private void assertRead(BufferedImage page, String expected, double sigma) throws Exception {
        List<Path> files = new ArrayList<>();
        // Blur and rotation are of a photograph: as wide as a phone's picture, not as a printer's raster.
        for (BufferedImage seen : List.of(
                page,
                blurred(page, sigma),
                turned(page, 10),
                turned(page, -10),
                turned(blurred(page, sigma), 10),
                turned(blurred(page, sigma), -10))) {
            int variant = files.size();
            assertEquals(Optional.of(expected), Scanners.zxing(seen), () -> "ZXing, variant " + variant);
            Path file = folder.resolve(variant + ".png");
            ImageIO.write(seen, "png", file.toFile());
            files.add(file);
        }
        Assumptions.assumeTrue(Scanners.installed("zbarimg"), "zbarimg is not installed: zbar was not tried");
        List<String> read = Scanners.zbar(files);
        assertEquals(files.stream().map(file -> expected).toList(), read);
    }

    private BufferedImage painted(byte[] pdf, int dotsPerInch) throws IOException, InterruptedException {
        Path file = folder.resolve("page.pdf");
        Files.write(file, pdf);
        Scanners.run(List.of(
                "pdftoppm",
                "-r",
                Integer.toString(dotsPerInch),
                "-gray",
                "-png",
                "-singlefile",
                file.toString(),
                folder.resolve("page").toString()));
        Path painted = folder.resolve("page.png");
        assertTrue(Files.exists(painted), "pdftoppm painted nothing");
        return ImageIO.read(painted.toFile());
    }

    /** A Gaussian blur, rows first and columns afterwards. */
    static BufferedImage blurred(BufferedImage image, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        float[] weights = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += weights[i + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        BufferedImage grey = drawn(image, new AffineTransform());
        BufferedImage rows =
                new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(grey, null);
        return new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null).filter(rows, null);
    }

    /** Turned about its middle on a white table. */
    static BufferedImage turned(BufferedImage image, double degrees) {
        return drawn(
                image,
                AffineTransform.getRotateInstance(
                        Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0));
    }

    private static BufferedImage drawn(BufferedImage image, AffineTransform transform) {
        BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = result.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, transform, null);
        graphics.dispose();
        return result;
    }
}
