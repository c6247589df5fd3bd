package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.ReadReport;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;

/**
 * Imports the exports of survey tools: detects, proposes a mapping, reads.
 *
 * <pre>{@code
 * SurveyImport imports = SurveyImport.with(ImportOptions.detecting().withSurvey(survey));
 * ImportReport report = imports.read(SourceFile.of(path), sink).orThrow();
 * String account = report.toString(); // rows and cells, with sums that agree
 * }</pre>
 *
 * <p>One line is logged for each file: its name and the sums, or the codes of what is wrong, never what stands in it.
 * Immutable and safe for use by several threads.
 */
public final class SurveyImport {

    private static final int STEP = 4096;
    private static final Logger LOG = LoggerFactory.getLogger(SurveyImport.class);

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
     * Returns what the caller declared.
     *
     * @return the options
     */
    public ImportOptions options() {
        return options;
    }

    /**
     * Tells what a file is. Only its start is read.
     *
     * @param file the file
     * @return tool, encoding, delimiter and language, and why; or between what it will not guess
     * @throws IOException if the file cannot be read
     */
    public Checked<Detection> detect(SourceFile file) throws IOException {
        return unpacked(file, (imports, table) -> Detector.detect(table, imports.options));
    }

    /** What is done with a table. */
    @FunctionalInterface
    private interface Reading<T> {
        Checked<T> of(SurveyImport imports, SourceFile table) throws IOException;
    }

    /** Does something with a file, or with the table of submissions if the file is an archive of tables. */
    private <T> Checked<T> unpacked(SourceFile file, Reading<T> reading) throws IOException {
        Optional<Checked<ZippedExport>> archive = ZippedExport.of(file, options.limits());
        if (archive.isEmpty()) {
            return reading.of(this, file);
        }
        if (archive.get().value().isEmpty()) {
            return Checked.refused(archive.get().problems());
        }
        try (ZippedExport export = archive.get().value().get()) {
            return reading.of(
                    options.companions().isEmpty() ? with(options.withCompanions(export.companions())) : this,
                    export.main());
        }
    }

    /**
     * Proposes what the columns of a file become. The file is read once to look at its values, in bounded memory. A mapping
     * in the options is taken as it is.
     *
     * @param file the file
     * @return the finding, the mapping, the survey given or a provisional one, and what a person should look at
     * @throws IOException if the file cannot be read
     */
    public Checked<Proposal> propose(SourceFile file) throws IOException {
        return unpacked(file, SurveyImport::proposeFor);
    }

    private Checked<Proposal> proposeFor(SourceFile file) throws IOException {
        Checked<Detection> detected = Detector.detect(file, options);
        if (detected.value().isEmpty()) {
            return Checked.refused(detected.problems());
        }
        Detection detection = detected.value().get();
        Checked<SourceContent> opened = open(file, detection);
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        try (SourceContent content = opened.value().get()) {
            if (!(content instanceof AnswerTable table)) {
                return Checked.refused(Problem.of(SourceProblem.COUNTS_ONLY, Place.in(file.name())));
            }
            List<Problem> notes = new ArrayList<>(opened.problems());
            ColumnMapping mapping;
            if (options.mapping().isPresent()) {
                mapping = options.mapping().get();
            } else {
                MappingProposer.Proposed proposed = MappingProposer.propose(
                        detection, table.columns(), profiles(table), options, table.headerPlace());
                mapping = proposed.mapping();
                notes.addAll(proposed.notes());
            }
            Checked<List<Survey>> surveys = surveys(mapping, file.name());
            return surveys.value().isEmpty()
                    ? Checked.refused(surveys.problems())
                    : Checked.of(new Proposal(
                            detection, mapping, surveys.value().get().get(0), notes));
        }
    }

