package vn.sipas.io.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.sipas.core.LocalizedText;
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
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;

/** A survey written as XLSForm is read back equal. */
class XlsFormRoundTripPropertyTest {

    @Property(tries = 100)
    void whatWasWrittenIsReadBack(@ForAll long seed) throws IOException {
        Survey survey = survey(new Random(seed));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XlsForm.write(survey, bytes);
        assertEquals(
                survey,
                XlsForm.read(SourceFile.of("x.xlsx", bytes.toByteArray()), Optional.empty(), SourceLimits.standard())
                        .orThrow());
    }

    private static Survey survey(Random random) {
        List<Section> sections = new ArrayList<>();
        List<Question> earlier = new ArrayList<>();
        List<RoutingRule> routing = new ArrayList<>();
        for (int s = 0; s <= random.nextInt(3); s++) {
            List<Question> questions = new ArrayList<>();
            for (int q = 0; q <= random.nextInt(4); q++) {
                String code = (random.nextBoolean() ? "câu" : "") + s + "." + q + (random.nextBoolean() ? "-x" : "_y");
                Question question = question(code, random);
                List<Question> asked = earlier.stream()
                        .filter(other -> !other.selectableCodes().isEmpty())
                        .toList();
                if (!asked.isEmpty() && random.nextBoolean()) {
                    routing.add(new RoutingRule(code, condition(asked, random, 0)));
                }
                questions.add(question);
                earlier.add(question);
            }
            sections.add(new Section("phần" + s, text("Phần <" + s + ">", random), questions));
        }
        return Survey.of(
                SurveyKey.of("phieu." + random.nextInt(9), 1 + random.nextInt(99)),
                text("Phiếu", random),
                sections,
                routing);
    }

    private static Question question(String code, Random random) {
        LocalizedText text = text("Câu & \"" + code + "\"", random);
        Requirement requirement = random.nextBoolean() ? Requirement.REQUIRED : Requirement.OPTIONAL;
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            choices.add(new Choice(i + "lựa_" + i, text("Phương án " + i, random)));
        }
        return switch (random.nextInt(5)) {
            case 0 ->
                new RatingQuestion(
                        code,
                        text,
                        requirement,
                        random.nextBoolean()
                                ? RatingScale.likert5()
                                : random.nextBoolean() ? RatingScale.smiley3() : RatingScale.yesNo());
            case 1 -> new SingleChoiceQuestion(code, text, requirement, choices);
            case 2 -> new MultipleChoiceQuestion(code, text, requirement, choices, 1 + random.nextInt(choices.size()));
            case 3 -> new OpenTextQuestion(code, text, requirement, 1 + random.nextInt(10_000));
            default ->
                new NumberQuestion(
                        code,
                        text,
                        requirement,
                        BigDecimal.valueOf(-random.nextInt(1000), random.nextInt(3)),
                        BigDecimal.valueOf(random.nextInt(1000), random.nextInt(3)));
        };
    }

    /** Conditions in the one form that reading gives them: no part that a neighbour could absorb. */
    private static Condition condition(List<Question> asked, Random random, int depth) {
        Question question = asked.get(random.nextInt(asked.size()));
        List<String> codes = question.selectableCodes();
        Condition selected = new Condition.Selected(
                question.code(),
                random.nextBoolean() ? Set.of(codes.get(0)) : Set.of(codes.get(0), codes.get(codes.size() - 1)));
        if (depth == 2 || random.nextInt(3) == 0) {
            return selected;
        }
        Condition other = new Condition.Not(condition(asked, random, depth + 1));
        return random.nextBoolean()
                ? new Condition.AllOf(List.of(selected, other))
                : new Condition.AnyOf(List.of(selected, other));
    }

    private static LocalizedText text(String base, Random random) {
        return LocalizedText.of(base + " ý kiến", base + " opinion " + random.nextInt(100));
    }
}
