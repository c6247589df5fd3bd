package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.Problem;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.index.Direction;
import vn.sipas.core.index.ImportanceWeight;
import vn.sipas.core.index.IndexComposite;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexItem;
import vn.sipas.core.index.ItemStatistic;
import vn.sipas.core.index.MeanKind;
import vn.sipas.core.index.MissingDataRule;
import vn.sipas.core.index.Provenance;
import vn.sipas.core.index.SeriesBreak;
import vn.sipas.core.index.WeightSetting;

class IndexJsonTest {

    private static final IndexJson JSON = IndexJson.create();

    private static final String SMALL = """
            {
              "format": "sipas-index/1",
              "id": "small",
              "version": "1",
              "standing": "assumption",
              "title": {"vi": "Nhỏ", "en": "Small"},
              "statistic": "favourable-share",
              "rounding": {"decimals": 2, "mode": "half-up"},
              "root": {
                "id": "overall",
                "name": {"vi": "Chung", "en": "Overall"},
                "aggregation": "arithmetic",
                "children": [
                  {"name": {"vi": "Một", "en": "One"}, "weight": "1/2", "question": "q1"},
                  {"name": {"vi": "Hai", "en": "Two"}, "weight": "0.5", "question": "q2"}
                ]
              }
            }
            """;

    private static IndexDefinition everything() {
        LocalizedText name = LocalizedText.of("Tên", "Name");
        IndexComposite pooled = IndexComposite.pooled(
                        "pooled", name, List.of(IndexItem.of("q1", name), IndexItem.of("q2", name)))
                .withMissingData(MissingDataRule.atLeast(1, 2));
        IndexItem reversed =
                new IndexItem("r", name, "q3", Direction.LOWER_IS_BETTER, Optional.of(ItemStatistic.RESCALED_MEAN));
        IndexComposite root = IndexComposite.mean(
                "overall",
                name,
                MeanKind.GEOMETRIC,
                List.of(ImportanceWeight.of(9, 14), ImportanceWeight.of(5, 14)),
                List.of(pooled, reversed));
        return new IndexDefinition(
                new MethodVersion(
                        "all-parts",
                        "2",
                        MethodVersion.Standing.PUBLISHED,
                        Optional.of(LocalizedText.of("Quyết định", "Decision")),
                        ValidityPeriod.between(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1))),
                name,
                root,
                ItemStatistic.FAVOURABLE_SHARE,
                new RoundingRule(3, RoundingMode.HALF_EVEN),
                List.of(new WeightSetting("block-weights", "overall", name)),
                List.of(new SeriesBreak("new", LocalDate.of(2024, 6, 1), name, List.of("https://sipas.vn"))),
                List.of(
                        new Provenance("weights:overall", MethodVersion.Standing.ASSUMPTION, name, List.of()),
                        new Provenance(
                                "break:new", MethodVersion.Standing.OFFICIAL, name, List.of("https://sipas.vn"))));
    }

    private static List<Problem> problems(String from, String to) {
        assertTrue(SMALL.contains(from), from);
        Checked<IndexDefinition> read = JSON.read(SMALL.replace(from, to), "small.json");
        assertEquals(Optional.empty(), read.value());
        return read.problems();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        IndexDefinition definition = everything();
        Checked<IndexDefinition> read = JSON.read(JSON.write(definition), "x");
        assertEquals(List.of(), read.problems());
        assertEquals(definition, read.orThrow());
    }

    @Test
    void filesAreUtf8(@TempDir Path folder) throws java.io.IOException {
        Path file = folder.resolve("small.json");
        Files.write(file, SMALL.getBytes(StandardCharsets.UTF_8));
        assertEquals("Nhỏ", JSON.read(file).orThrow().title().vi());
        Files.write(file, SMALL.getBytes(StandardCharsets.UTF_16LE));
        assertEquals(Optional.empty(), JSON.read(file).value());
    }

    @Test
    void weightsOf99PercentAreRefusedAtTheirNode() {
        Problem problem = problems("\"0.5\"", "\"0.49\"").get(0);
        assertEquals("index-json.weight-sum", problem.code());
        assertEquals("small.json:9:11 root", problem.place().toString());
        assertEquals("99/100", problem.attributes().get("sum"));
        assertTrue(problem.toString().contains("\"overall\" sum to 99/100 and must sum to exactly 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "weight": "0.5",                      |                          | index-json.weight-gaps    | root
            "arithmetic"                          | "pooled"                 | index-json.weight-pooled  | root
            "arithmetic"                          | "median"                 | index-json.value          | root.aggregation
            "0.5"                                 | "half"                   | index-json.value          | root.children[1].weight
            "0.5"                                 | "0"                      | index-json.value          | root.children[1].weight
            "0.5"                                 | 0.5                      | json.type                 | root.children[1].weight
            "q2"                                  | "q1"                     | index-json.duplicate      | root.children[1]
            "q2"                                  | "q 2"                    | index-json.value          | root.children[1].id
            "question": "q2"                      | "questions": "q2"        | index-json.node-kind      | root.children[1]
            "question": "q2"                      | "question": "q2", "children": [] | index-json.node-kind | root.children[1]
            "id": "small"                         | "id": "Small One"        | index-json.value          | id
            "version": "1"                        | "version": " "           | index-json.missing        | ''
            "standing": "assumption"              | "standing": "law"        | index-json.value          | standing
            "favourable-share"                    | "median"                 | index-json.value          | statistic
            "decimals": 2                         | "decimals": 13           | index-json.value          | rounding.decimals
            "mode": "half-up"                     | "mode": "unnecessary"    | index-json.value          | rounding.mode
            "en": "Small"                         | "en": " "                | index-json.missing        | title
            "aggregation": "arithmetic"           | "minimumShare": "3/2", "aggregation": "arithmetic" | index-json.value | root.minimumShare
            "format": "sipas-index/1"             | "format": "sipas-index/2" | json.format              | format
            "statistic"                           | "settings": [{"name": "w", "node": "q1", "description": {"vi": "a", "en": "a"}}], "statistic" | index-json.reference | settings[0].node
            "statistic"                           | "seriesBreaks": [{"id": "b", "firstDay": "2022", "reason": {"vi": "a", "en": "a"}}], "statistic" | index-json.value | seriesBreaks[0].firstDay
            "statistic"                           | "provenance": [{"about": "weights:x", "standing": "assumption", "statement": {"vi": "a", "en": "a"}}], "statistic" | index-json.reference | provenance[0].about
            "statistic"                           | "provenance": [{"about": "rounding", "standing": "official", "statement": {"vi": "a", "en": "a"}}], "statistic" | index-json.source | provenance[0]
            """)
    void eachFaultIsAProblemWithItsPlace(String from, String to, String code, String path) {
        List<Problem> found = problems(from, to == null ? "" : to);
        assertTrue(
                found.stream()
                        .anyMatch(problem -> problem.code().equals(code)
                                && problem.place().path().equals(path)
                                && problem.place().line().isPresent()),
                found.toString());
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        String twice = SMALL.replace("\"0.5\"", "\"2\"").replace("\"half-up\"", "\"sideways\"");
        assertEquals(2, JSON.read(twice, "x").problems().size());
    }

    @Test
    void withoutWeightsAllCountAlikeAndUnknownFieldsAreWarnings() {
        String equal = SMALL.replaceAll("\"weight\": \"[^\"]*\", ", "")
                .replace("\"statistic\"", "\"colour\": 1, \"statistic\"");
        Checked<IndexDefinition> read = JSON.read(equal, "x");
        assertEquals(
                List.of("json.field.unknown"),
                read.problems().stream().map(Problem::code).toList());
        assertEquals(JSON.read(SMALL, "x").orThrow(), read.orThrow());
    }

    @Test
    void tooDeepATreeIsRefused() {
        StringBuilder open = new StringBuilder();
        StringBuilder close = new StringBuilder();
        for (int i = 0; i < IndexDefinition.MAX_DEPTH; i++) {
            open.append("{\"id\": \"n")
                    .append(i)
                    .append(
                            "\", \"name\": {\"vi\": \"a\", \"en\": \"a\"}, \"aggregation\": \"arithmetic\", \"children\": [");
            close.append("]}");
        }
        String item = "{\"name\": {\"vi\": \"Hai\", \"en\": \"Two\"}, \"question\": \"q2\"}";
        String deep = SMALL.replaceAll("\"weight\": \"[^\"]*\", ", "").replace(item, open + item + close);
        Checked<IndexDefinition> read = JSON.read(deep, "x");
        assertEquals(
                List.of("index-json.depth"),
                read.problems().stream().map(Problem::code).toList());
    }
}
