package vn.sipas.core.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sipas.core.Checked;
import vn.sipas.core.Language;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;
import vn.sipas.core.survey.Survey;

class SurveyValidatorTest {

    private static final SurveyValidator VALIDATOR = SurveyValidator.standalone();
    private static final TextDocument TEXT = new TextDocument("Thái độ phục vụ", "Attitude");

    @Test
    void aSoundDefinitionBecomesItsSurvey() {
        Survey survey = VALIDATOR.check(oneStop(document -> document)).orThrow();

        assertEquals("one-stop/2", survey.key().toString());
        assertEquals(
                List.of("q3", "q3.1", "q4", "words", "minutes"),
                survey.questions().stream().map(question -> question.code()).toList());
        assertTrue(survey.asks("q3.1", code -> Set.of("1")), "asked after the lowest level");
        assertFalse(survey.asks("q3.1", code -> Set.of("2")), "skipped after another level");
    }

    @Test
    void theDocumentOfASurveyReadsBackAsTheSameSurvey() {
        Survey survey = VALIDATOR.check(oneStop(document -> document)).orThrow();

        assertEquals(survey, VALIDATOR.check(SurveyDocument.of(survey)).orThrow());
    }

    @Test
    void anEmptyDocumentNamesEverythingThatIsMissing() {
        assertProblems(
                new SurveyDocument(null, null, null, null, null, null),
                "document.value.missing id",
                "document.value.missing revision",
                "document.value.missing sections",
                "document.value.missing title");
    }

    @Test
    void illFormedFieldsAreNamedWithTheirPath() {
        List<QuestionDocument> questions = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            questions.add(rating("q" + i, "three"));
        }
        questions.add(new QuestionDocument(
                "rating", "has space", new TextDocument("Chờ lâu", "  "), null, "three", null, null, null, null, null));
        questions.add(null);
        SurveyDocument document = new SurveyDocument(
                "One Stop",
                0,
                TEXT,
                List.of(three()),
                List.of(new SectionDocument("s", TEXT, questions), new SectionDocument("t", TEXT, List.of())),
                null);

