package vn.sipas.examples.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.core.estimate.Interval;
import vn.sipas.core.estimate.ProportionInterval;

/** The exact table against R (coverage.csv, made by coverage.R), and the committed tables against the program. */
class CoverageStudyTest {

    private static final Path README = Path.of("README.md");

    @TempDir
    private Path folder;

    /** With this property the tables are written before they are compared. */
    @BeforeAll
    static void writeIfAsked() throws IOException {
        if (Boolean.getBoolean("sipas.coverage.write")) {
            CoverageStudy.main(README.toString());
        }
    }

    private record Key(ExactStudy.Form form, ExactStudy.Method method, int n, double share) {}

    private static Map<Key, Coverage> byR() throws IOException {
        Map<Key, Coverage> cells = new HashMap<>();
        try (InputStream golden = CoverageStudyTest.class.getResourceAsStream("coverage.csv")) {
            assertNotNull(golden);
            BufferedReader lines = new BufferedReader(new InputStreamReader(golden, StandardCharsets.UTF_8));
            lines.lines()
                    .skip(2)
                    .map(line -> line.split(",", -1))
                    .forEach(cell -> cells.put(
                            new Key(
                                    ExactStudy.Form.valueOf(cell[0]),
                                    ExactStudy.Method.valueOf(cell[1]),
                                    Integer.parseInt(cell[2]),
                                    Double.parseDouble(cell[3])),
                            new Coverage(Double.parseDouble(cell[4]), Double.parseDouble(cell[5]))));
        }
        return cells;
    }

    @Test
    void everyExactCellIsThatOfR() throws IOException {
        Map<Key, Coverage> expected = byR();
        int compared = 0;
        for (ExactStudy.Form form : ExactStudy.Form.values()) {
            for (ExactStudy.Method method : ExactStudy.Method.values()) {
                for (int n : ExactStudy.SIZES) {
                    List<Interval> intervals = ExactStudy.intervals(form, method, n);
                    for (double share : ExactStudy.SHARES) {
                        Key key = new Key(form, method, n, share);
                        Coverage cell = ExactStudy.coverage(intervals, share);
                        assertEquals(expected.get(key).share(), cell.share(), 1e-10, key::toString);
                        assertEquals(expected.get(key).width(), cell.width(), 1e-10, key::toString);
                        compared++;
                    }
                }
            }
        }
        assertEquals(expected.size(), compared);
    }

    @Test
    void betaNeverFallsUnderItsLevelAndPlainWaldAlmostAlwaysDoes() throws IOException {
        long plain = 0;
        for (Map.Entry<Key, Coverage> cell : byR().entrySet()) {
            if (cell.getKey().method() == ExactStudy.Method.BETA) {
                assertTrue(cell.getValue().share() >= ExactStudy.LEVEL, cell::toString);
            }
            if (cell.getKey().method() == ExactStudy.Method.PLAIN_WALD) {
                plain += cell.getValue().share() < Coverage.POOR ? 1 : 0;
            }
        }
        long cells = 2L * ExactStudy.SIZES.size() * ExactStudy.SHARES.size();
        assertTrue(plain >= 0.85 * cells, plain + " of " + cells);
    }

    @Test
    void logitIsLeftOutBecauseItsBoundsAreThoseOfXlogit() {
        Interval logit = ProportionInterval.LOGIT.of(0.95, 0.03, 59, 58.0, ExactStudy.LEVEL);
        assertEquals(ProportionInterval.XLOGIT.of(0.95, 0.03, 59, 58.0, ExactStudy.LEVEL), logit);
    }

    @Test
    void theCommittedExactTablesAreWhatTheProgramPrints() throws IOException {
        String committed = CoverageStudy.between(Files.readString(README), "exact");
        assertEquals(ExactStudy.markdown().strip(), committed.strip());
    }

    @Test
    void theCommittedSimulationIsRepeatedByItsSeed() throws IOException {
        String committed = CoverageStudy.between(Files.readString(README), "simulated");
        SimulatedStudy.Setting setting = SimulatedStudy.SETTINGS.get(0);
        assertTrue(committed.contains(SimulatedStudy.row(setting, 0.95)));
        long rows = committed.lines().filter(line -> line.contains(" % |")).count();
        assertEquals((long) SimulatedStudy.SETTINGS.size() * SimulatedStudy.SHARES.size(), rows);
    }

    @Test
    void clustersOfTheUrnHaveTheMeanTheyShould() {
        // without correlation and with equal weights the simulation must come near the exact coverage
        SimulatedStudy.Setting plain = new SimulatedStudy.Setting(0, 59, 0.0, false);
        String row = SimulatedStudy.row(plain, 0.95);
        Coverage exact =
                ExactStudy.coverage(ExactStudy.intervals(ExactStudy.Form.SURVEY, ExactStudy.Method.WILSON, 59), 0.95);
        double simulated = Double.parseDouble(
                row.split("\\|", -1)[5].strip().split(" ", -1)[0].replace("*", ""));
        // four standard errors of 5,000 repetitions
        assertEquals(100.0 * exact.share(), simulated, 400.0 * Math.sqrt(0.05 * 0.95 / SimulatedStudy.REPETITIONS));
    }

    @Test
    void onlyWhatStandsBetweenTheMarksIsRewritten() throws IOException {
        String text = Files.readString(README);
        assertTrue(text.startsWith("# "));
        Path broken = Files.writeString(folder.resolve("README.md"), "no marks");
        try {
            CoverageStudy.main(broken.toString());
        } catch (IllegalArgumentException expected) {
            assertEquals("no marks", Files.readString(broken));
            return;
        }
        throw new AssertionError("a file without marks must be refused");
    }
}
