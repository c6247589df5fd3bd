package vn.sipas.core.estimate;

/**
 * What a calibration does to the linearised variable: the part that the calibration cells explain is taken out, because
 * the calibrated weights reproduce it without error.
 */
interface ResidualProjection {

    /**
     * Returns what is subtracted from the score of every row of a group.
     *
     * @param totals the calibrated totals
     * @param statistic the linearised statistic
     * @return one number per group
     */
    double[] shifts(SampleTotals totals, LinearStatistic statistic);

    /** Tells whether the calibration met its tolerance. */
    boolean converged();
}
