package vn.sipas.examples.benchmarks;

import java.util.List;

/** How long the numbers of a unit take to be right again after one answer changed. */
final class RecomputationStudy implements Study {

    @Override
    public String suite() {
        return "estimation";
    }

    @Override
    public String name() {
        return "recompute";
    }

    @Override
    public String question() {
        return "one answer changes in 5,000,000 rows x 22 items x 3,321 units: share and mean of all items of its unit"
                + " again";
    }

    @Override
    public List<Result> measure() throws Exception {
        double milliseconds = JmhRun.of(RecomputationBenchmark.class).get("recompute");
        return List.of(Result.of("sipas, one more answer", milliseconds, "ms").heldTo(Bar.atMost(1.0)));
    }
}
