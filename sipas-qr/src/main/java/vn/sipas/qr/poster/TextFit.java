package vn.sipas.qr.poster;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks text into lines without knowing the font: with generous estimates of letter widths, so that the text fits in
 * any common sans-serif font.
 */
final class TextFit {

    private static final double BOLD = 1.08;
    private static final double SHRINK = 0.95;

    private static final Pattern WORDS = Pattern.compile("\\s+");

    private final List<String> lines;
    private final double size;

    private TextFit(List<String> lines, double size) {
        this.lines = lines;
        this.size = size;
    }

    List<String> lines() {
        return lines;
    }

    double size() {
        return size;
    }

    /** The largest size up to {@code size} at which the text takes at most {@code maxLines} lines of {@code width}. */
    static TextFit of(String text, double width, double size, boolean bold, int maxLines) {
        double tried = size;
        while (true) {
            List<String> lines = wrap(text, width / (tried * (bold ? BOLD : 1)));
            if (lines.size() <= maxLines) {
                return new TextFit(lines, tried);
            }
            tried *= SHRINK;
        }
    }

    private static List<String> wrap(String text, double widthEm) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        for (String word : WORDS.split(text.strip(), -1)) {
            String rest = word;
            while (widthEm(rest) > widthEm && rest.length() > 1) {
                int fitting = fittingPrefix(rest, widthEm);
                if (line.length() > 0) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                lines.add(rest.substring(0, fitting));
                rest = rest.substring(fitting);
            }
            double needed = widthEm(rest) + (line.length() > 0 ? letterEm(' ') : 0);
            if (line.length() > 0 && used + needed > widthEm) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
                needed = widthEm(rest);
            }
            line.append(line.length() > 0 ? " " : "").append(rest);
            used += needed;
        }
        lines.add(line.toString());
        return lines;
    }

    private static int fittingPrefix(String word, double widthEm) {
        double used = 0;
        for (int i = 0; i < word.length(); i++) {
            used += letterEm(word.charAt(i));
            if (used > widthEm) {
                return Math.max(1, i);
            }
        }
        return word.length();
    }

    private static double widthEm(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += letterEm(text.charAt(i));
        }
        return width;
    }

    private static double letterEm(char letter) {
        if ("MWmw@%—".indexOf(letter) >= 0) {
            return 0.95;
        }
        if (" .,:;'!|iIjl·".indexOf(letter) >= 0) {
            return 0.34;
        }
        if (Character.isUpperCase(letter)) {
            return 0.74;
        }
        return "frt()-/".indexOf(letter) >= 0 ? 0.42 : 0.62;
    }
}
