package vn.sipas.io.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.AssuranceClass;
import vn.sipas.core.response.CollectionMode;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.SamplingPosition;
import vn.sipas.core.response.Transaction;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.Condition;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.RoutingRule;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;

/** Arbitrary surveys and responses, with texts that break careless writers. */
final class SampleModels {

    private static final Arbitrary<String> PIECES = Arbitraries.of(
            "Hài lòng",
            "Ha\u0300i lo\u0300ng", // NFD
            "\"",
            "\\",
            "\n",
            "\r\n",
            "\t",
            "\u0001",
            "\u2028",
            "\uFEFF",
            "\u200F",
            "😀",
            ",",
            "=1+1",
            "{}",
            " ");

    private SampleModels() {}

    static Arbitrary<String> texts() {
        return PIECES.list().ofMinSize(1).ofMaxSize(8).map(pieces -> "a" + String.join("", pieces));
    }

    static Arbitrary<Survey> surveys() {
        return Combinators.combine(
                        texts().list().ofSize(4),
                        questions().list().ofMinSize(1).ofMaxSize(8),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE))
                .as(SampleModels::survey);
    }

    private static Survey survey(List<String> texts, List<Question> templates, int sectionCount, int revision) {
        LocalizedText title = LocalizedText.of(texts.get(0), texts.get(1));
        List<Section> sections = new ArrayList<>();
        List<RoutingRule> rules = new ArrayList<>();
        List<Question> earlier = new ArrayList<>();
        for (int s = 0; s < sectionCount; s++) {
            List<Question> questions = new ArrayList<>();
            for (Question template : templates) {
                Question question = withCode(template, "q" + s + "." + questions.size());
                condition(earlier).ifPresent(condition -> rules.add(new RoutingRule(question.code(), condition)));
                questions.add(question);
                earlier.add(question);
            }
            sections.add(new Section("phần-" + s, LocalizedText.of(texts.get(2), texts.get(3)), questions));
        }
        return Survey.of(SurveyKey.of("sample", revision), title, sections, rules);
    }

    private static Optional<Condition> condition(List<Question> earlier) {
        List<Condition> parts = new ArrayList<>();
        for (Question question : earlier) {
            if (!question.selectableCodes().isEmpty()) {
                parts.add(new Condition.Selected(
                        question.code(),
                        new HashSet<>(question.selectableCodes().subList(0, 1))));
            }
        }
        if (parts.size() < 2) {
            return parts.stream().findFirst();
        }
        return Optional.of(
                parts.size() % 2 == 0
                        ? new Condition.AnyOf(parts)
                        : new Condition.Not(
                                new Condition.AllOf(List.of(parts.get(0), new Condition.Not(parts.get(1))))));
    }

    private static Arbitrary<Question> questions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        texts(),
                        texts(),
                        Arbitraries.of(Requirement.class),
                        Arbitraries.of(
                                RatingScale.likert5(),
                                RatingScale.likert4(),
                                RatingScale.stars5(),
                                RatingScale.yesNo()),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.bigDecimals().between(new BigDecimal("-1e9"), new BigDecimal("1e9")))
                .as((kind, vi, en, requirement, scale, limit, number) -> {
                    LocalizedText text = LocalizedText.of(vi, en);
                    List<Choice> choices = List.of(
                            new Choice("a", text),
                            Choice.of("đất", "Đất", "Land"),
                            Choice.of("3.1_b-c", "Ba", "Three"));
                    return switch (kind) {
                        case 0 -> new RatingQuestion("q", text, requirement, scale);
                        case 1 -> new SingleChoiceQuestion("q", text, requirement, choices);
                        case 2 -> new MultipleChoiceQuestion("q", text, requirement, choices, limit);
                        case 3 -> new OpenTextQuestion("q", text, requirement, limit * 1000);
                        default -> new NumberQuestion("q", text, requirement, number, number.add(BigDecimal.TEN));
                    };
                });
    }

    private static Question withCode(Question template, String code) {
        if (template instanceof RatingQuestion question) {
            return new RatingQuestion(code, question.text(), question.requirement(), question.scale());
        }
        if (template instanceof SingleChoiceQuestion question) {
            return new SingleChoiceQuestion(code, question.text(), question.requirement(), question.choices());
        }
        if (template instanceof MultipleChoiceQuestion question) {
            return new MultipleChoiceQuestion(
                    code, question.text(), question.requirement(), question.choices(), question.maxSelections());
        }
        if (template instanceof OpenTextQuestion question) {
            return new OpenTextQuestion(code, question.text(), question.requirement(), question.maxLength());
        }
        NumberQuestion question = (NumberQuestion) template;
        return new NumberQuestion(
                code, question.text(), question.requirement(), question.minimum(), question.maximum());
    }

    static Arbitrary<Response> responses() {
        Arbitrary<Optional<String>> optionalTexts = texts().optional();
        Arbitrary<Optional<UnitCode>> units =
                Arbitraries.of("07210", "24", "QCDC_1").map(UnitCode::of).optional();
        Arbitrary<SamplingPosition> positions = Combinators.combine(
                        Arbitraries.doubles().between(1e-9, 1e12).ofScale(9), optionalTexts, optionalTexts)
                .as(SamplingPosition::new);
        Arbitrary<Transaction> transactions =
                Combinators.combine(optionalTexts, optionalTexts, units, units).as(Transaction::new);
        Arbitrary<TreeMap<String, String>> groups =
                Arbitraries.maps(texts(), texts()).ofMaxSize(3).map(TreeMap::new);
        Arbitrary<Optional<LocalDate>> days = Arbitraries.integers()
                .between(0, 40_000)
                .map(day -> LocalDate.ofEpochDay(day))
                .optional();
        return Combinators.combine(
                        texts(),
                        optionalTexts,
                        days,
                        Combinators.combine(Arbitraries.of(CollectionMode.class), Arbitraries.of(AssuranceClass.class))
                                .as(List::of),
                        transactions,
                        groups,
                        positions,
                        Arbitraries.maps(texts(), answers()).ofMaxSize(8))
                .as((id, point, day, modes, transaction, bands, position, answers) -> new Response(
                        id,
                        SurveyKey.of("sample", 2),
                        UnitCode.of("07210"),
                        point,
                        id,
                        day,
                        (CollectionMode) modes.get(0),
                        (AssuranceClass) modes.get(1),
                        transaction,
                        bands,
                        position,
                        answers));
    }

    private static Arbitrary<Answer> answers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(Answer.Rated::new),
                texts().map(Answer.Selected::new),
                texts().set().ofMinSize(1).ofMaxSize(3).map((Set<String> codes) -> new Answer.SelectedAll(codes)),
                texts().map(Answer.Written::new),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
                        .ofScale(12)
                        .map(Answer.Quantity::new),
                Arbitraries.of("1E+3", "-0.00", "0E-7").map(BigDecimal::new).map(Answer.Quantity::new),
                Arbitraries.of(Answer.NoAnswer.class).map(none -> none));
    }
}
