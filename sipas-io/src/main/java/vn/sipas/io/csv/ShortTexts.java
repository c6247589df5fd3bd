package vn.sipas.io.csv;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Short fields seen lately, so that a field that comes again is the same text and not made anew. A newer text takes the
 * slot of an older one. Not safe for use by several threads.
 */
final class ShortTexts {

    private static final int SLOT_BITS = 12;
    private static final int LONGEST = 2 * Long.BYTES;

    private final long[] starts = new long[1 << SLOT_BITS];
    private final long[] rests = new long[1 << SLOT_BITS];
    private final @Nullable String[] texts = new String[1 << SLOT_BITS];

    /** The content of a field; null if it is not valid UTF-8. */
    @Nullable
    String text(byte[] bytes, int start, int end, boolean hasDoubledQuotes) {
        int length = end - start;
        if (length < 2 || length > LONGEST || hasDoubledQuotes || start + LONGEST > bytes.length) {
            return LocalLabels.text(bytes, start, end, hasDoubledQuotes);
        }
        long first = EightBytes.at(bytes, start);
        long rest = 0;
        if (length <= Long.BYTES) {
            first = EightBytes.upTo(length, first);
        } else {
            rest = EightBytes.upTo(length - Long.BYTES, EightBytes.at(bytes, start + Long.BYTES));
        }
        if (!EightBytes.isAscii(first | rest)) {
            return LocalLabels.text(bytes, start, end, false);
        }
        long hash = (first ^ (rest * 0x9e3779b97f4a7c15L)) * 0xff51afd7ed558ccdL;
        int slot = (int) ((hash ^ (hash << 32)) >>> (Long.SIZE - SLOT_BITS));
        String known = texts[slot];
        if (known != null && starts[slot] == first && rests[slot] == rest && known.length() == length) {
            return known;
        }
        String text = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        starts[slot] = first;
        rests[slot] = rest;
        texts[slot] = text;
        return text;
    }
}
