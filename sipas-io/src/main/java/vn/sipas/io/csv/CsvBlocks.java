package vn.sipas.io.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into blocks of whole records. Where it cuts depends on the bytes alone, so that every later sum is taken
 * in the same order however many threads work on the blocks.
 */
final class CsvBlocks {

    private static final int BLOCK_BYTES = 1 << 20;
    private static final long QUOTES = EightBytes.repeated('"');

    private final InputStream input;
    private final CsvTokens tokens;
    private final int capacity;
    private final Deque<byte[]> spare = new ArrayDeque<>();
    private byte[] rest = new byte[0];
    private long sequence;
    private boolean ended;
    private Optional<String> foreignEncoding = Optional.empty();

    CsvBlocks(InputStream input, CsvFormat format) {
        this(input, format, Math.max(BLOCK_BYTES, format.maxRecordBytes()));
    }

    CsvBlocks(InputStream input, CsvFormat format, int capacity) {
        this.input = input;
        this.tokens = new CsvTokens(format);
        this.capacity = capacity;
    }

    /** Returns the next block, or null at the end. */
    @Nullable
    CsvBlock next() throws IOException {
        if (ended) {
            return null;
        }
        byte[] bytes = spare.isEmpty() ? new byte[capacity] : spare.pop();
        int kept = rest.length;
        System.arraycopy(rest, 0, bytes, 0, kept);
        int limit = kept + input.readNBytes(bytes, kept, capacity - kept);
        boolean last = limit < capacity;
        int from = sequence == 0 ? afterByteOrderMark(bytes, limit) : 0;
        if (last) {
            ended = true;
            return limit == from && sequence > 0 ? null : new CsvBlock(sequence++, bytes, from, limit, false);
        }
        int end = hasQuote(bytes, limit) ? endOfRecords(bytes, from, limit) : endOfLines(bytes, from, limit);
        if (end == from) {
            end = firstLineEnd(bytes, from, limit);
            if (end < 0) {
                skipLine(bytes);
                return new CsvBlock(sequence++, bytes, 0, 0, true);
            }
        }
        keep(bytes, end, limit);
        return new CsvBlock(sequence++, bytes, from, end, false);
    }

    /** The encoding that the byte order mark announces, if it is not UTF-8; known after the first block. */
    Optional<String> foreignEncoding() {
        return foreignEncoding;
    }

    /** Takes back a block whose bytes nobody needs any more, so that its memory serves a later one. */
    void recycle(CsvBlock block) {
        spare.push(block.bytes());
    }

    private void keep(byte[] bytes, int from, int limit) {
        rest = Arrays.copyOfRange(bytes, from, limit);
    }

    private int afterByteOrderMark(byte[] bytes, int limit) {
        int first = limit > 0 ? bytes[0] & 0xff : -1;
        int second = limit > 1 ? bytes[1] & 0xff : -1;
        if (first == 0xfe && second == 0xff) {
            foreignEncoding = Optional.of("UTF-16BE");
        } else if (first == 0xff && second == 0xfe) {
            foreignEncoding = Optional.of("UTF-16LE");
        }
        return first == 0xef && second == 0xbb && limit > 2 && (bytes[2] & 0xff) == 0xbf ? 3 : 0;
    }

    /** Whether a quote occurs. */
    private static boolean hasQuote(byte[] bytes, int limit) {
        int position = 0;
        for (; position + Long.BYTES <= limit; position += Long.BYTES) {
            if (EightBytes.anyEqual(EightBytes.at(bytes, position), QUOTES)) {
                return true;
            }
        }
        for (; position < limit; position++) {
            if (bytes[position] == '"') {
                return true;
            }
        }
        return false;
    }

    private static int endOfLines(byte[] bytes, int from, int limit) {
        // A carriage return as the very last byte may be half of a line end.
        for (int position = limit - 1; position >= from; position--) {
            if (bytes[position] == '\n' || (bytes[position] == '\r' && position + 1 < limit)) {
                return position + 1;
            }
        }
        return from;
    }

    private int endOfRecords(byte[] bytes, int from, int limit) {
        int end = from;
        while (end < limit && tokens.read(bytes, end, limit, false)) {
            end = tokens.next();
        }
        return end;
    }

    private static int firstLineEnd(byte[] bytes, int from, int limit) {
        for (int position = from; position < limit; position++) {
            if (bytes[position] == '\n') {
                return position + 1;
            }
            if (bytes[position] == '\r' && position + 1 < limit) {
                return bytes[position + 1] == '\n' ? position + 2 : position + 1;
            }
        }
        return -1;
    }

    /** Skips to the end of a line that does not fit into a block, in the memory of that block. */
    private void skipLine(byte[] bytes) throws IOException {
        boolean afterReturn = bytes[capacity - 1] == '\r';
        while (true) {
            int limit = input.readNBytes(bytes, 0, capacity);
            if (limit == 0) {
                ended = true;
                return;
            }
            if (afterReturn) {
                keep(bytes, bytes[0] == '\n' ? 1 : 0, limit);
                return;
            }
            int end = firstLineEnd(bytes, 0, limit);
            if (end >= 0) {
                keep(bytes, end, limit);
                return;
            }
            afterReturn = bytes[limit - 1] == '\r';
        }
    }
}
