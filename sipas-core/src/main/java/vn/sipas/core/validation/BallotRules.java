package vn.sipas.core.validation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.MethodVersion.Standing;
import vn.sipas.core.Severity;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Answer.NoAnswer;
import vn.sipas.core.response.BallotFault;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.Wave;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.Survey;

/**
 * What makes a ballot valid (phiếu hợp lệ): a named and versioned set of rules.
 *
 * <p>Announcements of SIPAS results count valid ballots, but no readable text says what makes a ballot valid, how blank
 * and "don't know" answers are treated, or how much must be answered (Decision 1001/QĐ-BNV and Decision 2640/QĐ-BNV: not
 * found). The rules are therefore parameters with a standing, and {@link #describe} prints them beside every result. A
 * ballot that looks careless, such as one with the same level throughout, is not invalid; that is a matter of
 * quality flags.
 *
 * <p>Rules are applied in the order of {@link BallotFault}. Immutable and safe for use by several threads.
 *
 * @param method the name under which the rules are published
 * @param minimumAnswered the least share of the required questions asked that must be answered, in the closed interval
 *     [0, 1]; a ballot that was asked no required question passes
 * @param countAsAnswered which of {@link NoAnswer#DONT_KNOW} and {@link NoAnswer#REFUSED} count as answered
 * @param maxContradictions how many contradictions to the routing are tolerated, at least 0
 * @param dayRule what the day of the answer must be
 */
public record BallotRules(
        MethodVersion method,
        Fraction minimumAnswered,
        Set<NoAnswer> countAsAnswered,
        int maxContradictions,
        DayRule dayRule) {

    /** What the day of an answer must be. */
    public enum DayRule {
        /** The day is known and lies in the wave. */
        IN_WAVE,
        /** The day lies in the wave, or is not known. */
        IN_WAVE_OR_UNKNOWN,
        /** The day is not looked at; only the name of the wave is. */
        NOT_CHECKED
    }

    public BallotRules {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(dayRule, "dayRule");
        if (minimumAnswered.signum() < 0 || minimumAnswered.compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("minimumAnswered must be in [0, 1], was " + minimumAnswered);
        }
        if (countAsAnswered.contains(NoAnswer.BLANK) || countAsAnswered.contains(NoAnswer.NOT_ASKED)) {
            throw new IllegalArgumentException("countAsAnswered may hold DONT_KNOW and REFUSED only, was "
                    + countAsAnswered.stream().sorted().toList());
        }
        if (maxContradictions < 0) {
            throw new IllegalArgumentException("maxContradictions must be at least 0, was " + maxContradictions);
        }
        Set<NoAnswer> copy = EnumSet.noneOf(NoAnswer.class);
        copy.addAll(countAsAnswered);
        countAsAnswered = Collections.unmodifiableSet(copy);
    }

    /**
     * The rules that this library assumes where a host sets none: at least half of the required questions answered,
     * "don't know" counting as an answer and a refusal not, no contradiction, and the day in the wave where it is known.
     *
     * @return the rules {@code sipas-ballots/1}, with standing {@link Standing#ASSUMPTION}
     */
    public static BallotRules assumed() {
        return new BallotRules(
                MethodVersion.of("sipas-ballots", "1"),
                Fraction.of(1, 2),
                Set.of(NoAnswer.DONT_KNOW),
                0,
                DayRule.IN_WAVE_OR_UNKNOWN);
    }

    /**
     * Judges one ballot by itself. Duplicate ids are found by {@link BallotScreening}, which sees all ballots.
     *
     * @param response the ballot
     * @param survey the survey in the revision that was answered
     * @param wave the wave that is evaluated
     * @return the verdict, with {@link BallotFault#UNREADABLE} if the response is not acceptable for the survey
     */
    public BallotVerdict judge(Response response, Survey survey, Wave wave) {
        Objects.requireNonNull(wave, "wave");
        ResponseRules checked = ResponseRules.of(response, survey);
        if (checked.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            return new BallotVerdict(Optional.of(BallotFault.UNREADABLE), 0, 0, checked.contradictions());
        }
        int asked = 0;
        int answered = 0;
        for (Question question : survey.questions()) {
            Answer answer = checked.effective(question.code());
            if (question.requirement() == Requirement.REQUIRED && checked.isAsked(question.code())) {
                asked++;
                answered += counts(answer) ? 1 : 0;
            }
        }
        Optional<BallotFault> fault = Optional.empty();
        if (!response.wave().equals(wave.id()) || !isDayAcceptable(response.day(), wave)) {
            fault = Optional.of(BallotFault.OUTSIDE_WAVE);
        } else if (checked.contradictions() > maxContradictions) {
            fault = Optional.of(BallotFault.CONTRADICTORY);
        } else if (!isEnough(answered, asked)) {
            fault = Optional.of(BallotFault.TOO_FEW_ANSWERS);
        }
        return new BallotVerdict(fault, asked, answered, checked.contradictions());
    }

    /**
     * Prints the name, standing and parameters of the rules.
     *
     * @param language the language of the text
     * @return one line a parameter, each ended by a line feed
     */
    public String describe(Language language) {
        boolean vi = language == Language.VI;
        String counted = countAsAnswered.isEmpty()
                ? "–"
                : countAsAnswered.stream()
                        .map(answer -> answer.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(", "));
        return (vi ? "Quy tắc phiếu hợp lệ: " : "Ballot rules: ") + method + " (" + standing(vi) + ")\n"
                + (vi ? "Tỷ lệ tối thiểu câu bắt buộc được trả lời: " : "Least share of required questions answered: ")
                + minimumAnswered + "\n"
                + (vi ? "Tính là có trả lời: " : "Counted as answered: ") + counted + "\n"
                + (vi ? "Số mâu thuẫn tối đa: " : "Contradictions tolerated: ") + maxContradictions + "\n"
                + (vi ? "Ngày trả lời: " : "Day of the answer: ") + day(vi) + "\n";
    }

    private String standing(boolean vi) {
        return switch (method.standing()) {
            case OFFICIAL -> vi ? "theo văn bản" : "official text";
            case PUBLISHED -> vi ? "theo kết quả đã công bố" : "published practice";
            case ASSUMPTION ->
                vi
                        ? "giả định của thư viện, không tìm thấy quy định chính thức"
                        : "an assumption; no official rule was found";
        };
    }

    private String day(boolean vi) {
        return switch (dayRule) {
            case IN_WAVE -> vi ? "phải có và nằm trong đợt" : "known and in the wave";
            case IN_WAVE_OR_UNKNOWN -> vi ? "nằm trong đợt nếu có ghi" : "in the wave where it is known";
            case NOT_CHECKED -> vi ? "không xét" : "not looked at";
        };
    }

    private boolean counts(Answer answer) {
        return answer instanceof NoAnswer none ? countAsAnswered.contains(none) : true;
    }

    private boolean isEnough(int answered, int asked) {
        return BigInteger.valueOf(answered)
                        .multiply(minimumAnswered.denominator())
                        .compareTo(BigInteger.valueOf(asked).multiply(minimumAnswered.numerator()))
                >= 0;
    }

    private boolean isDayAcceptable(Optional<LocalDate> day, Wave wave) {
        return switch (dayRule) {
            case IN_WAVE -> day.map(wave::contains).orElse(false);
            case IN_WAVE_OR_UNKNOWN -> day.map(wave::contains).orElse(true);
            case NOT_CHECKED -> true;
        };
    }
}
