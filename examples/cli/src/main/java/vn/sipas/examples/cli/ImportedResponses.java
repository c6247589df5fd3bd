package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.core.Severity;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.io.ReadReport;
import vn.sipas.io.csv.CsvProblem;
import vn.sipas.io.csv.RatingColumns;
import vn.sipas.io.csv.ResponseCsvWriter;
import vn.sipas.io.csv.ResponseLayout;
import vn.sipas.io.json.ResponseJson;
import vn.sipas.io.json.ResponseLinesReader;
import vn.sipas.io.source.ColumnMapping;
import vn.sipas.io.source.ColumnRole;
import vn.sipas.io.source.FormMapping;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.ImportSink;
import vn.sipas.io.source.MappedColumn;
import vn.sipas.io.source.Proposal;
import vn.sipas.io.source.SourceProblem;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.source.SurveyTool;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;

/**
 * Responses in any form that {@code sipas read} accepts, as the plain table that the fast readers want. The table is a
 * temporary file that closing removes.
 *
 * @param file the table
 * @param source the name of the original
 * @param report the account of the rows of the original
 * @param names what the columns that the caller named are called in the table
 */
record ImportedResponses(Path file, String source, ReadReport report, Map<String, String> names)
        implements AutoCloseable {

    private static final String GROUP = "group.";
    private static final Set<SurveyTool> TOOLS_WITH_OTHER_ROWS =
            Set.of(SurveyTool.QUALTRICS, SurveyTool.KOBO, SurveyTool.ODK);

    /**
     * Imports a file, unless it is plain already or nothing but the fast reader can say what is wrong with it.
     *
     * @param input the file
     * @param survey the survey that was answered, if the caller named one
     * @param items the questions that were rated
     * @param roles what the columns that the caller named are for
     * @param problems receives what is wrong with the original
     * @return the table, empty if the file is to be read as it is
     */
    static Optional<ImportedResponses> of(
            Path input,
            Optional<Survey> survey,
            List<RatingColumns.Item> items,
            Map<String, ColumnRole> roles,
            Consumer<Problem> problems)
            throws IOException {
        Optional<Survey> asked =
                survey.isPresent() ? survey.map(whole -> ratings(whole.ratingQuestions())) : survey(items);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Survey wanted = asked.get();
        boolean wholeSurvey = survey.isPresent();
        SourceFile source = SourceFile.of(input);
        SurveyImport imports = asking(wanted);
        boolean lines = new String(source.head(400), StandardCharsets.UTF_8).contains("\"sipas-response/1\"");
        if (!lines && imports.isPlain(source) && !hasRowsOfItsOwn(imports, source)) {
            return Optional.empty();
        }
        Optional<Proposal> first = lines ? Optional.empty() : proposal(imports, source);
        boolean named = wholeSurvey
                || first.filter(found -> !unasked(found, wanted).isEmpty()).isEmpty();
        Survey ratings = named ? wanted : underHeadings(source, wanted);
        Optional<Proposal> proposal =
                named ? first : asking(ratings).propose(source).value();
        List<String> unasked = proposal.isEmpty() ? List.of() : unasked(proposal.get(), ratings);
        boolean plain = proposal.filter(found -> found.detection().tool() == SurveyTool.CSV)
                .isPresent();
        if (!lines && (proposal.isEmpty() || (plain && !unasked.isEmpty()))) {
            return Optional.empty();
        }
        if (!unasked.isEmpty()
                && !(wholeSurvey && unasked.size() < ratings.questions().size())) {
            Checked.refused(unasked.stream()
                            .map(code -> Problem.of(
                                    CsvProblem.MISSING_COLUMN,
                                    Place.in(source.name()).withPath(code),
                                    "name",
                                    code))
                            .toList())
                    .orThrow();
        }
        Path table = Files.createTempFile("sipas-", ".csv");
        boolean done = false;
        try {
            ImportedResponses imported = lines
                    ? fromLines(input, survey, ratings, roles, table, problems)
                    : fromExport(source, proposal.orElseThrow(), ratings, roles, table, problems);
            done = true;
            return Optional.of(imported);
        } finally {
            if (!done) {
                Files.deleteIfExists(table);
            }
        }
    }

    private static SurveyImport asking(Survey ratings) {
        return SurveyImport.with(ImportOptions.detecting().withSurvey(ratings));
    }

    /** What the columns become; empty for text that is no table to the import, but may be one to the fast reader. */
    private static Optional<Proposal> proposal(SurveyImport imports, SourceFile source) throws IOException {
        Checked<Proposal> proposed = imports.propose(source);
        boolean noText = proposed.problems().stream()
                .map(Problem::code)
                .anyMatch(code -> code.startsWith("xlsx.") || code.equals(SourceProblem.UNKNOWN_FILE.code()));
        if (proposed.value().isEmpty() && noText) {
            throw new ProblemException(proposed.problems());
        }
        return proposed.value();
    }

    /** Whether a tool wrote rows that are no responses, such as second headings, tags, previews and rejected submissions. */
    private static boolean hasRowsOfItsOwn(SurveyImport imports, SourceFile source) throws IOException {
        return imports.detect(source)
                .value()
                .filter(found -> TOOLS_WITH_OTHER_ROWS.contains(found.tool()))
                .isPresent();
    }

    /** A survey of the items alone; empty if a name cannot be the code of a question. */
    private static Optional<Survey> survey(List<RatingColumns.Item> items) {
        if (!items.stream().allMatch(item -> item.column().matches(Question.CODE_FORM))) {
            return Optional.empty();
        }
        return Optional.of(ratings(items.stream()
                .map(item -> RatingQuestion.of(item.column(), LocalizedText.same(item.column()), item.scale()))
                .toList()));
    }

    private static Survey ratings(List<RatingQuestion> questions) {
        return Survey.ofRatings(
                SurveyKey.of("items", 1),
                LocalizedText.of("Các câu hỏi được chấm", "The questions that were rated"),
                questions);
    }

    /** The codes of the questions that no column of the file answers. */
    private static List<String> unasked(Proposal proposal, Survey ratings) {
        List<MappedColumn> columns = proposal.mapping().forms().get(0).columns();
        return ratings.questions().stream()
                .map(Question::code)
                .filter(code -> columns.stream()
                        .noneMatch(
                                column -> column.question().filter(code::equals).isPresent()))
                .toList();
    }

    /** The questions with the headings of the columns that {@code sipas read} gives their codes as what citizens read. */
    private static Survey underHeadings(SourceFile source, Survey ratings) throws IOException {
        Map<String, String> headings = new LinkedHashMap<>();
        Set<String> repeated = new TreeSet<>();
        SurveyImport.with(ImportOptions.detecting()).propose(source).value().ifPresent(found -> {
            for (MappedColumn column : found.mapping().forms().get(0).columns()) {
                if (column.occurrence() > 1) {
                    repeated.add(column.heading());
                }
                if (column.role() == ColumnRole.ANSWER) {
                    headings.putIfAbsent(column.question().orElseThrow(), column.heading());
                }
            }
        });
        headings.values().removeIf(heading -> heading.isBlank() || repeated.contains(heading));
        return ratings(ratings.ratingQuestions().stream()
                .map(question -> RatingQuestion.of(
                        question.code(),
                        LocalizedText.same(headings.getOrDefault(question.code(), question.code())),
                        question.scale()))
                .toList());
    }

    private static ImportedResponses fromLines(
            Path input,
            Optional<Survey> survey,
            Survey ratings,
            Map<String, ColumnRole> roles,
            Path table,
            Consumer<Problem> problems)
            throws IOException {
        ResponseLinesReader plain = ResponseLinesReader.of(ResponseJson.standalone());
        ResponseLinesReader reader = survey.map(plain::withSurvey).orElse(plain);
        TreeSet<String> groups = new TreeSet<>();
        TreeSet<String> questions = new TreeSet<>();
        reader.read(
                input,
                response -> {
                    groups.addAll(response.respondentGroups().keySet());
                    questions.addAll(response.answers().keySet());
                },
                passed -> {});
        List<String> asked = roles.entrySet().stream()
                .filter(role -> role.getValue() == ColumnRole.GROUP)
                .map(Map.Entry::getKey)
                .filter(name -> !groups.contains(name) && questions.contains(name))
                .toList();
        Map<String, String> bands = new LinkedHashMap<>();
        for (String question : asked) {
            String band = "by" + (bands.size() + 1);
            bands.put(question, band);
            groups.add(band);
        }
        ReadReport report;
        try (OutputStream output = Files.newOutputStream(table);
                ResponseCsvWriter writer =
                        ResponseCsvWriter.open(output, ratings, ResponseLayout.WIDE, List.copyOf(groups))) {
            report = reader.read(input, response -> write(writer, ratings, response, bands), problems)
                    .orThrow();
        }
        Map<String, String> names = new LinkedHashMap<>();
        groups.forEach(group -> names.put(group, GROUP + group));
        bands.forEach((question, band) -> names.put(question, GROUP + band));
        return new ImportedResponses(table, input.toString(), report, names);
    }

    /** The answer as a group: what was selected, or the level that was rated. */
    private static Optional<String> band(Answer answer) {
        if (answer instanceof Answer.Selected selected) {
            return Optional.of(selected.code());
        }
        return answer instanceof Answer.Rated rated ? Optional.of(String.valueOf(rated.value())) : Optional.empty();
    }

    private static ImportedResponses fromExport(
            SourceFile source,
            Proposal proposal,
            Survey ratings,
            Map<String, ColumnRole> roles,
            Path table,
            Consumer<Problem> problems)
            throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> groups = new ArrayList<>();
        List<MappedColumn> columns = new ArrayList<>();
        FormMapping form = proposal.mapping().forms().get(0);
        for (MappedColumn column : form.columns()) {
            String heading = column.heading().strip();
            boolean named = roles.containsKey(heading) && !column.role().isAnswer();
            ColumnRole role = roles.getOrDefault(heading, ColumnRole.UNMAPPED);
            if (named && role != ColumnRole.GROUP) {
                columns.add(MappedColumn.of(column.heading(), column.occurrence(), role));
                names.put(heading, columnOf(role));
            } else if (named && column.role() != ColumnRole.UNIT) {
                String band = "by" + (groups.size() + 1);
                groups.add(band);
                columns.add(MappedColumn.of(column.heading(), column.occurrence(), ColumnRole.IGNORE)
                        .with(ColumnRole.GROUP, band));
                names.put(heading, GROUP + band);
            } else {
                if (named) {
                    names.put(heading, columnOf(ColumnRole.UNIT));
                }
                if (column.role() == ColumnRole.GROUP) {
                    String group = column.question().orElseThrow();
                    groups.add(group);
                    names.put(group, GROUP + group);
                }
                columns.add(column);
            }
        }
        ColumnMapping mapping =
                proposal.mapping().withForms(List.of(new FormMapping(form.survey(), form.revisions(), columns)));
        ReadReport report;
        try (OutputStream output = Files.newOutputStream(table);
                ResponseCsvWriter writer = ResponseCsvWriter.open(output, ratings, ResponseLayout.WIDE, groups)) {
            ImportSink sink = new ImportSink() {
                @Override
                public void response(Response response, SourceRow row) {
                    write(writer, ratings, response, Map.of());
                }

                @Override
                public void problem(Problem problem) {
                    // Notes about whole columns, such as those left out as personal, concern no row.
                    if (problem.severity() == Severity.ERROR || problem.code().startsWith("source.cell.")) {
                        problems.accept(problem);
                    }
                }
            };
            report = SurveyImport.with(
                            ImportOptions.detecting().withSurvey(ratings).withMapping(mapping))
                    .read(source, sink)
                    .orThrow()
                    .rows();
        }
        return new ImportedResponses(table, source.name(), report, names);
    }

    private static String columnOf(ColumnRole role) {
        return role == ColumnRole.STRATUM
                        || role == ColumnRole.PSU
                        || role == ColumnRole.WEIGHT
                        || role == ColumnRole.ID
                ? role.id()
                : "unit";
    }

    /** A whole number, as imports without a survey call an answer of digits, is a level if the scale has it. */
    private static Answer asLevel(Answer answer) {
        if (answer instanceof Answer.Quantity quantity
                && quantity.number().stripTrailingZeros().scale() <= 0
                && quantity.number().abs().compareTo(BigDecimal.valueOf(1000)) < 0) {
            return new Answer.Rated(quantity.number().intValueExact());
        }
        return answer;
    }

    private static void write(ResponseCsvWriter writer, Survey ratings, Response response, Map<String, String> bands) {
        Response.Builder rated = Response.builder(response.id(), ratings.key(), response.unit(), response.wave())
                .position(response.position());
        response.respondentGroups().forEach(rated::group);
        bands.forEach((question, band) -> band(response.answer(question)).ifPresent(value -> rated.group(band, value)));
        for (RatingQuestion question : ratings.ratingQuestions()) {
            Answer answer = asLevel(response.answer(question.code()));
            boolean fits = !(answer instanceof Answer.Rated level)
                    ? answer instanceof Answer.NoAnswer
                    : question.scale().positionOf(level.value()) >= 0;
            rated.answer(question.code(), fits ? answer : Answer.NoAnswer.BLANK);
        }
        try {
            writer.write(rated.build());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Says what a column that the caller named is called in the table.
     *
     * @param column the name the caller used
     * @return the name in the table
     */
    String nameOf(String column) {
        return names.getOrDefault(column, column);
    }

    /** A problem of the table as one of the original, whose lines and columns are others. */
    private Problem restated(Problem problem) {
        return problem.at(Place.in(source).withPath(problem.place().path()));
    }

    /**
     * Says what is wrong with the original where the table could not be read.
     *
     * @param read what became of the table
     * @param <T> what the table holds
     * @return the same, of the original
     */
    <T> Checked<T> restated(Checked<T> read) {
        List<Problem> problems = read.problems().stream().map(this::restated).toList();
        return read.value().map(value -> Checked.of(value, problems)).orElseGet(() -> Checked.refused(problems));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
