package vn.sipas.io.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.CollectionMode;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.SamplingPosition;
import vn.sipas.core.response.Transaction;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.csv.SpreadsheetText;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.text.ComposedText;
import vn.sipas.io.text.Remembered;

/** Turns rows into responses according to one form of a mapping. */
final class FormReader {

    private static final Pattern UNIT_FORM = Pattern.compile(UnitCode.CODE_FORM);

    static final UnitCode UNSTATED_UNIT = UnitCode.of("unstated");
    static final String UNSTATED_WAVE = "unstated";

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
    private final List<BoundColumn> bound = new ArrayList<>();
    private final ImportCells cells;
    private final CellNotation notation;
    private final AnswerCells answers;
    private final boolean composeSilently;
    private final boolean hasId;
    private final boolean hasUnit;
    private final Map<Integer, Long> placeholders = new HashMap<>();
    private final Remembered<String> dayTexts = new Remembered<>(Headings::normal);
    private final Remembered<Optional<UnitCode>> units = new Remembered<>(
            code -> UNIT_FORM.matcher(code).matches() ? Optional.of(UnitCode.of(code)) : Optional.empty());

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
        this.notation = new CellNotation(mapping, options, cells);
        RowAnswers rowAnswers = new RowAnswers(survey);
        this.answers = new AnswerCells(rowAnswers, notation, cells);
        for (int i = 0; i < columns.size(); i++) {
            bound.add(BoundColumn.of(i, columns.get(i), form, survey, rowAnswers, options.privacy()));
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
        return bound.stream().anyMatch(column -> column.role() == role);
    }

    /**
     * Reads a row.
     *
     * @param row the row
     * @param ordinal its number among the rows of the file, which names it where the tool does not
     */
    Outcome read(SourceRow row, long ordinal) {
        cells.startRow();
        answers.startRow();
        if (row.isBlank()) {
            return refused(SourceProblem.BLANK_ROW, row, 0);
        }
        Description description = new Description();
        for (BoundColumn column : bound) {
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
        return new Outcome.Used(description.response(ordinal), description.finished);
    }

    private int index(ColumnRole role) {
        return bound.stream()
                .filter(column -> column.role() == role)
                .findFirst()
                .map(BoundColumn::index)
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
        private Map<String, String> groups = Map.of();

        Response response(long ordinal) {
            UnitCode of = unit != null ? unit : options.unit().or(mapping::unit).orElse(UNSTATED_UNIT);
            String in =
                    !wave.isEmpty() ? wave : options.wave().or(mapping::wave).orElse(UNSTATED_WAVE);
            Response.Builder response = Response.builder(id.isEmpty() ? "row-" + ordinal : id, survey.key(), of, in);
            LocalDate on = completionDay != null ? completionDay : day;
            if (on != null) {
                response.day(on);
            }
            if (weight != 1.0 || stratum.isPresent() || psu.isPresent()) {
                response.position(new SamplingPosition(weight, stratum, psu));
            }
            if (procedure.isPresent() || field.isPresent()) {
                response.transaction(new Transaction(procedure, field, Optional.empty(), Optional.empty()));
            }
            servicePoint.ifPresent(response::servicePoint);
            mode.ifPresent(response::mode);
            groups.forEach(response::group);
            answers.finish(response);
            return response.build();
        }
    }

    private @Nullable SourceProblem cell(BoundColumn column, SourceRow row, Description description) {
        String cell = composeSilently
                ? Normalizer.normalize(row.cell(column.index()), Normalizer.Form.NFC)
                : row.cell(column.index());
        ColumnRole role = column.role();
        boolean blank = cell.isBlank();
        if (role == ColumnRole.COMPLETION) {
            completion(column, row, cell, description);
            return null;
        }
        if (blank) {
            cells.blank();
            return role == ColumnRole.WEIGHT ? SourceProblem.BAD_WEIGHT : null;
        }
        if (column.held()) {
            cells.leaveOut();
            return null;
        }
        switch (role) {
            case ANSWER -> answers.answer(column, row, cell);
            case OPTION -> answers.option(column, row, cell);
            case PERSONAL -> answers.personal(column, row, cell);
            case DAY -> description.day = day(column, row, cell);
            default -> {
                return describing(column, row, cell, description);
            }
        }
        return null;
    }

    private @Nullable SourceProblem describing(
            BoundColumn column, SourceRow row, String cell, Description description) {
        MappedColumn mapped = column.mapping();
        if (mapped == null) {
            cells.pass();
            return null;
        }
        String text = ComposedText.of(SpreadsheetText.plain(cell).strip());
        switch (column.role()) {
            case WEIGHT -> {
                Optional<BigDecimal> weight = NumberText.read(text, notation.mark(column));
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
                Optional<UnitCode> unit = units.of(column.coded(text));
                if (unit.isEmpty()) {
                    return SourceProblem.BAD_UNIT;
                }
                description.unit = unit.get();
                cells.use();
            }
            case MODE -> {
                description.mode = Modes.of(column.coded(text));
                if (description.mode.isEmpty()) {
                    cells.change(
                            row,
                            column.index(),
                            column.heading(),
                            cell,
                            "",
                            SourceProblem.BAD_VALUE,
                            "name",
                            Headings.normal(column.heading()));
                } else {
                    cells.use();
                }
            }
            case ID -> {
                description.id = text;
                cells.use();
            }
            case WAVE -> {
                description.wave = column.coded(text);
                cells.use();
            }
            case SERVICE_POINT -> {
                description.servicePoint = Optional.of(column.coded(text));
                cells.use();
            }
            case PROCEDURE -> {
                description.procedure = Optional.of(column.coded(text));
                cells.use();
            }
            case FIELD -> {
                description.field = Optional.of(column.coded(text));
                cells.use();
            }
            case STRATUM -> {
                description.stratum = Optional.of(column.coded(text));
                cells.use();
            }
            case PSU -> {
                description.psu = Optional.of(column.coded(text));
                cells.use();
            }
            case GROUP -> {
                if (description.groups.isEmpty()) {
                    description.groups = new HashMap<>();
                }
                description.groups.put(mapped.question().orElseThrow(), column.coded(text));
                cells.use();
            }
            default -> cells.pass();
        }
        return null;
    }

    private void completion(BoundColumn column, SourceRow row, String cell, Description description) {
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

    private @Nullable LocalDate day(BoundColumn column, SourceRow row, String cell) {
        String text = dayTexts.of(cell);
        AnswerCodes.Found placeholder = column.codes().find(text);
        if (placeholder != null && placeholder.code().isEmpty()) {
            placeholders.merge(column.index(), 1L, Long::sum);
            cells.blank();
            return null;
        }
        CellNotation.ReadDay read = notation.readDay(column, row, cell);
        if (read == null) {
            return null;
        }
        if (column.question() instanceof OpenTextQuestion && options.privacy().keeps(PersonalData.EXACT_TIME)) {
            answers.put(column, row, cell, new Answer.Written(text));
            cells.use();
        } else if (read.timed()) {
            cells.coarsen(column.index());
        } else {
            cells.use();
        }
        return read.day();
    }

    /** The bytes by which the ids of responses are remembered. */
    static byte[] bytes(Response response) {
        return response.id().getBytes(StandardCharsets.UTF_8);
    }
}
