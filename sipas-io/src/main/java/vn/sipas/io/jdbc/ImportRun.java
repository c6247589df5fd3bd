package vn.sipas.io.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.io.ReadReport;
import vn.sipas.io.table.ProgressListener;

/** One pass of an import over its file, with a connection of its own. */
final class ImportRun implements AutoCloseable {

    /** Carries what a database refused through a reader that knows no SQL. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Optional<SQLException> refusal;

        Stopped(Optional<SQLException> refusal) {
            super("the import stopped", refusal.orElse(null), false, false);
            this.refusal = refusal;
        }
    }

    private final ResponseStore store;
    private final ImportLog log;
    private final int batch;
    private final String source;
    private final Consumer<Problem> problems;
    private final Connection connection;
    private final boolean automatic;
    private final RowWriter writer;
    private final long before;
    private final long refusedBefore;

    private ProgressListener progress = ProgressListener.none();
    private LongSupplier bytes = () -> 0;
    private long found;

    private long delivered;
    private long committed;
    private long written;
    private long refused;

    private ImportRun(
            ResponseStore store,
            ImportLog log,
            ImportLog.Standing standing,
            int batch,
            String source,
            Consumer<Problem> problems,
            Connection connection)
            throws SQLException {
        this.store = store;
        this.log = log;
        this.batch = batch;
        this.source = source;
        this.problems = problem -> {
            found++;
            problems.accept(problem);
        };
        this.connection = connection;
        this.before = standing.delivered();
        this.refusedBefore = standing.refused();
        this.committed = before;
        this.automatic = connection.getAutoCommit();
        connection.setAutoCommit(false);
        this.writer = store.writer(connection);
    }

    static ImportRun start(
            ResponseStore store,
            ImportLog log,
            ImportLog.Standing standing,
            int batch,
            String source,
            Consumer<Problem> problems)
            throws SQLException {
        Connection connection = store.database().connect();
        boolean started = false;
        try {
            ImportRun run = new ImportRun(store, log, standing, batch, source, problems, connection);
            started = true;
            return run;
        } finally {
            if (!started) {
                connection.close();
            }
        }
    }

    /** Names who hears how far the run is, and may end it. */
    void tell(ProgressListener listener, LongSupplier bytesRead) {
        progress = listener;
        bytes = bytesRead;
    }

    /** Reads a file and hands over what it finds. */
    @FunctionalInterface
    interface Pass {
        Checked<ReadReport> over(Consumer<Response> responses, Consumer<Problem> problems) throws IOException;
    }

    Checked<ReadReport> read(Pass pass) throws IOException, SQLException {
        try {
            return pass.over(this::take, problems);
        } catch (Stopped stopped) {
            if (stopped.refusal.isPresent()) {
                throw stopped.refusal.get();
            }
            return elsewhere();
        }
    }

    /** Writes what is left, and the account. */
    Checked<ImportOutcome> finish(ReadReport report) throws SQLException {
        if (!advance()) {
            return elsewhere();
        }
        log.complete(connection, report);
        connection.commit();
        progress.at(delivered, bytes.getAsLong(), found);
        return Checked.of(new ImportOutcome(report, delivered, before, written, refused, false));
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                writer) {
            connection.rollback();
            connection.setAutoCommit(automatic);
        }
    }

    private void take(Response response) {
        delivered++;
        if (delivered <= before) {
            if (delivered % batch == 0) {
                progress.step(delivered, bytes.getAsLong(), found);
            }
            return;
        }
        try {
            Optional<Problem> defect = store.add(writer, response, Place.in(source));
            if (defect.isPresent()) {
                refused++;
                problems.accept(defect.get());
            } else {
                written++;
            }
            if (delivered - committed >= batch) {
                if (!advance()) {
                    throw new Stopped(Optional.empty());
                }
                connection.commit();
                committed = delivered;
                progress.step(delivered, bytes.getAsLong(), found);
            }
        } catch (SQLException refusal) {
            throw new Stopped(Optional.of(refusal));
        }
    }

    private boolean advance() throws SQLException {
        writer.flush();
        return log.advance(connection, committed, delivered, refusedBefore + refused);
    }

    private <T> Checked<T> elsewhere() {
        return Checked.refused(Problem.of(JdbcProblem.IMPORT_ELSEWHERE, Place.in(source)));
    }
}
