package vn.sipas.io.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * Reads a delimited file with a header row by row, within the limits of its format.
 *
 * <p>Rows that cannot be read, and rows with another number of fields than the header, become problems; reading goes on
 * behind them. Fields behind the last column that are all empty are reported and ignored. Empty lines are passed over. Not safe for use by several threads.
 */
public final class CsvRowReader implements RowSource {

    private final OptionalInt usualFields;
    private final CsvBlocks blocks;
    private final CsvTokens tokens;
    private final ShortTexts shortTexts = new ShortTexts();
    private final String source;
    private final List<String> headingsAsWritten;
    private final List<String> headings;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final long headerLine;
    private @Nullable CsvBlock block;
    private int position;
    private long linesPassed;
    private long read;
    private long setAside;
    private long cellsSetAside;

    private CsvRowReader(
            CsvBlocks blocks,
            CsvFormat format,
            String source,
            CsvHeaderRecord header,
            CsvBlock rest,
            OptionalInt usualFields) {
        this.usualFields = usualFields;
        this.blocks = blocks;
        this.tokens = new CsvTokens(format);
        this.source = source;
        this.headingsAsWritten = List.copyOf(header.headings());
        this.headings = header.headings().stream().map(CsvHeader::normalized).toList();
        this.headerLine = header.line();
        this.block = rest;
        this.position = rest.from();
        this.linesPassed = header.linesPassed();
        for (int i = 0; i < headings.size(); i++) {
            indexes.putIfAbsent(headings.get(i), i);
        }
    }

    /**
     * Opens a stream, which the caller closes, and reads the header.
     *
     * @param input the stream, in UTF-8 with or without a byte order mark
     * @param source what problems call it
     * @param format delimiter and limits
     * @return the reader; nothing but problems if there is no usable header
     * @throws IOException if the stream cannot be read
     */
    public static Checked<CsvRowReader> open(InputStream input, String source, CsvFormat format) throws IOException {
        return open(input, source, format, OptionalInt.empty(), 0);
    }

    /**
     * Opens a stream, which the caller closes, and reads the header. Some programs write fewer fields than headings in
     * every row; where the caller knows that, such rows are read, with empty text for the fields missing at the end, and
     * reported. Other rows that are too short may be pieces of a broken one and are set aside.
     *
     * @param input the stream, in UTF-8 with or without a byte order mark
     * @param source what problems call it
     * @param format delimiter and limits
     * @param usualFields how many fields all rows have, at least 1, where it is fewer than there are headings
     * @param recordsAbove how many records that are not blank stand above the headings, such as the title of a report
     * @return the reader; nothing but problems if there is no usable header
     * @throws IOException if the stream cannot be read
     */
    public static Checked<CsvRowReader> open(
            InputStream input, String source, CsvFormat format, OptionalInt usualFields, int recordsAbove)
            throws IOException {
        Objects.requireNonNull(usualFields, "usualFields");
        if (recordsAbove < 0) {
            throw new IllegalArgumentException("recordsAbove must be in [0, ∞), was " + recordsAbove);
        }
        CsvBlocks blocks =
                new CsvBlocks(Objects.requireNonNull(input, "input"), Objects.requireNonNull(format, "format"));
        CsvHeaderRecord header =
                CsvHeaderRecord.read(blocks, format, Objects.requireNonNull(source, "source"), recordsAbove);
        CsvBlock rest = header.rest();
        if (rest == null) {
            return Checked.refused(header.problems());
        }
        return Checked.of(new CsvRowReader(blocks, format, source, header, rest, usualFields));
    }

    /** {@inheritDoc} They have no surrounding space. */
    @Override
    public List<String> headings() {
        return headings;
    }

    /**
     * Returns the headings before anything was done to them.
     *
     * @return the headings as written
     */
    public List<String> headingsAsWritten() {
        return headingsAsWritten;
    }

