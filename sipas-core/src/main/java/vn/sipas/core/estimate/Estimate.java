package vn.sipas.core.estimate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import vn.sipas.core.design.LonelyPsuPolicy;

/**
 * A number with its sampling error and what is needed to judge it.
 *
 * @param domain the name of the domain
 * @param indicator the code of the question, or the name of what was computed from several
 * @param statistic the name of the statistic, such as {@code favourable_share}
 * @param value the estimate
 * @param standardError its standard error, at least 0
 * @param df the degrees of freedom, at least 0; infinite for a binomial interval
 * @param dfCounted which units and strata the degrees of freedom count
 * @param interval the confidence interval
 * @param level the level of confidence, in the open interval (0, 1)
 * @param method the name of the interval method that was used, such as {@code wilson} or {@code t}
 * @param base the number of valid answers n
 * @param effectiveBase the size of the simple random sample with the same variance, n_eff: for a share p(1 − p)/se², for
 *     a mean Σw(y − ȳ)²/Σw ÷ se²; where all answers agree, (Σw)²/Σw²; empty for totals, ratios and differences, and
 *     where the standard error is 0 although answers differ
 * @param designEffect the design effect in both definitions
 * @param lonelyPsu the policy for lonely units that was in force
 * @param flags what a reader must know
 */
public record Estimate(
        String domain,
        String indicator,
        String statistic,
        double value,
        double standardError,
        double df,
        DegreesOfFreedom dfCounted,
        Interval interval,
        double level,
        String method,
        long base,
        OptionalDouble effectiveBase,
        DesignEffect designEffect,
        LonelyPsuPolicy lonelyPsu,
        Set<EstimateFlag> flags) {

    /** The name of the interval that joins those of two parts. */
    static final String COMBINED = "mover";

    public Estimate {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(statistic, "statistic");
        Objects.requireNonNull(dfCounted, "dfCounted");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(effectiveBase, "effectiveBase");
        Objects.requireNonNull(designEffect, "designEffect");
        Objects.requireNonNull(lonelyPsu, "lonelyPsu");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite, was " + value);
        }
        if (!(standardError >= 0.0) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException("standardError must be in [0, ∞), was " + standardError);
        }
        if (!(df >= 0.0)) {
            throw new IllegalArgumentException("df must be at least 0, was " + df);
        }
        if (!(level > 0.0 && level < 1.0)) {
            throw new IllegalArgumentException("level must be in (0, 1), was " + level);
        }
        if (base < 0) {
            throw new IllegalArgumentException("base must be at least 0, was " + base);
        }
        EnumSet<EstimateFlag> sorted = EnumSet.noneOf(EstimateFlag.class);
        sorted.addAll(flags);
        flags = Collections.unmodifiableSet(sorted);
    }

    /**
     * Returns the variance.
     *
     * @return the square of the standard error
     */
    public double variance() {
        return standardError * standardError;
    }

    /**
     * Tells whether a flag is raised.
     *
     * @param flag the flag
     * @return whether it is
     */
    public boolean has(EstimateFlag flag) {
        return flags.contains(flag);
    }

    /**
     * Returns the estimate with another base.
     *
     * @param newBase the number of valid answers, at least 0
     * @return the estimate
     */
    public Estimate withBase(long newBase) {
        return new Estimate(
                domain,
                indicator,
                statistic,
                value,
                standardError,
                df,
                dfCounted,
                interval,
                level,
                method,
                newBase,
                effectiveBase,
                designEffect,
                lonelyPsu,
                flags);
    }

    /**
     * Returns the difference {@code a − b} of two estimates from samples drawn independently of each other, such as two
     * waves with fresh samples. Variances and degrees of freedom add up, as those of two strata do.
     *
     * <p>For two domains of one sample use {@link Estimator#difference}, which knows their covariance.
     *
     * @param first the estimate a
     * @param second the estimate b, of the same statistic and at the same level of confidence
     * @return the difference
     */
    public static Estimate independentDifference(Estimate first, Estimate second) {
        return difference(first, second, 0.0, first.df + second.df);
    }

    /**
     * Returns the difference {@code a − b} of two estimates whose covariance is known, such as two waves that asked in the same
     * primary sampling units: {@code var = var(a) + var(b) − 2·cov(a, b)}.
     *
     * <p>Where one of them is unanimous or partly so, the interval combines those of both (Zou and Donner 2008) without the
     * covariance, which for parts that move together makes it wider than needed.
     *
     * @param first the estimate a
     * @param second the estimate b, of the same statistic and at the same level of confidence
     * @param covariance their covariance
     * @param df the degrees of freedom of the difference, at least 0
     * @return the difference
     */
    public static Estimate difference(Estimate first, Estimate second, double covariance, double df) {
        if (!first.statistic.equals(second.statistic)) {
            throw new IllegalArgumentException("second must estimate " + first.statistic + ", was " + second.statistic);
        }
        if (first.level != second.level) {
            throw new IllegalArgumentException("second must have level " + first.level + ", was " + second.level);
        }
        return difference(first, second, first.variance() + second.variance() - 2.0 * covariance, df, Set.of());
    }

    /** Joins two estimates whose difference has a known variance. */
    static Estimate difference(
            Estimate first, Estimate second, double variance, double df, Set<EstimateFlag> moreFlags) {
        double value = first.value - second.value;
        double error = Math.sqrt(Math.max(0.0, variance));
        EnumSet<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
        flags.addAll(first.flags);
        flags.addAll(second.flags);
        flags.addAll(moreFlags);
        Interval interval;
        if (flags.contains(EstimateFlag.UNANIMOUS)
                || flags.contains(EstimateFlag.COMBINED_INTERVAL)
                || flags.contains(EstimateFlag.NO_DEGREES_OF_FREEDOM)) {
            // Zou and Donner (2008): the squared distances from value to bound add up
            flags.add(EstimateFlag.COMBINED_INTERVAL);
            interval = new Interval(
                    value - Math.hypot(first.value - first.interval.lower(), second.interval.upper() - second.value),
                    value + Math.hypot(first.interval.upper() - first.value, second.value - second.interval.lower()));
        } else {
            double reach = Quantiles.student(df, first.level) * error;
            interval = new Interval(value - reach, value + reach);
        }
        return new Estimate(
                first.domain.equals(second.domain) ? first.domain : first.domain + " - " + second.domain,
                first.indicator.equals(second.indicator) ? first.indicator : first.indicator + " - " + second.indicator,
                first.statistic.equals(second.statistic)
                        ? "difference(" + first.statistic + ")"
                        : "difference(" + first.statistic + ", " + second.statistic + ")",
                value,
                error,
                df,
                first.dfCounted,
                interval,
                first.level,
                flags.contains(EstimateFlag.COMBINED_INTERVAL) ? COMBINED : "t",
                first.base + second.base,
                OptionalDouble.empty(),
                DesignEffect.undefined(),
                first.lonelyPsu,
                flags);
    }

    /**
     * Returns the estimate as a small aligned table, with the policy for lonely units, the degrees of freedom and the flags
     * explained below.
     *
     * @return a heading, one line, and the notes
     */
    @Override
    public String toString() {
        return EstimateTable.of(List.of(this)).toString();
    }

    /**
     * Returns the estimate as a small HTML table, for notebooks.
     *
     * @return a {@code table} element
     */
    public String toHtml() {
        return EstimateTable.of(List.of(this)).toHtml();
    }
}
