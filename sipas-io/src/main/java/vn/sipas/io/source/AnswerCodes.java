package vn.sipas.io.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.io.text.Remembered;

/** Finds the code of a level or option from what a cell holds: a text of the mapping, the code, or a label. */
final class AnswerCodes {

    /**
     * A code that was found.
     *
     * @param code the code, or a code for not answering
     * @param exact whether the cell held the text, code or label letter by letter
     */
    record Found(String code, boolean exact) {}

    private static final Pattern WHOLE_WITH_DECIMALS = Pattern.compile("[0-9]{1,4}\\.0{1,10}");

    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();
    private final Remembered<Optional<Found>> known = new Remembered<>(this::search);

    AnswerCodes(@Nullable Question question, Map<String, String> values) {
        values.forEach(this::add);
        if (question != null) {
            question.selectableCodes().forEach(code -> add(code, code));
        }
        if (question instanceof RatingQuestion rating) {
            for (ScaleLevel level : rating.scale().levels()) {
                add(level.label(), level.code());
            }
        } else if (question instanceof SingleChoiceQuestion single) {
            add(single.choices());
        } else if (question instanceof MultipleChoiceQuestion multiple) {
            add(multiple.choices());
        }
    }

    private void add(List<Choice> choices) {
        choices.forEach(choice -> add(choice.label(), choice.code()));
    }

    private void add(LocalizedText label, String code) {
        add(label.vi(), code);
        add(label.en(), code);
    }

    private void add(String text, String code) {
        exact.putIfAbsent(text, code);
        folded.putIfAbsent(Headings.folded(text), code);
    }

    /** Every text that stands for a code. */
    Map<String, String> texts() {
        return exact;
    }

    @Nullable
    Found find(String cell) {
        return exact.isEmpty() ? null : known.of(cell).orElse(null);
    }

    private Optional<Found> search(String cell) {
        String code = exact.get(cell);
        if (code != null) {
            return Optional.of(new Found(code, true));
        }
        String tidy = Headings.folded(cell);
        code = folded.get(tidy);
        if (code == null && WHOLE_WITH_DECIMALS.matcher(tidy).matches()) {
            code = folded.get(tidy.substring(0, tidy.indexOf('.')));
        }
        return code == null ? Optional.empty() : Optional.of(new Found(code, false));
    }
}
