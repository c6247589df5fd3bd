package vn.sipas.qr.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Writes pages into one PDF file; a font is embedded once, reduced to the glyphs that occur. */
final class PdfFile {

    private PdfFile() {}

    /** The file; no dates, and a fixed identifier, so that the same pages give the same bytes. */
    static byte[] of(List<Page> pages, String title) {
        List<TrueTypeFont> opened = new ArrayList<>();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(0L);
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(title);
            information.setCreator("SIPAS for Java");
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setLanguage("vi-VN");
            PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
            // A symbol that is fitted to the page is no longer as large as it was checked to be.
            preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
            preferences.setDisplayDocTitle(true);
            document.getDocumentCatalog().setViewerPreferences(preferences);
            PDResources resources = new PDResources();
            Map<PrintFont, Embedded> fonts = new LinkedHashMap<>();
            Map<LogoPicture, PDImageXObject> images = new HashMap<>();
            for (Page page : pages) {
                for (PlacedSymbol symbol : page.symbols()) {
                    if (symbol.logo().isPresent()
                            && !images.containsKey(symbol.logo().get())) {
                        images.put(symbol.logo().get(), symbol.logo().get().embed(document));
                    }
                }
                for (TextLine line : page.texts()) {
                    if (!fonts.containsKey(line.font())) {
                        TrueTypeFont font = line.font().open();
                        opened.add(font);
                        PDType0Font embedded = PDType0Font.load(document, font, true);
                        COSName name = COSName.getPDFName("F" + (fonts.size() + 1));
                        resources.put(name, embedded);
                        fonts.put(line.font(), new Embedded(embedded, name.getName()));
                    }
                }
                document.addPage(page(document, page, resources, fonts, images));
            }
            for (Embedded font : fonts.values()) {
                font.font().subset();
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream(64 * 1024);
            document.save(file);
            return file.toByteArray();
        } catch (IOException unexpected) {
            throw new UncheckedIOException("a PDF file in memory could not be written", unexpected);
        } finally {
            opened.forEach(PdfFile::close);
        }
    }

    private static PDPage page(
            PDDocument document,
            Page page,
            PDResources resources,
            Map<PrintFont, Embedded> fonts,
            Map<LogoPicture, PDImageXObject> images)
            throws IOException {
        PageOperators operators = new PageOperators(page);
        for (PlacedSymbol symbol : page.symbols()) {
            operators.symbol(symbol);
            symbol.logo().ifPresent(logo -> {
                PDImageXObject image = Objects.requireNonNull(images.get(logo));
                String name = resources.add(image).getName();
                operators.logo(symbol.logoBox(), name, (double) image.getWidth() / image.getHeight());
            });
        }
        page.rules().forEach(operators::rule);
        for (TextLine line : page.texts()) {
            Embedded font = Objects.requireNonNull(fonts.get(line.font()));
            operators.text(line, font.name(), font.glyphs(line.text()));
        }
        PDPage made =
                new PDPage(new PDRectangle(PageOperators.points(page.width()), PageOperators.points(page.height())));
        made.setResources(resources);
        made.setContents(new PDStream(document, new ByteArrayInputStream(operators.bytes()), COSName.FLATE_DECODE));
        return made;
    }

    private static void close(TrueTypeFont font) {
        try {
            font.close();
        } catch (IOException unexpected) {
            throw new UncheckedIOException("a font in memory could not be closed", unexpected);
        }
    }

    private record Embedded(PDType0Font font, String name) {

        byte[] glyphs(String text) throws IOException {
            text.codePoints().forEach(font::addToSubset);
            return font.encode(text);
        }
    }
}