        assertProblems(
                document,
                "document.survey-id.form id",
                "document.number.too-small revision",
                "document.code.form sections[0].questions[10].code",
                "document.text.blank sections[0].questions[10].text.en",
                "document.value.missing sections[0].questions[11]",
                "document.list.size sections[1].questions");
    }

    @Test
    void codesThatRepeatAreNamedWithTheOtherPlace() {
        ScaleDocument twice = new ScaleDocument(
                "three", List.of(level(1, "a", "unfavourable"), level(2, "a", "neutral"), level(3, "c", "favourable")));
        SurveyDocument document = new SurveyDocument(
                "x",
                1,
                TEXT,
                List.of(three(), twice),
                List.of(
                        new SectionDocument("s", TEXT, List.of(rating("q1", "three"))),
                        new SectionDocument(
                                "s", TEXT, List.of(rating("q1", "three"), single("q2", choice("a"), choice("a"))))),
                List.of(rule("q2", "q1", "1"), rule("q2", "q1", "2")));

        List<Problem> problems = assertProblems(
                document,
                "survey.level.duplicate scales[1].levels[1].code",
                "survey.scale.duplicate scales[1].id",
                "survey.section.duplicate sections[1].code",
                "survey.question.duplicate sections[1].questions[0].code",
                "survey.choice.duplicate sections[1].questions[1].choices[1].code",
                "survey.routing.duplicate routing[1].question");
        assertTrue(problems.get(3).message(Language.EN).contains("sections[0].questions[0].code"));
    }

    @Test
    void aScaleMustRunFromWorseToBetter() {
        SurveyDocument document = oneStop(scale -> new ScaleDocument(
                "three",
                List.of(level(2, "1", "favourable"), level(2, "2", "neutral"), level(1, "3", "unfavourable"))));

        assertProblems(
                document,
                "survey.level.order scales[0].levels[1].value",
                "survey.level.favour-order scales[0].levels[1].favour",
                "survey.level.order scales[0].levels[2].value",
                "survey.level.favour-order scales[0].levels[2].favour");
    }

    @Test
    void aScaleNeedsAFavourableLevelAndKnownWords() {
        assertProblems(
                oneStop(scale ->
                        new ScaleDocument("three", List.of(level(1, "1", "unfavourable"), level(2, "2", "neutral")))),
                "survey.scale.one-sided scales[0].levels");
        assertProblems(
                oneStop(scale ->
                        new ScaleDocument("three", List.of(level(1, "1", "bad"), level(2, "2", "favourable")))),
                "document.word.unknown scales[0].levels[0].favour");
    }

    @Test
    void fieldsMustFitTheKindOfQuestion() {
        QuestionDocument noScale = new QuestionDocument("rating", "a", TEXT, null, null, null, null, null, null, null);
        QuestionDocument otherScale = rating("b", "five");
        QuestionDocument noChoices =
                new QuestionDocument("single-choice", "c", TEXT, null, "three", null, null, null, null, null);
        QuestionDocument tooMany = new QuestionDocument(
                "multiple-choice", "d", TEXT, null, null, List.of(choice("x"), choice("y")), 3, null, null, null);
        QuestionDocument backwards = new QuestionDocument(
                "number", "e", TEXT, "sometimes", null, null, null, null, BigDecimal.TEN, BigDecimal.ONE);
        QuestionDocument unknown = new QuestionDocument("slider", "f", TEXT, null, null, null, null, null, null, null);

        assertProblems(
                new SurveyDocument(
                        "x",
                        1,
                        TEXT,
                        List.of(three()),
                        List.of(new SectionDocument(
                                "s", TEXT, List.of(noScale, otherScale, noChoices, tooMany, backwards, unknown))),
                        null),
                "document.value.missing sections[0].questions[0].scale",
                "survey.scale.unknown sections[0].questions[1].scale",
                "survey.question.field-not-for-kind sections[0].questions[2].scale",
                "document.value.missing sections[0].questions[2].choices",
                "survey.question.max-selections sections[0].questions[3].maxSelections",
                "document.word.unknown sections[0].questions[4].requirement",
                "survey.question.empty-interval sections[0].questions[4].maximum",
                "document.word.unknown sections[0].questions[5].kind");
    }

    @Test
    void routingLooksAtEarlierQuestionsAndKnownCodesOnly() {
        SurveyDocument sound = oneStop(scale -> scale);
        ConditionDocument both = new ConditionDocument(
                null,
                null,
                List.of(selected("q4", "1"), selected("q3", "9"), selected("nowhere", "1")),
                List.of(selected("q3", "1")),
                null);
        SurveyDocument document = new SurveyDocument(
                sound.id(),
                sound.revision(),
                sound.title(),
                sound.scales(),
                sound.sections(),
                List.of(
                        rule("q3", "q3", "1"),
                        rule("absent", "q3", "1"),
                        new RoutingDocument("q3.1", both),
                        new RoutingDocument(
                                "minutes",
                                new ConditionDocument(
                                        null,
                                        null,
                                        null,
                                        null,
                                        new ConditionDocument(
                                                null,
                                                null,
                                                null,
                                                List.of(selected("q3", "9"), selected("words", "1")),
                                                null)))));

        assertProblems(
                document,
                "survey.routing.not-earlier routing[0].askedIf.question",
                "survey.routing.unknown-question routing[1].question",
                "survey.routing.condition-form routing[2].askedIf",
                "survey.routing.unknown-code routing[3].askedIf.not.anyOf[0].selected[0]",
                "survey.routing.nothing-to-select routing[3].askedIf.not.anyOf[1].question");
    }

    @Test
    void theHostsOwnValidatorGivesTheSameProblems() {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ConstraintMessages(Language.EN))
                .buildValidatorFactory()) {
            SurveyDocument document = new SurveyDocument("One Stop", 0, null, null, List.of(), null);

            assertEquals(
                    VALIDATOR.check(document).problems(),
                    SurveyValidator.using(factory.getValidator())
                            .check(document)
                            .problems());
            Set<ConstraintViolation<TextDocument>> violations =
                    factory.getValidator().validate(new TextDocument("chữ", " "));
            assertEquals(
                    List.of("The text is blank; write something here."),
                    violations.stream().map(ConstraintViolation::getMessage).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(ValidationProblem.class)
    void everyKindHasAUniqueCodeAndNamesARemedyInBothLanguages(ValidationProblem kind) {
        assertTrue(kind.code().matches("[a-z]+(\\.[a-z]+(-[a-z]+)*)+"), kind.code());
        assertEquals(
                1,
                Arrays.stream(ValidationProblem.values())
                        .filter(other -> other.code().equals(kind.code()))
                        .count());
        assertTrue(kind.text().vi().contains("; hãy "), "a remedy follows the semicolon in Vietnamese");
        assertTrue(kind.text().en().contains("; "), "a remedy follows the semicolon in English");
    }

    private static List<Problem> assertProblems(SurveyDocument document, String... expected) {
        Checked<Survey> checked = VALIDATOR.check(document);
        assertTrue(checked.value().isEmpty());
        List<Problem> problems = checked.problems();
        assertEquals(
                Stream.of(expected).sorted().toList(),
                problems.stream()
                        .map(problem -> problem.code() + " " + problem.place())
                        .sorted()
                        .toList());
        for (Problem problem : problems) {
            assertEquals(Severity.ERROR, problem.severity());
            for (Language language : Language.values()) {
                assertFalse(problem.message(language).contains("{"), problem.message(language));
            }
        }
        return problems.stream()
                .sorted((a, b) -> Integer.compare(
                        Arrays.asList(expected).indexOf(a.code() + " " + a.place()),
                        Arrays.asList(expected).indexOf(b.code() + " " + b.place())))
                .toList();
    }

    private static SurveyDocument oneStop(UnaryOperator<ScaleDocument> change) {
        return new SurveyDocument(
                "one-stop",
                2,
                TEXT,
                List.of(change.apply(three())),
                List.of(
                        new SectionDocument(
                                "service",
                                TEXT,
                                List.of(
                                        rating("q3", "three"),
                                        single("q3.1", choice("crowd"), choice("slow")),
                                        rating("q4", "three"))),
                        new SectionDocument(
                                "more",
                                TEXT,
                                List.of(
                                        new QuestionDocument(
                                                "open-text",
                                                "words",
                                                TEXT,
                                                "optional",
                                                null,
                                                null,
                                                null,
                                                200,
                                                null,
                                                null),
                                        new QuestionDocument(
                                                "number",
                                                "minutes",
                                                TEXT,
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                BigDecimal.ZERO,
                                                BigDecimal.TEN)))),
                List.of(rule("q3.1", "q3", "1")));
    }

    private static ScaleDocument three() {
        return new ScaleDocument(
                "three", List.of(level(1, "1", "unfavourable"), level(2, "2", "neutral"), level(3, "3", "favourable")));
    }

    private static LevelDocument level(int value, String code, String favour) {
        return new LevelDocument(value, code, TEXT, favour);
    }

    private static QuestionDocument rating(String code, String scale) {
        return new QuestionDocument("rating", code, TEXT, null, scale, null, null, null, null, null);
    }

    private static QuestionDocument single(String code, ChoiceDocument... choices) {
        return new QuestionDocument("single-choice", code, TEXT, null, null, List.of(choices), null, null, null, null);
    }

    private static ChoiceDocument choice(String code) {
        return new ChoiceDocument(code, TEXT);
    }

    private static ConditionDocument selected(String question, String code) {
        return new ConditionDocument(question, List.of(code), null, null, null);
    }

    private static RoutingDocument rule(String question, String earlier, String code) {
        return new RoutingDocument(question, selected(earlier, code));
    }
}
