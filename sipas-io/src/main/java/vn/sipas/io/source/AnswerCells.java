package vn.sipas.io.source;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.io.csv.MissingCode;
import vn.sipas.io.csv.SpreadsheetText;
import vn.sipas.io.table.SourceRow;

/** Turns the cells of the row at hand into answers, and records what was changed on the way. */
final class AnswerCells {

    private static final int MOST_PLAIN = 1000;

    private final CellNotation notation;
    private final ImportCells cells;
    private final RowAnswers answers;
    private final Map<String, Set<String>> ticked = new LinkedHashMap<>();
    private final Map<String, Boolean> asked = new HashMap<>();

    AnswerCells(RowAnswers answers, CellNotation notation, ImportCells cells) {
        this.answers = answers;
        this.notation = notation;
        this.cells = cells;
    }

    void startRow() {
        answers.clear();
        ticked.clear();
        asked.clear();
    }

    /** Personal data that the host opted in to, as an open answer. */
    void personal(BoundColumn column, SourceRow row, String cell) {
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

    void answer(BoundColumn column, SourceRow row, String cell) {
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

    private void notOffered(BoundColumn column, Question question, SourceRow row, String cell) {
        cells.change(
                row, column.index(), column.heading(), cell, "", SourceProblem.BAD_ANSWER, "question", question.code());
    }

    private void number(BoundColumn column, NumberQuestion question, SourceRow row, String cell) {
        String text = cell.strip();
        DecimalMark mark = notation.mark(column);
        Optional<BigDecimal> number = NumberText.read(text, mark);
        if (number.isEmpty() && mark == null && NumberText.isUnclear(text)) {
            cells.change(
                    row,
                    column.index(),
                    column.heading(),
                    cell,
                    "",
                    SourceProblem.DECIMAL_UNCLEAR,
                    "name",
                    Headings.normal(column.heading()));
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
                    cells.change(row, column.index(), column.heading(), cell, plain, SourceProblem.NUMBER_REWRITTEN);
                }
            }
        }
    }

    private void text(BoundColumn column, OpenTextQuestion question, SourceRow row, String cell) {
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

    private void date(BoundColumn column, SourceRow row, String cell) {
        CellNotation.ReadDay read = notation.readDay(column, row, cell);
        if (read != null && put(column, row, cell, new Answer.Written(read.day().toString()))) {
            String iso = read.day().toString();
            if (read.timed()) {
                cells.coarsen(column.index());
            } else if (iso.equals(cell.strip())) {
                cells.use();
            } else {
                cells.change(row, column.index(), column.heading(), cell, iso, SourceProblem.TIDIED);
            }
        }
    }

    /** Enters that the question was not answered, if the mapping reads the cell so. */
    private boolean missing(BoundColumn column, SourceRow row, String cell, AnswerCodes.@Nullable Found found) {
        Optional<MissingCode> missing = found == null ? Optional.empty() : MissingCode.of(found.code());
        if (found == null || missing.isEmpty()) {
            return false;
        }
        accept(column, row, cell, missing.get().meaning(), missing.get().token(), found.exact());
        return true;
    }

    private void list(BoundColumn column, MultipleChoiceQuestion question, SourceRow row, String cell) {
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
                        column.heading(),
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

    void option(BoundColumn column, SourceRow row, String cell) {
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
            cells.change(row, column.index(), column.heading(), cell, code, reason(cell));
        } else {
            cells.use();
        }
    }

    /** Ends the row. */
    void finish(Response.Builder response) {
        asked.forEach((code, was) -> {
            Set<String> codes = ticked.get(code);
            int position = answers.position(code);
            if (codes != null) {
                answers.putIfAbsent(position, new Answer.SelectedAll(codes));
            } else {
                answers.putIfAbsent(position, was ? Answer.NoAnswer.BLANK : Answer.NoAnswer.NOT_ASKED);
            }
        });
        answers.give(response);
    }

    private void accept(BoundColumn column, SourceRow row, String cell, Answer answer, String newValue, boolean exact) {
        if (put(column, row, cell, answer)) {
            if (exact) {
                use(column, cell, answer);
            } else {
                cells.change(row, column.index(), column.heading(), cell, newValue, reason(cell));
            }
        }
    }

    /** Counts a cell as used as it is, and remembers what it means unless someone wrote it in their own words. */
    private void use(BoundColumn column, String cell, Answer answer) {
        cells.use();
        if (!(answer instanceof Answer.Written) && column.plain().size() < MOST_PLAIN) {
            column.plain().put(cell, answer);
        }
    }

    private static SourceProblem reason(String cell) {
        return Normalizer.isNormalized(cell, Normalizer.Form.NFC) ? SourceProblem.TIDIED : SourceProblem.COMPOSED;
    }

    /** Enters an answer; the same question answered differently by an earlier column keeps the earlier answer. */
    boolean put(BoundColumn column, SourceRow row, String cell, Answer answer) {
        Answer earlier = answers.putIfAbsent(column.position(), answer);
        if (earlier == null || earlier.equals(answer)) {
            return true;
        }
        String code = column.question() == null ? "" : column.question().code();
        cells.change(row, column.index(), column.heading(), cell, "", SourceProblem.CONTRADICTION, "question", code);
        return false;
    }
}
