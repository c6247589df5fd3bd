package vn.sipas.examples.benchmarks;

import java.util.List;

/** How long all communes of the country take over five years, and whether the time grows with the units alone. */
final class RatingStudy implements Study {

    private static final double SECOND = 1000.0;

    /** How much longer than ten times as long ten times the units may take. */
    private static final double NOISE = 1.3;

    @Override
    public String suite() {
        return "rating";
    }

    @Override
    public String name() {
        return "communes";
    }

    @Override
    public String question() {
        return "3,321 units x 25 criteria x 5 years, and ten times as many units";
    }

    @Override
    public List<Result> measure() throws Exception {
        NamedNumbers scores = JmhRun.of(RatingBenchmark.class);
        double country = scores.get("rate:3321");
        return List.of(
                Result.of("sipas, rated", country, "ms").heldTo(Bar.atMost(SECOND)),
                Result.of("sipas, rated and written as a table", scores.get("rateAndWrite:3321"), "ms"),
                Result.of("209 units, against 209/3321 of the time", scores.get("rate:209"), "ms")
                        .withRatio(scores.get("rate:209") * 3321 / (209 * country)),
                Result.of("33,210 units, against ten times the time", scores.get("rate:33210"), "ms")
                        .withRatio(scores.get("rate:33210") / (10 * country))
                        .heldTo(Bar.atMost(NOISE)));
    }
}
