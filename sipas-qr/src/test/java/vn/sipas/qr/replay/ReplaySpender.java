package vn.sipas.qr.replay;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.sipas.testing.PostgresServer;

/**
 * Another process that spends the numbers from 0 on in several threads, and logs each FIRST after it was reported.
 * Arguments: the sort of guard, its folder or address, the folder of the log, who, how many numbers, threads.
 */
final class ReplaySpender {

    private ReplaySpender() {}

    public static void main(String[] arguments) throws Exception {
        ReplayGuard guard = guard(arguments[0], arguments[1]);
        Path log = Path.of(arguments[2], "log" + arguments[3]);
        long who = Long.parseLong(arguments[3]);
        int numbers = Integer.parseInt(arguments[4]);
        int threads = Integer.parseInt(arguments[5]);
        // a spender that is to be killed must not run out of numbers before, however fast the machine is
        long pauseNanos = threads == 1 ? 300_000 : 0;
        try (FileOutputStream firsts = new FileOutputStream(log.toFile())) {
            List<Thread> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                long voter = who * 1000 + thread;
                running.add(new Thread(() -> spendAll(guard, numbers, voter, firsts, pauseNanos)));
            }
            running.forEach(Thread::start);
            for (Thread thread : running) {
                thread.join();
            }
        }
        Files.createFile(log.resolveSibling("done" + who));
    }

    private static void spendAll(ReplayGuard guard, int numbers, long voter, FileOutputStream firsts, long pauseNanos) {
        try {
            for (int number = 0; number < numbers; number++) {
                SpendOutcome outcome = guard.spend(
                        ReplayGuardTest.key(number),
                        ReplayGuardTest.vote(voter * 1_000_000 + number),
                        Optional.of(ReplayGuardTest.LAST));
                if (outcome == SpendOutcome.FIRST) {
                    firsts.write(
                            ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
                    LockSupport.parkNanos(pauseNanos);
                } else if (outcome != SpendOutcome.REPLAY) {
                    throw new IllegalStateException("number " + number + ": " + outcome);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ReplayGuard guard(String sort, String where) throws IOException {
        return switch (sort) {
            case "bitmap" -> ReplayGuardTest.bitmap(Path.of(where), Durability.PROCESS_KILL);
            case "ledger" -> LedgerReplayGuard.open(Path.of(where), Durability.PROCESS_KILL);
            case "h2" -> {
                JdbcDataSource database = new JdbcDataSource();
                database.setURL(where);
                yield new JdbcReplayGuard(database, SqlDialect.H2);
            }
            case "postgres" -> new JdbcReplayGuard(postgres(where), SqlDialect.POSTGRESQL);
            default -> throw new IllegalArgumentException(sort);
        };
    }

    static DataSource postgres(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(PostgresServer.USER);
        return database;
    }
}
