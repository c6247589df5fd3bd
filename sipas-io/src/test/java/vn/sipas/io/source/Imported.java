package vn.sipas.io.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;

/** Everything that came of one import. */
final class Imported implements ImportSink {

    final List<Response> responses = new ArrayList<>();
    final List<ChangedCell> changed = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final List<SourceRow> rows = new ArrayList<>();
    final List<SourceRow> aside = new ArrayList<>();
    final Checked<ImportReport> outcome;

    private Imported(SourceFile file, ImportOptions options) {
        try {
            outcome = SurveyImport.with(options).read(file, this);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Imported of(String content) {
        return of(content, ImportOptions.detecting());
    }

    static Imported of(String content, ImportOptions options) {
        return of(content.getBytes(StandardCharsets.UTF_8), options);
    }

    static Imported of(byte[] content, ImportOptions options) {
        return new Imported(SourceFile.of("export.csv", content), options);
    }

    static Imported of(SourceFile file) {
        return new Imported(file, ImportOptions.detecting());
    }

    ImportReport report() {
        return outcome.orThrow();
    }

    List<String> refusals() {
        return outcome.value().isPresent()
                ? List.of()
                : outcome.problems().stream().map(Problem::code).toList();
    }

    /** How often each code occurred. */
    Map<String, Integer> codes() {
        Map<String, Integer> codes = new TreeMap<>();
        problems.forEach(problem -> codes.merge(problem.code(), 1, Integer::sum));
        return codes;
    }

    /** The kept, changed and set-aside rows, as in {@code 3 = 1 + 1 + 1}. */
    String sums() {
        return report().rows().read() + " = " + report().rows().kept() + " + "
                + report().rows().changed() + " + " + report().rows().setAside();
    }

    ColumnOutcome column(String heading) {
        return report().columns().stream()
                .filter(column -> column.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    MappedColumn mapped(String heading) {
        return report().mapping()
                .orElseThrow()
                .forms()
                .get(0)
                .column(heading, 1)
                .orElseThrow();
    }

    @Override
    public void response(Response response, SourceRow row) {
        responses.add(response);
        rows.add(row);
    }

    @Override
    public void changed(ChangedCell cell) {
        changed.add(cell);
    }

    @Override
    public void setAside(SourceRow row) {
        aside.add(row);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }
}
