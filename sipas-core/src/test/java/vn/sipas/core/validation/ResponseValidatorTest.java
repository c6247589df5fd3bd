package vn.sipas.core.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Answer.NoAnswer;
import vn.sipas.core.response.AssuranceClass;
import vn.sipas.core.response.CollectionMode;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.Condition;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.RoutingRule;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;

class ResponseValidatorTest {

    private static final ResponseValidator VALIDATOR = ResponseValidator.standalone();
    private static final LocalizedText TEXT = LocalizedText.of("Câu hỏi", "Question");
    private static final List<Choice> FIELDS = List.of(
            Choice.of("land", "Đất đai", "Land"),
            Choice.of("civil", "Hộ tịch", "Civil status"),
            Choice.of("other", "Khác", "Other"));

    /** wait → (reasons if very dissatisfied) → field; extra (late) → informed, a chain of two rules. */
    private static final Survey SURVEY = Survey.of(
            SurveyKey.of("one-stop", 3),
            TEXT,
            List.of(new Section(
                    "main",
                    TEXT,
                    List.of(
                            RatingQuestion.of("wait", TEXT, RatingScale.likert5()),
                            new MultipleChoiceQuestion("reasons", TEXT, Requirement.REQUIRED, FIELDS, 2),
                            new SingleChoiceQuestion("field", TEXT, Requirement.REQUIRED, FIELDS),
                            new NumberQuestion(
                                    "minutes", TEXT, Requirement.OPTIONAL, BigDecimal.ZERO, BigDecimal.valueOf(480)),
                            new OpenTextQuestion("words", TEXT, Requirement.OPTIONAL, 10),
                            RatingQuestion.of("more", TEXT, RatingScale.yesNo())))),
            List.of(
                    new RoutingRule("reasons", new Condition.Selected("wait", Set.of("1"))),
                    new RoutingRule("more", new Condition.Selected("reasons", Set.of("land")))));

    @Test
    void aSkippedQuestionWithoutAnswerIsNotAskedAndNotBlank() {
        Checked<Response> checked =
                VALIDATOR.check(answers(Map.of("wait", rated(4), "reasons", none("blank"))), SURVEY);

        assertEquals(List.of(), checked.problems());
        Response response = checked.orThrow();
        assertEquals(NoAnswer.NOT_ASKED, response.answer("reasons"));
        assertEquals(NoAnswer.NOT_ASKED, response.answer("more"));
        assertEquals(NoAnswer.BLANK, response.answer("field"), "asked and left out");
    }

    @Test
    void allFieldsOfADocumentArriveInTheResponse() {
        ResponseDocument document = new ResponseDocument(
                "r 1",
                "one-stop",
                3,
                "07210",
                "Quầy 2",
                "2024-10",
                "2024-10-02",
                "qr",
                "poster",
                "1.000123",
                "đất đai",
                "07210",
                "213",
                Map.of("age", "25-49"),
                2.5,
                "district",
                "village",
                Map.of("wait", rated(5), "field", none("dont-know")));

        Response response = VALIDATOR.check(document, SURVEY).orThrow();

        assertEquals(CollectionMode.QR, response.mode());
        assertEquals(AssuranceClass.POSTER, response.assurance());
        assertEquals("2024-10-02", response.day().orElseThrow().toString());
        assertEquals(UnitCode.of("213"), response.transaction().competentUnit().orElseThrow());
        assertEquals(2.5, response.position().weight());
        assertEquals(NoAnswer.DONT_KNOW, response.answer("field"));
        assertEquals(new Answer.Rated(5), response.answer("wait"));
        ResponseDocument written = ResponseDocument.of(VALIDATOR.check(document).orThrow());
        assertEquals(document, written, "a document without absent answers reads back as itself");
    }

    @Test
    void anEmptyDocumentNamesEverythingThatIsMissing() {
        ResponseDocument empty = new ResponseDocument(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);

        assertProblems(
                VALIDATOR.check(empty, SURVEY),
                "document.value.missing id",
                "document.value.missing revision",
                "document.value.missing survey",
                "document.value.missing unit",
                "document.value.missing wave");
    }

    @Test
    void illFormedFieldsAreNamed() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("sex", null);
        ResponseDocument document = new ResponseDocument(
                " ",
                "one-stop",
                3,
                "đơn vị",
                null,
                "2024-10",
                "2024-02-30",
                "telepathy",
                "sworn",
                null,
                null,
                null,
                "a b",
                groups,
                Double.POSITIVE_INFINITY,
                null,
                null,
                Map.of());

