package vn.sipas.core.estimate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;

/**
 * The covariance of linearised statistics (Taylor linearisation) from unit totals:
 *
 * <p>{@code cov = Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ_i (z_hi − z̄_h)(z'_hi − z̄'_h)}, over all n_h units of a stratum, those
 * without a row of the domain included with z = 0; with two stages plus {@code Σ_h n_h/N_h·Σ_i (1 − f_hi)·m_i/(m_i −
 * 1)·Σ_j (z_hij − z̄_hi)(z'_hij − z̄'_hi)}, as R {@code survey} recurses.
 *
 * <p>Where respondents are drawn directly the inner sum comes from counts, Σw and Σw² per level: within a level all scores
 * are equal, so {@code Σ (w·s − z̄)² = s²·Σ(w − w̄)² + n·(w̄·s − z̄)²}, a sum of squares without cancellation.
 */
final class Linearization {

    /** R treats a stratum as taken whole below this. */
    private static final double CENSUS = 1e-7;

    private final SampleTotals totals;
    private final ItemLayout layout;
    private final List<LinearStatistic> statistics;
    private final int size;
    private final boolean elements;
    private final boolean twoStage;
    private final int[] visited;
    private final double[][] shifts;
    private final int[] touched;
    private final int[] localOf;
    private final double[][] z;
    private final long[] answers;
    private final long[] covered;
    private final double[][] products;

    private Linearization(SampleTotals totals, List<LinearStatistic> statistics) {
        this.totals = totals;
        this.layout = totals.layout();
        this.statistics = statistics;
        this.size = statistics.size();
        this.elements = !totals.design().isClustered();
        this.twoStage = totals.design().selection() == SampleDesign.Selection.TWO_STAGE;
        boolean calibrated = totals.reweighting().projection().isPresent();
        this.visited = calibrated ? IntStream.range(0, totals.groups().size()).toArray() : union(statistics);
        this.shifts = new double[calibrated ? size : 0][];
        if (calibrated) {
            ResidualProjection projection = totals.reweighting().projection().orElseThrow();
            for (int k = 0; k < size; k++) {
                shifts[k] = projection.shifts(totals, statistics.get(k));
            }
        }
        if (visited.length == 1) {
            touched = totals.cellPositions(visited[0]);
            localOf = new int[0];
        } else {
            localOf = new int[totals.positionCount()];
            for (int group : visited) {
                for (int position : totals.cellPositions(group)) {
                    localOf[position] = 1;
                }
            }
            int count = 0;
            for (int i = 0; i < localOf.length; i++) {
                localOf[i] = localOf[i] == 0 ? -1 : count++;
            }
            touched = new int[count];
            for (int i = 0; i < localOf.length; i++) {
                if (localOf[i] >= 0) {
                    touched[localOf[i]] = i;
                }
            }
        }
        z = new double[size][touched.length];
        answers = new long[touched.length];
        covered = new long[touched.length];
        products = new double[elements || twoStage ? touched.length : 0][size * size];
    }

    /**
     * Computes the covariance matrix.
     *
     * @return the matrix, or the problem that a stratum has a single unit or that cross moments are missing
     */
    static Checked<Variation> of(SampleTotals totals, List<LinearStatistic> statistics, LonelyPsuPolicy policy) {
        Linearization linearization = new Linearization(totals, statistics);
        List<Problem> missing = linearization.missingMoments();
        if (!missing.isEmpty()) {
            return Checked.refused(missing);
        }
        linearization.sumUnits();
        if (linearization.products.length > 0) {
            linearization.sumProducts();
        }
        return linearization.overStrata(policy);
    }

