package vn.sipas.examples.benchmarks;

import java.util.List;

/** How long the posters of a province take, and whether those of the country take as long for each. */
final class PosterStudy implements Study {

    private static final int PROVINCE = 209;
    private static final int COUNTRY = 3_321;
    private static final double BYTES = 1_000_000;
    private static final double LINEAR = 1.25;

    @Override
    public String suite() {
        return "qr";
    }

    @Override
    public String name() {
        return "posters";
    }

    @Override
    public String question() {
        return "209 and 3,321 A4 posters, signed, drawn into one PDF and read back, in a warm JVM: best of three";
    }

    @Override
    public List<Result> measure() throws Exception {
        NamedNumbers numbers = ChildProcess.java(
                        PosterJob.class,
                        List.of("-Djava.awt.headless=true"),
                        List.of(Integer.toString(PROVINCE), Integer.toString(COUNTRY)))
                .run()
                .reported();
        double few = numbers.get("seconds" + PROVINCE);
        double many = numbers.get("seconds" + COUNTRY);
        return List.of(
                Result.of(PROVINCE + " posters in one file", few, "s").heldTo(Bar.atMost(1)),
                Result.of("size of that file", numbers.get("bytes" + PROVINCE), "bytes")
                        .heldTo(Bar.atMost(BYTES)),
                Result.of(COUNTRY + " posters in one file, ratio for one poster", many, "s")
                        .withRatio(many / COUNTRY / (few / PROVINCE))
                        .heldTo(Bar.atMost(LINEAR)),
                Result.of("size of the large file", numbers.get("bytes" + COUNTRY), "bytes"),
                Result.of("memory of the process", numbers.get("memory"), "MiB"));
    }
}
