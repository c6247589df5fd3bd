package vn.sipas.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Prints results in aligned columns. */
final class ResultTable {

    private static final List<String> HEADINGS = List.of("study", "subject", "value", "unit", "ratio", "bar", "");
    private static final List<Boolean> LEFT = List.of(true, true, false, true, false, false, true);

    private final List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));

    void add(Study study, Result result) {
        rows.add(List.of(
                study.suite() + "/" + study.name(),
                result.subject(),
                Result.shortened(result.value()),
                result.unit(),
                result.ratio().isPresent() ? Result.shortened(result.ratio().getAsDouble()) : "",
                result.bar().map(Bar::toString).orElse(""),
                result.verdict()));
    }

    void addFailure(Study study, Exception failure) {
        rows.add(List.of(study.suite() + "/" + study.name(), "failed: " + failure, "", "", "", "", ""));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < HEADINGS.size(); column++) {
                String cell = row.get(column);
                String padding = " ".repeat(Math.max(0, width(column) - cell.length()));
                line.append(LEFT.get(column) ? cell + padding : padding + cell).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                // the message of a failure runs into the empty columns after it
                .filter(cell -> !cell.startsWith("failed: "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
