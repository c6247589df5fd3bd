package vn.sipas.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own for one test class, if the programs are installed: on the loopback address, in a temporary
 * folder, not as root. It knows no JDBC driver, so that the tests of every module can use it.
 */
public final class PostgresServer {

    /** The only user; there is no password. */
    public static final String USER = "sipas";

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @return the server, empty if PostgreSQL is not installed or does not start
     */
    public static Optional<PostgresServer> start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("sipas-postgres");
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        PostgresServer server = new PostgresServer(programs.get(), folder, port);
        if (asRoot() && run(List.of("chown", "postgres", folder.toString())) != 0) {
            return Optional.empty();
        }
        boolean started = server.program("initdb", "-D", folder + "/data", "-A", "trust", "-U", USER, "-N") == 0
                && server.program(
                                "pg_ctl",
                                "start",
                                "-w",
                                "-D",
                                folder + "/data",
                                "-l",
                                folder + "/log",
                                "-o",
                                "-p " + port + " -c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                                        + folder)
                        == 0;
        return started ? Optional.of(server) : Optional.empty();
    }

    /**
     * Returns the address of the database.
     *
     * @return the JDBC URL, for {@link #USER}
     */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Stops the server and removes its folder. */
    public void stop() throws IOException, InterruptedException {
        program("pg_ctl", "stop", "-w", "-m", "immediate", "-D", folder + "/data");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private int program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (asRoot()) {
            // The server refuses to run as root.
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private static boolean asRoot() {
        return "root".equals(System.getProperty("user.name").toLowerCase(Locale.ROOT));
    }

    private static Optional<Path> programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst();
        }
    }
}
