package vn.sipas.core.survey;

import java.util.List;
import vn.sipas.core.LocalizedText;

/** A question of a survey, of one of five kinds. */
public sealed interface Question
        permits RatingQuestion, SingleChoiceQuestion, MultipleChoiceQuestion, OpenTextQuestion, NumberQuestion {

    /** The form that the codes of questions, sections, scales, levels and options share, as a regular expression. */
    String CODE_FORM = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}";

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

    /**
     * Returns what a respondent can select, which is what routing can look at.
     *
     * @return the codes of the levels or options in order; empty for open text and numbers
     */
    default List<String> selectableCodes() {
        return List.of();
    }
}
