package vn.sipas.io.source;

/**
 * What became of the cells: {@code cells = used + blank + changed + coarsened + personal + unused + setAside}, always.
 *
 * <p>Every cell of every row below the headings is counted, those of rows that could not be read included; a row that could
 * not be split counts as one cell. A row shorter than the headings counts as many blank cells as it lacks. Rows that are
 * laid out anew, such as the answers of one submission gathered from a long table, count the cells of the new layout.
 *
 * @param used cells taken over as they were
 * @param blank empty cells
 * @param changed cells rewritten, or answers left out because they could not be used
 * @param coarsened times of which the day alone was taken
 * @param personal cells left out as personal data
 * @param unused cells of columns that are not used: the tool's own columns, and columns without a mapping
 * @param setAside cells of rows that were set aside, whether they could be split or not
 */
public record CellAccount(
        long used, long blank, long changed, long coarsened, long personal, long unused, long setAside) {

    public CellAccount {
        if (used < 0 || blank < 0 || changed < 0 || coarsened < 0 || personal < 0 || unused < 0 || setAside < 0) {
            throw new IllegalArgumentException("counts must be at least 0");
        }
    }

    /**
     * Returns how many cells there were.
     *
     * @return the sum
     */
    public long cells() {
        return used + blank + changed + coarsened + personal + unused + setAside;
    }

    /**
     * Returns the account in one line.
     *
     * @return the sum and its parts
     */
    @Override
    public String toString() {
        return cells() + " cells = " + used + " used + " + blank + " blank + " + changed + " changed + " + coarsened
                + " coarsened to the day + " + personal + " left out as personal + " + unused + " not used + "
                + setAside + " in rows set aside";
    }
}
