package vn.sipas.examples.benchmarks;

import java.util.List;

/** How many rows of a workbook are read in a second, against fastexcel's reader alone. */
final class XlsxStudy implements Study {

    private static final double LEAST = 0.8;

    @Override
    public String suite() {
        return "io";
    }

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String question() {
        return "rows a second of a workbook of 100,000 rows and 11 columns, one thread";
    }

    @Override
    public List<Result> measure() throws Exception {
        NamedNumbers times = JmhRun.of(XlsxBenchmark.class);
        double own = XlsxBenchmark.ROWS * 1000.0 / times.get("sipas");
        double bare = XlsxBenchmark.ROWS * 1000.0 / times.get("fastexcel");
        return List.of(
                Result.of("sipas", own, "rows/s").withRatio(own / bare).heldTo(Bar.atLeast(LEAST)),
                Result.of("fastexcel-reader alone", bare, "rows/s"));
    }
}
