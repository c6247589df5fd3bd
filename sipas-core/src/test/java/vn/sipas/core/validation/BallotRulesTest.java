package vn.sipas.core.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.response.Answer.NoAnswer;
import vn.sipas.core.response.BallotFault;
import vn.sipas.core.response.BallotFunnel;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.Wave;
import vn.sipas.core.survey.Condition;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.RoutingRule;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.validation.BallotRules.DayRule;

class BallotRulesTest {

    private static final LocalizedText TEXT = LocalizedText.of("Câu hỏi", "Question");
    private static final SurveyKey KEY = SurveyKey.of("s", 1);
    private static final Wave WAVE = new Wave("2024-10", TEXT, LocalDate.of(2024, 10, 2), LocalDate.of(2024, 10, 4));

    /** Four required questions, of which "why" is asked after the lowest level of "a" only, and an optional one. */
    private static final Survey SURVEY = Survey.of(
            KEY,
            TEXT,
            List.of(new Section(
                    "main",
                    TEXT,
                    List.of(
                            RatingQuestion.of("a", TEXT, RatingScale.likert5()),
                            RatingQuestion.of("why", TEXT, RatingScale.likert5()),
                            RatingQuestion.of("b", TEXT, RatingScale.likert5()),
                            RatingQuestion.of("c", TEXT, RatingScale.likert5()),
                            new RatingQuestion("extra", TEXT, Requirement.OPTIONAL, RatingScale.likert5())))),
            List.of(new RoutingRule("why", new Condition.Selected("a", Set.of("1")))));

    private static final BallotRules RULES = BallotRules.assumed();

    @Test
    void theShareIsTakenOfTheRequiredQuestionsThatWereAsked() {
        assertVerdict(ballot().rating("a", 5).rating("b", 5).rating("extra", 1), Optional.empty(), 3, 2, 0);
        assertVerdict(ballot().rating("a", 5), Optional.of(BallotFault.TOO_FEW_ANSWERS), 3, 1, 0);
        assertVerdict(ballot().rating("a", 1).rating("b", 5), Optional.empty(), 4, 2, 0);
        assertVerdict(
                ballot().rating("a", 1).answer("b", NoAnswer.REFUSED),
                Optional.of(BallotFault.TOO_FEW_ANSWERS),
                4,
                1,
                0);
        assertVerdict(ballot().rating("a", 1).answer("b", NoAnswer.DONT_KNOW), Optional.empty(), 4, 2, 0);
    }

    @Test
    void theShareIsExact() {
        BallotRules third = rules(Fraction.of(1, 3), 0, DayRule.NOT_CHECKED);

        assertTrue(third.judge(ballot().rating("a", 5).build(), SURVEY, WAVE).isValid(), "1 of 3 is enough for 1/3");
    }

    @Test
    void contradictionsAreCountedAndTolerated() {
        Response.Builder answeredAlthoughSkipped =
                ballot().rating("a", 5).rating("why", 2).rating("b", 4);

        assertVerdict(answeredAlthoughSkipped, Optional.of(BallotFault.CONTRADICTORY), 3, 2, 1);
        assertTrue(rules(Fraction.of(1, 2), 1, DayRule.IN_WAVE_OR_UNKNOWN)
                .judge(answeredAlthoughSkipped.build(), SURVEY, WAVE)
                .isValid());
    }

