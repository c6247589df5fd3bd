package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;

/** One export read from its bytes to its account, with sums that must agree. */
final class ToolImport implements ImportSink {

    final List<Response> responses = new ArrayList<>();
    final List<CountedAnswers> counts = new ArrayList<>();
    final List<ChangedCell> changed = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final ImportReport report;

    private ToolImport(SourceFile file, ImportOptions options) throws IOException {
        report = SurveyImport.with(options).read(file, this).orThrow();
        assertEquals(
                report.rows().read(),
                report.rows().kept() + report.rows().changed() + report.rows().setAside());
    }

    static ToolImport of(String name, String content) throws IOException {
        return of(name, content.getBytes(StandardCharsets.UTF_8), ImportOptions.detecting());
    }

    static ToolImport of(String name, byte[] content, ImportOptions options) throws IOException {
        return new ToolImport(SourceFile.of(name, content), options);
    }

    static ToolImport of(SourceFile file, ImportOptions options) throws IOException {
        return new ToolImport(file, options);
    }

    SurveyTool tool() {
        return report.detection().tool();
    }

    List<String> codes() {
        return problems.stream().map(Problem::code).toList();
    }

    /** The headings of the columns that met a fate. */
    List<String> headings(ColumnOutcome.Fate fate) {
        return report.columns(fate).stream().map(ColumnOutcome::heading).toList();
    }

    String answers(int response) {
        return responses.get(response).answers().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String text(Answer answer) {
        if (answer instanceof Answer.Rated rated) {
            return Integer.toString(rated.value());
        }
        if (answer instanceof Answer.Selected selected) {
            return selected.code();
        }
        if (answer instanceof Answer.SelectedAll all) {
            return all.codes().stream().sorted().collect(Collectors.joining("+"));
        }
        if (answer instanceof Answer.Quantity quantity) {
            return quantity.number().toPlainString();
        }
        return answer.toString();
    }

    @Override
    public void response(Response response, SourceRow row) {
        responses.add(response);
    }

    @Override
    public void counts(CountedAnswers counted) {
        counts.add(counted);
    }

    @Override
    public void changed(ChangedCell cell) {
        changed.add(cell);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }
}
