package vn.sipas.core.validation;

import java.util.regex.Pattern;
import vn.sipas.core.survey.Question;

/** The path of an answer. A key that is not a code is named by its position, because it may be anything. */
final class AnswerPath {

    private static final Pattern CODE = Pattern.compile(Question.CODE_FORM);

    private AnswerPath() {}

    static String of(String question, int position) {
        return "answers[" + (CODE.matcher(question).matches() ? question : "#" + (position + 1)) + "]";
    }
}
