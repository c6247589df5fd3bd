package vn.sipas.examples.benchmarks;

import java.util.List;

/** Measures the studies that the arguments select and prints one table. */
public final class Benchmarks {

    /** Every study; a new one is named here. */
    private static final List<Study> STUDIES = List.of(
            new CsvStudy(),
            new DomainsStudy(),
            new RecomputationStudy(),
            new GrowthStudy(),
            new RatingStudy(),
            new QrStudy(),
            new PosterStudy(),
            new XlsxStudy(),
            new GenericCsvStudy(),
            new ImportedCsvStudy(),
            new HugeCsvStudy());

    private Benchmarks() {}

    /**
     * Runs the program.
     *
     * @param selection {@code all}, a suite such as {@code estimation}, or a study such as {@code estimation/csv}; the
     *     names of the studies are listed if empty
     */
    public static void main(String[] selection) {
        List<String> selected = List.of(selection);
        List<Study> studies =
                STUDIES.stream().filter(study -> isSelected(study, selected)).toList();
        if (studies.isEmpty()) {
            System.err.println("usage: run all|SUITE|SUITE/STUDY…");
            STUDIES.forEach(
                    study -> System.err.println("  " + study.suite() + "/" + study.name() + "  " + study.question()));
            System.exit(selected.isEmpty() ? 0 : 2);
        }
        ResultTable table = new ResultTable();
        boolean failed = false;
        for (Study study : studies) {
            System.err.println(study.suite() + "/" + study.name() + ": " + study.question());
            try {
                List<Result> results = study.measure();
                results.forEach(result -> table.add(study, result));
                failed |= results.stream().anyMatch(result -> result.verdict().equals("MISSED"));
            } catch (Exception failure) { // one study that fails must not hide the results of the others
                table.addFailure(study, failure);
                failed = true;
            }
        }
        System.out.print(table);
        System.exit(failed ? 1 : 0);
    }

    private static boolean isSelected(Study study, List<String> selected) {
        return selected.contains("all")
                || selected.contains(study.suite())
                || selected.contains(study.suite() + "/" + study.name());
    }
}
