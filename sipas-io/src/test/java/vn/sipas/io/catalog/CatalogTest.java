package vn.sipas.io.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sipas.core.Checked;
import vn.sipas.core.Language;
import vn.sipas.core.MethodVersion.Standing;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.json.SurveyJson;

class CatalogTest {

    private static final Catalog CATALOG = Catalog.standard();
    private static final SurveyJson JSON = SurveyJson.standalone();
    private static final CatalogKind<Survey> SURVEY = CatalogKind.survey(JSON);
    private static final Map<String, RatingScale> LIBRARY_SCALES = Map.of(
            "likert5", RatingScale.likert5(),
            "likert4", RatingScale.likert4(),
            "smiley3", RatingScale.smiley3(),
            "stars5", RatingScale.stars5());

    static Stream<CatalogEntry> surveys() {
        return CATALOG.entries(SURVEY).stream();
    }

    @Test
    void theIdsAreStable() {
        assertEquals(
                List.of(
                        "bac-giang-2024-10",
                        "bac-giang-pks01",
                        "bac-giang-pks02",
                        "bac-giang-pks03",
                        "bac-giang-pks04",
                        "bac-giang-pks05",
                        "bac-giang-pks06",
                        "bac-giang-pks07",
                        "sipas-2017-2020",
                        "sipas-2023-2026",
                        "kiosk-3-buttons",
                        "tablet-5-stars"),
                surveys().map(CatalogEntry::id).toList());
    }

