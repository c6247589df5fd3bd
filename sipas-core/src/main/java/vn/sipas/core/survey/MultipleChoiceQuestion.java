package vn.sipas.core.survey;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A question answered with any number of options up to a limit, such as "the three contents you most expect to be
 * improved".
 *
 * @param code the code, unique in the survey
 * @param text what the citizen reads
 * @param requirement whether an answer is expected
 * @param choices at least two options with unique codes
 * @param maxSelections the greatest number of options a respondent may take, in the closed interval [1, choices]
 */
public record MultipleChoiceQuestion(
        String code, LocalizedText text, Requirement requirement, List<Choice> choices, int maxSelections)
        implements Question {

    public MultipleChoiceQuestion {
        Codes.checked("code", code);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(requirement, "requirement");
        choices = Codes.uniqueChoices(choices);
        if (maxSelections < 1 || maxSelections > choices.size()) {
            throw new IllegalArgumentException(
                    "maxSelections must be in [1, " + choices.size() + "], was " + maxSelections);
        }
    }

    @Override
    public List<String> selectableCodes() {
        return choices.stream().map(Choice::code).toList();
    }
}
