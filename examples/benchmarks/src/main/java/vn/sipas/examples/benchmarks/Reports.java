package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a measured program prints for {@link ChildProcess}. */
final class Reports {

    private Reports() {}

    static void print(String name, double value) {
        System.out.println(name + "=" + value);
    }

    /** Prints the seconds since a reading of {@link System#nanoTime()}. */
    static void printSeconds(long start) {
        print("seconds", (System.nanoTime() - start) / 1e9);
    }

    /** Prints the processor time of this process in seconds and its greatest memory in MiB, where the system tells. */
    static void printUse() throws IOException {
        ProcessHandle.current().info().totalCpuDuration().ifPresent(time -> print("processor", time.toMillis() / 1e3));
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return;
        }
        Files.readString(status, StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .ifPresent(line -> print("memory", Long.parseLong(line.replaceAll("\\D", "")) / 1024.0));
    }
}
