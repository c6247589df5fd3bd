package vn.sipas.core.survey;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A question answered with one option.
 *
 * @param code the code, unique in the survey
 * @param text what the citizen reads
 * @param requirement whether an answer is expected
 * @param choices at least two options with unique codes
 */
public record SingleChoiceQuestion(String code, LocalizedText text, Requirement requirement, List<Choice> choices)
        implements Question {

    public SingleChoiceQuestion {
        Codes.checked("code", code);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(requirement, "requirement");
        choices = Codes.uniqueChoices(choices);
    }

    @Override
    public List<String> selectableCodes() {
        return choices.stream().map(Choice::code).toList();
    }
}
