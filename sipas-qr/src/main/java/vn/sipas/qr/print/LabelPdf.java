package vn.sipas.qr.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.qr.poster.LabelSheet;
import vn.sipas.qr.poster.PrintPreflight;
import vn.sipas.qr.poster.SlipContent;
import vn.sipas.qr.reading.ArtefactCheck;
import vn.sipas.qr.reading.SymbolReader;

/**
 * Draws sheets of labels as PDF. Immutable, safe for use by many threads if its reader is.
 *
 * <p>A label has the symbol, at least half a millimetre a module, and beside or below it the unit, the address, the check
 * word, the code to type and the last day. Its fixed texts are in the first language only, but for the sentence that
 * answers are anonymous and count once.
 */
public final class LabelPdf {

    private final PrintFonts fonts;
    private final ArtefactCheck check;
    private final LabelSheet sheet;
    private final PrintLanguage language;

    private LabelPdf(PrintFonts fonts, ArtefactCheck check, LabelSheet sheet, PrintLanguage language) {
        this.fonts = Objects.requireNonNull(fonts, "fonts");
        this.check = check;
        this.sheet = Objects.requireNonNull(sheet, "sheet");
        this.language = Objects.requireNonNull(language, "language");
    }

    /**
     * Makes a printer of labels in both languages.
     *
     * @param fonts the fonts, such as {@link PrintFonts#liberation()}
     * @param reader who reads the finished file back, such as {@link SymbolReader#zxing()}
     * @param sheet the sheet, calibrated for its printer
     * @return the printer
     */
    public static LabelPdf of(PrintFonts fonts, SymbolReader reader, LabelSheet sheet) {
        return new LabelPdf(fonts, ArtefactCheck.of(reader), sheet, PrintLanguage.BOTH);
    }

    /**
     * Returns a printer for other languages.
     *
     * @param newLanguage the languages
     * @return the printer
     */
    public LabelPdf withLanguage(PrintLanguage newLanguage) {
        return new LabelPdf(fonts, check, sheet, newLanguage);
    }

    /**
     * Draws labels.
     *
     * @param contents what they say, at least one
     * @param first how many labels of the first sheet are used already, at least 0 and less than the sheet has
     * @return the bytes of a PDF file, row by row from the top left
     * @throws ProblemException if a text does not fit or has characters without glyphs, if the label is too small for the
     *     symbol, or if the finished file does not read as it should; each problem at its {@code label[n]}, counted from 1
     */
    public byte[] draw(List<SlipContent> contents, int first) {
        if (contents.isEmpty()) {
            throw new IllegalArgumentException("contents must have at least one element");
        }
        if (first < 0 || first >= sheet.labels()) {
            throw new IllegalArgumentException("first must be in [0, " + (sheet.labels() - 1) + "], was " + first);
        }
        LabelLayout layout = new LabelLayout(fonts, sheet, language);
        List<LabelLayout.Label> labels = new ArrayList<>(contents.size());
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            List<Problem> own = new ArrayList<>();
            layout.lay(contents.get(i), own).ifPresent(labels::add);
            String item = "label[" + (i + 1) + "]";
            own.forEach(problem -> problems.add(problem.at(PrintRun.within(item, problem.place()))));
        }
        PrintRun.refuse(problems);
        return new PrintRun(layout.sheets(labels, first))
                .pdf(contents.get(0).campaign().vi(), check);
    }

    /**
     * Draws what is needed to calibrate a printer: a page of marks 20 mm from the edges and 100 mm apart, for
     * {@link LabelSheet#calibrated}, and a page with the corners of all labels, both drawn with the calibration that the
     * sheet has so far.
     *
     * @return the bytes of a PDF file of two pages
     * @throws IllegalArgumentException if the sheet is less than 130 mm wide or high
     */
    public byte[] calibration() {
        return new PrintRun(CalibrationLayout.pages(fonts, sheet, language)).pdf("SIPAS", check);
    }

    /**
     * Looks at a label before it is printed.
     *
     * @param content what it says
     * @param dotsPerInch the resolution of the printer, 50 to 10 000
     * @return the report
     */
    public PrintPreflight preflight(SlipContent content, int dotsPerInch) {
        LabelLayout layout = new LabelLayout(fonts, sheet, language);
        List<Problem> problems = new ArrayList<>();
        Optional<Page> page = layout.lay(content, problems)
                .map(label -> layout.sheets(List.of(label), 0).get(0));
        return new Sheet(page, problems).preflight(dotsPerInch);
    }
}
