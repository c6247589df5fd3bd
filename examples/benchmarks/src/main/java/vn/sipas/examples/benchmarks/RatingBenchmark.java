package vn.sipas.examples.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.rating.Criterion;
import vn.sipas.core.rating.FactDefinition;
import vn.sipas.core.rating.Gate;
import vn.sipas.core.rating.GateEffect;
import vn.sipas.core.rating.GateTest;
import vn.sipas.core.rating.PointsMapping;
import vn.sipas.core.rating.Provenance;
import vn.sipas.core.rating.RatingCalculator;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.ScoringRule;
import vn.sipas.core.rating.StarBand;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.csv.StarRatingTable;

/** Rates five years of units by 24 given criteria in four groups and one that a survey feeds, with three gates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RatingBenchmark {

    private static final int YEARS = 5;
    private static final int GROUPS = 4;
    private static final int CRITERIA_OF_A_GROUP = 6;

    /** How many units there are: a province, the country, ten countries. */
    @Param({"209", "3321", "33210"})
    @SuppressWarnings("NullAway.Init") // JMH fills it in
    private int units;

    private final RatingCalculator calculator = RatingCalculator.of(scheme());
    private final List<List<UnitScores>> years = new ArrayList<>();

    /** Draws the scores. */
    @Setup
    public void scores() {
        SplittableRandom random = new SplittableRandom(1);
        for (int year = 0; year < YEARS; year++) {
            List<UnitScores> scores = new ArrayList<>(units);
            for (int unit = 0; unit < units; unit++) {
                scores.add(scores("u" + unit, random));
            }
            years.add(scores);
        }
    }

    private static UnitScores scores(String unit, SplittableRandom random) {
        UnitScores.Builder scores = UnitScores.builder(UnitCode.of(unit));
        for (int group = 0; group < GROUPS; group++) {
            for (int i = 0; i < CRITERIA_OF_A_GROUP; i++) {
                scores.points("k" + group + "-" + i, Fraction.of(random.nextInt(150, 301), 100));
            }
        }
        return scores.surveyed("satisfaction", BigDecimal.valueOf(random.nextInt(800, 1001), 1), 2.5, 59)
                .yesNo("disciplined", random.nextInt(50) == 0)
                .build();
    }

    private static RatingScheme scheme() {
        RatingScheme.Builder scheme = RatingScheme.builder(
                        MethodVersion.of("benchmark", "1"), LocalizedText.same("benchmark"), Fraction.of(100, 1))
                .fact(FactDefinition.yesNo("disciplined", LocalizedText.same("disciplined")))
                .fact(FactDefinition.satisfaction(
                        "satisfaction", LocalizedText.same("satisfaction"), Fraction.of(100, 1)));
        for (int group = 0; group < GROUPS; group++) {
            List<Criterion> parts = new ArrayList<>();
            for (int i = 0; i < CRITERIA_OF_A_GROUP; i++) {
                String code = "k" + group + "-" + i;
                parts.add(Criterion.given(code, LocalizedText.same(code), 3));
            }
            scheme.criterion(new Criterion(
                    "g" + group,
                    LocalizedText.same("group " + group),
                    Fraction.of(18, 1),
                    new ScoringRule.SumOfParts(parts),
                    Provenance.assumption()));
        }
        scheme.criterion(new Criterion(
                        "survey",
                        LocalizedText.same("satisfaction"),
                        Fraction.of(28, 1),
                        new ScoringRule.SatisfactionPoints(
                                "satisfaction", PointsMapping.Linear.upTo(Fraction.of(100, 1))),
                        Provenance.assumption()))
                .gate(gate("no-discipline", new GateTest.FactIs("disciplined", false), new GateEffect.CapStars(2)))
                .gate(gate("enough-answers", new GateTest.MinimumBase("satisfaction", 30), new GateEffect.Exclude()))
                .gate(gate(
                        "group-minimum",
                        new GateTest.CriterionMinimum("g0", Fraction.of(9, 1)),
                        new GateEffect.Block()));
        int[] starts = {0, 60, 70, 80, 90};
        for (int stars = 1; stars < starts.length; stars++) {
            scheme.band(new StarBand(
                    stars,
                    LocalizedText.same(stars + " stars"),
                    stars == 1 ? Optional.empty() : Optional.of(Fraction.of(starts[stars], 1)),
                    stars + 1 < starts.length ? Optional.of(Fraction.of(starts[stars + 1], 1)) : Optional.empty(),
                    Provenance.assumption()));
        }
        return scheme.build();
    }

    private static Gate gate(String code, GateTest test, GateEffect effect) {
        return new Gate(code, LocalizedText.same(code), test, effect, Provenance.assumption());
    }

    /**
     * Rates all units of all years.
     *
     * @return the number of ratings
     */
    @Benchmark
    public int rate() {
        return years.stream()
                .mapToInt(scores -> calculator.rateAll(scores).size())
                .sum();
    }

    /**
     * Rates all units of all years and writes the tables with the points to the next star.
     *
     * @return the number of characters
     */
    @Benchmark
    public int rateAndWrite() {
        return years.stream()
                .mapToInt(scores -> StarRatingTable.create()
                        .write(calculator.rateAll(scores))
                        .length())
                .sum();
    }
}
