package vn.sipas.core.survey;

import vn.sipas.core.LocalizedText;

/** A question of a survey, of one of five kinds. */
public sealed interface Question
        permits RatingQuestion, SingleChoiceQuestion, MultipleChoiceQuestion, OpenTextQuestion, NumberQuestion {

    /**
     * Returns the code, unique in the survey.
     *
     * @return 1 to 64 letters, digits, dots, hyphens or underscores
     */
    String code();

    /**
     * Returns what the citizen reads.
     *
     * @return the text
     */
    LocalizedText text();

    /**
     * Tells whether an answer is expected.
     *
     * @return the requirement
     */
    Requirement requirement();
}
