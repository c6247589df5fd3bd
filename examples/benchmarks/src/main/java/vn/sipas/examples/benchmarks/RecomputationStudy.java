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
        return "one answer of 5,000,000 rows x 22 items x 3,321 units changes: the table of shares and means again";
    }

    @Override
    public List<Result> measure() throws Exception {
        NamedNumbers scores = JmhRun.of(RecomputationBenchmark.class);
        return List.of(
                Result.of("sipas, one answer changed, table right again", scores.get("oneAnswer"), "ms")
                        .heldTo(Bar.atMost(1.0)),
                Result.of("sipas, all 146,124 numbers from the counts", scores.get("everything"), "ms"));
    }
}
