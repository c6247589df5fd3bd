package vn.sipas.qr.print;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.qr.poster.PrintProblem;

/** Breaks texts into paragraphs and notes what cannot be set. Made for one layout. */
final class Typesetter {

    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t\\r\\n&&[^\\u00A0]]+");

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    /** A paragraph; an empty one, and a problem, where the text is too long or has characters without glyphs. */
    Paragraph set(
            LocalizedText what, String text, PrintFont font, double width, double size, double minSize, int maxLines) {
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
        Optional<Paragraph> fitting = Paragraph.fit(clean, font, width, size, minSize, maxLines);
        if (fitting.isEmpty()) {
            problems.add(Problem.of(
                    PrintProblem.TEXT_TOO_LONG,
                    place(what),
                    "what",
                    what.en(),
                    "whatVi",
                    what.vi(),
                    "characters",
                    clean.length(),
                    "lines",
                    maxLines));
            return new Paragraph(List.of(), font, size);
        }
        return fitting.get();
    }

    /** The code to type in groups, on as few lines as its smallest size allows. */
    Paragraph code(LocalizedText what, String code, PrintFont font, double width, double size, double minSize) {
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
            if (fitting >= minSize) {
                return new Paragraph(lines, font, fitting);
            }
        }
        problems.add(Problem.of(
                PrintProblem.TEXT_TOO_LONG,
                place(what),
                "what",
                what.en(),
                "whatVi",
                what.vi(),
                "characters",
                code.length(),
                "lines",
                groups.length));
        return new Paragraph(List.of(), font, size);
    }

    private static Place place(LocalizedText what) {
        return Place.path(what.en().replace(' ', '-'));
    }
}
