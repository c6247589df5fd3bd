package vn.sipas.core.validation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.response.Answer;

/**
 * An answer, as a document from outside gives it: exactly one of its components is present.
 *
 * @param rated the value of a level of a rating scale
 * @param selected the code of one option
 * @param selectedAll the codes of several options
 * @param written the respondent's own words
 * @param number a number
 * @param none {@code not-asked}, {@code blank}, {@code dont-know} or {@code refused}
 */
public record AnswerDocument(
        @Nullable Integer rated,
        @Nullable String selected,
        @Nullable List<String> selectedAll,
        @Nullable String written,
        @Nullable BigDecimal number,
        @Nullable String none) {

    public AnswerDocument {
        selectedAll = Lists.copied(selectedAll);
    }

    /**
     * Describes an answer.
     *
     * @param answer the answer
     * @return the document
     */
    public static AnswerDocument of(Answer answer) {
        if (answer instanceof Answer.Rated rated) {
            return new AnswerDocument(rated.value(), null, null, null, null, null);
        }
        if (answer instanceof Answer.Selected selected) {
            return new AnswerDocument(null, selected.code(), null, null, null, null);
        }
        if (answer instanceof Answer.SelectedAll all) {
            return new AnswerDocument(null, null, List.copyOf(all.codes()), null, null, null);
        }
        if (answer instanceof Answer.Written written) {
            return new AnswerDocument(null, null, null, written.text(), null, null);
        }
        if (answer instanceof Answer.Quantity quantity) {
            return new AnswerDocument(null, null, null, null, quantity.number(), null);
        }
        return new AnswerDocument(null, null, null, null, null, Words.of((Answer.NoAnswer) answer));
    }

    int waysGiven() {
        return (rated == null ? 0 : 1)
                + (selected == null ? 0 : 1)
                + (selectedAll == null ? 0 : 1)
                + (written == null ? 0 : 1)
                + (number == null ? 0 : 1)
                + (none == null ? 0 : 1);
    }

    /**
     * Names the ways in which the answer is given, never what was answered.
     *
     * @return a line that can go to a log
     */
    @Override
    public String toString() {
        return "AnswerDocument[" + waysGiven() + " given]";
    }
}