    /**
     * Finds a column.
     *
     * @param heading the heading
     * @return the index of the first column with that heading, counted from 0
     */
    public OptionalInt column(String heading) {
        Integer index = indexes.get(CsvHeader.normalized(heading));
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    @Override
    public List<Problem> missing(List<String> needed) {
        List<Problem> problems = new ArrayList<>();
        CsvHeader.indexes(headings, needed, headerPlace(), problems);
        return problems;
    }

    @Override
    public Place headerPlace() {
        return Place.in(source, headerLine);
    }

    @Override
    public Optional<CsvRow> next(Consumer<Problem> problems) throws IOException {
        for (CsvBlock current = current(); current != null; current = current()) {
            if (current.oversized()) {
                linesPassed++;
                read++;
                setAside(CsvProblem.RECORD_TOO_LONG, linesPassed, 1, problems);
                cellsSetAside++;
                position = current.limit();
                block = null;
                continue;
            }
            tokens.read(current.bytes(), position, current.limit(), true);
            long line = linesPassed + 1;
            linesPassed += tokens.lines();
            position = tokens.next();
            CsvProblem defect = tokens.defect();
            if (defect != null) {
                read++;
                setAside(defect, line, tokens.defectColumn(), problems);
                cellsSetAside += Math.max(1, tokens.count());
            } else if (tokens.count() > 0) {
                read++;
                Optional<CsvRow> row = row(current, line, problems);
                if (row.isPresent()) {
                    return row;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public long rowsRead() {
        return read;
    }

    /**
     * Returns how many rows have been set aside by this reader.
     *
     * @return at least 0
     */
    public long rowsSetAside() {
        return setAside;
    }

    /**
     * Returns how many fields stood in the rows that have been set aside. A row that could not be split counts as one field.
     *
     * @return at least 0
     */
    public long cellsSetAside() {
        return cellsSetAside;
    }

    private @Nullable CsvBlock current() throws IOException {
        CsvBlock current = block;
        while (current == null || (!current.oversized() && position >= current.limit())) {
            current = blocks.next();
            block = current;
            if (current == null) {
                return null;
            }
            position = current.from();
        }
        return current;
    }

    private Optional<CsvRow> row(CsvBlock current, long line, Consumer<Problem> problems) {
        int count = tokens.count();
        boolean surplus = tokens.isEmptyBehind(headings.size());
        boolean shortThroughout = count < headings.size() && usualFields.orElse(0) == count;
        if (surplus || shortThroughout) {
            problems.accept(Problem.of(
                    surplus ? CsvProblem.SURPLUS_EMPTY : CsvProblem.SHORT_THROUGHOUT,
                    Place.in(source, line, surplus ? headings.size() + 1 : count),
                    "actual",
                    count,
                    "expected",
                    headings.size()));
            count = Math.min(count, headings.size());
        } else if (count != headings.size()) {
            setAside++;
            cellsSetAside += count;
            problems.accept(Problem.of(
                    CsvProblem.FIELD_COUNT,
                    Place.in(source, line, Math.min(count, headings.size())),
                    "actual",
                    count,
                    "expected",
                    headings.size()));
            return Optional.empty();
        }
        String[] fields = new String[headings.size()];
        Arrays.fill(fields, count, fields.length, "");
        for (int i = 0; i < count; i++) {
            String field = shortTexts.text(current.bytes(), tokens.start(i), tokens.end(i), tokens.hasDoubledQuotes(i));
            if (field == null) {
                setAside(CsvProblem.MALFORMED_UTF8, line, i + 1, problems);
                cellsSetAside += headings.size();
                return Optional.empty();
            }
            fields[i] = field;
        }
        return Optional.of(new CsvRow(source, line, List.of(fields)));
    }

    private void setAside(CsvProblem kind, long line, int column, Consumer<Problem> problems) {
        setAside++;
        problems.accept(Problem.of(kind, Place.in(source, line, column), "limit", tokens.limitOf(kind)));
    }
}
