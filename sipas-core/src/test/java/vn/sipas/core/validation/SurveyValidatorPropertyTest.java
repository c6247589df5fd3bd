package vn.sipas.core.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import vn.sipas.core.Checked;
import vn.sipas.core.survey.Survey;

/**
 * Whatever a document holds, the validator either refuses it with problems or makes a survey; it never runs into an
 * invariant of the model. This keeps the rules that report with a place and the invariants of the constructors from
 * drifting apart.
 */
class SurveyValidatorPropertyTest {

    private static final SurveyValidator VALIDATOR = SurveyValidator.standalone();

    @Property(tries = 1500)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void everyDocumentIsEitherRefusedOrASurvey(@ForAll("documents") SurveyDocument document) {
        Checked<Survey> checked = VALIDATOR.check(document);

        Statistics.collect(checked.value().isPresent() ? "accepted" : "refused");
        Statistics.coverage(both -> {
            both.check("accepted").percentage(share -> share > 3.0);
            both.check("refused").percentage(share -> share > 3.0);
        });
        checked.value()
                .ifPresent(survey -> assertEquals(
                        survey, VALIDATOR.check(SurveyDocument.of(survey)).orThrow()));
    }

    @Provide
    Arbitrary<SurveyDocument> documents() {
        return Combinators.combine(
                        rarely(Arbitraries.of("s", "S", ""), Arbitraries.just("survey")),
                        rarely(Arbitraries.of(0, -1), Arbitraries.of(1, 7)),
                        scales(),
                        questions().list().ofMinSize(1).ofMaxSize(4),
                        conditions().list().ofMaxSize(1))
                .as((id, revision, scales, questions, conditions) -> new SurveyDocument(
                        id,
                        revision,
                        new TextDocument("Phiếu", "Form"),
                        scales,
                        List.of(new SectionDocument("main", new TextDocument("Chung", "General"), questions)),
                        conditions.stream()
                                .map(condition -> new RoutingDocument("q3", condition))
                                .toList()));
    }

    private static Arbitrary<List<ScaleDocument>> scales() {
        Arbitrary<LevelDocument> levels = Combinators.combine(
                        Arbitraries.of(1, 2, 3, 1001),
                        Arbitraries.of("1", "2", "3"),
                        Arbitraries.of("unfavourable", "neutral", "favourable", "good"))
                .as((value, code, favour) -> new LevelDocument(value, code, new TextDocument("Mức", "Level"), favour));
        ScaleDocument sound = new ScaleDocument(
                "a",
                List.of(
                        new LevelDocument(1, "1", new TextDocument("Kém", "Bad"), "unfavourable"),
                        new LevelDocument(2, "2", new TextDocument("Tốt", "Good"), "favourable")));
        return rarely(
                levels.list().ofMinSize(1).ofMaxSize(3).map(list -> List.of(new ScaleDocument("a", list))),
                Arbitraries.just(List.of(sound)));
    }

    private static Arbitrary<QuestionDocument> questions() {
        List<ChoiceDocument> sound = List.of(
                new ChoiceDocument("1", new TextDocument("Một", "One")),
                new ChoiceDocument("2", new TextDocument("Hai", "Two")));
        Arbitrary<String> codes = Arbitraries.of("q1", "q2", "q3", "q4", "q5");
        Arbitrary<QuestionDocument> ratings = Combinators.combine(
                        codes, rarely(Arbitraries.just("b"), Arbitraries.just("a")))
                .as((code, scale) -> question("rating", code, scale, null, null, null, null));
        Arbitrary<QuestionDocument> choices = Combinators.combine(
                        codes,
                        Arbitraries.of("single-choice", "multiple-choice"),
                        rarely(
                                Arbitraries.of(List.of(sound.get(0)), List.of(sound.get(0), sound.get(0))),
                                Arbitraries.just(sound)),
                        Arbitraries.of(1, 2, 3).injectNull(0.7))
                .as((code, kind, list, limit) -> question(kind, code, null, list, limit, null, null));
        Arbitrary<QuestionDocument> numbers = Combinators.combine(codes, Arbitraries.of(-1, 0, 1))
                .as((code, maximum) ->
                        question("number", code, null, null, null, BigDecimal.ZERO, BigDecimal.valueOf(maximum)));
        return Arbitraries.oneOf(ratings, choices, numbers);
    }

    private static QuestionDocument question(
            String kind,
            String code,
            String scale,
            List<ChoiceDocument> choices,
            Integer limit,
            BigDecimal minimum,
            BigDecimal maximum) {
        return new QuestionDocument(
                kind, code, new TextDocument("Hỏi", "Ask"), null, scale, choices, limit, null, minimum, maximum);
    }

    private static Arbitrary<ConditionDocument> conditions() {
        Arbitrary<ConditionDocument> selected = Combinators.combine(
                        Arbitraries.of("q1", "q2", "q3", "q9"), Arbitraries.of("1", "2", "9"))
                .as((question, code) -> new ConditionDocument(question, List.of(code), null, null, null));
        return Arbitraries.oneOf(
                selected,
                selected.map(part -> new ConditionDocument(null, null, null, null, part)),
                selected.list().ofMaxSize(2).map(parts -> new ConditionDocument(null, null, parts, null, null)),
                selected.map(part -> new ConditionDocument("q1", null, null, List.of(part), null)));
    }

    private static <T> Arbitrary<T> rarely(Arbitrary<T> odd, Arbitrary<T> usual) {
        return Arbitraries.frequencyOf(Tuple.of(1, odd), Tuple.of(9, usual));
    }
}
