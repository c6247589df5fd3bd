package vn.sipas.examples.coverage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.design.Stratum;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimateFlag;
import vn.sipas.core.estimate.Estimator;
import vn.sipas.core.estimate.Interval;
import vn.sipas.core.estimate.ProportionInterval;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.survey.RatingScale;

/**
 * Simulated coverage where respondents come in clusters or with unequal weights, from a fixed seed.
 *
 * <p>Answers of a cluster follow Pólya's urn: the next respondent is satisfied with probability {@code (a + satisfied so
 * far)/(a + b + respondents so far)}, a = p·(1 − ρ)/ρ and b = (1 − p)·(1 − ρ)/ρ, which makes the number of satisfied
 * respondents beta-binomial with mean p and intra-cluster correlation ρ.
 */
final class SimulatedStudy {

    static final int REPETITIONS = 5000;
    static final long SEED = 20241002L;
    static final List<Double> SHARES = List.of(0.90, 0.95, 0.98, 0.99, 0.999);

    static final List<Setting> SETTINGS = settings();

    private static final double HEAVY = 5.0;

    private SimulatedStudy() {}

    /**
     * A way to draw a sample.
     *
     * @param units the number of clusters; 0 for respondents drawn directly
     * @param perUnit the number of respondents of a cluster, or of the sample without clusters
     * @param correlation the intra-cluster correlation ρ
     * @param weighted whether every other respondent weighs five times as much
     */
    record Setting(int units, int perUnit, double correlation, boolean weighted) {

        String name() {
            String text = units == 0 ? perUnit + " respondents" : units + " clusters of " + perUnit;
            text += units == 0 ? "" : ", ρ = " + correlation;
            return weighted ? text + ", weights 1 and 5" : text;
        }

        int size() {
            return units == 0 ? perUnit : units * perUnit;
        }
    }

    private static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (int[] design : new int[][] {{10, 6}, {20, 6}, {20, 10}, {40, 5}}) {
            for (double correlation : new double[] {0.02, 0.05, 0.15}) {
                settings.add(new Setting(design[0], design[1], correlation, false));
            }
        }
        settings.add(new Setting(0, 60, 0.0, true));
        settings.add(new Setting(0, 200, 0.0, true));
        settings.add(new Setting(20, 6, 0.05, true));
        return List.copyOf(settings);
    }

    /** Returns one row of the table. */
    static String row(Setting setting, double share) {
        Map<ExactStudy.Method, double[]> sums = new EnumMap<>(ExactStudy.Method.class);
        for (ExactStudy.Method method : ExactStudy.Method.values()) {
            sums.put(method, new double[2]);
        }
        Random random = new Random(SEED + 31L * SETTINGS.indexOf(setting) + SHARES.indexOf(share));
        int unanimous = 0;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            Estimate estimate = estimate(setting, share, random);
            unanimous += estimate.has(EstimateFlag.UNANIMOUS) ? 1 : 0;
            sums.forEach((method, sum) -> {
                Interval interval = interval(method, estimate);
                sum[0] += interval.contains(share) ? 1.0 : 0.0;
                sum[1] += interval.width();
            });
        }
        return "| " + setting.name() + " | " + setting.size() + " | " + share + " | "
                + String.format(Locale.ROOT, "%.0f %%", 100.0 * unanimous / REPETITIONS) + " | "
                + sums.values().stream()
                        .map(sum -> new Coverage(sum[0] / REPETITIONS, sum[1] / REPETITIONS).cell())
                        .collect(Collectors.joining(" | "))
                + " |\n";
    }

    private static Estimate estimate(Setting setting, double share, Random random) {
        SampleDesign design = setting.units() == 0 ? SampleDesign.simpleRandom() : SampleDesign.clustered();
        ResponseTally tally = ResponseTally.of(
                setting.weighted() ? design.weighted() : design, List.of(new RatedItem("q", RatingScale.yesNo())));
        int group = tally.group("");
        int[] answer = new int[1];
        for (int unit = 0; unit < Math.max(1, setting.units()); unit++) {
            int position = tally.position(Stratum.UNSTRATIFIED, setting.units() == 0 ? "" : Integer.toString(unit));
            int satisfied = 0;
            for (int i = 0; i < setting.perUnit(); i++) {
                double balls = setting.correlation() == 0.0 ? 0.0 : 1.0 / setting.correlation() - 1.0;
                double chance = setting.correlation() == 0.0 ? share : (share * balls + satisfied) / (balls + i);
                answer[0] = random.nextDouble() < chance ? 1 : 0;
                satisfied += answer[0];
                tally.accept(group, position, setting.weighted() && i % 2 == 1 ? HEAVY : 1.0, answer, 0);
            }
        }
        return Estimator.of(tally.result(), ExactStudy.options(ProportionInterval.WILSON))
                .favourableShare(Domain.all(), "q")
                .orThrow();
    }

    /** The interval that the estimator gives with another method. */
    private static Interval interval(ExactStudy.Method method, Estimate estimate) {
        double level = estimate.level();
        if (method == ExactStudy.Method.PLAIN_WALD && estimate.has(EstimateFlag.UNANIMOUS)) {
            return new Interval(estimate.value(), estimate.value());
        }
        return estimate.has(EstimateFlag.UNANIMOUS)
                ? method.interval()
                        .unanimous(
                                estimate.value(),
                                estimate.effectiveBase().orElseThrow(),
                                estimate.base(),
                                estimate.df(),
                                level)
                : method.interval()
                        .of(estimate.value(), estimate.standardError(), estimate.base(), estimate.df(), level);
    }

    /** Returns the whole table. */
    static String markdown() {
        StringBuilder text = new StringBuilder("| design | n | p | p̂ = 1 |");
        for (ExactStudy.Method method : ExactStudy.Method.values()) {
            text.append(' ').append(method).append(" |");
        }
        text.append("\n|---|---|---|---|")
                .append("---|".repeat(ExactStudy.Method.values().length))
                .append('\n');
        for (Setting setting : SETTINGS) {
            for (double share : SHARES) {
                text.append(row(setting, share));
            }
        }
        return text.toString();
    }
}
