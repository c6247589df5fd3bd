package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The whole way from a large file to a table, against DuckDB on the same file with the same threads. */
final class CsvStudy implements Study {

    private static final int UNITS = 3_321;
    private static final long ROWS = 5_000_000;
    private static final int ITEMS = 22;
    private static final int ROUNDS = Integer.getInteger("sipas.benchmarks.rounds", 5);
    private static final double TOLERANCE = 1e-9;

    @Override
    public String suite() {
        return "estimation";
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String question() {
        return "CSV of 5,000,000 rows x 22 items x 3,321 units to the weighted share and mean of every unit and item";
    }

    @Override
    public List<Result> measure() throws Exception {
        String file = SimulatedFile.of(UNITS, ROWS, ITEMS).toString();
        String items = Integer.toString(ITEMS);
        String ours = Files.createTempFile("sipas", ".numbers").toString();
        String theirs = Files.createTempFile("peer", ".numbers").toString();
        List<String> heap = List.of("-Xmx128m");
        Repetitions two = new Repetitions(ChildProcess.java(CsvTallyJob.class, heap, List.of(file, items, "2", ours)));
        Repetitions one = new Repetitions(ChildProcess.java(CsvTallyJob.class, heap, List.of(file, items, "1", ours)));
        Repetitions fastCsv = new Repetitions(ChildProcess.java(FastCsvJob.class, heap, List.of(file, items, theirs)));
        Repetitions duckDb =
                new Repetitions(ChildProcess.java(DuckDbJob.class, List.of(), List.of(file, items, "2", theirs)));
        for (int round = 0; round < ROUNDS; round++) {
            for (Repetitions repetitions : List.of(two, duckDb, one)) {
                repetitions.run();
            }
        }
        double difference = UnitNumbers.read(Path.of(ours)).greatestDifference(UnitNumbers.read(Path.of(theirs)));
        fastCsv.run();
        Files.delete(Path.of(ours));
        Files.delete(Path.of(theirs));
        if (!(difference <= TOLERANCE)) {
            throw new IllegalStateException("the numbers differ by " + difference);
        }
        double peer = duckDb.median("seconds");
        List<Result> results = new ArrayList<>(List.of(
                Result.of("sipas, 2 threads, -Xmx128m", two.median("seconds"), "s")
                        .withRatio(two.median("seconds") / peer)
                        .heldTo(Bar.atMost(0.6)),
                Result.of("sipas, 1 thread, -Xmx128m", one.median("seconds"), "s")
                        .withRatio(one.median("seconds") / peer),
                Result.of("DuckDB by JDBC, 2 threads", peer, "s"),
                Result.of("sipas, 2 threads, process from start to end", two.medianWall(), "s")
                        .withRatio(two.medianWall() / duckDb.medianWall()),
                Result.of("DuckDB, process from start to end", duckDb.medianWall(), "s"),
                Result.of("sipas, 2 threads, processor time", two.median("processor"), "s")
                        .withRatio(two.median("processor") / duckDb.median("processor")),
                Result.of("DuckDB, processor time", duckDb.median("processor"), "s"),
                Result.of("sipas, memory of the process", two.median("memory"), "MiB"),
                Result.of("DuckDB, memory of the process", duckDb.median("memory"), "MiB"),
                Result.of("greatest relative difference of a number", difference, "")
                        .heldTo(Bar.atMost(TOLERANCE)),
                Result.of("our tally fed by FastCSV, 1 thread", fastCsv.median("seconds"), "s")
                        .withRatio(fastCsv.median("seconds") / one.median("seconds")),
                Result.of("our tally fed by FastCSV, processor time", fastCsv.median("processor"), "s")
                        .withRatio(fastCsv.median("processor") / one.median("processor"))));
        results.addAll(forOrientation(file, two));
        return results;
    }

    private static List<Result> forOrientation(String file, Repetitions ours) throws Exception {
        List<Result> results = new ArrayList<>();
        if (ChildProcess.of(List.of("Rscript", "-e", "library(data.table)")).works()) {
            results.add(orientation(
                    "R data.table fread, 2 threads",
                    List.of("Rscript", ChildProcess.script("fread.R").toString(), file, Integer.toString(ITEMS)),
                    ours));
        }
        if (ChildProcess.of(List.of("/usr/bin/python3", "-c", "import pandas")).works()) {
            results.add(orientation(
                    "pandas read_csv",
                    List.of(
                            "/usr/bin/python3",
                            ChildProcess.script("pandas-groupby.py").toString(),
                            file,
                            Integer.toString(ITEMS)),
                    ours));
        }
        return results;
    }

    private static Result orientation(String subject, List<String> command, Repetitions ours) throws Exception {
        Repetitions theirs = new Repetitions(ChildProcess.of(command));
        theirs.run();
        if (Math.abs(theirs.median("checksum") / ours.median("checksum") - 1.0) > TOLERANCE) {
            throw new IllegalStateException(
                    subject + " came to " + theirs.median("checksum") + " instead of " + ours.median("checksum"));
        }
        return Result.of(subject, theirs.median("seconds"), "s")
                .withRatio(theirs.median("seconds") / ours.median("seconds"));
    }

    /** The runs of one program. */
    private static final class Repetitions {

        private final ChildProcess process;
        private final List<ChildProcess.Run> runs = new ArrayList<>();

        Repetitions(ChildProcess process) {
            this.process = process;
        }

        void run() throws IOException, InterruptedException {
            runs.add(process.run());
        }

        double median(String name) {
            return middle(runs.stream().mapToDouble(run -> run.reported().get(name)));
        }

        double medianWall() {
            return middle(runs.stream().mapToDouble(ChildProcess.Run::wallSeconds));
        }

        private static double middle(DoubleStream values) {
            double[] sorted = values.sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }
}
