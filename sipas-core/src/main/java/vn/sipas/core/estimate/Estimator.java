package vn.sipas.core.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.RatingScale;

/**
 * Estimates with their sampling error, from what a tally has counted.
 *
 * <p>Estimates are {@code Σ w·a ÷ Σ w} (or {@code Σ w·a} for totals) over the valid answers of a domain. Their variance is
 * that of the linearised variable {@code z_i = w_i·(a_i − θ)/Σw} (or {@code w_i·a_i}) under the design: {@code Σ_h (1 −
 * f_h)·n_h/(n_h − 1)·Σ_i (z_hi − z̄_h)²} over the primary sampling units of each stratum, with units outside the domain
 * counted as 0 (Särndal, Swensson and Wretman 1992, §5.5 and §5.8). The numbers are those of R {@code survey}.
 *
 * <p>Edge cases: without a valid answer there is no estimate but a problem; where all answers agree the standard error is
 * 0 and the interval is that of the effective sample size, flagged {@link EstimateFlag#UNANIMOUS}; with no more units than
 * strata the interval is the whole range, flagged {@link EstimateFlag#NO_DEGREES_OF_FREEDOM}; a stratum with a single unit
 * is treated by the {@link vn.sipas.core.design.LonelyPsuPolicy} of the options.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Estimator {

    /** A standard error below this part of the standard deviation is what rounding left of 0. */
    private static final double ROUNDING = 1e-12;

    private static final Interval REALS = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final SampleTotals totals;
    private final EstimationOptions options;
    private final StudentQuantiles student;

    private Estimator(SampleTotals totals, EstimationOptions options) {
        this.totals = Objects.requireNonNull(totals, "totals");
        this.options = Objects.requireNonNull(options, "options");
        this.student = new StudentQuantiles(options.level());
    }

    /**
     * Makes an estimator with {@link EstimationOptions#defaults()}.
     *
     * @param totals what was counted
     * @return the estimator
     */
    public static Estimator of(SampleTotals totals) {
        return of(totals, EstimationOptions.defaults());
    }

    /**
     * Makes an estimator.
     *
     * @param totals what was counted
     * @param options how estimates are made
     * @return the estimator
     */
    public static Estimator of(SampleTotals totals, EstimationOptions options) {
        return new Estimator(totals, options);
    }

    /**
     * Returns what was counted.
     *
     * @return the totals
     */
    public SampleTotals totals() {
        return totals;
    }

    /**
     * Returns how estimates are made.
     *
     * @return the options
     */
    public EstimationOptions options() {
        return options;
    }

    /**
     * Estimates the share of favourable answers.
     *
     * @param domain the domain
     * @param item the code of the question
     * @return the share in [0, 1], or why there is none
     */
    public Checked<Estimate> favourableShare(Domain domain, String item) {
        return estimate(domain, item, Statistic.FAVOURABLE_SHARE);
    }

    /**
     * Estimates the mean of the level values.
     *
     * @param domain the domain
     * @param item the code of the question
     * @return the mean in the units of the scale, or why there is none
     */
    public Checked<Estimate> mean(Domain domain, String item) {
        return estimate(domain, item, Statistic.MEAN);
    }

    /**
     * Estimates a statistic of one question.
     *
     * @param domain the domain
     * @param item the code of the question
     * @param statistic the statistic
     * @return the estimate, or why there is none
     */
    public Checked<Estimate> estimate(Domain domain, String item, Statistic statistic) {
        if (!totals.problems().isEmpty()) {
            return Checked.refused(totals.problems());
        }
        Point point = point(domain, item, statistic);
        if (point.distribution.base() == 0) {
            return Checked.refused(noAnswers(domain, item));
        }
        return Linearization.of(totals, List.of(point.linear()), options.lonelyPsu())
                .map(variation -> estimate(point, variation));
    }

    /**
     * Estimates every statistic of every question for every domain, leaving out what has no estimate.
     *
     * @param domains the domains
     * @param statistics the statistics
     * @return the estimates in the order of domains, questions and statistics, with the problems of those left out
     */
    public Checked<EstimateTable> table(List<Domain> domains, List<Statistic> statistics) {
        List<Estimate> estimates = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Domain domain : domains) {
            for (RatedItem item : totals.items()) {
                for (Statistic statistic : statistics) {
                    Checked<Estimate> checked = estimate(domain, item.code(), statistic);
                    checked.value().ifPresent(estimates::add);
                    problems.addAll(checked.problems());
                }
            }
        }
        return Checked.of(EstimateTable.of(estimates), problems);
    }

    /**
     * Estimates the ratio of two totals, {@code R = Σw·a ÷ Σw·b} with {@code z_i = w_i·(a_i − R·b_i)/Σw·b}: favourable to
     * unfavourable answers, or a total of one question to that of another.
     *
     * @param domain the domain
     * @param numeratorItem the code of the question above
     * @param numerator the total above
     * @param denominatorItem the code of the question below; another one needs {@link ItemMoments} where respondents are
     *     drawn directly
     * @param denominator the total below
     * @return the ratio with a t interval, or why there is none
     */
    public Checked<Estimate> ratio(
            Domain domain, String numeratorItem, Statistic numerator, String denominatorItem, Statistic denominator) {
        if (!numerator.isTotal() || !denominator.isTotal()) {
            throw new IllegalArgumentException("numerator and denominator must be totals");
        }
        if (numeratorItem.equals(denominatorItem)) {
            return ratioOfOneItem(domain, numeratorItem, numerator, denominator);
        }
        Checked<JointEstimate> joint = joint(List.of(
                new ItemTarget(domain, numeratorItem, numerator),
                new ItemTarget(domain, denominatorItem, denominator)));
        return joint.value().isEmpty() ? Checked.refused(joint.problems()) : ratio(joint.orThrow(), domain);
    }

    /** The scores of one answer are subtracted before anything is summed, so that near equality costs no digits. */
    private Checked<Estimate> ratioOfOneItem(Domain domain, String item, Statistic numerator, Statistic denominator) {
        if (!totals.problems().isEmpty()) {
            return Checked.refused(totals.problems());
        }
        Point over = point(domain, item, numerator);
        Point under = point(domain, item, denominator);
        if (over.distribution.base() == 0) {
            return Checked.refused(noAnswers(domain, item));
        }
        if (under.value == 0.0) {
            return Checked.refused(zeroDenominator(domain));
        }
        double ratio = over.value / under.value;
        double[] scores = new double[over.scores.length];
        boolean constant = true;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (over.scores[i] - ratio * under.scores[i]) / under.value;
            constant &= over.distribution.count(i) == 0
                    || Math.abs(scores[i] * under.value) <= ROUNDING * Math.abs(over.scores[i]);
        }
        boolean exact = constant;
        LinearStatistic linear = new LinearStatistic(over.groups, over.index, scores);
        return Linearization.of(totals, List.of(linear), options.lonelyPsu()).map(variation -> {
            JointEstimate joint = new JointEstimate(
                    List.of(new ItemTarget(domain, item, numerator)),
                    new double[] {ratio},
                    new long[] {over.distribution.base()},
                    new boolean[] {exact},
                    new double[][] {{exact ? 0.0 : variation.covariance(0, 0)}},
                    df(variation),
                    options,
                    variation.flags());
            return joint.smooth(
                    domain.name(), item, "ratio(" + numerator + ", " + denominator + ")", ratio, REALS, 1.0);
        });
    }

    /**
     * Estimates the difference {@code a − b} of one statistic between two domains of this sample, with the covariance that
     * shared units and strata give.
     *
     * @param first the domain a
     * @param second the domain b
     * @param item the code of the question
     * @param statistic the statistic
     * @return the difference, or why there is none; the degrees of freedom are those of both domains together
     */
    public Checked<Estimate> difference(Domain first, Domain second, String item, Statistic statistic) {
        Checked<JointEstimate> joint =
                joint(List.of(new ItemTarget(first, item, statistic), new ItemTarget(second, item, statistic)));
        if (joint.value().isEmpty()) {
            return Checked.refused(joint.problems());
        }
        JointEstimate both = joint.orThrow();
        double variance = both.variance(1.0, -1.0);
        if (both.df() > 0.0 && !both.isUnanimous(0) && !both.isUnanimous(1)) {
            double value = both.value(0) - both.value(1);
            double error = Math.sqrt(variance);
            EnumSet<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
            flags.addAll(both.flags());
            if (error <= ROUNDING * (Math.abs(both.value(0)) + Math.abs(both.value(1)))) {
                error = 0.0;
                flags.add(EstimateFlag.ZERO_VARIANCE);
            }
            double reach = student.of(both.df()) * error;
            return Checked.of(new Estimate(
                    first.name() + " - " + second.name(),
                    item,
                    "difference(" + statistic + ")",
                    value,
                    error,
                    both.df(),
                    options.degreesOfFreedom(),
                    new Interval(value - reach, value + reach),
                    options.level(),
                    "t",
                    both.base(0) + both.base(1),
                    OptionalDouble.empty(),
                    DesignEffect.undefined(),
                    options.lonelyPsu(),
                    flags));
        }
        // a unanimous part has an interval but no variance: the difference combines the intervals
        Checked<Estimate> one = estimate(first, item, statistic);
        Checked<Estimate> two = estimate(second, item, statistic);
        if (one.value().isEmpty() || two.value().isEmpty()) {
            List<Problem> problems = new ArrayList<>(one.problems());
            problems.addAll(two.problems());
            return Checked.refused(problems);
        }
        return Checked.of(Estimate.difference(one.orThrow(), two.orThrow(), variance, both.df(), both.flags()));
    }

    /**
     * Estimates several statistics with their covariance.
     *
     * @param targets the statistics, at least one; two questions of one domain need {@link ItemMoments} where respondents
     *     are drawn directly
     * @return the joint estimate, or why there is none
     */
    public Checked<JointEstimate> joint(List<ItemTarget> targets) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("targets must not be empty");
        }
        if (!totals.problems().isEmpty()) {
            return Checked.refused(totals.problems());
        }
        List<LinearStatistic> linear = new ArrayList<>();
        double[] values = new double[targets.size()];
        long[] bases = new long[targets.size()];
        boolean[] unanimous = new boolean[targets.size()];
        for (int i = 0; i < values.length; i++) {
            ItemTarget target = targets.get(i);
            Point point = point(target.domain(), target.item(), target.statistic());
            if (point.distribution.base() == 0) {
                return Checked.refused(noAnswers(target.domain(), target.item()));
            }
            values[i] = point.value;
            bases[i] = point.distribution.base();
            unanimous[i] = point.agreed();
            linear.add(point.linear());
        }
        return Linearization.of(totals, linear, options.lonelyPsu())
                .map(variation -> new JointEstimate(
                        targets,
                        values,
                        bases,
                        unanimous,
                        matrix(variation, values.length),
                        df(variation),
                        options,
                        variation.flags()));
    }

    private static double[][] matrix(Variation variation, int size) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = variation.covariance(i, j);
            }
        }
        return matrix;
    }

    private Checked<Estimate> ratio(JointEstimate joint, Domain domain) {
        double below = joint.value(1);
        if (below == 0.0) {
            return Checked.refused(zeroDenominator(domain));
        }
        ItemTarget over = joint.targets().get(0);
        ItemTarget under = joint.targets().get(1);
        double ratio = joint.value(0) / below;
        String indicator = over.item().equals(under.item()) ? over.item() : over.item() + "/" + under.item();
        String name = "ratio(" + over.statistic() + ", " + under.statistic() + ")";
        return Checked.of(joint.smooth(domain.name(), indicator, name, ratio, REALS, 1.0 / below, -ratio / below));
    }

    private Point point(Domain domain, String item, Statistic statistic) {
        int index = totals.layout().index(item);
        RatingScale scale = totals.items().get(index).scale();
        double[] scores = statistic.scores(scale);
        int[] groups = totals.groupsOf(domain);
        RatingDistribution distribution = totals.distribution(groups, index);
        return new Point(domain, item, index, statistic, scores, groups, distribution);
    }

    private static Problem zeroDenominator(Domain domain) {
        return Problem.of(EstimateProblem.ZERO_DENOMINATOR, Place.nowhere(), "domain", domain.name());
    }

    private static Problem noAnswers(Domain domain, String item) {
        return Problem.of(EstimateProblem.NO_ANSWERS, Place.nowhere(), "domain", domain.name(), "item", item);
    }

    private double df(Variation variation) {
        return options.degreesOfFreedom() == DegreesOfFreedom.DOMAIN
                ? variation.df()
                : (double) (totals.units() - totals.stratumCount());
    }

    private Estimate estimate(Point point, Variation variation) {
        RatingDistribution distribution = point.distribution;
        EnumSet<EstimateFlag> flags = EnumSet.copyOf(variation.flags());
        totals.reweighting()
                .projection()
                .filter(projection -> !projection.converged())
                .ifPresent(projection -> flags.add(EstimateFlag.NOT_CALIBRATED));
        double df = df(variation);
        double deviation = Math.sqrt(point.spread() * (point.statistic.isTotal() ? point.weight * point.weight : 1.0));
        double error = point.agreed() ? 0.0 : Math.sqrt(Math.max(0.0, variation.covariance(0, 0)));
        if (!point.statistic.isTotal() && error < ROUNDING * deviation) {
            error = 0.0;
        }
        OptionalDouble effective = OptionalDouble.empty();
        if (point.agreed()) {
            flags.add(EstimateFlag.UNANIMOUS);
            effective = OptionalDouble.of(distribution.effectiveBase());
        } else if (error == 0.0) {
            flags.add(EstimateFlag.ZERO_VARIANCE);
        } else if (!point.statistic.isTotal()) {
            effective = OptionalDouble.of(point.spread() / (error * error));
        }
        Bounds bounds = bounds(point, error, df, flags);
        return new Estimate(
                point.domain.name(),
                point.item,
                point.statistic.toString(),
                point.value,
                error,
                df,
                options.degreesOfFreedom(),
                bounds.interval,
                options.level(),
                bounds.method,
                distribution.base(),
                effective,
                point.agreed() ? DesignEffect.undefined() : designEffect(point, error * error),
                options.lonelyPsu(),
                flags);
    }

    private Bounds bounds(Point point, double error, double df, EnumSet<EstimateFlag> flags) {
        if (!(df > 0.0)) {
            flags.add(EstimateFlag.NO_DEGREES_OF_FREEDOM);
            return new Bounds(point.range(), "range");
        }
        ProportionInterval method = options.interval();
        double level = options.level();
        long n = point.distribution.base();
        if (point.agreed()) {
            if (point.statistic.isShare() && method != ProportionInterval.BETA && method != ProportionInterval.WILSON) {
                flags.add(EstimateFlag.INTERVAL_REPLACED);
            }
            ProportionInterval used = method == ProportionInterval.BETA ? method : ProportionInterval.WILSON;
            Interval interval = used.unanimous(1.0, point.distribution.effectiveBase(), n, df, level, student::of);
            return new Bounds(point.agreedWithin(interval.lower()), name(used));
        }
        if (point.statistic.isShare()) {
            return new Bounds(method.of(point.value, error, n, df, level, student::of), name(method));
        }
        double reach = student.of(df) * error;
        return new Bounds(new Interval(point.value - reach, point.value + reach), "t");
    }

    private static String name(ProportionInterval method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private static DesignEffect designEffect(Point point, double variance) {
        long n = point.distribution.base();
        double simple = point.spread() / (n - 1.0) * (point.statistic.isTotal() ? point.weight * point.weight : 1.0);
        if (n < 2 || !(simple > 0.0)) {
            return DesignEffect.undefined();
        }
        double remaining = 1.0 - n / point.weight;
        return new DesignEffect(
                OptionalDouble.of(variance / simple),
                remaining > ROUNDING ? OptionalDouble.of(variance / (simple * remaining)) : OptionalDouble.empty());
    }

    private record Bounds(Interval interval, String method) {}

    /** A point estimate with what it was computed from. */
    private static final class Point {

        private final Domain domain;
        private final String item;
        private final int index;
        private final Statistic statistic;
        private final double[] scores;
        private final int[] groups;
        private final RatingDistribution distribution;
        private final double weight;
        private final double value;

        Point(
                Domain domain,
                String item,
                int index,
                Statistic statistic,
                double[] scores,
                int[] groups,
                RatingDistribution distribution) {
            this.domain = domain;
            this.item = item;
            this.index = index;
            this.statistic = statistic;
            this.scores = scores;
            this.groups = groups;
            this.distribution = distribution;
            this.weight = distribution.weight();
            if (statistic.isTotal()) {
                double[] sum = distribution.scored(scores);
                this.value = sum[0] + sum[1];
            } else {
                this.value = distribution.base() == 0 ? 0.0 : distribution.ratio(scores);
            }
        }

        /** All answers have the same score; a total still varies with the number of answers. */
        boolean agreed() {
            return !statistic.isTotal() && distribution.isUnanimous(scores);
        }

        double spread() {
            double centre = statistic.isTotal() ? value / weight : value;
            return distribution.spread(scores, centre);
        }

        LinearStatistic linear() {
            double[] linear = new double[scores.length];
            for (int i = 0; i < linear.length; i++) {
                linear[i] = statistic.isTotal() ? scores[i] : (scores[i] - value) / weight;
            }
            return new LinearStatistic(groups, index, linear);
        }

        Interval range() {
            if (statistic.isTotal()) {
                boolean positive = Arrays.stream(scores).allMatch(score -> score >= 0.0);
                return new Interval(positive ? 0.0 : Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            }
            return new Interval(
                    Arrays.stream(scores).min().orElse(value),
                    Arrays.stream(scores).max().orElse(value));
        }

        /** What remains possible if at least this share of the population agrees with all answers seen. */
        Interval agreedWithin(double share) {
            Interval range = range();
            return new Interval(
                    value - (1.0 - share) * (value - range.lower()), value + (1.0 - share) * (range.upper() - value));
        }
    }
}
