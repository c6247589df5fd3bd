package vn.sipas.io.identifier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * Remembers which identifiers have been seen, in little memory.
 *
 * <p>An identifier that ends in digits is a prefix and a number; numbers that lie close together share a page of bits, so
 * that five million consecutive ids take less than a megabyte. Others are remembered by a 64-bit fingerprint: among five
 * million of them, two different ids are taken for one with a probability below one in a million. Beyond the limit
 * nothing more is remembered, and {@link #newlyFull} says so. Not safe for use by several threads.
 */
public final class IdentifierMemory {

    private static final int PAGE_BITS = 13;
    private static final int MAX_PAGES = 4096;
    private static final int TABLES = 256;

    private final long maxFingerprints;
    private final Map<Long, long[]> pages = new HashMap<>();
    private long lastKey;
    private long @Nullable [] lastPage;
    private final long[] @Nullable [] tables = new long[TABLES][];
    private final int[] sizes = new int[TABLES];
    private long fingerprints;
    private boolean full;
    private boolean saidFull;

    /**
     * Makes an empty memory.
     *
     * @param maxFingerprints how many identifiers that do not end in neighbouring numbers are remembered, at least 0
     */
    public IdentifierMemory(long maxFingerprints) {
        this.maxFingerprints = maxFingerprints;
    }

    /**
     * Remembers an identifier.
     *
     * @param bytes holds it
     * @param from its first byte
     * @param limit the position after its last byte
     * @return whether it is new, as far as remembered
     */
    public boolean add(byte[] bytes, int from, int limit) {
        int digits = limit;
        while (digits > from && limit - digits < 18 && bytes[digits - 1] >= '0' && bytes[digits - 1] <= '9') {
            digits--;
        }
        // Leading zeros make another identifier: "07" is not "7". They belong to the prefix.
        while (digits < limit && bytes[digits] == '0') {
            digits++;
        }
        long prefix = hash(bytes, from, digits, 0x9e3779b97f4a7c15L);
        if (digits < limit) {
            long number = 0;
            for (int i = digits; i < limit; i++) {
                number = 10 * number + (bytes[i] - '0');
            }
            long[] page = page(mix(prefix + (number >>> PAGE_BITS) * 0xd1342543de82ef95L));
            if (page != null) {
                int word = (int) (number & ((1 << PAGE_BITS) - 1)) >>> 6;
                long bit = 1L << number;
                boolean fresh = (page[word] & bit) == 0;
                page[word] |= bit;
                return fresh;
            }
        }
        return addFingerprint(hash(bytes, digits, limit, prefix + (limit - from)));
    }

    /** The page of bits with a key, most often that of the identifier before; null if there is no room for it. */
    private long @Nullable [] page(long key) {
        long[] page = lastPage;
        if (page == null || key != lastKey) {
            page = pages.get(key);
            if (page == null && pages.size() < MAX_PAGES) {
                page = new long[1 << (PAGE_BITS - 6)];
                pages.put(key, page);
            }
            lastKey = key;
            lastPage = page;
        }
        return page;
    }

    /**
     * Says that identifiers go unremembered from now on, so that a repeated one may pass.
     *
     * @param where the row at hand
     * @return a warning, once, when the limit has been reached
     */
    public Optional<Problem> newlyFull(Place where) {
        if (!full || saidFull) {
            return Optional.empty();
        }
        saidFull = true;
        return Optional.of(Problem.of(IdentifierProblem.NOT_REMEMBERED, where, "limit", maxFingerprints));
    }

    private boolean addFingerprint(long fingerprint) {
        long value = fingerprint == 0 ? 1 : fingerprint;
        int which = (int) (value >>> 56);
        long[] table = tables[which];
        if (table == null) {
            table = new long[64];
            tables[which] = table;
        } else if (10 * sizes[which] > 7 * table.length) {
            table = grown(table);
            tables[which] = table;
        }
        int slot = slotOf(table, value);
        if (table[slot] == value) {
            return false;
        }
        if (fingerprints >= maxFingerprints) {
            full = true;
            return true;
        }
        table[slot] = value;
        sizes[which]++;
        fingerprints++;
        return true;
    }

    private static long[] grown(long[] table) {
        long[] larger = new long[table.length + (table.length >> 1) + 1];
        Arrays.stream(table).filter(value -> value != 0).forEach(value -> larger[slotOf(larger, value)] = value);
        return larger;
    }

    private static int slotOf(long[] table, long value) {
        int slot = (int) Long.remainderUnsigned(value, table.length);
        while (table[slot] != 0 && table[slot] != value) {
            slot = slot + 1 == table.length ? 0 : slot + 1;
        }
        return slot;
    }

    private static long hash(byte[] bytes, int from, int limit, long seed) {
        long hash = seed;
        for (int i = from; i < limit; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * 0xff51afd7ed558ccdL;
            hash ^= hash >>> 32;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
