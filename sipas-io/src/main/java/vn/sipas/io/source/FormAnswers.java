package vn.sipas.io.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/** A table of submissions: a row of tags under the headings is passed over, submissions turned down are set aside. */
final class FormAnswers implements AnswerTable {

    private final SourceTable table;
    private final List<AnswerColumn> columns;
    private final Function<SourceRow, Optional<Problem>> refusal;
    private final List<Problem> notes;
    private final boolean tagged;
    private boolean started;
    private long passed;
    private long refused;
    private long cellsRefused;
    private @Nullable SourceRow first;

    /**
     * Makes a table of answers.
     *
     * @param table the table, at its first row
     * @param columns what its columns are
     * @param tagged whether the first row may hold HXL tags
     * @param notes problems that are reported first
     * @param refusal says why a row is no response; empty if it is one
     */
    FormAnswers(
            SourceTable table,
            List<AnswerColumn> columns,
            boolean tagged,
            List<Problem> notes,
            Function<SourceRow, Optional<Problem>> refusal) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.tagged = tagged;
        this.notes = List.copyOf(notes);
        this.refusal = refusal;
    }

    @Override
    public List<AnswerColumn> columns() {
        return columns;
    }

    @Override
    public Place headerPlace() {
        return table.headerPlace();
    }

    @Override
    public Optional<SourceRow> next(Consumer<Problem> problems) throws IOException {
        if (!started) {
            started = true;
            notes.forEach(problems);
            first = table.next(problems).orElse(null);
            if (first != null && tagged && isTags(first)) {
                first = null;
                passed++;
            }
        }
        for (Optional<SourceRow> row = read(problems); row.isPresent(); row = read(problems)) {
            Optional<Problem> why = refusal.apply(row.get());
            if (why.isEmpty()) {
                return row;
            }
            refused += row.get().inputRows();
            cellsRefused += row.get().cells().size();
            problems.accept(why.get());
        }
        return Optional.empty();
    }

    @Override
    public long rowsRead() {
        return table.rowsRead() - passed - (first == null ? 0 : first.inputRows());
    }

    @Override
    public long rowsSetAside() {
        return table.rowsSetAside() + refused;
    }

    @Override
    public long cellsSetAside() {
        return table.cellsSetAside() + cellsRefused;
    }

    @Override
    public long bytesRead() {
        return table.bytesRead();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    private Optional<SourceRow> read(Consumer<Problem> problems) throws IOException {
        SourceRow held = first;
        first = null;
        return held == null ? table.next(problems) : Optional.of(held);
    }

    /** Whether every cell that is filled holds a tag such as {@code #respondee +name}. */
    private static boolean isTags(SourceRow row) {
        boolean any = false;
        for (String cell : row.cells()) {
            if (!cell.isBlank()) {
                any = true;
                if (!cell.matches("#[a-zA-Z][a-zA-Z0-9_]*(\\s*\\+[a-zA-Z][a-zA-Z0-9_]*)*\\s*")) {
                    return false;
                }
            }
        }
        return any;
    }
}
