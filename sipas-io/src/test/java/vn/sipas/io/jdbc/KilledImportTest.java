package vn.sipas.io.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.io.json.ResponseJson;
import vn.sipas.io.json.ResponseLinesWriter;
import vn.sipas.io.simulate.ResponseSimulator;
import vn.sipas.io.simulate.SimulationPlan;
import vn.sipas.testing.PostgresServer;

/**
 * Kills the importing process ({@code SIGKILL}) in the middle, several times, and starts it again. The default is 30,000
 * rows and two kills; {@code -Dsipas.killedImport.rows=1000000 -Dsipas.killedImport.kills=5} is the whole job.
 */
class KilledImportTest {

    private static final int ROWS = Integer.getInteger("sipas.killedImport.rows", 30_000);
    private static final int KILLS = Integer.getInteger("sipas.killedImport.kills", 2);
    private static final long SEED = 20_261_126L;

    @TempDir
    Path folder;

    @Test
    void everyRowIsThereOnce() throws Exception {
        Optional<PostgresServer> started = PostgresServer.start();
        Assumptions.assumeTrue(
                started.isPresent(), "no PostgreSQL server is installed: killed imports were not tested");
        try {
            everyRowIsThereOnce(started.get());
        } finally {
            started.get().stop();
        }
    }

    private void everyRowIsThereOnce(PostgresServer server) throws Exception {
        Path file = folder.resolve("responses.ndjson");
        long fingerprint = write(file);
        DataSource source = TestDatabases.postgres(server);
        Random random = new Random(SEED);
        long before = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long target = before + (long) ((ROWS - before) * (0.1 + 0.5 * random.nextDouble()));
            Process process = start(server, file);
            while (process.isAlive() && delivered(source) < target) {
                Thread.sleep(random.nextInt(40) + 20L);
            }
            assertTrue(process.isAlive(), "the import ended before it could be killed");
            process.destroyForcibly();
            assertEquals(137, process.waitFor(), "128 + SIGKILL");
            waitForServer(source);
            long after = stored(source);
            assertTrue(after >= before && after < ROWS, before + " rows, then " + after);
            assertEquals(after, delivered(source), "rows and progress are one transaction");
            before = after;
        }

        String last = output(start(server, file));
        assertTrue(
                last.contains("; " + ROWS + " responses = " + before + " before + " + (ROWS - before)
                        + " written + 0 refused"),
                last);
        assertEquals(ROWS, stored(source));
        assertEquals(ROWS, number(source, "SELECT COUNT(DISTINCT id) FROM sipas_response"));
        assertEquals(
                fingerprint,
                number(source, "SELECT COALESCE(SUM(LENGTH(document)), 0) FROM sipas_response"),
                "every document is whole");

        String again = output(start(server, file));
        assertTrue(again.contains("= " + ROWS + " before + 0 written + 0 refused (nothing new)"), again);
        assertEquals(ROWS, stored(source));
    }

    /** Writes the file and returns the number of characters of all documents. */
    private static long write(Path file) throws IOException {
        ResponseJson json = ResponseJson.standalone();
        long[] characters = new long[1];
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
                ResponseLinesWriter writer = ResponseLinesWriter.open(bytes, json)) {
            new ResponseSimulator(SimulationPlan.madeUp(50, ROWS, 7, SEED)).forEach(response -> {
                try {
                    writer.write(response);
                    characters[0] += json.write(response).length();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
        return characters[0];
    }

    private static Process start(PostgresServer server, Path file) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledImport.class.getName(),
                        server.url(),
                        file.toString(),
                        "1000"))
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(10, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    /** The server ends the killed client's transaction before it counts as ended. */
    private static void waitForServer(DataSource source) throws Exception {
        while (number(
                        source,
                        "SELECT COUNT(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND xact_start IS"
                                + " NOT NULL AND backend_type = 'client backend'")
                > 0) {
            Thread.sleep(20);
        }
    }

    private static long stored(DataSource source) throws SQLException {
        return number(source, "SELECT COUNT(*) FROM sipas_response");
    }

    private static long delivered(DataSource source) throws SQLException {
        if (number(source, "SELECT COUNT(*) FROM pg_tables WHERE tablename = 'sipas_import'") == 0) {
            return 0;
        }
        return number(source, "SELECT COALESCE(SUM(delivered), 0) FROM sipas_import");
    }

    private static long number(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
