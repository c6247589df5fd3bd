package vn.sipas.examples.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

/**
 * Counts 5,000,000 weighted rows once and makes the table of share and mean for every unit and item; then changes one
 * answer of one row at a time and makes the table right again. Each call is timed, so that the median does not suffer from
 * what else the machine does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecomputationBenchmark {

    private static final int ROWS = 5_000_000;
    private static final int UNITS = 3_321;
    private static final int ITEMS = 22;
    private static final int LEVELS = 5;

    private final List<RatedItem> items = SimulatedFile.items(ITEMS).stream()
            .map(item -> new RatedItem(item, RatingScale.likert5()))
            .toList();
    private final ResponseTally tally =
            ResponseTally.of(SampleDesign.simpleRandom().weighted(), items);
    private final SplittableRandom random = new SplittableRandom(1);
    private final byte[] rows = new byte[ROWS * ITEMS];
    private final double[][] table = new double[UNITS][2 * ITEMS];
    private final int[] answers = new int[ITEMS];

    /** Counts the rows and makes the table. */
    @Setup
    public void count() {
        for (int row = 0; row < ROWS; row++) {
            for (int item = 0; item < ITEMS; item++) {
                rows[row * ITEMS + item] = (byte) Math.min(LEVELS - 1, random.nextInt(4 * LEVELS));
            }
            load(row);
            tally.accept(group(row % UNITS), tally.position("", ""), weight(row), answers, 0);
        }
        everything();
    }

    private void load(int row) {
        for (int item = 0; item < ITEMS; item++) {
            answers[item] = rows[row * ITEMS + item];
        }
    }

    private static double weight(int row) {
        return 0.5 + row % 200 / 100.0;
    }

    private int group(int unit) {
        return tally.group(key(unit));
    }

    private static String key(int unit) {
        return "unit" + unit;
    }

    /**
     * Changes an answer and makes the table right: only the numbers of one unit can have changed.
     *
     * @return the table
     */
    @Benchmark
    public double[][] oneAnswer() {
        int row = random.nextInt(ROWS);
        int unit = row % UNITS;
        int position = tally.position("", "");
        load(row);
        tally.retract(group(unit), position, weight(row), answers, 0);
        int item = random.nextInt(ITEMS);
        answers[item] = (answers[item] + 1) % LEVELS;
        rows[row * ITEMS + item] = (byte) answers[item];
        tally.accept(group(unit), position, weight(row), answers, 0);
        fill(tally.result(), unit);
        return table;
    }

    /**
     * Makes all 146,124 numbers of the table from the counts, changed or not.
     *
     * @return the table
     */
    @Benchmark
    public double[][] everything() {
        SampleTotals totals = tally.result();
        for (int unit = 0; unit < UNITS; unit++) {
            fill(totals, unit);
        }
        return table;
    }

    private void fill(SampleTotals totals, int unit) {
        Domain domain = Domain.of(key(unit));
        for (int item = 0; item < ITEMS; item++) {
            RatingDistribution distribution =
                    totals.distribution(domain, items.get(item).code());
            table[unit][2 * item] = distribution.favourableShare().orElseThrow().value();
            table[unit][2 * item + 1] = distribution.mean().orElseThrow();
        }
    }
}
