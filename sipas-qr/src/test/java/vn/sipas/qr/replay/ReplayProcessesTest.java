package vn.sipas.qr.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sipas.testing.PostgresServer;

/**
 * Two processes with sixteen threads in all spend the same serials; and processes are killed (SIGKILL) at random moments,
 * {@code -Dsipas.qr.kills=100} times in the long version.
 */
class ReplayProcessesTest {

    private static final int ROUNDS = Integer.getInteger("sipas.qr.kills", 10) / 2;
    private static final int THREADS = 8;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bitmap", "ledger"})
    void twoProcessesShareFiles(String sort) throws Exception {
        String where = where(sort);
        assertEachNumberIsSpentOnce(sort, where, 800);
        ReplayGuard guard = sort.equals("bitmap")
                ? ReplayGuardTest.bitmap(Path.of(where), Durability.PROCESS_KILL)
                : LedgerReplayGuard.open(Path.of(where), Durability.PROCESS_KILL);
        assertEquals(Optional.of(true), guard.isSpent(ReplayGuardTest.key(799)));
        assertEquals(Optional.of(false), guard.isSpent(ReplayGuardTest.key(800)));
    }

    @Test
    void twoProcessesShareAnH2Server() throws Exception {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try {
            String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:processes;DB_CLOSE_DELAY=-1";
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(url);
            new JdbcReplayGuard(database, SqlDialect.H2).createTable();
            assertEachNumberIsSpentOnce("h2", url, 300);
        } finally {
            server.stop();
        }
    }

    @Test
    void twoProcessesShareAPostgresServer() throws Exception {
        Optional<PostgresServer> started = PostgresServer.start();
        Assumptions.assumeTrue(started.isPresent(), "no PostgreSQL server is installed: it was not tested");
        try {
            String url = started.get().url();
            new JdbcReplayGuard(ReplaySpender.postgres(url), SqlDialect.POSTGRESQL).createTable();
            assertEachNumberIsSpentOnce("postgres", url, 300);
        } finally {
            started.get().stop();
        }
    }

    private void assertEachNumberIsSpentOnce(String sort, String where, int numbers) throws Exception {
        Process first = spender(sort, where, 1, numbers, THREADS);
        Process second = spender(sort, where, 2, numbers, THREADS);
        assertTrue(first.waitFor(60, TimeUnit.SECONDS) && second.waitFor(60, TimeUnit.SECONDS));
        assertTrue(Files.exists(folder.resolve("done1")) && Files.exists(folder.resolve("done2")), "a spender failed");
        List<Integer> firsts = new ArrayList<>(firsts(1));
        firsts.addAll(firsts(2));
        assertEquals(
                IntStream.range(0, numbers).boxed().toList(),
                firsts.stream().sorted().toList(),
                "every number must be FIRST exactly once");
    }

    /**
     * Round after round two processes go on with the same files and are killed, in some rounds before the file is
     * complete. What was reported as FIRST is never FIRST again, and what is spent was claimed by somebody: at most the
     * one number that each killed process had in hand was claimed without a report.
     */
    @ParameterizedTest
    @ValueSource(strings = {"bitmap", "ledger"})
    void killedProcessesLoseNothing(String sort) throws Exception {
        String where = where(sort);
        SplittableRandom random = new SplittableRandom(9);
        Set<Integer> reported = new HashSet<>();
        int kills = 0;
        int who = 10;
        for (int round = 0; round < ROUNDS; round++) {
            Process first = spender(sort, where, who, BitmapReplayGuard.DEFAULT_CAPACITY, 1);
            Process second = spender(sort, where, who + 1, BitmapReplayGuard.DEFAULT_CAPACITY, 1);
            if (round % 3 != 0) {
                waitForBytes(who, 1 + random.nextInt(400));
            }
            Thread.sleep(random.nextInt(round % 3 == 0 ? 500 : 40));
            first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            second.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            kills += 2;
            for (int log = who; log < who + 2; log++) {
                for (int number : firsts(log)) {
                    assertTrue(reported.add(number), "number " + number + " was FIRST twice");
                }
            }
            assertSpent(sort, where, reported, kills);
            who += 2;
        }
        assertTrue(reported.size() > 100, "too few numbers were spent: " + reported.size());
    }

    private static void assertSpent(String sort, String where, Set<Integer> reported, int kills) throws IOException {
        ReplayGuard guard;
        long spent;
        if (sort.equals("bitmap")) {
            BitmapReplayGuard bitmap = ReplayGuardTest.bitmap(Path.of(where), Durability.PROCESS_KILL);
            spent = bitmap.spentNumbers(5, ReplayGuardTest.key(0).unit()).size();
            guard = bitmap;
        } else {
            guard = LedgerReplayGuard.open(Path.of(where), Durability.PROCESS_KILL);
            spent = Files.exists(Path.of(where))
                    ? Files.readAllLines(Path.of(where)).size() - 1L
                    : 0;
        }
        for (int number : reported) {
            assertEquals(
                    Optional.of(true), guard.isSpent(ReplayGuardTest.key(number)), "number " + number + " came back");
        }
        assertTrue(spent <= reported.size() + kills, spent + " are spent, " + reported.size() + " were reported");
        for (int number : reported.stream().limit(20).toList()) {
            assertNotEquals(
                    SpendOutcome.FIRST,
                    guard.spend(ReplayGuardTest.key(number), ReplayGuardTest.vote(7), Optional.empty()));
        }
    }

    private String where(String sort) {
        return folder.resolve(sort.equals("bitmap") ? "bitmaps" : "spent.ledger")
                .toString();
    }

    private void waitForBytes(int who, int bytes) throws IOException, InterruptedException {
        Path log = folder.resolve("log" + who);
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while ((!Files.exists(log) || Files.size(log) < bytes) && System.nanoTime() < giveUp) {
            Thread.sleep(5);
        }
    }

    private List<Integer> firsts(int who) throws IOException {
        Path log = folder.resolve("log" + who);
        List<Integer> numbers = new ArrayList<>();
        if (Files.exists(log)) {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(log));
            while (bytes.remaining() >= Integer.BYTES) {
                numbers.add(bytes.getInt());
            }
        }
        return numbers;
    }

    private Process spender(String sort, String where, int who, int numbers, int threads) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplaySpender.class.getName(),
                        sort,
                        where,
                        folder.toString(),
                        Integer.toString(who),
                        Integer.toString(numbers),
                        Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
