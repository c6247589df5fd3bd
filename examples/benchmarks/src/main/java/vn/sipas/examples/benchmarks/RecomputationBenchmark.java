package vn.sipas.examples.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.survey.RatingScale;

/** Counts 5,000,000 weighted rows once, then keeps the numbers of a unit right while answers come in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecomputationBenchmark {

    private static final int ROWS = 5_000_000;
    private static final int UNITS = 3_321;
    private static final int ITEMS = 22;

    private final List<RatedItem> items = IntStream.rangeClosed(1, ITEMS)
            .mapToObj(i -> new RatedItem("q" + i, RatingScale.likert5()))
            .toList();
    private final ResponseTally tally =
            ResponseTally.of(SampleDesign.simpleRandom().weighted(), items);
    private final SplittableRandom random = new SplittableRandom(1);
    private final int[] answers = new int[ITEMS];

    /** Counts the rows. */
    @Setup
    public void count() {
        for (int row = 0; row < ROWS; row++) {
            accept(row % UNITS);
        }
    }

    private String accept(int unit) {
        for (int item = 0; item < ITEMS; item++) {
            answers[item] = Math.min(4, random.nextInt(20));
        }
        String key = "unit" + unit;
        tally.accept(tally.group(key), tally.position("", ""), 0.5 + random.nextInt(200) / 100.0, answers, 0);
        return key;
    }

    /**
     * Takes one more row in and reads all numbers of its unit.
     *
     * @return the sum of the numbers
     */
    @Benchmark
    public double recompute() {
        Domain unit = Domain.of(accept(random.nextInt(UNITS)));
        SampleTotals totals = tally.result();
        double sum = 0.0;
        for (RatedItem item : items) {
            RatingDistribution distribution = totals.distribution(unit, item.code());
            sum += distribution.favourableShare().orElseThrow().value()
                    + distribution.mean().orElseThrow();
        }
        return sum;
    }
}
