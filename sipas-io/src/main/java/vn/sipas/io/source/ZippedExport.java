package vn.sipas.io.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;

/**
 * An export that was downloaded as an archive: one table, or the submissions of ODK Central with the tables of their
 * repeats. Attached files are passed over. The tables are unpacked into temporary files, which closing removes, within the
 * limits on the number of entries, the inflated size and its ratio to the stored size.
 *
 * @param main the table of submissions
 * @param companions the tables of repeats
 * @param unpacked the temporary files
 */
record ZippedExport(SourceFile main, List<SourceFile> companions, List<Path> unpacked) implements AutoCloseable {

    private static final Set<String> TABLES = Set.of("csv", "tsv", "json", "ndjson");
    /** Every archive that is a workbook has this entry. */
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    /** So much may come out of any archive. */
    private static final long UNSUSPICIOUS = 1 << 20;

    ZippedExport {
        companions = List.copyOf(companions);
        unpacked = List.copyOf(unpacked);
    }

    /** Unpacks an archive of tables; empty for anything else, which other readers judge. */
    static Optional<Checked<ZippedExport>> of(SourceFile file, SourceLimits limits) throws IOException {
        byte[] head = file.head(4);
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K' || head[2] != 3 || head[3] != 4) {
            return Optional.empty();
        }
        List<SourceFile> tables = new ArrayList<>();
        List<Path> unpacked = new ArrayList<>();
        boolean kept = false;
        try {
            Optional<Problem> refusal = unpack(file, limits, tables, unpacked);
            if (refusal.isPresent()) {
                return Optional.of(Checked.refused(refusal.get()));
            }
            if (tables.isEmpty()) {
                return Optional.empty();
            }
            Optional<SourceFile> main = main(tables);
            if (main.isEmpty()) {
                return Optional.of(Checked.refused(
                        Problem.of(SourceProblem.SEVERAL_TABLES, Place.in(file.name()), "tables", tables.size())));
            }
            tables.remove(main.get());
            kept = true;
            return Optional.of(Checked.of(new ZippedExport(main.get(), tables, unpacked)));
        } catch (ZipException | IllegalArgumentException broken) {
            // A broken archive, or one whose names are in no known encoding; readers of workbooks say what is wrong.
            return Optional.empty();
        } finally {
            if (!kept) {
                remove(unpacked);
            }
        }
    }

    /** Unpacks the tables; leaves none of a workbook. */
    private static Optional<Problem> unpack(
            SourceFile file, SourceLimits limits, List<SourceFile> tables, List<Path> unpacked) throws IOException {
        long ratio = limits.inflation();
        long size = file.size();
        long suspicious = size > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : ratio * size;
        long most = Math.min(limits.inflatedBytes(), Math.max(UNSUSPICIOUS, suspicious));
        long inflated = 0;
        int entries = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream stored = file.open();
                ZipInputStream archive = new ZipInputStream(stored)) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                entries++;
                if (entry.getName().equals(CONTENT_TYPES)) {
                    tables.clear();
                    return Optional.empty();
                }
                if (entries > limits.entries()) {
                    return Optional.of(tooLarge(file));
                }
                boolean table = isTable(entry);
                Path target = table ? Files.createTempFile("sipas-", ".table") : null;
                if (target != null) {
                    unpacked.add(target);
                    tables.add(SourceFile.of(file.name() + "!" + last(entry.getName()), target));
                }
                try (OutputStream output =
                        target == null ? OutputStream.nullOutputStream() : Files.newOutputStream(target)) {
                    for (int count = archive.read(buffer); count >= 0; count = archive.read(buffer)) {
                        inflated += count;
                        if (inflated > most) {
                            return Optional.of(tooLarge(file));
                        }
                        output.write(buffer, 0, count);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Problem tooLarge(SourceFile file) {
        return Problem.of(SourceProblem.ARCHIVE_TOO_LARGE, Place.in(file.name()));
    }

    private static boolean isTable(ZipEntry entry) {
        String name = last(entry.getName());
        int dot = name.lastIndexOf('.');
        return !entry.isDirectory()
                && !entry.getName().startsWith("__MACOSX/")
                && !entry.getName().startsWith("media/")
                && dot > 0
                && TABLES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String last(String entry) {
        return entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1);
    }

    /** The only table, or the one whose name all others carry with a hyphen and the name of a repeat behind. */
    private static Optional<SourceFile> main(List<SourceFile> tables) {
        if (tables.size() == 1) {
            return Optional.of(tables.get(0));
        }
        return tables.stream()
                .filter(table -> tables.stream()
                        .allMatch(other -> other.equals(table) || other.name().startsWith(stem(table.name()) + "-")))
                .findFirst();
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static void remove(List<Path> unpacked) throws IOException {
        for (Path path : unpacked) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() throws IOException {
        remove(unpacked);
    }
}
