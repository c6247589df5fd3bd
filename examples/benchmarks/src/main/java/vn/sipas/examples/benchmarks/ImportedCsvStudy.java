package vn.sipas.examples.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.io.csv.ResponseCsvReader;
import vn.sipas.io.source.ColumnMapping;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.table.SourceFile;

/**
 * The whole way that users take, from a generic file to checked responses with an account of every cell, against bare
 * FastCSV that only reads every field; one thread each, in turns.
 */
final class ImportedCsvStudy implements Study {

    private static final int ROWS = 300_000;
    private static final int ITEMS = 7;
    private static final int ROUNDS = 5;

    private final byte[] file = file();
    private final Survey survey = survey();

    @Override
    public String suite() {
        return "io";
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String question() {
        return "how many rows a second become checked responses with an account of every cell?";
    }

    @Override
    public List<Result> measure() throws Exception {
        ColumnMapping mapping = SurveyImport.with(ImportOptions.detecting().withSurvey(survey))
                .propose(SourceFile.of("made.csv", file))
                .orThrow()
                .mapping();
        ImportOptions mapped = ImportOptions.detecting().withSurvey(survey).withMapping(mapping);
        List<RowRates.Job> jobs = List.of(
                this::fastCsv,
                this::responses,
                () -> imported(mapped),
                () -> imported(ImportOptions.detecting().withSurvey(survey)));
        double[] medians = RowRates.medians(jobs, ROWS, 2, ROUNDS);
        return List.of(
                Result.of("response table to responses", medians[1], "rows/s").withRatio(medians[1] / medians[0]),
                Result.of("any file with a mapping to responses", medians[2], "rows/s")
                        .withRatio(medians[2] / medians[0]),
                Result.of("the same, the mapping found in a first pass", medians[3], "rows/s")
                        .withRatio(medians[3] / medians[0]),
                Result.of("bare FastCSV, every field", medians[0], "rows/s"));
    }

    private static byte[] file() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("id,unit,wave,day");
        IntStream.rangeClosed(1, ITEMS).forEach(item -> text.append(",q").append(item));
        for (int row = 0; row < ROWS; row++) {
            text.append("\nr").append(row).append(",07").append(100 + random.nextInt(300));
            text.append(",2026-10,2026-10-0").append(1 + random.nextInt(9));
            for (int item = 0; item < ITEMS; item++) {
                text.append(',');
                if (random.nextInt(20) > 0) {
                    text.append(1 + random.nextInt(5));
                }
            }
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Survey survey() {
        List<Question> questions = new ArrayList<>();
        for (int item = 1; item <= ITEMS; item++) {
            questions.add(RatingQuestion.of(
                    "q" + item, LocalizedText.of("Câu " + item, "Question " + item), RatingScale.likert5()));
        }
        LocalizedText title = LocalizedText.of("Khảo sát", "Survey");
        return Survey.of(SurveyKey.of("made", 1), title, List.of(new Section("all", title, questions)), List.of());
    }

    private long fastCsv() throws IOException {
        long rows = 0;
        long characters = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(file))) {
            for (CsvRecord record : reader) {
                for (int i = 0; i < record.getFieldCount(); i++) {
                    characters += record.getField(i).length();
                }
                rows++;
            }
        }
        return characters > 0 ? rows - 1 : 0;
    }

    private long responses() throws IOException {
        return ResponseCsvReader.of(survey)
                .read(new ByteArrayInputStream(file), "made.csv", response -> {}, problem -> {})
                .orThrow()
                .used();
    }

    private long imported(ImportOptions options) throws IOException {
        return SurveyImport.with(options)
                .read(SourceFile.of("made.csv", file), (response, row) -> {})
                .orThrow()
                .responses();
    }
}
