package vn.sipas.qr.poster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sheet of labels, in millimetres from the top left of the upright page. Immutable.
 *
 * <p>A printer puts a mark that is meant for x at s · x + o. The calibration holds what has to be drawn instead:
 * scale · x + offset with scale = 1 / s and offset = −o / s, so that the mark lands on x.
 *
 * @param pageWidth the width of the page, in [20, 500]
 * @param pageHeight the height of the page, in [20, 500]
 * @param columns the labels side by side, 1 to 50
 * @param rows the labels one below the other, 1 to 100
 * @param labelWidth the width of a label, at least 10
 * @param labelHeight the height of a label, at least 10
 * @param left the left edge of the first label
 * @param top the top edge of the first label
 * @param pitchX from the left edge of a label to that of the next, at least its width
 * @param pitchY from the top edge of a label to that of the next, at least its height
 * @param offsetX the horizontal shift of everything drawn, in [−20, 20]
 * @param offsetY the vertical shift of everything drawn, in [−20, 20]
 * @param scaleX the horizontal stretch of everything drawn, in [0.97, 1.03]
 * @param scaleY the vertical stretch of everything drawn, in [0.97, 1.03]
 */
public record LabelSheet(
        double pageWidth,
        double pageHeight,
        int columns,
        int rows,
        double labelWidth,
        double labelHeight,
        double left,
        double top,
        double pitchX,
        double pitchY,
        double offsetX,
        double offsetY,
        double scaleX,
        double scaleY) {

    /** Where the calibration page has its first mark, from the left and from the top edge of the paper. */
    public static final double MARK = 20;

    /** How far the calibration page has its second mark from its first. */
    public static final double MARK_DISTANCE = 100;

    private static final double ROUNDING = 1e-6;
    private static final Map<String, LabelSheet> PRESETS = makePresets();

    public LabelSheet {
        requireWithin("pageWidth", pageWidth, 20, 500);
        requireWithin("pageHeight", pageHeight, 20, 500);
        requireWithin("columns", columns, 1, 50);
        requireWithin("rows", rows, 1, 100);
        requireWithin("labelWidth", labelWidth, 10, pageWidth);
        requireWithin("labelHeight", labelHeight, 10, pageHeight);
        requireWithin("pitchX", pitchX, labelWidth, pageWidth);
        requireWithin("pitchY", pitchY, labelHeight, pageHeight);
        requireWithin("left", left, 0, pageWidth - labelWidth - (columns - 1) * pitchX);
        requireWithin("top", top, 0, pageHeight - labelHeight - (rows - 1) * pitchY);
        requireWithin("offsetX", offsetX, -20, 20);
        requireWithin("offsetY", offsetY, -20, 20);
        requireWithin("scaleX", scaleX, 0.97, 1.03);
        requireWithin("scaleY", scaleY, 0.97, 1.03);
    }

    /**
     * Describes a sheet whose printer is exact.
     *
     * @param paper the page
     * @param columns the labels side by side
     * @param rows the labels one below the other
     * @param labelWidth the width of a label
     * @param labelHeight the height of a label
     * @param left the left edge of the first label
     * @param top the top edge of the first label
     * @param pitchX from the left edge of a label to that of the next
     * @param pitchY from the top edge of a label to that of the next
     * @return the sheet
     */
    public static LabelSheet of(
            PaperSize paper,
            int columns,
            int rows,
            double labelWidth,
            double labelHeight,
            double left,
            double top,
            double pitchX,
            double pitchY) {
        return new LabelSheet(
                paper.width(),
                paper.height(),
                columns,
                rows,
                labelWidth,
                labelHeight,
                left,
                top,
                pitchX,
                pitchY,
                0,
                0,
                1,
                1);
    }

    /**
     * What somebody measured with a ruler on the calibration page, along one edge of the paper.
     *
     * @param edgeToMark from the edge to the first mark; {@value LabelSheet#MARK} mm if the printer is exact
     * @param markToMark from the first mark to the second; {@value LabelSheet#MARK_DISTANCE} mm if the printer is exact
     */
    public record Measured(double edgeToMark, double markToMark) {

        public Measured {
            requireWithin("edgeToMark", edgeToMark, 0, 2 * MARK);
            requireWithin("markToMark", markToMark, 0.97 * MARK_DISTANCE, 1.03 * MARK_DISTANCE);
        }

        private double scale() {
            return MARK_DISTANCE / markToMark;
        }

        private double offset() {
            return MARK - edgeToMark * scale();
        }
    }

    /**
     * Returns this sheet for a printer that was measured.
     *
     * @param horizontal what was measured from the left edge
     * @param vertical what was measured from the top edge
     * @return the sheet; what is drawn by it lands where this sheet says
     */
    public LabelSheet calibrated(Measured horizontal, Measured vertical) {
        return new LabelSheet(
                pageWidth,
                pageHeight,
                columns,
                rows,
                labelWidth,
                labelHeight,
                left,
                top,
                pitchX,
                pitchY,
                horizontal.offset(),
                vertical.offset(),
                horizontal.scale(),
                vertical.scale());
    }

    /**
     * Returns common sheets, named by paper, columns × rows and the size of a label.
     *
     * @return the sheets by name, such as {@code a4-3x7-63.5x38.1}
     */
    public static Map<String, LabelSheet> presets() {
        return PRESETS;
    }

    /**
     * Returns the number of labels.
     *
     * @return columns × rows
     */
    public int labels() {
        return columns * rows;
    }

    /**
     * Returns where a label begins.
     *
     * @param label its number, row by row from the top left, counted from 0
     * @return its left edge in millimetres from that of the page
     */
    public double left(int label) {
        int column = label % columns;
        return left + column * pitchX;
    }

    /**
     * Returns where a label begins.
     *
     * @param label its number, row by row from the top left, counted from 0
     * @return its top edge in millimetres from that of the page
     */
    public double top(int label) {
        int row = label / columns;
        return top + row * pitchY;
    }

    private static Map<String, LabelSheet> makePresets() {
        Map<String, LabelSheet> presets = new LinkedHashMap<>();
        presets.put("a4-3x8-70x37", of(PaperSize.A4, 3, 8, 70, 37, 0, 0.5, 70, 37));
        presets.put("a4-3x7-63.5x38.1", of(PaperSize.A4, 3, 7, 63.5, 38.1, 7.2, 15.15, 66.04, 38.1));
        presets.put("a4-3x8-63.5x33.9", of(PaperSize.A4, 3, 8, 63.5, 33.9, 7.2, 12.9, 66.04, 33.9));
        presets.put("a4-2x7-99.1x38.1", of(PaperSize.A4, 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1));
        presets.put("a4-2x4-99.1x67.7", of(PaperSize.A4, 2, 4, 99.1, 67.7, 4.65, 13.1, 101.6, 67.7));
        presets.put("a4-2x4-105x74", of(PaperSize.A4, 2, 4, 105, 74, 0, 0.5, 105, 74));
        return Collections.unmodifiableMap(presets);
    }

    private static void requireWithin(String name, double value, double least, double most) {
        if (!(value >= least - ROUNDING && value <= most + ROUNDING)) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + value);
        }
    }
}