    @ParameterizedTest
    @MethodSource("surveys")
    void everySurveyOpensWithoutAnyProblemAndIsWrittenAsWeWriteIt(CatalogEntry entry) {
        Checked<Survey> opened = CATALOG.open(entry.reference(), SURVEY);

        assertEquals(List.of(), opened.problems());
        Survey survey = opened.orThrow();
        assertEquals(entry.id(), survey.key().id());
        assertEquals(entry.definition(), JSON.write(survey), "the file is in the form that the writer gives");
        for (RatingQuestion question : survey.ratingQuestions()) {
            RatingScale known = LIBRARY_SCALES.get(question.scale().id());
            if (known != null) {
                assertEquals(known, question.scale(), "one name, one scale");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("surveys")
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
        for (String path : paths) {
            ValueOrigin origin = entry.originOf(path);
            assertTrue(
                    origin.standing() == Standing.ASSUMPTION
                            || entry.source(origin.source().orElseThrow()).isPresent(),
                    path);
        }
    }

    @Test
    void theSevenQuestionsOfOctober2024AreRatedOnFiveLevels() {
        Survey survey = CATALOG.open("catalog:bac-giang-2024-10", SURVEY).orThrow();

        assertEquals(
                List.of("q1", "q2", "q3", "q4", "q5", "q6", "q7"),
                survey.ratingQuestions().stream().map(RatingQuestion::code).toList());
        assertTrue(survey.ratingQuestions().stream()
                .allMatch(question -> question.scale().equals(RatingScale.likert5())));
        CatalogEntry entry = CATALOG.find("catalog:bac-giang-2024-10", SURVEY).orElseThrow();
        assertEquals(
                Standing.ASSUMPTION,
                entry.originOf("sections[0].questions[0].text.vi").standing(),
                "the wording was not found");
        assertEquals(Standing.PUBLISHED, entry.originOf("sections[0].title.vi").standing());
    }

    @Test
    void theDeployedOneStopFormAsksItsFollowUpsOnlyWhereItShould() {
        Survey form = CATALOG.open("bac-giang-pks05", SURVEY).orThrow();

        assertTrue(form.asks("q3.1", code -> code.equals("q3") ? Set.of("1") : Set.of()), "a very long wait");
        assertFalse(form.asks("q3.1", code -> Set.of("2")));
        assertTrue(form.asks("q7.1", code -> code.equals("q7") ? Set.of("1") : Set.of()), "late");
        assertTrue(form.asks("q8.1", code -> code.equals("q8") ? Set.of("yes") : Set.of()), "asked to pay extra");
        assertFalse(form.asks("q8.1-text", code -> Set.of("no")));
        RatingQuestion extra = (RatingQuestion) form.question("q8").orElseThrow();
        assertTrue(extra.scale().isFavourable(1), "not being asked to pay is the favourable answer");
        assertEquals("no", extra.scale().levels().get(1).code());
        assertEquals(
                6, ((MultipleChoiceQuestion) form.question("q8.1").orElseThrow()).maxSelections(), "all six fields");
    }

    @Test
    void theTwoBlockQuestionnaireHasNinePoliciesTimesFourContentsAndFiveFactors() {
        Survey survey = CATALOG.open("sipas-2023-2026", SURVEY).orThrow();

        assertEquals(
                9,
                survey.sections().stream()
                        .filter(section -> section.code().startsWith("policy-"))
                        .filter(section -> section.questions().size() == 4)
                        .count());
        assertEquals(
                List.of("access", "procedures", "officials", "results", "feedback"),
                survey.sections().subList(10, 15).stream()
                        .map(section -> section.code())
                        .toList());
        assertEquals(3, survey.sections().get(10).questions().size(), "access has three published contents");
        assertEquals(4, survey.sections().get(11).questions().size(), "procedures has four");
    }

    @Test
    void anUnknownReferenceListsWhatThereIs() {
        Checked<Survey> opened = CATALOG.open("catalog:pks05", SURVEY);

        assertEquals("catalog.entry.unknown", opened.problems().get(0).code());
        assertTrue(opened.problems().get(0).message(Language.EN).contains("bac-giang-pks05"));
        assertTrue(Catalog.isReference("catalog:x"));
        assertFalse(Catalog.isReference("x.json"));
    }

    @Test
    void aHostAddsEntriesAndKindsOfItsOwn() {
        String record = """
                {"format": "sipas-catalog/1", "kind": "greeting", "id": "bac-giang-2024-10",
                 "title": {"vi": "Lời chào", "en": "Greeting"}, "standing": "assumption", "sources": [],
                 "origins": [{"path": "", "standing": "assumption", "remark": {"vi": "Ví dụ", "en": "Example"}}]}
                """;
        CatalogEntry entry = Catalog.readEntry(record, "xin chào", "host.json").orThrow();
        CatalogKind<String> greeting = new CatalogKind<>("greeting", (json, source) -> Checked.of(json + " " + source));

        Catalog more = CATALOG.plus(entry);

        assertEquals(
                "xin chào catalog:bac-giang-2024-10",
                more.open("catalog:bac-giang-2024-10", greeting).orThrow());
        assertTrue(more.open("catalog:bac-giang-2024-10", SURVEY).value().isPresent(), "one id, two kinds");
        assertThrows(IllegalArgumentException.class, () -> more.plus(entry));
    }

    @Test
    void aBadRecordIsAProblemWithItsPlace() {
        String record = """
                {"format": "sipas-catalog/1", "kind": "survey", "id": "x",
                 "title": {"vi": "Phiếu"}, "standing": "certain", "sources": [],
                 "origins": [{"path": "", "standing": "official", "remark": {"vi": "a", "en": "b"}}], "colour": 1}
                """;

        assertEquals(
                List.of(
                        "json.field.unknown host.json:3:97 colour",
                        "catalog.record.invalid host.json:2:11 title",
                        "catalog.record.invalid host.json:2:40 standing",
                        "catalog.record.invalid host.json:3:14 origins[0]"),
                Catalog.readEntry(record, "{}", "host.json").problems().stream()
                        .map(problem -> problem.code() + " " + problem.place())
                        .toList());
    }

    @Test
    void theTableListsEveryEntryWithItsStanding() {
        String table = CATALOG.toTable(Language.EN);

        assertEquals(1 + CATALOG.entries().size(), table.lines().count());
        assertTrue(
                table.lines()
                        .anyMatch(
                                line -> line.matches(
                                        "survey +catalog:sipas-2023-2026 +assumption +SIPAS 2023-2026: .* +Decision 1001/QĐ-BNV of 11 December 2023")));
        assertTrue(CATALOG.toTable(Language.VI).contains("giả định"));
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
}
