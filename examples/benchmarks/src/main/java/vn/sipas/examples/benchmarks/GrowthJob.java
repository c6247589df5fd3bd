package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.io.csv.SampleReader;

/** Reads files of growing length in one warm JVM and reports the time a row and the size of the state. */
final class GrowthJob {

    /** A row is worth this many readings of it, so that short files are measured as well as long ones. */
    private static final long ROWS_READ = 10_000_000;

    private static final int MOST_ROUNDS = 100;

    private GrowthJob() {}

    /**
     * Runs the job.
     *
     * @param arguments number of items, then files and their numbers of rows in turn
     * @throws IOException if a file fails
     */
    public static void main(String[] arguments) throws IOException {
        SampleReader reader = SampleReader.of(SimulatedFile.columns(Integer.parseInt(arguments[0]))
                .withDesign(Optional.of("weight"), Optional.of("stratum"), Optional.of("psu"), Optional.empty()));
        List<String> files = List.of(arguments).subList(1, arguments.length);
        for (int warm = 0; warm < 30; warm++) {
            read(reader, files.get(2));
        }
        for (int i = 0; i < files.size(); i += 2) {
            long rows = Long.parseLong(files.get(i + 1));
            int rounds = (int) Math.max(1, Math.min(MOST_ROUNDS, ROWS_READ / rows));
            double[] times = new double[rounds];
            int bytes = 0;
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                SampleTotals totals = read(reader, files.get(i));
                times[round] = (double) (System.nanoTime() - start) / rows;
                bytes = totals.toBytes().length;
            }
            Arrays.sort(times);
            Reports.print("nanoseconds" + rows, times[rounds / 2]);
            Reports.print("bytes" + rows, bytes);
        }
        Reports.printUse();
    }

    private static SampleTotals read(SampleReader reader, String file) throws IOException {
        return reader.read(Path.of(file), rows -> {}, problem -> {}).orThrow().totals();
    }
}
