package vn.sipas.io.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.ReadReport;
import vn.sipas.io.identifier.IdentifierMemory;
import vn.sipas.io.progress.ProgressSteps;
import vn.sipas.io.table.SourceRow;

/** One pass over an opened table of answers, with the account of its rows, cells and columns. */
final class ImportRun {

    private static final int REMEMBERED_IDS = 4_000_000;

    private final AnswerTable table;
    private final ColumnMapping mapping;
    private final List<Survey> surveys;
    private final ImportOptions options;
    private final ImportSink sink;
    private final Detection detection;
    private final String source;
    private final ImportCells cells = new ImportCells();
    private final List<FormReader> forms = new ArrayList<>();
    private final IdentifierMemory ids = new IdentifierMemory(REMEMBERED_IDS);
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private final long[] filled;
    private final ProgressSteps steps;
    private long kept;
    private long changed;
    private long setAside;
    private long responses;
    private long incomplete;

    ImportRun(
            AnswerTable table,
            ColumnMapping mapping,
            List<Survey> surveys,
            ImportOptions options,
            ImportSink sink,
            Detection detection,
            String source) {
        this.table = table;
        this.mapping = mapping;
        this.surveys = surveys;
        this.options = options;
        this.sink = sink;
        this.detection = detection;
        this.source = source;
        this.filled = new long[table.columns().size()];
        this.steps = new ProgressSteps(options.progress(), table::bytesRead);
    }

    private void report(Problem problem) {
        steps.problem();
        counts.merge(problem.code(), 1L, Long::sum);
        sink.problem(problem);
        steps.at(table.rowsRead());
    }

    Checked<ImportReport> run(List<Problem> notes) throws IOException {
        Checked<List<Integer>> fitting = fittingForms();
        if (fitting.value().isEmpty()) {
            return Checked.refused(fitting.problems());
        }
        notes.forEach(this::report);
        boolean composeSilently = detection
                .format()
                .map(format -> format.charset().name().equalsIgnoreCase("windows-1258"))
                .orElse(false);
        for (int index : fitting.value().get()) {
            forms.add(new FormReader(
                    mapping.forms().get(index),
                    surveys.get(index),
                    mapping,
                    options,
                    table.columns(),
                    cells,
                    composeSilently));
        }
        headings();
        Map<String, FormReader> byRevision = new HashMap<>();
        forms.forEach(form -> form.form().revisions().forEach(text -> byRevision.put(Headings.normal(text), form)));
        int revision = revisionColumn();
        Consumer<Problem> report = this::report;
        long ordinal = 0;
        for (Optional<SourceRow> row = table.next(report); row.isPresent(); row = table.next(report)) {
            ordinal++;
            count(row.get());
            FormReader form = forms.get(0);
            if (revision >= 0 && !byRevision.isEmpty()) {
                FormReader named = byRevision.get(Headings.normal(row.get().cell(revision)));
                if (named == null) {
                    refuse(
                            row.get(),
                            Problem.of(SourceProblem.UNKNOWN_REVISION, row.get().place(revision)));
                    continue;
                }
                form = named;
            }
            use(form, row.get(), ordinal);
            steps.at(table.rowsRead());
        }
        steps.end(table.rowsRead());
        if (table.rowsRead() == 0) {
            report(Problem.of(SourceProblem.NO_ROWS, table.headerPlace()));
        }
        List<ColumnOutcome> columns = columns();
        ReadReport rows =
                new ReadReport(source, table.rowsRead(), kept, changed, table.rowsSetAside() + setAside, counts);
        return Checked.of(new ImportReport(
                detection,
                Optional.of(mapping),
                forms.stream().map(FormReader::survey).toList(),
                rows,
                cells.account(table.cellsSetAside()),
                columns,
                responses,
                incomplete,
                0));
    }

    /** Which forms of the mapping the rows can have: those named by a revision, or the one whose columns are there. */
    private Checked<List<Integer>> fittingForms() {
        List<FormMapping> all = mapping.forms();
        List<Integer> chosen = new ArrayList<>();
        boolean byRevision = all.stream().anyMatch(form -> !form.revisions().isEmpty()) && revisionColumn() >= 0;
        if (all.size() == 1 || byRevision) {
            for (int i = 0; i < all.size(); i++) {
                if (all.size() == 1 || !all.get(i).revisions().isEmpty()) {
                    chosen.add(i);
                }
            }
            return Checked.of(chosen);
        }
        long most = -1;
        for (int i = 0; i < all.size(); i++) {
            long found = matches(all.get(i));
            long missing = all.get(i).columns().stream()
                    .filter(column -> column.role().isAnswer() && !isInFile(column))
                    .count();
            if (missing == 0 && found > most) {
                most = found;
                chosen.clear();
            }
            if (missing == 0 && found == most) {
                chosen.add(i);
            }
        }
        if (chosen.size() != 1) {
            return Checked.refused(
                    Problem.of(SourceProblem.FORM_UNCLEAR, table.headerPlace(), "candidates", chosen.size()));
        }
        return Checked.of(chosen);
    }

