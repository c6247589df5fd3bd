package vn.sipas.io.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.csv.MissingCode;
import vn.sipas.io.csv.SpreadsheetText;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.text.ComposedText;
import vn.sipas.io.text.Remembered;

/** Turns rows into responses according to one form of a mapping. */
final class FormReader {

    private static final int MOST_PLAIN = 1000;
    private static final Pattern UNIT_FORM = Pattern.compile(UnitCode.CODE_FORM);

    static final UnitCode UNSTATED_UNIT = UnitCode.of("unstated");
    static final String UNSTATED_WAVE = "unstated";

    /** What a column of the file is for; the mapping is absent for columns that the form does not mention. */
    private record Bound(
            int index,
            @Nullable MappedColumn mapping,
            @Nullable Question question,
            AnswerCodes codes,
            Map<String, String> texts,
            Map<String, Answer> plain) {}

    /** What happened to a row. */
    sealed interface Outcome {

        /**
         * The row is a response.
         *
         * @param response the response
         * @param finished whether the respondent finished, as far as the tool says
         */
        record Used(Response response, boolean finished) implements Outcome {}

        /**
         * The row is none.
         *
         * @param problem why
         */
        record Refused(Problem problem) implements Outcome {}
    }

    private final FormMapping form;
    private final Survey survey;
    private final ColumnMapping mapping;
    private final ImportOptions options;
    private final List<Bound> bound = new ArrayList<>();
    private final List<String> headings;
    private final ImportCells cells;
    private final boolean composeSilently;
    private final boolean hasId;
    private final boolean hasUnit;
    private final Map<Integer, Long> placeholders = new HashMap<>();
    private final Remembered<Optional<UnitCode>> units = new Remembered<>(
            code -> UNIT_FORM.matcher(code).matches() ? Optional.of(UnitCode.of(code)) : Optional.empty());
    private final Remembered<Optional<DateText.Parts>> days =
            new Remembered<>(cell -> DateText.parts(Headings.normal(cell)));

    // The row at hand.
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<String, Set<String>> ticked = new LinkedHashMap<>();
    private final Map<String, Boolean> asked = new HashMap<>();

    FormReader(
            FormMapping form,
            Survey survey,
            ColumnMapping mapping,
            ImportOptions options,
            List<AnswerColumn> columns,
            ImportCells cells,
            boolean composeSilently) {
        this.form = form;
        this.survey = survey;
        this.mapping = mapping;
        this.options = options;
        this.cells = cells;
        this.composeSilently = composeSilently;
        this.headings = columns.stream().map(AnswerColumn::heading).toList();
        for (int i = 0; i < columns.size(); i++) {
            AnswerColumn column = columns.get(i);
            MappedColumn mapped =
                    form.column(column.heading(), column.occurrence()).orElse(null);
            Question question = mapped == null
                    ? null
                    : mapped.question().flatMap(survey::question).orElse(null);
            Map<String, String> values = mapped == null ? Map.of() : mapped.values();
            boolean options1 = mapped != null && mapped.role() == ColumnRole.OPTION;
            AnswerCodes codes = new AnswerCodes(options1 ? null : question, values);
            bound.add(new Bound(i, mapped, question, codes, codes.texts(), new HashMap<>()));
        }
        this.hasId = has(ColumnRole.ID);
        this.hasUnit = has(ColumnRole.UNIT);
    }

    FormMapping form() {
        return form;
    }

    Survey survey() {
        return survey;
    }

    boolean hasUnit() {
        return hasUnit;
    }

    /** How many cells of each day column held a placeholder instead of a day. */
    Map<Integer, Long> placeholders() {
        return placeholders;
    }

    private boolean has(ColumnRole role) {
        return bound.stream().anyMatch(column -> column.mapping() != null && role(column) == role);
    }

    private static ColumnRole role(Bound column) {
        return column.mapping() == null ? ColumnRole.UNMAPPED : column.mapping().role();
    }

    /**
     * Reads a row.
     *
     * @param row the row
     * @param ordinal its number among the rows of the file, which names it where the tool does not
     */
    Outcome read(SourceRow row, long ordinal) {
        cells.startRow();
        answers.clear();
        ticked.clear();
        asked.clear();
        if (row.isBlank()) {
            return refused(SourceProblem.BLANK_ROW, row, 0);
        }
        Description description = new Description();
        for (Bound column : bound) {
            SourceProblem refusal = cell(column, row, description);
            if (refusal != null) {
                return refused(refusal, row, column.index());
            }
        }
        if (hasId && description.id.isEmpty()) {
            return refused(SourceProblem.NO_ID, row, index(ColumnRole.ID));
        }
        if (hasUnit && description.unit == null) {
            return refused(SourceProblem.BAD_UNIT, row, index(ColumnRole.UNIT));
        }
        finishTicks();
        return new Outcome.Used(description.response(ordinal), description.finished);
    }

