package vn.sipas.io.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The distinct labels of one column inside one block, numbered in order of appearance. */
final class LocalLabels {

    private final byte[] bytes;
    private int size;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private boolean[] doubled = new boolean[16];
    private int[] slots = new int[64];
    private int[] rowNumbers;

    LocalLabels(byte[] bytes, boolean selected) {
        this.bytes = bytes;
        rowNumbers = new int[selected ? 1024 : 0];
    }

    void add(int row, int start, int end, boolean hasDoubledQuotes) {
        if (row == rowNumbers.length) {
            rowNumbers = Arrays.copyOf(rowNumbers, 2 * row);
        }
        if (row > 0 && same(rowNumbers[row - 1], start, end)) {
            rowNumbers[row] = rowNumbers[row - 1];
            return;
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
        int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
        while (slots[slot] != 0 && !same(slots[slot] - 1, start, end)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        if (slots[slot] == 0) {
            rowNumbers[row] = size;
            remember(start, end, hasDoubledQuotes);
            slots[slot] = size;
            if (2 * size > slots.length) {
                rehash();
            }
        } else {
            rowNumbers[row] = slots[slot] - 1;
        }
    }

    private void remember(int start, int end, boolean hasDoubledQuotes) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            doubled = Arrays.copyOf(doubled, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        doubled[size++] = hasDoubledQuotes;
    }

    private void rehash() {
        slots = new int[4 * slots.length];
        for (int number = 0; number < size; number++) {
            int hash = 0;
            for (int i = starts[number]; i < ends[number]; i++) {
                hash = 31 * hash + bytes[i];
            }
            hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
            int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number + 1;
        }
    }

    private boolean same(int number, int start, int end) {
        return Arrays.equals(bytes, starts[number], ends[number], bytes, start, end);
    }

    int size() {
        return size;
    }

    int numberOfRow(int row) {
        return rowNumbers[row];
    }

    boolean selected() {
        return rowNumbers.length > 0;
    }

    /** The label without surrounding space and in normalisation form C; empty if it is not valid UTF-8. */
    Optional<String> label(int number) {
        return Optional.ofNullable(text(bytes, starts[number], ends[number], doubled[number]))
                .map(text -> Normalizer.normalize(text.strip(), Normalizer.Form.NFC));
    }

    /** Most fields of ratings hold one character, which need not be made anew. */
    private static final String[] SINGLES =
            IntStream.range(0, 128).mapToObj(Character::toString).toArray(String[]::new);

    /** The content of a field; null if it is not valid UTF-8. */
    static @Nullable String text(byte[] bytes, int start, int end, boolean hasDoubledQuotes) {
        if (end - start <= 1 && (end == start || bytes[start] >= 0)) {
            return end == start ? "" : SINGLES[bytes[start]];
        }
        boolean ascii = true;
        for (int i = start; i < end && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        String text;
        if (ascii) {
            text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        } else {
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, start, end - start))
                        .toString();
            } catch (CharacterCodingException malformed) {
                return null;
            }
        }
        return hasDoubledQuotes ? text.replace("\"\"", "\"") : text;
    }
}
