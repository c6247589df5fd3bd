package vn.sipas.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Whether time grows with the rows only, and memory not at all. */
final class GrowthStudy implements Study {

    private static final int UNITS = 63;
    private static final int ITEMS = 22;
    private static final List<Long> ROWS = List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L);

    @Override
    public String suite() {
        return "estimation";
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String question() {
        return "10^4 to 10^7 rows x 22 items of 63 units from CSV in 128 MiB of heap: time a row and size of the state";
    }

    @Override
    public List<Result> measure() throws Exception {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(ITEMS)));
        for (long rows : ROWS) {
            arguments.add(SimulatedFile.of(UNITS, rows, ITEMS).toString());
            arguments.add(Long.toString(rows));
        }
        NamedNumbers numbers = ChildProcess.java(GrowthJob.class, List.of("-Xmx128m"), arguments)
                .run()
                .reported();
        List<Result> results = new ArrayList<>();
        double firstTime = numbers.get("nanoseconds" + ROWS.get(0));
        double firstSize = numbers.get("bytes" + ROWS.get(0));
        for (long rows : ROWS) {
            double time = numbers.get("nanoseconds" + rows);
            results.add(Result.of(rows + " rows, 1 thread", time, "ns a row")
                    .withRatio(time / firstTime)
                    .heldTo(Bar.atMost(1.5)));
        }
        for (long rows : ROWS) {
            double bytes = numbers.get("bytes" + rows);
            // the counts are written in as few bytes as they need, so a thousand times the rows are some bytes more
            results.add(Result.of("stored state of " + rows + " rows", bytes, "bytes")
                    .withRatio(bytes / firstSize)
                    .heldTo(Bar.atMost(1.5)));
        }
        results.add(Result.of("memory of the process", numbers.get("memory"), "MiB"));
        return results;
    }
}