    private long matches(FormMapping form) {
        return form.columns().stream().filter(this::isInFile).count();
    }

    private boolean isInFile(MappedColumn column) {
        String key = FormMapping.key(column.heading(), column.occurrence());
        return table.columns().stream().anyMatch(found -> FormMapping.key(found.heading(), found.occurrence())
                .equals(key));
    }

    private int revisionColumn() {
        for (int i = 0; i < table.columns().size(); i++) {
            AnswerColumn column = table.columns().get(i);
            for (FormMapping form : mapping.forms()) {
                boolean revision = form.column(column.heading(), column.occurrence())
                        .filter(mapped -> mapped.role() == ColumnRole.REVISION)
                        .isPresent();
                if (revision) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Compares the headings with the mapping and the survey. */
    private void headings() {
        Place place = table.headerPlace();
        for (int i = 0; i < table.columns().size(); i++) {
            String heading = table.columns().get(i).heading();
            if (!Normalizer.isNormalized(heading, Normalizer.Form.NFC)) {
                report(Problem.of(SourceProblem.HEADING_COMPOSED, place, "column", i + 1));
            }
        }
        for (FormReader form : forms) {
            for (MappedColumn column : form.form().columns()) {
                if (!isInFile(column)) {
                    String name = Headings.normal(column.heading());
                    report(Problem.of(SourceProblem.COLUMN_NOT_IN_FILE, place.withPath(name), "name", name));
                }
            }
            form.survey().questions().forEach(question -> {
                boolean asked = form.form().columns().stream()
                        .anyMatch(column -> column.question()
                                        .filter(question.code()::equals)
                                        .isPresent()
                                && isInFile(column));
                if (!asked) {
                    report(Problem.of(SourceProblem.QUESTION_NOT_IN_FILE, place, "question", question.code()));
                }
            });
        }
        boolean unit = forms.stream().allMatch(FormReader::hasUnit)
                || options.unit().or(mapping::unit).isPresent();
        if (!unit) {
            report(Problem.of(SourceProblem.NO_UNIT, place, "unit", FormReader.UNSTATED_UNIT));
        }
    }

    private void count(SourceRow row) {
        for (int i = 0; i < filled.length; i++) {
            filled[i] += row.cell(i).isBlank() ? 0 : 1;
        }
    }

    private void use(FormReader form, SourceRow row, long ordinal) {
        FormReader.Outcome outcome = form.read(row, ordinal);
        if (outcome instanceof FormReader.Outcome.Refused refused) {
            refuse(row, refused.problem());
            return;
        }
        FormReader.Outcome.Used used = (FormReader.Outcome.Used) outcome;
        byte[] id = used.response().id().getBytes(StandardCharsets.UTF_8);
        if (!used.finished() && options.incomplete() == IncompleteResponses.SET_ASIDE) {
            refuse(
                    row,
                    Problem.of(
                            SourceProblem.INCOMPLETE_SET_ASIDE,
                            row.place(),
                            "tool",
                            detection.tool().id()));
        } else if (!ids.add(id, 0, id.length)) {
            refuse(row, Problem.of(SourceProblem.REPEATED_ID, row.place()));
        } else {
            ids.newlyFull(row.place()).ifPresent(this::report);
            cells.changed().forEach(sink::changed);
            cells.problems().forEach(this::report);
            changed += cells.changedRows();
            kept += row.inputRows() - cells.changedRows();
            cells.finishRow();
            responses++;
            if (!used.finished()) {
                incomplete++;
                report(Problem.of(
                        SourceProblem.INCOMPLETE_KEPT,
                        row.place(),
                        "tool",
                        detection.tool().id()));
            }
            sink.response(used.response(), row);
        }
    }

    private void refuse(SourceRow row, Problem problem) {
        setAside += row.inputRows();
        cells.setAside(row);
        report(problem);
        sink.setAside(row);
    }

    private List<ColumnOutcome> columns() {
        List<ColumnOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < filled.length; i++) {
            ColumnOutcome outcome = outcome(i);
            outcomes.add(outcome);
            Place place =
                    new Place(table.headerPlace().source(), table.headerPlace().line(), OptionalInt.of(i + 1), "");
            String name = Headings.normal(outcome.heading());
            switch (outcome.fate()) {
                case LEFT_OUT -> {
                    PersonalData kind = outcome.personal().orElse(PersonalData.FREE_TEXT);
                    if (outcome.isReportable()) {
                        report(Problem.of(
                                SourceProblem.PERSONAL_LEFT_OUT,
                                place,
                                "name",
                                name,
                                "kindVi",
                                kind.label().vi(),
                                "kindEn",
                                kind.label().en(),
                                "cells",
                                outcome.filled(),
                                "whyVi",
                                outcome.reason().vi(),
                                "whyEn",
                                outcome.reason().en()));
                    }
                }
                case COARSENED ->
                    report(Problem.of(
                            SourceProblem.PERSONAL_COARSENED, place, "name", name, "cells", outcome.filled()));
                case UNMAPPED ->
                    report(Problem.of(SourceProblem.COLUMN_NOT_MAPPED, place, "name", name, "cells", outcome.filled()));
                default -> {}
            }
            long placeholders = 0;
            for (FormReader form : forms) {
                placeholders += form.placeholders().getOrDefault(i, 0L);
            }
            if (placeholders > 0) {
                report(Problem.of(
                        SourceProblem.ANONYMISED_DATES,
                        place,
                        "name",
                        name,
                        "placeholder",
                        "1980-01-01",
                        "cells",
                        placeholders));
            }
        }
        return outcomes;
    }

    private ColumnOutcome outcome(int index) {
        AnswerColumn column = table.columns().get(index);
        MappedColumn mapped = null;
        for (FormReader form : forms) {
            if (mapped == null) {
                mapped = form.form()
                        .column(column.heading(), column.occurrence())
                        .orElse(null);
            }
        }
        Optional<PersonalData> personal = mapped == null ? Optional.empty() : mapped.personal();
        boolean kept = personal.filter(options.privacy()::keeps).isPresent();
        ColumnOutcome.Fate fate = fate(mapped, personal, kept, index);
        LocalizedText reason =
                switch (fate) {
                    case USED ->
                        kept
                                ? LocalizedText.of("được chủ dữ liệu cho phép", "the host opted in")
                                : LocalizedText.of("theo tệp ánh xạ", "as mapped");
                    case COARSENED -> LocalizedText.of("chỉ giữ ngày", "the day alone is kept");
                    case LEFT_OUT ->
                        column.personal().isPresent()
                                ? LocalizedText.of(
                                        "quy ước của "
                                                + detection.tool().label().vi(),
                                        "the convention of "
                                                + detection.tool().label().en())
                                : personal.filter(kind -> kind == PersonalData.FREE_TEXT)
                                                .isPresent()
                                        ? LocalizedText.of(
                                                "câu hỏi mở, giá trị dài, nhiều hoặc ít lặp lại",
                                                "an open question, or values that are long, many or hardly repeated")
                                        : LocalizedText.of(
                                                "tên cột hoặc dạng của giá trị",
                                                "its heading or the form of its values");
                    case NOT_USED ->
                        LocalizedText.of(
                                "cột kỹ thuật của công cụ hoặc được bỏ qua theo tệp ánh xạ",
                                "a column of the tool's own, or passed over by the mapping");
                    case UNMAPPED -> LocalizedText.of("không có trong tệp ánh xạ", "not in the mapping");
                };
        return new ColumnOutcome(
                column.heading(),
                index + 1,
                fate,
                mapped == null ? Optional.empty() : mapped.question(),
                personal,
                reason,
                filled[index]);
    }

    private ColumnOutcome.Fate fate(
            @Nullable MappedColumn mapped, Optional<PersonalData> personal, boolean kept, int index) {
        if (mapped == null || mapped.role() == ColumnRole.UNMAPPED) {
            return ColumnOutcome.Fate.UNMAPPED;
        }
        boolean date = mapped.role() == ColumnRole.DAY
                || mapped.role() == ColumnRole.COMPLETION
                || mapped.kind().filter(kind -> kind == AnswerKind.DATE).isPresent();
        if (date) {
            return cells.coarsenedColumns().contains(index) ? ColumnOutcome.Fate.COARSENED : ColumnOutcome.Fate.USED;
        }
        if (personal.isPresent() && personal.get() != PersonalData.EXACT_TIME && !kept) {
            return ColumnOutcome.Fate.LEFT_OUT;
        }
        return mapped.role() == ColumnRole.IGNORE || mapped.role() == ColumnRole.REVISION
                ? ColumnOutcome.Fate.NOT_USED
                : ColumnOutcome.Fate.USED;
    }
}
