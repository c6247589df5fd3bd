package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.io.csv.SampleReader;

/** The library's way from a file to the weighted share and mean of every item in every unit. */
final class CsvTallyJob {

    private CsvTallyJob() {}

    /**
     * Runs the job.
     *
     * @param arguments file, number of items, number of threads, file for the numbers
     * @throws IOException if a file fails
     */
    public static void main(String[] arguments) throws IOException {
        List<String> items = SimulatedFile.items(Integer.parseInt(arguments[1]));
        long start = System.nanoTime();
        SampleTotals totals = SampleReader.of(SimulatedFile.columns(items.size())
                        .withDesign(Optional.of("weight"), Optional.empty(), Optional.empty(), Optional.empty()))
                .withThreads(Integer.parseInt(arguments[2]))
                .read(Path.of(arguments[0]), rows -> {}, problem -> {
                    throw new IllegalStateException(problem.toString());
                })
                .orThrow()
                .totals();
        UnitNumbers numbers = numbers(totals, items);
        Reports.printSeconds(start);
        Reports.print("checksum", numbers.sum());
        Reports.printUse();
        numbers.write(Path.of(arguments[3]));
    }

    /** Share and mean of each item in turn, for every unit. */
    static UnitNumbers numbers(SampleTotals totals, List<String> items) {
        UnitNumbers numbers = new UnitNumbers();
        for (String unit : totals.groups()) {
            Domain domain = Domain.of(unit);
            double[] row = new double[2 * items.size()];
            for (int i = 0; i < items.size(); i++) {
                RatingDistribution distribution = totals.distribution(domain, items.get(i));
                row[2 * i] = distribution.favourableShare().orElseThrow().value();
                row[2 * i + 1] = distribution.mean().orElseThrow();
            }
            numbers.put(unit, row);
        }
        return numbers;
    }
}
