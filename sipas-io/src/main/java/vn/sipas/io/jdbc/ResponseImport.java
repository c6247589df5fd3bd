package vn.sipas.io.jdbc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.ReadReport;
import vn.sipas.io.progress.CountedInput;
import vn.sipas.io.source.ImportSink;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.table.ProgressListener;

/**
 * Brings a file of responses, or the export of a survey tool, into a {@link ResponseStore}, every row exactly once, however
 * often it is tried.
 *
 * <p>The content is known by its SHA-256. How many of its responses are stored is written in the same transaction as the
 * responses themselves; a process that is killed between, or in the middle of, two transactions leaves both or neither. The
 * next run reads the file again, passes over what is stored and goes on behind it. A content that was imported completely is
 * not read again, under whatever file name. Of two processes that import the same content at once, one stops with
 * {@link JdbcProblem#IMPORT_ELSEWHERE}.
 *
 * <p>Two contents may overlap, such as the exports of two days: a response that comes again replaces the stored one by its
 * id.
 *
 * <p>Immutable and as safe for use by several threads as the data source.
 */
public final class ResponseImport {

    private final ResponseStore store;
    private final String reading;
    private final Source input;
    private final int batch;
    private final ProgressListener progress;

    /** Where responses come from: a stream or the export of a survey tool. */
    @FunctionalInterface
    private interface Source {
        /** Reads a file into a run and tells the digest of what it read. */
        Checked<Read> read(Path file, ImportRun run, ProgressListener progress) throws IOException, SQLException;
    }

    /**
     * A file that was read to its end.
     *
     * @param rows the account of its rows
     * @param content the digest of its bytes
     */
    private record Read(ReadReport rows, MessageDigest content) {}

    private ResponseImport(ResponseStore store, String reading, Source input, int batch, ProgressListener progress) {
        this.store = store;
        this.reading = reading;
        this.input = input;
        this.batch = batch;
        this.progress = progress;
    }

    /**
     * Makes an import in transactions of 1,000 responses.
     *
     * @param store where the responses go; the schema must exist, see {@link SipasDatabase#migrate()}
     * @param reading the host's name of how the file is read, 1 to 200 characters, such as the name and version of a mapping;
     *     the same file read under another name is imported again and replaces by id
     * @param input reads the file
     * @return the import
     */
    public static ResponseImport into(ResponseStore store, String reading, ResponseInput input) {
        Objects.requireNonNull(input, "input");
        return into(store, reading, (file, run, progress) -> ofStream(input, file, run, progress));
    }

    /**
     * Makes an import of exports of any tool, tables and workbooks included, in transactions of 1,000 responses. The mapping
     * belongs to the options of the survey import: one that is proposed anew could read the rows otherwise next time, and
     * the ids of the responses come from the column that it names. A file of counts is refused.
     *
     * @param store where the responses go; the schema must exist, see {@link SipasDatabase#migrate()}
     * @param reading the host's name of how the file is read, 1 to 200 characters, such as the name and version of the mapping;
     *     the same file read under another name is imported again and replaces by id
     * @param imports reads the file
     * @return the import
     */
    public static ResponseImport into(ResponseStore store, String reading, SurveyImport imports) {
        return into(store, reading, imports, (response, row) -> {});
    }

    /**
     * Makes an import of exports of any tool that lets a host keep more than the responses, such as the raw rows for audit
     * ({@link vn.sipas.io.source.RawRowsWriter#sink()}).
     *
     * @param store where the responses go; the schema must exist, see {@link SipasDatabase#migrate()}
     * @param reading the host's name of how the file is read, see {@link #into(ResponseStore, String, SurveyImport)}
     * @param imports reads the file
     * @param audit hears what was read, row by row: raw rows, changed cells and problems, also what earlier runs read
     * @return the import, in transactions of 1,000 responses
     */
    public static ResponseImport into(ResponseStore store, String reading, SurveyImport imports, ImportSink audit) {
        Objects.requireNonNull(imports, "imports");
        Objects.requireNonNull(audit, "audit");
        return into(store, reading, (file, run, progress) -> ofExport(imports, audit, file, run, progress));
    }

