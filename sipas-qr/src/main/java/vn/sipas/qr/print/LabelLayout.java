package vn.sipas.qr.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.sipas.core.Language;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.qr.poster.LabelSheet;
import vn.sipas.qr.poster.PrintProblem;
import vn.sipas.qr.poster.SlipContent;

/**
 * Lays out one label: the symbol on the left and the texts on its right where the label is wide, one above the other
 * where it is not. The symbol is as large as the texts allow in their full size; then the texts shrink.
 */
final class LabelLayout {

    /** Die-cut sheets wander by about a millimetre. */
    private static final double MARGIN = 1.5;

    private static final double GAP = 0.5;
    private static final double MAX_MODULE = 1;
    /** Four dots at 203 dpi. */
    private static final double MIN_MODULE = 0.5;

    /** One dot at 300 dpi: modules are equal on printers of 300, 600 and 1200 dpi. */
    private static final double STEP = 25.4 / 300;

    private static final double SHRINK = 0.94;
    private static final double MIN_SCALE = 0.72;
    private static final double MIN_SIZE = 1.75;

    private final PrintFonts fonts;
    private final LabelSheet sheet;
    private final PrintLanguage language;

    LabelLayout(PrintFonts fonts, LabelSheet sheet, PrintLanguage language) {
        this.fonts = fonts;
        this.sheet = sheet;
        this.language = language;
    }

    /** What goes onto one label, from its own top left corner. */
    record Label(PlacedSymbol symbol, List<TextLine> texts) {

        Label {
            texts = List.copyOf(texts);
        }

        PlacedSymbol symbol(double left, double top) {
            return new PlacedSymbol(
                    symbol.symbol(), left + symbol.left(), top + symbol.top(), symbol.module(), symbol.logo());
        }

        List<TextLine> texts(double left, double top) {
            return texts.stream()
                    .map(line ->
                            new TextLine(line.text(), line.font(), line.size(), left + line.x(), top + line.baseline()))
                    .toList();
        }
    }

    /** The label, or problems in the list. */
    Optional<Label> lay(SlipContent content, List<Problem> problems) {
        int modules = content.symbol().size() + 2 * PlacedSymbol.QUIET_ZONE;
        double width = sheet.labelWidth() - 2 * MARGIN;
        double height = sheet.labelHeight() - 2 * MARGIN;
        boolean wide = width > 1.25 * height;
        double largest =
                Math.min(MAX_MODULE, Math.min(wide ? height : width, wide ? width * 0.6 : height * 0.7) / modules);
        if (largest < MIN_MODULE) {
            problems.add(Problem.of(
                    PrintProblem.TOO_FEW_DOTS,
                    Place.path("symbol"),
                    "dots",
                    String.format(Locale.ROOT, "%.2f", Math.max(0, largest) * 203 / 25.4)));
            return Optional.empty();
        }
        List<Problem> last = List.of();
        for (double scale = 1; scale >= MIN_SCALE; scale *= SHRINK) {
            int steps = (int) Math.floor(largest / STEP + 1e-9);
            for (int dots = steps; dots * STEP >= MIN_MODULE; dots--) {
                double module = dots * STEP;
                double side = module * modules;
                Typesetter type = new Typesetter(fonts, language, MIN_SIZE);
                Flow texts = texts(content, type, wide ? width - side - GAP : width, scale, wide);
                double room = wide ? height : height - side;
                last = type.problems();
                if (last.isEmpty() && texts.height() <= room) {
                    return Optional.of(
                            wide ? beside(content, module, side, texts) : below(content, module, side, texts));
                }
            }
        }
        problems.addAll(
                last.isEmpty()
                        ? List.of(Problem.of(
                                PrintProblem.NO_ROOM,
                                Place.nowhere(),
                                "millimetres",
                                String.format(Locale.ROOT, "%.1f", MIN_MODULE * modules),
                                "paper",
                                String.format(Locale.ROOT, "%.1f × %.1f", sheet.labelWidth(), sheet.labelHeight())))
                        : last);
        return Optional.empty();
    }

