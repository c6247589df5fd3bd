package vn.sipas.qr.print;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.ProblemException;
import vn.sipas.qr.poster.PaperSize;
import vn.sipas.qr.poster.PosterContent;
import vn.sipas.qr.poster.PrintPreflight;
import vn.sipas.qr.reading.ArtefactCheck;
import vn.sipas.qr.reading.SymbolReader;

/**
 * Draws posters as PDF, one a page. Immutable, safe for use by many threads if its reader is.
 *
 * <p>The symbol is at least 100 mm wide without its quiet zone on A4 and at least 80 mm on A5, where it is 100 mm too if
 * the names are short. Level Q is right for it, H if the poster will be laminated. The file has no date but the issue day
 * that is printed; it asks viewers to print it without scaling.
 */
public final class PosterPdf {

    private final PrintFonts fonts;
    private final ArtefactCheck check;
    private final PaperSize paper;
    private final PrintLanguage language;
    private final Optional<LogoPicture> logo;

    private PosterPdf(
            PrintFonts fonts,
            ArtefactCheck check,
            PaperSize paper,
            PrintLanguage language,
            Optional<LogoPicture> logo) {
        this.fonts = Objects.requireNonNull(fonts, "fonts");
        this.check = check;
        this.paper = Objects.requireNonNull(paper, "paper");
        this.language = Objects.requireNonNull(language, "language");
        this.logo = logo;
    }

    /**
     * Makes a printer of A4 posters in both languages.
     *
     * @param fonts the fonts, such as {@link PrintFonts#liberation()}
     * @param reader who reads the finished file back, such as {@link SymbolReader#zxing()}
     * @return the printer
     */
    public static PosterPdf of(PrintFonts fonts, SymbolReader reader) {
        return new PosterPdf(fonts, ArtefactCheck.of(reader), PaperSize.A4, PrintLanguage.BOTH, Optional.empty());
    }

    /**
     * Returns a printer for another paper.
     *
     * @param newPaper the paper
     * @return the printer
     */
    public PosterPdf withPaper(PaperSize newPaper) {
        return new PosterPdf(fonts, check, newPaper, language, logo);
    }

    /**
     * Returns a printer for other languages.
     *
     * @param newLanguage the languages
     * @return the printer
     */
    public PosterPdf withLanguage(PrintLanguage newLanguage) {
        return new PosterPdf(fonts, check, paper, newLanguage, logo);
    }

    /**
     * Returns a printer that puts a picture into the middle of each symbol. A symbol that cannot spare the modules is a
     * problem that names the largest square and the level that would do; from version 7 on most have a pattern in the
     * middle and take none.
     *
     * @param picture the picture; a coloured one is printed in its colours, the rest stays black
     * @return the printer
     */
    public PosterPdf withLogo(LogoPicture picture) {
        return new PosterPdf(fonts, check, paper, language, Optional.of(picture));
    }

    /**
     * Draws one poster.
     *
     * @param content what it says
     * @return the bytes of a PDF file of one page
     * @throws ProblemException if a text does not fit or has characters without glyphs, or if the finished file does not
     *     read as it should
     */
    public byte[] draw(PosterContent content) {
        return draw(List.of(content));
    }

    /**
     * Draws many posters into one file, each on a page of its own. The fonts are embedded once.
     *
     * @param contents what they say, at least one
     * @return the bytes of a PDF file
     * @throws ProblemException if a text does not fit or has characters without glyphs, or if the finished file does not
     *     read as it should; with the problems of all posters, each at its {@code poster[n]}, counted from 1
     */
    public byte[] draw(List<PosterContent> contents) {
        if (contents.isEmpty()) {
            throw new IllegalArgumentException("contents must have at least one element");
        }
        PosterLayout layout = new PosterLayout(fonts, paper, language, logo);
        return PrintRun.of(contents, "poster", layout::lay)
                .pdf(contents.get(0).campaign().vi(), check);
    }

    /**
     * Looks at a poster before it is printed.
     *
     * @param content what it says
     * @param dotsPerInch the resolution of the printer, 50 to 10 000
     * @return the report: dots of a module, size and reading distance of the symbol as laid out, and everything that
     *     {@link #draw(PosterContent)} would refuse
     */
    public PrintPreflight preflight(PosterContent content, int dotsPerInch) {
        return new PosterLayout(fonts, paper, language, logo).lay(content).preflight(dotsPerInch);
    }
}
