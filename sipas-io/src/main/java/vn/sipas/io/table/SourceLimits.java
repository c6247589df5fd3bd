package vn.sipas.io.table;

/**
 * What an untrusted input may cost. Beyond a limit a row is set aside or a file is refused, always with a problem that
 * names the limit.
 *
 * @param rowBytes the greatest size of a row or of one JSON document in bytes, in the closed interval [256, 64 MiB]
 * @param fieldBytes the greatest size of a cell in bytes, in the closed interval [16, rowBytes]
 * @param columns the greatest number of columns of a table, in the closed interval [1, 65536]
 * @param nesting the greatest depth of nested objects, arrays, elements and repeats, in the closed interval [1, 500]
 * @param entries the greatest number of entries of an archive such as a workbook, at least 1
 * @param inflatedBytes the greatest size of all entries of an archive together once inflated, at least 1
 * @param inflation the greatest ratio of inflated to stored size of an archive, at least 1
 * @param distinctValues the greatest number of different values of a column that are held in memory while a mapping is
 *     proposed, in the closed interval [2, 100000]
 * @param openSubmissions the greatest number of submissions that are gathered at the same time from a table that has one
 *     row a question, in the closed interval [1, 1000000]
 * @param repeats the greatest number of rows of one repeat that one submission may have; further rows are set aside, each
 *     with a problem that names it; in the closed interval [1, 10000]
 */
public record SourceLimits(
        int rowBytes,
        int fieldBytes,
        int columns,
        int nesting,
        int entries,
        long inflatedBytes,
        int inflation,
        int distinctValues,
        int openSubmissions,
        int repeats) {

    private static final int MEBIBYTE = 1 << 20;
    private static final SourceLimits STANDARD =
            new SourceLimits(4 * MEBIBYTE, MEBIBYTE, 8192, 32, 4096, 4096L * MEBIBYTE, 200, 512, 10_000, 100);

    public SourceLimits {
        within("rowBytes", rowBytes, 256, 64 * MEBIBYTE);
        within("fieldBytes", fieldBytes, 16, rowBytes);
        within("columns", columns, 1, 65_536);
        within("nesting", nesting, 1, 500);
        within("entries", entries, 1, Integer.MAX_VALUE);
        within("inflatedBytes", inflatedBytes, 1, Long.MAX_VALUE);
        within("inflation", inflation, 1, Integer.MAX_VALUE);
        within("distinctValues", distinctValues, 2, 100_000);
        within("openSubmissions", openSubmissions, 1, 1_000_000);
        within("repeats", repeats, 1, 10_000);
    }

    /**
     * Returns limits that real exports keep to: rows of 4 MiB, cells of 1 MiB, 8,192 columns, 32 levels, 4,096 entries
     * that inflate to at most 4 GiB and 200 times their size, 512 values a column, 10,000 open submissions, 100
     * rows of a repeat.
     *
     * @return the limits
     */
    public static SourceLimits standard() {
        return STANDARD;
    }

    /**
     * Returns these limits with other sizes of rows and cells.
     *
     * @param row the greatest size of a row in bytes
     * @param field the greatest size of a cell in bytes
     * @return the limits
     */
    public SourceLimits withRow(int row, int field) {
        return new SourceLimits(
                row,
                field,
                columns,
                nesting,
                entries,
                inflatedBytes,
                inflation,
                distinctValues,
                openSubmissions,
                repeats);
    }

    /**
     * Returns these limits with another greatest number of columns.
     *
     * @param most the greatest number of columns
     * @return the limits
     */
    public SourceLimits withColumns(int most) {
        return new SourceLimits(
                rowBytes,
                fieldBytes,
                most,
                nesting,
                entries,
                inflatedBytes,
                inflation,
                distinctValues,
                openSubmissions,
                repeats);
    }

    /**
     * Returns these limits with another greatest depth.
     *
     * @param depth the greatest depth
     * @return the limits
     */
    public SourceLimits withNesting(int depth) {
        return new SourceLimits(
                rowBytes,
                fieldBytes,
                columns,
                depth,
                entries,
                inflatedBytes,
                inflation,
                distinctValues,
                openSubmissions,
                repeats);
    }

    /**
     * Returns these limits with other limits on archives.
     *
     * @param most the greatest number of entries
     * @param bytes the greatest size of all entries together once inflated
     * @param ratio the greatest ratio of inflated to stored size
     * @return the limits
     */
    public SourceLimits withArchive(int most, long bytes, int ratio) {
        return new SourceLimits(
                rowBytes, fieldBytes, columns, nesting, most, bytes, ratio, distinctValues, openSubmissions, repeats);
    }

    /**
     * Returns these limits with another greatest number of submissions that are gathered at the same time.
     *
     * @param most the greatest number
     * @return the limits
     */
    public SourceLimits withOpenSubmissions(int most) {
        return new SourceLimits(
                rowBytes,
                fieldBytes,
                columns,
                nesting,
                entries,
                inflatedBytes,
                inflation,
                distinctValues,
                most,
                repeats);
    }

    /**
     * Returns these limits with another greatest number of rows of one repeat that one submission may have.
     *
     * @param most the greatest number
     * @return the limits
     */
    public SourceLimits withRepeats(int most) {
        return new SourceLimits(
                rowBytes,
                fieldBytes,
                columns,
                nesting,
                entries,
                inflatedBytes,
                inflation,
                distinctValues,
                openSubmissions,
                most);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + value);
        }
    }
}
