package vn.sipas.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Fifty million rows in a heap of 256 MB, against five million: what is held must not grow with the rows. */
final class HugeCsvStudy implements Study {

    private static final long ROWS = Long.getLong("sipas.benchmarks.hugeRows", 50_000_000L);
    private static final String HEAP = "-Xmx256m";
    private static final double SAME = 1.25;

    @Override
    public String suite() {
        return "io";
    }

    @Override
    public String name() {
        return "huge";
    }

    @Override
    public String question() {
        return "does the heap that " + ROWS + " rows of CSV need in " + HEAP + " stay that of a tenth of them?";
    }

    @Override
    public List<Result> measure() throws Exception {
        NamedNumbers few = run(ROWS / 10);
        NamedNumbers many = run(ROWS);
        List<Result> results = new ArrayList<>();
        results.add(Result.of("rows read in " + HEAP, many.get("rows"), "rows").heldTo(Bar.atLeast((double) ROWS)));
        results.add(Result.of("rows a second, one thread", many.get("rows") / many.get("seconds"), "rows/s"));
        results.add(Result.of("heap left after " + ROWS / 10 + " rows", few.get("leftMiB"), "MiB"));
        results.add(Result.of("heap left after " + ROWS + " rows", many.get("leftMiB"), "MiB")
                .withRatio(many.get("leftMiB") / few.get("leftMiB"))
                .heldTo(Bar.atMost(SAME)));
        return results;
    }

    private static NamedNumbers run(long rows) throws Exception {
        return ChildProcess.java(HugeCsvJob.class, List.of(HEAP), List.of(Long.toString(rows), "1"))
                .run()
                .reported();
    }
}
