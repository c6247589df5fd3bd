package vn.sipas.core.validation;

import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.SingleChoiceQuestion;

/** The kinds of questions as documents name them, and the way in which an answer to each is given. */
enum QuestionKind {
    RATING("rated"),
    SINGLE_CHOICE("selected"),
    MULTIPLE_CHOICE("selectedAll"),
    OPEN_TEXT("written"),
    NUMBER("number");

    private final String answeredAs;

    QuestionKind(String answeredAs) {
        this.answeredAs = answeredAs;
    }

    String answeredAs() {
        return answeredAs;
    }

    boolean hasChoices() {
        return this == SINGLE_CHOICE || this == MULTIPLE_CHOICE;
    }

    static QuestionKind of(Question question) {
        if (question instanceof RatingQuestion) {
            return RATING;
        }
        if (question instanceof SingleChoiceQuestion) {
            return SINGLE_CHOICE;
        }
        if (question instanceof MultipleChoiceQuestion) {
            return MULTIPLE_CHOICE;
        }
        if (question instanceof OpenTextQuestion) {
            return OPEN_TEXT;
        }
        if (question instanceof NumberQuestion) {
            return NUMBER;
        }
        throw new IllegalStateException("a sealed question has five kinds");
    }
}
