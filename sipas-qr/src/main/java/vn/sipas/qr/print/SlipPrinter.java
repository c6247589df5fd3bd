package vn.sipas.qr.print;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.qr.poster.PrintPreflight;
import vn.sipas.qr.poster.SlipContent;
import vn.sipas.qr.poster.SlipPaper;
import vn.sipas.qr.reading.ArtefactCheck;
import vn.sipas.qr.reading.SymbolReader;
import vn.sipas.qr.symbol.BitPicture;

/**
 * Draws slips for receipt printers, as PDF for a printer with a driver and as a picture of its dots for a printer that is
 * driven directly. Immutable, safe for use by many threads if its reader is.
 *
 * <p>A slip is as wide as its roll and as long as its text. Level M is right for its symbol. In the picture each module
 * is the same whole number of dots, four or more, and letters are filled where a dot is covered by half.
 */
public final class SlipPrinter {

    private final PrintFonts fonts;
    private final ArtefactCheck check;
    private final SlipPaper paper;
    private final PrintLanguage language;

    private SlipPrinter(PrintFonts fonts, ArtefactCheck check, SlipPaper paper, PrintLanguage language) {
        this.fonts = Objects.requireNonNull(fonts, "fonts");
        this.check = check;
        this.paper = Objects.requireNonNull(paper, "paper");
        this.language = Objects.requireNonNull(language, "language");
    }

    /**
     * Makes a printer of slips in both languages.
     *
     * @param fonts the fonts, such as {@link PrintFonts#liberation()}
     * @param reader who reads the finished slips back, such as {@link SymbolReader#zxing()}
     * @param paper the roll
     * @return the printer
     */
    public static SlipPrinter of(PrintFonts fonts, SymbolReader reader, SlipPaper paper) {
        return new SlipPrinter(fonts, ArtefactCheck.of(reader), paper, PrintLanguage.BOTH);
    }

    /**
     * Returns a printer for other languages.
     *
     * @param newLanguage the languages
     * @return the printer
     */
    public SlipPrinter withLanguage(PrintLanguage newLanguage) {
        return new SlipPrinter(fonts, check, paper, newLanguage);
    }

    /**
     * Draws one slip.
     *
     * @param content what it says
     * @return the bytes of a PDF file of one page
     * @throws ProblemException as in {@link #pdf(List)}
     */
    public byte[] pdf(SlipContent content) {
        return pdf(List.of(content));
    }

    /**
     * Draws many slips into one file, each on a page of its own.
     *
     * @param contents what they say, at least one
     * @return the bytes of a PDF file
     * @throws ProblemException if a text does not fit or has characters without glyphs, if the symbol does not fit on the
     *     roll, or if the finished file does not read as it should; each problem at its {@code slip[n]}, counted from 1
     */
    public byte[] pdf(List<SlipContent> contents) {
        SlipLayout layout = new SlipLayout(fonts, paper, language);
        PrintRun run = PrintRun.of(contents, "slip", layout::lay);
        return run.pdf(contents.get(0).campaign().vi(), check);
    }

    /**
     * Paints one slip dot by dot.
     *
     * @param content what it says
     * @return the picture, as wide as the head of the printer has dots; after the whole of it has been read back
     * @throws ProblemException if a text does not fit or has characters without glyphs, if the symbol does not fit on the
     *     roll, or if the finished picture does not read as it should
     */
    public BitPicture dots(SlipContent content) {
        Page page = PrintRun.of(List.of(content), "slip", new SlipLayout(fonts, paper, language)::lay)
                .pages()
                .get(0);
        double edge = (paper.width() - paper.printedWidth()) / 2.0;
        BitPicture picture = PageDots.paint(page, edge, paper.printedWidth(), SlipPaper.DOTS_PER_MILLIMETRE);
        Optional<Problem> misread = check.picture(picture, content.symbol().text());
        PrintRun.refuse(misread.map(List::of).orElse(List.of()));
        return picture;
    }

    /**
     * Looks at a slip before it is printed.
     *
     * @param content what it says
     * @return the report for the 203 dpi of receipt printers
     */
    public PrintPreflight preflight(SlipContent content) {
        return new SlipLayout(fonts, paper, language).lay(content).preflight(203);
    }
}
