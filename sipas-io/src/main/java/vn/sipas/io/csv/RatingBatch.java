package vn.sipas.io.csv;

/**
 * Some consecutive rows of a plain wide file: for each row one small number an item, and where it stands in the design.
 *
 * <p>Batches are delivered in the order of the file, one at a time. What a batch holds depends on the file alone, not on
 * the number of threads, so that sums taken in this order come out the same to the bit. A batch is not changed after
 * delivery.
 */
public final class RatingBatch {

    /** Stands for an answer that was left empty. */
    public static final int BLANK = -1;

    /** Stands for a question that was not asked. */
    public static final int NOT_ASKED = -2;

    /** Stands for "does not know". */
    public static final int DONT_KNOW = -3;

    /** Stands for a refused answer. */
    public static final int REFUSED = -4;

    /** Stands for an answer outside the scale, which was reported and left out. */
    public static final int UNUSABLE = -5;

    /** The group, stratum or primary sampling unit of a row when there is no such column or the field is empty. */
    public static final int NO_LABEL = -1;

    private final long sequence;
    private final int items;
    private final int rows;
    private final byte[] positions;
    private final RowLabels groups;
    private final RowLabels strata;
    private final RowLabels psus;
    private final double[] weights;
    private final double[] populations;

    RatingBatch(
            long sequence,
            int items,
            int rows,
            byte[] positions,
            RowLabels groups,
            RowLabels strata,
            RowLabels psus,
            double[] weights,
            double[] populations) {
        this.sequence = sequence;
        this.items = items;
        this.rows = rows;
        this.positions = positions;
        this.groups = groups;
        this.strata = strata;
        this.psus = psus;
        this.weights = weights;
        this.populations = populations;
    }

    /**
     * Returns the place of this batch in the file.
     *
     * @return 0 for the first batch, then larger numbers
     */
    public long sequence() {
        return sequence;
    }

    /**
     * Returns the number of items a row.
     *
     * @return at least 1
     */
    public int items() {
        return items;
    }

    /**
     * Returns the number of rows.
     *
     * @return at least 0
     */
    public int rows() {
        return rows;
    }

    /**
     * Returns an answer.
     *
     * @param row the row, in the half-open interval [0, {@link #rows()})
     * @param item the item, in the half-open interval [0, {@link #items()})
     * @return the position of the level in its scale, or one of the negative constants of this class
     */
    public int position(int row, int item) {
        return positions[row * items + item];
    }

    /**
     * Returns the group of a row.
     *
     * @param row the row
     * @return the number of its label in {@link #groups()}, or {@link #NO_LABEL}
     */
    public int group(int row) {
        return groups.number(row);
    }

    /**
     * Returns the stratum of a row.
     *
     * @param row the row
     * @return the number of its label in {@link #strata()}, or {@link #NO_LABEL}
     */
    public int stratum(int row) {
        return strata.number(row);
    }

    /**
     * Returns the primary sampling unit of a row. The same label in two strata names two units.
     *
     * @param row the row
     * @return the number of its label in {@link #psus()}, or {@link #NO_LABEL}
     */
    public int psu(int row) {
        return psus.number(row);
    }

    /**
     * Returns the design weight of a row.
     *
     * @param row the row
     * @return at least 0 and finite; 1 without a weight column; a row of weight 0 stays in the design and answers for nobody
     */
    public double weight(int row) {
        return weights.length == 0 ? 1.0 : weights[row];
    }

    /**
     * Tells whether there is a column of population sizes.
     *
     * @return whether {@link #population(int)} may be called
     */
    public boolean hasPopulation() {
        return populations.length > 0;
    }

    /**
     * Returns the population size of the stratum of a row.
     *
     * @param row the row
     * @return positive and finite
     * @throws IllegalStateException if there is no such column
     */
    public double population(int row) {
        if (populations.length == 0) {
            throw new IllegalStateException("no population column was selected");
        }
        return populations[row];
    }

    /**
     * Returns the labels of the groups seen so far.
     *
     * @return the labels
     */
    public LabelTable groups() {
        return groups.table();
    }

    /**
     * Returns the labels of the strata seen so far.
     *
     * @return the labels
     */
    public LabelTable strata() {
        return strata.table();
    }

    /**
     * Returns the labels of the primary sampling units seen so far.
     *
     * @return the labels
     */
    public LabelTable psus() {
        return psus.table();
    }
}
