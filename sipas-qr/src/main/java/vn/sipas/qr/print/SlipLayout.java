package vn.sipas.qr.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.qr.poster.PrintProblem;
import vn.sipas.qr.poster.SlipContent;
import vn.sipas.qr.poster.SlipPaper;

/**
 * Lays out one slip of a receipt printer, as long as its content. The symbol sits on whole dots of the printer, each of
 * its modules four dots wide or more.
 */
final class SlipLayout {

    private static final int MIN_DOTS = 4;
    /** 40 mm: larger does not read better from the hand. */
    private static final int MAX_SYMBOL_DOTS = 320;
    /** Twenty dots: marks of Vietnamese letters stay apart on a receipt printer. */
    private static final double MIN_SIZE = 2.5;

    private static final double MARGIN = 2;
    /** Free on both sides of the texts, so that no letter meets the end of the head. */
    private static final double SIDE = 1;

    private final PrintFonts fonts;
    private final SlipPaper paper;
    private final PrintLanguage language;

    SlipLayout(PrintFonts fonts, SlipPaper paper, PrintLanguage language) {
        this.fonts = fonts;
        this.paper = paper;
        this.language = language;
    }

    /** A page of the width of the roll, on which only the printed width is used. */
    Sheet lay(SlipContent content) {
        int modules = content.symbol().size() + 2 * PlacedSymbol.QUIET_ZONE;
        int dots = Math.min(paper.dots(), MAX_SYMBOL_DOTS) / modules;
        if (dots < MIN_DOTS) {
            dots = paper.dots() / modules;
        }
        if (dots < MIN_DOTS) {
            String fitting = String.format(Locale.ROOT, "%.2f", (double) paper.dots() / modules);
            return new Sheet(
                    Optional.empty(),
                    List.of(Problem.of(PrintProblem.TOO_FEW_DOTS, Place.path("symbol"), "dots", fitting)));
        }
        Typesetter type = new Typesetter(fonts, language, MIN_SIZE);
        Flow above = above(content, type);
        Flow below = below(content, type);
        double module = (double) dots / SlipPaper.DOTS_PER_MILLIMETRE;
        double side = modules * module;
        double symbolTop =
                Math.ceil((MARGIN + above.height()) * SlipPaper.DOTS_PER_MILLIMETRE) / SlipPaper.DOTS_PER_MILLIMETRE;
        double edge = (paper.width() - paper.printedWidth()) / 2.0;
        // On whole dots: half a dot to the left does not show, modules of unequal width do.
        int dotsBefore = (paper.dots() - modules * dots) / 2;
        double symbolLeft = edge + (double) dotsBefore / SlipPaper.DOTS_PER_MILLIMETRE;
        double height = Math.ceil(symbolTop + side + below.height() + MARGIN);
        if (!type.problems().isEmpty()) {
            return new Sheet(Optional.empty(), type.problems());
        }
        List<TextLine> texts = new ArrayList<>(above.texts(edge + SIDE, MARGIN));
        texts.addAll(below.texts(edge + SIDE, symbolTop + side));
        List<Box> rules = new ArrayList<>(above.rules(edge + SIDE, MARGIN));
        rules.addAll(below.rules(edge + SIDE, symbolTop + side));
        PlacedSymbol symbol = PlacedSymbol.within(content.symbol(), symbolLeft, symbolTop, module);
        return new Sheet(
                Optional.of(new Page(paper.width(), height, texts, List.of(symbol), rules, Adjustment.NONE)),
                List.of());
    }

    private Flow above(SlipContent content, Typesetter type) {
        Flow flow = new Flow(paper.printedWidth() - 2 * SIDE);
        if (content.training()) {
            flow.rule(0.5);
            flow.gap(0.8);
            say(type, flow, Words.FIXED_TEXT, Words.TRAINING, fonts.bold(), 3.2, 2.6, 2);
            flow.gap(0.6);
            flow.rule(0.5);
            flow.gap(1);
        }
        double name = paper == SlipPaper.ROLL_58 ? 3.6 : 4.2;
        say(type, flow, Words.UNIT, content.unitName(), fonts.bold(), name, 2.7, 5);
        flow.gap(0.8);
        say(type, flow, Words.CAMPAIGN, content.campaign(), fonts.regular(), 3, 2.6, 4);
        return flow;
    }

    private Flow below(SlipContent content, Typesetter type) {
        Flow flow = new Flow(paper.printedWidth() - 2 * SIDE);
        say(type, flow, Words.FIXED_TEXT, Words.SCAN_SHORT, fonts.bold(), 3.2, 2.6, 2);
        flow.gap(1);
        flow.centred(type.set(
                Words.ADDRESS, content.address(), new Typesetter.Style(fonts.bold(), 3.8, 0.65, 4), flow.width()));
        flow.gap(0.4);
        say(type, flow, Words.FIXED_TEXT, Words.OTHER_ADDRESS, fonts.regular(), 2.6, 2.5, 2);
        flow.gap(1);
        flow.rule(0.25);
        flow.gap(1);
        flow.centred(type.set(
                Words.FIXED_TEXT,
                type.joined(Words.CHECK_WORD_LABEL),
                new Typesetter.Style(fonts.regular(), 2.6, 0.9, 2),
                flow.width()));
        flow.centred(type.set(
                Words.CHECK_WORD, content.checkWord(), new Typesetter.Style(fonts.bold(), 5.2, 0.8, 1), flow.width()));
        flow.gap(0.8);
        say(type, flow, Words.FIXED_TEXT, Words.TYPE_SHORT, fonts.regular(), 2.6, 2.5, 2);
        flow.gap(0.3);
        flow.centred(type.code(content.typedCode(), flow.width(), 3.2));
        flow.gap(1);
        flow.rule(0.25);
        flow.gap(1);
        content.lastDay().ifPresent(day -> {
            say(type, flow, Words.FIXED_TEXT, Words.withDate(Words.VALID_UNTIL, day), fonts.bold(), 2.9, 2.6, 2);
            flow.gap(0.5);
        });
        say(type, flow, Words.FIXED_TEXT, Words.ONE_VOTE, fonts.regular(), 2.7, 2.5, 2);
        flow.gap(0.6);
        flow.centred(type.set(
                Words.REFERENCE, content.reference(), new Typesetter.Style(fonts.regular(), 2.5, 1, 2), flow.width()));
        return flow;
    }

    private static void say(
            Typesetter type,
            Flow flow,
            LocalizedText what,
            LocalizedText text,
            PrintFont font,
            double first,
            double second,
            int maxLines) {
        type.say(flow, Flow.CENTRE, what, text, new Typesetter.Style(font, first, 0.65, maxLines), second);
    }
}
