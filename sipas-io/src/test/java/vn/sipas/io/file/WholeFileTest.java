package vn.sipas.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path directory;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void appearsOnCommitAndReplaces() throws IOException {
        Path target = directory.resolve("kết quả.csv");
        Files.writeString(target, "old");
        try (WholeFile file = WholeFile.at(target)) {
            file.output().write("new".getBytes(StandardCharsets.UTF_8));
            file.output().flush();
            assertEquals("old", Files.readString(target));
            file.commit();
        }
        assertEquals("new", Files.readString(target));
        assertEquals(List.of("kết quả.csv"), names());
    }

    @Test
    void leavesNoTraceWithoutCommit() throws IOException {
        Path target = directory.resolve("a.csv");
        assertThrows(IllegalStateException.class, () -> {
            try (WholeFile file = WholeFile.at(target)) {
                file.output().write(new byte[100_000]);
                throw new IllegalStateException("the writer failed");
            }
        });
        assertEquals(List.of(), names());
    }

    @Test
    void aWriterThatClosesItsStreamDoesNotCommit() throws IOException {
        Path target = directory.resolve("a.csv");
        try (WholeFile file = WholeFile.at(target)) {
            file.output().write('x');
            file.output().close();
            assertEquals(false, Files.exists(target));
            file.commit();
            assertThrows(IllegalStateException.class, file::commit);
        }
        assertEquals("x", Files.readString(target));
    }

    @Test
    void refusesAMissingDirectoryAndADirectoryAsTarget() {
        assertThrows(IOException.class, () -> WholeFile.write(directory.resolve("none/a.csv"), "x"));
        assertThrows(IOException.class, () -> WholeFile.write(directory, "x"));
    }

    @Test
    void aNameAsLongAsTheSystemAllowsIsNoObstacle() throws IOException {
        // 85 letters of three bytes each, the most that common file systems take
        Path target = directory.resolve("ệ".repeat(85));
        WholeFile.write(target, "x");
        assertEquals("x", Files.readString(target));
    }

    @Test
    void aSymbolicLinkStaysOne() throws IOException {
        Path target = Files.writeString(directory.resolve("2026-11.csv"), "old");
        Path link = directory.resolve("latest.csv");
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException | FileSystemException unsupported) {
            assumeTrue(false, "no symbolic links here");
        }
        WholeFile.write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
        assertEquals(List.of("2026-11.csv", "latest.csv"), names());
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNamed() throws IOException {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"), "no permissions here");
        Path closed = Files.createDirectory(directory.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        Path target = closed.resolve("a.csv");
        if (Files.isWritable(closed)) {
            // An administrator may write everywhere.
            WholeFile.write(target, "x");
            assertEquals("x", Files.readString(target));
            return;
        }
        AccessDeniedException denied = assertThrows(AccessDeniedException.class, () -> WholeFile.write(target, "x"));
        assertEquals(target.toString(), denied.getFile());
        assertTrue(String.valueOf(denied.getReason()).contains(closed.toString()));
    }

    @Test
    void hasThePermissionsOfAPlainNewFile() throws IOException {
        Path plain = Files.writeString(directory.resolve("plain"), "x");
        Path whole = directory.resolve("whole");
        WholeFile.write(whole, "x");
        if (Files.getFileStore(plain).supportsFileAttributeView("posix")) {
            assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(whole));
        }
    }
}
