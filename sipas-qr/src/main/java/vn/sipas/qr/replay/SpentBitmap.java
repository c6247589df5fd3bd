package vn.sipas.qr.replay;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The spent running numbers of one unit and campaign in a memory-mapped file: exact, one bit a number, and 64 bits more
 * that tell a retry from a replay.
 *
 * <p>Layout, version 1, little endian: bytes 0 to 7 {@code "SIPASBM1"}; 8 to 11 the capacity in numbers, a multiple of
 * 64; up to 63 zero; then capacity / 8 bytes of bits; then 8 bytes of fingerprint for each number, 0 if unknown. The
 * file is sparse where the file system can.
 *
 * <p>A number is claimed by one compare-and-set of its fingerprint in the mapped memory, which threads and processes on
 * one machine share, and then its bit is set. Killed in between, the claim stands: a number is spent if it has either,
 * and {@link #open} sets the missing bit. With {@link Durability#POWER_CUT} the pages are forced to the disk before
 * {@code FIRST} is returned; they may arrive in any order, since either of them suffices. Network file systems do not
 * share memory between machines: give each machine a file of its own and merge.
 */
final class SpentBitmap {

    private static final long MAGIC = 0x314D_4253_4150_4953L;
    private static final int HEADER_BYTES = 64;
    private static final int CAPACITY_AT = 8;
    private static final int MAX_CAPACITY = 1 << 27;
    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final MappedByteBuffer memory;
    private final int capacity;
    private final Durability durability;

    private SpentBitmap(MappedByteBuffer memory, int capacity, Durability durability) {
        this.memory = memory;
        this.capacity = capacity;
        this.durability = durability;
    }

    /** Opens a file, making it with the given capacity if it is missing; an existing one keeps its own capacity. */
    static SpentBitmap open(Path path, int capacity, Durability durability) throws IOException {
        if (capacity < 64 || capacity > MAX_CAPACITY || capacity % 64 != 0) {
            throw new IllegalArgumentException(
                    "capacity must be a multiple of 64 in [64, " + MAX_CAPACITY + "], was " + capacity);
        }
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            lock(channel);
            int actual = capacity;
            if (channel.size() >= HEADER_BYTES) {
                MappedByteBuffer header = channel.map(FileChannel.MapMode.READ_ONLY, 0, HEADER_BYTES);
                header.order(ByteOrder.LITTLE_ENDIAN);
                actual = header.getInt(CAPACITY_AT);
                if (header.getLong(0) != MAGIC || actual < 64 || actual > MAX_CAPACITY || actual % 64 != 0) {
                    throw new IOException(path + " is not a spent bitmap of version 1");
                }
            }
            MappedByteBuffer memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, length(actual));
            memory.order(ByteOrder.LITTLE_ENDIAN);
            memory.putInt(CAPACITY_AT, actual);
            memory.putLong(0, MAGIC);
            memory.force();
            SpentBitmap bitmap = new SpentBitmap(memory, actual, durability);
            bitmap.completeBits();
            return bitmap;
        }
    }

    /** Locks the file until the channel is closed; another guard of this process may be opening it just now. */
    private static void lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                channel.lock();
                return;
            } catch (OverlappingFileLockException opening) {
                Thread.onSpinWait();
            }
        }
    }

    int capacity() {
        return capacity;
    }

    SpendOutcome spend(int number, long fingerprint) {
        if (bit(number)) {
            return (long) LONGS.getVolatile(memory, fingerprintAt(number)) == fingerprint
                    ? SpendOutcome.SAME_VOTE
                    : SpendOutcome.REPLAY;
        }
        long before = (long) LONGS.compareAndExchange(memory, fingerprintAt(number), 0L, fingerprint);
        if (before == 0) {
            setBit(number);
            force(number);
            return SpendOutcome.FIRST;
        }
        return before == fingerprint ? SpendOutcome.SAME_VOTE : SpendOutcome.REPLAY;
    }

    boolean spent(int number) {
        return bit(number) || (long) LONGS.getVolatile(memory, fingerprintAt(number)) != 0;
    }

    /** Takes over what another device spent; of two fingerprints the smaller one stays, on every device. */
    List<BitmapReplayGuard.DoubleSpend> merge(SpentBitmap other) {
        List<BitmapReplayGuard.DoubleSpend> doubles = new ArrayList<>();
        for (int number = 0; number < Math.min(capacity, other.capacity); number++) {
            if (!other.spent(number)) {
                continue;
            }
            long theirs = (long) LONGS.getVolatile(other.memory, other.fingerprintAt(number));
            long ours = (long) LONGS.getVolatile(memory, fingerprintAt(number));
            if (ours != 0 && theirs != 0 && ours != theirs) {
                long kept = Math.min(ours, theirs);
                doubles.add(new BitmapReplayGuard.DoubleSpend(number, kept, Math.max(ours, theirs)));
                LONGS.setVolatile(memory, fingerprintAt(number), kept);
            } else if (ours == 0) {
                LONGS.setVolatile(memory, fingerprintAt(number), theirs);
            }
            setBit(number);
        }
        memory.force();
        return doubles;
    }

    private void completeBits() {
        for (int number = 0; number < capacity; number++) {
            if ((long) LONGS.getVolatile(memory, fingerprintAt(number)) != 0) {
                setBit(number);
            }
        }
    }

    private boolean bit(int number) {
        return ((long) LONGS.getVolatile(memory, bitsAt(number)) >>> (number & 63) & 1) != 0;
    }

    private boolean setBit(int number) {
        long mask = 1L << (number & 63);
        return ((long) LONGS.getAndBitwiseOr(memory, bitsAt(number), mask) & mask) != 0;
    }

    private void force(int number) {
        if (durability == Durability.POWER_CUT) {
            memory.force(bitsAt(number), Long.BYTES);
            memory.force(fingerprintAt(number), Long.BYTES);
        }
    }

    private static int bitsAt(int number) {
        return HEADER_BYTES + (number >> 6) * Long.BYTES;
    }

    private int fingerprintAt(int number) {
        return HEADER_BYTES + capacity / Byte.SIZE + number * Long.BYTES;
    }

    private static long length(int capacity) {
        return HEADER_BYTES + capacity / Byte.SIZE + (long) capacity * Long.BYTES;
    }
}
