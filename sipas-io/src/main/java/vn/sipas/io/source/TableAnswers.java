package vn.sipas.io.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/** A table with one row a response, some of whose first rows may be further headings. */
final class TableAnswers implements AnswerTable {

    private final SourceTable table;
    private final List<AnswerColumn> columns;
    private final Function<SourceRow, Optional<Problem>> refusal;
    private final long headingRows;
    private long refused;
    private long cellsRefused;

    /**
     * Makes a table of answers.
     *
     * @param table the table, behind its heading rows
     * @param columns what its columns are
     * @param headingRows how many rows behind the first one were headings, too, and have been read
     * @param refusal says why a row is no response; empty if it is one
     */
    TableAnswers(
            SourceTable table,
            List<AnswerColumn> columns,
            long headingRows,
            Function<SourceRow, Optional<Problem>> refusal) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.headingRows = headingRows;
        this.refusal = refusal;
    }

    static TableAnswers of(SourceTable table, List<AnswerColumn> columns) {
        return new TableAnswers(table, columns, 0, row -> Optional.empty());
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
        for (Optional<SourceRow> row = table.next(problems); row.isPresent(); row = table.next(problems)) {
            Optional<Problem> why = refusal.apply(row.get());
            if (why.isEmpty()) {
                return row;
            }
            refused++;
            cellsRefused += row.get().cells().size();
            problems.accept(why.get());
        }
        return Optional.empty();
    }

    @Override
    public long rowsRead() {
        return table.rowsRead() - headingRows;
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
}
