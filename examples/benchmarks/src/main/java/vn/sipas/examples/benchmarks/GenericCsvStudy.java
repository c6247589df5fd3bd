package vn.sipas.examples.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.io.csv.CsvFormat;
import vn.sipas.io.csv.CsvRow;
import vn.sipas.io.csv.CsvRowReader;
import vn.sipas.io.csv.RatingColumns;
import vn.sipas.io.csv.RatingColumnsReader;

/** The readers of delimited files against bare FastCSV that reads every field, one thread each, in turns. */
final class GenericCsvStudy implements Study {

    private static final long ROWS = 2_000_000;
    private static final int ROUNDS = 5;
    private static final double SHARE = 0.8;

    @Override
    public String suite() {
        return "io";
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String question() {
        return "do the readers of delimited files reach 0.8 of bare FastCSV's rows a second and thread?";
    }

    @Override
    public List<Result> measure() throws Exception {
        List<RowRates.Job> jobs = List.of(GenericCsvStudy::fastCsv, GenericCsvStudy::rows, GenericCsvStudy::ratings);
        double[] medians = RowRates.medians(jobs, ROWS, 1, ROUNDS);
        return List.of(
                Result.of("rating columns, checked and counted", medians[2], "rows/s")
                        .withRatio(medians[2] / medians[0])
                        .heldTo(Bar.atLeast(SHARE)),
                Result.of("rows of text with places", medians[1], "rows/s")
                        .withRatio(medians[1] / medians[0])
                        .heldTo(Bar.atLeast(SHARE)),
                Result.of("bare FastCSV, every field", medians[0], "rows/s"));
    }

    private static long fastCsv() throws IOException {
        long rows = 0;
        long characters = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new NarrowRows(ROWS))) {
            for (CsvRecord record : reader) {
                for (int i = 0; i < record.getFieldCount(); i++) {
                    characters += record.getField(i).length();
                }
                rows++;
            }
        }
        return characters > 0 ? rows - 1 : 0;
    }

    private static long rows() throws IOException {
        CsvRowReader reader = CsvRowReader.open(new NarrowRows(ROWS), "made.csv", CsvFormat.rfc4180())
                .orThrow();
        long rows = 0;
        long characters = 0;
        for (Optional<CsvRow> row = reader.next(problem -> {}); row.isPresent(); row = reader.next(problem -> {})) {
            for (String field : row.get().fields()) {
                characters += field.length();
            }
            rows++;
        }
        return characters > 0 ? rows : 0;
    }

    private static long ratings() throws IOException {
        return RatingColumnsReader.of(RatingColumns.of(List.of("q1", "q2", "q3"), RatingScale.likert5())
                        .withGroup("unit"))
                .withThreads(1)
                .read(new NarrowRows(ROWS), "made.csv", batch -> {}, problem -> {})
                .orThrow()
                .kept();
    }
}
