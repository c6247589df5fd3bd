package vn.sipas.io.csv;

import java.util.Arrays;

/** What one thread found in one block: rows whose lines and labels are still numbered from the start of the block. */
final class ParsedBlock {

    final CsvBlock block;
    final int items;
    final LocalLabels groups;
    final LocalLabels strata;
    final LocalLabels psus;

    int rows;
    byte[] positions;
    int[] rowLines = new int[1024];
    boolean[] rowChanged = new boolean[1024];
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
        positions = new byte[1024 * items];
        groups = new LocalLabels(block.bytes(), columns.group >= 0);
        strata = new LocalLabels(block.bytes(), columns.stratum >= 0);
        psus = new LocalLabels(block.bytes(), columns.psu >= 0);
        weights = new double[columns.weight >= 0 ? 1024 : 0];
        populations = new double[columns.population >= 0 ? 1024 : 0];
        idStarts = new int[columns.id >= 0 ? 1024 : 0];
        idEnds = new int[idStarts.length];
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
