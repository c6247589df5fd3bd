package vn.sipas.core.estimate;

import java.util.function.DoubleUnaryOperator;

/**
 * Confidence intervals for a share, from the share, its standard error and the degrees of freedom of the design.
 *
 * <p>t is the two-sided quantile of Student's distribution with the degrees of freedom, the normal quantile where they are
 * infinite. With {@code n_eff = p(1 − p)/se²} every method becomes its textbook form on an effective sample. No method
 * works at a share of exactly 0 or 1, where the standard error is 0: for those see {@link #unanimous}.
 *
 * <p>All methods are pure functions and safe for use by any number of threads.
 */
public enum ProportionInterval {
    /**
     * Wilson's score interval (1927) on n_eff with the quantile t: {@code (p + t²/2n ± t·√(p(1−p)/n + t²/4n²)) / (1 +
     * t²/n)}, as {@code svyciprop(method = "wilson")} of R {@code survey} 4.5 defines it. The default: it keeps its level
     * best at the shares of 95 to 100 % that are published here, and exists for every sample.
     */
    WILSON,
    /**
     * Korn and Graubard (1998): the Clopper–Pearson interval on n_eff, multiplied by {@code (t_{n−1}/t_df)²}, with n the
     * number of answers. Never below its level in a simple random sample, and wider than needed.
     */
    BETA,
    /**
     * Wald's interval on the log-odds of an intercept-only logistic regression, as {@code svyciprop(method = "logit")}.
     * For a plain share the regression has a closed form and the bounds are those of {@link #XLOGIT}.
     */
    LOGIT,
    /** Delta method on the log-odds: {@code expit(log(p/(1−p)) ± t·se/(p(1−p)))}. */
    XLOGIT,
    /**
     * Variance-stabilised: {@code sin²(arcsin √p ± t·se/(2√(p(1−p))))}. An angle beyond [0, π/2] becomes the bound 0 or
     * 1; R squares its sine, which folds it back above 0 or below 1.
     */
    ARCSINE,
    /** {@code p ± t·se}: leaves [0, 1] and undercovers near its ends. For comparison with older reports only. */
    WALD;

    /**
     * Returns the interval of a share strictly between 0 and 1.
     *
     * @param share the share p, in the open interval (0, 1)
     * @param standardError its standard error, in the half-open interval [0, ∞); 0 gives an interval of zero width
     * @param n the number of answers, at least 1
     * @param df the degrees of freedom, in the half-open interval (0, ∞]
     * @param level the level of confidence, in the open interval (0, 1)
     * @return the interval; it contains the share, and lies in [0, 1] except with {@link #WALD}
     */
    public Interval of(double share, double standardError, long n, double df, double level) {
        return of(share, standardError, n, df, level, degrees -> Quantiles.student(degrees, level));
    }

    Interval of(double share, double standardError, long n, double df, double level, DoubleUnaryOperator student) {
        if (!(share > 0.0 && share < 1.0)) {
            throw new IllegalArgumentException("share must be in (0, 1), was " + share);
        }
        if (!(standardError >= 0.0) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException("standardError must be in [0, ∞), was " + standardError);
        }
        checkBase(n, df, level);
        if (standardError == 0.0) {
            return new Interval(share, share);
        }
        double variance = share * (1.0 - share);
        double effective = variance / (standardError * standardError);
        double t = student.applyAsDouble(df);
        return around(
                share,
                switch (this) {
                    case WILSON -> wilson(share, effective, t);
                    case BETA -> beta(share, kornGraubard(effective, n, df, student), level);
                    case LOGIT, XLOGIT -> {
                        double middle = Math.log(share) - Math.log1p(-share);
                        double reach = t * standardError / variance;
                        yield new Interval(expit(middle - reach), expit(middle + reach));
                    }
                    case ARCSINE -> {
                        double middle = Math.asin(Math.sqrt(share));
                        double reach = t * standardError / (2.0 * Math.sqrt(variance));
                        yield new Interval(
                                middle <= reach ? 0.0 : squaredSine(middle - reach),
                                middle + reach >= Math.PI / 2.0 ? 1.0 : squaredSine(middle + reach));
                    }
                    case WALD -> new Interval(share - t * standardError, share + t * standardError);
                });
    }

