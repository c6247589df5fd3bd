package vn.sipas.qr.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemException;
import vn.sipas.qr.poster.LabelSheet;

/**
 * Two pages to print on plain paper: marks to measure with a ruler, and the outlines of all labels to hold against a sheet
 * of labels.
 */
final class CalibrationLayout {

    private static final double LINE = 0.2;
    private static final double TICK = 2;
    private static final double ARM = 4;

    private final PrintFonts fonts;
    private final LabelSheet sheet;
    private final PrintLanguage language;
    private final List<TextLine> texts = new ArrayList<>();
    private final List<Box> rules = new ArrayList<>();

    private CalibrationLayout(PrintFonts fonts, LabelSheet sheet, PrintLanguage language) {
        this.fonts = fonts;
        this.sheet = sheet;
        this.language = language;
    }

    static List<Page> pages(PrintFonts fonts, LabelSheet sheet, PrintLanguage language) {
        if (sheet.pageWidth() < LabelSheet.MARK + LabelSheet.MARK_DISTANCE + 10
                || sheet.pageHeight() < LabelSheet.MARK + LabelSheet.MARK_DISTANCE + 10) {
            throw new IllegalArgumentException("sheet must be at least 130 mm wide and high for the marks");
        }
        CalibrationLayout measures = new CalibrationLayout(fonts, sheet, language);
        measures.marks();
        CalibrationLayout outlines = new CalibrationLayout(fonts, sheet, language);
        outlines.outlines();
        return List.of(measures.page(), outlines.page());
    }

    private Page page() {
        return new Page(sheet.pageWidth(), sheet.pageHeight(), texts, List.of(), rules, LabelLayout.adjustment(sheet));
    }

    /** A mark 20 mm from both edges, one 100 mm to its right and one 100 mm below it, with scales between them. */
    private void marks() {
        double near = LabelSheet.MARK;
        double far = LabelSheet.MARK + LabelSheet.MARK_DISTANCE;
        cross(near, near, "A");
        cross(far, near, "B");
        cross(near, far, "C");
        for (int millimetre = 5; millimetre <= 95; millimetre++) {
            double length = millimetre % 10 == 0 ? 3 : millimetre % 5 == 0 ? 2.2 : 1.4;
            rules.add(new Box(near + millimetre - LINE / 2, near - length / 2, LINE, length));
            rules.add(new Box(near - length / 2, near + millimetre - LINE / 2, length, LINE));
        }
        Typesetter type = new Typesetter(fonts, language, 2);
        double left = near + 16;
        Flow flow = new Flow(sheet.pageWidth() - left - 12);
        for (LocalizedText step : STEPS) {
            type.say(
                    flow,
                    Flow.LEFT,
                    Words.FIXED_TEXT,
                    step,
                    new Typesetter.Style(step.equals(STEPS.get(0)) ? fonts.bold() : fonts.regular(), 3.9, 0.6, 8),
                    3.1);
            flow.gap(2.6);
        }
        if (!type.problems().isEmpty()) {
            throw new ProblemException(type.problems());
        }
        texts.addAll(flow.texts(left, near + 14));
    }

    private static final List<LocalizedText> STEPS = List.of(
            LocalizedText.of("Trang căn chỉnh máy in nhãn", "Calibration page for label sheets"),
            LocalizedText.of(
                    "1. In trang này ở tỉ lệ 100 %, không chọn “vừa khổ giấy”.",
                    "1. Print this page at 100 %, without “fit to page”."),
            LocalizedText.of(
                    "2. Đo từ mép trái tờ giấy đến A (đúng là 20 mm) và từ A đến B (đúng là 100 mm).",
                    "2. Measure from the left edge of the paper to A (20 mm if exact) and from A to B (100 mm if"
                            + " exact)."),
            LocalizedText.of(
                    "3. Đo từ mép trên tờ giấy đến A (đúng là 20 mm) và từ A đến C (đúng là 100 mm).",
                    "3. Measure from the top edge of the paper to A (20 mm if exact) and from A to C (100 mm if"
                            + " exact)."),
            LocalizedText.of(
                    "4. Nhập bốn số đo vào phần căn chỉnh, rồi in lại trang này để kiểm tra.",
                    "4. Enter the four numbers as the calibration and print this page again to check."),
            LocalizedText.of(
                    "5. Đặt trang sau chồng lên tờ nhãn và soi trước ánh sáng: góc khung phải trùng góc nhãn.",
                    "5. Hold the next page and a sheet of labels against the light: the corners must meet."));

    private void cross(double x, double y, String name) {
        rules.add(new Box(x - ARM, y - LINE / 2, 2 * ARM, LINE));
        rules.add(new Box(x - LINE / 2, y - ARM, LINE, 2 * ARM));
        texts.add(new TextLine(name, fonts.bold(), 4, x + 1.8, y - 1.4));
    }

    private void outlines() {
        for (int label = 0; label < sheet.labels(); label++) {
            double left = sheet.left(label);
            double top = sheet.top(label);
            double right = left + sheet.labelWidth();
            double bottom = top + sheet.labelHeight();
            for (double y : new double[] {top, bottom - LINE}) {
                rules.add(new Box(left, y, TICK, LINE));
                rules.add(new Box(right - TICK, y, TICK, LINE));
            }
            for (double x : new double[] {left, right - LINE}) {
                rules.add(new Box(x, top, LINE, TICK));
                rules.add(new Box(x, bottom - TICK, LINE, TICK));
            }
            String number = Integer.toString(label + 1);
            double size = Math.min(6, sheet.labelHeight() / 3);
            texts.add(new TextLine(
                    number,
                    fonts.regular(),
                    size,
                    (left + right - size * fonts.regular().width(number)) / 2,
                    (top + bottom + size * fonts.regular().capHeight()) / 2));
        }
        Typesetter type = new Typesetter(fonts, language, 1.5);
        String name = String.format(
                Locale.ROOT,
                "%d × %d, %.1f × %.1f mm",
                sheet.columns(),
                sheet.rows(),
                sheet.labelWidth(),
                sheet.labelHeight());
        Paragraph geometry = type.set(
                Words.FIXED_TEXT, name, new Typesetter.Style(fonts.regular(), 2.2, 0.7, 1), sheet.labelWidth() - 8);
        Flow flow = new Flow(sheet.labelWidth());
        flow.centred(geometry);
        texts.addAll(flow.texts(sheet.left(), sheet.top() + sheet.labelHeight() - flow.height() - 1));
    }
}
