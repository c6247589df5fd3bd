package vn.sipas.io.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.csv.CsvFormat;
import vn.sipas.io.csv.CsvRow;
import vn.sipas.io.csv.CsvRowReader;
import vn.sipas.io.progress.CountedInput;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/** A delimited text in any encoding, read by the reader of {@code vn.sipas.io.csv}. */
final class DelimitedTable implements SourceTable {

    private static final String HINT = "sep=";
    private static final int SAMPLE_BYTES = 64 * 1024;
    private static final int ROWS = 100;

    private final CountedInput input;
    private final CsvRowReader rows;
    private final int titleRows;
    private boolean reported;

    private DelimitedTable(CountedInput input, CsvRowReader rows, int titleRows) {
        this.input = input;
        this.rows = rows;
        this.titleRows = titleRows;
    }

    static Checked<SourceTable> open(SourceFile file, TextFormat format, SourceLimits limits) throws IOException {
        CountedInput counted = new CountedInput(file.open());
        boolean opened = false;
        try {
            InputStream text = format.charset().equals(StandardCharsets.UTF_8)
                    ? counted
                    : new Utf8Stream(counted, format.charset());
            Checked<CsvRowReader> reader = CsvRowReader.open(
                    format.hint() ? withoutHint(text) : text,
                    file.name(),
                    new CsvFormat(format.delimiter(), limits.rowBytes(), limits.fieldBytes(), limits.columns()),
                    usualFields(file, format),
                    format.titleRows());
            opened = reader.value().isPresent();
            return reader.map(rows -> new DelimitedTable(counted, rows, format.titleRows()));
        } finally {
            if (!opened) {
                counted.close();
            }
        }
    }

    /** How many fields the first rows have, if all have as many and fewer than there are headings. */
    private static OptionalInt usualFields(SourceFile file, TextFormat format) throws IOException {
        byte[] head = file.head(SAMPLE_BYTES);
        String text = new String(head, format.charset());
        int mark = format.byteOrderMark() ? 1 : 0;
        List<List<String>> rows = SampleText.records(
                text.substring(Math.min(mark, text.length())), format.delimiter(), head.length == SAMPLE_BYTES, ROWS);
        int from = (format.hint() ? 2 : 1) + format.titleRows();
        if (rows.size() < from + 2) {
            return OptionalInt.empty();
        }
        int headings = rows.get(from - 1).size();
        int fields = rows.get(from).size();
        boolean usual = rows.subList(from, rows.size()).stream().allMatch(row -> row.size() == fields);
        return usual && fields < headings && fields > 1 ? OptionalInt.of(fields) : OptionalInt.empty();
    }

    /** Takes the hint out and leaves its line end, so that lines keep their numbers. */
    private static InputStream withoutHint(InputStream text) throws IOException {
        byte[] start = text.readNBytes(16);
        int at = 0;
        if (start.length > 3 && (start[0] & 0xff) == 0xef && (start[1] & 0xff) == 0xbb) {
            at = 3;
        }
        at += HINT.length() + 1;
        PushbackInputStream rest = new PushbackInputStream(text, start.length);
        if (at < start.length) {
            rest.unread(start, at, start.length - at);
        }
        return rest;
    }

    @Override
    public List<String> headings() {
        return rows.headingsAsWritten();
    }

    @Override
    public Place headerPlace() {
        return rows.headerPlace();
    }

    @Override
    public Optional<SourceRow> next(Consumer<Problem> problems) throws IOException {
        if (titleRows > 0 && !reported) {
            reported = true;
            problems.accept(Problem.of(SourceProblem.TITLE_ROWS, headerPlace(), "rows", titleRows));
        }
        Optional<CsvRow> row = rows.next(problems);
        return row.map(found -> SourceRow.of(found.place(), found.fields()));
    }

    @Override
    public long rowsRead() {
        return rows.rowsRead();
    }

    @Override
    public long rowsSetAside() {
        return rows.rowsSetAside();
    }

    @Override
    public long cellsSetAside() {
        return rows.cellsSetAside();
    }

    @Override
    public long bytesRead() {
        return input.count();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
