package vn.sipas.core.survey;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A part of a survey.
 *
 * @param code the code, unique among the sections
 * @param title what the citizen reads above the questions
 * @param questions at least one question
 */
public record Section(String code, LocalizedText title, List<Question> questions) {

    public Section {
        Codes.checked("code", code);
        Objects.requireNonNull(title, "title");
        questions = List.copyOf(questions);
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("questions must not be empty");
        }
    }
}
