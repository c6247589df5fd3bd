package vn.sipas.examples.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.estimate.Estimator;
import vn.sipas.core.estimate.Interval;
import vn.sipas.core.estimate.ProportionInterval;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.survey.RatingScale;

/**
 * Exact coverage with independent answers: every number of satisfied answers has its binomial probability and its interval, so
 * the coverage is a finite sum and nothing is drawn.
 */
final class ExactStudy {

    static final double LEVEL = 0.95;
    static final List<Integer> SIZES = List.of(20, 30, 40, 59, 80, 100, 150, 200);
    static final List<Double> SHARES = List.of(0.90, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999);

    /** The methods studied. LOGIT is left out: for a plain share its bounds are those of XLOGIT. */
    enum Method {
        /** {@link ProportionInterval#WILSON}, the default. */
        WILSON(ProportionInterval.WILSON),
        /** {@link ProportionInterval#BETA}. */
        BETA(ProportionInterval.BETA),
        /** {@link ProportionInterval#XLOGIT}; Wilson where all agree. */
        XLOGIT(ProportionInterval.XLOGIT),
        /** {@link ProportionInterval#ARCSINE}; Wilson where all agree. */
        ARCSINE(ProportionInterval.ARCSINE),
        /** {@link ProportionInterval#WALD} of this library; Wilson where all agree. */
        WALD(ProportionInterval.WALD),
        /** Wald's interval as older reports have it: without any width where all agree. */
        PLAIN_WALD(ProportionInterval.WALD);

        private final ProportionInterval interval;

        Method(ProportionInterval interval) {
            this.interval = interval;
        }

        /** The method of the library. */
        ProportionInterval interval() {
            return interval;
        }
    }

    /** Which form of the intervals is studied. */
    enum Form {
        /** What {@link Estimator} gives for a simple random sample: variance with n − 1, quantile of Student's t. */
        SURVEY,
        /** The textbook form of {@link ProportionInterval#binomial}. */
        BINOMIAL
    }

    private ExactStudy() {}

    /** Returns the interval for each number of satisfied answers from 0 to n. */
    static List<Interval> intervals(Form form, Method method, int n) {
        List<Interval> intervals = new ArrayList<>(n + 1);
        for (int satisfied = 0; satisfied <= n; satisfied++) {
            if (method == Method.PLAIN_WALD && satisfied % n == 0) {
                double share = (double) satisfied / n;
                intervals.add(new Interval(share, share));
            } else if (form == Form.BINOMIAL) {
                intervals.add(method.interval().binomial(satisfied, n, LEVEL));
            } else {
                intervals.add(Estimator.of(sample(satisfied, n), options(method.interval()))
                        .favourableShare(Domain.all(), "q")
                        .orThrow()
                        .interval());
            }
        }
        return intervals;
    }

    static EstimationOptions options(ProportionInterval method) {
        return EstimationOptions.defaults().withLevel(LEVEL).withInterval(method);
    }

    private static SampleTotals sample(int satisfied, int n) {
        ResponseTally tally =
                ResponseTally.of(SampleDesign.simpleRandom(), List.of(new RatedItem("q", RatingScale.yesNo())));
        for (int i = 0; i < n; i++) {
            tally.accept("", new int[] {i < satisfied ? 1 : 0});
        }
        return tally.result();
    }

    /** Sums the probabilities of the samples whose interval contains the share. */
    static Coverage coverage(List<Interval> intervals, double share) {
        int n = intervals.size() - 1;
        BinomialDistribution satisfied = BinomialDistribution.of(n, share);
        double covered = 0.0;
        double width = 0.0;
        for (int k = 0; k <= n; k++) {
            double probability = satisfied.probability(k);
            covered += intervals.get(k).contains(share) ? probability : 0.0;
            width += probability * intervals.get(k).width();
        }
        return new Coverage(covered, width);
    }

    /** Returns one table per method, and per form a count of the cells pointed out. */
    static String markdown() {
        StringBuilder text = new StringBuilder();
        for (Form form : Form.values()) {
            text.append(
                    form == Form.SURVEY
                            ? "### Intervals of the estimator, simple random sample (exact)\n\n"
                            : "### Textbook binomial intervals (exact)\n\n");
            StringBuilder tables = new StringBuilder();
            text.append(
                    "| method | cells under 93 % | lowest coverage | mean width over all cells |\n|---|---|---|---|\n");
            for (Method method : Method.values()) {
                table(form, method, text, tables);
            }
            text.append('\n').append(tables);
        }
        return text.toString();
    }

    private static void table(Form form, Method method, StringBuilder summary, StringBuilder tables) {
        tables.append("**").append(method).append("**\n\n| n |");
        SHARES.forEach(share -> tables.append(" p = ").append(share).append(" |"));
        tables.append("\n|---|").append("---|".repeat(SHARES.size())).append('\n');
        List<Coverage> all = new ArrayList<>();
        for (int n : SIZES) {
            List<Interval> intervals = intervals(form, method, n);
            List<Coverage> row =
                    SHARES.stream().map(share -> coverage(intervals, share)).toList();
            all.addAll(row);
            tables.append("| ").append(n).append(" | ");
            tables.append(row.stream().map(Coverage::cell).collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        tables.append('\n');
        long poor = all.stream().filter(cell -> cell.share() < Coverage.POOR).count();
        double lowest = all.stream().mapToDouble(Coverage::share).min().orElseThrow();
        double width = all.stream().mapToDouble(Coverage::width).average().orElseThrow();
        summary.append(String.format(
                Locale.ROOT,
                "| %s | %d of %d | %.1f | %.1f |\n",
                method,
                poor,
                all.size(),
                100.0 * lowest,
                100.0 * width));
    }
}
