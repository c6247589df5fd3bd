package vn.sipas.qr.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.SerialPermutation;
import vn.sipas.testing.PostgresServer;

class ReplayGuardTest {

    private static final IssuerId ISSUER = IssuerId.of("24:ks.bacninh.gov.vn");
    private static final UnitNumber UNIT = UnitNumber.of(7210);
    private static final SerialPermutation SERIALS = SerialPermutation.of(new byte[32]);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 9);

    @TempDir
    Path folder;

    @Test
    void inMemory() throws Exception {
        InMemoryReplayGuard guard = new InMemoryReplayGuard();
        keepsTheContract(guard);
        assertEquals(0, guard.purge(LAST));
        assertTrue(guard.purge(LAST.plusDays(1)) > 0);
    }

    @Test
    void bitmap() throws Exception {
        keepsTheContract(bitmap(folder, Durability.PROCESS_KILL));
    }

    @Test
    void h2() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:guard;DB_CLOSE_DELAY=-1");
        for (SqlDialect dialect : List.of(SqlDialect.H2, SqlDialect.STANDARD)) {
            JdbcReplayGuard guard = new JdbcReplayGuard(database, dialect);
            guard.createTable();
            guard.createTable();
            keepsTheContract(guard);
            assertEquals(0, guard.purge(LAST));
            assertTrue(guard.purge(LAST.plusDays(1)) > 0);
            try (Connection connection = database.getConnection()) {
                connection.createStatement().execute("DROP TABLE sipas_spent");
            }
        }
        JdbcReplayGuard withoutTable = new JdbcReplayGuard(database, SqlDialect.H2);
        assertEquals(SpendOutcome.UNAVAILABLE, withoutTable.spend(key(1), vote(1), Optional.empty()));
        assertEquals(Optional.empty(), withoutTable.isSpent(key(1)));
    }

    @Test
    void postgres() throws Exception {
        Optional<PostgresServer> started = PostgresServer.start();
        Assumptions.assumeTrue(started.isPresent(), "no PostgreSQL server is installed: its dialect was not tested");
        PostgresServer server = started.get();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.url());
        database.setUser(PostgresServer.USER);
        try {
            for (SqlDialect dialect : List.of(SqlDialect.POSTGRESQL, SqlDialect.STANDARD)) {
                JdbcReplayGuard guard = new JdbcReplayGuard(database, dialect);
                guard.createTable();
                keepsTheContract(guard);
                assertTrue(guard.purge(LAST.plusDays(1)) > 0);
                try (Connection connection = database.getConnection()) {
                    connection.createStatement().execute("DROP TABLE sipas_spent");
                }
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void theBitmapKnowsItsLimits() throws IOException {
        BitmapReplayGuard guard = BitmapReplayGuard.open(folder, ISSUER, SERIALS, 64, Durability.POWER_CUT);
        assertEquals(SpendOutcome.FIRST, guard.spend(key(63), vote(1), Optional.empty()));
        assertEquals(SpendOutcome.UNAVAILABLE, guard.spend(key(64), vote(1), Optional.empty()));
        assertEquals(Optional.empty(), guard.isSpent(key(64)));
        assertEquals(List.of(63L), guard.spentNumbers(5, UNIT));
        Files.writeString(folder.resolve("spent-6-07210.bitmap"), "x".repeat(100));
        VoteKey other = new VoteKey(ISSUER, 6, UNIT, SERIALS.publicSerial(6, UNIT, 1));
        assertEquals(SpendOutcome.UNAVAILABLE, guard.spend(other, vote(1), Optional.empty()));
    }

    @Test
    void machinesMergeToTheSameTallyInEitherOrder() throws IOException {
        BitmapReplayGuard left = bitmap(folder.resolve("left"), Durability.PROCESS_KILL);
        BitmapReplayGuard right = bitmap(folder.resolve("right"), Durability.PROCESS_KILL);
        left.spend(key(1), vote(10), Optional.empty());
        left.spend(key(2), vote(20), Optional.empty());
        right.spend(key(2), vote(21), Optional.empty());
        right.spend(key(3), vote(30), Optional.empty());
        long smaller = Math.min(vote(20).fingerprint(key(2)), vote(21).fingerprint(key(2)));
        long larger = Math.max(vote(20).fingerprint(key(2)), vote(21).fingerprint(key(2)));
        List<BitmapReplayGuard.DoubleSpend> expected = List.of(new BitmapReplayGuard.DoubleSpend(2, smaller, larger));
        assertEquals(expected, left.merge(folder.resolve("right"), 5, UNIT));
        assertEquals(List.of(1L, 2L, 3L), left.spentNumbers(5, UNIT));
        assertEquals(SpendOutcome.SAME_VOTE, left.spend(key(3), vote(30), Optional.empty()));
        assertEquals(List.of(), left.merge(folder.resolve("nobody"), 5, UNIT));
        right.merge(folder.resolve("left"), 5, UNIT);
        assertEquals(left.spentNumbers(5, UNIT), right.spentNumbers(5, UNIT));
    }

    /** Another Java process is killed while it spends; what it reported as FIRST before is never FIRST again. */
    @Test
    void killedProcessesLoseNothingAndTwoProcessesShareTheFolder() throws Exception {
        int reportedTotal = 0;
        int spentTotal = 0;
        for (int round = 0; round < 2; round++) {
            Path shared = folder.resolve("round" + round);
            Process first = spender(shared, 1);
            Process second = spender(shared, 2);
            long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (spentBytes(shared) < 2000 && System.nanoTime() < giveUp) {
                Thread.sleep(20);
            }
            Thread.sleep(37L * round);
            first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            second.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            List<Integer> reported = new ArrayList<>();
            for (int who = 1; who <= 2; who++) {
                Path log = shared.resolve("log" + who);
                if (Files.exists(log)) {
                    byte[] bytes = Files.readAllBytes(log);
                    for (int at = 0; at + 4 <= bytes.length; at += 4) {
                        reported.add(java.nio.ByteBuffer.wrap(bytes, at, 4).getInt());
                    }
                }
            }
            assertEquals(reported.size(), reported.stream().distinct().count(), "a number was FIRST twice");
            BitmapReplayGuard reopened = bitmap(shared, Durability.PROCESS_KILL);
            for (int number : reported) {
                assertFalse(reopened.spend(key(number), vote(99_999_999), Optional.empty()) == SpendOutcome.FIRST);
            }
            reportedTotal += reported.size();
            spentTotal += reopened.spentNumbers(5, UNIT).size();
        }
        assertTrue(reportedTotal > 0, "the other processes did not start within 30 s");
        assertTrue(spentTotal >= reportedTotal && spentTotal <= reportedTotal + 6);
    }

    private static long spentBytes(Path folder) throws IOException {
        Path first = folder.resolve("log1");
        Path second = folder.resolve("log2");
        return Files.exists(first) && Files.exists(second) ? Files.size(first) + Files.size(second) : 0;
    }

    private static Process spender(Path folder, int who) throws IOException {
        Files.createDirectories(folder);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplaySpender.class.getName(),
                        folder.toString(),
                        Integer.toString(who))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void keepsTheContract(ReplayGuard guard) throws Exception {
        assertEquals(Optional.of(false), guard.isSpent(key(1)));
        assertEquals(SpendOutcome.FIRST, guard.spend(key(1), vote(1), Optional.of(LAST)));
        assertEquals(SpendOutcome.SAME_VOTE, guard.spend(key(1), vote(1), Optional.of(LAST)));
        assertEquals(SpendOutcome.REPLAY, guard.spend(key(1), vote(2), Optional.of(LAST)));
        assertEquals(SpendOutcome.SAME_VOTE, guard.spend(key(1), vote(1), Optional.of(LAST)));
        assertEquals(Optional.of(true), guard.isSpent(key(1)));
        assertEquals(Optional.of(false), guard.isSpent(key(2)));
        assertEquals(SpendOutcome.FIRST, guard.spend(key(2), vote(1), Optional.empty()));
        sixteenThreadsSpendEachNumberOnce(guard);
    }

    private static void sixteenThreadsSpendEachNumberOnce(ReplayGuard guard) throws Exception {
        int threads = 16;
        int from = 1000;
        int numbers = 60;
        AtomicIntegerArray firsts = new AtomicIntegerArray(numbers);
        AtomicInteger others = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int id = thread;
            running.add(pool.submit(() -> {
                start.await();
                for (int i = 0; i < numbers; i++) {
                    SpendOutcome outcome = guard.spend(key(from + i), vote(100 + id), Optional.of(LAST));
                    if (outcome == SpendOutcome.FIRST) {
                        firsts.incrementAndGet(i);
                    } else {
                        assertEquals(SpendOutcome.REPLAY, outcome);
                        others.incrementAndGet();
                    }
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> future : running) {
            future.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();
        for (int i = 0; i < numbers; i++) {
            assertEquals(1, firsts.get(i));
        }
        assertEquals((threads - 1) * numbers, others.get());
    }

    static BitmapReplayGuard bitmap(Path folder, Durability durability) throws IOException {
        return BitmapReplayGuard.open(folder, ISSUER, SERIALS, BitmapReplayGuard.DEFAULT_CAPACITY, durability);
    }

    static VoteKey key(long number) {
        return new VoteKey(ISSUER, 5, UNIT, SERIALS.publicSerial(5, UNIT, number));
    }

    static VoteId vote(long id) {
        return new VoteId(new UUID(77, id));
    }
}