    /**
     * Returns the interval of a share of exactly 0 or 1, from the effective sample size that the weights leave.
     *
     * <p>{@link #BETA} gives the Clopper–Pearson bound on it, every other method Wilson's.
     *
     * @param share the share, 0 or 1
     * @param effective the effective sample size (Σw)²/Σw², at most the number of answers, positive
     * @param n the number of answers, at least 1
     * @param df the degrees of freedom, in the half-open interval (0, ∞]
     * @param level the level of confidence, in the open interval (0, 1)
     * @return the interval, with one bound at the share
     */
    public Interval unanimous(double share, double effective, long n, double df, double level) {
        return unanimous(share, effective, n, df, level, degrees -> Quantiles.student(degrees, level));
    }

    Interval unanimous(double share, double effective, long n, double df, double level, DoubleUnaryOperator student) {
        if (share != 0.0 && share != 1.0) {
            throw new IllegalArgumentException("share must be 0 or 1, was " + share);
        }
        if (!(effective > 0.0) || Double.isInfinite(effective)) {
            throw new IllegalArgumentException("effective must be positive and finite, was " + effective);
        }
        checkBase(n, df, level);
        if (this == BETA) {
            double base = Math.min((double) n, kornGraubard(effective, n, df, student));
            double reach = Math.pow((1.0 - level) / 2.0, 1.0 / base);
            return share == 1.0 ? new Interval(reach, 1.0) : new Interval(0.0, 1.0 - reach);
        }
        double t = student.applyAsDouble(df);
        double lower = effective / (effective + t * t);
        return share == 1.0 ? new Interval(lower, 1.0) : new Interval(0.0, t * t / (effective + t * t));
    }

    /**
     * Returns the interval of a binomial share, the textbook form for a simple random sample without a design: infinite
     * degrees of freedom and an effective sample of n.
     *
     * @param part the number of favourable answers, in the closed interval [0, n]
     * @param n the number of answers, at least 1
     * @param level the level of confidence, in the open interval (0, 1)
     * @return the interval
     */
    public Interval binomial(long part, long n, double level) {
        if (n < 1 || part < 0 || part > n) {
            throw new IllegalArgumentException("part must be in [0, n] and n at least 1, were " + part + " and " + n);
        }
        checkBase(n, Double.POSITIVE_INFINITY, level);
        double share = (double) part / n;
        if (part == 0 || part == n) {
            return this == BETA
                    ? beta(share, (double) n, level)
                    : unanimous(share, (double) n, n, Double.POSITIVE_INFINITY, level);
        }
        return this == BETA
                ? around(share, beta(share, (double) n, level))
                : of(share, Math.sqrt(share * (1.0 - share) / n), n, Double.POSITIVE_INFINITY, level);
    }

    private static void checkBase(long n, double df, double level) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (!(df > 0.0)) {
            throw new IllegalArgumentException("df must be in (0, ∞], was " + df);
        }
        if (!(level > 0.0 && level < 1.0)) {
            throw new IllegalArgumentException("level must be in (0, 1), was " + level);
        }
    }

    private static Interval wilson(double share, double effective, double t) {
        double square = t * t / effective;
        double middle = (share + square / 2.0) / (1.0 + square);
        double reach = t * Math.sqrt(share * (1.0 - share) / effective + square / (4.0 * effective)) / (1.0 + square);
        // the product of the bounds is p²/(1 + t²/n): no cancellation in the small one
        double upper = middle + reach;
        double lower = share * share / (1.0 + square) / upper;
        return new Interval(lower, upper);
    }

    private static double kornGraubard(double effective, long n, double df, DoubleUnaryOperator student) {
        double ratio = n > 1 ? student.applyAsDouble(n - 1.0) / student.applyAsDouble(df) : 1.0;
        return effective * ratio * ratio;
    }

    private static Interval beta(double share, double n, double level) {
        double tail = (1.0 - level) / 2.0;
        double successes = n * share;
        double failures = n * (1.0 - share);
        double lower = successes <= 0.0 ? 0.0 : Quantiles.beta(tail, successes, failures + 1.0);
        double upper = failures <= 0.0 ? 1.0 : Quantiles.beta(1.0 - tail, successes + 1.0, failures);
        return new Interval(Math.min(lower, share), Math.max(upper, share));
    }

    private Interval around(double share, Interval interval) {
        double lower = Math.min(share, interval.lower());
        double upper = Math.max(share, interval.upper());
        return this == WALD ? interval : new Interval(Math.max(0.0, lower), Math.min(1.0, upper));
    }

    private static double expit(double logit) {
        return logit >= 0.0 ? 1.0 / (1.0 + Math.exp(-logit)) : Math.exp(logit) / (1.0 + Math.exp(logit));
    }

    private static double squaredSine(double angle) {
        double sine = Math.sin(angle);
        return sine * sine;
    }
}
