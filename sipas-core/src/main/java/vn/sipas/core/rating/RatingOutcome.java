package vn.sipas.core.rating;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/** What a rating came to. */
public sealed interface RatingOutcome {

    /**
     * Returns the word that result files use.
     *
     * @return {@code awarded}, {@code not-recognized}, {@code not-eligible} or {@code not-registered}
     */
    String tag();

    /**
     * The unit is recognised with stars or a class.
     *
     * @param stars the number of stars, or the rank of the class counted from the lowest; at least 1
     * @param label what it is called
     */
    record Awarded(int stars, LocalizedText label) implements RatingOutcome {

        public Awarded {
            if (stars < 1) {
                throw new IllegalArgumentException("stars must be at least 1, was " + stars);
            }
            Objects.requireNonNull(label, "label");
        }

        @Override
        public String tag() {
            return "awarded";
        }
    }

    /**
     * The unit took part and is not recognised (không được công nhận): a gate blocks, or the total is below all bands.
     *
     * @param reasons why, at least one
     */
    record NotRecognized(List<Reason> reasons) implements RatingOutcome {

        public NotRecognized {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String tag() {
            return "not-recognized";
        }
    }

    /**
     * The unit is not rated (không đủ điều kiện đánh giá): too few answers, about to merge, premises, file incomplete.
     *
     * @param reasons why, at least one
     */
    record NotEligible(List<Reason> reasons) implements RatingOutcome {

        public NotEligible {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String tag() {
            return "not-eligible";
        }
    }

    /** The unit did not register (không đăng ký). */
    record NotRegistered() implements RatingOutcome {

        @Override
        public String tag() {
            return "not-registered";
        }
    }

    /**
     * One reason.
     *
     * @param code the code of the gate or criterion behind it, or {@code total}
     * @param text the sentence
     */
    record Reason(String code, LocalizedText text) {

        public Reason {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(text, "text");
        }
    }
}
