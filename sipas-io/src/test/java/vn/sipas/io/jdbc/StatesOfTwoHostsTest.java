package vn.sipas.io.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.EstimateTable;
import vn.sipas.core.estimate.Estimator;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.estimate.Statistic;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.testing.PostgresServer;

/** Two hosts count two waves into the same states; the estimates from them are those of all rows at once. */
class StatesOfTwoHostsTest {

    @Test
    void twoThreadsOnH2() throws Exception {
        SipasDatabase database = SipasDatabase.detect(TestDatabases.h2(""));
        database.migrate().orThrow();
        ExecutorService hosts = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Object>> calls = new ArrayList<>();
            for (int host = 0; host < 2; host++) {
                int number = host;
                calls.add(() -> {
                    StateHost.count(database, number);
                    return number;
                });
            }
            for (Future<Object> done : hosts.invokeAll(calls)) {
                done.get();
            }
        } finally {
            hosts.shutdownNow();
        }
        estimatesAreThoseOfAllRows(database);
    }

    @Test
    void twoProcessesOnPostgres() throws Exception {
        Optional<PostgresServer> started = PostgresServer.start();
        Assumptions.assumeTrue(
                started.isPresent(), "no PostgreSQL server is installed: states of two processes were not tested");
        PostgresServer server = started.get();
        try {
            DataSource source = TestDatabases.postgres(server);
            SipasDatabase database = SipasDatabase.detect(source);
            database.migrate().orThrow();
            List<Process> hosts = new ArrayList<>();
            for (String number : List.of("0", "1")) {
                hosts.add(new ProcessBuilder(List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StateHost.class.getName(),
                                server.url(),
                                number))
                        .redirectErrorStream(true)
                        .start());
            }
            for (Process host : hosts) {
                String said = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                host.waitFor(1, TimeUnit.MINUTES);
                assertEquals(0, host.exitValue(), said);
            }
            estimatesAreThoseOfAllRows(database);
        } finally {
            server.stop();
        }
    }

    private static void estimatesAreThoseOfAllRows(SipasDatabase database) throws SQLException {
        ResponseTally all = StateHost.tally();
        for (UnitCode unit : StateHost.UNITS) {
            for (int row = 0; row < StateHost.ROWS; row++) {
                StateHost.accept(all, unit, row);
            }
        }
        SampleTotals merged = StateStore.in(database, "sipas/2026", StateHost.ITEMS)
                .merge(ValidityPeriod.always(), unit -> true)
                .orThrow()
                .orElseThrow();
        assertEquals(2L * StateHost.ROWS, merged.rows());
        // Totals of another order may differ in the last of their 106 bits, which no estimate shows.
        EstimateTable expected = table(all.result());
        assertEquals(12, expected.estimates().size());
        assertEquals(expected.rows(), table(merged).rows());
    }

    /** Both items, everyone and each unit, with standard errors and intervals in the shortest form that tells doubles apart. */
    private static EstimateTable table(SampleTotals totals) {
        List<Domain> domains = Stream.concat(
                        Stream.of(Domain.all()), StateHost.UNITS.stream().map(unit -> Domain.of(unit.value())))
                .toList();
        return Estimator.of(totals)
                .table(domains, List.of(Statistic.FAVOURABLE_SHARE, Statistic.MEAN))
                .orThrow();
    }
}
