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
    private final IdentifierMemory ids = new IdentifierMemory(RatingColumnsReader.REMEMBERED_IDS);
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private final Map<String, Remembered<Optional<AnswerText.Understood>>> understandings = new HashMap<>();
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
        questions.forEach((question, index) -> answer(row, index, question, builder));
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
            boolean sameId = builder != null
                    && row.field(index(ResponseColumns.ID)).equals(gatheredDescription.get(index(ResponseColumns.ID)));
            if (sameId) {
                return refuse(ResponseCsvProblem.CONTRADICTION, row, index(ResponseColumns.ID));
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
            gatheredAnswers.put(question.get().code(), answer(row, answerIndex, question.get(), builder));
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

    private Answer answer(CsvRow row, int index, Question question, Response.Builder builder) {
        Optional<AnswerText.Understood> understood = question instanceof OpenTextQuestion
                ? AnswerText.read(question, row.field(index))
                : understandings
                        .computeIfAbsent(
                                question.code(), code -> new Remembered<>(text -> AnswerText.read(question, text)))
                        .of(row.field(index));
        if (understood.isEmpty()) {
            leaveOut(ResponseCsvProblem.BAD_ANSWER, row, index, "question", question.code());
            return Answer.NoAnswer.BLANK;
        }
        rowChanged |= understood.get().tidied();
        if (understood.get().answer() != Answer.NoAnswer.BLANK) {
            builder.answer(question.code(), understood.get().answer());
        }
        return understood.get().answer();
    }

    /** Reads everything but the answers; null if the row is set aside. */
    private Response.@Nullable Builder describe(CsvRow row) {
        String id = text(row, ResponseColumns.ID).orElse("");
        if (id.isBlank()) {
            refuse(ResponseCsvProblem.NO_ID, row, index(ResponseColumns.ID));
            return null;
        }
        int otherSurvey = otherSurvey(row);
        if (otherSurvey >= 0) {
            refuse(ResponseCsvProblem.OTHER_SURVEY, row, otherSurvey, "expected", survey.key());
            return null;
        }
        Optional<UnitCode> unit = unitCode(row, ResponseColumns.UNIT);
        if (unit.isEmpty()) {
            refuse(ResponseCsvProblem.BAD_UNIT, row, index(ResponseColumns.UNIT));
            return null;
        }
        if (!knownUnit.test(unit.get())) {
            refuse(ResponseCsvProblem.UNKNOWN_UNIT, row, index(ResponseColumns.UNIT));
            return null;
        }
        Optional<String> wave = text(row, ResponseColumns.WAVE).filter(name -> !name.isBlank());
        if (wave.isEmpty()) {
            refuse(ResponseCsvProblem.NO_WAVE, row, index(ResponseColumns.WAVE));
            return null;
        }
        double weight = weight(row);
        if (!(weight > 0.0) || Double.isInfinite(weight)) {
            refuse(ResponseCsvProblem.BAD_WEIGHT, row, index(ResponseColumns.WEIGHT));
            return null;
        }
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        if (!ids.add(key, 0, key.length)) {
            refuse(ResponseCsvProblem.REPEATED_ID, row, index(ResponseColumns.ID));
            return null;
        }
        ids.newlyFull(row.place(index(ResponseColumns.ID))).ifPresent(this::report);
        Response.Builder builder = Response.builder(id, survey.key(), unit.get(), wave.get())
                .position(new SamplingPosition(
                        weight, text(row, ResponseColumns.STRATUM), text(row, ResponseColumns.PSU)))
                .mode(constant(
                        CollectionMode.class,
                        row,
                        ResponseColumns.MODE,
                        CollectionMode.UNSTATED,
                        ResponseCsvProblem.BAD_MODE))
                .assurance(constant(
                        AssuranceClass.class,
                        row,
                        ResponseColumns.ASSURANCE,
                        AssuranceClass.UNBOUND,
                        ResponseCsvProblem.BAD_ASSURANCE))
                .transaction(new Transaction(
                        text(row, ResponseColumns.PROCEDURE),
                        text(row, ResponseColumns.FIELD),
                        transactionUnit(row, ResponseColumns.RECEIVING_UNIT),
                        transactionUnit(row, ResponseColumns.COMPETENT_UNIT)));
        text(row, ResponseColumns.SERVICE_POINT).ifPresent(builder::servicePoint);
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
        Optional<String> id = text(row, ResponseColumns.SURVEY);
        if (id.isPresent() && !id.get().equals(survey.key().id())) {
            return index(ResponseColumns.SURVEY);
        }
        Optional<String> revision = text(row, ResponseColumns.REVISION);
        boolean same = revision.isEmpty()
                || (REVISION.matcher(revision.get()).matches()
                        && Integer.parseInt(revision.get()) == survey.key().revision());
        return same ? -1 : index(ResponseColumns.REVISION);
    }

    private double weight(CsvRow row) {
        Optional<String> text = text(row, ResponseColumns.WEIGHT);
        if (text.isEmpty()) {
            return fixed.containsKey(ResponseColumns.WEIGHT) ? Double.NaN : 1.0;
        }
        return DECIMAL.matcher(text.get()).matches() ? Double.parseDouble(text.get()) : Double.NaN;
    }

    private Optional<LocalDate> day(CsvRow row) {
        Optional<String> text = text(row, ResponseColumns.DAY);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = days.of(text.get());
        if (day.isEmpty()) {
            leaveOut(ResponseCsvProblem.BAD_DAY, row, index(ResponseColumns.DAY));
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
            Class<E> type, CsvRow row, String heading, E otherwise, ResponseCsvProblem kind) {
        Optional<String> text = text(row, heading);
        if (text.isEmpty()) {
            return otherwise;
        }
        String name = text.get().toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        leaveOut(kind, row, index(heading));
        return otherwise;
    }

    private Optional<UnitCode> transactionUnit(CsvRow row, String heading) {
        Optional<UnitCode> unit = unitCode(row, heading);
        if (unit.isEmpty() && text(row, heading).isPresent()) {
            leaveOut(ResponseCsvProblem.BAD_TRANSACTION_UNIT, row, index(heading));
        }
        return unit;
    }

    private Optional<UnitCode> unitCode(CsvRow row, String heading) {
        return text(row, heading).flatMap(units::of);
    }

    private static Optional<UnitCode> unitOf(String text) {
        try {
            return Optional.of(UnitCode.of(text.strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<String> text(CsvRow row, String heading) {
        Integer index = fixed.get(heading);
        if (index == null) {
            return Optional.empty();
        }
        String text = plain(row.field(index));
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
