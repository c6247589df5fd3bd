package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Answer;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.json.PublishedSchema;

/** Mappings as files: written, edited, read back, with several forms, and refused when wrong. */
class ColumnMappingJsonTest {

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(PublishedSchema.MAPPING.text());
    private static final ColumnMappingJson JSON = ColumnMappingJson.create();
    private static final String TABLE = "id,unit,q1,note\n1,07210,Hài lòng,x\n2,07210,Rất không hài lòng,y\n";

    private static MappedColumn rating(String heading, String question) {
        return MappedColumn.of(heading, 1, ColumnRole.IGNORE)
                .with(ColumnRole.ANSWER, question)
                .answeredBy(AnswerKind.RATING, Optional.of("likert5"), Map.of("Hài lòng", "4", "Không trả lời", "#RF"));
    }

    @Test
    void whatIsProposedReadsBackTheSame() {
        ColumnMapping proposed = Imported.of(TABLE).report().mapping().orElseThrow();
        String json = JSON.write(proposed);
        assertEquals(Set.of(), SCHEMA.validate(json, InputFormat.JSON), json);
        assertEquals(proposed, JSON.read(json, "m.json").orThrow());
    }

    @Test
    void everyFieldReadsBackTheSame() {
        MappedColumn list = MappedColumn.of("lists", 2, ColumnRole.IGNORE)
                .with(ColumnRole.ANSWER, "q2")
                .asList(", ", Map.of("một, hai", "a"));
        MappedColumn number = MappedColumn.of("n", 1, ColumnRole.IGNORE)
                .with(ColumnRole.ANSWER, "q3")
                .answeredBy(AnswerKind.NUMBER, Optional.empty(), Map.of())
                .withDecimalMark(DecimalMark.COMMA);
        MappedColumn words = MappedColumn.of("w", 1, ColumnRole.IGNORE)
                .with(ColumnRole.ANSWER, "q4")
                .asOpenText(PersonalData.FREE_TEXT);
        ColumnMapping mapping = new ColumnMapping(
                SurveyTool.GOOGLE_FORMS,
                Optional.of(StandardCharsets.UTF_8),
                Optional.of(';'),
                Optional.of(DateOrder.DAY_FIRST),
                Optional.of(DecimalMark.COMMA),
                Optional.of(UnitCode.of("07210")),
                Optional.of("2026"),
                List.of(
                        new FormMapping(SurveyKey.of("s", 1), List.of("v1"), List.of(rating("a", "q1"), list)),
                        new FormMapping(SurveyKey.of("s", 2), List.of("v2", "v3"), List.of(number, words))));
        String json = JSON.write(mapping);
        assertEquals(Set.of(), SCHEMA.validate(json, InputFormat.JSON), json);
        assertEquals(mapping, JSON.read(json, "m.json").orThrow());
    }

    @Test
    void anEditedMappingIsFollowed() {
        String json = JSON.write(Imported.of(TABLE).report().mapping().orElseThrow());
        String edited = json.replace("\"question\": \"q1\"", "\"question\": \"overall\"");
        ColumnMapping mapping = JSON.read(edited, "m.json").orThrow();
        Imported imported = Imported.of(TABLE, ImportOptions.detecting().withMapping(mapping));
        assertEquals(new Answer.Rated(4), imported.responses.get(0).answer("overall"));
    }

    @Test
    void unmappedAndMissingColumnsAreListed() {
        ColumnMapping mapping = ColumnMapping.of(
                SurveyTool.CSV,
                new FormMapping(SurveyKey.of("s", 1), List.of(), List.of(rating("q1", "q1"), rating("q9", "q9"))));
        Imported imported = Imported.of(TABLE, ImportOptions.detecting().withMapping(mapping));
        assertEquals(3, imported.codes().get("source.mapping.column-unmapped"));
        assertEquals(1, imported.codes().get("source.mapping.column-missing"));
        assertEquals(
                List.of("id", "unit", "note"),
                imported.report().columns(ColumnOutcome.Fate.UNMAPPED).stream()
                        .map(ColumnOutcome::heading)
                        .toList());
    }

    @Test
    void revisionsOfAFormStandSideBySide() {
        FormMapping first = new FormMapping(
                SurveyKey.of("s", 1),
                List.of("v1"),
                List.of(MappedColumn.of("rev", 1, ColumnRole.REVISION), rating("a", "q1")));
        FormMapping second = new FormMapping(
                SurveyKey.of("s", 2),
                List.of("v2"),
                List.of(MappedColumn.of("rev", 1, ColumnRole.REVISION), rating("b", "q2")));
        ColumnMapping mapping = ColumnMapping.of(SurveyTool.CSV, first).withForms(List.of(first, second));
        Imported imported = Imported.of(
                "rev,a,b\nv1,Hài lòng,\nv2,,Hài lòng\nv9,,Hài lòng\n",
                ImportOptions.detecting().withMapping(mapping));
        assertEquals(SurveyKey.of("s", 1), imported.responses.get(0).survey());
        assertEquals(new Answer.Rated(4), imported.responses.get(1).answer("q2"));
        assertEquals(SurveyKey.of("s", 2), imported.responses.get(1).survey());
        assertEquals(1, imported.codes().get("source.row.unknown-revision"));
        assertEquals("3 = 2 + 0 + 1", imported.sums());
    }

    @Test
    void theFormIsChosenByTheColumnsThatAreThere() {
        FormMapping first = new FormMapping(SurveyKey.of("s", 1), List.of(), List.of(rating("a", "q1")));
        FormMapping second = new FormMapping(SurveyKey.of("s", 2), List.of(), List.of(rating("b", "q1")));
        ColumnMapping mapping = ColumnMapping.of(SurveyTool.CSV, first).withForms(List.of(first, second));
        Imported imported =
                Imported.of("b\nHài lòng\n", ImportOptions.detecting().withMapping(mapping));
        assertEquals(SurveyKey.of("s", 2), imported.responses.get(0).survey());
        assertEquals(
                List.of("source.mapping.form"),
                Imported.of(
                                "a,b\nHài lòng,Hài lòng\n",
                                ImportOptions.detecting().withMapping(mapping))
                        .refusals());
    }

    @Test
    void missingCodesOfAMappingAreNotBlank() {
        ColumnMapping mapping = ColumnMapping.of(
                SurveyTool.CSV, new FormMapping(SurveyKey.of("s", 1), List.of(), List.of(rating("q1", "q1"))));
        Imported imported =
                Imported.of("q1\nKhông trả lời\n", ImportOptions.detecting().withMapping(mapping));
        assertEquals(Answer.NoAnswer.REFUSED, imported.responses.get(0).answer("q1"));
    }

    @Test
    void wrongFilesAreRefusedWithLineAndColumn() {
        String wrong = "{\"format\": \"sipas-mapping/1\", \"tool\": \"typewriter\",\n"
                + " \"forms\": [{\"survey\": \"s\", \"columns\": [{\"heading\": \"a\",\n \"role\": \"answer\"}]}]}";
        List<Problem> problems = JSON.read(wrong, "m.json").problems();
        assertTrue(problems.stream()
                .anyMatch(problem -> problem.code().equals("mapping.field.bad-value")
                        && problem.place().line().orElseThrow() == 1));
        assertTrue(problems.stream().anyMatch(problem -> problem.code().equals("mapping.field.missing")));
        assertTrue(SCHEMA.validate(wrong, InputFormat.JSON).size() >= 2);
        assertEquals(
                "json.format",
                JSON.read("{\"format\": \"sipas-mapping/2\"}", "m.json")
                        .problems()
                        .get(0)
                        .code());
    }
}
