package vn.sipas.io.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * The first record of a file that is not an empty line.
 *
 * @param headings the headings as written; empty if there are problems
 * @param line the line it starts on
 * @param linesPassed the number of line ends up to its end
 * @param rest what follows it in its block; null if the file has no header
 * @param problems why it cannot be used
 */
record CsvHeaderRecord(
        List<String> headings,
        long line,
        long linesPassed,
        @Nullable CsvBlock rest,
        List<Problem> problems) {

    /** Reads the header, below some records that are not blank and no header. */
    static CsvHeaderRecord read(CsvBlocks blocks, CsvFormat format, String source, int recordsAbove)
            throws IOException {
        CsvTokens tokens = new CsvTokens(format);
        long passed = 0;
        int above = recordsAbove;
        for (CsvBlock block = blocks.next(); block != null; block = blocks.next()) {
            Optional<String> foreign = blocks.foreignEncoding();
            if (foreign.isPresent()) {
                return refused(Problem.of(CsvProblem.NOT_UTF8, Place.in(source, 1), "encoding", foreign.get()));
            }
            if (block.oversized()) {
                return refused(Problem.of(
                        CsvProblem.RECORD_TOO_LONG, Place.in(source, passed + 1), "limit", format.maxRecordBytes()));
            }
            int position = block.from();
            while (position < block.limit()) {
                tokens.read(block.bytes(), position, block.limit(), true);
                boolean record = tokens.count() > 0 || tokens.defect() != null;
                if (record && above == 0) {
                    return ofRecord(tokens, block, source, passed);
                }
                above -= record ? 1 : 0;
                passed += tokens.lines();
                position = tokens.next();
            }
        }
        return refused(Problem.of(CsvProblem.EMPTY_FILE, Place.in(source, 1)));
    }

    private static CsvHeaderRecord ofRecord(CsvTokens tokens, CsvBlock block, String source, long passed) {
        long line = passed + 1;
        CsvProblem defect = tokens.defect();
        if (defect != null) {
            return refused(
                    Problem.of(defect, Place.in(source, line, tokens.defectColumn()), "limit", tokens.limitOf(defect)));
        }
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            String heading =
                    LocalLabels.text(block.bytes(), tokens.start(i), tokens.end(i), tokens.hasDoubledQuotes(i));
            if (heading == null) {
                return refused(Problem.of(CsvProblem.MALFORMED_UTF8, Place.in(source, line, i + 1)));
            }
            headings.add(heading);
        }
        CsvBlock rest = new CsvBlock(block.sequence(), block.bytes(), tokens.next(), block.limit(), false);
        return new CsvHeaderRecord(headings, line, passed + tokens.lines(), rest, List.of());
    }

    private static CsvHeaderRecord refused(Problem problem) {
        return new CsvHeaderRecord(List.of(), 1, 0, null, List.of(problem));
    }
}