    @Test
    void theDayAndTheNameOfTheWaveAreLookedAt() {
        LocalDate late = LocalDate.of(2024, 10, 5);
        Response.Builder ballot = ballot().rating("a", 5).rating("b", 5).day(late);

        assertVerdict(ballot, Optional.of(BallotFault.OUTSIDE_WAVE), 3, 2, 0);
        assertVerdict(ballot.day(LocalDate.of(2024, 10, 4)), Optional.empty(), 3, 2, 0);
        Response undated = ballot().rating("a", 5).rating("b", 5).build();
        assertFalse(rules(Fraction.ZERO, 0, DayRule.IN_WAVE)
                .judge(undated, SURVEY, WAVE)
                .isValid());
        assertTrue(rules(Fraction.ZERO, 0, DayRule.NOT_CHECKED)
                .judge(ballot.day(late).build(), SURVEY, WAVE)
                .isValid());
        Response otherWave =
                Response.builder("r", KEY, UnitCode.of("1"), "2023-06").build();
        assertEquals(
                Optional.of(BallotFault.OUTSIDE_WAVE),
                rules(Fraction.ZERO, 0, DayRule.NOT_CHECKED)
                        .judge(otherWave, SURVEY, WAVE)
                        .fault());
    }

    @Test
    void aScreeningCountsEveryBallotOnce() {
        BallotScreening screening = BallotScreening.of(RULES, SURVEY, WAVE);
        screening.accept(named("1").rating("a", 5).rating("b", 5).build());
        screening.accept(named("1").rating("a", 5).rating("b", 5).build());
        screening.accept(named("2").rating("a", 5).build());
        screening.accept(named("3").rating("a", 9).build());
        screening.accept(named("3").rating("a", 5).rating("b", 3).build());
        screening.accept(named("4").rating("a", 5).day(LocalDate.of(2025, 1, 1)).build());
        screening.acceptUnreadable();

        BallotFunnel funnel = screening.funnel().withSent(10);

        assertEquals(OptionalLong.of(7), funnel.returned());
        assertEquals(2, funnel.valid(), "an unreadable ballot does not take the id away from a readable one");
        assertEquals(
                Map.of(
                        BallotFault.UNREADABLE, 2L,
                        BallotFault.DUPLICATE, 1L,
                        BallotFault.OUTSIDE_WAVE, 1L,
                        BallotFault.TOO_FEW_ANSWERS, 1L),
                funnel.invalid());
    }

    @Test
    void theHostCanRememberTheIds() {
        BallotScreening screening = BallotScreening.of(RULES, SURVEY, WAVE, id -> false);

        assertEquals(
                Optional.of(BallotFault.DUPLICATE),
                screening.accept(ballot().rating("a", 5).rating("b", 5).build()).fault());
    }

    @Test
    void theRulesPrintTheirParametersAndTheirStanding() {
        assertEquals("""
                Ballot rules: sipas-ballots/1 (an assumption; no official rule was found)
                Least share of required questions answered: 1/2
                Counted as answered: dont-know
                Contradictions tolerated: 0
                Day of the answer: in the wave where it is known
                """, RULES.describe(Language.EN));
        assertTrue(RULES.describe(Language.VI).contains("giả định của thư viện"));
    }

    @Test
    void parametersOutsideTheirIntervalAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> rules(Fraction.of(3, 2), 0, DayRule.IN_WAVE));
        assertThrows(IllegalArgumentException.class, () -> rules(Fraction.of(-1, 2), 0, DayRule.IN_WAVE));
        assertThrows(IllegalArgumentException.class, () -> rules(Fraction.ONE, -1, DayRule.IN_WAVE));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BallotRules(
                        MethodVersion.of("x", "1"), Fraction.ONE, Set.of(NoAnswer.BLANK), 0, DayRule.IN_WAVE));
    }

    private static void assertVerdict(
            Response.Builder ballot, Optional<BallotFault> fault, int asked, int answered, int contradictions) {
        assertEquals(
                new BallotVerdict(fault, asked, answered, contradictions), RULES.judge(ballot.build(), SURVEY, WAVE));
    }

    private static BallotRules rules(Fraction minimum, int contradictions, DayRule dayRule) {
        return new BallotRules(
                MethodVersion.of("test", "1"), minimum, Set.of(NoAnswer.DONT_KNOW), contradictions, dayRule);
    }

    private static Response.Builder ballot() {
        return named("r");
    }

    private static Response.Builder named(String id) {
        return Response.builder(id, KEY, UnitCode.of("07210"), "2024-10");
    }
}
