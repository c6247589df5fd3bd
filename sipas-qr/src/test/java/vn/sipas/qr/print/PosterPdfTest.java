package vn.sipas.qr.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.poster.PaperSize;
import vn.sipas.qr.poster.PosterContent;
import vn.sipas.qr.poster.PrintPreflight;
import vn.sipas.qr.poster.PrintProblem;
import vn.sipas.qr.reading.ReadingProblem;

class PosterPdfTest {

    private static final PosterContent CONTENT =
            Samples.poster("Bộ phận Một cửa xã Đồng Kỳ, huyện Yên Thế", "One-stop shop, Đồng Kỳ commune");
    private static final String LONG =
            "Trung tâm Phục vụ hành chính công và Bộ phận tiếp nhận, trả kết quả giải quyết thủ tục hành chính phường"
                    + " Phong Nha – Kẻ Bàng mở rộng";

    @ParameterizedTest
    @EnumSource(PaperSize.class)
    void theTextsOfAPosterCanBeReadOutOfTheFileAsTheyWereGiven(PaperSize paper) throws IOException {
        byte[] pdf = Samples.POSTERS.withPaper(paper).draw(CONTENT);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = flat(new PDFTextStripper().getText(document));
            assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC));
            for (String said : List.of(
                    CONTENT.unitName().vi(),
                    CONTENT.unitName().en(),
                    CONTENT.campaign().vi(),
                    CONTENT.campaign().en(),
                    CONTENT.checkWord(),
                    "ks.bacninh.gov.vn/q",
                    "Nếu địa chỉ khác: không quét, không mở, báo ngay cho cán bộ.",
                    "If the address differs: do not scan, do not open it, tell the staff.",
                    "Trả lời ẩn danh",
                    "Phát hành 22/11/2026",
                    CONTENT.reference())) {
                assertTrue(text.contains(said), () -> said + " is missing in " + text);
            }
            assertTrue(text.replaceAll("[- ]", "").contains(CONTENT.typedCode().replace("-", "")), text);
            PDPage page = document.getPage(0);
            // 1 mm is 72 / 25.4 points.
            assertEquals(paper.width() * 72 / 25.4, page.getMediaBox().getWidth(), 0.01);
            assertEquals(paper.height() * 72 / 25.4, page.getMediaBox().getHeight(), 0.01);
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertTrue(font.isEmbedded(), font.getName());
                // A subset has six capitals before its name.
                assertTrue(font.getName().matches("[A-Z]{6}\\+Liberation(Sans|Sans-Bold|Mono-Bold)"), font.getName());
            }
        }
    }

    @Test
    void onlyBlackInkAndWhiteGroundAreUsed() throws IOException {
        String operators = operators(Samples.POSTERS.draw(CONTENT));
        Set<String> colours = new TreeSet<>();
        Matcher matcher = Pattern.compile("([0-9. ]+) (k|K|g|G|rg|RG|sc|scn|SC|SCN|cs|CS)\\s")
                .matcher(operators);
        while (matcher.find()) {
            colours.add(matcher.group().strip());
        }
        assertEquals(Set.of("0 0 0 0 k", "0 0 0 1 k"), colours);
        assertEquals(1, operators.split("f\\*", -1).length - 1, "the symbol is one path");
    }

    @Test
    void theSameContentGivesTheSameBytesWithoutAnyDate() throws IOException {
        byte[] pdf = Samples.POSTERS.draw(CONTENT);
        assertArrayEquals(pdf, Samples.POSTERS.draw(CONTENT));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(null, document.getDocumentInformation().getCreationDate());
            assertEquals(null, document.getDocumentInformation().getModificationDate());
        }
        PosterContent decomposed = new PosterContent(
                CONTENT.unitName(),
                CONTENT.campaign(),
                CONTENT.address(),
                CONTENT.checkWord(),
                CONTENT.typedCode(),
                Normalizer.normalize("Số hiệu mẫu", Normalizer.Form.NFD),
                CONTENT.issueDay(),
                false,
                CONTENT.symbol());
        PosterContent composed = new PosterContent(
                LocalizedText.of(
                        Normalizer.normalize(CONTENT.unitName().vi(), Normalizer.Form.NFD),
                        CONTENT.unitName().en()),
                CONTENT.campaign(),
                CONTENT.address(),
                CONTENT.checkWord(),
                CONTENT.typedCode(),
                "Số hiệu mẫu",
                CONTENT.issueDay(),
                false,
                CONTENT.symbol());
        assertArrayEquals(Samples.POSTERS.draw(composed), Samples.POSTERS.draw(decomposed));
    }

    @ParameterizedTest
    @EnumSource(PaperSize.class)
    void theSymbolIsAsLargeAsPostersNeed(PaperSize paper) {
        for (PosterContent content : List.of(CONTENT, Samples.poster(LONG, LONG))) {
            PrintPreflight report = Samples.POSTERS.withPaper(paper).preflight(content, 300);
            assertEquals(List.of(), report.problems());
            assertTrue(report.sideMillimetres() >= (paper == PaperSize.A4 ? 100 : 80), report.toString());
        }
    }

    @Test
    void longNamesWrapAndWhatCannotBeSetIsAProblem() {
        byte[] pdf = Samples.POSTERS.withPaper(PaperSize.A5).draw(Samples.poster(LONG, LONG));
        assertTrue(pdf.length > 0);
        assertEquals(
                List.of("error qr.print.text-too-long unit-name"),
                refused(Samples.poster((LONG + " ").repeat(6), "Office")));
        // U+0EDC, a letter of Lao; U+1F600; and g with a tilde, which has no code point of its own.
        assertEquals(
                List.of("error qr.print.missing-glyph unit-name U+0EDC"),
                refused(Samples.poster("Xã \u0edc", "Office")));
        assertEquals(
                List.of("error qr.print.missing-glyph unit-name U+1F600"),
                refused(Samples.poster("Xã", "Office \uD83D\uDE00")));
        assertEquals(
                List.of("error qr.print.missing-glyph unit-name U+0303"),
                refused(Samples.poster("Xã g\u0303", "Office")));
        ProblemException thrown =
                assertThrows(ProblemException.class, () -> Samples.POSTERS.draw(Samples.poster("Xã \u0edc", "Office")));
        assertEquals("poster[1].unit-name", thrown.problems().get(0).place().path());
    }

    @Test
    void aLogoIsDrawnWhereTheSymbolCanSpareItAndRefusedWhereItCannot() throws IOException {
        LogoPicture fitting = LogoPicture.of(Samples.blackPng(60, 40), 0.2);
        // Version 5 at level Q: 37 modules, so a fifth is 7 modules, which cost few codewords of each of four blocks.
        byte[] pdf = Samples.POSTERS.withLogo(fitting).draw(List.of(CONTENT, CONTENT));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(
                    1, document.getDocument().getObjectsByType(COSName.XOBJECT).size());
        }
        LogoPicture large = LogoPicture.of(Samples.blackPng(60, 40), 0.33);
        PrintPreflight report = Samples.POSTERS.withLogo(large).preflight(CONTENT, 300);
        assertEquals(
                List.of(PrintProblem.LOGO_TOO_LARGE),
                report.problems().stream().map(Problem::kind).toList());
        assertEquals("13", report.problems().get(0).attributes().get("side"));
        assertEquals("9", report.problems().get(0).attributes().get("largest"));
        assertThrows(
                ProblemException.class, () -> Samples.POSTERS.withLogo(large).draw(CONTENT));
        assertThrows(IOException.class, () -> LogoPicture.of(new byte[] {1, 2, 3}, 0.2));
        assertThrows(IllegalArgumentException.class, () -> LogoPicture.of(new byte[0], 0.6));
    }

    @Test
    void aFileThatReadsWronglyIsNotHandedOut() {
        PosterPdf blind = PosterPdf.of(Samples.FONTS, picture -> Optional.empty());
        ProblemException unread = assertThrows(ProblemException.class, () -> blind.draw(CONTENT));
        assertEquals(
                List.of(ReadingProblem.UNREADABLE),
                unread.problems().stream().map(Problem::kind).toList());
        PosterPdf liar = PosterPdf.of(Samples.FONTS, picture -> Optional.of("https://example.org/"));
        ProblemException misread = assertThrows(ProblemException.class, () -> liar.draw(List.of(CONTENT, CONTENT)));
        assertEquals(
                List.of("page[1] MISREAD", "page[2] MISREAD"),
                misread.problems().stream()
                        .map(problem -> problem.place() + " " + problem.kind())
                        .toList());
    }

    @Test
    void theOfficesOfAProvinceTakeOneFileWithTheFontsOnce() throws IOException {
        List<PosterContent> contents = new ArrayList<>();
        for (int i = 0; i < 209; i++) {
            contents.add(Samples.poster(
                    LocalizedText.of("UBND xã số " + i, "Commune office " + i),
                    Samples.CAMPAIGN,
                    SurveyLink.poster(UnitNumber.of(7000 + i), 2410, Samples.DAY)));
        }
        byte[] pdf = Samples.POSTERS.draw(contents);
        assertTrue(pdf.length <= 1_000_000, pdf.length + " bytes");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(209, document.getNumberOfPages());
            assertEquals(
                    3,
                    document.getDocument().getObjectsByType(COSName.FONT_DESC).size());
        }
    }

    /** Every page checks itself that nothing overlaps; here for the longest of all names of units in the country. */
    @ParameterizedTest
    @EnumSource(PaperSize.class)
    void theLongestNamesOfTheCountryFit(PaperSize paper) throws IOException {
        Path file = Path.of(System.getProperty("sipas.sharedData", ""), "admin-units", "units-2024-11.csv");
        Assumptions.assumeTrue(Files.exists(file), "the list of units is not here: its names were not tried");
        List<String> names;
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            names = lines.skip(1)
                    .map(line -> "Bộ phận Tiếp nhận và Trả kết quả " + line.split(",", -1)[2])
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        }
        PosterLayout layout = new PosterLayout(Samples.FONTS, paper, PrintLanguage.BOTH, Optional.empty());
        for (String name : names.subList(0, 200)) {
            Sheet sheet = layout.lay(new PosterContent(
                    LocalizedText.of(name, "Office for receiving files and returning results, " + name),
                    Samples.CAMPAIGN,
                    CONTENT.address(),
                    CONTENT.checkWord(),
                    CONTENT.typedCode(),
                    CONTENT.reference(),
                    CONTENT.issueDay(),
                    true,
                    CONTENT.symbol()));
            assertEquals(List.of(), sheet.problems(), name);
            String set = String.join(
                    " ",
                    sheet.page().orElseThrow().texts().stream()
                            .map(TextLine::text)
                            .toList());
            assertTrue(set.contains(name), () -> name + " is not whole in " + set);
        }
    }

    @Test
    void aBrokenFontIsAnIoException() throws IOException {
        byte[] font;
        try (var input = getClass().getResourceAsStream("/liberation/LiberationSans-Regular.ttf")) {
            font = Objects.requireNonNull(input).readAllBytes();
        }
        for (int length : new int[] {0, 3, 12, 300, 5_000, font.length / 2}) {
            byte[] cut = Arrays.copyOf(font, length);
            assertThrows(IOException.class, () -> PrintFont.of(new ByteArrayInputStream(cut)), "cut at " + length);
        }
        assertEquals(
                "LiberationSans", PrintFont.of(new ByteArrayInputStream(font)).name());
    }

    @Test
    void theBundledFontHasEveryLetterOfVietnamese() {
        String bases = "AĂÂEÊIOÔƠUƯYaăâeêioôơuưy";
        StringBuilder letters = new StringBuilder("Đđ₫–·");
        for (int i = 0; i < bases.length(); i++) {
            for (String tone : List.of("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")) {
                letters.append(Normalizer.normalize(bases.charAt(i) + tone, Normalizer.Form.NFC));
            }
        }
        for (PrintFont font : List.of(Samples.FONTS.regular(), Samples.FONTS.bold(), Samples.FONTS.code())) {
            assertFalse(font.firstMissing(letters.toString()).isPresent(), font.toString());
        }
    }

    private static List<String> refused(PosterContent content) {
        PrintPreflight report = Samples.POSTERS.preflight(content, 300);
        assertFalse(report.passed());
        return report.problems().stream()
                .map(problem -> (problem.severity() + " " + problem.code() + " "
                                        + problem.place().path())
                                .toLowerCase(Locale.ROOT)
                        + (problem.kind() == PrintProblem.MISSING_GLYPH
                                ? " " + problem.attributes().get("codePoint")
                                : ""))
                .toList();
    }

    private static String operators(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
