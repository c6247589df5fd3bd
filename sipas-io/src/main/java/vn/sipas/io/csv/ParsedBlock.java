package vn.sipas.io.csv;

import java.util.Arrays;

/** What one thread found in one block: rows whose lines and labels are still numbered from the start of the block. */
final class ParsedBlock {

    final CsvBlock block;
    final int items;
    final LocalLabels groups;
    final LocalLabels strata;
    final LocalLabels psus;

    /** How many rows have room at first, at most. */
    private static final int MOST_EXPECTED_ROWS = 16_384;

    int rows;
    byte[] positions;
    int[] rowLines;
    boolean[] rowChanged;
    double[] weights;
    double[] populations;
    int[] idStarts;
    int[] idEnds;

    int lines;
    long read;

    int problems;
    private Enum<?>[] problemKinds = new Enum<?>[8];
    private int[] problemLines = new int[8];
    private int[] problemColumns = new int[8];
    private int[] problemDetails = new int[8];

    ParsedBlock(CsvBlock block, SelectedColumns columns) {
        this.block = block;
        items = columns.items.length;
        int room = expectedRows(block);
        positions = new byte[room * items];
        rowLines = new int[room];
        rowChanged = new boolean[room];
        groups = new LocalLabels(block.bytes(), columns.group >= 0);
        strata = new LocalLabels(block.bytes(), columns.stratum >= 0);
        psus = new LocalLabels(block.bytes(), columns.psu >= 0);
        weights = new double[columns.weight >= 0 ? room : 0];
        populations = new double[columns.population >= 0 ? room : 0];
        idStarts = new int[columns.id >= 0 ? room : 0];
        idEnds = new int[idStarts.length];
    }

    /** What comes of it if all lines are about as long as the first one. */
    private static int expectedRows(CsvBlock block) {
        int line = block.from();
        while (line < block.limit() && block.bytes()[line] != '\n') {
            line++;
        }
        int length = line + 1 - block.from();
        return Math.min(MOST_EXPECTED_ROWS, 64 + (int) (1.05 * (block.limit() - block.from()) / length));
    }

    void ensureRoomForRow() {
        if (rows == rowLines.length) {
            int room = 2 * rows;
            positions = Arrays.copyOf(positions, room * items);
            rowLines = Arrays.copyOf(rowLines, room);
            rowChanged = Arrays.copyOf(rowChanged, room);
            weights = weights.length == 0 ? weights : Arrays.copyOf(weights, room);
            populations = populations.length == 0 ? populations : Arrays.copyOf(populations, room);
            idStarts = idStarts.length == 0 ? idStarts : Arrays.copyOf(idStarts, room);
            idEnds = idEnds.length == 0 ? idEnds : Arrays.copyOf(idEnds, room);
        }
    }

    void problem(Enum<?> kind, int line, int column, int detail) {
        if (problems == problemKinds.length) {
            problemKinds = Arrays.copyOf(problemKinds, 2 * problems);
            problemLines = Arrays.copyOf(problemLines, 2 * problems);
            problemColumns = Arrays.copyOf(problemColumns, 2 * problems);
            problemDetails = Arrays.copyOf(problemDetails, 2 * problems);
        }
        problemKinds[problems] = kind;
        problemLines[problems] = line;
        problemColumns[problems] = column;
        problemDetails[problems++] = detail;
    }

    Enum<?> problemKind(int index) {
        return problemKinds[index];
    }

    int problemLine(int index) {
        return problemLines[index];
    }

    int problemColumn(int index) {
        return problemColumns[index];
    }

    /** The item of an answer, or the number of fields of a row. */
    int problemDetail(int index) {
        return problemDetails[index];
    }
}
