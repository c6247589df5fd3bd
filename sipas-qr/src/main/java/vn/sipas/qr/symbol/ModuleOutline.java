package vn.sipas.qr.symbol;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The borders between dark and light modules as closed lines, for one filled path without seams between modules.
 *
 * <p>Each line runs with the dark modules on its right and changes direction at every corner. Filled by the even-odd
 * rule or the non-zero rule the lines give the symbol.
 */
public final class ModuleOutline {

    private ModuleOutline() {}

    /**
     * One closed line that starts horizontally and turns at every point.
     *
     * @param column the column of the first corner, in modules from the left edge of the symbol
     * @param row the row of the first corner, in modules from the top edge of the symbol
     * @param steps the signed lengths, alternately horizontal and vertical, in modules; together they return to the
     *     first corner
     */
    public record Line(int column, int row, List<Integer> steps) {

        public Line {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Traces a symbol.
     *
     * @param symbol the symbol
     * @return its lines, in the order of their topmost, leftmost corners
     */
    public static List<Line> of(QrSymbol symbol) {
        int size = symbol.size();
        BitSet visitedTops = new BitSet(size * size);
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                boolean topBorder = symbol.dark(column, row) && !symbol.dark(column, row - 1);
                if (topBorder && !visitedTops.get(row * size + column)) {
                    lines.add(trace(symbol, visitedTops, column, row));
                }
            }
        }
        return lines;
    }

    /** Follows one border from the left end of a top side, dark on the right of the direction of travel. */
    private static Line trace(QrSymbol symbol, BitSet visitedTops, int startColumn, int startRow) {
        int size = symbol.size();
        List<Integer> steps = new ArrayList<>();
        int x = startColumn;
        int y = startRow;
        int dx = 1;
        int dy = 0;
        int length = 0;
        do {
            if (dx == 1) {
                visitedTops.set(y * size + x);
            }
            x += dx;
            y += dy;
            length++;
            // The modules ahead of the corner, on the right and on the left of the direction of travel.
            boolean right = symbol.dark(x + (dx - dy - 1) / 2, y + (dx + dy - 1) / 2);
            boolean left = symbol.dark(x + (dx + dy - 1) / 2, y + (dy - dx - 1) / 2);
            if (!right || left) {
                int turn = right ? -1 : 1;
                steps.add(length * (dx + dy));
                length = 0;
                int nextX = -dy * turn;
                dy = dx * turn;
                dx = nextX;
            }
        } while (x != startColumn || y != startRow || dx != 1);
        return new Line(startColumn, startRow, steps);
    }
}
