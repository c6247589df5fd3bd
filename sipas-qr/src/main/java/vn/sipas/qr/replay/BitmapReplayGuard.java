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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.SerialPermutation;

/**
 * A guard without a database, exact and offline: a folder with one bitmap for each campaign and unit, indexed by the
 * running number behind the public serial.
 *
 * <p>Threads and processes on one machine may share the folder. Machines each have their own; {@link #merge} brings them
 * together by OR and reports what was spent twice. Between merges a code can be spent once on each machine: bind a
 * receipt to its unit and let one machine of the unit accept it, and the sets are disjoint. {@link #purge} deletes the
 * files whose codes have all expired. What is written in which order, and what a power cut leaves, is said at
 * {@link Durability} and in {@code SpentBitmap}; the files are 8.125 bytes a number long and need a local file system.
 */
public final class BitmapReplayGuard implements ReplayGuard {

    /** The capacity if nothing else is said: as many receipts of one unit in one campaign. */
    public static final int DEFAULT_CAPACITY = 1 << 16;

    private static final Pattern FILE_NAME = Pattern.compile("spent-[0-9]{1,5}-[0-9]{5,7}\\.bitmap");

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
     * @param keptFingerprint the fingerprint of the vote that counts, the smaller one of those that are known
     * @param droppedFingerprint the fingerprint of the vote that does not count, 0 if it is not known
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
        SpentBitmap.requireCapacity(capacity);
        Files.createDirectories(folder);
        return new BitmapReplayGuard(folder, issuer, serials, capacity, durability);
    }

    @Override
    public SpendOutcome spend(VoteKey key, VoteId voteId, Optional<LocalDate> lastDay) {
        try {
            SpentBitmap bitmap = bitmap(key.campaign(), key.unit());
            long number = number(key);
            return number < bitmap.capacity()
                    ? bitmap.spend((int) number, voteId.fingerprint(key), lastDay)
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
     * @throws IOException if a file cannot be read, or the other file has a larger capacity than this one; then nothing
     *     was taken over
     */
    public List<DoubleSpend> merge(Path otherFolder, int campaign, UnitNumber unit) throws IOException {
        Path theirs = otherFolder.resolve(fileName(campaign, unit));
        if (!Files.exists(theirs)) {
            return List.of();
        }
        try {
            SpentBitmap other = SpentBitmap.open(theirs, capacity, durability);
            SpentBitmap ours = bitmap(campaign, unit);
            if (other.capacity() > ours.capacity()) {
                throw new IOException(theirs + " has a capacity of " + other.capacity() + ", here it is "
                        + ours.capacity() + ": merge the other way round");
            }
            return ours.merge(other);
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

    /**
     * Deletes the files of which every spent code has expired. A file that holds a code without an end, or of which that
     * is not known, stays. No other process may have the folder open meanwhile.
     *
     * @param today the day
     * @return how many files were deleted
     * @throws IOException if a file cannot be read or deleted
     */
    public int purge(LocalDate today) throws IOException {
        int deleted = 0;
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> FILE_NAME
                            .matcher(String.valueOf(file.getFileName()))
                            .matches())
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Optional<LocalDate> last =
                    SpentBitmap.open(file, capacity, durability).lastDay();
            if (last.isPresent() && today.isAfter(last.get())) {
                open.remove(String.valueOf(file.getFileName()));
                Files.delete(file);
                deleted++;
            }
        }
        return deleted;
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
