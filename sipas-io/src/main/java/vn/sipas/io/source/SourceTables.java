package vn.sipas.io.source;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceTable;

/**
 * Opens a file as a table under one row of headings, whatever the container: delimited text in any encoding, the first
 * visible sheet of a workbook, or JSON documents. For tables that are no responses, such as scores of units.
 */
public final class SourceTables {

    private SourceTables() {}

    /**
     * Opens a file after looking at its start.
     *
     * @param file the file
     * @param options what the caller declares of encoding, delimiter and limits; the rest is not looked at
     * @return the table, which the caller closes; nothing but problems if the file is none or does not say which
     * @throws IOException if the file cannot be read
     */
    public static Checked<SourceTable> open(SourceFile file, ImportOptions options) throws IOException {
        Checked<SourceSampler.Sampled> sampled = SourceSampler.sample(file, options);
        if (sampled.value().isEmpty()) {
            return Checked.refused(sampled.problems());
        }
        SourceSample sample = sampled.value().get().sample();
        return open(file, sample.kind(), sample.format(), options.limits());
    }

    static Checked<SourceTable> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        if (detection.kind() == SourceKind.JSON || detection.kind() == SourceKind.JSON_LINES) {
            return Checked.refused(Problem.of(SourceProblem.UNKNOWN_FILE, Place.in(file.name())));
        }
        return open(file, detection.kind(), detection.format(), options.limits());
    }

    private static Checked<SourceTable> open(
            SourceFile file, SourceKind kind, Optional<TextFormat> format, SourceLimits limits) throws IOException {
        return switch (kind) {
            case DELIMITED -> DelimitedTable.open(file, format.orElseThrow(), limits);
            case WORKBOOK -> WorkbookTables.open(file, limits);
            case JSON, JSON_LINES ->
                JsonTable.open(file, kind, limits, UnaryOperator.identity()).map(SourceTable.class::cast);
        };
    }
}
