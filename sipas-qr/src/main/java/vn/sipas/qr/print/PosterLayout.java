package vn.sipas.qr.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.qr.poster.PaperSize;
import vn.sipas.qr.poster.PosterContent;
import vn.sipas.qr.poster.PrintProblem;

/**
 * Lays out one poster: names above, the symbol in the middle as large as the rest allows, what to do and what to compare
 * below.
 *
 * <p>Sizes are millimetres on A4. First all texts have their full size; while the symbol would be smaller than 100 mm they
 * shrink together, down to seven tenths. A5 takes a symbol of 80 mm where 100 mm cannot be had.
 */
final class PosterLayout {

    private static final double WANTED_SYMBOL = 100;
    private static final double SHRINK = 0.96;
    private static final double MIN_SCALE = 0.7;
    /** About 6 points: the smallest print that officials accept on paper. */
    private static final double MIN_SIZE = 2.15;

    private final PrintFonts fonts;
    private final PaperSize paper;
    private final PrintLanguage language;
    private final Optional<LogoPicture> logo;

    PosterLayout(PrintFonts fonts, PaperSize paper, PrintLanguage language, Optional<LogoPicture> logo) {
        this.fonts = fonts;
        this.paper = paper;
        this.language = language;
        this.logo = logo;
    }

    Sheet lay(PosterContent content) {
        Optional<Problem> tooLarge = logo.flatMap(picture -> picture.problem(content.symbol()));
        if (tooLarge.isPresent()) {
            return new Sheet(Optional.empty(), List.of(tooLarge.get()));
        }
        List<Problem> problems = List.of();
        double smallest = paper == PaperSize.A4 ? WANTED_SYMBOL : 80;
        for (double wanted : new double[] {WANTED_SYMBOL, smallest}) {
            for (double scale = 1; scale >= MIN_SCALE; scale *= SHRINK) {
                Draft draft = new Draft(content, scale);
                problems = draft.type.problems();
                if (problems.isEmpty() && draft.symbol.side() >= wanted) {
                    return new Sheet(Optional.of(draft.page()), List.of());
                }
            }
        }
        return new Sheet(
                Optional.empty(),
                problems.isEmpty()
                        ? List.of(Problem.of(
                                PrintProblem.NO_ROOM,
                                Place.nowhere(),
                                "millimetres",
                                String.format(Locale.ROOT, "%.0f", smallest),
                                "paper",
                                paper))
                        : problems);
    }

    /** One attempt with one size of text. */
    private final class Draft {

        private final PosterContent content;
        private final Typesetter type = new Typesetter(fonts, language, MIN_SIZE);
        private final double scale;
        private final double margin;
        private final double width;
        private final Flow above;
        private final Flow below;
        private final PlacedSymbol symbol;

        Draft(PosterContent content, double textScale) {
            this.content = content;
            this.scale = textScale * (paper == PaperSize.A4 ? 1 : 0.64);
            this.margin = paper == PaperSize.A4 ? 15 : 9;
            this.width = paper.width() - 2 * margin;
            this.above = above();
            this.below = below();
            double room = paper.height() - 2 * margin - above.height() - below.height();
            int modules = content.symbol().size() + 2 * PlacedSymbol.QUIET_ZONE;
            double module = Math.max(0, Math.floor(Math.min(room, width) / modules * 100) / 100);
            double side = module * modules;
            this.symbol = PlacedSymbol.within(
                    content.symbol(), (paper.width() - side) / 2, margin + above.height() + (room - side) / 2, module);
        }

        Page page() {
            double bottom = paper.height() - margin - below.height();
            List<TextLine> texts = new ArrayList<>(above.texts(margin, margin));
            texts.addAll(below.texts(margin, bottom));
            List<Box> rules = new ArrayList<>(above.rules(margin, margin));
            rules.addAll(below.rules(margin, bottom));
            return new Page(paper.width(), paper.height(), texts, List.of(symbol.with(logo)), rules, Adjustment.NONE);
        }

        private Flow above() {
            Flow flow = new Flow(width);
            if (content.training()) {
                flow.rule(mm(0.8));
                flow.gap(mm(1.4));
                say(flow, Words.FIXED_TEXT, Words.TRAINING, fonts.bold(), 6, 4, 1);
                flow.gap(mm(1));
                flow.rule(mm(0.8));
                flow.gap(mm(3));
            }
            say(flow, Words.CAMPAIGN, content.campaign(), fonts.regular(), 6, 4.2, 3);
            flow.gap(mm(2));
            flow.rule(mm(0.35));
            flow.gap(mm(2.5));
            say(flow, Words.UNIT, content.unitName(), fonts.bold(), 11, 5, 3);
            return flow;
        }

        private Flow below() {
            Flow flow = new Flow(width);
            say(flow, Words.FIXED_TEXT, Words.SCAN, fonts.bold(), 6.6, 4.4, 2);
            flow.gap(mm(3));
            flow.rule(mm(0.35));
            flow.gap(mm(1.8));
            flow.beside(checkWord(width * 0.4), address(width * 0.6), 0);
            flow.gap(mm(1.2));
            flow.rule(mm(0.35));
            flow.gap(mm(2));
            say(flow, Words.FIXED_TEXT, Words.WARNING, fonts.regular(), 4.1, 3.4, 3);
            flow.gap(mm(2.6));
            say(flow, Words.FIXED_TEXT, Words.TYPE, fonts.regular(), 3.6, 3.2, 2);
            flow.gap(mm(0.6));
            flow.centred(type.code(content.typedCode(), width, mm(5.2)));
            flow.gap(mm(2.6));
            footer(flow);
            return flow;
        }

        private Flow checkWord(double column) {
            Flow flow = new Flow(column);
            flow.centred(label(Words.CHECK_WORD_LABEL, column));
            flow.centred(type.set(Words.CHECK_WORD, content.checkWord(), style(fonts.bold(), 10, 1), column));
            return flow;
        }

        private Flow address(double column) {
            Flow flow = new Flow(column);
            flow.centred(label(Words.ADDRESS_LABEL, column));
            flow.centred(type.set(Words.ADDRESS, content.address(), style(fonts.bold(), 6.8, 3), column - mm(4)));
            return flow;
        }

        private Paragraph label(LocalizedText text, double column) {
            return type.set(Words.FIXED_TEXT, type.joined(text), style(fonts.regular(), 3.4, 1), column);
        }

        private void footer(Flow flow) {
            String issued = type.joined(Words.ISSUED, content.issueDay()) + " · " + content.reference() + " · V"
                    + content.symbol().version() + "-" + content.symbol().level();
            Paragraph left =
                    type.set(Words.FIXED_TEXT, type.joined(Words.ANONYMOUS), style(fonts.bold(), 2.9, 1), width);
            Paragraph right = type.set(Words.REFERENCE, issued, style(fonts.regular(), 2.9, 2), width);
            if (right.lines().size() == 1 && left.widest() + right.widest() + mm(4) < width) {
                flow.ends(left, right);
            } else {
                flow.centred(left);
                flow.centred(right);
            }
        }

        private void say(
                Flow flow,
                LocalizedText what,
                LocalizedText text,
                PrintFont font,
                double first,
                double second,
                int maxLines) {
            type.say(flow, Flow.CENTRE, what, text, style(font, first, maxLines), mm(second));
        }

        private Typesetter.Style style(PrintFont font, double size, int maxLines) {
            return new Typesetter.Style(font, mm(size), 0.6, maxLines);
        }

        private double mm(double onA4) {
            return onA4 * scale;
        }
    }
}
