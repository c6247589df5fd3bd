package vn.sipas.io.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.progress.WriteSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * Writes result tables as Parquet: texts as strings, numbers as doubles or whole numbers, flags as lists of strings. What does
 * not exist is null, never 0, and infinite numbers stay infinite. Immutable and safe for use by several threads.
 */
public final class TidyParquet {

    private final Set<String> wholeNumbers;

    private TidyParquet(Set<String> wholeNumbers) {
        this.wholeNumbers = Set.copyOf(wholeNumbers);
    }

    /**
     * Makes a writer of tables of estimates, whose column {@code n} holds whole numbers.
     *
     * @return the writer
     */
    public static TidyParquet create() {
        return new TidyParquet(Set.of("n"));
    }

    /**
     * Returns this writer for tables with other columns of whole numbers.
     *
     * @param columns the names of the columns of whole numbers
     * @return the writer
     */
    public TidyParquet withWholeNumbers(Set<String> columns) {
        return new TidyParquet(columns);
    }

    /**
     * Writes a table.
     *
     * @param table the table
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     * @throws IllegalStateException if DuckDB is not there
     */
    public void write(TidyTable table, OutputStream output) throws IOException {
        write(table, output, ProgressListener.none());
    }

    /**
     * Writes a table.
     *
     * @param table the table
     * @param output where to write; flushed, not closed
     * @param progress hears how far the table is and may end the call before DuckDB starts and before anything is
     *     written
     * @throws IOException if writing fails
     * @throws IllegalStateException if DuckDB is not there
     * @throws CancellationException if {@code progress} ends the call; nothing was written then
     */
    public void write(TidyTable table, OutputStream output, ProgressListener progress) throws IOException {
        WriteSteps steps = new WriteSteps(progress, output);
        List<ParquetColumn> columns = new ArrayList<>();
        for (TidyTable.Column column : table.columns()) {
            columns.add(new ParquetColumn(
                    column.name(),
                    switch (column.kind()) {
                        case TEXT -> ParquetColumn.Type.TEXT;
                        case FLAGS -> ParquetColumn.Type.WORDS;
                        case NUMBER ->
                            wholeNumbers.contains(column.name()) ? ParquetColumn.Type.WHOLE : ParquetColumn.Type.DOUBLE;
                    }));
        }
        try (ParquetFile file = ParquetFile.of(columns)) {
            for (List<String> row : table.rows()) {
                List<@Nullable String> values = new ArrayList<>(row.size());
                for (int i = 0; i < row.size(); i++) {
                    boolean absent = table.columns().get(i).kind() == TidyTable.Kind.NUMBER
                            && row.get(i).isEmpty();
                    values.add(absent ? null : row.get(i));
                }
                file.write(values);
                steps.row();
            }
            file.finish(output, steps);
        }
    }
}
