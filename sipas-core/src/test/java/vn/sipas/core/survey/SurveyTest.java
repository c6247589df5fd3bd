package vn.sipas.core.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.survey.Condition.AllOf;
import vn.sipas.core.survey.Condition.AnyOf;
import vn.sipas.core.survey.Condition.Not;
import vn.sipas.core.survey.Condition.Selected;

class SurveyTest {

    private static final LocalizedText TEXT = LocalizedText.of("câu hỏi", "question");
    private static final SurveyKey KEY = SurveyKey.of("one-stop", 2);

    private static RatingQuestion rating(String code) {
        return RatingQuestion.of(code, TEXT, RatingScale.yesNo());
    }

    private static Survey survey(List<Question> questions, RoutingRule... rules) {
        return Survey.of(KEY, TEXT, List.of(new Section("main", TEXT, questions)), List.of(rules));
    }

    @Test
    void asksAFollowUpOnlyWhenItsConditionHolds() {
        Survey survey = survey(
                List.of(rating("late"), rating("informed")),
                new RoutingRule("informed", new Selected("late", Set.of("1"))));
        assertTrue(survey.asks("late", question -> Set.of()));
        assertTrue(survey.asks("informed", Map.of("late", Set.of("1"))::get));
        assertFalse(survey.asks("informed", Map.of("late", Set.of("0"))::get));
        assertThrows(IllegalArgumentException.class, () -> survey.asks("other", question -> Set.of()));
    }

    @Test
    void conditionsCombine() {
        Condition late = new Selected("late", Set.of("1"));
        Condition rude = new Selected("rude", Set.of("1", "2"));
        Function<String, Set<String>> onlyLate = question -> question.equals("late") ? Set.of("1") : Set.of();
        assertFalse(new AllOf(List.of(late, rude)).holds(onlyLate));
        assertTrue(new AnyOf(List.of(late, rude)).holds(onlyLate));
        assertTrue(new AllOf(List.of(late, new Not(rude))).holds(onlyLate));
        assertEquals(Set.of("late", "rude"), new AnyOf(List.of(late, new Not(rude))).questions());
        assertThrows(IllegalArgumentException.class, () -> new AllOf(List.of()));
    }

    @Test
    void refusesRoutingThatLooksForwardOrNowhere() {
        List<Question> questions = List.of(rating("a"), rating("b"));
        for (RoutingRule rule : List.of(
                new RoutingRule("a", new Selected("b", Set.of("1"))),
                new RoutingRule("a", new Selected("a", Set.of("1"))),
                new RoutingRule("b", new Selected("z", Set.of("1"))),
                new RoutingRule("z", new Selected("a", Set.of("1"))))) {
            assertThrows(IllegalArgumentException.class, () -> survey(questions, rule), rule::toString);
        }
        RoutingRule rule = new RoutingRule("b", new Selected("a", Set.of("1")));
        assertThrows(IllegalArgumentException.class, () -> survey(questions, rule, rule));
    }

    @Test
    void refusesCodesThatRepeat() {
        assertThrows(IllegalArgumentException.class, () -> survey(List.of(rating("a"), rating("a"))));
        Section section = new Section("s", TEXT, List.of(rating("a")));
        Section sameCode = new Section("s", TEXT, List.of(rating("b")));
        assertThrows(IllegalArgumentException.class, () -> Survey.of(KEY, TEXT, List.of(section, sameCode), List.of()));
    }

    @Test
    void keysNameIdAndRevision() {
        assertEquals("one-stop/2", KEY.toString());
        assertThrows(IllegalArgumentException.class, () -> SurveyKey.of("One stop", 1));
        assertThrows(IllegalArgumentException.class, () -> SurveyKey.of("one-stop", 0));
    }
}