    private Label beside(SlipContent content, double module, double side, Flow texts) {
        PlacedSymbol symbol = PlacedSymbol.within(content.symbol(), MARGIN, (sheet.labelHeight() - side) / 2, module);
        return new Label(symbol, texts.texts(MARGIN + side + GAP, (sheet.labelHeight() - texts.height()) / 2));
    }

    private Label below(SlipContent content, double module, double side, Flow texts) {
        double top = (sheet.labelHeight() - side - texts.height()) / 2;
        PlacedSymbol symbol = PlacedSymbol.within(content.symbol(), (sheet.labelWidth() - side) / 2, top, module);
        return new Label(symbol, texts.texts(MARGIN, top + side));
    }

    private Flow texts(SlipContent content, Typesetter type, double width, double scale, boolean wide) {
        Flow flow = new Flow(width);
        Language first = language.languages().get(0);
        double align = wide ? Flow.LEFT : Flow.CENTRE;
        if (content.training()) {
            type.say(flow, align, Words.FIXED_TEXT, Words.TRAINING, style(fonts.bold(), 2.2 * scale, 3), 1.8 * scale);
            flow.gap(0.6 * scale);
        }
        flow.aligned(
                type.set(Words.UNIT, content.unitName().in(first), style(fonts.bold(), 2.9 * scale, 4), width), align);
        flow.gap(0.7 * scale);
        flow.aligned(type.set(Words.ADDRESS, content.address(), style(fonts.bold(), 2.4 * scale, 3), width), align);
        flow.aligned(
                type.set(
                        Words.CHECK_WORD,
                        Words.CHECK_WORD_LABEL.in(first) + ": " + content.checkWord(),
                        style(fonts.regular(), 2.2 * scale, 2),
                        width),
                align);
        flow.gap(0.5 * scale);
        flow.aligned(type.code(content.typedCode(), width, 2.2 * scale), align);
        flow.gap(0.5 * scale);
        content.lastDay()
                .map(day -> Words.withDate(Words.VALID_SHORT, day))
                .ifPresent(words -> flow.aligned(
                        type.set(Words.FIXED_TEXT, words.in(first), style(fonts.regular(), 2 * scale, 2), width),
                        align));
        type.say(
                flow, align, Words.FIXED_TEXT, Words.ONE_VOTE_SHORT, style(fonts.regular(), 2 * scale, 2), 1.8 * scale);
        return flow;
    }

    private static Typesetter.Style style(PrintFont font, double size, int maxLines) {
        return new Typesetter.Style(font, size, 0.8, maxLines);
    }

    /** The sheets that hold the labels, the first of them beginning with label {@code first}, counted from 0. */
    List<Page> sheets(List<Label> labels, int first) {
        List<Page> pages = new ArrayList<>();
        int at = first;
        List<TextLine> texts = new ArrayList<>();
        List<PlacedSymbol> symbols = new ArrayList<>();
        for (Label label : labels) {
            if (at == sheet.labels()) {
                pages.add(page(texts, symbols));
                texts = new ArrayList<>();
                symbols = new ArrayList<>();
                at = 0;
            }
            double left = sheet.left(at);
            double top = sheet.top(at);
            texts.addAll(label.texts(left, top));
            symbols.add(label.symbol(left, top));
            at++;
        }
        pages.add(page(texts, symbols));
        return pages;
    }

    private Page page(List<TextLine> texts, List<PlacedSymbol> symbols) {
        return new Page(sheet.pageWidth(), sheet.pageHeight(), texts, symbols, List.of(), adjustment(sheet));
    }

    static Adjustment adjustment(LabelSheet sheet) {
        return new Adjustment(sheet.offsetX(), sheet.offsetY(), sheet.scaleX(), sheet.scaleY());
    }
}
