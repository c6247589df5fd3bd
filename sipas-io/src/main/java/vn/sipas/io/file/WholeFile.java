package vn.sipas.io.file;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that appears whole or not at all.
 *
 * <p>The content goes to a new file beside the target; {@link #commit()} forces it to the disk and moves it onto the
 * target in one step. Closed without a commit, it leaves no trace, and an earlier file of that name stays as it was:
 *
 * <pre>{@code
 * try (WholeFile file = WholeFile.at(target)) {
 *     writer.write(rows, file.output());
 *     file.commit();
 * }
 * }</pre>
 *
 * <p>A symbolic link stays one: the file that it leads to is replaced. Not safe for use by several threads.
 */
public final class WholeFile implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream output;
    private boolean committed;

    private WholeFile(Path target, Path part) throws IOException {
        this.target = target;
        this.part = part;
        this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
        this.output = new BufferedOutputStream(new Unclosable(Channels.newOutputStream(channel)), 1 << 16);
    }

    /**
     * Starts a file. Its directory must exist.
     *
     * @param target where the file appears
     * @return the file, open for writing
     * @throws NoSuchFileException if the directory does not exist
     * @throws AccessDeniedException if no file may be made in the directory
     * @throws IOException if the target is a directory, or no file can be made for another reason
     */
    public static WholeFile at(Path target) throws IOException {
        Path absolute = Objects.requireNonNull(target, "target").toAbsolutePath();
        if (Files.isSymbolicLink(absolute) && Files.exists(absolute)) {
            absolute = absolute.toRealPath();
        }
        Path directory = absolute.getParent();
        if (directory == null || Files.isDirectory(absolute)) {
            throw new IOException(target + " is a directory");
        }
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        try {
            // a short name: with that of the target in it, a long one would not fit
            return new WholeFile(absolute, Files.createTempFile(directory, ".sipas-", ".part"));
        } catch (AccessDeniedException denied) {
            AccessDeniedException clear =
                    new AccessDeniedException(target.toString(), null, "no file may be made in " + directory);
            clear.initCause(denied);
            throw clear;
        }
    }

    /**
     * Writes a text in UTF-8.
     *
     * @param target where the file appears
     * @param text the whole content
     * @throws IOException if writing fails
     */
    public static void write(Path target, String text) throws IOException {
        try (WholeFile file = at(target)) {
            file.output().write(text.getBytes(StandardCharsets.UTF_8));
            file.commit();
        }
    }

    /**
     * Returns where the content goes. Closing this stream flushes it and nothing more.
     *
     * @return the stream, buffered
     */
    public OutputStream output() {
        return output;
    }

    /**
     * Makes the file appear, replacing an earlier one of that name.
     *
     * @throws IOException if the content cannot be stored; then nothing appears
     * @throws IllegalStateException if it has been committed before
     */
    public void commit() throws IOException {
        if (committed) {
            throw new IllegalStateException(target + " has been committed");
        }
        output.flush();
        channel.force(true);
        channel.close();
        readableLikeAnyNewFile();
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        committed = true;
    }

    /** Temporary files are private; the target gets the permissions that a plain new file would have had. */
    private void readableLikeAnyNewFile() throws IOException {
        if (!Files.getFileStore(part).supportsFileAttributeView("posix")) {
            return;
        }
        Path probe = part.resolveSibling(part.getFileName() + "-mode");
        try {
            Files.createFile(probe);
            Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(probe));
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /**
     * Ends writing; without an earlier {@link #commit()} the content is dropped.
     *
     * @throws IOException if the unfinished file cannot be removed
     */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            if (!committed) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** Passes everything on but the end, so that writers which close their stream do not close the file. */
    private static final class Unclosable extends FilterOutputStream {

        Unclosable(OutputStream output) {
            super(output);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
