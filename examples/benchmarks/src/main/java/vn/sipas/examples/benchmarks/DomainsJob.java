package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.Estimator;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.io.csv.RatingBatch;
import vn.sipas.io.csv.RatingColumns;
import vn.sipas.io.csv.RatingColumnsReader;
import vn.sipas.io.csv.SampleReader;

/** Share and mean with standard errors and intervals of every item in every unit of a stratified, clustered sample. */
final class DomainsJob {

    private static final int STEADY_ROUNDS = 30;

    private DomainsJob() {}

    /**
     * Runs the job: once as a whole, and then, if asked for, again and again from rows in memory.
     *
     * @param arguments file, number of items, file for the numbers, {@code cold} or {@code steady}
     * @throws IOException if a file fails
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        List<String> items = SimulatedFile.items(Integer.parseInt(arguments[1]));
        RatingColumns columns = SimulatedFile.columns(items.size())
                .withDesign(Optional.of("weight"), Optional.of("stratum"), Optional.of("psu"), Optional.empty());
        long start = System.nanoTime();
        UnitNumbers numbers = numbers(
                SampleReader.of(columns)
                        .withThreads(2)
                        .read(file, rows -> {}, problem -> {})
                        .orThrow()
                        .totals(),
                items);
        Reports.printSeconds(start);
        numbers.write(Path.of(arguments[2]));
        if (arguments[3].equals("steady")) {
            Reports.print("steady", steadySeconds(file, columns, items));
        }
    }

    /** The median time from rows in memory to all numbers, after as many rounds to warm up. */
    private static double steadySeconds(Path file, RatingColumns columns, List<String> items) throws IOException {
        List<RatingBatch> batches = new ArrayList<>();
        RatingColumnsReader.of(columns).read(file, batches::add, problem -> {}).orThrow();
        double[] seconds = new double[STEADY_ROUNDS];
        double sum = 0.0;
        for (int round = -STEADY_ROUNDS; round < STEADY_ROUNDS; round++) {
            long start = System.nanoTime();
            sum += numbers(count(batches, items), items).sum();
            seconds[Math.max(0, round)] = (System.nanoTime() - start) / 1e9;
        }
        Reports.print("checksum", sum);
        Arrays.sort(seconds);
        return seconds[STEADY_ROUNDS / 2];
    }

    private static SampleTotals count(List<RatingBatch> batches, List<String> items) {
        ResponseTally tally = ResponseTally.of(
                SampleDesign.clustered().weighted(),
                items.stream()
                        .map(item -> new RatedItem(item, RatingScale.likert5()))
                        .toList());
        int[] answers = new int[items.size()];
        for (RatingBatch batch : batches) {
            for (int row = 0; row < batch.rows(); row++) {
                for (int item = 0; item < answers.length; item++) {
                    answers[item] = batch.position(row, item);
                }
                tally.accept(
                        tally.group(batch.groups().label(batch.group(row))),
                        tally.position(
                                batch.strata().label(batch.stratum(row)),
                                batch.psus().label(batch.psu(row))),
                        batch.weight(row),
                        answers,
                        0);
            }
        }
        return tally.result();
    }

    /** Share, its standard error, mean, its standard error, of each item in turn. */
    private static UnitNumbers numbers(SampleTotals totals, List<String> items) {
        Estimator estimator = Estimator.of(totals);
        UnitNumbers numbers = new UnitNumbers();
        for (String unit : totals.groups()) {
            Domain domain = Domain.of(unit);
            double[] row = new double[4 * items.size()];
            for (int i = 0; i < items.size(); i++) {
                Estimate share = estimator.favourableShare(domain, items.get(i)).orThrow();
                Estimate mean = estimator.mean(domain, items.get(i)).orThrow();
                row[4 * i] = share.value();
                row[4 * i + 1] = share.standardError();
                row[4 * i + 2] = mean.value();
                row[4 * i + 3] = mean.standardError();
            }
            numbers.put(unit, row);
        }
        return numbers;
    }
}
