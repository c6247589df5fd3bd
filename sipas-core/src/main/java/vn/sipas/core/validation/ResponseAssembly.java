package vn.sipas.core.validation;

import static java.util.Objects.requireNonNull;
import static vn.sipas.core.validation.Lists.orEmpty;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.AssuranceClass;
import vn.sipas.core.response.CollectionMode;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.SamplingPosition;
import vn.sipas.core.response.Transaction;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;

/** From a document to the response, without looking at a survey. */
final class ResponseAssembly {

    private ResponseAssembly() {}

    static List<Problem> problems(ResponseDocument document) {
        List<Problem> problems = new ArrayList<>();
        if (document.day() != null && day(document.day()).isEmpty()) {
            problems.add(Problem.of(ValidationProblem.DAY_FORM, Place.path("day")));
        }
        checkWord(CollectionMode.class, document.mode(), "mode", problems);
        checkWord(AssuranceClass.class, document.assurance(), "assurance", problems);
        Double weight = document.weight();
        if (weight != null && !(weight > 0.0 && !Double.isInfinite(weight))) {
            problems.add(Problem.of(ValidationProblem.WEIGHT, Place.path("weight")));
        }
        int position = 0;
        for (Map.Entry<String, @Nullable AnswerDocument> entry :
                orEmpty(document.answers()).entrySet()) {
            AnswerDocument answer = entry.getValue();
            // Not a constraint on the entries of the map, which are many and mostly sound.
            if (answer == null) {
                problems.add(
                        Problem.of(ValidationProblem.MISSING, Place.path(AnswerPath.of(entry.getKey(), position))));
            } else if (!isPlainlySound(answer)) {
                checkAnswer(answer, AnswerPath.of(entry.getKey(), position), problems);
            }
            position++;
        }
        return problems;
    }

    private static boolean isPlainlySound(AnswerDocument answer) {
        return answer.waysGiven() == 1
                && (answer.rated() != null || answer.selected() != null || answer.number() != null);
    }

    private static void checkAnswer(AnswerDocument answer, String path, List<Problem> problems) {
        if (answer.waysGiven() != 1) {
            problems.add(Problem.of(ValidationProblem.ANSWER_FORM, Place.path(path)));
            return;
        }
        checkWord(Answer.NoAnswer.class, answer.none(), path + ".none", problems);
        if (answer.written() != null && answer.written().isBlank()) {
            problems.add(Problem.of(ValidationProblem.BLANK, Place.path(path + ".written")));
        }
        List<@Nullable String> codes = answer.selectedAll();
        if (codes != null) {
            if (codes.isEmpty()) {
                problems.add(Problem.of(
                        ValidationProblem.LIST_SIZE, Place.path(path + ".selectedAll"), "min", 1, "max", "…"));
            }
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < codes.size(); i++) {
                String code = codes.get(i);
                Place place = Place.path(path + ".selectedAll[" + i + "]");
                if (code == null) {
                    problems.add(Problem.of(ValidationProblem.MISSING, place));
                } else if (!seen.add(code)) {
                    problems.add(Problem.of(ValidationProblem.REPEATED_OPTION, place));
                }
            }
        }
    }

    private static <E extends Enum<E>> void checkWord(
            Class<E> type, @Nullable String word, String path, List<Problem> problems) {
        if (word != null && Words.find(type, word).isEmpty()) {
            problems.add(Problem.of(ValidationProblem.WORD, Place.path(path), "allowed", Words.all(type)));
        }
    }

    static Response of(ResponseDocument document) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        orEmpty(document.answers()).forEach((question, answer) -> answers.put(question, answer(answer)));
        Double weight = document.weight();
        return new Response(
                requireNonNull(document.id()),
                SurveyKey.of(requireNonNull(document.survey()), requireNonNull(document.revision())),
                UnitCode.of(requireNonNull(document.unit())),
                Optional.ofNullable(document.servicePoint()),
                requireNonNull(document.wave()),
                Optional.ofNullable(document.day()).flatMap(ResponseAssembly::day),
                word(CollectionMode.class, document.mode(), CollectionMode.UNSTATED),
                word(AssuranceClass.class, document.assurance(), AssuranceClass.UNBOUND),
                new Transaction(
                        Optional.ofNullable(document.procedure()),
                        Optional.ofNullable(document.field()),
                        Optional.ofNullable(document.receivingUnit()).map(UnitCode::of),
                        Optional.ofNullable(document.competentUnit()).map(UnitCode::of)),
                new TreeMap<>(orEmpty(document.groups())),
                new SamplingPosition(
                        weight == null ? 1.0 : weight,
                        Optional.ofNullable(document.stratum()),
                        Optional.ofNullable(document.psu())),
                answers);
    }

    private static Answer answer(AnswerDocument document) {
        if (document.rated() != null) {
            return new Answer.Rated(document.rated());
        }
        if (document.selected() != null) {
            return new Answer.Selected(document.selected());
        }
        if (document.selectedAll() != null) {
            return new Answer.SelectedAll(new LinkedHashSet<>(document.selectedAll()));
        }
        if (document.written() != null) {
            return new Answer.Written(document.written());
        }
        if (document.number() != null) {
            return new Answer.Quantity(document.number());
        }
        return Words.find(Answer.NoAnswer.class, requireNonNull(document.none()))
                .orElseThrow();
    }

    private static <E extends Enum<E>> E word(Class<E> type, @Nullable String word, E absent) {
        return word == null ? absent : Words.find(type, word).orElseThrow();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