    private int index(ColumnRole role) {
        return bound.stream()
                .filter(column -> role(column) == role)
                .findFirst()
                .map(Bound::index)
                .orElse(0);
    }

    private static Outcome refused(SourceProblem kind, SourceRow row, int index) {
        return new Outcome.Refused(Problem.of(kind, row.place(index)));
    }

    /** What describes the response at hand. */
    private final class Description {

        private String id = "";
        private @Nullable UnitCode unit;
        private String wave = "";
        private @Nullable LocalDate completionDay;
        private @Nullable LocalDate day;
        private boolean finished = true;
        private double weight = 1.0;
        private Optional<String> stratum = Optional.empty();
        private Optional<String> psu = Optional.empty();
        private Optional<String> servicePoint = Optional.empty();
        private Optional<String> procedure = Optional.empty();
        private Optional<String> field = Optional.empty();
        private Optional<CollectionMode> mode = Optional.empty();
        private final SortedMap<String, String> groups = new TreeMap<>();

        Response response(long ordinal) {
            UnitCode of = unit != null ? unit : options.unit().or(mapping::unit).orElse(UNSTATED_UNIT);
            String in =
                    !wave.isEmpty() ? wave : options.wave().or(mapping::wave).orElse(UNSTATED_WAVE);
            return new Response(
                    id.isEmpty() ? "row-" + ordinal : id,
                    survey.key(),
                    of,
                    servicePoint,
                    in,
                    Optional.ofNullable(completionDay != null ? completionDay : day),
                    mode.orElse(CollectionMode.UNSTATED),
                    AssuranceClass.UNBOUND,
                    new Transaction(procedure, field, Optional.empty(), Optional.empty()),
                    groups,
                    new SamplingPosition(weight, stratum, psu),
                    answers);
        }
    }

    private @Nullable SourceProblem cell(Bound column, SourceRow row, Description description) {
        String cell = composeSilently
                ? Normalizer.normalize(row.cell(column.index()), Normalizer.Form.NFC)
                : row.cell(column.index());
        MappedColumn mapped = column.mapping();
        ColumnRole role = role(column);
        boolean blank = cell.isBlank();
        if (role == ColumnRole.COMPLETION) {
            completion(column, row, cell, description);
            return null;
        }
        if (blank) {
            cells.blank();
            return role == ColumnRole.WEIGHT ? SourceProblem.BAD_WEIGHT : null;
        }
        boolean held = mapped != null
                && mapped.personal()
                        .filter(kind -> kind != PersonalData.EXACT_TIME
                                && !options.privacy().keeps(kind))
                        .isPresent();
        if (held) {
            cells.leaveOut();
            return null;
        }
        if (mapped == null || role == ColumnRole.IGNORE || role == ColumnRole.UNMAPPED || role == ColumnRole.REVISION) {
            cells.pass();
            return null;
        }
        String text = ComposedText.of(SpreadsheetText.plain(cell).strip());
        switch (role) {
            case ANSWER -> answer(column, row, cell);
            case OPTION -> option(column, row, cell);
            case PERSONAL -> personal(column, row, cell);
            case DAY -> description.day = day(column, row, cell);
            case WEIGHT -> {
                Optional<BigDecimal> weight = NumberText.read(text, decimalMark(column));
                if (weight.isEmpty()
                        || weight.get().signum() <= 0
                        || Double.isInfinite(weight.get().doubleValue())
                        || weight.get().doubleValue() == 0.0) {
                    return SourceProblem.BAD_WEIGHT;
                }
                description.weight = weight.get().doubleValue();
                cells.use();
            }
            case UNIT -> {
                Optional<UnitCode> unit = units.of(coded(column, text));
                if (unit.isEmpty()) {
                    return SourceProblem.BAD_UNIT;
                }
                description.unit = unit.get();
                cells.use();
            }
            case MODE -> {
                description.mode = Modes.of(coded(column, text));
                if (description.mode.isEmpty()) {
                    cells.change(
                            row,
                            column.index(),
                            headings.get(column.index()),
                            cell,
                            "",
                            SourceProblem.BAD_VALUE,
                            "name",
                            Headings.normal(headings.get(column.index())));
                } else {
                    cells.use();
                }
            }
            case ID -> {
                description.id = text;
                cells.use();
            }
            case WAVE -> {
                description.wave = coded(column, text);
                cells.use();
            }
            case SERVICE_POINT -> {
                description.servicePoint = Optional.of(coded(column, text));
                cells.use();
            }
            case PROCEDURE -> {
                description.procedure = Optional.of(coded(column, text));
                cells.use();
            }
            case FIELD -> {
                description.field = Optional.of(coded(column, text));
                cells.use();
            }
            case STRATUM -> {
                description.stratum = Optional.of(coded(column, text));
                cells.use();
            }
            case PSU -> {
                description.psu = Optional.of(coded(column, text));
                cells.use();
            }
            case GROUP -> {
                description.groups.put(mapped.question().orElseThrow(), coded(column, text));
                cells.use();
            }
            default -> cells.pass();
        }
        return null;
    }

