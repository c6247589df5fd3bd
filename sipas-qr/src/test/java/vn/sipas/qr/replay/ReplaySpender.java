package vn.sipas.qr.replay;

import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Another process that spends numbers until it is killed, and logs each FIRST after it was reported. */
final class ReplaySpender {

    private ReplaySpender() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int who = Integer.parseInt(arguments[1]);
        BitmapReplayGuard guard = ReplayGuardTest.bitmap(folder, Durability.PROCESS_KILL);
        try (DataOutputStream log = new DataOutputStream(
                new FileOutputStream(folder.resolve("log" + who).toFile()))) {
            for (int number = 0; number < BitmapReplayGuard.DEFAULT_CAPACITY; number++) {
                SpendOutcome outcome = guard.spend(
                        ReplayGuardTest.key(number), ReplayGuardTest.vote(1_000_000L * who + number), Optional.empty());
                if (outcome == SpendOutcome.FIRST) {
                    log.writeInt(number);
                }
            }
        }
    }
}
