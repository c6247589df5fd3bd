package vn.sipas.qr.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.SerialPermutation;

/**
 * A guard without a database, exact and offline: a folder with one bitmap for each campaign and unit, indexed by the
 * running number behind the public serial.
 *
 * <p>Threads and processes on one machine may share the folder. Machines each have their own; {@link #merge} brings them
 * together by OR and reports what was spent twice. Between merges a code can be spent once on each machine: bind a
 * receipt to its unit and let one machine of the unit accept it, and the sets are disjoint. Files are purged by deleting
 * those of campaigns whose codes have all expired.
 */
public final class BitmapReplayGuard implements ReplayGuard {

    /** The capacity if nothing else is said: as many receipts of one unit in one campaign. */
    public static final int DEFAULT_CAPACITY = 1 << 16;

    private final Path folder;
    private final IssuerId issuer;
    private final SerialPermutation serials;
    private final int capacity;
    private final Durability durability;
    private final ConcurrentMap<String, SpentBitmap> open = new ConcurrentHashMap<>();

    private BitmapReplayGuard(
            Path folder, IssuerId issuer, SerialPermutation serials, int capacity, Durability durability) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.issuer = Objects.requireNonNull(issuer, "issuer");
        this.serials = Objects.requireNonNull(serials, "serials");
        this.capacity = capacity;
        this.durability = Objects.requireNonNull(durability, "durability");
    }

    /**
     * Something that was spent on two machines.
     *
     * @param number the running number
     * @param keptFingerprint the fingerprint of the vote that counts, the smaller one
     * @param droppedFingerprint the fingerprint of the vote that does not count
     */
    public record DoubleSpend(long number, long keptFingerprint, long droppedFingerprint) {}

    /**
     * Opens the guard of a folder.
     *
     * @param folder the folder; made if it is missing
     * @param issuer the issuer whose codes are spent
     * @param serials the permutation that numbered the receipts
     * @param capacity the running numbers of a new bitmap, a multiple of 64 in [64, 2²⁷]; existing ones keep theirs
     * @param durability what a spent code survives
     * @return the guard
     * @throws IOException if the folder cannot be made
     */
    public static BitmapReplayGuard open(
            Path folder, IssuerId issuer, SerialPermutation serials, int capacity, Durability durability)
            throws IOException {
        if (capacity < 64 || capacity > 1 << 27 || capacity % 64 != 0) {
            throw new IllegalArgumentException(
                    "capacity must be a multiple of 64 in [64, " + (1 << 27) + "], was " + capacity);
        }
        Files.createDirectories(folder);
        return new BitmapReplayGuard(folder, issuer, serials, capacity, durability);
    }

    @Override
    public SpendOutcome spend(VoteKey key, VoteId voteId, Optional<LocalDate> lastDay) {
        try {
            SpentBitmap bitmap = bitmap(key.campaign(), key.unit());
            long number = number(key);
            return number < bitmap.capacity()
                    ? bitmap.spend((int) number, voteId.fingerprint(key))
                    : SpendOutcome.UNAVAILABLE;
        } catch (UncheckedIOException unavailable) {
            return SpendOutcome.UNAVAILABLE;
        }
    }

    @Override
    public Optional<Boolean> isSpent(VoteKey key) {
        try {
            if (!Files.exists(file(key.campaign(), key.unit()))) {
                return Optional.of(false);
            }
            SpentBitmap bitmap = bitmap(key.campaign(), key.unit());
            long number = number(key);
            return number < bitmap.capacity() ? Optional.of(bitmap.spent((int) number)) : Optional.empty();
        } catch (UncheckedIOException unavailable) {
            return Optional.empty();
        }
    }

    /**
     * Takes over what another machine spent for one campaign and unit.
     *
     * @param otherFolder the folder of the other machine, or a copy of it
     * @param campaign the campaign
     * @param unit the unit
     * @return what was spent on both, by ascending number; empty if the other machine spent nothing
     * @throws IOException if a file cannot be read
     */
    public List<DoubleSpend> merge(Path otherFolder, int campaign, UnitNumber unit) throws IOException {
        Path theirs = otherFolder.resolve(fileName(campaign, unit));
        if (!Files.exists(theirs)) {
            return List.of();
        }
        try {
            return bitmap(campaign, unit).merge(SpentBitmap.open(theirs, capacity, durability));
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
    }

    /**
     * Returns the spent running numbers of one campaign and unit.
     *
     * @param campaign the campaign
     * @param unit the unit
     * @return the numbers in ascending order
     * @throws IOException if the file cannot be read
     */
    public List<Long> spentNumbers(int campaign, UnitNumber unit) throws IOException {
        List<Long> numbers = new ArrayList<>();
        if (!Files.exists(file(campaign, unit))) {
            return numbers;
        }
        try {
            SpentBitmap bitmap = bitmap(campaign, unit);
            for (int number = 0; number < bitmap.capacity(); number++) {
                if (bitmap.spent(number)) {
                    numbers.add((long) number);
                }
            }
            return numbers;
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
    }

    private long number(VoteKey key) {
        if (!key.issuer().equals(issuer)) {
            throw new IllegalArgumentException("key must be of issuer " + issuer + ", was of " + key.issuer());
        }
        return serials.runningNumber(key.campaign(), key.unit(), key.serial());
    }

    private SpentBitmap bitmap(int campaign, UnitNumber unit) {
        return open.computeIfAbsent(fileName(campaign, unit), name -> {
            try {
                return SpentBitmap.open(folder.resolve(name), capacity, durability);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private Path file(int campaign, UnitNumber unit) {
        return folder.resolve(fileName(campaign, unit));
    }

    private static String fileName(int campaign, UnitNumber unit) {
        return String.format(Locale.ROOT, "spent-%d-%s.bitmap", campaign, unit);
    }
}