        assertProblems(
                VALIDATOR.check(document, SURVEY),
                "document.unit.form competentUnit",
                "document.value.missing groups[sex]",
                "document.text.blank id",
                "document.unit.form unit",
                "document.day.form day",
                "document.word.unknown mode",
                "document.word.unknown assurance",
                "document.weight.form weight");
    }

    @Test
    void answersThatTheSurveyCannotHaveAreRefusedOneByOne() {
        Map<String, AnswerDocument> answers = new LinkedHashMap<>();
        answers.put("wait", rated(6));
        answers.put("field", selected("zoo"));
        answers.put("minutes", number("481"));
        answers.put("words", written("quá dài để trả lời"));
        answers.put("more", written("có"));
        answers.put("extra", rated(1));
        answers.put("0912 345 678", rated(1));

        Checked<Response> checked = VALIDATOR.check(answers(answers), SURVEY);

        assertProblems(
                checked,
                "response.answer.outside-scale answers[wait]",
                "response.answer.unknown-option answers[field]",
                "response.answer.number-outside answers[minutes]",
                "response.answer.too-long answers[words]",
                "response.answer.kind answers[more]",
                "response.question.unknown answers[extra]",
                "response.question.unknown answers[#7]",
                "response.contradiction.answered-not-asked answers[more]");
        for (Problem problem : checked.problems()) {
            for (String secret : List.of("zoo", "481", "quá dài", "có\"", "0912")) {
                assertFalse(problem.toString().contains(secret), "no answer reaches a message: " + problem);
            }
        }
    }

    @Test
    void selectionsAreBoundedAndDistinct() {
        assertProblems(
                VALIDATOR.check(
                        answers(Map.of("wait", rated(1), "reasons", selectedAll("land", "civil", "other"))), SURVEY),
                "response.answer.too-many-selections answers[reasons]");
        assertProblems(
                VALIDATOR.check(answers(Map.of("wait", rated(1), "reasons", selectedAll())), SURVEY),
                "document.list.size answers[reasons].selectedAll");
        Checked<Response> repeated =
                VALIDATOR.check(answers(Map.of("wait", rated(1), "reasons", selectedAll("civil", "civil"))), SURVEY);
        assertEquals(
                "[answers[reasons].selectedAll[1]: An option is listed twice; remove one. [response.answer.repeated-option]]",
                repeated.problems().toString());
        assertEquals(new Answer.SelectedAll(Set.of("civil")), repeated.orThrow().answer("reasons"));
    }

    @Test
    void anAnswerIsGivenInExactlyOneWay() {
        assertProblems(
                VALIDATOR.check(
                        answers(Map.of("wait", new AnswerDocument(4, null, null, null, null, "blank"))), SURVEY),
                "response.answer.form answers[wait]");
        assertProblems(
                VALIDATOR.check(
                        answers(Map.of("wait", new AnswerDocument(null, null, null, null, null, null))), SURVEY),
                "response.answer.form answers[wait]");
        assertProblems(
                VALIDATOR.check(answers(Map.of("wait", none("skipped"), "words", written(" "))), SURVEY),
                "document.word.unknown answers[wait].none",
                "document.text.blank answers[words].written");
    }

    @Test
    void anEntryWithoutAnAnswerIsNamed() {
        Map<String, AnswerDocument> answers = new LinkedHashMap<>();
        answers.put("wait", null);

        assertProblems(VALIDATOR.check(answers(answers), SURVEY), "document.value.missing answers[wait]");
    }

    @Test
    void contradictionsAreKeptAndReported() {
        Map<String, AnswerDocument> answers = new LinkedHashMap<>();
        answers.put("wait", rated(5));
        answers.put("reasons", selectedAll("land"));
        answers.put("field", none("not-asked"));
        answers.put("more", rated(1));

        Checked<Response> checked = VALIDATOR.check(answers(answers), SURVEY);

        assertEquals(
                List.of(
                        "response.contradiction.answered-not-asked answers[reasons]",
                        "response.contradiction.not-asked answers[field]",
                        "response.contradiction.answered-not-asked answers[more]"),
                codes(checked),
                "an answer to a skipped question selects nothing, so that more is skipped, too");
        assertTrue(checked.value().isPresent());
    }

    @Test
    void anotherSurveyOrRevisionIsRefusedBeforeItsAnswersAreLookedAt() {
        Response built = Response.builder("r", SurveyKey.of("one-stop", 2), UnitCode.of("1"), "w")
                .rating("none", 77)
                .build();
        assertProblems(VALIDATOR.check(built, SURVEY), "response.survey.other-revision revision");
        Response other = Response.builder("r", SurveyKey.of("two-stop", 3), UnitCode.of("1"), "w")
                .rating("none", 77)
                .build();
        assertProblems(VALIDATOR.check(other, SURVEY), "response.survey.other survey");
    }

    @Test
    void aLogLineOfADocumentShowsNoAnswer() {
        assertEquals(
                "ResponseDocument[one-stop/3, 1 answers]",
                answers(Map.of("words", written("bí mật"))).toString());
        assertEquals("AnswerDocument[1 given]", written("bí mật").toString());
    }

    private static void assertProblems(Checked<Response> checked, String... expected) {
        assertTrue(checked.value().isEmpty());
        assertEquals(
                Arrays.stream(expected).sorted().toList(),
                codes(checked).stream().sorted().toList());
        for (Problem problem : checked.problems()) {
            for (Language language : Language.values()) {
                assertFalse(problem.message(language).contains("{"), problem.message(language));
            }
        }
    }

    private static List<String> codes(Checked<Response> checked) {
        return checked.problems().stream()
                .map(problem -> problem.code() + " " + problem.place())
                .toList();
    }

    private static ResponseDocument answers(Map<String, AnswerDocument> answers) {
        return new ResponseDocument(
                "r",
                "one-stop",
                3,
                "07210",
                null,
                "2024-10",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                answers);
    }

    private static AnswerDocument rated(int value) {
        return new AnswerDocument(value, null, null, null, null, null);
    }

    private static AnswerDocument selected(String code) {
        return new AnswerDocument(null, code, null, null, null, null);
    }

    private static AnswerDocument selectedAll(String... codes) {
        return new AnswerDocument(null, null, List.of(codes), null, null, null);
    }

    private static AnswerDocument written(String text) {
        return new AnswerDocument(null, null, null, text, null, null);
    }

    private static AnswerDocument number(String number) {
        return new AnswerDocument(null, null, null, null, new BigDecimal(number), null);
    }

    private static AnswerDocument none(String word) {
        return new AnswerDocument(null, null, null, null, null, word);
    }
}
