package vn.sipas.qr.replay;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The spent running numbers of one unit and campaign in a memory-mapped file: exact, one bit a number, and 64 bits more
 * that tell a retry from a replay.
 *
 * <p>Layout, version 1, little endian: bytes 0 to 7 {@code "SIPASBM1"}; 8 to 11 the capacity in numbers, a multiple of
 * 64; 16 to 23 the last day on which any spent code verifies, in days since 1970-01-01, 0 if unknown, the largest number
 * if there is none; up to 63 zero; then capacity / 8 bytes of bits; then 8 bytes of fingerprint for each number, 0 if
 * unknown.
 *
 * <p>A number is claimed by one compare-and-set of its fingerprint in the mapped memory, which threads and processes on
 * one machine share, and then its bit is set. Killed in between, the claim stands: a number is spent if it has either,
 * and {@link #open} sets the missing bit. Network file systems do not share memory between machines: give each machine a
 * file of its own and merge.
 *
 * <p>Order of writing, for a power cut. A new file is written full of zeros and forced, so that a full disk is met here
 * and not in the middle of a vote; then its header is written and forced; then its folder is forced. Only then is a
 * number spent. With {@link Durability#POWER_CUT} the pages of the bit and of the fingerprint are forced before
 * {@code FIRST} or {@code SAME_VOTE} is returned; they may reach the disk in any order, since either of them suffices. A
 * file without a header was never used and is made anew; one that is shorter than its header says is refused, because
 * what is missing may have been spent.
 */
final class SpentBitmap {

    private static final long MAGIC = 0x314D_4253_4150_4953L;
    private static final int HEADER_BYTES = 64;
    private static final int CAPACITY_AT = 8;
    private static final int LAST_DAY_AT = 16;
    private static final long NO_END = Long.MAX_VALUE;
    private static final int MAX_CAPACITY = 1 << 27;
    private static final int ZEROS = 1 << 16;
    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** A process loses its locks of a file when it closes any channel of it, so one file is opened at a time. */
    private static final Object OPENING = new Object();

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
        requireCapacity(capacity);
        synchronized (OPENING) {
            try (FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
                lock(channel);
                int actual = capacityOf(channel, path).orElse(0);
                if (actual == 0) {
                    make(channel, path, capacity);
                    actual = capacity;
                }
                MappedByteBuffer memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, length(actual));
                memory.order(ByteOrder.LITTLE_ENDIAN);
                SpentBitmap bitmap = new SpentBitmap(memory, actual, durability);
                bitmap.completeBits();
                return bitmap;
            }
        }
    }

    static void requireCapacity(int capacity) {
        if (capacity < 64 || capacity > MAX_CAPACITY || capacity % 64 != 0) {
            throw new IllegalArgumentException(
                    "capacity must be a multiple of 64 in [64, " + MAX_CAPACITY + "], was " + capacity);
        }
    }

    /** Locks the file until the channel is closed. */
    private static void lock(FileChannel channel) throws IOException {
        try {
            channel.lock();
        } catch (OverlappingFileLockException elsewhere) {
            throw new IOException("another class loader of this process is opening the file", elsewhere);
        }
    }

    /** Reads the header: the capacity, or nothing if the file was never finished and so never used. */
    private static OptionalInt capacityOf(FileChannel channel, Path path) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int read = 0;
        while (read >= 0 && header.hasRemaining()) {
            read = channel.read(header, header.position());
        }
        long magic = header.getLong(0);
        int capacity = header.getInt(CAPACITY_AT);
        if (magic == 0 && capacity == 0) {
            return OptionalInt.empty();
        }
        if (magic != MAGIC || capacity < 64 || capacity > MAX_CAPACITY || capacity % 64 != 0) {
            throw new IOException(path + " is not a spent bitmap of version 1");
        }
        if (channel.size() != length(capacity)) {
            throw new IOException(path + " has " + channel.size() + " bytes, " + length(capacity) + " were written");
        }
        return OptionalInt.of(capacity);
    }

    private static void make(FileChannel channel, Path path, int capacity) throws IOException {
        long length = length(capacity);
        channel.truncate(0);
        ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
        for (long at = 0; at < length; ) {
            zeros.clear().limit((int) Math.min(ZEROS, length - at));
            at += channel.write(zeros, at);
        }
        channel.force(true);
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(0, MAGIC).putInt(CAPACITY_AT, capacity);
        while (header.hasRemaining()) {
            channel.write(header, header.position());
        }
        channel.force(true);
        ForcedFolder.of(path);
    }

    int capacity() {
        return capacity;
    }

    SpendOutcome spend(int number, long fingerprint, Optional<LocalDate> lastDay) {
        if (bit(number)) {
            long before = (long) LONGS.getVolatile(memory, fingerprintAt(number));
            return before == fingerprint ? sameVote(number) : SpendOutcome.REPLAY;
        }
        extendTo(lastDay);
        long before = (long) LONGS.compareAndExchange(memory, fingerprintAt(number), 0L, fingerprint);
        if (before == 0) {
            setBit(number);
            force(number);
            return SpendOutcome.FIRST;
        }
        return before == fingerprint ? sameVote(number) : SpendOutcome.REPLAY;
    }

    /** Whoever claimed the number may have died before the pages were forced. */
    private SpendOutcome sameVote(int number) {
        force(number);
        return SpendOutcome.SAME_VOTE;
    }

    boolean spent(int number) {
        return bit(number) || (long) LONGS.getVolatile(memory, fingerprintAt(number)) != 0;
    }

    /** The last day on which any spent code verifies; empty if that is unknown or there is none. */
    Optional<LocalDate> lastDay() {
        long day = (long) LONGS.getVolatile(memory, LAST_DAY_AT);
        return day == 0 || day == NO_END ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    private void extendTo(Optional<LocalDate> lastDay) {
        extendTo(lastDay.map(LocalDate::toEpochDay).orElse(NO_END));
    }

    private void extendTo(long day) {
        long before = (long) LONGS.getVolatile(memory, LAST_DAY_AT);
        while (day > before) {
            long found = (long) LONGS.compareAndExchange(memory, LAST_DAY_AT, before, day);
            if (found == before) {
                return;
            }
            before = found;
        }
    }

    /** Takes over what another device spent; of two fingerprints the smaller one stays, on every device. */
    List<BitmapReplayGuard.DoubleSpend> merge(SpentBitmap other) {
        List<BitmapReplayGuard.DoubleSpend> doubles = new ArrayList<>();
        extendTo((long) LONGS.getVolatile(other.memory, LAST_DAY_AT));
        for (int number = 0; number < other.capacity; number++) {
            if (other.spent(number)) {
                long theirs = (long) LONGS.getVolatile(other.memory, other.fingerprintAt(number));
                takeOver(number, theirs, doubles);
            }
        }
        memory.force();
        return doubles;
    }

    /** Others may be spending the number meanwhile: whatever they claimed is compared, never overwritten unseen. */
    private void takeOver(int number, long theirs, List<BitmapReplayGuard.DoubleSpend> doubles) {
        boolean spentHere = spent(number);
        long ours = (long) LONGS.getVolatile(memory, fingerprintAt(number));
        while (true) {
            boolean same = ours == theirs || (ours == 0 && !spentHere);
            long kept = ours == 0 ? theirs : theirs == 0 ? ours : Math.min(ours, theirs);
            long found = (long) LONGS.compareAndExchange(memory, fingerprintAt(number), ours, kept);
            if (found == ours) {
                setBit(number);
                if (!same) {
                    long dropped = kept == ours ? theirs : ours;
                    doubles.add(new BitmapReplayGuard.DoubleSpend(number, kept, dropped));
                }
                return;
            }
            ours = found;
        }
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
