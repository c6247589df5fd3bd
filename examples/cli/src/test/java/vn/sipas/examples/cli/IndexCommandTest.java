package vn.sipas.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code sipas index} from file to table against R survey: the samples and numbers that edge-designs.R, random-designs.R and
 * index-trees.R of sipas-core have written, which say how.
 */
class IndexCommandTest {

    private static final Path GOLDEN = Path.of("../../sipas-core/src/test/resources/vn/sipas/core");
    private static final double RELATIVE = 1e-9;

    @TempDir
    private Path folder;

    private record Run(int status, List<Map<String, String>> rows, String out, String err) {

        Map<String, String> row(String group, String indicator, String statistic) {
            List<Map<String, String>> found = rows.stream()
                    .filter(row -> row.get("group").equals(group)
                            && row.get("indicator").equals(indicator)
                            && row.get("statistic").equals(statistic))
                    .toList();
            assertEquals(1, found.size(), group + " " + indicator + " " + statistic);
            return found.get(0);
        }
    }

    private static Run index(List<Object> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("index"));
        arguments.forEach(argument -> all.add(argument.toString()));
        int status = SipasCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Run(status, rows(out.toString()), out.toString(), err.toString());
    }

    private static List<Map<String, String>> rows(String csv) {
        List<String> lines = csv.lines().filter(line -> !line.startsWith("#")).toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] heading = lines.get(0).split(",", -1);
            String[] cells = lines.get(i).split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int j = 0; j < heading.length; j++) {
                row.put(heading[j], cells[j]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, List<Map<String, String>>> golden(String file, String key) throws IOException {
        Map<String, List<Map<String, String>>> byKey = new LinkedHashMap<>();
        rows(Files.readString(GOLDEN.resolve(file)))
                .forEach(row -> byKey.computeIfAbsent(row.get(key), name -> new ArrayList<>())
                        .add(row));
        return byKey;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static void assertNear(String expected, String actual, String what) {
        double number = Double.parseDouble(expected);
        assertEquals(number, Double.parseDouble(actual), RELATIVE * Math.max(RELATIVE, Math.abs(number)), what);
    }

    /** Writes a sample of R as a user has it: levels 1 to 5, blanks empty. */
    private Path responses(List<Map<String, String>> sample, List<String> answers) throws IOException {
        StringBuilder csv = new StringBuilder(
                "unit,stratum,psu,N,w," + String.join(",", answers).replace("answer", "q") + "\n");
        for (Map<String, String> row : sample) {
            csv.append(String.join(
                    ",",
                    row.get("group"),
                    row.get("stratum"),
                    row.get("psu"),
                    row.get("population"),
                    row.get("weight")));
            for (String answer : answers) {
                String level = row.get(answer);
                csv.append(',').append(level.isEmpty() ? "" : Integer.toString(Integer.parseInt(level) + 1));
            }
            csv.append('\n');
        }
        return file("responses.csv", csv.toString());
    }

    private static List<Object> design(Path responses, Map<String, String> first) {
        List<Object> arguments = new ArrayList<>(
                Arrays.asList("--responses", responses, "--by", "unit", "--stratum", "stratum", "--weight", "w"));
        if (first.get("selection").equals("CLUSTERS")) {
            arguments.addAll(List.of("--psu", "psu"));
        }
        if (!first.get("population").isEmpty()) {
            arguments.addAll(List.of("--population", "N"));
        }
        return arguments;
    }

    @Test
    void everyIntervalAndPolicyGivesTheNumbersOfR() throws IOException {
        Map<String, List<Map<String, String>>> samples = golden("estimate/edge-designs-rows.csv", "case");
        Map<String, List<Map<String, String>>> estimates = golden("estimate/edge-designs-estimates.csv", "case");
        Map<String, String> names = Map.of("asin", "arcsine", "mean", "wald");
        int compared = 0;
        for (Map.Entry<String, List<Map<String, String>>> sample : samples.entrySet()) {
            Map<String, String> first = sample.getValue().get(0);
            Path responses = responses(sample.getValue(), List.of("answer"));
            for (String method : List.of("wilson", "beta", "xlogit", "asin", "mean")) {
                List<Object> arguments = design(responses, first);
                arguments.addAll(List.of("--items", "q", "--scale", "likert5", "--lonely-psu", first.get("policy")));
                arguments.addAll(List.of("--interval", names.getOrDefault(method, method)));
                Run run = index(arguments);
                assertEquals(0, run.status, run.err);
                for (Map<String, String> expected : estimates.get(sample.getKey())) {
                    boolean share = expected.get("statistic").equals("favourable_share")
                            && expected.get("method").equals(method);
                    boolean mean = expected.get("statistic").equals("mean")
                            && expected.get("method").equals("t");
                    if ((share || mean) && Double.parseDouble(expected.get("standard_error")) > 1e-9) {
                        Map<String, String> row = run.row(expected.get("group"), "q", expected.get("statistic"));
                        String what = sample.getKey() + " " + expected + " " + row;
                        assertNear(expected.get("estimate"), row.get("estimate"), what);
                        assertNear(expected.get("standard_error"), row.get("standard_error"), what);
                        assertEquals(expected.get("df"), row.get("df"), what);
                        assertEquals(expected.get("n"), row.get("n"), what);
                        if (!expected.get("lower").isEmpty() && !method.equals("asin")) {
                            assertNear(expected.get("lower"), row.get("lower"), what);
                            assertNear(expected.get("upper"), row.get("upper"), what);
                        }
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 250, "compared " + compared);
    }

    private Path tree(String aggregation) throws IOException {
        StringBuilder children = new StringBuilder();
        List<String> weights = List.of("0.4", "0.3", "0.2", "0.1");
        for (int i = 1; i <= 4; i++) {
            children.append(i == 1 ? "" : ",")
                    .append("{\"id\":\"node")
                    .append(i)
                    .append("\",\"name\":{\"vi\":\"n\",\"en\":\"n\"},\"question\":\"q")
                    .append(i)
                    .append('"')
                    .append(i == 3 ? ",\"direction\":\"lower-is-better\"" : "")
                    .append(i == 2 || i == 3 ? ",\"statistic\":\"rescaled-mean\"" : "")
                    .append(aggregation.equals("pooled") ? "" : ",\"weight\":\"" + weights.get(i - 1) + "\"")
                    .append('}');
        }
        return file(
                "tree.json",
                "{\"format\":\"sipas-index/1\",\"id\":\"mixed\",\"version\":\"1\",\"standing\":\"assumption\",\"title\":{\"vi\":\"t\",\"en\":\"t\"},"
                        + "\"statistic\":\"favourable-share\",\"rounding\":{\"decimals\":2,\"mode\":\"half-up\"},"
                        + "\"root\":{\"id\":\"overall\",\"name\":{\"vi\":\"o\",\"en\":\"o\"},\"aggregation\":\""
                        + aggregation + "\",\"children\":[" + children
                        + "]},\"provenance\":[{\"about\":\"structure\",\"standing\":\"assumption\",\"statement\":"
                        + "{\"vi\":\"thử\",\"en\":\"a test\"}}]}");
    }

    @Test
    void treesThatMixStatisticsHaveTheErrorOfR() throws IOException {
        Map<String, List<Map<String, String>>> samples = golden("index/index-trees-rows.csv", "design");
        Map<String, List<Map<String, String>>> estimates = golden("index/index-trees-estimates.csv", "design");
        List<String> questions = List.of("q1", "q2", "q3", "q4");
        for (String kind : List.of("arithmetic", "geometric", "harmonic", "pooled")) {
            Path tree = tree(kind);
            for (Map.Entry<String, List<Map<String, String>>> sample : samples.entrySet()) {
                List<Object> arguments = design(
                        responses(sample.getValue(), questions),
                        sample.getValue().get(0));
                arguments.addAll(List.of("--items", String.join(",", questions), "--scale", "likert5"));
                arguments.addAll(List.of("--definition", tree));
                Run run = index(arguments);
                assertEquals(0, run.status, run.err);
                for (Map<String, String> expected : estimates.get(sample.getKey())) {
                    if (expected.get("kind").equals(kind)
                            && !expected.get("group").equals("a - b")) {
                        Map<String, String> row = run.row(expected.get("group"), "overall", "index");
                        assertNear(expected.get("estimate"), row.get("estimate"), expected.toString());
                        assertNear(expected.get("linear"), row.get("standard_error"), expected.toString());
                    }
                }
                // three groups of two rows per item, and per node the mean of all questions and the mixed index
                assertEquals(3 * (4 * 2 + 5 * 2), run.rows.size());
            }
        }
    }

    @Test
    void everyNodeOfTheCatalogTreeHasAShareAndAMean() throws IOException {
        StringBuilder csv = new StringBuilder("unit,q1,q2,q3,q4,q5,q6,q7\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 2 == 0 ? "00001" : "00002");
            for (int q = 0; q < 7; q++) {
                csv.append(',').append((i + 3 * q) % 7 == 0 ? 2 : 4 + (i + q) % 2);
            }
            csv.append('\n');
        }
        Path responses = file("responses.csv", csv.toString());
        Run run = index(List.of(
                "--responses",
                responses,
                "--survey",
                "catalog:bac-giang-2024-10",
                "--definition",
                "catalog:bac-giang-2024-10",
                "--by",
                "unit"));
        assertEquals(0, run.status, run.err);
        assertEquals("ALL", run.rows.get(0).get("group"));
        assertEquals(
                List.of("ALL", "00001", "00002"),
                run.rows.stream().map(row -> row.get("group")).distinct().toList());
        double share = 0.0;
        double mean = 0.0;
        for (int q = 1; q <= 7; q++) {
            share += Double.parseDouble(
                            run.row("ALL", "q" + q, "favourable_share").get("estimate"))
                    / 7;
            mean += Double.parseDouble(run.row("ALL", "q" + q, "mean").get("estimate")) / 7;
        }
        // nobody left a question out, so the index is the mean over questions
        assertEquals(
                share,
                Double.parseDouble(run.row("ALL", "overall", "favourable_share").get("estimate")),
                1e-12);
        Map<String, String> level = run.row("ALL", "overall", "mean");
        assertEquals(mean, Double.parseDouble(level.get("estimate")), 1e-12);
        assertTrue(Double.parseDouble(level.get("upper")) <= 5.0);
        assertTrue(Double.parseDouble(level.get("standard_error")) > 0.0);
    }

    @Test
    void whatHasNoNumberHasAnEmptyOneAndSaysWhy() throws IOException {
        Path responses = file("r.csv", "unit,q1,q2\nA,5,\nA,4,\nB,3,4\nB,5,5\n");
        Run run = index(List.of(
                "--responses", responses, "--items", "q1,q2", "--scale", "likert5", "--by", "unit", "--level", "0.9"));
        assertEquals(0, run.status, run.err);
        assertTrue(run.out.contains("\nA,q2,favourable_share,,,,,,0.9,,0,,,NO_ANSWERS\n"), run.out);
        // the two blank rows stay in the design: qt(0.95, 1) of the two answers of B, UNANIMOUS
        Map<String, String> all = run.row("ALL", "q2", "favourable_share");
        assertEquals("2", all.get("n"));
        assertEquals("1", all.get("df"));
        assertEquals("UNANIMOUS", all.get("flags"));
        Run refused = index(List.of(
                "--responses",
                responses,
                "--items",
                "q1,q2",
                "--scale",
                "likert5",
                "--psu",
                "unit",
                "--stratum",
                "unit"));
        assertEquals(1, refused.status);
        assertTrue(refused.err.contains("estimate.lonely-psu") && refused.err.contains("\"A\""), refused.err);
        assertFalse(refused.out.contains("favourable_share,"), refused.out);
    }

    @Test
    void aGeometricMeanOfZeroStandsWithoutAnError() throws IOException {
        Path responses = file("r.csv", "q1,q2,q3,q4\n5,5,1,1\n4,3,2,2\n5,4,1,1\n2,2,3,1\n");
        Run run = index(List.of(
                "--responses",
                responses,
                "--items",
                "q1,q2,q3,q4",
                "--scale",
                "likert5",
                "--definition",
                tree("geometric")));
        Map<String, String> overall = run.row("ALL", "overall", "index");
        assertEquals("0", overall.get("estimate"));
        assertEquals("", overall.get("standard_error"));
        assertEquals("NO_ERROR", overall.get("flags"));
        assertTrue(run.err.contains("index.no-error"), run.err);
    }

    @Test
    void aTreeThatAsksForMoreThanTheItemsSaysWhat() throws IOException {
        Path responses = file("r.csv", "q1,q2\n5,5\n4,3\n5,4\n2,2\n");
        Run run = index(List.of(
                "--responses",
                responses,
                "--items",
                "q1,q2",
                "--scale",
                "likert5",
                "--definition",
                tree("arithmetic")));
        assertTrue(run.err.contains("q3, q4"), run.err);
        assertEquals("", run.row("ALL", "overall", "index").get("estimate"));
    }

    @Test
    void numbersAreInTheirShortestFormThatReadsBack() throws IOException {
        Path responses = file("r.csv", "q1\n5\n4\n2\n3\n5\n5\n1\n");
        Run run = index(List.of("--responses", responses, "--items", "q1", "--scale", "likert5"));
        for (String column : List.of("estimate", "standard_error", "lower", "upper", "n_eff", "deff", "level")) {
            for (Map<String, String> row : run.rows) {
                String text = row.get(column);
                if (text.contains(".")) {
                    assertEquals(Double.toString(Double.parseDouble(text)), text);
                }
            }
        }
        assertEquals("0.5714285714285714", run.rows.get(0).get("estimate"));
    }

    @Test
    void theCodesThatReadGivesToColumnsNameTheItemsOfPlainTables() throws IOException {
        Path responses = file(
                "r.csv",
                "ID,Completion time,Thái độ của cán bộ,Điểm chung\n"
                        + "1,2026-08-29,Hài lòng,4\n2,2026-08-30,Rất hài lòng,5\n3,2026-08-30,Bình thường,3\n");

        Run run = index(List.of("--responses", responses, "--items", "q1,q2", "--scale", "likert5"));

        assertEquals(0, run.status, run.err);
        assertEquals("4", run.row("ALL", "q1", "mean").get("estimate"));
        assertEquals("4", run.row("ALL", "q2", "mean").get("estimate"));
    }

    @Test
    void anItemThatIsInNoColumnOfAnExportIsNamed() throws IOException {
        Path responses = file("r.csv", "Dấu thời gian,Ông/bà hài lòng mức nào?\n29/08/2026 09:40:00,4\n");

        Run run = index(List.of("--responses", responses, "--items", "q1,q7", "--scale", "likert5"));

        assertEquals(1, run.status);
        assertTrue(run.err.contains("\"q7\"") && !run.err.contains("\"q1\""), run.err);
        assertEquals("", run.out);
    }
}
