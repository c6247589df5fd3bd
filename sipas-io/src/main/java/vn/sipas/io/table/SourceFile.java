package vn.sipas.io.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named input that can be opened again and again: a file, or bytes in memory. Immutable and safe for use by several
 * threads.
 */
public final class SourceFile {

    private final String name;
    private final @Nullable Path path;
    private final byte[] bytes;

    private SourceFile(String name, @Nullable Path path, byte[] bytes) {
        this.name = name;
        this.path = path;
        this.bytes = bytes;
    }

    /**
     * Names a file by its path. Nothing is opened yet.
     *
     * @param path the file
     * @return the input, named by the path as given
     */
    public static SourceFile of(Path path) {
        return new SourceFile(path.toString(), path, new byte[0]);
    }

    /**
     * Names a file by something else than its path, such as a temporary file by what it was unpacked from.
     *
     * @param name what reports and problems call it, not blank
     * @param path the file
     * @return the input
     */
    public static SourceFile of(String name, Path path) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        return new SourceFile(name, Objects.requireNonNull(path, "path"), new byte[0]);
    }

    /**
     * Wraps bytes, such as an upload.
     *
     * @param name what reports and problems call it, not blank
     * @param content the bytes, which are copied
     * @return the input
     */
    public static SourceFile of(String name, byte[] content) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        return new SourceFile(name, null, content.clone());
    }

    /**
     * Returns what reports and problems call the input.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the path.
     *
     * @return the path, empty for bytes in memory
     */
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /**
     * Returns the size.
     *
     * @return the number of bytes
     * @throws IOException if the file cannot be looked at
     */
    public long size() throws IOException {
        return path == null ? bytes.length : Files.size(path);
    }

    /**
     * Opens the input at its start.
     *
     * @return the stream, which the caller closes
     * @throws IOException if the file cannot be opened
     */
    public InputStream open() throws IOException {
        return path == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(path);
    }

    /**
     * Reads the start of the input.
     *
     * @param most the greatest number of bytes wanted, at least 0
     * @return the first bytes, fewer than wanted only if the input is shorter
     * @throws IOException if the file cannot be read
     */
    public byte[] head(int most) throws IOException {
        try (InputStream stream = open()) {
            return stream.readNBytes(most);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file
                && name.equals(file.name)
                && Objects.equals(path, file.path)
                && Arrays.equals(bytes, file.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, path);
    }

    /**
     * Returns the name.
     *
     * @return the name
     */
    @Override
    public String toString() {
        return name;
    }
}