    private static int[] union(List<LinearStatistic> statistics) {
        if (statistics.size() == 1) {
            return statistics.get(0).groups();
        }
        TreeSet<Integer> groups = new TreeSet<>();
        statistics.forEach(statistic -> Arrays.stream(statistic.groups()).forEach(groups::add));
        return groups.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Problem> missingMoments() {
        if (!elements && !twoStage) {
            return List.of();
        }
        for (int k = 0; k < size; k++) {
            for (int m = 0; m < k; m++) {
                LinearStatistic one = statistics.get(k);
                LinearStatistic two = statistics.get(m);
                if (one.item() != two.item()
                        && Arrays.stream(one.groups()).anyMatch(group -> contains(two.groups(), group))
                        && (affine(one).length == 0 || affine(two).length == 0)) {
                    return List.of(Problem.of(
                            EstimateProblem.MOMENTS_MISSING,
                            Place.nowhere(),
                            "item",
                            layout.items().get(two.item()).code(),
                            "other",
                            layout.items().get(one.item()).code()));
                }
            }
        }
        return List.of();
    }

    private static boolean contains(int[] sorted, int value) {
        return Arrays.binarySearch(sorted, value) >= 0;
    }

    /**
     * Returns (a, b) with {@code scores[l] = a + b·known[l]}, followed by the variable of the kept moments that known is, or
     * nothing if there is none.
     */
    private double[] affine(LinearStatistic statistic) {
        double[][] kinds = layout.momentScores(statistic.item());
        double[] scores = statistic.scores();
        double largest = Arrays.stream(scores).map(Math::abs).max().orElse(0.0);
        int last = scores.length - 1;
        for (int kind = 0; kind < kinds.length; kind++) {
            // the last level is always more favourable, and of greater value, than the first
            double[] known = kinds[kind];
            double slope = (scores[last] - scores[0]) / (known[last] - known[0]);
            double start = scores[0] - slope * known[0];
            boolean fits = true;
            for (int i = 0; i < known.length; i++) {
                fits &= Math.abs(start + slope * known[i] - scores[i]) <= 1e-12 * largest;
            }
            if (fits) {
                return new double[] {start, slope, layout.momentVariable(statistic.item()) + kind + 1.0};
            }
        }
        return new double[0];
    }

    private int local(int index, int position) {
        return visited.length == 1 ? index : localOf[position];
    }

    private double shift(int k, int group) {
        return shifts.length == 0 ? 0.0 : shifts[k][group];
    }

    private void sumUnits() {
        for (int group : visited) {
            int[] at = totals.cellPositions(group);
            for (int j = 0; j < at.length; j++) {
                Cell cell = totals.cell(group, j);
                int t = local(j, at[j]);
                double factor = totals.factor(group, at[j]);
                covered[t] += cell.rows;
                long most = 0;
                for (int k = 0; k < size; k++) {
                    LinearStatistic statistic = statistics.get(k);
                    double sum = shift(k, group) == 0.0 ? 0.0 : -shift(k, group) * cell.rowWeight();
                    if (contains(statistic.groups(), group)) {
                        int countAt = layout.countAt(statistic.item());
                        long valid = 0;
                        for (int l = 0; l < statistic.scores().length; l++) {
                            valid += cell.counts[countAt + l];
                            sum += statistic.scores()[l] * layout.levelWeight(cell, statistic.item(), l);
                        }
                        most = Math.max(most, valid);
                    }
                    z[k][t] += factor * sum;
                }
                answers[t] += most;
            }
        }
    }

    /** Fills the sums of products of the deviations from the mean of the unit (or stratum) over its respondents. */
    private void sumProducts() {
        for (int group : visited) {
            int[] at = totals.cellPositions(group);
            for (int j = 0; j < at.length; j++) {
                Cell cell = totals.cell(group, j);
                int t = local(j, at[j]);
                double factor = totals.factor(group, at[j]);
                double n = totals.rowsOfPosition(at[j]);
                for (int k = 0; k < size; k++) {
                    products[t][k * size + k] += squares(cell, group, k, factor, z[k][t] / n);
                    for (int m = 0; m < k; m++) {
                        products[t][k * size + m] += factor * factor * rawProduct(cell, group, k, m);
                    }
                }
            }
        }
        for (int t = 0; t < touched.length; t++) {
            double n = totals.rowsOfPosition(touched[t]);
            for (int k = 0; k < size; k++) {
                double mean = z[k][t] / n;
                products[t][k * size + k] += (n - covered[t]) * mean * mean;
                for (int m = 0; m < k; m++) {
                    products[t][k * size + m] -= mean * z[m][t];
                    products[t][m * size + k] = products[t][k * size + m];
                }
            }
        }
    }

    /** Returns Σ (f·w·e − mean)² over the rows of a cell, with e the score less the shift. */
    private double squares(Cell cell, int group, int k, double factor, double mean) {
        LinearStatistic statistic = statistics.get(k);
        double shift = shift(k, group);
        double sum = 0.0;
        double restRows = cell.rows;
        double[] rest = cell.rowSums.length == 0 ? new double[0] : cell.rowSums.clone();
        if (contains(statistic.groups(), group)) {
            int countAt = layout.countAt(statistic.item());
            int sumAt = layout.sumAt(statistic.item());
            for (int l = 0; l < statistic.scores().length; l++) {
                int n = cell.counts[countAt + l];
                if (n > 0) {
                    int at = sumAt + RatingDistribution.STRIDE * l;
                    double score = factor * (statistic.scores()[l] - shift);
                    sum += squares(cell.sums, at, n, score, mean);
                    restRows -= n;
                    if (shift != 0.0 && rest.length > 0) {
                        ExactSum.addScaledPair(rest, 0, cell.sums, at, -1.0);
                        ExactSum.addScaledPair(rest, 2, cell.sums, at + 2, -1.0);
                    }
                }
            }
        }
        if (restRows > 0.0) {
            sum += shift == 0.0 ? restRows * mean * mean : squares(rest, 0, restRows, -factor * shift, mean);
        }
        return sum;
    }

    /** Returns Σ (score·w − mean)² over n rows of known Σw and Σw²; weights are 1 if the array is empty. */
    private static double squares(double[] sums, int at, double n, double score, double mean) {
        if (sums.length == 0) {
            double deviation = score - mean;
            return n * deviation * deviation;
        }
        double deviation = score * ((sums[at] + sums[at + 1]) / n) - mean;
        return score * score * ExactSum.spread(sums, at, at + 2, n) + n * deviation * deviation;
    }

    /** Returns Σ w²·e_k·e_m over the rows of a cell. */
    private double rawProduct(Cell cell, int group, int k, int m) {
        LinearStatistic one = statistics.get(k);
        LinearStatistic two = statistics.get(m);
        boolean inOne = contains(one.groups(), group);
        boolean inTwo = contains(two.groups(), group);
        double shiftOne = shift(k, group);
        double shiftTwo = shift(m, group);
        double sum = shiftOne * shiftTwo * (shiftOne * shiftTwo == 0.0 ? 0.0 : cell.rowSquares());
        sum -= inOne && shiftTwo != 0.0 ? shiftTwo * scoredSquares(cell, one) : 0.0;
        sum -= inTwo && shiftOne != 0.0 ? shiftOne * scoredSquares(cell, two) : 0.0;
        if (!inOne || !inTwo) {
            return sum;
        }
        if (one.item() == two.item()) {
            for (int l = 0; l < one.scores().length; l++) {
                sum += one.scores()[l] * two.scores()[l] * levelSquares(cell, one.item(), l);
            }
            return sum;
        }
        double[] a = affine(one);
        double[] b = affine(two);
        int i = layout.momentVariable(one.item());
        int j = layout.momentVariable(two.item());
        return sum
                + a[0] * b[0] * moment(cell, i, j)
                + a[0] * b[1] * moment(cell, i, (int) b[2])
                + a[1] * b[0] * moment(cell, (int) a[2], j)
                + a[1] * b[1] * moment(cell, (int) a[2], (int) b[2]);
    }

    private static double moment(Cell cell, int first, int second) {
        int at = ItemLayout.momentAt(first, second);
        return cell.moments[at] + cell.moments[at + 1];
    }

    private double scoredSquares(Cell cell, LinearStatistic statistic) {
        double sum = 0.0;
        for (int l = 0; l < statistic.scores().length; l++) {
            sum += statistic.scores()[l] * levelSquares(cell, statistic.item(), l);
        }
        return sum;
    }

    private double levelSquares(Cell cell, int item, int level) {
        if (!layout.weighted()) {
            return cell.counts[layout.countAt(item) + level];
        }
        int at = layout.sumAt(item) + RatingDistribution.STRIDE * level + 2;
        return cell.sums[at] + cell.sums[at + 1];
    }

    private Checked<Variation> overStrata(LonelyPsuPolicy policy) {
        double[][] covariance = new double[size][size];
        double[][] second = new double[size][size];
        EnumSet<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
        long activeUnits = 0;
        long activeStrata = 0;
        int strataSeen = 0;
        int strataUsable = 0;
        int end;
        for (int start = 0; start < touched.length; start = end) {
            int stratum = totals.stratumOf(touched[start]);
            long answered = 0;
            long unitsAnswered = 0;
            for (end = start; end < touched.length && totals.stratumOf(touched[end]) == stratum; end++) {
                answered += answers[end];
                unitsAnswered += answers[end] > 0 ? 1 : 0;
            }
            if (answered > 0) {
                activeStrata++;
                activeUnits += elements ? answered : unitsAnswered;
            } else if (shifts.length == 0) {
                continue;
            }
            strataSeen++;
            long n = totals.unitsOfStratum(stratum);
            FinitePopulation population = totals.populationOfStratum(stratum);
            double remaining = population.remaining(n);
            if (twoStage) {
                Checked<Boolean> within = secondStage(second, start, end, n, population, policy, flags);
                if (within.value().isEmpty()) {
                    return Checked.refused(within.problems());
                }
            }
            if (remaining < CENSUS) {
                strataUsable++;
            } else if (n > 1) {
                strataUsable++;
                betweenUnits(covariance, start, end, n, remaining * n / (n - 1.0));
            } else if (policy == LonelyPsuPolicy.FAIL) {
                return lonely(totals.stratum(stratum));
            } else {
                flags.add(flag(policy));
                strataUsable += policy == LonelyPsuPolicy.AVERAGE ? 0 : 1;
                if (policy == LonelyPsuPolicy.ADJUST) {
                    for (int k = 0; k < size; k++) {
                        for (int m = 0; m < size; m++) {
                            covariance[k][m] += remaining * z[k][start] * z[m][start];
                        }
                    }
                }
            }
        }
        if (strataSeen > 0 && strataUsable == 0) {
            return Checked.refused(Problem.of(EstimateProblem.ALL_LONELY, Place.nowhere()));
        }
        double average = strataSeen == 0 ? 1.0 : (double) strataSeen / strataUsable;
        for (int k = 0; k < size; k++) {
            for (int m = 0; m < size; m++) {
                covariance[k][m] = covariance[k][m] * average + second[k][m];
            }
        }
        return Checked.of(new Variation(covariance, activeUnits - activeStrata, flags));
    }

    private void betweenUnits(double[][] covariance, int start, int end, long n, double scale) {
        if (elements) {
            add(covariance, products[start], scale);
            return;
        }
        double[] means = new double[size];
        for (int k = 0; k < size; k++) {
            for (int t = start; t < end; t++) {
                means[k] += z[k][t];
            }
            means[k] /= n;
        }
        for (int k = 0; k < size; k++) {
            for (int m = 0; m <= k; m++) {
                double sum = (n - (end - start)) * means[k] * means[m];
                for (int t = start; t < end; t++) {
                    sum += (z[k][t] - means[k]) * (z[m][t] - means[m]);
                }
                covariance[k][m] += scale * sum;
                covariance[m][k] = covariance[k][m];
            }
        }
    }

    /**
     * Adds what the respondents within units vary. A unit with a single respondent is lonely at the second stage and is
     * treated by the same policy; AVERAGE gives it the mean of the other units of its stratum, where R gives none.
     */
    private Checked<Boolean> secondStage(
            double[][] second,
            int start,
            int end,
            long n,
            FinitePopulation population,
            LonelyPsuPolicy policy,
            EnumSet<EstimateFlag> flags) {
        if (population.size(n).isEmpty()) {
            return Checked.of(true);
        }
        double fraction = n / population.size(n).getAsDouble();
        double[][] sum = new double[size][size];
        int usable = 0;
        int seen = 0;
        for (int t = start; t < end; t++) {
            long m = totals.rowsOfPosition(touched[t]);
            if (answers[t] == 0 && shifts.length == 0) {
                continue;
            }
            seen++;
            double remaining = totals.populationOfPosition(touched[t]).remaining(m);
            if (remaining < CENSUS) {
                usable++;
            } else if (m > 1) {
                usable++;
                add(sum, products[t], remaining * m / (m - 1.0));
            } else if (policy == LonelyPsuPolicy.FAIL) {
                return lonely(totals.position(touched[t]).stratum() + "/"
                        + totals.position(touched[t]).label());
            } else {
                flags.add(flag(policy));
                usable += policy == LonelyPsuPolicy.AVERAGE ? 0 : 1;
                if (policy == LonelyPsuPolicy.ADJUST) {
                    for (int k = 0; k < size; k++) {
                        for (int j = 0; j < size; j++) {
                            sum[k][j] += remaining * z[k][t] * z[j][t];
                        }
                    }
                }
            }
        }
        double scale = usable == 0 ? 0.0 : fraction * seen / usable;
        for (int k = 0; k < size; k++) {
            add(second[k], sum[k], scale);
        }
        return Checked.of(true);
    }

    private static void add(double[] to, double[] values, double scale) {
        for (int i = 0; i < to.length; i++) {
            to[i] += scale * values[i];
        }
    }

    private void add(double[][] matrix, double[] flat, double scale) {
        for (int k = 0; k < size; k++) {
            for (int m = 0; m < size; m++) {
                matrix[k][m] += scale * flat[k * size + m];
            }
        }
    }

    static EstimateFlag flag(LonelyPsuPolicy policy) {
        return switch (policy) {
            case FAIL, REMOVE -> EstimateFlag.LONELY_PSU_REMOVED;
            case CERTAINTY -> EstimateFlag.LONELY_PSU_CERTAINTY;
            case ADJUST -> EstimateFlag.LONELY_PSU_ADJUSTED;
            case AVERAGE -> EstimateFlag.LONELY_PSU_AVERAGED;
        };
    }

    private static <T> Checked<T> lonely(String stratum) {
        return Checked.refused(Problem.of(EstimateProblem.LONELY_PSU, Place.nowhere(), "stratum", stratum));
    }
}