    private static String coded(Bound column, String text) {
        AnswerCodes.Found found = column.codes().find(text);
        return found == null || found.code().isEmpty() ? text : found.code();
    }

    private @Nullable DecimalMark decimalMark(Bound column) {
        Optional<DecimalMark> own =
                column.mapping() == null ? Optional.empty() : column.mapping().decimalMark();
        return own.or(options::decimalMark).or(mapping::decimalMark).orElse(null);
    }

    private void completion(Bound column, SourceRow row, String cell, Description description) {
        if (cell.isBlank()) {
            description.finished = false;
            cells.blank();
            return;
        }
        AnswerCodes.Found found = column.codes().find(cell.strip());
        if (found != null && found.code().equals(Ticks.UNTICKED)) {
            description.finished = false;
            cells.use();
        } else if (found != null && !found.code().isEmpty()) {
            cells.use();
        } else {
            description.completionDay = day(column, row, cell);
        }
    }

    private @Nullable LocalDate day(Bound column, SourceRow row, String cell) {
        String text = Headings.normal(cell);
        AnswerCodes.Found placeholder = column.codes().find(text);
        if (placeholder != null && placeholder.code().isEmpty()) {
            placeholders.merge(column.index(), 1L, Long::sum);
            cells.blank();
            return null;
        }
        ReadDay read = readDay(column, row, cell);
        if (read == null) {
            return null;
        }
        if (column.question() instanceof OpenTextQuestion && options.privacy().keeps(PersonalData.EXACT_TIME)) {
            put(column, row, cell, new Answer.Written(text));
            cells.use();
        } else if (read.timed()) {
            cells.coarsen(column.index());
        } else {
            cells.use();
        }
        return read.day();
    }

    /** A day and whether a time of day stood behind it. */
    private record ReadDay(LocalDate day, boolean timed) {}

    /** Reads a day, or records that the cell holds none. */
    private @Nullable ReadDay readDay(Bound column, SourceRow row, String cell) {
        Optional<DateText.Parts> parts = days.of(cell);
        DateOrder order = options.dateOrder().or(mapping::dateOrder).orElse(null);
        Optional<LocalDate> day = parts.flatMap(found -> found.day(order));
        if (day.isPresent()) {
            return new ReadDay(day.get(), parts.filter(DateText.Parts::timed).isPresent());
        }
        boolean unclear = parts.filter(DateText.Parts::isUnclear).isPresent();
        String heading = headings.get(column.index());
        cells.change(
                row,
                column.index(),
                heading,
                cell,
                "",
                unclear ? SourceProblem.DATE_ORDER_UNCLEAR : SourceProblem.BAD_DAY,
                "name",
                Headings.normal(heading));
        return null;
    }

    /** Personal data that the host opted in to, as an open answer. */
    private void personal(Bound column, SourceRow row, String cell) {
        if (column.mapping() != null
                && column.mapping().personal().isPresent()
                && column.question() instanceof OpenTextQuestion open
                && cell.strip().length() <= open.maxLength()) {
            put(column, row, cell, new Answer.Written(cell.strip()));
            cells.use();
        } else {
            cells.leaveOut();
        }
    }

