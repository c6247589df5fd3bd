package vn.sipas.io.xlsx;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;

/**
 * The parts of a workbook's archive, by name and within limits. Declared sizes are never believed: what counts is what
 * comes out of the decompression.
 */
final class PackageParts implements AutoCloseable {

    /** Small parts may inflate as they like; they cost nothing. */
    private static final long UNSUSPICIOUS = 16L << 20;

    private static final int OLE2_SCAN = 1 << 20;

    private final ZipFile archive;
    private final @Nullable Path temporary;
    private final Map<String, ZipEntry> entries;
    private final SourceLimits limits;
    private final long fileSize;
    private long inflated;
    private long stored;

    private PackageParts(
            ZipFile archive,
            @Nullable Path temporary,
            Map<String, ZipEntry> entries,
            SourceLimits limits,
            long fileSize) {
        this.archive = archive;
        this.temporary = temporary;
        this.entries = entries;
        this.limits = limits;
        this.fileSize = fileSize;
    }

    static Checked<PackageParts> open(SourceFile file, SourceLimits limits) throws IOException {
        Place place = Place.in(file.name());
        byte[] start = file.head(8);
        if (!startsWith(start, 'P', 'K', 3, 4)) {
            return Checked.refused(Problem.of(kindOfStranger(file, start), place));
        }
        Path temporary = file.path().isPresent() ? null : copied(file);
        Path path = temporary == null ? file.path().orElseThrow() : temporary;
        boolean opened = false;
        try {
            long size = Files.size(path);
            ZipFile archive = new ZipFile(path.toFile());
            Checked<PackageParts> parts = checked(archive, temporary, limits, place, size);
            opened = parts.value().isPresent();
            if (!opened) {
                archive.close();
            }
            return parts;
        } catch (ZipException | EOFException damaged) {
            return Checked.refused(Problem.of(XlsxProblem.BROKEN_ARCHIVE, place));
        } finally {
            if (!opened) {
                remove(temporary);
            }
        }
    }

    private static Checked<PackageParts> checked(
            ZipFile archive, @Nullable Path temporary, SourceLimits limits, Place place, long size) {
        if (archive.size() > limits.entries()) {
            return Checked.refused(Problem.of(XlsxProblem.TOO_MANY_PARTS, place, "limit", limits.entries()));
        }
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        try {
            Enumeration<? extends ZipEntry> all = archive.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                if (entries.put(key(entry.getName()), entry) != null) {
                    return Checked.refused(
                            Problem.of(XlsxProblem.REPEATED_PART, place, "part", shown(entry.getName())));
                }
            }
        } catch (IllegalArgumentException malformedName) {
            // That is how the JDK says that the name of an entry is not UTF-8.
            return Checked.refused(Problem.of(XlsxProblem.BROKEN_ARCHIVE, place));
        }
        if (entries.containsKey("content.xml") && entries.containsKey("mimetype")) {
            return Checked.refused(Problem.of(XlsxProblem.OTHER_FORMAT, place, "format", "OpenDocument"));
        }
        return Checked.of(new PackageParts(archive, temporary, entries, limits, size));
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /**
     * Opens a part.
     *
     * @return its content, empty if there is no such part
     */
    Optional<InputStream> stream(String part) throws IOException {
        ZipEntry entry = entries.get(key(part));
        return entry == null ? Optional.empty() : Optional.of(new Part(archive.getInputStream(entry), entry));
    }

    /** Returns how much of the archive has been read, about. */
    long bytesRead() {
        return Math.min(fileSize, stored);
    }

    @Override
    public void close() throws IOException {
        archive.close();
        remove(temporary);
    }

    /** Names are compared as Office does: whatever the case, with or without a slash in front. */
    private static String key(String name) {
        String relative = name.startsWith("/") ? name.substring(1) : name;
        return relative.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    static String shown(String part) {
        String printable = part.replaceAll("[^\\p{L}\\p{N}._/\\[\\] -]", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80);
    }

    private static XlsxProblem kindOfStranger(SourceFile file, byte[] start) throws IOException {
        if (!startsWith(start, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            return XlsxProblem.NOT_A_WORKBOOK;
        }
        // The directory of the compound file names its streams in UTF-16.
        String content = new String(file.head(OLE2_SCAN), StandardCharsets.ISO_8859_1);
        String encrypted =
                new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return content.contains(encrypted) ? XlsxProblem.ENCRYPTED : XlsxProblem.OLD_FORMAT;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static Path copied(SourceFile file) throws IOException {
        Path copy = Files.createTempFile("sipas-", ".xlsx");
        try (InputStream content = file.open()) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private static void remove(@Nullable Path temporary) throws IOException {
        if (temporary != null) {
            Files.deleteIfExists(temporary);
        }
    }

    /** Counts what comes out of one part and of all parts together. */
    private final class Part extends FilterInputStream {

        private final String name;
        private final long size;
        private final long storedSize;
        private long out;

        Part(InputStream content, ZipEntry entry) {
            super(content);
            this.name = shown(entry.getName());
            this.size = Math.max(1, entry.getSize());
            this.storedSize = Math.max(1, Math.min(fileSize, entry.getCompressedSize()));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = in.read(target, from, length);
            if (count > 0) {
                long before = storedSoFar();
                out += count;
                stored += storedSoFar() - before;
                inflated += count;
                if (inflated > limits.inflatedBytes()) {
                    throw new InflationException(name, limits.inflatedBytes() + " B");
                }
                if (out > UNSUSPICIOUS && out / storedSize > limits.inflation()) {
                    throw new InflationException(name, limits.inflation() + " : 1");
                }
            }
            return count;
        }

        private long storedSoFar() {
            return (long) (storedSize * Math.min(1.0, (double) out / size));
        }
    }
}
