package vn.sipas.io.source;

import java.io.IOException;
import java.util.Objects;
import vn.sipas.core.Checked;
import vn.sipas.io.table.SourceFile;

/**
 * Imports the exports of survey tools: detects, proposes a mapping, reads.
 *
 * <pre>{@code
 * SurveyImport imports = SurveyImport.with(ImportOptions.detecting().withSurvey(survey));
 * ImportReport report = imports.read(SourceFile.of(path), sink).orThrow();
 * System.out.println(report);   // rows and cells, with sums that agree
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SurveyImport {

    private final ImportOptions options;

    private SurveyImport(ImportOptions options) {
        this.options = options;
    }

    /**
     * Makes an import.
     *
     * @param options what the caller declares
     * @return the import
     */
    public static SurveyImport with(ImportOptions options) {
        return new SurveyImport(Objects.requireNonNull(options, "options"));
    }

    /**
     * Tells what a file is. Only its start is read.
     *
     * @param file the file
     * @return tool, encoding, delimiter and language, and why; or between what it will not guess
     * @throws IOException if the file cannot be read
     */
    public Checked<Detection> detect(SourceFile file) throws IOException {
        return Detector.detect(file, options);
    }
}