    private void answer(Bound column, SourceRow row, String cell) {
        Question question = column.question();
        if (question == null) {
            cells.pass();
            return;
        }
        Answer plain = column.plain().get(cell);
        if (plain != null) {
            if (put(column, row, cell, plain)) {
                cells.use();
            }
            return;
        }
        if (question instanceof MultipleChoiceQuestion multiple) {
            list(column, multiple, row, cell);
            return;
        }
        AnswerCodes.Found found = column.codes().find(cell);
        if (missing(column, row, cell, found)) {
            return;
        }
        if (question instanceof NumberQuestion number) {
            number(column, number, row, cell);
        } else if (question instanceof OpenTextQuestion open) {
            text(column, open, row, cell);
        } else if (found == null) {
            Optional<MissingCode> missing = MissingCode.of(cell.strip());
            if (missing.isPresent()) {
                accept(column, row, cell, missing.get().meaning(), missing.get().token(), true);
            } else {
                notOffered(column, question, row, cell);
            }
        } else if (question instanceof RatingQuestion rating) {
            Optional<ScaleLevel> level = rating.scale().levelOf(found.code());
            if (level.isEmpty()) {
                notOffered(column, question, row, cell);
            } else {
                accept(column, row, cell, new Answer.Rated(level.get().value()), found.code(), found.exact());
            }
        } else if (question.selectableCodes().contains(found.code())) {
            accept(column, row, cell, new Answer.Selected(found.code()), found.code(), found.exact());
        } else {
            notOffered(column, question, row, cell);
        }
    }

    private void notOffered(Bound column, Question question, SourceRow row, String cell) {
        cells.change(
                row,
                column.index(),
                headings.get(column.index()),
                cell,
                "",
                SourceProblem.BAD_ANSWER,
                "question",
                question.code());
    }

    private void number(Bound column, NumberQuestion question, SourceRow row, String cell) {
        String text = cell.strip();
        DecimalMark mark = decimalMark(column);
        Optional<BigDecimal> number = NumberText.read(text, mark);
        if (number.isEmpty() && mark == null && NumberText.isUnclear(text)) {
            cells.change(
                    row,
                    column.index(),
                    headings.get(column.index()),
                    cell,
                    "",
                    SourceProblem.DECIMAL_UNCLEAR,
                    "name",
                    Headings.normal(headings.get(column.index())));
        } else if (number.isEmpty()
                || number.get().compareTo(question.minimum()) < 0
                || number.get().compareTo(question.maximum()) > 0) {
            notOffered(column, question, row, cell);
        } else {
            String plain = number.get().toPlainString();
            boolean same = plain.equals(text) || ("+" + plain).equals(text);
            if (put(column, row, cell, new Answer.Quantity(number.get()))) {
                if (same) {
                    use(column, cell, new Answer.Quantity(number.get()));
                } else {
                    cells.change(
                            row,
                            column.index(),
                            headings.get(column.index()),
                            cell,
                            plain,
                            SourceProblem.NUMBER_REWRITTEN);
                }
            }
        }
    }

    private void text(Bound column, OpenTextQuestion question, SourceRow row, String cell) {
        String text = SpreadsheetText.plain(cell);
        if (text.length() > question.maxLength()) {
            notOffered(column, question, row, cell);
            return;
        }
        boolean date = column.mapping() != null
                && column.mapping()
                        .kind()
                        .filter(kind -> kind == AnswerKind.DATE)
                        .isPresent();
        if (date) {
            date(column, row, cell);
            return;
        }
        accept(
                column,
                row,
                cell,
                new Answer.Written(text),
                Normalizer.normalize(text, Normalizer.Form.NFC),
                Normalizer.isNormalized(text, Normalizer.Form.NFC));
    }

    private void date(Bound column, SourceRow row, String cell) {
        ReadDay read = readDay(column, row, cell);
        if (read != null && put(column, row, cell, new Answer.Written(read.day().toString()))) {
            String iso = read.day().toString();
            if (read.timed()) {
                cells.coarsen(column.index());
            } else if (iso.equals(cell.strip())) {
                cells.use();
            } else {
                cells.change(row, column.index(), headings.get(column.index()), cell, iso, SourceProblem.TIDIED);
            }
        }
    }

    /** Enters that the question was not answered, if the mapping reads the cell so. */
    private boolean missing(Bound column, SourceRow row, String cell, AnswerCodes.@Nullable Found found) {
        Optional<MissingCode> missing = found == null ? Optional.empty() : MissingCode.of(found.code());
        if (found == null || missing.isEmpty()) {
            return false;
        }
        accept(column, row, cell, missing.get().meaning(), missing.get().token(), found.exact());
        return true;
    }

