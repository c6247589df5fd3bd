package vn.sipas.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a batch, which appears when the batch is complete. Until then the work lies beside it in
 * {@code .NAME.part}, and {@code .NAME.order} notes the day and the order, so that the same command goes on with the same
 * bytes and another command does not mix its codes in. A folder that is there with files in it is worked in directly: the
 * same batch is found complete, or completed; another one is refused.
 */
final class QrBatchFolder implements AutoCloseable {

    private final Path target;
    private final Path working;
    private final Path note;

    private QrBatchFolder(Path target, Path working, Path note) {
        this.target = target;
        this.working = working;
        this.note = note;
    }

    static QrBatchFolder at(Path out) throws IOException {
        Path target = out.toAbsolutePath().normalize();
        Path name = target.getFileName();
        if (name == null || (Files.exists(target) && !Files.isDirectory(target))) {
            throw new FileAlreadyExistsException(out.toString(), null, "it must be a folder");
        }
        Path note = target.resolveSibling("." + name + ".order");
        return new QrBatchFolder(target, used(target) ? target : target.resolveSibling("." + name + ".part"), note);
    }

    private static boolean used(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    /** Where the files go for now. */
    Path working() {
        return working;
    }

    /** The day on which an interrupted run of this batch began. */
    Optional<LocalDate> startDay() {
        try {
            List<String> before = noted();
            return before.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(before.get(0)));
        } catch (IOException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Notes what is being made; refuses to go on with something else. */
    void start(LocalDate day, String order) throws IOException {
        if (working.equals(target)) {
            return;
        }
        List<String> wanted = List.of(day.toString(), sha256(order));
        if (noted().equals(wanted)) {
            return;
        }
        if (used(working)) {
            throw new FileAlreadyExistsException(
                    working.toString(), null, "an unfinished batch of another order; repeat that order or delete it");
        }
        Files.createDirectories(working);
        Path temporary = note.resolveSibling(note.getFileName() + ".tmp");
        Files.write(temporary, wanted);
        Files.move(temporary, note, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Lets the folder appear. */
    void finish() throws IOException {
        if (!working.equals(target)) {
            Files.move(working, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Leaves nothing behind if the batch is complete or not a single code was made. */
    @Override
    public void close() throws IOException {
        if (!working.equals(target) && !used(working)) {
            Files.deleteIfExists(working);
            Files.deleteIfExists(note);
        }
    }

    private List<String> noted() throws IOException {
        return used(working) && !working.equals(target) && Files.exists(note) ? Files.readAllLines(note) : List.of();
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
