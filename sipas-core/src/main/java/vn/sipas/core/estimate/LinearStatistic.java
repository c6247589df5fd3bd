package vn.sipas.core.estimate;

/**
 * A statistic in linearised form: a row in the domain whose answer to the item is at level l contributes {@code w·scores[l]},
 * every other row nothing.
 */
final class LinearStatistic {

    private final int[] groups;
    private final int item;
    private final double[] scores;

    LinearStatistic(int[] groups, int item, double[] scores) {
        this.groups = groups;
        this.item = item;
        this.scores = scores;
    }

    /** The groups of the domain, ascending. */
    int[] groups() {
        return groups;
    }

    int item() {
        return item;
    }

    double[] scores() {
        return scores;
    }
}
