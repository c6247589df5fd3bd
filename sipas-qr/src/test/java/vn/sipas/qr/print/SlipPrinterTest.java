package vn.sipas.qr.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.qr.poster.LabelSheet;
import vn.sipas.qr.poster.PrintPreflight;
import vn.sipas.qr.poster.PrintProblem;
import vn.sipas.qr.poster.SlipContent;
import vn.sipas.qr.poster.SlipPaper;
import vn.sipas.qr.reading.SymbolReader;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.SymbolEncoder;

class SlipPrinterTest {

    private static final SymbolReader READER = SymbolReader.zxing();
    private static final SlipContent CONTENT =
            Samples.slip("Bộ phận Một cửa xã Đồng Kỳ", "One-stop shop, Đồng Kỳ commune", 7);

    @ParameterizedTest
    @EnumSource(SlipPaper.class)
    void aSlipSaysEverythingAndHasFourDotsAModule(SlipPaper roll) throws IOException {
        SlipPrinter printer = SlipPrinter.of(Samples.FONTS, READER, roll);
        byte[] pdf = printer.pdf(CONTENT);
        assertArrayEquals(pdf, printer.pdf(CONTENT));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            for (String said : List.of(
                    CONTENT.unitName().vi(),
                    CONTENT.unitName().en(),
                    "ks.bacninh.gov.vn/q",
                    CONTENT.checkWord(),
                    // 22 November and 30 days.
                    "Dùng đến hết ngày 22/12/2026",
                    "Valid until 2026-12-22",
                    "Mỗi phiếu một lượt trả lời. Trả lời ẩn danh.",
                    "One slip, one answer. Answers are anonymous.")) {
                assertTrue(text.contains(said), () -> said + " is missing in " + text);
            }
            assertTrue(text.replaceAll("[- ]", "").contains(CONTENT.typedCode().replace("-", "")), text);
            assertEquals(
                    roll.width() * 72 / 25.4, document.getPage(0).getMediaBox().getWidth(), 0.01);
        }
        PrintPreflight report = printer.preflight(CONTENT);
        assertEquals(List.of(), report.problems());
        assertTrue(report.dotsPerModule() >= 4);
    }

    @Test
    void aSymbolThatIsTooFineForTheRollIsRefused() {
        SlipContent dense = new SlipContent(
                CONTENT.unitName(),
                CONTENT.campaign(),
                CONTENT.address(),
                CONTENT.checkWord(),
                CONTENT.typedCode(),
                CONTENT.reference(),
                CONTENT.lastDay(),
                true,
                SymbolEncoder.of(ErrorCorrection.M)
                        .withVersion(25)
                        .encode(CONTENT.symbol().text()));
        ProblemException thrown =
                assertThrows(ProblemException.class, () -> SlipPrinter.of(Samples.FONTS, READER, SlipPaper.ROLL_58)
                        .dots(dense));
        assertEquals(PrintProblem.TOO_FEW_DOTS, thrown.problems().get(0).kind());
        assertEquals("slip[1].symbol", thrown.problems().get(0).place().path());
    }

    @Test
    void adoptedNamesOfTheCountryFitOnSlipsAndLabels() throws IOException {
        Path file = Path.of(System.getProperty("sipas.sharedData", ""), "admin-units", "units-2024-11.csv");
        Assumptions.assumeTrue(Files.exists(file), "the list of units is not here: its names were not tried");
        List<String> names;
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            names = lines.skip(1)
                    .map(line -> line.split(",", -1)[2])
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .limit(40)
                    .toList();
        }
        for (String name : names) {
            SlipContent content = new SlipContent(
                    LocalizedText.of("UBND " + name, "People's Committee of " + name),
                    CONTENT.campaign(),
                    CONTENT.address(),
                    CONTENT.checkWord(),
                    CONTENT.typedCode(),
                    CONTENT.reference(),
                    CONTENT.lastDay(),
                    true,
                    CONTENT.symbol());
            for (SlipPaper roll : SlipPaper.values()) {
                assertEquals(
                        List.of(),
                        new SlipLayout(Samples.FONTS, roll, PrintLanguage.BOTH)
                                .lay(content)
                                .problems(),
                        name);
            }
            for (LabelSheet sheet : LabelSheet.presets().values()) {
                List<Problem> problems = new ArrayList<>();
                Optional<LabelLayout.Label> label =
                        new LabelLayout(Samples.FONTS, sheet, PrintLanguage.BOTH).lay(content, problems);
                assertTrue(label.isPresent(), () -> name + " on " + sheet + ": " + problems);
            }
        }
    }

    @Test
    void labelsFollowTheSheetFromTheFirstFreeOneOn() throws IOException {
        LabelSheet sheet = LabelSheet.presets().get("a4-3x7-63.5x38.1");
        List<SlipContent> contents =
                List.of(Samples.slip("Xã A", "A", 1), Samples.slip("Xã B", "B", 2), Samples.slip("Xã C", "C", 3));
        byte[] pdf = LabelPdf.of(Samples.FONTS, READER, sheet).draw(contents, 19);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(2, document.getNumberOfPages());
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            String second = stripper.getText(document);
            assertTrue(second.contains("Xã C") && !second.contains("Xã B"), second);
        }
        assertThrows(IllegalArgumentException.class, () -> LabelPdf.of(Samples.FONTS, READER, sheet)
                .draw(contents, 21));
    }

    /** The printer of the example stretches by 1 % and shifts by 1.5 mm: it puts 20 at 21.7 and 120 at 122.7. */
    @Test
    void aMeasuredPrinterPutsLabelsWhereTheSheetHasThem() throws IOException {
        LabelSheet exact = LabelSheet.presets().get("a4-2x7-99.1x38.1");
        LabelSheet sheet = exact.calibrated(new LabelSheet.Measured(21.7, 101), new LabelSheet.Measured(20, 100));
        for (double wanted : new double[] {0, 20, 120, 200}) {
            double drawn = sheet.scaleX() * wanted + sheet.offsetX();
            assertEquals(wanted, 1.01 * drawn + 1.5, 1e-9);
        }
        assertEquals(1, sheet.scaleY());
        assertEquals(0, sheet.offsetY());
        byte[] pdf = LabelPdf.of(Samples.FONTS, READER, sheet).draw(List.of(CONTENT), 0);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String first = new String(document.getPage(0).getContents().readNBytes(80), StandardCharsets.US_ASCII);
            // 72 / 25.4 / 1.01 and 72 / 25.4 x -1.5 / 1.01 points.
            assertEquals(
                    String.format(Locale.ROOT, "%.5f", 72 / 25.4 / 1.01),
                    String.format(Locale.ROOT, "%.5f", Double.parseDouble(first.split(" ", -1)[0])));
            assertEquals(-72 / 25.4 * 1.5 / 1.01, Double.parseDouble(first.split(" ", -1)[4]), 1e-3);
        }
        assertTrue(LabelPdf.of(Samples.FONTS, READER, sheet).calibration().length > 0);
        assertThrows(IllegalArgumentException.class, () -> new LabelSheet.Measured(20, 110));
    }

    @Test
    void sheetsThatLeaveThePageAreRefused() {
        LabelSheet sheet = LabelSheet.presets().get("a4-3x8-70x37");
        assertThrows(
                IllegalArgumentException.class,
                () -> LabelSheet.of(
                        vn.sipas.qr.poster.PaperSize.A4, 4, 8, 70, 37, 0, 0.5, sheet.pitchX(), sheet.pitchY()));
    }
}
