package vn.sipas.examples.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Many domains with design-based standard errors, against R's {@code svyby} on the same rows. */
final class DomainsStudy implements Study {

    private static final int PROVINCES = 63;
    private static final long RESPONDENTS = 36_525;
    private static final int ITEMS = 51;
    private static final double TOLERANCE = 1e-9;

    @Override
    public String suite() {
        return "estimation";
    }

    @Override
    public String name() {
        return "domains";
    }

    @Override
    public String question() {
        return "36,525 respondents x 51 items x 63 provinces, stratified, clustered, weighted: share and mean with"
                + " Taylor standard errors";
    }

    @Override
    public List<Result> measure() throws Exception {
        if (!ChildProcess.of(List.of("Rscript", "-e", "library(survey)")).works()) {
            throw new IllegalStateException("R with the package survey is needed (Debian: r-cran-survey)");
        }
        String file = SimulatedFile.of(PROVINCES, RESPONDENTS, ITEMS).toString();
        String items = Integer.toString(ITEMS);
        Path ours = Files.createTempFile("sipas", ".numbers");
        Path theirs = Files.createTempFile("survey", ".csv");
        ChildProcess.Run cold = ChildProcess.java(
                        DomainsJob.class, List.of(), List.of(file, items, ours.toString(), "cold"))
                .run();
        ChildProcess.Run r = ChildProcess.of(
                        List.of("Rscript", ChildProcess.script("svyby.R").toString(), file, items, theirs.toString()))
                .run();
        ChildProcess.Run warm = ChildProcess.java(
                        DomainsJob.class, List.of(), List.of(file, items, ours.toString(), "steady"))
                .run();
        double difference = UnitNumbers.read(ours).greatestDifference(UnitNumbers.readText(theirs));
        Files.delete(ours);
        Files.delete(theirs);
        if (!(difference <= TOLERANCE)) {
            throw new IllegalStateException("the numbers differ by " + difference);
        }
        double steady = warm.reported().get("steady");
        double svyby = r.reported().get("seconds");
        return List.of(
                Result.of("sipas, rows in memory to all estimates, warm JVM", steady, "s")
                        .withRatio(svyby / steady)
                        .heldTo(Bar.atLeast(50)),
                Result.of("R survey, svyby of rows in memory", svyby, "s"),
                Result.of("sipas, process from start to end, with reading", cold.wallSeconds(), "s")
                        .withRatio(r.wallSeconds() / cold.wallSeconds()),
                Result.of("R survey, process from start to end, with reading", r.wallSeconds(), "s"),
                Result.of("greatest relative difference of a number", difference, "")
                        .heldTo(Bar.atMost(TOLERANCE)));
    }
}
