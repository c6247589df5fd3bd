package vn.sipas.core.estimate;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Several statistics of one sample with their covariance matrix: what the linearised variance of a smooth function of
 * them needs, such as an index that is a weighted or geometric mean of question results.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class JointEstimate {

    private final List<ItemTarget> targets;
    private final double[] values;
    private final long[] bases;
    private final boolean[] unanimous;
    private final double[][] covariance;
    private final double df;
    private final EstimationOptions options;
    private final Set<EstimateFlag> flags;

    JointEstimate(
            List<ItemTarget> targets,
            double[] values,
            long[] bases,
            boolean[] unanimous,
            double[][] covariance,
            double df,
            EstimationOptions options,
            EnumSet<EstimateFlag> flags) {
        this.targets = List.copyOf(targets);
        this.values = values;
        this.bases = bases;
        this.unanimous = unanimous;
        this.covariance = covariance;
        this.df = df;
        this.options = options;
        this.flags = Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    /**
     * Returns what was estimated.
     *
     * @return the targets, in the order of values, rows and columns
     */
    public List<ItemTarget> targets() {
        return targets;
    }

    /**
     * Returns an estimate.
     *
     * @param index the index of the target
     * @return its value
     */
    public double value(int index) {
        return values[index];
    }

    /**
     * Returns all estimates.
     *
     * @return a new array
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Returns the number of valid answers behind an estimate.
     *
     * @param index the index of the target
     * @return the unweighted base
     */
    public long base(int index) {
        return bases[index];
    }

    /**
     * Tells whether all answers behind an estimate agree, so that its variance of 0 says nothing.
     *
     * @param index the index of the target
     * @return whether they agree
     */
    public boolean isUnanimous(int index) {
        return unanimous[index];
    }

    /**
     * Returns the covariance of two estimates.
     *
     * @param first the index of one target
     * @param second the index of the other target; the same for the variance
     * @return the covariance
     */
    public double covariance(int first, int second) {
        return covariance[first][second];
    }

    /**
     * Returns the degrees of freedom.
     *
     * @return units minus strata, of the domain or the design as the options say; where respondents are drawn directly, a
     *     group counts the answers to its most answered question
     */
    public double df() {
        return df;
    }

    /**
     * Returns the flags raised by any of the variances.
     *
     * @return the flags
     */
    public Set<EstimateFlag> flags() {
        return flags;
    }

    /**
     * Returns the variance of a smooth function of the estimates: {@code g'Σg}.
     *
     * @param gradient the partial derivatives of the function at the estimates, one per target
     * @return the linearised variance, at least 0
     */
    public double variance(double... gradient) {
        if (gradient.length != values.length) {
            throw new IllegalArgumentException("gradient must hold " + values.length + ", held " + gradient.length);
        }
        double sum = 0.0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                sum += gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return Math.max(0.0, sum);
    }

    /**
     * Makes the estimate of a smooth function with a t interval.
     *
     * @param domain the name of the domain
     * @param indicator the name of the function, such as the code of an index node
     * @param statistic the name of the statistic
     * @param value the value of the function at the estimates
     * @param range the smallest and largest value possible; the interval is cut to it, and is the whole of it without
     *     degrees of freedom
     * @param gradient the partial derivatives, one per target
     * @return the estimate; flagged {@link EstimateFlag#UNANIMOUS} and with the whole range as interval where every target
     *     with a derivative other than 0 is unanimous
     */
    public Estimate smooth(
            String domain, String indicator, String statistic, double value, Interval range, double... gradient) {
        double error = Math.sqrt(variance(gradient));
        EnumSet<EstimateFlag> raised = EnumSet.noneOf(EstimateFlag.class);
        raised.addAll(flags);
        boolean agreed = true;
        for (int i = 0; i < gradient.length; i++) {
            agreed &= gradient[i] == 0.0 || unanimous[i];
        }
        Interval interval = range;
        if (agreed) {
            raised.add(EstimateFlag.UNANIMOUS);
        } else if (!(df > 0.0)) {
            raised.add(EstimateFlag.NO_DEGREES_OF_FREEDOM);
        } else {
            if (error == 0.0) {
                raised.add(EstimateFlag.ZERO_VARIANCE);
            }
            double reach = Quantiles.student(df, options.level()) * error;
            interval = new Interval(
                    Math.min(value, Math.max(range.lower(), value - reach)),
                    Math.max(value, Math.min(range.upper(), value + reach)));
        }
        return new Estimate(
                domain,
                indicator,
                statistic,
                value,
                error,
                df,
                options.degreesOfFreedom(),
                interval,
                options.level(),
                interval.equals(range) ? "range" : "t",
                Arrays.stream(bases).max().orElse(0),
                OptionalDouble.empty(),
                DesignEffect.undefined(),
                options.lonelyPsu(),
                raised);
    }
}
