package vn.sipas.core.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.LonelyPsuPolicy;

/**
 * Replicate samples, for the variance of whatever has no closed form: index trees with geometric means, the probability
 * of a star, functions of the caller.
 *
 * <p>A replicate is the sample with factors on the weights of its primary sampling units; the function is computed in each
 * of them, and {@code var = scale·Σ_r scale_r·(θ_r − centre)²}. Rows are not needed, so any function of
 * {@link SampleTotals} can be replicated, also {@link Calibration} within each replicate.
 *
 * <p>Where respondents are drawn directly there are no units to leave out. Then give every row, or one of some dozens of
 * random groups of rows (the delete-a-group jackknife), as its unit.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Replicates {

    /** Around what the deviations of the replicates are taken. */
    public enum Centre {
        /** The value in the full sample; R's {@code mse = TRUE}. */
        FULL_SAMPLE,
        /** The mean of the replicates; R's {@code mse = FALSE}. */
        MEAN
    }

    private static final double CENSUS = 1e-7;

    private final SampleTotals totals;
    private final List<Factors> factors;
    private final double[] scales;
    private final double scale;
    private final EnumSet<EstimateFlag> flags;
    private final LonelyPsuPolicy policy;
    private final String name;

    private Replicates(
            SampleTotals totals,
            List<Factors> factors,
            double[] scales,
            double scale,
            EnumSet<EstimateFlag> flags,
            LonelyPsuPolicy policy,
            String name) {
        this.totals = totals;
        this.factors = List.copyOf(factors);
        this.scales = scales;
        this.scale = scale;
        this.flags = flags;
        this.policy = policy;
        this.name = name;
    }

    /** Computes the factors of one replicate when they are needed, so that a thousand replicates take no space. */
    private interface Factors {
        double[] ofPositions();
    }

    /**
     * Leaves out one unit at a time: JK1 without strata, JKn with. The others of its stratum get {@code n_h/(n_h − 1)}, and
     * the replicate counts with {@code (1 − f_h)·(n_h − 1)/n_h}.
     *
     * @param totals a sample of units, clustered or two-stage
     * @param policy what to do about a stratum with a single unit, with the meanings of R's {@code jknweights}
     * @return the replicates, or why there are none
     */
    public static Checked<Replicates> jackknife(SampleTotals totals, LonelyPsuPolicy policy) {
        List<Problem> problems = obstacles(totals);
        if (!problems.isEmpty()) {
            return Checked.refused(problems);
        }
        List<Factors> factors = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        EnumSet<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
        int strata = totals.stratumCount();
        int wanted = 0;
        for (int h = 0; h < strata; h++) {
            long n = totals.unitsOfStratum(h);
            double remaining = totals.populationOfStratum(h).remaining(n);
            wanted += (int) n;
            int stratum = h;
            if (n > 1) {
                for (int i = 0; i < totals.positionCount(); i++) {
                    if (totals.stratumOf(i) == h) {
                        int left = i;
                        factors.add(() -> without(totals, stratum, left, n / (n - 1.0)));
                        scales.add(remaining * (n - 1.0) / n);
                    }
                }
            } else if (remaining < CENSUS) {
                wanted--;
            } else if (policy == LonelyPsuPolicy.FAIL) {
                return Checked.refused(
                        Problem.of(EstimateProblem.LONELY_PSU, Place.nowhere(), "stratum", totals.stratum(h)));
            } else {
                flags.add(Linearization.flag(policy));
                if (policy == LonelyPsuPolicy.ADJUST) {
                    factors.add(() -> withoutStratum(totals, stratum, strata / (strata - 1.0)));
                    scales.add((strata - 1.0) / strata);
                }
            }
        }
        if (factors.isEmpty()) {
            return Checked.refused(Problem.of(EstimateProblem.ALL_LONELY, Place.nowhere()));
        }
        double scale = policy == LonelyPsuPolicy.AVERAGE ? (double) wanted / factors.size() : 1.0;
        return Checked.of(new Replicates(
                totals,
                factors,
                scales.stream().mapToDouble(Double::doubleValue).toArray(),
                scale,
                flags,
                policy,
                strata == 1 ? "jk1" : "jkn"));
    }

    /**
     * Draws {@code n_h − 1} of the n_h units of each stratum with replacement (Rao and Wu 1988): a unit drawn t times gets
     * {@code 1 − λ + λ·t·n_h/(n_h − 1)} with {@code λ = √(1 − f_h)}. The variance is that between the replicates, divided
     * by their number less one. A stratum with a single unit keeps its weights.
     *
     * @param totals a sample of units, clustered or two-stage
     * @param replicates the number of replicates, in the closed interval [2, 1000000]
     * @param seed the seed; the same seed gives the same replicates with every version of Java
     * @param policy what to do about a stratum with a single unit; all but {@link LonelyPsuPolicy#FAIL} leave it as it is,
     *     and are flagged as removed
     * @return the replicates, or why there are none
     */
    public static Checked<Replicates> bootstrap(
            SampleTotals totals, int replicates, long seed, LonelyPsuPolicy policy) {
        if (replicates < 2 || replicates > 1_000_000) {
            throw new IllegalArgumentException("replicates must be in [2, 1000000], was " + replicates);
        }
        List<Problem> problems = obstacles(totals);
        if (!problems.isEmpty()) {
            return Checked.refused(problems);
        }
        EnumSet<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
        for (int h = 0; h < totals.stratumCount(); h++) {
            if (totals.unitsOfStratum(h) == 1 && totals.populationOfStratum(h).remaining(1) >= CENSUS) {
                if (policy == LonelyPsuPolicy.FAIL) {
                    return Checked.refused(
                            Problem.of(EstimateProblem.LONELY_PSU, Place.nowhere(), "stratum", totals.stratum(h)));
                }
                flags.add(EstimateFlag.LONELY_PSU_REMOVED);
            }
        }
        Random seeds = new Random(seed);
        List<Factors> factors = new ArrayList<>();
        for (int r = 0; r < replicates; r++) {
            long own = seeds.nextLong();
            factors.add(() -> drawn(totals, new Random(own)));
        }
        double[] scales = new double[replicates];
        Arrays.fill(scales, 1.0);
        return Checked.of(
                new Replicates(totals, factors, scales, 1.0 / (replicates - 1.0), flags, policy, "bootstrap"));
    }

    private static List<Problem> obstacles(SampleTotals totals) {
        if (!totals.problems().isEmpty()) {
            return totals.problems();
        }
        return totals.design().isClustered()
                ? List.of()
                : List.of(Problem.of(EstimateProblem.NO_UNITS, Place.nowhere()));
    }

    private static double[] without(SampleTotals totals, int stratum, int left, double factor) {
        double[] factors = new double[totals.positionCount()];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = i == left ? 0.0 : totals.stratumOf(i) == stratum ? factor : 1.0;
        }
        return factors;
    }

    private static double[] withoutStratum(SampleTotals totals, int stratum, double factor) {
        double[] factors = new double[totals.positionCount()];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = totals.stratumOf(i) == stratum ? 0.0 : factor;
        }
        return factors;
    }

    private static double[] drawn(SampleTotals totals, Random random) {
        double[] factors = new double[totals.positionCount()];
        int start = 0;
        for (int h = 0; h < totals.stratumCount(); h++) {
            int n = (int) totals.unitsOfStratum(h);
            FinitePopulation population = totals.populationOfStratum(h);
            if (n == 1) {
                factors[start] = 1.0;
            } else {
                int[] times = new int[n];
                for (int i = 1; i < n; i++) {
                    times[random.nextInt(n)]++;
                }
                double rescaling = Math.sqrt(population.remaining(n));
                for (int i = 0; i < n; i++) {
                    factors[start + i] = 1.0 - rescaling + rescaling * times[i] * n / (n - 1.0);
                }
            }
            start += n;
        }
        return factors;
    }

    /**
     * Returns the number of replicates.
     *
     * @return at least 1
     */
    public int size() {
        return factors.size();
    }

    /**
     * Returns the replicate samples.
     *
     * @return one after the other, each made when it is asked for
     */
    public Stream<SampleTotals> samples() {
        return IntStream.range(0, factors.size()).mapToObj(this::sample);
    }

    /**
     * Returns a replicate sample. Its counts are those of the units that keep a weight, its weights those of the
     * replicate; it answers for values, not for standard errors.
     *
     * @param index its number, in the half-open interval [0, size)
     * @return the sample
     */
    public SampleTotals sample(int index) {
        double[] ofPositions = factors.get(index).ofPositions();
        return totals.reweighted(totals.reweighting().withPositionFactors(ofPositions));
    }

    /**
     * Returns the variance from values that were computed in each replicate.
     *
     * @param full the value in the full sample
     * @param values the value in each replicate, in the order of {@link #samples()}
     * @param centre around what deviations are taken
     * @return the variance, at least 0
     */
    public double variance(double full, double[] values, Centre centre) {
        if (values.length != factors.size()) {
            throw new IllegalArgumentException("values must hold " + factors.size() + ", held " + values.length);
        }
        double middle = full;
        if (centre == Centre.MEAN) {
            double sum = 0.0;
            int count = 0;
            for (int i = 0; i < values.length; i++) {
                // as R, replicates that count for nothing do not move the mean
                if (scales[i] > 0.0) {
                    sum += values[i];
                    count++;
                }
            }
            middle = count == 0 ? full : sum / count;
        }
        double variance = 0.0;
        for (int i = 0; i < values.length; i++) {
            double deviation = values[i] - middle;
            variance += scales[i] * deviation * deviation;
        }
        return scale * variance;
    }

    /**
     * Estimates a function of the sample with the replicate variance and a t interval.
     *
     * @param domain the name of the domain, for tables
     * @param indicator the name of the function, for tables
     * @param statistic the name of the statistic, for tables
     * @param range the smallest and largest value possible; the interval is cut to it
     * @param level the level of confidence, in the open interval (0, 1)
     * @param centre around what deviations are taken
     * @param function computes the value in a sample; empty where it has none
     * @return the estimate, with units − strata degrees of freedom; or the problem that the function has no value in the
     *     full sample or in some replicate
     */
    public Checked<Estimate> estimate(
            String domain,
            String indicator,
            String statistic,
            Interval range,
            double level,
            Centre centre,
            Function<SampleTotals, OptionalDouble> function) {
        OptionalDouble full = function.apply(totals);
        if (full.isEmpty()) {
            return Checked.refused(
                    Problem.of(EstimateProblem.NO_ANSWERS, Place.nowhere(), "domain", domain, "item", indicator));
        }
        double[] values = new double[factors.size()];
        int undefined = 0;
        for (int i = 0; i < values.length; i++) {
            OptionalDouble value = function.apply(sample(i));
            undefined += value.isPresent() ? 0 : 1;
            values[i] = value.orElse(0.0);
        }
        if (undefined > 0) {
            return Checked.refused(Problem.of(
                    EstimateProblem.REPLICATE_UNDEFINED,
                    Place.nowhere(),
                    "undefined",
                    undefined,
                    "replicates",
                    values.length));
        }
        double value = full.getAsDouble();
        double error = Math.sqrt(variance(value, values, centre));
        double df = totals.units() - (double) totals.stratumCount();
        EnumSet<EstimateFlag> raised = EnumSet.copyOf(flags);
        Interval interval = range;
        if (!(df > 0.0)) {
            raised.add(EstimateFlag.NO_DEGREES_OF_FREEDOM);
        } else {
            if (error == 0.0) {
                raised.add(EstimateFlag.ZERO_VARIANCE);
            }
            double reach = Quantiles.student(df, level) * error;
            interval = new Interval(
                    Math.min(value, Math.max(range.lower(), value - reach)),
                    Math.max(value, Math.min(range.upper(), value + reach)));
        }
        return Checked.of(new Estimate(
                domain,
                indicator,
                statistic,
                value,
                error,
                Math.max(0.0, df),
                DegreesOfFreedom.DESIGN,
                interval,
                level,
                name,
                totals.rows(),
                OptionalDouble.empty(),
                DesignEffect.undefined(),
                policy,
                raised));
    }
}