    /**
     * Reads a file. Without a mapping in the options, one is proposed first and used as it is.
     *
     * <p>Whatever can be read is handed over before the account is closed; rows that cannot be used do not stop the rest.
     *
     * @param file the file
     * @param sink receives responses, changed cells and problems
     * @return the account; nothing but problems if the file as a whole could not be understood
     * @throws IOException if the file cannot be read
     * @throws java.util.concurrent.CancellationException if the listener of the options ends the import
     */
    public Checked<ImportReport> read(SourceFile file, ImportSink sink) throws IOException {
        Objects.requireNonNull(sink, "sink");
        Checked<ImportReport> read = unpacked(file, (imports, table) -> imports.readTable(table, sink));
        if (read.value().isPresent()) {
            ImportReport report = read.value().get();
            LOG.info("{}, by {}", report.rows(), report.detection().tool().id());
        } else {
            LOG.warn("{} was refused: {}", file.name(), codes(read.problems()));
        }
        return read;
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).distinct().toList();
    }

    private Checked<ImportReport> readTable(SourceFile file, ImportSink sink) throws IOException {
        Checked<Detection> detected = Detector.detect(file, options);
        if (detected.value().isEmpty()) {
            return Checked.refused(detected.problems());
        }
        Detection detection = detected.value().get();
        ColumnMapping mapping;
        List<Problem> notes = new ArrayList<>();
        if (options.mapping().isPresent()) {
            mapping = options.mapping().get();
        } else {
            Checked<SourceContent> counted = open(file, detection);
            if (counted.value().isEmpty()) {
                return Checked.refused(counted.problems());
            }
            try (SourceContent content = counted.value().get()) {
                if (content instanceof CountTable counts) {
                    return Checked.of(counts(counts, detection, file, sink));
                }
            }
            Checked<Proposal> proposal = proposeFor(file);
            if (proposal.value().isEmpty()) {
                return Checked.refused(proposal.problems());
            }
            mapping = proposal.value().get().mapping();
            notes.addAll(proposal.value().get().notes());
        }
        Checked<List<Survey>> surveys = surveys(mapping, file.name());
        if (surveys.value().isEmpty()) {
            return Checked.refused(surveys.problems());
        }
        Checked<SourceContent> opened = open(file, detection);
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        if (options.mapping().isPresent()) {
            notes.addAll(opened.problems());
        }
        try (SourceContent content = opened.value().get()) {
            if (content instanceof AnswerTable table) {
                return new ImportRun(table, mapping, surveys.value().get(), options, sink, detection, file.name())
                        .run(notes);
            }
            return Checked.of(counts((CountTable) content, detection, file, sink));
        }
    }

    /**
     * Tells whether the readers of {@code vn.sipas.io.csv} can read a file directly, at full speed: UTF-8, commas, every
     * rating question of the survey in a column named by its code, and, as far as the start of the file shows, cells that
     * hold codes of levels.
     *
     * @param file the file
     * @return whether it is that plain
     * @throws IOException if the file cannot be read
     */
    public boolean isPlain(SourceFile file) throws IOException {
        Checked<SourceSampler.Sampled> sampled = SourceSampler.sample(file, options);
        return sampled.value().isPresent()
                && options.survey().isPresent()
                && PlainRatings.fit(
                        sampled.value().get().sample(), options.survey().get());
    }

    private Checked<SourceContent> open(SourceFile file, Detection detection) throws IOException {
        Optional<SourceAdapter> adapter = SourceAdapters.of(detection.tool());
        return adapter.isEmpty()
                ? Checked.refused(Problem.of(SourceProblem.UNKNOWN_FILE, Place.in(file.name())))
                : adapter.get().open(file, detection, options);
    }

    private List<ColumnProfile> profiles(AnswerTable table) throws IOException {
        List<ColumnProfile> profiles = new ArrayList<>();
        table.columns()
                .forEach(column ->
                        profiles.add(new ColumnProfile(options.limits().distinctValues())));
        for (Optional<SourceRow> row = table.next(passed -> {}); row.isPresent(); row = table.next(passed -> {})) {
            for (int i = 0; i < profiles.size(); i++) {
                profiles.get(i).accept(row.get().cell(i));
            }
            if (table.rowsRead() % STEP == 0) {
                options.progress().step(0, table.bytesRead(), 0);
            }
        }
        return profiles;
    }

    /** The survey of each form: the one given if it is the same, else a provisional one. */
    private Checked<List<Survey>> surveys(ColumnMapping mapping, String source) {
        List<Survey> surveys = new ArrayList<>();
        for (FormMapping form : mapping.forms()) {
            Optional<Survey> given =
                    options.survey().filter(survey -> survey.key().equals(form.survey()));
            if (given.isPresent()) {
                List<Problem> strangers = strangers(form, given.get(), source);
                if (!strangers.isEmpty()) {
                    return Checked.refused(strangers);
                }
                surveys.add(given.get());
            } else if (options.survey().isPresent() && mapping.forms().size() == 1) {
                return Checked.refused(Problem.of(
                        SourceProblem.OTHER_SURVEY,
                        Place.in(source),
                        "mapped",
                        form.survey(),
                        "given",
                        options.survey().get().key()));
            } else {
                Checked<Survey> made = ProvisionalSurvey.of(form, options.privacy(), source);
                if (made.value().isEmpty()) {
                    return Checked.refused(made.problems());
                }
                surveys.add(made.value().get());
            }
        }
        return Checked.of(surveys);
    }

    private static List<Problem> strangers(FormMapping form, Survey survey, String source) {
        return form.columns().stream()
                .filter(column -> column.role().isAnswer())
                .map(column -> column.question().orElseThrow())
                .distinct()
                .filter(code -> survey.question(code).isEmpty())
                .map(code -> Problem.of(SourceProblem.MAPPING_NOT_OF_SURVEY, Place.in(source), "question", code))
                .toList();
    }

    private ImportReport counts(CountTable table, Detection detection, SourceFile file, ImportSink sink)
            throws IOException {
        TreeMap<String, Long> codes = new TreeMap<>();
        long answers = 0;
        Consumer<Problem> report = problem -> {
            codes.merge(problem.code(), 1L, Long::sum);
            sink.problem(problem);
        };
        for (Optional<CountedAnswers> counts = table.next(report); counts.isPresent(); counts = table.next(report)) {
            answers = Math.addExact(answers, counts.get().answers());
            sink.counts(counts.get());
            if (table.rowsRead() % STEP == 0) {
                options.progress().step(table.rowsRead(), table.bytesRead(), codes.size());
            }
        }
        options.progress().step(table.rowsRead(), table.bytesRead(), codes.size());
        ReadReport rows = new ReadReport(
                file.name(), table.rowsRead(), table.rowsRead() - table.rowsSetAside(), 0, table.rowsSetAside(), codes);
        return new ImportReport(
                detection,
                Optional.empty(),
                List.of(),
                rows,
                new CellAccount(0, 0, 0, 0, 0, 0, 0),
                List.of(),
                0,
                0,
                answers);
    }
}