    private void list(Bound column, MultipleChoiceQuestion question, SourceRow row, String cell) {
        if (missing(column, row, cell, column.codes().find(cell))) {
            return;
        }
        String separator =
                column.mapping() == null || column.mapping().separator().isEmpty()
                        ? ";"
                        : column.mapping().separator();
        String tidy = Headings.normal(cell);
        Set<String> codes = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        boolean exact = true;
        String between = separator.isBlank() || separator.equals(", ") ? separator : separator.strip();
        for (String part : ListText.parts(tidy, between, column.texts().keySet())) {
            if (part.isEmpty()) {
                continue;
            }
            AnswerCodes.Found found = column.codes().find(part);
            if (found == null || !question.selectableCodes().contains(found.code())) {
                unknown.add(part);
            } else {
                codes.add(found.code());
                exact &= found.exact();
            }
        }
        if (codes.isEmpty() || codes.size() > question.maxSelections()) {
            notOffered(column, question, row, cell);
        } else if (!unknown.isEmpty()) {
            if (put(column, row, cell, new Answer.SelectedAll(codes))) {
                cells.change(
                        row,
                        column.index(),
                        headings.get(column.index()),
                        cell,
                        String.join(";", codes),
                        SourceProblem.BAD_ANSWER,
                        "question",
                        question.code());
            }
        } else {
            accept(column, row, cell, new Answer.SelectedAll(codes), String.join(";", codes), exact);
        }
    }

    private void option(Bound column, SourceRow row, String cell) {
        MappedColumn mapped = column.mapping();
        if (mapped == null || !(column.question() instanceof MultipleChoiceQuestion question)) {
            cells.pass();
            return;
        }
        AnswerCodes.Found found = column.codes().find(cell);
        String code = found == null ? "" : found.code();
        String option = mapped.option().orElseThrow();
        if (!question.selectableCodes().contains(option) || (found == null && !Ticks.isTick(cell))) {
            notOffered(column, question, row, cell);
            return;
        }
        if (found == null) {
            code = Ticks.values(List.of(cell)).values().iterator().next();
        }
        if (code.startsWith("#")) {
            asked.putIfAbsent(question.code(), false);
        } else if (!code.isEmpty()) {
            asked.put(question.code(), true);
            if (!code.equals(Ticks.UNTICKED)) {
                ticked.computeIfAbsent(question.code(), any -> new LinkedHashSet<>())
                        .add(option);
            }
        }
        if (found != null && !found.exact()) {
            cells.change(row, column.index(), headings.get(column.index()), cell, code, reason(cell));
        } else {
            cells.use();
        }
    }

    private void finishTicks() {
        asked.forEach((code, was) -> {
            Set<String> codes = ticked.get(code);
            if (codes != null) {
                answers.putIfAbsent(code, new Answer.SelectedAll(codes));
            } else {
                answers.putIfAbsent(code, was ? Answer.NoAnswer.BLANK : Answer.NoAnswer.NOT_ASKED);
            }
        });
    }

    private void accept(Bound column, SourceRow row, String cell, Answer answer, String newValue, boolean exact) {
        if (put(column, row, cell, answer)) {
            if (exact) {
                use(column, cell, answer);
            } else {
                cells.change(row, column.index(), headings.get(column.index()), cell, newValue, reason(cell));
            }
        }
    }

    /** Counts a cell as used as it is, and remembers what it means unless someone wrote it in their own words. */
    private void use(Bound column, String cell, Answer answer) {
        cells.use();
        if (!(answer instanceof Answer.Written) && column.plain().size() < MOST_PLAIN) {
            column.plain().put(cell, answer);
        }
    }

    private static SourceProblem reason(String cell) {
        return Normalizer.isNormalized(cell, Normalizer.Form.NFC) ? SourceProblem.TIDIED : SourceProblem.COMPOSED;
    }

    /** Enters an answer; the same question answered differently by an earlier column keeps the earlier answer. */
    private boolean put(Bound column, SourceRow row, String cell, Answer answer) {
        String code = column.question() == null ? "" : column.question().code();
        Answer earlier = answers.putIfAbsent(code, answer);
        if (earlier == null || earlier.equals(answer)) {
            return true;
        }
        cells.change(
                row,
                column.index(),
                headings.get(column.index()),
                cell,
                "",
                SourceProblem.CONTRADICTION,
                "question",
                code);
        return false;
    }

    /** The bytes by which the ids of responses are remembered. */
    static byte[] bytes(Response response) {
        return response.id().getBytes(StandardCharsets.UTF_8);
    }
}
