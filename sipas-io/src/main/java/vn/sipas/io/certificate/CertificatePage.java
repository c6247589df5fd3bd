package vn.sipas.io.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.sipas.core.Language;

/** Draws on one page A4 from top to bottom. */
final class CertificatePage {

    /** A line of a table: what it is about, and its value at the right edge. */
    record Line(String label, String value) {}

    private static final float MARGIN = 56;
    private static final float FRAME = 30;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.25f;
    private static final float[] INK = {0.10f, 0.13f, 0.18f};
    private static final float[] ACCENT = {0.12f, 0.31f, 0.47f};
    private static final float[] GOLD = {0.80f, 0.55f, 0.05f};

    private final PDPageContentStream stream;
    private final PDFont regular;
    private final PDFont bold;
    private final Map<Integer, Boolean> known = new HashMap<>();
    private float y = PDRectangle.A4.getHeight() - MARGIN;

    CertificatePage(PDDocument document, CertificateFonts fonts) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        regular = PDType0Font.load(document, new ByteArrayInputStream(fonts.regular()), true);
        bold = PDType0Font.load(document, new ByteArrayInputStream(fonts.bold()), true);
        stream = new PDPageContentStream(document, page);
        colour(ACCENT);
        stream.setLineWidth(1.6f);
        frame(FRAME);
        stream.setLineWidth(0.5f);
        frame(FRAME + 5);
    }

    private void frame(float inset) throws IOException {
        stream.addRect(inset, inset, PDRectangle.A4.getWidth() - 2 * inset, PDRectangle.A4.getHeight() - 2 * inset);
        stream.stroke();
    }

    private void colour(float[] rgb) throws IOException {
        stream.setStrokingColor(rgb[0], rgb[1], rgb[2]);
        stream.setNonStrokingColor(rgb[0], rgb[1], rgb[2]);
    }

    void space(float points) {
        y -= points;
    }

    /** A notice in a box. */
    void banner(String text) throws IOException {
        List<String> lines = wrapped(text, bold, 10, WIDTH - 16);
        float height = lines.size() * 10 * LEADING + 10;
        stream.setNonStrokingColor(1f, 0.95f, 0.82f);
        stream.addRect(MARGIN, y - height, WIDTH, height);
        stream.fill();
        y -= 5;
        centred(text, 10, true);
        y -= 8;
    }

    void centred(String text, float size, boolean strong) throws IOException {
        colour(strong && size > 14 ? ACCENT : INK);
        PDFont font = strong ? bold : regular;
        for (String line : wrapped(text, font, size, WIDTH - 16)) {
            y -= size * LEADING;
            show(line, font, size, (PDRectangle.A4.getWidth() - width(line, font, size)) / 2);
        }
    }

    /** As many stars as there can be, the first ones filled. */
    void stars(int filled, int most) throws IOException {
        float radius = 17;
        float step = 42;
        y -= 2 * radius + 6;
        float x = PDRectangle.A4.getWidth() / 2 - (most - 1) * step / 2;
        colour(GOLD);
        stream.setLineWidth(1.2f);
        for (int i = 0; i < most; i++) {
            for (int point = 0; point < 10; point++) {
                double angle = Math.PI / 2 + point * Math.PI / 5;
                double reach = point % 2 == 0 ? radius : radius * 0.40;
                float px = x + i * step + (float) (Math.cos(angle) * reach);
                float py = y + radius + (float) (Math.sin(angle) * reach);
                if (point == 0) {
                    stream.moveTo(px, py);
                } else {
                    stream.lineTo(px, py);
                }
            }
            stream.closePath();
            if (i < filled) {
                stream.fillAndStroke();
            } else {
                stream.stroke();
            }
        }
    }

    /** Criteria and conditions in the space that the foot leaves, at the largest size of print at which they fit. */
    void table(List<Line> criteria, List<Line> gates, List<String> foot, Language language) throws IOException {
        List<String> footLines = new ArrayList<>();
        for (String line : foot) {
            footLines.addAll(wrapped(line, regular, 9, WIDTH));
        }
        float floor = MARGIN + footLines.size() * 9 * LEADING + 14;
        float size = 11;
        while (size > 7 && height(criteria, gates, size) > y - floor) {
            size -= 0.5f;
        }
        boolean vi = language == Language.VI;
        int left = section(vi ? "Tiêu chí và điểm" : "Criteria and points", criteria, size, floor, language);
        if (left == 0) {
            section(vi ? "Điều kiện" : "Conditions", gates, size, floor, language);
        }
        y = floor - 6;
        colour(ACCENT);
        stream.setLineWidth(0.5f);
        stream.moveTo(MARGIN, y);
        stream.lineTo(MARGIN + WIDTH, y);
        stream.stroke();
        colour(INK);
        for (String line : footLines) {
            y -= 9 * LEADING;
            show(line, regular, 9, MARGIN);
        }
    }

    private float height(List<Line> criteria, List<Line> gates, float size) throws IOException {
        float height = 0;
        for (List<Line> lines : List.of(criteria, gates)) {
            height += lines.isEmpty() ? 0 : size * LEADING + 10;
            for (Line line : lines) {
                height += wrapped(line.label(), regular, size, labelWidth(line, size))
                                        .size()
                                * size
                                * LEADING
                        + 3;
            }
        }
        return height;
    }

    private float labelWidth(Line line, float size) throws IOException {
        return WIDTH - width(line.value(), bold, size) - 14;
    }

    /** Draws lines until the floor; returns how many were left out. */
    private int section(String heading, List<Line> lines, float size, float floor, Language language)
            throws IOException {
        if (lines.isEmpty()) {
            return 0;
        }
        y -= size * LEADING + 6;
        colour(ACCENT);
        show(heading, bold, size, MARGIN);
        y -= 4;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            List<String> label = wrapped(line.label(), regular, size, labelWidth(line, size));
            float needed = label.size() * size * LEADING + 3;
            float reserve = i + 1 < lines.size() ? size * LEADING : 0;
            if (y - needed - reserve < floor) {
                int left = lines.size() - i;
                y -= size * LEADING;
                show(
                        language == Language.VI ? "… và " + left + " mục nữa" : "… and " + left + " more",
                        regular,
                        size,
                        MARGIN);
                return left;
            }
            stream.setStrokingColor(0.82f, 0.85f, 0.89f);
            stream.setLineWidth(0.4f);
            stream.moveTo(MARGIN, y);
            stream.lineTo(MARGIN + WIDTH, y);
            stream.stroke();
            colour(INK);
            float first = y - size * LEADING;
            for (String part : label) {
                y -= size * LEADING;
                show(part, regular, size, MARGIN);
            }
            float below = y;
            y = first;
            show(printable(line.value()), bold, size, MARGIN + WIDTH - width(line.value(), bold, size));
            y = below - 3;
        }
        return 0;
    }

    private void show(String line, PDFont font, float size, float x) throws IOException {
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(x, y);
        stream.showText(line);
        stream.endText();
    }

    private float width(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(printable(text)) / 1000 * size;
    }

    private List<String> wrapped(String text, PDFont font, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split(" ", -1)) {
            String rest = word;
            if (!line.isEmpty() && width(line + " " + rest, font, size) <= width) {
                line.append(' ').append(rest);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest, font, size) > width && rest.codePointCount(0, rest.length()) > 1) {
                int fits = fitting(rest, font, size, width);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Returns how many characters of a word fit, at least one. */
    private int fitting(String word, PDFont font, float size, float width) throws IOException {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next), font, size) > width) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** The text with spaces for line ends and question marks for what a font lacks. */
    private String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> {
            if (Character.isISOControl(character) || Character.isSpaceChar(character)) {
                safe.append(' ');
            } else if (known.computeIfAbsent(character, this::isKnown)) {
                safe.appendCodePoint(character);
            } else {
                safe.append('?');
            }
        });
        return safe.toString();
    }

    private boolean isKnown(int character) {
        try {
            String text = Character.toString(character);
            regular.encode(text);
            bold.encode(text);
            return true;
        } catch (IOException | IllegalArgumentException missing) {
            return false;
        }
    }

    void finish() throws IOException {
        stream.close();
    }
}
