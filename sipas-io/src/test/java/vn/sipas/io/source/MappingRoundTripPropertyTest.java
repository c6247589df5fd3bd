package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.json.PublishedSchema;

/** Mapping files of any content, written and read back. */
class MappingRoundTripPropertyTest {

    private static final ColumnMappingJson JSON = ColumnMappingJson.create();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(PublishedSchema.MAPPING.text());

    /** Headings that exports have, and worse. */
    private static Arbitrary<String> headings() {
        return Arbitraries.of(
                        "q1",
                        "Ông/Bà hài lòng thế nào?",
                        "A10[SQ001]",
                        "group/question",
                        "\"quoted\", ; and \t tab",
                        "xuống\ndòng",
                        "=1+2",
                        "\u202eRTL",
                        "",
                        "e\u0302")
                .flatMap(start -> Arbitraries.strings()
                        .withCharRange('a', 'd')
                        .ofMaxLength(2)
                        .map(end -> start + end));
    }

    private static Arbitrary<MappedColumn> columns() {
        return Combinators.combine(
                        headings(),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 5),
                        headings())
                .as((heading, occurrence, form, word) -> {
                    MappedColumn plain = MappedColumn.of(heading, occurrence, ColumnRole.IGNORE);
                    MappedColumn answer = plain.with(ColumnRole.ANSWER, "q" + occurrence);
                    return switch (form) {
                        case 0 -> plain;
                        case 1 -> MappedColumn.of(heading, occurrence, ColumnRole.UNIT);
                        case 2 ->
                            answer.answeredBy(
                                    AnswerKind.RATING,
                                    Optional.of("likert5"),
                                    Map.of(word + "x", "4", word + "y", "#RF"));
                        case 3 -> answer.asList(", ", Map.of(word + "z", "a"));
                        case 4 ->
                            answer.answeredBy(AnswerKind.NUMBER, Optional.empty(), Map.of())
                                    .withDecimalMark(DecimalMark.COMMA);
                        default -> answer.asOpenText(PersonalData.FREE_TEXT);
                    };
                });
    }

    @Provide
    Arbitrary<ColumnMapping> mappings() {
        Arbitrary<Optional<Charset>> charsets = Arbitraries.of(
                Optional.empty(), Optional.of(StandardCharsets.UTF_8), Optional.of(StandardCharsets.UTF_16LE));
        Arbitrary<Optional<Character>> delimiters =
                Arbitraries.of(Optional.empty(), Optional.of(';'), Optional.of('\t'), Optional.of('|'));
        return Combinators.combine(
                        Arbitraries.of(SurveyTool.values()),
                        charsets,
                        delimiters,
                        Arbitraries.of(DateOrder.values()).optional(),
                        Arbitraries.of(DecimalMark.values()).optional(),
                        Arbitraries.of("07210", "H12.3").map(UnitCode::of).optional(),
                        Arbitraries.of("2024-10", "đợt 1").optional(),
                        columns()
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(5)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as((tool, charset, delimiter, order, mark, unit, wave, forms) -> {
                    List<FormMapping> revisions = new ArrayList<>();
                    for (int i = 0; i < forms.size(); i++) {
                        revisions.add(
                                new FormMapping(SurveyKey.of("s", i + 1), List.of("v" + i), distinct(forms.get(i))));
                    }
                    return new ColumnMapping(tool, charset, delimiter, order, mark, unit, wave, revisions);
                });
    }

    /** A heading and its occurrence name one column. */
    private static List<MappedColumn> distinct(List<MappedColumn> columns) {
        List<MappedColumn> kept = new ArrayList<>();
        for (MappedColumn column : columns) {
            boolean there = kept.stream()
                    .anyMatch(other ->
                            other.heading().equals(column.heading()) && other.occurrence() == column.occurrence());
            if (!there) {
                kept.add(column);
            }
        }
        return kept;
    }

    @Property(tries = 150)
    void aWrittenMappingReadsBackEqual(@ForAll("mappings") ColumnMapping mapping) {
        String json = JSON.write(mapping);
        assertEquals(Set.of(), SCHEMA.validate(json, InputFormat.JSON), json);
        assertEquals(mapping, JSON.read(json, "m.json").orThrow());
        assertEquals(json, JSON.write(JSON.read(json, "m.json").orThrow()));
    }
}
