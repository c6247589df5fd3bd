package vn.sipas.qr.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text broken into lines of a known font and size. */
record Paragraph(List<String> lines, PrintFont font, double size) {

    private static final double SHRINK = 0.97;
    private static final double LEADING = 0.06;
    private static final int HALVINGS = 12;

    Paragraph {
        lines = List.copyOf(lines);
    }

    /** From one baseline to the next: marks of two lines never touch. */
    double lineHeight() {
        return size * (font.ascent() + font.descent() + LEADING);
    }

    double height() {
        return lines.size() * lineHeight();
    }

    double widest() {
        return lines.stream().mapToDouble(line -> size * font.width(line)).max().orElse(0);
    }

    /**
     * The largest size from {@code size} down to {@code minSize} at which the text takes at most {@code maxLines} lines of
     * {@code width}, with the lines as even as they can be; empty if there is none.
     */
    static Optional<Paragraph> fit(
            String text, PrintFont font, double width, double size, double minSize, int maxLines) {
        double tried = size;
        while (true) {
            List<String> lines = wrap(text, font, width / tried);
            if (lines.size() <= maxLines) {
                return Optional.of(new Paragraph(even(text, font, width / tried, lines), font, tried));
            }
            if (tried <= minSize) {
                return Optional.empty();
            }
            tried = Math.max(minSize, tried * SHRINK);
        }
    }

    /** The narrowest column that takes no more lines: a long line above a single word looks like a mistake. */
    private static List<String> even(String text, PrintFont font, double widthEm, List<String> greedy) {
        if (greedy.size() == 1) {
            return greedy;
        }
        double enough = widthEm;
        double tooNarrow = widthEm / 2;
        List<String> best = greedy;
        for (int i = 0; i < HALVINGS; i++) {
            double tried = (enough + tooNarrow) / 2;
            List<String> lines = wrap(text, font, tried);
            boolean wordsWhole = lines.stream().allMatch(line -> font.width(line) <= tried)
                    && String.join(" ", lines).equals(String.join(" ", greedy));
            if (lines.size() <= greedy.size() && wordsWhole) {
                best = lines;
                enough = tried;
            } else {
                tooNarrow = tried;
            }
        }
        return best;
    }

    private static List<String> wrap(String text, PrintFont font, double widthEm) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (font.width(longer) <= widthEm) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (font.width(line) > widthEm && line.length() > 1) {
                int fitting = fittingPrefix(line, font, widthEm);
                lines.add(line.substring(0, fitting));
                line = line.substring(fitting);
            }
        }
        lines.add(line);
        return lines;
    }

    /** Where a word that is wider than the column is broken: behind the last point, slash or hyphen that fits. */
    private static int fittingPrefix(String word, PrintFont font, double widthEm) {
        int fitting = 1;
        int behindMark = 0;
        while (fitting < word.length() && font.width(word.substring(0, fitting + 1)) <= widthEm) {
            fitting++;
            if ("./-_".indexOf(word.charAt(fitting - 1)) >= 0) {
                behindMark = fitting;
            }
        }
        return behindMark > 0 ? behindMark : fitting;
    }
}
