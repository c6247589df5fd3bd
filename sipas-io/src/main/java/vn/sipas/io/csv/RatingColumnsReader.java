package vn.sipas.io.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.ReadReport;
import vn.sipas.io.progress.CountedInput;
import vn.sipas.io.progress.ProgressSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * Reads the rating items of a plain wide file of any size in constant memory.
 *
 * <p>The file is cut into blocks of about 1 MiB; blocks are parsed by up to {@code threads} threads and delivered in the
 * order of the file by the calling thread, so that results do not depend on the number of threads. Held at one time are
 * {@code threads + 2} blocks, the labels of groups, strata and primary sampling units, and what it takes to find repeated
 * ids: nothing worth mentioning for consecutive ids, at most about 12 bytes for each other id up to the limit of
 * {@link #REMEMBERED_IDS}.
 *
 * <p>Answers are level codes; an empty field is blank; {@code #NA}, {@code #DK} and {@code #RF} are not asked, don't know
 * and refused ({@link MissingCode}). Spaces around a code and {@code 4.0} for {@code 4} are accepted and counted as
 * changed. An answer outside the scale is reported and left out, and its row stays in the design. A row is set aside when
 * it cannot be read, has another number of fields than the header, repeats an id, or lacks a weight, stratum, primary
 * sampling unit or population that a selected column should give.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class RatingColumnsReader {

    /** How many ids that do not end in neighbouring numbers are remembered to find repeated ones. */
    public static final int REMEMBERED_IDS = 4_000_000;

    private final RatingColumns columns;
    private final CsvFormat format;
    private final int threads;
    private final Predicate<String> knownGroup;
    private final ProgressListener progress;

    private RatingColumnsReader(
            RatingColumns columns,
            CsvFormat format,
            int threads,
            Predicate<String> knownGroup,
            ProgressListener progress) {
        this.columns = columns;
        this.format = format;
        this.threads = threads;
        this.knownGroup = knownGroup;
        this.progress = progress;
    }

    /**
     * Makes a reader of RFC 4180 files that works in the calling thread and accepts every group.
     *
     * @param columns what to read
     * @return the reader
     */
    public static RatingColumnsReader of(RatingColumns columns) {
        return new RatingColumnsReader(
                Objects.requireNonNull(columns, "columns"),
                CsvFormat.rfc4180(),
                1,
                group -> true,
                ProgressListener.none());
    }

    /**
     * Returns this reader with another delimiter or other limits.
     *
     * @param newFormat the format
     * @return the reader
     */
    public RatingColumnsReader withFormat(CsvFormat newFormat) {
        return new RatingColumnsReader(
                columns, Objects.requireNonNull(newFormat, "newFormat"), threads, knownGroup, progress);
    }

    /**
     * Returns this reader with another number of threads.
     *
     * @param number how many threads work, the calling one included, in the closed interval [1, 256]
     * @return the reader
     */
    public RatingColumnsReader withThreads(int number) {
        if (number < 1 || number > 256) {
            throw new IllegalArgumentException("number must be in [1, 256], was " + number);
        }
        return new RatingColumnsReader(columns, format, number, knownGroup, progress);
    }

    /**
     * Returns this reader with a register of groups; a row of another group is set aside. A row whose group is empty
     * stays.
     *
     * @param known tells whether a group, in Unicode normalisation form C, is known
     * @return the reader
     */
    public RatingColumnsReader withKnownGroups(Predicate<String> known) {
        return new RatingColumnsReader(columns, format, threads, Objects.requireNonNull(known, "known"), progress);
    }

    /**
     * Returns this reader with a listener, which may cancel.
     *
     * @param listener hears how far the reading is, after every block of about a mebibyte and at the end, in the calling
     *     thread
     * @return the reader
     */
    public RatingColumnsReader withProgress(ProgressListener listener) {
        return new RatingColumnsReader(
                columns, format, threads, knownGroup, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param batches receives the rows in the order of the file, one batch at a time, in the calling thread
     * @param problems receives the problems in the order of the file, in the calling thread
     * @return the account of the rows; nothing but problems if the file has no usable header
     * @throws IOException if the file cannot be read
     */
    public Checked<ReadReport> read(Path file, Consumer<RatingBatch> batches, Consumer<Problem> problems)
            throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return read(input, file.toString(), batches, problems);
        }
    }

    /**
     * Reads a stream, which is not closed.
     *
     * @param input the stream
     * @param source what problems call it
     * @param batches receives the rows in the order of the stream, one batch at a time, in the calling thread
     * @param problems receives the problems in the order of the stream, in the calling thread
     * @return the account of the rows; nothing but problems if the stream has no usable header
     * @throws IOException if the stream cannot be read
     * @throws InterruptedIOException if the thread is interrupted; its interrupt status stays set
     */
    public Checked<ReadReport> read(
            InputStream input, String source, Consumer<RatingBatch> batches, Consumer<Problem> problems)
            throws IOException {
        CountedInput counted = new CountedInput(input);
        CsvBlocks blocks = new CsvBlocks(counted, format);
        ProgressSteps steps = new ProgressSteps(progress, counted::count);
        CsvHeaderRecord header = CsvHeaderRecord.read(blocks, format, source, 0);
        List<Problem> headerProblems = new ArrayList<>(header.problems());
        Map<String, Integer> indexes = headerProblems.isEmpty()
                ? CsvHeader.indexes(
                        header.headings(), columns.headings(), Place.in(source, header.line()), headerProblems)
                : Map.of();
        CsvBlock first = header.rest();
        if (!headerProblems.isEmpty() || first == null) {
            return Checked.refused(headerProblems);
        }
        SelectedColumns selected =
                new SelectedColumns(columns, indexes, header.headings().size());
        BatchDelivery delivery = new BatchDelivery(
                columns, selected, format, knownGroup, source, header.linesPassed(), batches, problems, steps);
        if (threads == 1) {
            BlockParser parser = new BlockParser(selected, format);
            for (CsvBlock block = first; block != null; block = blocks.next()) {
                delivery.deliver(parser.parse(block));
                blocks.recycle(block);
            }
        } else {
            readInParallel(blocks, first, selected, delivery);
        }
        ReadReport report = delivery.report();
        steps.end(report.read());
        return Checked.of(report);
    }

    private void readInParallel(CsvBlocks blocks, CsvBlock first, SelectedColumns selected, BatchDelivery delivery)
            throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(threads - 1, work -> {
            Thread thread = new Thread(work, "sipas-csv");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<FutureTask<ParsedBlock>> pending = new ArrayDeque<>();
            for (CsvBlock block = first; block != null; block = blocks.next()) {
                CsvBlock next = block;
                FutureTask<ParsedBlock> task = new FutureTask<>(() -> new BlockParser(selected, format).parse(next));
                pending.add(task);
                executor.execute(task);
                while (pending.size() > threads
                        || (!pending.isEmpty() && pending.peek().isDone())) {
                    deliverFirst(pending, delivery, blocks);
                }
            }
            while (!pending.isEmpty()) {
                deliverFirst(pending, delivery, blocks);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** Delivers the first block; while it is not ready, the calling thread parses others instead of waiting. */
    private static void deliverFirst(Deque<FutureTask<ParsedBlock>> pending, BatchDelivery delivery, CsvBlocks blocks)
            throws IOException {
        FutureTask<ParsedBlock> first = pending.remove();
        first.run();
        for (FutureTask<ParsedBlock> other : pending) {
            if (first.isDone()) {
                break;
            }
            other.run();
        }
        ParsedBlock parsed = result(first);
        delivery.deliver(parsed);
        blocks.recycle(parsed.block);
    }

    private static ParsedBlock result(FutureTask<ParsedBlock> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            InterruptedIOException failure = new InterruptedIOException("reading was interrupted");
            failure.initCause(interrupted);
            throw failure;
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }
}
