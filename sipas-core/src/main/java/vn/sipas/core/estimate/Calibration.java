package vn.sipas.core.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * Weights brought into agreement with known population counts: post-stratification and raking.
 *
 * <p>It works on the groups of a tally, so the calibration cells must be readable from the group keys: count with keys
 * such as {@code unit|age band|sex} and give functions from key to cell. Every group gets one factor. Variances of the
 * {@link #totals()} are those of the residuals that the cells do not explain, as R {@code survey} computes them after
 * {@code postStratify} and {@code rake}.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Calibration {

    /** Raking takes out margins this often, as R does; each round leaves a fraction of the last. */
    private static final int RESIDUAL_ROUNDS = 10;

    private static final double SAME_TOTAL = 1e-9;

    private final SampleTotals totals;
    private final SortedMap<String, Double> factors;
    private final Report report;

    private Calibration(SampleTotals totals, SortedMap<String, Double> factors, Report report) {
        this.totals = totals;
        this.factors = factors;
        this.report = report;
    }

    /**
     * A known distribution of the population over categories.
     *
     * @param name the name of the margin
     * @param categoryOf finds the category of a group key
     * @param population the number of members of the population per category, each positive
     */
    public record Margin(String name, Function<String, String> categoryOf, Map<String, Double> population) {

        public Margin {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(categoryOf, "categoryOf");
            population = Collections.unmodifiableMap(new LinkedHashMap<>(population));
            if (population.isEmpty()) {
                throw new IllegalArgumentException("population must not be empty");
            }
            population.forEach((category, size) -> {
                if (!(size > 0.0) || Double.isInfinite(size)) {
                    throw new IllegalArgumentException(
                            "population must be positive and finite, was " + size + " for \"" + category + "\"");
                }
            });
        }

        double total() {
            return population.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * When raking stops, and how far factors may go.
     *
     * @param tolerance the largest relative difference |reached − known| ÷ known that is left, in the open interval (0, 1)
     * @param maximumRounds the most rounds over all margins, at least 1
     * @param smallestFactor the least factor allowed, in the half-open interval [0, ∞)
     * @param largestFactor the greatest factor allowed, in the half-open interval (smallestFactor, ∞]
     */
    public record RakingOptions(double tolerance, int maximumRounds, double smallestFactor, double largestFactor) {

        public RakingOptions {
            if (!(tolerance > 0.0 && tolerance < 1.0)) {
                throw new IllegalArgumentException("tolerance must be in (0, 1), was " + tolerance);
            }
            if (maximumRounds < 1) {
                throw new IllegalArgumentException("maximumRounds must be at least 1, was " + maximumRounds);
            }
            if (!(smallestFactor >= 0.0 && !Double.isInfinite(smallestFactor))) {
                throw new IllegalArgumentException("smallestFactor must be in [0, ∞), was " + smallestFactor);
            }
            if (!(largestFactor > smallestFactor)) {
                throw new IllegalArgumentException("largestFactor must exceed smallestFactor, was " + largestFactor);
            }
        }

        /**
         * Returns a tolerance of 1e-10, at most 1000 rounds, and no bounds.
         *
         * @return the options
         */
        public static RakingOptions defaults() {
            return new RakingOptions(1e-10, 1000, 0.0, Double.POSITIVE_INFINITY);
        }

        /**
         * Returns these options with bounds on the factors.
         *
         * @param smallest the least factor allowed
         * @param largest the greatest factor allowed
         * @return the options
         */
        public RakingOptions withBounds(double smallest, double largest) {
            return new RakingOptions(tolerance, maximumRounds, smallest, largest);
        }
    }

    /**
     * How a calibration went.
     *
     * @param converged whether the tolerance was met
     * @param rounds the number of rounds over all margins
     * @param largestDiscrepancy the largest relative difference |reached − known| ÷ known that is left
     * @param smallestFactor the least factor
     * @param largestFactor the greatest factor
     * @param groupsAtBound the number of groups whose factor lies at a bound
     */
    public record Report(
            boolean converged,
            int rounds,
            double largestDiscrepancy,
            double smallestFactor,
            double largestFactor,
            int groupsAtBound) {}

    /**
     * Post-stratifies: every cell gets the factor N_c ÷ Σw.
     *
     * @param totals what was counted, or a replicate of it; not yet calibrated
     * @param cells the cells and their population
     * @return the calibration, or the cells that are empty in sample or population
     */
    public static Checked<Calibration> postStratify(SampleTotals totals, Margin cells) {
        return rake(totals, List.of(cells), RakingOptions.defaults());
    }

    /**
     * Rakes (iterative proportional fitting, Deming and Stephan 1940): brings one margin after the other into agreement,
     * until all agree.
     *
     * @param totals what was counted, or a replicate of it; not yet calibrated
     * @param margins the margins, at least one, with the same total
     * @param options when it stops
     * @return the calibration, also if it did not converge (see {@link #report()}), or why there can be none: cells empty
     *     in sample or population, margins with different totals
     */
    public static Checked<Calibration> rake(SampleTotals totals, List<Margin> margins, RakingOptions options) {
        if (margins.isEmpty()) {
            throw new IllegalArgumentException("margins must not be empty");
        }
        if (totals.reweighting().projection().isPresent()) {
            throw new IllegalArgumentException("totals must not be calibrated already");
        }
        if (!totals.problems().isEmpty()) {
            return Checked.refused(totals.problems());
        }
        double[] weights = groupWeights(totals);
        List<int[]> categories = new ArrayList<>();
        List<double[]> targets = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Margin margin : margins) {
            if (Math.abs(margin.total() / margins.get(0).total() - 1.0) > SAME_TOTAL) {
                problems.add(Problem.of(
                        EstimateProblem.MARGINS_DISAGREE,
                        Place.nowhere(),
                        "first",
                        margins.get(0).total(),
                        "second",
                        margin.total()));
            }
            categories.add(categories(totals, weights, margin, problems));
            targets.add(margin.population().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
        }
        return problems.isEmpty()
                ? Checked.of(fit(totals, weights, categories, targets, options))
                : Checked.refused(problems);
    }

    private static double[] groupWeights(SampleTotals totals) {
        double[] weights = new double[totals.groups().size()];
        for (int i = 0; i < weights.length; i++) {
            int[] positions = totals.cellPositions(i);
            for (int j = 0; j < positions.length; j++) {
                weights[i] += totals.cell(i, j).rowWeight() * totals.factor(i, positions[j]);
            }
        }
        return weights;
    }

    private static int[] categories(SampleTotals totals, double[] weights, Margin margin, List<Problem> problems) {
        List<String> names = new ArrayList<>(margin.population().keySet());
        boolean[] seen = new boolean[names.size()];
        int[] categories = new int[weights.length];
        for (int i = 0; i < categories.length; i++) {
            String name = margin.categoryOf().apply(totals.groups().get(i));
            categories[i] = names.indexOf(name);
            if (categories[i] >= 0) {
                seen[categories[i]] |= weights[i] > 0.0;
            } else if (weights[i] > 0.0) {
                problems.add(emptyCell(margin, name, "sample", "population"));
            }
        }
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i]) {
                problems.add(emptyCell(margin, names.get(i), "population", "sample"));
            }
        }
        return categories;
    }

    private static Problem emptyCell(Margin margin, String category, String present, String absent) {
        return Problem.of(
                EstimateProblem.EMPTY_CELL,
                Place.nowhere(),
                "cell",
                margin.name() + "=" + category,
                "present",
                present,
                "absent",
                absent);
    }

    private static Calibration fit(
            SampleTotals totals,
            double[] weights,
            List<int[]> categories,
            List<double[]> targets,
            RakingOptions options) {
        double[] factors = new double[weights.length];
        Arrays.fill(factors, 1.0);
        List<double[]> afterMargin = new ArrayList<>();
        double discrepancy = Double.POSITIVE_INFINITY;
        int rounds = 0;
        while (discrepancy > options.tolerance() && rounds < options.maximumRounds()) {
            afterMargin.clear();
            for (int m = 0; m < categories.size(); m++) {
                double[] reached = sums(weights, factors, categories.get(m), targets.get(m).length);
                for (int i = 0; i < factors.length; i++) {
                    int category = categories.get(m)[i];
                    factors[i] *= category < 0 ? 1.0 : targets.get(m)[category] / reached[category];
                }
                afterMargin.add(factors.clone());
            }
            for (int i = 0; i < factors.length; i++) {
                factors[i] = Math.min(options.largestFactor(), Math.max(options.smallestFactor(), factors[i]));
            }
            discrepancy = discrepancy(weights, factors, categories, targets);
            rounds++;
        }
        SortedMap<String, Double> byGroup = new TreeMap<>();
        int atBound = 0;
        for (int i = 0; i < factors.length; i++) {
            byGroup.put(totals.groups().get(i), factors[i]);
            atBound += factors[i] == options.largestFactor() || factors[i] == options.smallestFactor() ? 1 : 0;
        }
        Report report = new Report(
                discrepancy <= options.tolerance(),
                rounds,
                discrepancy,
                Arrays.stream(factors).min().orElse(1.0),
                Arrays.stream(factors).max().orElse(1.0),
                atBound);
        ResidualProjection projection = categories.size() == 1
                ? new PostStrata(categories.get(0), targets.get(0).length, report.converged())
                : new Margins(categories, targets, afterMargin, factors.clone(), report.converged());
        return new Calibration(
                totals.reweighted(totals.reweighting().withGroupFactors(factors, projection)),
                Collections.unmodifiableSortedMap(byGroup),
                report);
    }

    private static double[] sums(double[] weights, double[] factors, int[] categories, int size) {
        double[] sums = new double[size];
        for (int i = 0; i < weights.length; i++) {
            if (categories[i] >= 0) {
                sums[categories[i]] += weights[i] * factors[i];
            }
        }
        return sums;
    }

    private static double discrepancy(
            double[] weights, double[] factors, List<int[]> categories, List<double[]> targets) {
        double largest = 0.0;
        for (int m = 0; m < categories.size(); m++) {
            double[] reached = sums(weights, factors, categories.get(m), targets.get(m).length);
            for (int i = 0; i < reached.length; i++) {
                largest = Math.max(largest, Math.abs(reached[i] - targets.get(m)[i]) / targets.get(m)[i]);
            }
        }
        return largest;
    }

    /**
     * Returns what was counted, with the calibrated weights.
     *
     * @return the totals; estimates from them carry {@link EstimateFlag#NOT_CALIBRATED} if it did not converge
     */
    public SampleTotals totals() {
        return totals;
    }

    /**
     * Returns the factors, for a second pass over the rows or for publication.
     *
     * @return the factor of every group, by its key
     */
    public SortedMap<String, Double> factors() {
        return factors;
    }

    /**
     * Returns how it went.
     *
     * @return the report
     */
    public Report report() {
        return report;
    }

    /** Takes out the weighted mean of each cell: {@code e_i = u_i − Σ_c w·u ÷ Σ_c w} with the weights before. */
    private static final class PostStrata implements ResidualProjection {

        private final int[] cells;
        private final int size;
        private final boolean converged;

        PostStrata(int[] cells, int size, boolean converged) {
            this.cells = cells;
            this.size = size;
            this.converged = converged;
        }

        @Override
        public boolean converged() {
            return converged;
        }

        @Override
        public double[] shifts(SampleTotals totals, LinearStatistic statistic) {
            double[] sums = new double[size];
            double[] weights = new double[size];
            ItemLayout layout = totals.layout();
            for (int group = 0; group < cells.length; group++) {
                if (cells[group] < 0) {
                    continue;
                }
                boolean inDomain = Arrays.binarySearch(statistic.groups(), group) >= 0;
                int[] positions = totals.cellPositions(group);
                for (int j = 0; j < positions.length; j++) {
                    double factor = totals.sampleFactor(positions[j]);
                    Cell cell = totals.cell(group, j);
                    weights[cells[group]] += factor * cell.rowWeight();
                    for (int l = 0; inDomain && l < statistic.scores().length; l++) {
                        sums[cells[group]] +=
                                factor * statistic.scores()[l] * layout.levelWeight(cell, statistic.item(), l);
                    }
                }
            }
            double[] shifts = new double[cells.length];
            for (int group = 0; group < shifts.length; group++) {
                shifts[group] = cells[group] < 0 ? 0.0 : sums[cells[group]] / weights[cells[group]];
            }
            return shifts;
        }
    }

    /**
     * Takes out the margins one after the other, ten times, as R {@code survey} does: {@code x − w_m·ave(x/w_m)} over the
     * rows of each category, with the weights w_m after fitting margin m.
     */
    private static final class Margins implements ResidualProjection {

        private final List<int[]> categories;
        private final List<double[]> targets;
        private final List<double[]> afterMargin;
        private final double[] factors;
        private final boolean converged;

        Margins(
                List<int[]> categories,
                List<double[]> targets,
                List<double[]> afterMargin,
                double[] factors,
                boolean converged) {
            this.categories = categories;
            this.targets = targets;
            this.afterMargin = afterMargin;
            this.factors = factors;
            this.converged = converged;
        }

        @Override
        public boolean converged() {
            return converged;
        }

        @Override
        public double[] shifts(SampleTotals totals, LinearStatistic statistic) {
            double[] rows = new double[factors.length];
            double[] sums = new double[factors.length];
            ItemLayout layout = totals.layout();
            for (int group = 0; group < factors.length; group++) {
                boolean inDomain = Arrays.binarySearch(statistic.groups(), group) >= 0;
                int[] positions = totals.cellPositions(group);
                for (int j = 0; j < positions.length; j++) {
                    Cell cell = totals.cell(group, j);
                    rows[group] += cell.rows;
                    for (int l = 0; inDomain && l < statistic.scores().length; l++) {
                        sums[group] += statistic.scores()[l] * cell.counts[layout.countAt(statistic.item()) + l];
                    }
                }
            }
            double[] shifts = new double[factors.length];
            for (int round = 0; round < RESIDUAL_ROUNDS; round++) {
                for (int m = 0; m < categories.size(); m++) {
                    takeOut(m, rows, sums, shifts);
                }
            }
            return shifts;
        }

        private void takeOut(int margin, double[] rows, double[] sums, double[] shifts) {
            int[] category = categories.get(margin);
            double[] total = new double[targets.get(margin).length];
            double[] count = new double[total.length];
            for (int i = 0; i < category.length; i++) {
                if (category[i] >= 0) {
                    double ratio = afterMargin.get(margin)[i] / factors[i];
                    total[category[i]] += (sums[i] - rows[i] * shifts[i]) / ratio;
                    count[category[i]] += rows[i];
                }
            }
            for (int i = 0; i < category.length; i++) {
                if (category[i] >= 0 && count[category[i]] > 0.0) {
                    shifts[i] += afterMargin.get(margin)[i] / factors[i] * total[category[i]] / count[category[i]];
                }
            }
        }
    }
}
