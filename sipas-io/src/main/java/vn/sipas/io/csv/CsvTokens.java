package vn.sipas.io.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of one record at a time in a byte array. The one place that knows the grammar.
 *
 * <p>A quote opens a quotation only as the first byte of a field. When a quotation that runs over a line end turns out
 * to be wrong (it never closes, or text follows its closing quote), only its first line is given up, so that one lost
 * quote does not swallow the good rows below it.
 */
final class CsvTokens {

    private static final byte DELIMITER = 1;
    private static final byte LINE_FEED = 2;
    private static final byte CARRIAGE_RETURN = 3;
    private static final byte NUL = 4;

    private static final long QUOTES = EightBytes.repeated('"');

    private final byte[] classes = new byte[256];
    private final byte delimiter;
    private final long delimiters;
    private final CsvFormat format;

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private byte[] shapes = new byte[64];
    private int count;
    private boolean plain;
    private int next;
    private int lines;
    private @Nullable CsvProblem defect;
    private int defectColumn;

    CsvTokens(CsvFormat format) {
        this.format = format;
        classes[format.delimiter()] = DELIMITER;
        classes['\n'] = LINE_FEED;
        classes['\r'] = CARRIAGE_RETURN;
        classes[0] = NUL;
        delimiter = (byte) format.delimiter();
        delimiters = EightBytes.repeated(format.delimiter());
    }

    /**
     * Reads the record that starts at {@code from}. An empty line is a record of no fields.
     *
     * @param last whether nothing follows {@code limit}; otherwise a record that could go on is incomplete
     * @return whether a record was found
     */
    boolean read(byte[] bytes, int from, int limit, boolean last) {
        plain = readPlain(bytes, from, limit);
        return plain || readAny(bytes, from, limit, last);
    }

    /**
     * Reads a record of the usual kind, eight bytes at a time: on one line that ends well within the limit, not empty,
     * without quotes and control characters, and so short that none of its fields is too long. A record of another kind is
     * left to {@link #readAny}, which comes to the same for a record of this kind, in more time.
     */
    private boolean readPlain(byte[] bytes, int from, int limit) {
        int end = (int) Math.min(limit, (long) from + format.maxFieldBytes()) - Long.BYTES;
        int room = Math.min(starts.length, format.maxFields());
        int fields = 0;
        int start = from;
        for (int position = from; position <= end; position += Long.BYTES) {
            long word = EightBytes.at(bytes, position);
            if (EightBytes.anyEqual(word, QUOTES)) {
                return false;
            }
            long found = EightBytes.equal(word, delimiters) | EightBytes.controls(word);
            while (found != 0) {
                int at = position + EightBytes.first(found);
                found &= found - 1;
                if (fields == room) {
                    return false;
                }
                starts[fields] = start;
                ends[fields++] = at;
                start = at + 1;
                if (bytes[at] != delimiter) {
                    return endPlain(bytes, at, limit, fields);
                }
            }
        }
        return false;
    }

    /** Ends a record at the first byte that is not a delimiter, if that begins a line end. */
    private boolean endPlain(byte[] bytes, int at, int limit, int fields) {
        boolean pair = bytes[at] == '\r' && at + 1 < limit && bytes[at + 1] == '\n';
        if (bytes[at] != '\n' && !pair) {
            return false;
        }
        count = fields;
        next = at + (pair ? 2 : 1);
        lines = 1;
        defect = null;
        return fields > 1 || starts[0] < ends[0];
    }

