package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.sipas.core.Checked;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.estimate.ItemMoments;
import vn.sipas.core.estimate.ProportionInterval;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexItem;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.csv.RatingColumns;
import vn.sipas.io.csv.SampleReader;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.source.ColumnRole;

/** {@code sipas index}: estimates and indices of a file of responses. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = {
            "Estimates shares, means and indices with their sampling error, per group and for all rows.",
            "An empty answer is blank: it alone is left out, and its row stays in the design, as a row of weight 0"
                    + " does.",
            "With a population but no weight column a row stands for population / sample of its stratum.",
            "Output: favourable_share (0 to 1) and mean (level units) of every item and node; a tree that mixes",
            "statistics or scales has the statistic index, in points of 100. deff is the one with replacement."
        })
final class IndexCommand implements Callable<Integer> {

    private static final Map<String, RatingScale> SCALES = Map.of(
            "likert5", RatingScale.likert5(),
            "likert4", RatingScale.likert4(),
            "smiley3", RatingScale.smiley3(),
            "stars5", RatingScale.stars5(),
            "yesno", RatingScale.yesNo());

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(
            names = "--responses",
            required = true,
            paramLabel = "FILE",
            description = "anything that sipas read accepts, and what it writes; plain CSV is read at full speed")
    private Path responses = Path.of("");

    @ArgGroup(multiplicity = "0..1")
    private @Nullable Questions questions;

    @Option(
            names = "--definition",
            paramLabel = "FILE|catalog:ID",
            description = "an index tree; every node is estimated too")
    private Optional<String> definition = Optional.empty();

    @Option(names = "--by", paramLabel = "COLUMN", description = "the column that rows are grouped by")
    private Optional<String> by = Optional.empty();

    @Option(names = "--weight", paramLabel = "COLUMN", description = "the design weight")
    private Optional<String> weight = Optional.empty();

    @Option(names = "--stratum", paramLabel = "COLUMN", description = "the stratum")
    private Optional<String> stratum = Optional.empty();

    @Option(names = "--psu", paramLabel = "COLUMN", description = "the primary sampling unit, nested in strata")
    private Optional<String> psu = Optional.empty();

    @Option(names = "--population", paramLabel = "COLUMN", description = "the population size of the row's stratum")
    private Optional<String> population = Optional.empty();

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "the response id; a row that repeats an id is set aside")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--interval",
            defaultValue = "wilson",
            paramLabel = "METHOD",
            description = "wilson, beta, logit, xlogit, arcsine or wald (default: ${DEFAULT-VALUE})")
    private ProportionInterval interval = ProportionInterval.WILSON;

    @Option(
            names = "--level",
            defaultValue = "0.95",
            paramLabel = "L",
            description = "level of confidence, in (0, 1) (default: ${DEFAULT-VALUE})")
    private double level;

    @Option(
            names = "--lonely-psu",
            defaultValue = "fail",
            paramLabel = "POLICY",
            description = "fail, remove, certainty, adjust or average (default: ${DEFAULT-VALUE})")
    private LonelyPsuPolicy lonelyPsu = LonelyPsuPolicy.FAIL;

    @Option(
            names = "--threads",
            defaultValue = "1",
            paramLabel = "N",
            description = "threads; the numbers do not depend on them (default: ${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--strict", description = "write nothing if any row had a problem")
    private boolean strict;

    @Option(
            names = "--format",
            defaultValue = "csv",
            paramLabel = "FORMAT",
            description = {
                "csv, json, ndjson, xlsx or datapackage (default: ${DEFAULT-VALUE}); the same rows in all of them,",
                "xlsx with the sheets of the index if there is a definition, datapackage a folder; both need --out"
            })
    private IndexOutput.Format format = IndexOutput.Format.CSV;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write instead of standard output")
    private Optional<Path> out = Optional.empty();

    /** Where the items come from: a survey, or their names and a scale. */
    static final class Questions {

        @Option(
                names = "--survey",
                required = true,
                paramLabel = "FILE|catalog:ID",
                description = "the survey whose rating questions are the items")
        private Optional<String> survey = Optional.empty();

        @ArgGroup(exclusive = false, multiplicity = "1")
        private Items items = new Items();
    }

    /** Items named on the command line. */
    static final class Items {

        @Option(names = "--items", required = true, split = ",", paramLabel = "q1,q2,…", description = "the items")
        private List<String> columns = List.of();

        @Option(
                names = "--scale",
                required = true,
                paramLabel = "SCALE",
                description = "likert5, likert4, smiley3, stars5 or yesno")
        private String scale = "";
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (out.isEmpty() && (format == IndexOutput.Format.XLSX || format == IndexOutput.Format.DATAPACKAGE)) {
            throw new ParameterException(spec.commandLine(), "--format xlsx and datapackage need --out");
        }
        EstimationOptions options = options();
        Optional<IndexDefinition> tree = definition.map(name -> Definitions.index(name));
        Questions asked = questions;
        Optional<Survey> survey = asked == null ? Optional.empty() : asked.survey.map(name -> Definitions.survey(name));
        List<RatingColumns.Item> items =
                asked == null ? List.of() : survey.map(this::itemsOf).orElseGet(() -> namedItems(asked.items));
        ProblemLines problems = new ProblemLines(err);
        ItemMoments moments = tree.isPresent() ? ItemMoments.FAVOURABLE_AND_VALUE : ItemMoments.NONE;
        Optional<Checked<SampleReader.Sample>> counts = CountedResponses.read(responses, by, moments, problems);
        SampleReader.Sample sample = counts.isPresent() ? counted(counts.get()) : rated(survey, items, tree, problems);
        long found = problems.count();
        if (strict && found > 0) {
            err.println("nothing was written: --strict, and " + found + " problems");
            return ExitStatus.DATA_PROBLEMS;
        }
        IndexRows rows = new IndexRows(sample.totals(), options, tree, problems);
        try (Progress progress = new Progress(err, "groups")) {
            write(new IndexOutput(sample.totals(), options, tree, rows, by.isPresent()), progress);
        }
        problems.finish();
        return found > 0 || problems.errors() > 0 ? ExitStatus.DATA_PROBLEMS : ExitStatus.DONE;
    }

    private SampleReader.Sample counted(Checked<SampleReader.Sample> counts) {
        boolean column = weight.isPresent() || stratum.isPresent() || psu.isPresent() || population.isPresent();
        if (questions != null || column || id.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "counts of terminals bring their own questions and scales, and hold no respondents: leave out"
                            + " --survey, --items, --scale, --id and the columns of a design");
        }
        SampleReader.Sample sample = counts.orThrow();
        spec.commandLine().getErr().println(sample.report());
        return sample;
    }

    private SampleReader.Sample rated(
            Optional<Survey> survey,
            List<RatingColumns.Item> items,
            Optional<IndexDefinition> tree,
            ProblemLines problems)
            throws IOException {
        if (items.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "name the questions: --survey, or --items and their --scale");
        }
        PrintWriter err = spec.commandLine().getErr();
        Optional<ImportedResponses> imported = ImportedResponses.of(responses, survey, items, columnRoles(), problems);
        try (Progress progress = new Progress(err, "rows")) {
            RatingColumns columns = columns(items, imported);
            tree.ifPresent(index -> warnOfMissing(index, columns, err));
            Checked<SampleReader.Sample> read = reader(columns, tree)
                    .read(imported.map(ImportedResponses::file).orElse(responses), progress::at, problems);
            SampleReader.Sample sample =
                    imported.map(table -> table.restated(read)).orElse(read).orThrow();
            err.println(imported.map(ImportedResponses::report).orElse(sample.report()));
            return sample;
        } finally {
            if (imported.isPresent()) {
                imported.get().close();
            }
        }
    }

    private List<RatingColumns.Item> itemsOf(Survey survey) {
        if (survey.ratingQuestions().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the survey \"" + survey.key().id()
                            + "\" has no rating question; name the questions with --items and"
                            + " their scale with --scale, or give them a scale in the mapping of sipas read");
        }
        return survey.ratingQuestions().stream()
                .map(question -> new RatingColumns.Item(question.code(), question.scale()))
                .toList();
    }

    /** What the columns named on the command line are for, where the responses have to be imported first. */
    private Map<String, ColumnRole> columnRoles() {
        Map<String, ColumnRole> roles = new LinkedHashMap<>();
        by.ifPresent(column -> roles.put(column, ColumnRole.GROUP));
        population.ifPresent(column -> roles.put(column, ColumnRole.GROUP));
        weight.ifPresent(column -> roles.put(column, ColumnRole.WEIGHT));
        stratum.ifPresent(column -> roles.put(column, ColumnRole.STRATUM));
        psu.ifPresent(column -> roles.put(column, ColumnRole.PSU));
        id.ifPresent(column -> roles.put(column, ColumnRole.ID));
        return roles;
    }

    private RatingColumns columns(List<RatingColumns.Item> items, Optional<ImportedResponses> imported) {
        UnaryOperator<String> name =
                column -> imported.map(table -> table.nameOf(column)).orElse(column);
        try {
            RatingColumns columns = RatingColumns.of(items)
                    .withDesign(weight.map(name), stratum.map(name), psu.map(name), population.map(name));
            RatingColumns grouped = by.map(name).map(columns::withGroup).orElse(columns);
            return id.map(name).map(grouped::withId).orElse(grouped);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private List<RatingColumns.Item> namedItems(Items named) {
        RatingScale scale = SCALES.get(named.scale);
        if (scale == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--scale must be one of " + String.join(", ", new TreeSet<>(SCALES.keySet())) + ", was \""
                            + named.scale + "\"");
        }
        return named.columns.stream()
                .map(column -> new RatingColumns.Item(column.strip(), scale))
                .toList();
    }

    private EstimationOptions options() {
        try {
            return EstimationOptions.defaults()
                    .withLevel(level)
                    .withInterval(interval)
                    .withLonelyPsu(lonelyPsu);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private SampleReader reader(RatingColumns columns, Optional<IndexDefinition> tree) {
        try {
            SampleReader reader = SampleReader.of(columns).withThreads(threads);
            // nodes are estimated by shares and by means; between primary sampling units no products are needed
            return tree.isPresent() && psu.isEmpty() ? reader.withMoments(ItemMoments.FAVOURABLE_AND_VALUE) : reader;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private static void warnOfMissing(IndexDefinition index, RatingColumns columns, PrintWriter err) {
        List<String> asked =
                columns.items().stream().map(RatingColumns.Item::column).toList();
        List<String> missing = index.items().stream()
                .map(IndexItem::question)
                .filter(question -> !asked.contains(question))
                .toList();
        if (!missing.isEmpty()) {
            err.println("the definition asks for " + String.join(", ", missing)
                    + ", which are not among the items; they count as missing");
        }
    }

    private void write(IndexOutput results, Progress progress) throws IOException {
        if (out.isEmpty()) {
            try (OutputStream output = new WriterStream(spec.commandLine().getOut())) {
                results.write(format, output, progress);
            }
        } else if (format == IndexOutput.Format.DATAPACKAGE) {
            results.writePackage(out.get(), progress);
        } else {
            try (WholeFile file = WholeFile.at(out.get())) {
                results.write(format, file.output(), progress);
                file.commit();
            }
        }
    }
}
