package vn.sipas.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SipasCommandTest {

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {}

    private static Run sipas(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = SipasCommand.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        assertFalse(err.toString().contains("\tat "), err::toString);
        return new Run(status, out.toString(), err.toString());
    }

    private Path file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theDemoRunsFromPostersToStars() throws IOException {
        Path demo = folder.resolve("demo");
        Run run = sipas("demo", "--out", demo);
        assertEquals(0, run.status, run.err);
        assertTrue(run.out.contains("SIMULATED"));
        assertTrue(run.out.contains("209 signed codes, 209 verified"));
        assertTrue(run.out.contains("12300 read = 12300 kept + 0 changed + 0 set aside"));
        // header, the province, 10 districts, 209 communes
        assertEquals(1 + 1 + 10 + 209, lines(demo.resolve("index.csv")).size());
        assertEquals(1 + 12_300, lines(demo.resolve("responses.csv")).size());
        assertTrue(lines(demo.resolve("responses.csv")).stream().skip(1).allMatch(line -> line.contains("simulated")));
        try (Stream<Path> posters = Files.list(demo.resolve("posters"))) {
            assertEquals(209, posters.count());
        }
        String report = Files.readString(demo.resolve("report.html"));
        assertTrue(report.contains("DỮ LIỆU MÔ PHỎNG") && report.contains("SIMULATED DATA"));
    }

    @Test
    void theDemoKeepsThePublishedTotalsOfThreeDistricts() throws IOException {
        Path demo = folder.resolve("demo");
        assertEquals(0, sipas("demo", "--out", demo, "--seed", 7).status);
        OctoberWave wave = new OctoberWave(7);
        List<String> answers = lines(demo.resolve("responses.csv"));
        // Vietnam News Service, 6 November 2024: Lục Ngạn 1,837, Việt Yên 1,586, Lục Nam 1,464
        assertEquals(1837, answersOf(wave, "219", answers));
        assertEquals(1586, answersOf(wave, "222", answers));
        assertEquals(1464, answersOf(wave, "218", answers));
    }

    private static long answersOf(OctoberWave wave, String district, List<String> answers) {
        List<String> communes = wave.districts().stream()
                .filter(unit -> unit.code().value().equals(district))
                .flatMap(unit -> wave.communesOf(unit).stream())
                .map(unit -> unit.code().value())
                .toList();
        return answers.stream()
                .skip(1)
                .filter(line -> communes.contains(line.split(",", -1)[3]))
                .count();
    }

    @Test
    void theIndexOfAFileIsTheSameWithOneAndTwoThreads() throws IOException {
        Path responses = folder.resolve("responses.csv");
        assertEquals(
                0, sipas("simulate", "--units", 40, "--responses", 60_000, "--items", 5, "--out", responses).status);
        Run one = sipas(
                "index",
                "--responses",
                responses,
                "--items",
                "q1,q2,q3,q4,q5",
                "--scale",
                "likert5",
                "--by",
                "unit",
                "--weight",
                "weight",
                "--stratum",
                "stratum",
                "--threads",
                1);
        Run two = sipas(
                "index",
                "--responses",
                responses,
                "--items",
                "q1,q2,q3,q4,q5",
                "--scale",
                "likert5",
                "--by",
                "unit",
                "--weight",
                "weight",
                "--stratum",
                "stratum",
                "--threads",
                2);
        assertEquals(0, one.status, one.err);
        assertEquals(one.out, two.out);
        assertEquals(1 + 41 * 5 * 2, one.out.lines().count());
        assertTrue(
                one.out.startsWith(
                        "group,indicator,statistic,estimate,standard_error,df,lower,upper,level,interval,n,n_eff,deff,flags\nALL,q1,favourable_share,"));
    }

    @Test
    void aBadRowIsNamedWithItsPlaceAndGoodRowsAreUsed() throws IOException {
        Path responses = file("bad.csv", "unit,q1\n07210,5\n07210,9\n07213,4\n07213,1,1\n");
        Run run = sipas("index", "--responses", responses, "--items", "q1", "--scale", "likert5", "--by", "unit");
        assertEquals(1, run.status);
        assertTrue(run.err.contains("bad.csv:3:2"), run.err);
        assertTrue(run.err.contains("bad.csv:5"), run.err);
        assertTrue(run.out.contains("07210,q1,favourable_share,1"), run.out);
    }

    @Test
    void aRowThatRepeatsAnIdIsSetAside() throws IOException {
        Path responses = file("twice.csv", "id,q1\na,5\nb,4\na,1\n");
        Run run = sipas("index", "--responses", responses, "--items", "q1", "--scale", "likert5", "--id", "id");
        assertEquals(1, run.status);
        assertTrue(run.err.contains("twice.csv:4:1") && run.err.contains("rating.id.repeated"), run.err);
        assertTrue(run.out.contains("ALL,q1,favourable_share,1,"), run.out);
    }

    @Test
    void strictWritesNothing() throws IOException {
        Path responses = file("bad.csv", "q1\n5\n9\n");
        Path out = folder.resolve("out.csv");
        Run run = sipas(
                "index", "--responses", responses, "--items", "q1", "--scale", "likert5", "--strict", "--out", out);
        assertEquals(1, run.status);
        assertFalse(Files.exists(out));
    }

    @Test
    void wrongUsageIsTwoAndAMissingFileIsThree() {
        assertEquals(2, sipas().status);
        assertEquals(2, sipas("index").status);
        assertEquals(2, sipas("index", "--responses", "x", "--items", "q1", "--scale", "likert6").status);
        assertEquals(
                2, sipas("index", "--responses", "x", "--items", "q1", "--scale", "likert5", "--level", "2").status);
        Run missing = sipas("index", "--responses", folder.resolve("none.csv"), "--items", "q1", "--scale", "likert5");
        assertEquals(3, missing.status);
        assertTrue(missing.err.contains("no such file"), missing.err);
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : List.of("demo", "index", "simulate", "plan", "rate", "qr", "read")) {
            Run run = sipas(command, "--help");
            assertEquals(0, run.status, command);
            assertTrue(run.out.contains("Usage: sipas " + command), run.out);
        }
    }

    @Test
    void commandsThatAreNotThereSaySo() {
        for (String command : List.of("qr", "read")) {
            Run run = sipas(command);
            assertEquals(2, run.status);
            assertTrue(run.err.contains("sipas " + command), run.err);
        }
    }

    @Test
    void sampleSizesFollowTheDecisionOf2012() {
        // n = N / (1 + N·0.05²): 200 → 133.3, 1,000 → 285.7, 15,000 → 389.6
        assertTrue(sipas("plan", "sample-size", "--population", 200).out.contains(",133.33333333333334,134"));
        assertTrue(sipas("plan", "sample-size", "--population", 1000).out.contains(",285.7142857142857,286"));
        assertTrue(sipas("plan", "sample-size", "--population", 15_000).out.endsWith(",390\n"));
        assertEquals(2, sipas("plan", "sample-size", "--population", 0).status);
        assertEquals(2, sipas("plan", "sample-size", "--population", 10, "--level", 0.9).status);
    }

    private static List<String> lines(Path path) throws IOException {
        return Files.readAllLines(path, StandardCharsets.UTF_8);
    }
}
