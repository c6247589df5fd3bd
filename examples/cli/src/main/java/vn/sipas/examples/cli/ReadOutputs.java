package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Language;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.json.ResponseJson;
import vn.sipas.io.json.ResponseLinesWriter;
import vn.sipas.io.source.ChangedCell;
import vn.sipas.io.source.CountedAnswers;
import vn.sipas.io.source.CountsLinesWriter;
import vn.sipas.io.source.ImportSink;
import vn.sipas.io.source.ProblemsCsvWriter;
import vn.sipas.io.source.RawRowsWriter;
import vn.sipas.io.table.SourceRow;

/** The files that {@code sipas read} writes while it reads. */
final class ReadOutputs implements ImportSink, AutoCloseable {

    private final ResponseLinesWriter responses;
    private final CountsLinesWriter counts;
    private final ProblemsCsvWriter problems;
    private final @Nullable WholeFile rawFile;
    private final @Nullable RawRowsWriter raw;
    private long errors;

    private ReadOutputs(
            ResponseLinesWriter responses,
            CountsLinesWriter counts,
            ProblemsCsvWriter problems,
            @Nullable WholeFile rawFile) {
        this.responses = responses;
        this.counts = counts;
        this.problems = problems;
        this.rawFile = rawFile;
        this.raw = rawFile == null ? null : RawRowsWriter.open(rawFile.output());
    }

    static ReadOutputs open(WholeFile responses, WholeFile problems, Optional<Path> raw, Language language)
            throws IOException {
        return new ReadOutputs(
                ResponseLinesWriter.open(responses.output(), ResponseJson.standalone()),
                CountsLinesWriter.open(responses.output()),
                ProblemsCsvWriter.open(problems.output(), language),
                raw.isPresent() ? WholeFile.at(raw.get()) : null);
    }

    @Override
    public void response(Response response, SourceRow row) {
        try {
            responses.write(response);
            if (raw != null) {
                raw.write(row, Optional.of(response.id()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void counts(CountedAnswers counts) {
        try {
            this.counts.write(counts);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void setAside(SourceRow row) {
        try {
            if (raw != null) {
                raw.write(row, Optional.empty());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void changed(ChangedCell cell) {
        problems.changed(cell);
    }

    @Override
    public void problem(Problem problem) {
        errors += ReadCommand.isError(problem) ? 1 : 0;
        problems.write(problem);
    }

    long errors() {
        return errors;
    }

    void flush() throws IOException {
        responses.close();
        counts.close();
        problems.close();
        if (raw != null) {
            raw.close();
        }
    }

    void commitRaw() throws IOException {
        if (rawFile != null) {
            rawFile.commit();
        }
    }

    @Override
    public void close() throws IOException {
        if (rawFile != null) {
            rawFile.close();
        }
    }
}
