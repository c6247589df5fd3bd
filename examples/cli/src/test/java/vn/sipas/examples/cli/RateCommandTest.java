package vn.sipas.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateCommandTest {

    private static final String HEADER =
            "unit,outcome,stars,total,unmet,next_star,points_to_next,previous_stars,change\n";

    /** Cut-offs made up for these tests; no source gives them. */
    private static final List<String> CUT_OFFS = List.of(
            "--set", "one-star-from=60",
            "--set", "two-stars-from=70",
            "--set", "three-stars-from=80",
            "--set", "four-stars-from=90");

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {}

    private static Run rate(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> line = new ArrayList<>(List.of("rate"));
        line.addAll(arguments);
        int status = SipasCommand.run(new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
        assertFalse(err.toString().contains("\tat "), err::toString);
        return new Run(status, out.toString(), err.toString());
    }

    private static Run rate(Object... arguments) {
        return rate(Arrays.stream(arguments).map(Object::toString).toList());
    }

    private Path file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private static String dongNai(String unit, String reform) {
        return unit + ",propaganda,15\n" + unit + ",civility,15\n" + unit + ",satisfaction,20\n" + unit + ",reform,"
                + reform + "\n";
    }

    @Test
    void dongNaiBandsAreHalfOpenToTheLastDecimal() throws IOException {
        Path scores = file(
                "scores.csv",
                "unit,key,value\n"
                        + dongNai("a", "44.999")
                        + dongNai("b", "45")
                        + dongNai("c", "39.995")
                        + dongNai("d", "40")
                        + dongNai("e", "30")
                        + dongNai("f", "29.999"));
        Run run = rate("--scheme", "catalog:dong-nai-54-2025", "--scores", scores);
        assertEquals(0, run.status, run.err);
        assertEquals(HEADER + """
                        a,awarded,3,94.999,,4,0.001,,
                        b,awarded,4,95,,,,,
                        c,awarded,2,89.995,,3,0.005,,
                        d,awarded,3,90,,4,5,,
                        e,awarded,2,80,,3,10,,
                        f,awarded,1,79.999,,2,0.001,,
                        """, run.out);
    }

    @Test
    void settingsThatNoSourceGivesHaveToBeSet() throws IOException {
        Path scores = file("scores.csv", "unit,key,value\n07210,21,19\n");
        Run without = rate("--scheme", "catalog:bac-giang-2023", "--scores", scores);
        assertEquals(1, without.status);
        assertTrue(without.err.contains("one-star-from") && without.err.contains("four-stars-from"), without.err);
        assertEquals("", without.out);

        List<String> arguments = new ArrayList<>(CUT_OFFS);
        arguments.addAll(List.of("--scheme", "catalog:bac-giang-2023", "--scores", scores.toString()));
        Run with = rate(arguments);
        assertEquals(0, with.status, with.err);
        assertTrue(with.out.startsWith(HEADER + "07210,not-eligible,"), with.out);

        arguments.addAll(List.of("--set", "five-stars-from=99"));
        assertTrue(rate(arguments).err.contains("five-stars-from"));
        assertEquals(2, rate("--scheme", "catalog:dong-nai-54-2025", "--scores", scores, "--set", "x").status);
    }

    @Test
    void theYearBeforeIsComparedByLineage() throws IOException {
        Path before = file(
                "2024.csv",
                "unit,key,value\n" + dongNai("a", "30") + dongNai("b", "30") + dongNai("c", "45") + dongNai("d", "40"));
        Path now = file(
                "2025.csv",
                "unit,key,value\n" + dongNai("a", "45") + dongNai("m", "40") + dongNai("d", "30") + dongNai("n", "30"));
        Path merged = file("merged.csv", "unit,predecessor\nm,b\nm,c\n");
        Run run = rate(
                "--scheme",
                "catalog:dong-nai-54-2025",
                "--scores",
                now,
                "--previous",
                before,
                "--predecessors",
                merged);
        assertEquals(0, run.status, run.err);
        assertEquals(HEADER + """
                        a,awarded,4,95,,,,2,upgraded
                        m,awarded,3,90,,4,5,,between-predecessors
                        d,awarded,2,80,,3,10,3,downgraded
                        n,awarded,2,80,,3,10,,no-predecessor
                        """, run.out);
        assertEquals(2, rate("--scheme", "catalog:dong-nai-54-2025", "--scores", now, "--predecessors", merged).status);
        Run results =
                rate("--scheme", "catalog:dong-nai-54-2025", "--scores", now, "--previous", file("r.csv", run.out));
        assertEquals(1, results.status);
        assertTrue(results.err.contains("r.csv:1"), results.err);
    }

    @Test
    void anotherMethodIsNotCompared() throws IOException {
        Path before = file("2024.csv", "unit,key,value\na,21,19\n");
        Path now = file("2025.csv", "unit,key,value\n" + dongNai("a", "45"));
        List<String> arguments = new ArrayList<>(List.of(
                "--scheme",
                "catalog:dong-nai-54-2025",
                "--scores",
                now.toString(),
                "--previous",
                before.toString(),
                "--previous-scheme",
                "catalog:bac-giang-2023"));
        CUT_OFFS.forEach(word -> arguments.add(word.equals("--set") ? "--previous-set" : word));
        Run run = rate(arguments);
        assertEquals(0, run.status, run.err);
        assertTrue(run.out.endsWith("a,awarded,4,95,,,,,newly-rated\n"), run.out);
    }

    @Test
    void badRowsAreNamedAndTheOthersRated() throws IOException {
        Path scores = file("scores.csv", "unit,key,value\n" + dongNai("a", "45") + "a,nothing,1\nb b,reform,1\n");
        Path out = folder.resolve("stars.csv");
        Run run = rate("--scheme", "catalog:dong-nai-54-2025", "--scores", scores, "--out", out);
        assertEquals(1, run.status);
        assertTrue(run.err.contains("scores.csv:6:3") && run.err.contains("scores.csv:7:1"), run.err);
        assertEquals(HEADER + "a,awarded,4,95,,,,,\n", Files.readString(out));
        Path none = folder.resolve("none.csv");
        assertEquals(
                1, rate("--scheme", "catalog:dong-nai-54-2025", "--scores", scores, "--strict", "--out", none).status);
        assertFalse(Files.exists(none));
        assertEquals(3, rate("--scheme", "catalog:dong-nai-54-2025", "--scores", folder.resolve("no")).status);
        assertEquals(1, rate("--scheme", "catalog:no-such-scheme", "--scores", scores).status);
    }

    @Test
    void jsonCarriesTheWholeExplanation() throws IOException {
        Path scores = file("scores.csv", "unit,key,value\n" + dongNai("a", "44.999"));
        Run run = rate("--scheme", "catalog:dong-nai-54-2025", "--scores", scores, "--format", "json");
        assertEquals(0, run.status, run.err);
        JsonNode rating = new ObjectMapper().readTree(run.out).get("ratings").get(0);
        assertEquals("94.999", rating.get("total").asText());
        assertEquals(3, rating.get("stars").asInt());
        assertEquals("outcome", rating.get("explanation").get("kind").asText());
        assertTrue(rating.get("explanation").get("statement").get("vi").asText().length() > 10);
        assertEquals(4, rating.get("advice").get(0).get("stars").asInt());
    }

    @Test
    void scoresMayBeAWorkbookSemicolonsOrJson() throws IOException {
        String expected = HEADER + "a,awarded,3,94.999,,4,0.001,,\n";
        String csv = "unit,key,value\n" + dongNai("a", "44.999");
        assertEquals(
                expected,
                rate("--scheme", "catalog:dong-nai-54-2025", "--scores", file("s.csv", csv.replace(',', ';'))).out);
        StringBuilder json = new StringBuilder();
        csv.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> json.append("{\"unit\":\"")
                .append(cells[0])
                .append("\",\"key\":\"")
                .append(cells[1])
                .append("\",\"value\":")
                .append(cells[2])
                .append("}\n"));
        assertEquals(
                expected,
                rate("--scheme", "catalog:dong-nai-54-2025", "--scores", file("s.ndjson", json.toString())).out);
        Path workbook = folder.resolve("s.xlsx");
        try (Workbook book = new Workbook(Files.newOutputStream(workbook), "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("scores");
            List<String> lines = csv.lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(",", -1);
                sheet.value(row, 0, cells[0]);
                sheet.value(row, 1, cells[1]);
                if (row == 0) {
                    sheet.value(row, 2, cells[2]);
                } else {
                    sheet.value(row, 2, Double.parseDouble(cells[2]));
                }
            }
        }
        Run run = rate("--scheme", "catalog:dong-nai-54-2025", "--scores", workbook);
        assertEquals(expected, run.out, run.err);
    }
}
