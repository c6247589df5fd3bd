package vn.sipas.core.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The form that the codes of questions, sections, choices and levels share. */
final class Codes {

    private static final Pattern FORM = Pattern.compile(Question.CODE_FORM);

    private Codes() {}

    static String checked(String name, String code) {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    name + " must be 1 to 64 letters, digits, dots, hyphens or underscores, was \"" + code + "\"");
        }
        return code;
    }

    static List<Choice> uniqueChoices(List<Choice> choices) {
        List<Choice> copy = List.copyOf(choices);
        if (copy.size() < 2) {
            throw new IllegalArgumentException("choices must number at least 2, were " + copy.size());
        }
        Set<String> codes = new HashSet<>();
        for (Choice choice : copy) {
            if (!codes.add(choice.code())) {
                throw new IllegalArgumentException("choice codes must be unique, \"" + choice.code() + "\" repeats");
            }
        }
        return copy;
    }
}
