package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is measured as a whole, in a process of its own. */
public final class ChildProcess {

    private static final long PATIENCE_MINUTES = 30;

    private final List<String> command;

    private ChildProcess(List<String> command) {
        this.command = List.copyOf(command);
    }

    /**
     * What a run came to.
     *
     * @param wallSeconds from the start of the process to its end
     * @param reported the numbers that the program printed, one {@code name=number} a line
     */
    public record Run(double wallSeconds, NamedNumbers reported) {}

    /**
     * Makes a process of this JVM's kind and class path.
     *
     * @param program the class with the main method
     * @param options options of the JVM, such as {@code -Xmx128m}
     * @param arguments the arguments of the program
     * @return the process, not started
     */
    public static ChildProcess java(Class<?> program, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        command.addAll(arguments);
        return new ChildProcess(command);
    }

    /**
     * Makes a process of a program of the system.
     *
     * @param command the program and its arguments
     * @return the process, not started
     */
    public static ChildProcess of(List<String> command) {
        return new ChildProcess(command);
    }

    /**
     * Tells whether the program is there and a first try of it succeeds, such as loading a package.
     *
     * @return whether it ran with exit status 0
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean works() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /**
     * Runs the program to its end.
     *
     * @return its time and what it reported
     * @throws IOException if it cannot be started or ends with another status than 0
     * @throws InterruptedException if the thread is interrupted
     */
    public Run run() throws IOException, InterruptedException {
        Files.createDirectories(logs());
        Path output = Files.createTempFile(logs(), "run", ".log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("gave up on " + command);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IOException("exit status " + process.exitValue() + " of " + command + "\n" + printed);
        }
        Files.delete(output);
        Map<String, Double> reported = new HashMap<>();
        printed.lines().filter(line -> line.matches("\\w+=[-+.0-9eE]+")).forEach(line -> {
            int equals = line.indexOf('=');
            reported.put(line.substring(0, equals), Double.valueOf(line.substring(equals + 1)));
        });
        return new Run(seconds, new NamedNumbers(reported));
    }

    /**
     * Returns where logs go.
     *
     * @return a directory that may not exist yet
     */
    static Path logs() {
        return Path.of(System.getProperty("sipas.benchmarks.logs", "target/logs"));
    }

    /**
     * Returns where scripts for other programs lie.
     *
     * @param name the name of the file
     * @return its path
     */
    static Path script(String name) {
        return Path.of(System.getProperty("sipas.benchmarks.scripts", "scripts"), name);
    }
}
