package vn.sipas.io.outside;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that nobody here wrote, run on files that we wrote. A test that needs one is skipped where it is absent. */
public final class OutsideProgram {

    private static final long SECONDS = 120;

    private OutsideProgram() {}

    /** Runs a program that must end with 0, and returns what it printed. */
    public static String run(Path folder, String... command) throws IOException, InterruptedException {
        assumeTrue(isThere(command[0]), command[0] + " is not installed; the check with it is skipped");
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command[0] + " did not end within " + SECONDS + " s");
        }
        String output = Files.readString(printed, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new AssertionError(command[0] + " ended with " + process.exitValue() + ":\n" + output);
        }
        return output;
    }

    /** Runs a script of Python with pandas. */
    public static String pandas(Path folder, String script) throws IOException, InterruptedException {
        String python = "/usr/bin/python3";
        assumeTrue(isThere(python), python + " is not installed; the check with pandas is skipped");
        Process probe = new ProcessBuilder(python, "-c", "import pandas")
                .redirectErrorStream(true)
                .start();
        probe.getInputStream().readAllBytes();
        assumeTrue(probe.waitFor() == 0, "pandas is not installed; the check with it is skipped");
        Path file = folder.resolve("script.py");
        Files.writeString(file, script);
        return run(folder, python, file.toString());
    }

    /** Converts a file with LibreOffice, with settings of its own. */
    public static Path office(Path folder, Path file, String to, String extension)
            throws IOException, InterruptedException {
        run(
                folder,
                "soffice",
                "-env:UserInstallation=" + folder.resolve("office-settings").toUri(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                folder.toString(),
                file.toString());
        String name = file.getFileName().toString();
        return folder.resolve(name.substring(0, name.lastIndexOf('.')) + "." + extension);
    }

    private static boolean isThere(String program) {
        if (program.contains("/")) {
            return Files.isExecutable(Path.of(program));
        }
        List<String> folders = new ArrayList<>();
        String path = System.getenv("PATH");
        if (path != null) {
            folders.addAll(List.of(path.split(File.pathSeparator, -1)));
        }
        return folders.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
