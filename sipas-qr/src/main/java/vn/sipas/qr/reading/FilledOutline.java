package vn.sipas.qr.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import vn.sipas.qr.symbol.BitPicture;

/**
 * Closed lines filled by the even-odd rule: what a path of an SVG or PDF file looks like. Immutable.
 *
 * <p>A pixel is dark if its middle is inside an odd number of lines, as renderers without smoothing have it.
 */
public final class FilledOutline {

    private static final int MAX_POINTS = 1 << 20;

    private final List<double[]> lines;

    private FilledOutline(List<double[]> lines) {
        this.lines = lines;
    }

    /**
     * Makes an outline.
     *
     * @param lines the lines, each the coordinates x, y of its corners one after the other; the last is joined to the
     *     first; together at most 2²⁰ corners; copied
     * @return the outline
     */
    public static FilledOutline of(List<double[]> lines) {
        List<double[]> copies = new ArrayList<>(lines.size());
        long points = 0;
        for (double[] line : lines) {
            if (line.length % 2 != 0) {
                throw new IllegalArgumentException("lines must have pairs of numbers, one had " + line.length);
            }
            points += line.length / 2;
            copies.add(line.clone());
        }
        if (points > MAX_POINTS) {
            throw new IllegalArgumentException("lines must have at most " + MAX_POINTS + " corners, had " + points);
        }
        return new FilledOutline(copies);
    }

    /**
     * An upright rectangle, y growing downwards.
     *
     * @param left the left edge
     * @param top the top edge
     * @param right the right edge
     * @param bottom the bottom edge
     */
    public record Bounds(double left, double top, double right, double bottom) {

        /**
         * Returns the width.
         *
         * @return right less left
         */
        public double width() {
            return right - left;
        }

        /**
         * Returns the height.
         *
         * @return bottom less top
         */
        public double height() {
            return bottom - top;
        }
    }

    /**
     * Returns the smallest upright rectangle around all corners.
     *
     * @return the rectangle; all 0 without corners
     */
    public Bounds bounds() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (double[] line : lines) {
            for (int i = 0; i < line.length; i += 2) {
                left = Math.min(left, line[i]);
                top = Math.min(top, line[i + 1]);
                right = Math.max(right, line[i]);
                bottom = Math.max(bottom, line[i + 1]);
            }
        }
        return left > right ? new Bounds(0, 0, 0, 0) : new Bounds(left, top, right, bottom);
    }

    /**
     * Paints a part of the plane.
     *
     * @param left the left edge of the part
     * @param top its top edge
     * @param width its width, above 0
     * @param height its height, above 0
     * @param pixelsPerUnit the pixels of one unit, above 0
     * @return the picture, at least one pixel a side
     */
    public BitPicture picture(double left, double top, double width, double height, double pixelsPerUnit) {
        int columns = (int) Math.max(1, Math.round(width * pixelsPerUnit));
        int rows = (int) Math.max(1, Math.round(height * pixelsPerUnit));
        List<List<Double>> crossings = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            crossings.add(new ArrayList<>());
        }
        for (double[] line : lines) {
            for (int i = 0; i < line.length; i += 2) {
                int j = (i + 2) % line.length;
                cross(
                        crossings,
                        (line[i] - left) * pixelsPerUnit,
                        (line[i + 1] - top) * pixelsPerUnit,
                        (line[j] - left) * pixelsPerUnit,
                        (line[j + 1] - top) * pixelsPerUnit);
            }
        }
        BitSet dark = new BitSet(columns * rows);
        for (int row = 0; row < rows; row++) {
            double[] sorted =
                    crossings.get(row).stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            for (int i = 0; i + 1 < sorted.length; i += 2) {
                int from = (int) Math.max(0, Math.ceil(sorted[i] - 0.5));
                int to = (int) Math.min(columns, Math.ceil(sorted[i + 1] - 0.5));
                if (from < to) {
                    dark.set(row * columns + from, row * columns + to);
                }
            }
        }
        return BitPicture.of(columns, rows, dark);
    }

    /** Notes where a side crosses the middles of the rows; its lower end does not belong to it. */
    private static void cross(List<List<Double>> crossings, double x1, double y1, double x2, double y2) {
        double upper = Math.min(y1, y2);
        double lower = Math.max(y1, y2);
        int from = (int) Math.max(0, Math.ceil(upper - 0.5));
        int to = (int) Math.min(crossings.size(), Math.ceil(lower - 0.5));
        for (int row = from; row < to; row++) {
            double share = (row + 0.5 - y1) / (y2 - y1);
            crossings.get(row).add(x1 + share * (x2 - x1));
        }
    }
}
