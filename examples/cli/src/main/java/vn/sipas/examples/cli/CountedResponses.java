package vn.sipas.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.estimate.ItemMoments;
import vn.sipas.core.response.Response;
import vn.sipas.io.csv.CsvProblem;
import vn.sipas.io.csv.SampleReader;
import vn.sipas.io.source.CountAccumulator;
import vn.sipas.io.source.CountedAnswers;
import vn.sipas.io.source.Detection;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.ImportReport;
import vn.sipas.io.source.ImportSink;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.source.SurveyTool;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;

/** Counts of terminals, and lines of counts that {@code sipas read} wrote, as a sample without respondents. */
final class CountedResponses {

    private CountedResponses() {}

    /**
     * Reads counts.
     *
     * @param input the file
     * @param by what the counts are grouped by: unit, service_point, question, day or hour; all are of their unit without
     * @param moments the products of answers to keep
     * @param problems receives what is wrong with the file
     * @return the sample, or why there is none; empty if the file holds no counts
     */
    static Optional<Checked<SampleReader.Sample>> read(
            Path input, Optional<String> by, ItemMoments moments, Consumer<Problem> problems) throws IOException {
        SourceFile source = SourceFile.of(input);
        SurveyImport imports = SurveyImport.with(ImportOptions.detecting());
        Optional<Detection> detected = imports.detect(source).value();
        if (detected.isEmpty() || detected.get().tool() != SurveyTool.HAPPYORNOT) {
            return Optional.empty();
        }
        String group = by.orElse("unit");
        if (group(group).isEmpty()) {
            return Optional.of(Checked.refused(Problem.of(
                    CsvProblem.MISSING_COLUMN, Place.in(source.name()).withPath(group), "name", group)));
        }
        CountAccumulator counts = CountAccumulator.empty();
        Grouping grouping = group(group).get();
        Checked<ImportReport> report = imports.read(source, new ImportSink() {
            @Override
            public void response(Response response, SourceRow row) {
                throw new IllegalStateException("counts hold no responses");
            }

            @Override
            public void counts(CountedAnswers counted) {
                counts.accept(grouping.of(counted), counted);
            }

            @Override
            public void problem(Problem problem) {
                problems.accept(problem);
            }
        });
        return Optional.of(report.map(done -> new SampleReader.Sample(counts.result(moments), done.rows())));
    }

    /** The key of the group of counts. */
    @FunctionalInterface
    private interface Grouping {
        String of(CountedAnswers counted);
    }

    private static Optional<Grouping> group(String name) {
        return switch (name) {
            case "unit" -> Optional.of(counted -> counted.unit().value());
            case "service_point" ->
                Optional.of(counted -> counted.servicePoint().orElse(""));
            case "question" -> Optional.of(counted -> counted.question().code());
            case "day" ->
                Optional.of(counted -> counted.day().map(Object::toString).orElse(""));
            case "hour" ->
                Optional.of(counted -> counted.hour().isPresent()
                        ? Integer.toString(counted.hour().getAsInt())
                        : "");
            default -> Optional.empty();
        };
    }
}