    private boolean readAny(byte[] bytes, int from, int limit, boolean last) {
        count = 0;
        lines = 0;
        defect = null;
        int firstLineEnd = -1;
        int position = from;
        while (true) {
            int start = position;
            int end;
            byte shape = 0;
            if (position < limit && bytes[position] == '"') {
                start = ++position;
                shape = 1;
                boolean closed = false;
                while (position < limit) {
                    byte next = bytes[position];
                    if (next == '"') {
                        if (position + 1 < limit && bytes[position + 1] == '"') {
                            shape = 2;
                            position += 2;
                            continue;
                        }
                        closed = position + 1 < limit || last;
                        break;
                    }
                    if (next == '\n' || next == '\r') {
                        if (next == '\r' && position + 1 < limit && bytes[position + 1] == '\n') {
                            position++;
                        }
                        lines++;
                        if (firstLineEnd < 0) {
                            firstLineEnd = position + 1;
                        }
                    } else if (next == 0) {
                        report(CsvProblem.NUL_BYTE);
                    }
                    position++;
                }
                if (!closed) {
                    if (!last) {
                        return false;
                    }
                    return giveUpFirstLine(CsvProblem.UNCLOSED_QUOTE, firstLineEnd < 0 ? limit : firstLineEnd);
                }
                end = position++;
                if (position < limit && (classes[bytes[position] & 0xff] == 0 || bytes[position] == 0)) {
                    if (firstLineEnd >= 0) {
                        return giveUpFirstLine(CsvProblem.UNCLOSED_QUOTE, firstLineEnd);
                    }
                    report(CsvProblem.TEXT_AFTER_QUOTE);
                }
            } else {
                end = -1;
            }
            byte found = 0;
            while (position < limit) {
                found = classes[bytes[position] & 0xff];
                if (found != 0) {
                    if (found != NUL) {
                        break;
                    }
                    report(CsvProblem.NUL_BYTE);
                }
                position++;
            }
            add(start, end < 0 ? position : end, shape);
            if (position >= limit) {
                if (!last) {
                    return false;
                }
                next = limit;
                lines++;
                break;
            }
            position++;
            if (found != DELIMITER) {
                if (found == CARRIAGE_RETURN) {
                    if (position < limit) {
                        if (bytes[position] == '\n') {
                            position++;
                        }
                    } else if (!last) {
                        return false;
                    }
                }
                next = position;
                lines++;
                break;
            }
        }
        if (next - from > format.maxRecordBytes()) {
            defect = CsvProblem.RECORD_TOO_LONG;
            defectColumn = 1;
        }
        if (count == 1 && starts[0] == ends[0] && shapes[0] == 0 && defect == null) {
            count = 0;
        }
        return true;
    }

    private boolean giveUpFirstLine(CsvProblem problem, int end) {
        defect = problem;
        defectColumn = count + 1;
        next = end;
        lines = 1;
        return true;
    }

    private void report(CsvProblem problem) {
        if (defect == null) {
            defect = problem;
            defectColumn = count + 1;
        }
    }

    private void add(int start, int end, byte shape) {
        if (end - start > format.maxFieldBytes()) {
            report(CsvProblem.FIELD_TOO_LONG);
        }
        if (count == format.maxFields()) {
            report(CsvProblem.TOO_MANY_FIELDS);
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            shapes = Arrays.copyOf(shapes, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        shapes[count] = shape;
        count++;
    }

    /** Whether the record has more fields than wanted and all those behind are empty. */
    boolean isEmptyBehind(int wanted) {
        for (int field = wanted; field < count; field++) {
            if (start(field) != end(field)) {
                return false;
            }
        }
        return count > wanted;
    }

    /** The number of fields, 0 for an empty line. */
    int count() {
        return count;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /** Whether the field contains doubled quotes. */
    boolean hasDoubledQuotes(int field) {
        return !plain && shapes[field] == 2;
    }

    /** The position after the record. */
    int next() {
        return next;
    }

    /** The number of line ends passed, the record's own included. */
    int lines() {
        return lines;
    }

    @Nullable
    CsvProblem defect() {
        return defect;
    }

    /** The field of the defect, counted from 1. */
    int defectColumn() {
        return defectColumn;
    }

    /** What the limit of a defect is, 0 if it has none. */
    int limitOf(CsvProblem problem) {
        return switch (problem) {
            case RECORD_TOO_LONG -> format.maxRecordBytes();
            case FIELD_TOO_LONG -> format.maxFieldBytes();
            case TOO_MANY_FIELDS -> format.maxFields();
            default -> 0;
        };
    }
}
