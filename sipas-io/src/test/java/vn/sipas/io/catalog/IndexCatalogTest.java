package vn.sipas.io.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sipas.core.Checked;
import vn.sipas.core.MethodVersion.Standing;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.index.ImportanceWeight;
import vn.sipas.core.index.IndexAccumulator;
import vn.sipas.core.index.IndexCalculator;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.Provenance;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.json.IndexJson;
import vn.sipas.io.json.SurveyJson;

/** The indices of the catalog: what stands behind them, and what they make of published figures. */
class IndexCatalogTest {

    private static final Catalog CATALOG = Catalog.standard();
    private static final IndexJson JSON = IndexJson.create();
    private static final CatalogKind<IndexDefinition> INDEX = CatalogKind.index(JSON);
    private static final CatalogKind<Survey> SURVEY = CatalogKind.survey(SurveyJson.standalone());

    static Stream<CatalogEntry> indices() {
        return CATALOG.entries(INDEX).stream();
    }

    private static IndexDefinition definition(String id) {
        return CATALOG.open(id, INDEX).orThrow();
    }

    private static String overall(IndexDefinition definition, String policy, String services) {
        return IndexCalculator.of(definition)
                .calculateFromScores(
                        "Việt Nam", Map.of("policy", new BigDecimal(policy), "services", new BigDecimal(services)))
                .value()
                .toString();
    }

    @Test
    void theIdsAreStable() {
        assertEquals(
                List.of(
                        "bac-giang-2024-10",
                        "bac-giang-pks05",
                        "sipas-2017-2020",
                        "sipas-2023-2026",
                        "sipas-2023-2026-pooled"),
                indices().map(CatalogEntry::id).toList());
    }

    @ParameterizedTest
    @MethodSource("indices")
    void everyIndexOpensIsWrittenAsWeWriteItAndFitsItsSurvey(CatalogEntry entry) {
        Checked<IndexDefinition> opened = CATALOG.open(entry.reference(), INDEX);
        assertEquals(List.of(), opened.problems());
        IndexDefinition definition = opened.orThrow();
        assertEquals(entry.id(), definition.method().id());
        assertEquals(entry.title(), definition.title());
        assertEquals(entry.legalBasis(), definition.method().legalBasis());
        assertEquals(entry.validity(), definition.method().validity());
        assertEquals(entry.definition(), JSON.write(definition), "the file is in the form that the writer gives");
        String questionnaire = entry.id().replace("-pooled", "");
        Survey survey = CATALOG.open(questionnaire, SURVEY).orThrow();
        IndexAccumulator.of(definition, survey, SampleDesign.simpleRandom());
    }

    @ParameterizedTest
    @MethodSource("indices")
    void nothingIsCalledOfficialThatWasNotFound(CatalogEntry entry) {
        IndexDefinition definition = definition(entry.id());
        assertEquals(Standing.ASSUMPTION, entry.standing());
        assertEquals(Standing.ASSUMPTION, definition.method().standing());
        List<String> about =
                definition.provenance().stream().map(Provenance::about).toList();
        String root = definition.root().id();
        for (String part : List.of("structure", "weights:" + root, "statistic", "rounding", "missing-data")) {
            assertTrue(about.contains(part), entry.id() + " says nothing about " + part);
        }
        for (Provenance part : definition.provenance()) {
            if (!part.about().equals("structure")) {
                assertTrue(part.standing() != Standing.OFFICIAL, entry.id() + " " + part.about());
            }
            if (part.about().startsWith("weights:")) {
                assertEquals(Standing.ASSUMPTION, part.standing(), entry.id() + " " + part.about());
            }
        }
        assertEquals(
                Standing.ASSUMPTION, entry.originOf("root.children[1].weight").standing());
        assertEquals(Standing.ASSUMPTION, entry.originOf("root.aggregation").standing());
    }

    @ParameterizedTest
    @MethodSource("indices")
    void everyOriginNamesAPartThatExistsAndEverySourceIsUsed(CatalogEntry entry) throws IOException {
        List<String> paths = new ArrayList<>();
        collect(new ObjectMapper().readTree(entry.definition()), "", paths);
        for (ValueOrigin origin : entry.origins()) {
            assertTrue(paths.stream().anyMatch(origin::covers), () -> entry.id() + " has no " + origin.path());
        }
        for (CatalogSource source : entry.sources()) {
            assertTrue(
                    entry.origins().stream().anyMatch(origin -> origin.source().equals(Optional.of(source.id()))),
                    () -> entry.id() + " does not use " + source.id());
        }
    }

    private static void collect(JsonNode node, String path, List<String> paths) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collect(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), paths);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), path + "[" + i + "]", paths);
            }
        } else {
            paths.add(path);
        }
    }

    /** Published: 2023 policies 82.49, services 82.97, overall 82.66; 2024 83.84, 84.09 and 83.94. */
    @Test
    void theTwoBlocksReproduce2023AndMiss2024ByAHundredth() {
        IndexDefinition definition = definition("sipas-2023-2026");
        assertEquals("82.66", overall(definition, "82.49", "82.97"));
        assertEquals("83.93", overall(definition, "83.84", "84.09"));
        IndexDefinition halves = definition.withSetting("block-weights", ImportanceWeight.equal(2));
        assertEquals("82.73", overall(halves, "82.49", "82.97"));
        assertEquals("83.97", overall(halves, "83.84", "84.09"));
        assertEquals("sipas-2023-2026/1+block-weights=1/2:1/2", halves.method().toString());
    }

    /** Factors 2024 as published: 84.27, 84.23, 84.29, 84.12 and 83.50, for a block of 84.09. */
    @Test
    void theFiveFactorsOf2024AverageTo8408() {
        Map<String, BigDecimal> factors = Map.of(
                "access", new BigDecimal("84.27"),
                "procedures", new BigDecimal("84.23"),
                "officials", new BigDecimal("84.29"),
                "results", new BigDecimal("84.12"),
                "feedback", new BigDecimal("83.50"));
        assertEquals(
                "84.08",
                IndexCalculator.of(definition("sipas-2017-2020"))
                        .calculateFromScores("2024", factors)
                        .value()
                        .toString());
        assertEquals(
                "84.08",
                IndexCalculator.of(definition("sipas-2023-2026"))
                        .calculateFromScores("2024", factors)
                        .node("services")
                        .orElseThrow()
                        .value()
                        .toString());
    }

    @Test
    void nineGroupsOfFourContentsAndTenServiceQuestionsAreCounted() {
        assertEquals(46, definition("sipas-2023-2026").items().size());
        assertEquals(
                definition("sipas-2023-2026").items(),
                definition("sipas-2023-2026-pooled").items());
        assertEquals(6, definition("bac-giang-pks05").items().size());
        assertEquals(7, definition("bac-giang-2024-10").items().size());
    }

    @Test
    void theSeriesBreaksBetween2021And2022() {
        for (String id : List.of("sipas-2017-2020", "sipas-2023-2026", "sipas-2023-2026-pooled")) {
            assertTrue(
                    definition(id).seriesBreaks().get(0).separates(LocalDate.of(2021, 1, 1), LocalDate.of(2022, 1, 1)));
        }
    }
}
