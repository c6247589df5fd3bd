package vn.sipas.core.response;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** What a respondent gave to one question, or how they did not answer it. */
public sealed interface Answer {

    /**
     * A level of a rating scale.
     *
     * @param value the value of the level
     */
    record Rated(int value) implements Answer {}

    /**
     * One option.
     *
     * @param code the code of the option
     */
    record Selected(String code) implements Answer {

        public Selected {
            Objects.requireNonNull(code, "code");
        }
    }

    /**
     * Several options.
     *
     * @param codes the codes of the options, at least one, in the order given
     */
    record SelectedAll(Set<String> codes) implements Answer {

        public SelectedAll {
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("codes must not be empty: no selection is NoAnswer.BLANK");
            }
            codes = Collections.unmodifiableSet(new LinkedHashSet<>(codes));
        }
    }

    /**
     * The respondent's own words, in Unicode normalisation form C.
     *
     * @param text the words, not blank
     */
    record Written(String text) implements Answer {

        public Written {
            if (text.isBlank()) {
                throw new IllegalArgumentException("text must not be blank: no words are NoAnswer.BLANK");
            }
            text = Normalizer.normalize(text, Normalizer.Form.NFC);
        }

        /**
         * Returns the number of characters only, so that words never reach a log.
         *
         * @return the length
         */
        @Override
        public String toString() {
            return "Written[" + text.length() + " characters]";
        }
    }

    /**
     * A number.
     *
     * @param number the number
     */
    record Quantity(BigDecimal number) implements Answer {

        public Quantity {
            Objects.requireNonNull(number, "number");
        }
    }

    /** The four ways of not answering, which are never counted as one another. */
    enum NoAnswer implements Answer {
        /** The routing skipped the question. */
        NOT_ASKED,
        /** The question was asked and left empty (để trống). */
        BLANK,
        /** The respondent does not know or has no opinion (không biết, không có ý kiến). */
        DONT_KNOW,
        /** The respondent would not say (từ chối trả lời). */
        REFUSED
    }
}