    private static ResponseImport into(ResponseStore store, String reading, Source input) {
        return new ResponseImport(
                Objects.requireNonNull(store, "store"),
                Names.checked("reading", reading),
                input,
                ResponseStore.BATCH,
                ProgressListener.none());
    }

    /**
     * Returns this import with transactions of another size.
     *
     * @param responses how many responses are written in one transaction, in the closed interval [1, 100,000]
     * @return the import
     */
    public ResponseImport withBatch(int responses) {
        if (responses < 1 || responses > 100_000) {
            throw new IllegalArgumentException("responses must be in [1, 100000], was " + responses);
        }
        return new ResponseImport(store, reading, input, responses, progress);
    }

    /**
     * Returns this import with a listener, which hears of responses and may cancel. What is stored by then stays, and the
     * next run goes on behind it.
     *
     * @param listener hears how far the import is, at least after every transaction
     * @return the import
     */
    public ResponseImport withProgress(ProgressListener listener) {
        return new ResponseImport(store, reading, input, batch, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Imports a file, or what is left of it.
     *
     * @param file the file; it must not change meanwhile
     * @param problems receives the problems of rows, also of those that earlier runs read, and of responses that cannot be
     *     stored
     * @return the account; nothing but problems if the file cannot be used, holds counts instead of responses, another
     *     process imports it, or it changed
     * @throws IOException if the file cannot be read; what is stored stays
     * @throws SQLException if the database refuses; what is stored stays
     * @throws java.util.concurrent.CancellationException if a listener cancelled; what is stored stays
     */
    public Checked<ImportOutcome> run(Path file, Consumer<Problem> problems) throws IOException, SQLException {
        String source = file.toString();
        String content = contentOf(file);
        ImportLog log = new ImportLog(store.database().dialect(), store.origin(), content);
        ImportLog.Standing standing = store.database().transaction(connection -> log.open(connection, source));
        if (standing.complete().isPresent()) {
            return Checked.of(new ImportOutcome(
                    standing.complete().get(), standing.delivered(), standing.delivered(), 0, 0, true));
        }
        try (ImportRun run = ImportRun.start(store, log, standing, batch, source, problems)) {
            Checked<Read> read = input.read(file, run, progress);
            if (read.value().isEmpty()) {
                return Checked.refused(read.problems());
            }
            if (!named(read.value().get().content()).equals(content)) {
                return Checked.refused(Problem.of(JdbcProblem.CONTENT_CHANGED, Place.in(source)));
            }
            return run.finish(read.value().get().rows());
        }
    }

    private static Checked<Read> ofStream(ResponseInput input, Path file, ImportRun run, ProgressListener progress)
            throws IOException, SQLException {
        try (CountedInput bytes = new CountedInput(Files.newInputStream(file));
                DigestInputStream digested = new DigestInputStream(bytes, digest())) {
            run.tell(progress, bytes::count);
            Checked<ReadReport> read =
                    run.read((responses, problems) -> input.read(digested, file.toString(), responses, problems));
            digested.transferTo(OutputStream.nullOutputStream());
            return read.map(rows -> new Read(rows, digested.getMessageDigest()));
        }
    }

    /** Exports are opened more than once; that all openings saw one content is known from its digest afterwards. */
    private static Checked<Read> ofExport(
            SurveyImport exports, ImportSink audit, Path file, ImportRun run, ProgressListener progress)
            throws IOException, SQLException {
        ExportPass pass = new ExportPass(exports, audit, file);
        run.tell(progress, pass::bytes);
        Checked<ReadReport> read = run.read(pass);
        MessageDigest content = digestOf(file);
        return read.map(rows -> new Read(rows, content));
    }

    private String contentOf(Path file) throws IOException {
        return named(digestOf(file));
    }

    private static MessageDigest digestOf(Path file) throws IOException {
        try (DigestInputStream bytes = new DigestInputStream(Files.newInputStream(file), digest())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return bytes.getMessageDigest();
        }
    }

    /** The name of the content of a file together with how it is read. */
    private String named(MessageDigest content) {
        MessageDigest both = digest();
        both.update(content.digest());
        both.update(reading.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(both.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
