package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.io.ReadReport;
import vn.sipas.io.csv.RatingColumns;
import vn.sipas.io.csv.RatingColumnsReader;

/** Reads and counts any number of rows in the heap it is given, and says how much of it was used. */
final class HugeCsvJob {

    private static final double MEBIBYTE = 1 << 20;

    private HugeCsvJob() {}

    /**
     * Runs the job.
     *
     * @param arguments the number of rows, the number of threads
     * @throws IOException never, as the rows are made in memory
     */
    public static void main(String[] arguments) throws IOException {
        long rows = Long.parseLong(arguments[0]);
        List<String> questions = List.of("q1", "q2", "q3");
        ResponseTally tally = ResponseTally.of(
                SampleDesign.simpleRandom(),
                questions.stream()
                        .map(code -> new RatedItem(code, RatingScale.likert5()))
                        .toList());
        int position = tally.position("", "");
        int[] answers = new int[questions.size()];
        long start = System.nanoTime();
        ReadReport report = RatingColumnsReader.of(
                        RatingColumns.of(questions, RatingScale.likert5()).withGroup("unit"))
                .withThreads(Integer.parseInt(arguments[1]))
                .read(
                        new NarrowRows(rows),
                        "made.csv",
                        batch -> {
                            for (int row = 0; row < batch.rows(); row++) {
                                for (int item = 0; item < answers.length; item++) {
                                    answers[item] = batch.position(row, item);
                                }
                                String unit = batch.groups().label(batch.group(row));
                                tally.accept(tally.group(unit), position, 1.0, answers, 0);
                            }
                        },
                        problem -> {})
                .orThrow();
        double seconds = (System.nanoTime() - start) / 1e9;
        double peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.gc();
        long left = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.println("rows=" + report.kept());
        System.out.println("seconds=" + seconds);
        System.out.println("peakMiB=" + peak / MEBIBYTE);
        System.out.println("leftMiB=" + left / MEBIBYTE);
    }
}
