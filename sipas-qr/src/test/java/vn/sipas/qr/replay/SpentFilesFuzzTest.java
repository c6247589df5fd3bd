package vn.sipas.qr.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Coverage-guided fuzzing of the files of guards: a file is opened, or refused with {@code IOException} and left as it
 * was. {@code JAZZER_FUZZ=1 mvn -pl sipas-qr -am test -Dtest='SpentFilesFuzzTest#ledger'
 * -Dsurefire.failIfNoSpecifiedTests=false} searches for new inputs.
 */
class SpentFilesFuzzTest {

    private static final int CAPACITY = 64;

    @FuzzTest(maxDuration = "5m")
    void bitmap(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("spent", ".bitmap");
        try {
            Files.write(file, bytes);
            SpentBitmap bitmap;
            try {
                bitmap = SpentBitmap.open(file, CAPACITY, Durability.PROCESS_KILL);
            } catch (IOException refused) {
                assertArrayEquals(bytes, Files.readAllBytes(file));
                return;
            }
            boolean before = bitmap.spent(CAPACITY - 1);
            SpendOutcome outcome = bitmap.spend(CAPACITY - 1, 77, Optional.empty());
            assertEquals(before, outcome != SpendOutcome.FIRST);
            assertTrue(bitmap.spent(CAPACITY - 1));
            SpentBitmap again = SpentBitmap.open(file, CAPACITY, Durability.PROCESS_KILL);
            assertTrue(again.spent(CAPACITY - 1));
            assertEquals(bitmap.capacity(), again.capacity());
        } finally {
            Files.delete(file);
        }
    }

    @FuzzTest(maxDuration = "5m")
    void ledger(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("ledger");
        Path file = folder.resolve("spent.ledger");
        try {
            Files.write(file, bytes);
            LedgerReplayGuard guard;
            try {
                guard = LedgerReplayGuard.open(file, Durability.PROCESS_KILL);
            } catch (IOException refused) {
                assertArrayEquals(bytes, Files.readAllBytes(file));
                return;
            }
            VoteKey key = ReplayGuardTest.key(1);
            boolean before = guard.isSpent(key).orElseThrow();
            assertEquals(before, guard.spend(key, ReplayGuardTest.vote(1), Optional.empty()) != SpendOutcome.FIRST);
            LedgerReplayGuard again = LedgerReplayGuard.open(file, Durability.PROCESS_KILL);
            assertNotEquals(SpendOutcome.FIRST, again.spend(key, ReplayGuardTest.vote(2), Optional.empty()));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolve("spent.ledger.lock"));
            Files.delete(folder);
        }
    }
}
