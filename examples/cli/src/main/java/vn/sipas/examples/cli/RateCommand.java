package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Problem;
import vn.sipas.core.rating.Predecessors;
import vn.sipas.core.rating.Programme;
import vn.sipas.core.rating.RatingCalculator;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.StarChange;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.io.csv.PredecessorTable;
import vn.sipas.io.csv.StarRatingTable;
import vn.sipas.io.csv.UnitScoresReader;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.json.StarRatingJson;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.SourceTables;
import vn.sipas.io.table.ProgressListener;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceTable;
import vn.sipas.io.workbook.ResultWorkbook;

/** {@code sipas rate}: stars and classes of units by a scheme. */
@Command(
        name = "rate",
        mixinStandardHelpOptions = true,
        description = {
            "Rates units by a scheme (chấm sao chính quyền thân thiện, xếp loại một cửa).",
            "Scores are a long table unit,key,value, or a row for each unit with a column for each key. A key is a "
                    + "criterion or a fact of the scheme by its code or title, a criterion and :self, or a "
                    + "satisfaction fact and :se or :n.",
            "JSON carries the whole explanation, advice and star probabilities."
        })
final class RateCommand implements Callable<Integer> {

    /** The years of the programme that is made of the two files. */
    private static final int BEFORE = 0;

    private static final int NOW = 1;

    private enum Format {
        CSV,
        JSON,
        /** A workbook for officials. */
        XLSX
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = "--scheme", required = true, paramLabel = "FILE|catalog:ID", description = "the rating scheme")
    private String scheme = "";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "a value for a setting of the scheme; what no source gives has to be set")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--scores",
            required = true,
            paramLabel = "FILE",
            description = "the scores, as delimited text, workbook or JSON")
    private Path scores = Path.of("");

    @Option(names = "--previous", paramLabel = "FILE.csv", description = "the scores of the year before")
    private Optional<Path> previous = Optional.empty();

    @Option(
            names = "--previous-scheme",
            paramLabel = "FILE|catalog:ID",
            description = "the scheme of the year before (default: --scheme with its settings)")
    private Optional<String> previousScheme = Optional.empty();

    @Option(
            names = "--previous-set",
            paramLabel = "NAME=VALUE",
            description = "a value for a setting of --previous-scheme")
    private Map<String, String> previousSettings = new LinkedHashMap<>();

    @Option(
            names = "--predecessors",
            paramLabel = "FILE.csv",
            description = "units that merged, split or changed their code since: unit,predecessor")
    private Optional<Path> predecessors = Optional.empty();

    @Option(
            names = "--format",
            defaultValue = "csv",
            paramLabel = "csv|json|xlsx",
            description = "csv, json or xlsx, which needs --out (default: ${DEFAULT-VALUE})")
    private Format format = Format.CSV;

    @Option(names = "--strict", description = "write nothing if any row had a problem")
    private boolean strict;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write instead of standard output")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (previous.isEmpty()
                && (previousScheme.isPresent() || !previousSettings.isEmpty() || predecessors.isPresent())) {
            throw new ParameterException(
                    spec.commandLine(), "--previous-scheme, --previous-set and --predecessors go with --previous");
        }
        if (previousScheme.isEmpty() && !previousSettings.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--previous-set goes with --previous-scheme");
        }
        if (out.isEmpty() && format == Format.XLSX) {
            throw new ParameterException(spec.commandLine(), "--format xlsx needs --out");
        }
        PrintWriter err = spec.commandLine().getErr();
        RatingScheme current = open(scheme, settings, err);
        RatingScheme earlier = previousScheme.isPresent() ? open(previousScheme.get(), previousSettings, err) : current;
        RatingScheme held = previous.isPresent() ? current.heldBy(earlier) : current;
        ProblemLines problems = new ProblemLines(err);
        List<StarRating> ratings = rate(held, scores, problems);
        Optional<List<StarChange>> changes = previous.isPresent()
                ? Optional.of(changes(ratings, rate(earlier, previous.get(), problems), lineage(problems)))
                : Optional.empty();
        problems.finish();
        if (strict && problems.count() > 0) {
            err.println("nothing was written: --strict, and " + problems.count() + " problems");
            return ExitStatus.DATA_PROBLEMS;
        }
        err.println(ratings.size() + " units rated by " + held.method());
        try (Progress progress = new Progress(err, "units")) {
            write(ratings, changes, progress);
        }
        return problems.errors() > 0 ? ExitStatus.DATA_PROBLEMS : ExitStatus.DONE;
    }

    private static RatingScheme open(String name, Map<String, String> values, PrintWriter err) {
        Checked<RatingScheme> opened = Definitions.scheme(name, values);
        RatingScheme read = opened.orThrow();
        opened.problems().forEach(err::println);
        return read;
    }

    private static List<StarRating> rate(RatingScheme rules, Path file, ProblemLines problems) throws IOException {
        Checked<SourceTable> opened = SourceTables.open(SourceFile.of(file), ImportOptions.detecting());
        Checked<List<UnitScores>> read;
        try (SourceTable table = opened.orThrow()) {
            opened.problems().forEach(problems);
            read = UnitScoresReader.of(rules).read(table);
        }
        List<UnitScores> units = read.orThrow();
        read.problems().forEach(problems);
        return RatingCalculator.of(rules).rateAll(units);
    }

    private Predecessors lineage(ProblemLines problems) throws IOException {
        if (predecessors.isEmpty()) {
            return Predecessors.unchanged();
        }
        Checked<Predecessors> read;
        try (InputStream input = Files.newInputStream(predecessors.get())) {
            read = PredecessorTable.read(input, predecessors.get().toString());
        }
        Predecessors known = read.orThrow();
        for (Problem problem : read.problems()) {
            problems.accept(problem);
        }
        return known;
    }

    private static List<StarChange> changes(List<StarRating> now, List<StarRating> before, Predecessors lineage) {
        return Programme.of(Map.of(BEFORE, before, NOW, now), Map.of(NOW, lineage))
                .changes(NOW);
    }

    private void write(List<StarRating> ratings, Optional<List<StarChange>> changes, Progress progress)
            throws IOException {
        if (out.isEmpty()) {
            try (OutputStream output = new WriterStream(spec.commandLine().getOut())) {
                write(ratings, changes, output, progress);
            }
            return;
        }
        try (WholeFile file = WholeFile.at(out.get())) {
            write(ratings, changes, file.output(), progress);
            file.commit();
        }
    }

    private void write(
            List<StarRating> ratings, Optional<List<StarChange>> changes, OutputStream output, Progress progress)
            throws IOException {
        ProgressListener units = (rows, bytes, problems) -> progress.at(rows, ratings.size());
        switch (format) {
            case CSV ->
                output.write(changes.map(StarRatingTable.create()::writeChanges)
                        .orElseGet(() -> StarRatingTable.create().write(ratings))
                        .getBytes(StandardCharsets.UTF_8));
            case JSON -> {
                if (changes.isPresent()) {
                    StarRatingJson.create().writeChanges(changes.get(), output, units);
                } else {
                    StarRatingJson.create().write(ratings, output, units);
                }
            }
            case XLSX ->
                ResultWorkbook.builder(LocalizedText.of("Kết quả xếp loại", "Rating results"))
                        .ratings(ratings)
                        .build()
                        .write(output);
        }
    }
}
