package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
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
import vn.sipas.core.Language;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.core.Severity;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.json.SurveyJson;
import vn.sipas.io.source.ColumnMappingJson;
import vn.sipas.io.source.ColumnOutcome;
import vn.sipas.io.source.CountLayout;
import vn.sipas.io.source.DateOrder;
import vn.sipas.io.source.DecimalMark;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.ImportReport;
import vn.sipas.io.source.IncompleteResponses;
import vn.sipas.io.source.PersonalData;
import vn.sipas.io.source.PrivacyPolicy;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.source.SurveyTool;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;

/** {@code sipas read}: exports of survey tools into responses. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the export of a survey tool into responses, and accounts for every row and cell.",
            "Personal data (names, phones, e-mails, citizen ids, addresses of the network, devices, free text, exact"
                    + " times) stay out unless --keep lets a kind pass.",
            "Without --survey the questions come from headings and values; --map-out and --survey-out write what was"
                    + " found, to be edited and given back with --map and --survey."
        })
final class ReadCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "the export")
    private Path in = Path.of("");

    @Option(
            names = "--with",
            split = ",",
            paramLabel = "FILE",
            description = "further files of the same export, such as repeats")
    private List<Path> companions = List.of();

    @Option(
            names = "--repeats",
            defaultValue = "100",
            paramLabel = "N",
            description = "rows of one repeat that one submission may have; further rows are set aside (default:"
                    + " ${DEFAULT-VALUE})")
    private int repeats = 100;

    @Option(
            names = "--tool",
            defaultValue = "auto",
            paramLabel = "TOOL",
            description = "auto, csv, xlsx, json, limesurvey, kobo, odk, google-forms, qualtrics, surveyjs, happyornot,"
                    + " long-table (default: ${DEFAULT-VALUE})")
    private String tool = "auto";

    @Option(
            names = "--counts",
            split = ",",
            paramLabel = "WHAT=FIELD",
            description =
                    "reads counts of terminals from the fields named: time, hour, counts (one list, or several fields"
                            + " with + between, the least favourable first) or level, unit, point, question, scale, misuse")
    private Map<String, String> counts = Map.of();

    @Option(names = "--survey", paramLabel = "FILE|catalog:ID", description = "the survey that was answered")
    private Optional<String> survey = Optional.empty();

    @Option(names = "--map", paramLabel = "FILE.json", description = "what the columns become; must exist")
    private Optional<Path> map = Optional.empty();

    @Option(
            names = "--map-out",
            paramLabel = "FILE.json",
            description = "writes the mapping that was used, to be edited and given back with --map")
    private Optional<Path> mapOut = Optional.empty();

    @Option(
            names = "--survey-out",
            paramLabel = "FILE.json",
            description = "writes the survey that the responses answer, for sipas index --survey")
    private Optional<Path> surveyOut = Optional.empty();

    @Option(names = "--encoding", paramLabel = "NAME", description = "of delimited text, such as windows-1258")
    private Optional<String> encoding = Optional.empty();

    @Option(names = "--delimiter", paramLabel = "C", description = "of delimited text; tab for a tab")
    private Optional<String> delimiter = Optional.empty();

    @Option(names = "--dates", paramLabel = "ORDER", description = "day-first or month-first, where dates do not say")
    private Optional<String> dates = Optional.empty();

    @Option(names = "--decimals", paramLabel = "MARK", description = "comma or point, where numbers do not say")
    private Optional<String> decimals = Optional.empty();

    @Option(names = "--unit", paramLabel = "CODE", description = "the unit of all rows, where no column holds it")
    private Optional<String> unit = Optional.empty();

    @Option(names = "--wave", paramLabel = "ID", description = "the wave of all rows, where no column holds it")
    private Optional<String> wave = Optional.empty();

    @Option(
            names = "--incomplete",
            defaultValue = "keep",
            paramLabel = "keep|set-aside",
            description = "unfinished responses, where the tool says so (default: ${DEFAULT-VALUE})")
    private String incomplete = "keep";

    @Option(
            names = "--keep",
            split = ",",
            paramLabel = "KIND",
            description = "personal data that may pass: name, phone, email, citizen-id, ip-address, device, account,"
                    + " address, location, birth-date, media, free-text, exact-time")
    private List<String> keep = List.of();

    @Option(names = "--strict", description = "write no responses if any row was changed or set aside")
    private boolean strict;

    @Option(names = "--out", required = true, paramLabel = "RESPONSES.ndjson", description = "one response a line")
    private Path out = Path.of("");

    @Option(
            names = "--problems",
            required = true,
            paramLabel = "PROBLEMS.csv",
            description = "file,line,column,code,message; the message about a changed cell ends in its old and new"
                    + " value")
    private Path problems = Path.of("");

    @Option(
            names = "--raw",
            paramLabel = "FILE.ndjson",
            description = "keeps the rows as they stood in the file, for audit; holds personal data")
    private Optional<Path> raw = Optional.empty();

    @Option(
            names = "--language",
            defaultValue = "en",
            paramLabel = "vi|en",
            description = "of the messages in PROBLEMS.csv (default: ${DEFAULT-VALUE})")
    private String language = "en";

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ImportOptions options = options();
        Checked<ImportReport> read;
        long errors;
        try (WholeFile responses = WholeFile.at(out);
                WholeFile problemFile = WholeFile.at(problems);
                ReadOutputs outputs = ReadOutputs.open(responses, problemFile, raw, Language.ofTag(language));
                Progress progress = new Progress(err, "rows")) {
            read = SurveyImport.with(options.withProgress((rows, bytes, found) -> progress.at(rows)))
                    .read(SourceFile.of(in), outputs);
            read.problems().forEach(outputs::problem);
            outputs.flush();
            problemFile.commit();
            errors = outputs.errors();
            boolean clean = read.value()
                    .map(report -> report.rows().changed() + report.rows().setAside() == 0)
                    .orElse(false);
            if (read.value().isPresent() && (clean || !strict)) {
                responses.commit();
                outputs.commitRaw();
            } else if (read.value().isPresent()) {
                err.println("no responses were written: --strict, and rows were changed or set aside");
            }
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
        if (read.value().isEmpty()) {
            throw new ProblemException(read.problems());
        }
        ImportReport report = read.value().get();
        write(report);
        print(report);
        boolean touched = report.rows().changed() + report.rows().setAside() > 0;
        return touched || errors > 0 ? ExitStatus.DATA_PROBLEMS : ExitStatus.DONE;
    }

    private void write(ImportReport report) throws IOException {
        if (mapOut.isPresent() && report.mapping().isPresent()) {
            WholeFile.write(
                    mapOut.get(),
                    ColumnMappingJson.create().write(report.mapping().get()));
        }
        if (surveyOut.isPresent() && !report.surveys().isEmpty()) {
            WholeFile.write(
                    surveyOut.get(),
                    SurveyJson.standalone().write(report.surveys().get(0)));
        }
    }

    private void print(ImportReport report) {
        PrintWriter output = spec.commandLine().getOut();
        output.println(report.detection().summary(Language.EN));
        report.detection().reasons().forEach(reason -> output.println("  because: " + reason.en()));
        output.println(report.rows());
        if (report.counted() > 0) {
            output.println(report.counted() + " counted answers, a distribution without respondents");
        } else {
            output.println(report.cells());
        }
        output.println(report.responses() + " responses"
                + (report.incomplete() > 0 ? ", " + report.incomplete() + " of them unfinished" : ""));
        columns(output, report, ColumnOutcome.Fate.LEFT_OUT, "left out as personal data");
        columns(output, report, ColumnOutcome.Fate.COARSENED, "cut down to the day");
        columns(output, report, ColumnOutcome.Fate.UNMAPPED, "not mapped");
        report.rows().problems().forEach((code, count) -> output.println("  " + count + " × " + code));
    }

    private static void columns(PrintWriter output, ImportReport report, ColumnOutcome.Fate fate, String what) {
        List<ColumnOutcome> columns = report.columns(fate).stream()
                .filter(ColumnOutcome::isReportable)
                .toList();
        if (!columns.isEmpty()) {
            List<String> names = new ArrayList<>();
            columns.forEach(column -> names.add(column.heading().strip()
                    + column.personal()
                            .filter(kind -> fate == ColumnOutcome.Fate.LEFT_OUT)
                            .map(kind -> " (" + kind.label().en() + ")")
                            .orElse("")));
            output.println(columns.size() + " columns " + what + ": " + String.join("; ", names));
        }
    }

    private ImportOptions options() throws IOException {
        ImportOptions options = ImportOptions.detecting()
                .withCompanions(companions.stream().map(SourceFile::of).toList())
                .withLimits(limits())
                .withPrivacy(privacy());
        if (!tool.equals("auto")) {
            options = options.withTool(
                    SurveyTool.ofId(tool).orElseThrow(() -> wrong("--tool has no value \"" + tool + "\"")));
        }
        if (!counts.isEmpty()) {
            options = options.withCounts(layout());
        }
        if (encoding.isPresent()) {
            options = options.withCharset(charset(encoding.get()));
        }
        if (delimiter.isPresent()) {
            options = options.withDelimiter(delimiter(delimiter.get()));
        }
        if (dates.isPresent()) {
            options = options.withDateOrder(
                    DateOrder.ofId(dates.get()).orElseThrow(() -> wrong("--dates must be day-first or month-first")));
        }
        if (decimals.isPresent()) {
            options = options.withDecimalMark(
                    DecimalMark.ofId(decimals.get()).orElseThrow(() -> wrong("--decimals must be comma or point")));
        }
        if (survey.isPresent()) {
            options = options.withSurvey(Definitions.survey(survey.get()));
        }
        if (map.isPresent()) {
            options = options.withMapping(
                    ColumnMappingJson.create().read(map.get()).orThrow());
        }
        if (unit.isPresent()) {
            if (!unit.get().matches(UnitCode.CODE_FORM)) {
                throw wrong("--unit must be 1 to 40 letters, digits, dots, hyphens or underscores");
            }
            options = options.withUnit(UnitCode.of(unit.get()));
        }
        if (wave.isPresent()) {
            options = options.withWave(wave.get());
        }
        if (!language.equals("vi") && !language.equals("en")) {
            throw wrong("--language must be vi or en, was \"" + language + "\"");
        }
        return switch (incomplete) {
            case "keep" -> options;
            case "set-aside" -> options.withIncomplete(IncompleteResponses.SET_ASIDE);
            default -> throw wrong("--incomplete must be keep or set-aside, was \"" + incomplete + "\"");
        };
    }

    private SourceLimits limits() {
        try {
            return SourceLimits.standard().withRepeats(repeats);
        } catch (IllegalArgumentException refused) {
            throw wrong("--repeats: " + refused.getMessage());
        }
    }

    private CountLayout layout() {
        try {
            return CountLayout.of(counts);
        } catch (IllegalArgumentException refused) {
            throw wrong("--counts: " + refused.getMessage());
        }
    }

    private PrivacyPolicy privacy() {
        PrivacyPolicy policy = PrivacyPolicy.strict();
        for (String kind : keep) {
            policy = policy.keeping(
                    PersonalData.ofId(kind).orElseThrow(() -> wrong("--keep has no value \"" + kind + "\"")));
        }
        return policy;
    }

    private Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw wrong("--encoding is not known here: \"" + name + "\"");
        }
    }

    private char delimiter(String text) {
        String character = text.equalsIgnoreCase("tab") || text.equals("\\t") ? "\t" : text;
        if (character.length() != 1
                || character.charAt(0) > 126
                || character.charAt(0) == 0
                || "\"\r\n".contains(character)) {
            throw wrong("--delimiter must be one ASCII character, was \"" + text + "\"");
        }
        return character.charAt(0);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Whether a problem alone makes the status of the command that of data problems. */
    static boolean isError(Problem problem) {
        return problem.severity() == Severity.ERROR;
    }
}
