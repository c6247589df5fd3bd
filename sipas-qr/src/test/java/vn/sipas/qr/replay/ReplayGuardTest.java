package vn.sipas.qr.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
    static final LocalDate LAST = LocalDate.of(2026, 4, 9);

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

    @Test
    void mergingWhileOthersSpendLosesNoVote() throws Exception {
        BitmapReplayGuard ours = bitmap(folder.resolve("ours"), Durability.PROCESS_KILL);
        BitmapReplayGuard theirs = bitmap(folder.resolve("theirs"), Durability.PROCESS_KILL);
        int numbers = 20_000;
        for (int number = 0; number < numbers; number++) {
            theirs.spend(key(number), vote(number), Optional.empty());
        }
        List<Integer> firsts = new ArrayList<>();
        Thread spender = new Thread(() -> {
            for (int number = numbers - 1; number >= 0; number--) {
                if (ours.spend(key(number), vote(900_000L + number), Optional.empty()) == SpendOutcome.FIRST) {
                    firsts.add(number);
                }
            }
        });
        spender.start();
        List<BitmapReplayGuard.DoubleSpend> doubles = ours.merge(folder.resolve("theirs"), 5, UNIT);
        spender.join();
        assertEquals(
                firsts.stream().map(Integer::longValue).sorted().toList(),
                doubles.stream().map(BitmapReplayGuard.DoubleSpend::number).toList(),
                "what both machines spent must be reported, and nothing else");
        assertEquals(numbers, ours.spentNumbers(5, UNIT).size());
    }

    @Test
    void theBitmapPurgesFilesOfWhichEveryCodeHasExpired() throws IOException {
        BitmapReplayGuard guard = bitmap(folder, Durability.POWER_CUT);
        guard.spend(key(1), vote(1), Optional.of(LAST));
        guard.spend(key(2), vote(1), Optional.of(LAST.minusDays(9)));
        VoteKey endless = new VoteKey(ISSUER, 6, UNIT, SERIALS.publicSerial(6, UNIT, 1));
        guard.spend(endless, vote(1), Optional.empty());
        assertEquals(0, guard.purge(LAST));
        assertEquals(1, guard.purge(LAST.plusDays(1)));
        assertEquals(Optional.of(false), guard.isSpent(key(1)));
        assertEquals(Optional.of(true), guard.isSpent(endless));
    }

    @Test
    void ledger() throws Exception {
        Path file = folder.resolve("spent.ledger");
        LedgerReplayGuard guard = LedgerReplayGuard.open(file, Durability.PROCESS_KILL);
        assertFalse(Files.exists(file));
        keepsTheContract(guard);
        LedgerReplayGuard other = LedgerReplayGuard.open(file, Durability.POWER_CUT);
        assertEquals(SpendOutcome.REPLAY, other.spend(key(1), vote(77), Optional.empty()));
        assertEquals(SpendOutcome.SAME_VOTE, other.spend(key(1), vote(1), Optional.empty()));
        assertEquals(0, guard.purge(LAST));
        assertEquals(61, guard.purge(LAST.plusDays(1)));
        assertEquals(List.of("sipas-spent-ledger 1"), Files.readAllLines(file).subList(0, 1));
        assertEquals(2, Files.readAllLines(file).size());
        assertEquals(Optional.of(false), other.isSpent(key(1)));
        assertEquals(Optional.of(true), other.isSpent(key(2)));
    }

    @Test
    void aLedgerThatIsTornIsMendedAndOneThatIsStrangeIsRefused() throws IOException {
        Path file = folder.resolve("spent.ledger");
        LedgerReplayGuard guard = LedgerReplayGuard.open(file, Durability.POWER_CUT);
        guard.spend(key(1), vote(1), Optional.of(LAST));
        String whole = Files.readString(file);
        for (int length = whole.length() - 1; length >= 0; length--) {
            Files.writeString(file, whole.substring(0, length));
            LedgerReplayGuard torn = LedgerReplayGuard.open(file, Durability.POWER_CUT);
            assertEquals(SpendOutcome.FIRST, torn.spend(key(1), vote(1), Optional.of(LAST)), "length " + length);
            assertEquals(whole, Files.readString(file));
        }
        Files.writeString(file, whole + "24 5 7210 x\n");
        assertThrows(IOException.class, () -> LedgerReplayGuard.open(file, Durability.POWER_CUT));
        assertEquals(SpendOutcome.UNAVAILABLE, guard.spend(key(2), vote(1), Optional.empty()));
        assertEquals(Optional.empty(), guard.isSpent(key(1)));
        Files.writeString(file, "Dear diary");
        assertThrows(IOException.class, () -> LedgerReplayGuard.open(file, Durability.POWER_CUT));
        assertEquals("Dear diary", Files.readString(file));
    }

    @Test
    void aBitmapThatWasNeverFinishedIsMadeAnewAndATruncatedOneIsRefused() throws IOException {
        Path file = folder.resolve("spent-5-07210.bitmap");
        for (byte[] unfinished : List.of(new byte[0], new byte[7], new byte[64], new byte[5000])) {
            Files.write(file, unfinished);
            assertEquals(
                    SpendOutcome.FIRST, bitmap(folder, Durability.POWER_CUT).spend(key(3), vote(1), Optional.empty()));
        }
        byte[] whole = Files.readAllBytes(file);
        assertEquals(64 + (1 << 16) / 8 + 8L * (1 << 16), whole.length);
        for (int length : new int[] {12, 64, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            BitmapReplayGuard guard = bitmap(folder, Durability.PROCESS_KILL);
            assertEquals(SpendOutcome.UNAVAILABLE, guard.spend(key(4), vote(1), Optional.empty()), "length " + length);
            assertEquals(length, Files.size(file));
        }
    }

    @Test
    void theDatabaseKeepsTheDayOnlyIfAskedAndTheAuditFindsLatencies() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:days;DB_CLOSE_DELAY=-1");
        JdbcReplayGuard silent = new JdbcReplayGuard(database, SqlDialect.STANDARD);
        silent.createTable();
        LocalDate issued = LocalDate.of(2026, 3, 10);
        JdbcReplayGuard dated = silent.withSpentDays(() -> issued.plusDays(3));
        silent.spend(key(0), vote(1), Optional.of(LAST));
        dated.spend(key(1), vote(1), Optional.of(LAST));
        List<SpentSerial> stored = silent.spent(ISSUER, 5);
        assertEquals(2, stored.size());
        List<BallotAudit.Issue> issues = List.of(new BallotAudit.Issue(UNIT, issued, 0, 5, java.util.Set.of()));
        BallotAudit.Report report = BallotAudit.of(issues, BallotAudit.numbered(issues, 5, SERIALS, stored));
        assertEquals(
                new BallotAudit.Account(UNIT, issued, 5, 2, 3, 0, 0, 2, java.util.Map.of(3, 1)),
                report.accounts().get(0));
        assertTrue(report.balanced());
        assertEquals(List.of(), silent.spent(ISSUER, 6));
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
