package vn.sipas.io.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.AssuranceClass;
import vn.sipas.core.response.CollectionMode;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.SamplingPosition;
import vn.sipas.core.response.Transaction;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.ReadReport;
import vn.sipas.io.identifier.IdentifierMemory;
import vn.sipas.io.progress.ProgressSteps;
import vn.sipas.io.text.ComposedText;
import vn.sipas.io.text.Remembered;

/** One pass over the rows of one table of responses. */
final class ResponseRows {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,30}(?:\\.[0-9]{0,30})?(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern REVISION = Pattern.compile("[1-9][0-9]{0,8}");

    private final Survey survey;
    private final ResponseLayout layout;
    private final Predicate<UnitCode> knownUnit;
    private final RowSource rows;
    private final Consumer<Response> responses;
    private final Consumer<Problem> problems;
    private final ProgressSteps steps;
    private final Map<String, Integer> fixed = new HashMap<>();
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final Map<Question, Integer> questions = new LinkedHashMap<>();
    private final List<AskedColumn> askedColumns;
    private final DescribedColumns described;
    private final IdentifierMemory ids = new IdentifierMemory(RatingColumnsReader.REMEMBERED_IDS);
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private final Map<String, AskedColumn> askedLong = new HashMap<>();
    private final Remembered<Optional<LocalDate>> days = new Remembered<>(ResponseRows::dayOf);
    private final Remembered<Optional<UnitCode>> units = new Remembered<>(ResponseRows::unitOf);

    private long kept;
    private long changed;
    private boolean rowChanged;

    // The response whose long rows are being gathered.
    private Response.@Nullable Builder gathering;
    private List<String> gatheredDescription = List.of();
    private final Map<String, Answer> gatheredAnswers = new HashMap<>();

    ResponseRows(
            Survey survey,
            ResponseLayout layout,
            Predicate<UnitCode> knownUnit,
            RowSource rows,
            Consumer<Response> responses,
            Consumer<Problem> problems,
            ProgressSteps steps) {
        this.survey = survey;
        this.layout = layout;
        this.knownUnit = knownUnit;
        this.rows = rows;
        this.responses = responses;
        this.problems = problems;
        this.steps = steps;
        findColumns();
        askedColumns = questions.entrySet().stream()
                .map(asked -> AskedColumn.of(asked.getKey(), asked.getValue()))
                .toList();
        described = DescribedColumns.of(heading -> fixed.getOrDefault(heading, DescribedColumns.ABSENT));
    }

    /**
     * A column of answers.
     *
     * @param question the question
     * @param index the index of the column, counted from 0
     * @param understandings what its fields mean
     */
    private record AskedColumn(
            Question question, int index, Function<String, Optional<AnswerText.Understood>> understandings) {

        static AskedColumn of(Question question, int index) {
            Function<String, Optional<AnswerText.Understood>> reading = field -> AnswerText.read(question, field);
            return new AskedColumn(
                    question, index, question instanceof OpenTextQuestion ? reading : new Remembered<>(reading)::of);
        }
    }

    private void findColumns() {
        List<String> headings = rows.headings();
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            Optional<Question> question = layout == ResponseLayout.WIDE ? questionOf(heading) : Optional.empty();
            boolean pair = layout == ResponseLayout.LONG
                    && (heading.equals(ResponseColumns.QUESTION) || heading.equals(ResponseColumns.ANSWER));
            boolean fresh;
            if (ResponseColumns.isFixed(heading) || pair) {
                fresh = fixed.putIfAbsent(heading, i) == null;
            } else if (heading.startsWith(ResponseColumns.GROUP_PREFIX)
                    && heading.length() > ResponseColumns.GROUP_PREFIX.length()) {
                fresh = groups.putIfAbsent(heading.substring(ResponseColumns.GROUP_PREFIX.length()), i) == null;
            } else if (question.isPresent()) {
                fresh = questions.putIfAbsent(question.get(), i) == null;
            } else {
                report(Problem.of(CsvProblem.UNKNOWN_COLUMN, rows.headerPlace().withPath(heading), "name", heading));
                continue;
            }
            if (!fresh) {
                report(Problem.of(CsvProblem.UNKNOWN_COLUMN, rows.headerPlace().withPath(heading), "name", heading));
            }
        }
        if (layout == ResponseLayout.WIDE) {
            for (Question question : survey.questions()) {
                if (!questions.containsKey(question)) {
                    report(Problem.of(
                            ResponseCsvProblem.QUESTION_NOT_IN_FILE, rows.headerPlace(), "question", question.code()));
                }
            }
        }
    }

    private Optional<Question> questionOf(String heading) {
        String code = heading.startsWith(ResponseColumns.ANSWER_PREFIX)
                ? heading.substring(ResponseColumns.ANSWER_PREFIX.length())
                : heading;
        return survey.question(code).or(() -> survey.questions().stream()
                .filter(question -> CsvHeader.normalized(question.code()).equals(code))
                .findFirst());
    }

    ReadReport read(String source) throws IOException {
        Consumer<Problem> report = this::report;
        for (Optional<CsvRow> row = rows.next(report); row.isPresent(); row = rows.next(report)) {
            rowChanged = false;
            boolean used = layout == ResponseLayout.WIDE ? wide(row.get()) : longRow(row.get());
            if (used && rowChanged) {
                changed++;
            } else if (used) {
                kept++;
            }
            steps.at(rows.rowsRead());
        }
        finishGathering();
        steps.end(rows.rowsRead());
        return new ReadReport(source, rows.rowsRead(), kept, changed, rows.rowsRead() - kept - changed, counts);
    }

    private boolean wide(CsvRow row) {
        Response.Builder builder = describe(row);
        if (builder == null) {
            return false;
        }
        for (AskedColumn column : askedColumns) {
            answer(row, column, builder);
        }
        responses.accept(builder.build());
        return true;
    }

    private boolean longRow(CsvRow row) {
        List<String> description = new ArrayList<>(row.fields());
        int questionIndex = index(ResponseColumns.QUESTION);
        int answerIndex = index(ResponseColumns.ANSWER);
        description.set(questionIndex, "");
        description.set(answerIndex, "");
        Response.Builder builder = gathering;
        if (builder == null || !description.equals(gatheredDescription)) {
            boolean sameId =
                    builder != null && row.field(described.id()).equals(gatheredDescription.get(described.id()));
            if (sameId) {
                return refuse(ResponseCsvProblem.CONTRADICTION, row, described.id());
            }
            finishGathering();
            builder = describe(row);
            if (builder == null) {
                return false;
            }
            gathering = builder;
            gatheredDescription = description;
        }
        Optional<Question> question = survey.question(CsvHeader.normalized(row.field(questionIndex)));
        if (question.isEmpty()) {
            return refuse(ResponseCsvProblem.UNKNOWN_QUESTION, row, questionIndex);
        }
        Answer earlier = gatheredAnswers.get(question.get().code());
        if (earlier == null) {
            AskedColumn column = askedLong.computeIfAbsent(
                    question.get().code(), code -> AskedColumn.of(question.get(), answerIndex));
            gatheredAnswers.put(question.get().code(), answer(row, column, builder));
            return true;
        }
        Optional<Answer> both = joined(question.get(), earlier, row.field(answerIndex));
        if (both.isEmpty()) {
            return refuse(ResponseCsvProblem.REPEATED_QUESTION, row, questionIndex);
        }
        gatheredAnswers.put(question.get().code(), both.get());
        builder.answer(question.get().code(), both.get());
        return true;
    }

    /** Long tables may give each option of a multiple choice a row of its own. */
    private static Optional<Answer> joined(Question question, Answer earlier, String field) {
        if (!(question instanceof MultipleChoiceQuestion multiple)
                || !(earlier instanceof Answer.SelectedAll before)
                || !(AnswerText.read(question, field)
                                .map(AnswerText.Understood::answer)
                                .orElse(null)
                        instanceof Answer.SelectedAll more)) {
            return Optional.empty();
        }
        Set<String> codes = new LinkedHashSet<>(before.codes());
        boolean fresh = codes.addAll(more.codes());
        return fresh && codes.size() <= multiple.maxSelections()
                ? Optional.of(new Answer.SelectedAll(codes))
                : Optional.empty();
    }

    private void finishGathering() {
        Response.Builder builder = gathering;
        if (builder != null && !gatheredAnswers.isEmpty()) { // without a row that was used there is no response
            responses.accept(builder.build());
        }
        gathering = null;
        gatheredAnswers.clear();
    }

    private Answer answer(CsvRow row, AskedColumn column, Response.Builder builder) {
        String code = column.question().code();
        Optional<AnswerText.Understood> understood = column.understandings().apply(row.field(column.index()));
        if (understood.isEmpty()) {
            leaveOut(ResponseCsvProblem.BAD_ANSWER, row, column.index(), "question", code);
            return Answer.NoAnswer.BLANK;
        }
        rowChanged |= understood.get().tidied();
        if (understood.get().answer() != Answer.NoAnswer.BLANK) {
            builder.answer(code, understood.get().answer());
        }
        return understood.get().answer();
    }

    /** Reads everything but the answers; null if the row is set aside. */
    private Response.@Nullable Builder describe(CsvRow row) {
        String id = text(row, described.id()).orElse("");
        if (id.isBlank()) {
            refuse(ResponseCsvProblem.NO_ID, row, described.id());
            return null;
        }
        int otherSurvey = otherSurvey(row);
        if (otherSurvey >= 0) {
            refuse(ResponseCsvProblem.OTHER_SURVEY, row, otherSurvey, "expected", survey.key());
            return null;
        }
        Optional<UnitCode> unit = unitCode(row, described.unit());
        if (unit.isEmpty()) {
            refuse(ResponseCsvProblem.BAD_UNIT, row, described.unit());
            return null;
        }
        if (!knownUnit.test(unit.get())) {
            refuse(ResponseCsvProblem.UNKNOWN_UNIT, row, described.unit());
            return null;
        }
        Optional<String> wave = text(row, described.wave()).filter(name -> !name.isBlank());
        if (wave.isEmpty()) {
            refuse(ResponseCsvProblem.NO_WAVE, row, described.wave());
            return null;
        }
        double weight = weight(row);
        if (!(weight > 0.0) || Double.isInfinite(weight)) {
            refuse(ResponseCsvProblem.BAD_WEIGHT, row, described.weight());
            return null;
        }
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        if (!ids.add(key, 0, key.length)) {
            refuse(ResponseCsvProblem.REPEATED_ID, row, described.id());
            return null;
        }
        ids.newlyFull(row.place(described.id())).ifPresent(this::report);
        Response.Builder builder = Response.builder(id, survey.key(), unit.get(), wave.get())
                .position(
                        described.saysPosition()
                                ? new SamplingPosition(
                                        weight, text(row, described.stratum()), text(row, described.psu()))
                                : SamplingPosition.simple())
                .mode(constant(
                        CollectionMode.class,
                        row,
                        described.mode(),
                        CollectionMode.UNSTATED,
                        ResponseCsvProblem.BAD_MODE))
                .assurance(constant(
                        AssuranceClass.class,
                        row,
                        described.assurance(),
                        AssuranceClass.UNBOUND,
                        ResponseCsvProblem.BAD_ASSURANCE))
                .transaction(
                        described.saysTransaction()
                                ? new Transaction(
                                        text(row, described.procedure()),
                                        text(row, described.field()),
                                        transactionUnit(row, described.receivingUnit()),
                                        transactionUnit(row, described.competentUnit()))
                                : Transaction.unstated());
        text(row, described.servicePoint()).ifPresent(builder::servicePoint);
        day(row).ifPresent(builder::day);
        groups.forEach((name, index) -> {
            String band = plain(row.field(index));
            if (!band.isEmpty()) {
                builder.group(name, band);
            }
        });
        return builder;
    }

    /** The column that names another survey, or -1. */
    private int otherSurvey(CsvRow row) {
        Optional<String> id = text(row, described.survey());
        if (id.isPresent() && !id.get().equals(survey.key().id())) {
            return described.survey();
        }
        Optional<String> revision = text(row, described.revision());
        boolean same = revision.isEmpty()
                || (REVISION.matcher(revision.get()).matches()
                        && Integer.parseInt(revision.get()) == survey.key().revision());
        return same ? -1 : described.revision();
    }

    private double weight(CsvRow row) {
        Optional<String> text = text(row, described.weight());
        if (text.isEmpty()) {
            return described.weight() >= 0 ? Double.NaN : 1.0;
        }
        return DECIMAL.matcher(text.get()).matches() ? Double.parseDouble(text.get()) : Double.NaN;
    }

    private Optional<LocalDate> day(CsvRow row) {
        Optional<String> text = text(row, described.day());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = days.of(text.get());
        if (day.isEmpty()) {
            leaveOut(ResponseCsvProblem.BAD_DAY, row, described.day());
        }
        return day;
    }

    private static Optional<LocalDate> dayOf(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty(); // 2024-02-30 has the form of a day and is none
        }
    }

    private <E extends Enum<E>> E constant(
            Class<E> type, CsvRow row, int column, E otherwise, ResponseCsvProblem kind) {
        Optional<String> text = text(row, column);
        if (text.isEmpty()) {
            return otherwise;
        }
        String name = text.get().toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        leaveOut(kind, row, column);
        return otherwise;
    }

    private Optional<UnitCode> transactionUnit(CsvRow row, int column) {
        Optional<UnitCode> unit = unitCode(row, column);
        if (unit.isEmpty() && text(row, column).isPresent()) {
            leaveOut(ResponseCsvProblem.BAD_TRANSACTION_UNIT, row, column);
        }
        return unit;
    }

    private Optional<UnitCode> unitCode(CsvRow row, int column) {
        return column < 0 ? Optional.empty() : text(row, column).flatMap(units::of);
    }

    private static Optional<UnitCode> unitOf(String text) {
        try {
            return Optional.of(UnitCode.of(text.strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<String> text(CsvRow row, int column) {
        if (column < 0) {
            return Optional.empty();
        }
        String text = plain(row.field(column));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String plain(String field) {
        return ComposedText.of(SpreadsheetText.plain(field));
    }

    private int index(String heading) {
        return fixed.getOrDefault(heading, 0);
    }

    private boolean refuse(ResponseCsvProblem kind, CsvRow row, int index, Object... attributes) {
        report(Problem.of(kind, row.place(index), attributes));
        return false;
    }

    private void leaveOut(ResponseCsvProblem kind, CsvRow row, int index, Object... attributes) {
        rowChanged = true;
        report(Problem.of(kind, row.place(index), attributes));
    }

    private void report(Problem problem) {
        counts.merge(problem.code(), 1L, Long::sum);
        problems.accept(problem);
        steps.problem();
        steps.at(rows.rowsRead());
    }
}
