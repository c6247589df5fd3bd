package vn.sipas.qr.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;

/**
 * A guard in one text file that grows by a line for each spent code: for a counter, a command line, some ten thousand
 * receipts. It needs neither a database nor the secret of the serials, so that an outside verifier can keep one.
 *
 * <p>Version 1: the first line is {@code sipas-spent-ledger 1}, each other line
 * {@code issuer campaign unit serial fingerprint last-day}, with a hyphen for no last day, in ASCII with line feeds. No
 * line says when a code was spent; their order does, so the answers must not be stored in the order of arrival.
 *
 * <p>Threads and processes on one machine may share the file: each call holds a lock on {@code FILE.lock}, reads what
 * others added, decides, and adds its own line. A line is written by one write and, with {@link Durability#POWER_CUT},
 * forced before the outcome is returned. A last line without its line feed is what a killed process left; it was never
 * reported as spent and is cut off. Any other malformed line makes the guard {@link SpendOutcome#UNAVAILABLE}: it never
 * guesses.
 */
public final class LedgerReplayGuard implements ReplayGuard {

    private static final String HEADER = "sipas-spent-ledger 1";
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9][A-Za-z0-9.:/_-]{0,99}) ([0-9]{1,5}) ([0-9]{5,7})"
            + " ([0-9]{1,13}) ([0-9a-f]{16}) (-|[0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final long MAX_BYTES = 1L << 28;
    private static final int MAX_CAMPAIGN = 0xFFFF;

    /** A process loses its locks of a file when it closes any channel of it, so one call at a time holds one. */
    private static final Object LOCKING = new Object();

    private final Path file;
    private final Path lockFile;
    private final Durability durability;
    private final Map<VoteKey, Spent> spent = new LinkedHashMap<>();
    private Optional<Object> fileKey = Optional.empty();
    private long position;

    private LedgerReplayGuard(Path file, Durability durability) {
        this.file = file;
        this.lockFile = file.resolveSibling(file.getFileName() + ".lock");
        this.durability = Objects.requireNonNull(durability, "durability");
    }

    private record Spent(long fingerprint, Optional<LocalDate> lastDay) {}

    /** Something to do while the lock is held. */
    @FunctionalInterface
    private interface Locked<T> {
        T run() throws IOException;
    }

    /**
     * Opens a ledger; the file is made when the first code is spent.
     *
     * @param file the file, in a folder that exists
     * @param durability what a spent code survives
     * @return the guard
     * @throws IOException if the file is no ledger or cannot be read
     */
    public static LedgerReplayGuard open(Path file, Durability durability) throws IOException {
        LedgerReplayGuard guard = new LedgerReplayGuard(file.toAbsolutePath(), durability);
        guard.locked(() -> {
            guard.catchUp();
            return true;
        });
        return guard;
    }

    @Override
    public SpendOutcome spend(VoteKey key, VoteId voteId, Optional<LocalDate> lastDay) {
        long fingerprint = voteId.fingerprint(key);
        try {
            return locked(() -> {
                catchUp();
                Spent before = spent.get(key);
                if (before != null && before.fingerprint() != fingerprint) {
                    return SpendOutcome.REPLAY;
                }
                append(before == null ? line(key, fingerprint, lastDay) : "");
                return before == null ? SpendOutcome.FIRST : SpendOutcome.SAME_VOTE;
            });
        } catch (IOException unavailable) {
            return SpendOutcome.UNAVAILABLE;
        }
    }

    @Override
    public Optional<Boolean> isSpent(VoteKey key) {
        try {
            return locked(() -> {
                catchUp();
                return Optional.of(spent.containsKey(key));
            });
        } catch (IOException unavailable) {
            return Optional.empty();
        }
    }

    /**
     * Removes codes that no longer verify: the file is written anew and takes the place of the old one in one step.
     *
     * @param today the day
     * @return how many were removed
     * @throws IOException if the file cannot be read or written; then it is as it was
     */
    public int purge(LocalDate today) throws IOException {
        return locked(() -> {
            catchUp();
            StringBuilder kept = new StringBuilder(HEADER + "\n");
            int removed = 0;
            for (Map.Entry<VoteKey, Spent> entry : spent.entrySet()) {
                Optional<LocalDate> lastDay = entry.getValue().lastDay();
                if (lastDay.map(today::isAfter).orElse(false)) {
                    removed++;
                } else {
                    kept.append(line(entry.getKey(), entry.getValue().fingerprint(), lastDay));
                }
            }
            if (removed > 0) {
                replace(kept.toString());
            }
            return removed;
        });
    }

    private void replace(String content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                write(channel, content);
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            ForcedFolder.of(file);
        } finally {
            Files.deleteIfExists(temporary);
        }
        catchUp();
    }

    private <T> T locked(Locked<T> task) throws IOException {
        synchronized (LOCKING) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException("no lock on " + lockFile);
                }
                return task.run();
            } catch (OverlappingFileLockException elsewhere) {
                throw new IOException("another class loader of this process holds the ledger", elsewhere);
            }
        }
    }

    /** Reads what was added since the last time; everything if the file was written anew. */
    private void catchUp() throws IOException {
        if (!Files.exists(file)) {
            forget();
            return;
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Optional<Object> key = Optional.ofNullable(attributes.fileKey());
        if (!key.equals(fileKey) || attributes.size() < position) {
            forget();
            fileKey = key;
        }
        if (attributes.size() > MAX_BYTES) {
            throw new IOException(file + " is longer than " + MAX_BYTES + " bytes");
        }
        if (attributes.size() == position) {
            return;
        }
        byte[] added = new byte[(int) (attributes.size() - position)];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(added);
            while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
                Thread.onSpinWait();
            }
            int end = lastLineFeed(added) + 1;
            String text = new String(added, 0, end, StandardCharsets.US_ASCII);
            boolean first = position == 0;
            for (String line : text.lines().toList()) {
                read(line, first);
                first = false;
            }
            if (end < added.length) {
                if (position + end == 0 && !HEADER.startsWith(new String(added, StandardCharsets.US_ASCII))) {
                    throw new IOException(file + " is not a spent ledger of version 1");
                }
                channel.truncate(position + end);
            }
            position += end;
        }
    }

    private void forget() {
        spent.clear();
        position = 0;
        fileKey = Optional.empty();
    }

    private void read(String line, boolean first) throws IOException {
        if (first) {
            if (!line.equals(HEADER)) {
                throw new IOException(file + " is not a spent ledger of version 1");
            }
            return;
        }
        Matcher matcher = LINE.matcher(line);
        try {
            if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > MAX_CAMPAIGN) {
                throw new IOException(file + " has a malformed line");
            }
            VoteKey key = new VoteKey(
                    IssuerId.of(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    UnitNumber.of(Integer.parseInt(matcher.group(3))),
                    Long.parseLong(matcher.group(4)));
            Optional<LocalDate> lastDay =
                    matcher.group(6).equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(matcher.group(6)));
            spent.putIfAbsent(key, new Spent(HexFormat.fromHexDigitsToLong(matcher.group(5)), lastDay));
        } catch (IllegalArgumentException | DateTimeParseException outOfRange) {
            throw new IOException(file + " has a malformed line", outOfRange);
        }
    }

    /** Adds a line, or nothing; what another process added before it died is forced as well. */
    private void append(String line) throws IOException {
        boolean made = position == 0;
        if (made && line.isEmpty()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(position);
            write(channel, made ? HEADER + "\n" + line : line);
            if (durability == Durability.POWER_CUT) {
                channel.force(true);
            }
        }
        if (made && durability == Durability.POWER_CUT) {
            ForcedFolder.of(file);
        }
        catchUp();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String line(VoteKey key, long fingerprint, Optional<LocalDate> lastDay) {
        return String.format(
                Locale.ROOT,
                "%s %d %s %d %016x %s\n",
                key.issuer(),
                key.campaign(),
                key.unit(),
                key.serial(),
                fingerprint,
                lastDay.map(LocalDate::toString).orElse("-"));
    }

    private static int lastLineFeed(byte[] bytes) {
        int at = bytes.length - 1;
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at;
    }
}
