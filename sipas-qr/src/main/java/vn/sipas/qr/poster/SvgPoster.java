package vn.sipas.qr.poster;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.sipas.core.Language;
import vn.sipas.qr.symbol.QrSymbol;
import vn.sipas.qr.symbol.SvgRendering;

/**
 * Draws a poster as one self-contained SVG file, in millimetres, black on white.
 *
 * <p>Text is in Unicode normalisation form C and set in the first of some common fonts with full Vietnamese coverage that
 * the viewer has; long names wrap and shrink. The symbol is as large as the text leaves room for, at least 100 mm without
 * its quiet zone. The same content gives the same bytes.
 */
public final class SvgPoster {

    private static final String FONTS = "'Be Vietnam Pro','Noto Sans','DejaVu Sans','Segoe UI',Roboto,Arial,sans-serif";
    private static final int QUIET_ZONE = 4;
    private static final double MIN_SYMBOL = 100;
    private static final double MIN_TEXT_SCALE = 0.7;
    private static final double SHRINK = 0.96;
    private static final double LINE = 1.22;
    private static final double ASCENT = 0.95;

    private SvgPoster() {}

    /**
     * Draws a poster.
     *
     * @param content what it says
     * @param paper the paper
     * @return an SVG document
     * @throws IllegalArgumentException if the texts are so long that the symbol would be smaller than 100 mm
     */
    public static String draw(PosterContent content, PaperSize paper) {
        double textScale = 1;
        while (true) {
            Layout layout = new Layout(content, paper, textScale);
            if (layout.symbolSide() >= MIN_SYMBOL) {
                return layout.draw();
            }
            if (textScale < MIN_TEXT_SCALE) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "content must leave %.0f mm for the symbol on %s, left %.0f mm: shorten the names or take a"
                                + " smaller symbol",
                        MIN_SYMBOL,
                        paper,
                        layout.symbolSide()));
            }
            textScale *= SHRINK;
        }
    }

    /** One block of text that has been broken into lines. */
    private record Block(TextFit fit, boolean bold, boolean mono, double gapBefore) {

        double height() {
            return gapBefore + fit.lines().size() * fit.size() * LINE;
        }
    }

    private static final class Layout {

        private final PosterContent content;
        private final PaperSize paper;
        private final double margin;
        private final double textWidth;
        private final double textUnit;
        private final List<Block> above;
        private final List<Block> below;
        private final double room;
        private final double module;
        private final StringBuilder svg = new StringBuilder(16_384);

        Layout(PosterContent content, PaperSize paper, double textScale) {
            this.content = content;
            this.paper = paper;
            this.margin = paper.width() / 20.0;
            this.textWidth = paper.width() - 2 * margin;
            this.textUnit = paper.width() * textScale;
            this.above = above();
            this.below = below();
            this.room = paper.height() - 2 * margin - height(above) - height(below);
            double side = Math.min(room, paper.width() - margin);
            this.module = Math.floor(side / (content.symbol().size() + 2 * QUIET_ZONE) * 100) / 100;
        }

        /** The side of the symbol in millimetres, without the quiet zone. */
        double symbolSide() {
            return module * content.symbol().size();
        }

        String draw() {
            QrSymbol symbol = content.symbol();
            double side = module * (symbol.size() + 2 * QUIET_ZONE);
            open();
            double top = margin + height(above);
            texts(above, margin);
            double symbolTop = top + (room - side) / 2;
            svg.append("<g transform=\"translate(")
                    .append(number((paper.width() - side) / 2))
                    .append(' ')
                    .append(number(symbolTop))
                    .append(") scale(")
                    .append(number(module))
                    .append(")\"><path id=\"qr\" shape-rendering=\"crispEdges\" fill-rule=\"evenodd\" d=\"")
                    .append(SvgRendering.path(symbol, QUIET_ZONE, QUIET_ZONE))
                    .append("\"/></g>\n");
            texts(below, top + room);
            return svg.append("</svg>\n").toString();
        }

        private List<Block> above() {
            List<Block> blocks = new ArrayList<>();
            if (content.training()) {
                add(blocks, "MẪU TẬP HUẤN – KHÔNG TÍNH · TRAINING – NOT COUNTED", 0.035, true, 1, 0);
            }
            add(blocks, content.campaign().vi(), 0.036, false, 2, 0);
            addEnglish(blocks, content.campaign().vi(), content.campaign().en(), 0.024);
            add(blocks, content.unitName().vi(), 0.058, true, 3, 0.014);
            addEnglish(blocks, content.unitName().vi(), content.unitName().en(), 0.026);
            return blocks;
        }

        private List<Block> below() {
            List<Block> blocks = new ArrayList<>();
            add(blocks, "Quét mã bằng camera hoặc Zalo", 0.038, true, 1, 0);
            add(blocks, "Scan with your camera or Zalo", 0.024, false, 1, 0);
            add(blocks, "Từ kiểm tra · Check word: " + content.checkWord(), 0.038, true, 1, 0.012);
            add(
                    blocks,
                    "Chỉ trả lời khi trang mở ra có địa chỉ " + content.address() + " và hiện đúng từ kiểm tra.",
                    0.023,
                    false,
                    2,
                    0);
            add(
                    blocks,
                    "Answer only if the page is at " + content.address() + " and shows the check word.",
                    0.019,
                    false,
                    2,
                    0);
            add(blocks, "Không quét được? Nhập mã sau · Cannot scan? Type this code:", 0.021, false, 1, 0.01);
            typedCode(blocks);
            add(blocks, footer(Language.VI) + " · " + footer(Language.EN), 0.018, false, 2, 0.008);
            return blocks;
        }

        private void typedCode(List<Block> blocks) {
            String[] groups = content.typedCode().split("-");
            int perLine = groups.length <= 10 ? (groups.length + 1) / 2 : 8;
            for (int from = 0; from < groups.length; from += perLine) {
                int to = Math.min(groups.length, from + perLine);
                String line = String.join("-", List.of(groups).subList(from, to)) + (to < groups.length ? "-" : "");
                blocks.add(new Block(TextFit.of(line, textWidth, textUnit * 0.024, true, 1), true, true, 0));
            }
        }

        private String footer(Language language) {
            LocalDate day = content.issueDay();
            return language == Language.VI
                    ? String.format(
                            Locale.ROOT,
                            "Trả lời ẩn danh. Phát hành %02d/%02d/%d. %s",
                            day.getDayOfMonth(),
                            day.getMonthValue(),
                            day.getYear(),
                            content.reference())
                    : "Anonymous. Issued " + day + ".";
        }

        private void addEnglish(List<Block> blocks, String vi, String en, double share) {
            if (!en.equals(vi)) {
                add(blocks, en, share, false, 2, 0);
            }
        }

        /** Sizes and gaps are shares of the width of the paper. */
        private void add(List<Block> blocks, String text, double share, boolean bold, int maxLines, double gap) {
            String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
            TextFit fit = TextFit.of(composed, textWidth, textUnit * share, bold, maxLines);
            blocks.add(new Block(fit, bold, false, textUnit * gap));
        }

        private static double height(List<Block> blocks) {
            return blocks.stream().mapToDouble(Block::height).sum();
        }

        private void open() {
            svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                    .append(paper.width())
                    .append("mm\" height=\"")
                    .append(paper.height())
                    .append("mm\" viewBox=\"0 0 ")
                    .append(paper.width())
                    .append(' ')
                    .append(paper.height())
                    .append("\" font-family=\"")
                    .append(FONTS)
                    .append("\" text-anchor=\"middle\">\n<title>")
                    .append(escaped(content.unitName().vi()))
                    .append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        }

        private void texts(List<Block> blocks, double top) {
            double y = top;
            for (Block block : blocks) {
                y += block.gapBefore();
                for (String line : block.fit().lines()) {
                    svg.append("<text x=\"")
                            .append(number(paper.width() / 2.0))
                            .append("\" y=\"")
                            .append(number(y + block.fit().size() * ASCENT))
                            .append("\" font-size=\"")
                            .append(number(block.fit().size()))
                            .append(block.bold() ? "\" font-weight=\"700" : "")
                            .append(
                                    block.mono()
                                            ? "\" font-family=\"'DejaVu Sans Mono','Noto Sans Mono',monospace"
                                            : "")
                            .append("\">")
                            .append(escaped(line))
                            .append("</text>\n");
                    y += block.fit().size() * LINE;
                }
            }
        }

        private static String number(double value) {
            String text = String.format(Locale.ROOT, "%.2f", value);
            return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "\uFFFD");
        }
    }
}
