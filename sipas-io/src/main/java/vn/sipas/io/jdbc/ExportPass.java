package vn.sipas.io.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.io.ReadReport;
import vn.sipas.io.source.ChangedCell;
import vn.sipas.io.source.CountedAnswers;
import vn.sipas.io.source.ImportReport;
import vn.sipas.io.source.ImportSink;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.table.ProgressListener;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;

/** One pass over the export of a survey tool. */
final class ExportPass implements ImportRun.Pass {

    private final SurveyImport exports;
    private final ImportSink audit;
    private final Path file;
    private long bytes;

    ExportPass(SurveyImport exports, ImportSink audit, Path file) {
        this.exports = exports;
        this.audit = audit;
        this.file = file;
    }

    /** How far the export was read when the listener of the options last heard of it. */
    long bytes() {
        return bytes;
    }

    @Override
    public Checked<ReadReport> over(Consumer<Response> responses, Consumer<Problem> problems) throws IOException {
        SurveyImport heard = SurveyImport.with(
                exports.options().withProgress(listening(exports.options().progress())));
        Checked<ImportReport> read = heard.read(SourceFile.of(file), new ImportSink() {
            @Override
            public void response(Response response, SourceRow row) {
                audit.response(response, row);
                responses.accept(response);
            }

            @Override
            public void counts(CountedAnswers counts) {
                audit.counts(counts);
            }

            @Override
            public void setAside(SourceRow row) {
                audit.setAside(row);
            }

            @Override
            public void changed(ChangedCell cell) {
                audit.changed(cell);
            }

            @Override
            public void problem(Problem problem) {
                audit.problem(problem);
                problems.accept(problem);
            }
        });
        boolean counted = read.value().filter(report -> report.counted() > 0).isPresent();
        return counted
                ? Checked.refused(Problem.of(JdbcProblem.COUNTS_NOT_RESPONSES, Place.in(file.toString())))
                : read.map(ImportReport::rows);
    }

    private ProgressListener listening(ProgressListener host) {
        return new ProgressListener() {
            @Override
            public void at(long rows, long bytesRead, long found) {
                bytes = bytesRead;
                host.at(rows, bytesRead, found);
            }

            @Override
            public boolean cancelled() {
                return host.cancelled();
            }
        };
    }
}
