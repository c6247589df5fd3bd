package vn.sipas.io.simulate;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.response.CollectionMode;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;

/**
 * What is simulated: a survey, a wave, units, and a seed. The same plan always gives the same responses.
 *
 * @param seed the seed, any number
 * @param survey the survey; only its rating questions are answered
 * @param wave the id of the wave, which ends in {@value #MARK}
 * @param mode how the answers claim to have been collected
 * @param units at least one unit
 */
public record SimulationPlan(long seed, Survey survey, String wave, CollectionMode mode, List<SimulatedUnit> units) {

    /** The word that the wave of every simulated response ends in. */
    public static final String MARK = "simulated";

    public SimulationPlan {
        Objects.requireNonNull(survey, "survey");
        Objects.requireNonNull(mode, "mode");
        units = List.copyOf(units);
        if (!wave.endsWith(MARK)) {
            throw new IllegalArgumentException("wave must end in \"" + MARK + "\", was \"" + wave + "\"");
        }
        if (units.isEmpty()) {
            throw new IllegalArgumentException("units must not be empty");
        }
        if (survey.ratingQuestions().isEmpty()) {
            throw new IllegalArgumentException("survey must have a rating question");
        }
    }

    /**
     * Plans made-up units that answer items {@code q1}, {@code q2} … on the balanced five-level scale.
     *
     * @param units how many units, in the closed interval [1, 99999]
     * @param responses how many responses all together, in the closed interval [0, 2,000,000,000]
     * @param items how many items, in the closed interval [1, 1000]
     * @param seed the seed
     * @return the plan, with the survey {@code simulated-items/1} and the wave {@value #MARK}
     */
    public static SimulationPlan madeUp(int units, long responses, int items, long seed) {
        if (items < 1 || items > 1000) {
            throw new IllegalArgumentException("items must be in [1, 1000], was " + items);
        }
        RatingScale scale = RatingScale.likert5();
        List<RatingQuestion> questions = IntStream.rangeClosed(1, items)
                .mapToObj(i -> RatingQuestion.of(
                        "q" + i, LocalizedText.of("Câu hỏi mô phỏng " + i, "Simulated question " + i), scale))
                .toList();
        Survey survey = Survey.ofRatings(
                SurveyKey.of("simulated-" + items, 1),
                LocalizedText.of("Phiếu mô phỏng", "Simulated questionnaire"),
                questions);
        return new SimulationPlan(seed, survey, MARK, CollectionMode.QR, SimulatedUnit.madeUp(units, responses, seed));
    }
}
