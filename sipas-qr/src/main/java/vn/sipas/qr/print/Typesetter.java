package vn.sipas.qr.print;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.qr.poster.PrintProblem;

/** Breaks texts into paragraphs and notes what cannot be set. Made for one attempt of one layout. */
final class Typesetter {

    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t\\r\\n&&[^\\u00A0]]+");

    private final PrintFonts fonts;
    private final List<Language> languages;
    private final double minSize;
    private final List<Problem> problems = new ArrayList<>();

    /** The smallest size is in millimetres and holds for every text. */
    Typesetter(PrintFonts fonts, PrintLanguage language, double minSize) {
        this.fonts = fonts;
        this.languages = language.languages();
        this.minSize = minSize;
    }

    List<Problem> problems() {
        return problems;
    }

    /** How a text begins: it shrinks to {@code shrink} times its size before it is too long. */
    record Style(PrintFont font, double size, double shrink, int maxLines) {}

    /** The text in each language, the second in {@code second} and only if it says something else. */
    void say(Flow flow, double align, LocalizedText what, LocalizedText text, Style first, double second) {
        String said = text.in(languages.get(0));
        flow.aligned(set(what, said, first, flow.width()), align);
        for (Language language : languages.subList(1, languages.size())) {
            if (!text.in(language).equals(said)) {
                Style smaller = new Style(fonts.regular(), second, 0.7, first.maxLines());
                flow.gap(second * 0.15);
                flow.aligned(set(what, text.in(language), smaller, flow.width()), align);
            }
        }
    }

    /** The text in all languages on one line. */
    String joined(LocalizedText text) {
        return languages.stream().map(text::in).distinct().collect(Collectors.joining(" · "));
    }

    /** A word and a day in all languages on one line. */
    String joined(LocalizedText word, LocalDate day) {
        return joined(Words.withDate(word, day));
    }

    PrintFonts fonts() {
        return fonts;
    }

    /** A paragraph; an empty one, and a problem, where the text is too long or has characters without glyphs. */
    Paragraph set(LocalizedText what, String text, Style style, double width) {
        PrintFont font = style.font();
        double size = Math.max(minSize, style.size());
        String clean = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        OptionalInt missing = font.firstMissing(clean);
        if (missing.isPresent()) {
            problems.add(Problem.of(
                    PrintProblem.MISSING_GLYPH,
                    place(what),
                    "codePoint",
                    String.format(Locale.ROOT, "U+%04X", missing.getAsInt()),
                    "font",
                    font.name()));
            return new Paragraph(List.of(), font, size);
        }
        Optional<Paragraph> fitting =
                Paragraph.fit(clean, font, width, size, Math.max(minSize, size * style.shrink()), style.maxLines());
        if (fitting.isEmpty()) {
            tooLong(what, clean, style.maxLines());
            return new Paragraph(List.of(), font, size);
        }
        return fitting.get();
    }

    /** The code to type in groups, on as few lines as its smallest size allows. */
    Paragraph code(String code, double width, double wanted) {
        PrintFont font = fonts.code();
        double size = Math.max(minSize, wanted);
        String[] groups = code.split("-", -1);
        for (int lineCount = 1; lineCount <= groups.length; lineCount++) {
            List<String> lines = new ArrayList<>();
            int perLine = (groups.length + lineCount - 1) / lineCount;
            for (int from = 0; from < groups.length; from += perLine) {
                int to = Math.min(groups.length, from + perLine);
                lines.add(String.join("-", List.of(groups).subList(from, to)) + (to < groups.length ? "-" : ""));
            }
            double widest = lines.stream().mapToDouble(font::width).max().orElseThrow();
            double fitting = Math.min(size, width / widest);
            if (fitting >= Math.max(minSize, size * 0.6)) {
                return new Paragraph(lines, font, fitting);
            }
        }
        tooLong(Words.TYPED_CODE, code, groups.length);
        return new Paragraph(List.of(), font, size);
    }

    private void tooLong(LocalizedText what, String text, int lines) {
        problems.add(Problem.of(
                PrintProblem.TEXT_TOO_LONG,
                place(what),
                "what",
                what.en(),
                "whatVi",
                what.vi(),
                "characters",
                text.length(),
                "lines",
                lines));
    }

    private static Place place(LocalizedText what) {
        return Place.path(what.en().replace(' ', '-'));
    }
}
