package vn.sipas.core.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Answer.NoAnswer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;

/** A response held against its survey. */
final class ResponseRules {

    private final Response response;
    private final Survey survey;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Set<String>> selected = new HashMap<>();
    private final Map<String, Answer> effective = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private int contradictions;
    private boolean changed;

    private ResponseRules(Response response, Survey survey) {
        this.response = Objects.requireNonNull(response, "response");
        this.survey = Objects.requireNonNull(survey, "survey");
    }

    static ResponseRules of(Response response, Survey survey) {
        ResponseRules rules = new ResponseRules(response, survey);
        if (rules.isOfSurvey()) {
            rules.checkAnswers();
            rules.checkRouting();
        }
        return rules;
    }

    List<Problem> problems() {
        return problems;
    }

    int contradictions() {
        return contradictions;
    }

    /** Whether the routing asks a question. */
    boolean isAsked(String question) {
        return asked.contains(question);
    }

    /** The answer to a question after routing: a skipped question without an answer is not asked. */
    Answer effective(String question) {
        return effective.getOrDefault(question, NoAnswer.BLANK);
    }

    Response completed() {
        if (!changed) {
            return response;
        }
        Map<String, Answer> answers = new LinkedHashMap<>(response.answers());
        effective.forEach((question, answer) -> {
            if (answer == NoAnswer.NOT_ASKED) {
                answers.put(question, answer);
            }
        });
        return new Response(
                response.id(),
                response.survey(),
                response.unit(),
                response.servicePoint(),
                response.wave(),
                response.day(),
                response.mode(),
                response.assurance(),
                response.transaction(),
                response.respondentGroups(),
                response.position(),
                answers);
    }

    private boolean isOfSurvey() {
        if (!response.survey().id().equals(survey.key().id())) {
            problems.add(Problem.of(ValidationProblem.WRONG_SURVEY, Place.path("survey"), "expected", survey.key()));
            return false;
        }
        if (response.survey().revision() != survey.key().revision()) {
            problems.add(
                    Problem.of(ValidationProblem.WRONG_REVISION, Place.path("revision"), "expected", survey.key()));
            return false;
        }
        return true;
    }

    private void checkAnswers() {
        int position = 0;
        for (Map.Entry<String, Answer> entry : response.answers().entrySet()) {
            Question question = survey.question(entry.getKey()).orElse(null);
            if (question == null) {
                Place place = Place.path(AnswerPath.of(entry.getKey(), position));
                problems.add(Problem.of(ValidationProblem.UNKNOWN_QUESTION, place));
            } else if (!(entry.getValue() instanceof NoAnswer) && !isOnScale(question, entry.getValue())) {
                checkAnswer(question, entry.getValue(), Place.path(AnswerPath.of(entry.getKey(), position)));
            }
            position++;
        }
    }

    /** The common case, decided without making a place. */
    private static boolean isOnScale(Question question, Answer answer) {
        return question instanceof RatingQuestion rating
                && answer instanceof Answer.Rated rated
                && rating.scale().positionOf(rated.value()) >= 0;
    }

    private void checkAnswer(Question question, Answer answer, Place place) {
        if (question instanceof RatingQuestion rating && answer instanceof Answer.Rated) {
            String allowed = rating.scale().levels().stream()
                    .map(level -> Integer.toString(level.value()))
                    .collect(Collectors.joining(", "));
            problems.add(Problem.of(ValidationProblem.OUTSIDE_SCALE, place, "allowed", allowed));
        } else if (question instanceof SingleChoiceQuestion single && answer instanceof Answer.Selected one) {
            checkOption(single.choices(), one.code(), place);
        } else if (question instanceof MultipleChoiceQuestion multiple && answer instanceof Answer.SelectedAll all) {
            all.codes().forEach(code -> checkOption(multiple.choices(), code, place));
            if (all.codes().size() > multiple.maxSelections()) {
                problems.add(Problem.of(
                        ValidationProblem.TOO_MANY_SELECTIONS,
                        place,
                        "count",
                        all.codes().size(),
                        "max",
                        multiple.maxSelections()));
            }
        } else if (question instanceof OpenTextQuestion open && answer instanceof Answer.Written written) {
            int characters = written.text().codePointCount(0, written.text().length());
            if (characters > open.maxLength()) {
                problems.add(
                        Problem.of(ValidationProblem.TOO_LONG, place, "count", characters, "max", open.maxLength()));
            }
        } else if (question instanceof NumberQuestion number && answer instanceof Answer.Quantity quantity) {
            if (quantity.number().compareTo(number.minimum()) < 0
                    || quantity.number().compareTo(number.maximum()) > 0) {
                problems.add(Problem.of(
                        ValidationProblem.NUMBER_OUTSIDE,
                        place,
                        "min",
                        number.minimum().toPlainString(),
                        "max",
                        number.maximum().toPlainString()));
            }
        } else {
            problems.add(Problem.of(
                    ValidationProblem.WRONG_ANSWER_KIND,
                    place,
                    "expected",
                    QuestionKind.of(question).answeredAs()));
        }
    }

    private void checkOption(List<Choice> choices, String code, Place place) {
        if (choices.stream().noneMatch(choice -> choice.code().equals(code))) {
            problems.add(Problem.of(
                    ValidationProblem.UNKNOWN_OPTION,
                    place,
                    "allowed",
                    choices.stream().map(Choice::code).collect(Collectors.joining(", "))));
        }
    }

    private void checkRouting() {
        int position = 0;
        for (Question question : survey.questions()) {
            String code = question.code();
            Answer answer = response.answer(code);
            boolean asks = survey.asks(code, earlier -> selected.getOrDefault(earlier, Set.of()));
            if (asks) {
                asked.add(code);
                if (answer == NoAnswer.NOT_ASKED) {
                    contradiction(ValidationProblem.NOT_ASKED_BUT_ROUTED, code, position);
                }
                selected.put(code, selection(question, answer));
                effective.put(code, answer);
            } else if (answer == NoAnswer.BLANK || answer == NoAnswer.NOT_ASKED) {
                changed |= answer == NoAnswer.BLANK;
                effective.put(code, NoAnswer.NOT_ASKED);
            } else {
                contradiction(ValidationProblem.ANSWERED_NOT_ASKED, code, position);
                effective.put(code, answer);
            }
            position++;
        }
    }

    private void contradiction(ValidationProblem kind, String code, int position) {
        contradictions++;
        problems.add(Problem.of(kind, Place.path(AnswerPath.of(code, position))));
    }

    private static Set<String> selection(Question question, Answer answer) {
        if (question instanceof RatingQuestion rating && answer instanceof Answer.Rated rated) {
            return rating.scale().levels().stream()
                    .filter(level -> level.value() == rated.value())
                    .map(ScaleLevel::code)
                    .collect(Collectors.toUnmodifiableSet());
        }
        if (answer instanceof Answer.Selected one) {
            return Set.of(one.code());
        }
        if (answer instanceof Answer.SelectedAll all) {
            return all.codes();
        }
        return Set.of();
    }
}
