package vn.sipas.io.report;

import java.util.ArrayList;
import java.util.List;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.rating.GateResult;
import vn.sipas.core.rating.RatingOutcome;
import vn.sipas.core.rating.StarRating;

/** What reports, workbooks and certificates say about methods and ratings, in the same words. */
public final class ResultText {

    private ResultText() {}

    /**
     * Says how firm the ground is.
     *
     * @param standing the standing of a method or of a part of it
     * @return the words
     */
    public static LocalizedText standing(MethodVersion.Standing standing) {
        return switch (standing) {
            case OFFICIAL -> LocalizedText.of("Theo văn bản", "Official text");
            case PUBLISHED -> LocalizedText.of("Theo kết quả đã công bố", "Published practice");
            case ASSUMPTION ->
                LocalizedText.of("Giả định, không phải quy định chính thức", "An assumption, not an official rule");
        };
    }

    /**
     * Says what a rating came to.
     *
     * @param outcome the outcome
     * @return the label of the stars or class, or why there are none
     */
    public static LocalizedText outcome(RatingOutcome outcome) {
        if (outcome instanceof RatingOutcome.Awarded awarded) {
            return awarded.label();
        }
        if (outcome instanceof RatingOutcome.NotRecognized) {
            return LocalizedText.of("Không được công nhận", "Not recognised");
        }
        return outcome instanceof RatingOutcome.NotEligible
                ? LocalizedText.of("Không đủ điều kiện đánh giá", "Not eligible")
                : LocalizedText.of("Không đăng ký", "Not registered");
    }

    /**
     * Says why a rating is no better: the reasons of its outcome, or the gates that are not met.
     *
     * @param rating the rating
     * @return the sentences, empty if nothing stood in the way
     */
    public static List<LocalizedText> reasons(StarRating rating) {
        List<LocalizedText> reasons = new ArrayList<>();
        if (rating.outcome() instanceof RatingOutcome.NotRecognized refused) {
            refused.reasons().forEach(reason -> reasons.add(reason.text()));
        } else if (rating.outcome() instanceof RatingOutcome.NotEligible excluded) {
            excluded.reasons().forEach(reason -> reasons.add(reason.text()));
        } else if (rating.outcome() instanceof RatingOutcome.Awarded) {
            for (GateResult gate : rating.gates()) {
                if (!gate.met()) {
                    reasons.add(gate.finding());
                }
            }
        }
        return List.copyOf(reasons);
    }
}
