package vn.sipas.io.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.estimate.Estimate;
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
     * Says how numbers are rounded.
     *
     * @param rule the rule
     * @return the words
     */
    public static LocalizedText rounding(RoundingRule rule) {
        LocalizedText mode =
                switch (rule.mode()) {
                    case HALF_UP -> LocalizedText.of("nửa đơn vị làm tròn lên", "halves away from zero");
                    case HALF_DOWN -> LocalizedText.of("nửa đơn vị làm tròn xuống", "halves towards zero");
                    case HALF_EVEN -> LocalizedText.of("nửa đơn vị về số chẵn", "halves to even");
                    case UP -> LocalizedText.of("xa số 0", "away from zero");
                    case DOWN -> LocalizedText.of("về phía số 0", "towards zero");
                    case CEILING -> LocalizedText.of("làm tròn lên", "upwards");
                    case FLOOR -> LocalizedText.of("làm tròn xuống", "downwards");
                    case UNNECESSARY -> throw new IllegalStateException("no rule has the mode UNNECESSARY");
                };
        return LocalizedText.of(
                rule.decimals() + " chữ số thập phân, một lần ở cuối, " + mode.vi(),
                rule.decimals() + " decimals, once at the end, " + mode.en());
    }

    /**
     * Says how an interval was made.
     *
     * @param estimate the estimate
     * @return method, level, and what was done about strata with a single cluster
     */
    public static LocalizedText interval(Estimate estimate) {
        String level = BigDecimal.valueOf(estimate.level())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        LocalizedText lonely =
                switch (estimate.lonelyPsu()) {
                    case FAIL -> LocalizedText.of("không ước lượng", "no estimate");
                    case REMOVE, CERTAINTY -> LocalizedText.of("không tính vào phương sai", "left out of the variance");
                    case ADJUST -> LocalizedText.of("so với giá trị chung", "compared with the overall value");
                    case AVERAGE -> LocalizedText.of("lấy trung bình các tầng khác", "the average of other strata");
                };
        return LocalizedText.of(
                estimate.method() + ", mức " + level.replace('.', ',') + "%; tầng chỉ có một cụm: " + lonely.vi(),
                estimate.method() + ", level " + level + "%; strata with one cluster: " + lonely.en());
    }

    /**
     * Says what a part of a definition is about.
     *
     * @param about the word of the definition, such as {@code weights:overall}
     * @return the words
     */
    public static LocalizedText about(String about) {
        int colon = about.indexOf(':');
        String kind = colon < 0 ? about : about.substring(0, colon);
        String of = colon < 0 ? "" : " (" + about.substring(colon + 1) + ")";
        LocalizedText known =
                switch (kind) {
                    case "structure" -> LocalizedText.of("cấu trúc", "structure");
                    case "weights" -> LocalizedText.of("trọng số", "weights");
                    case "items" -> LocalizedText.of("câu hỏi", "questions");
                    case "statistic" -> LocalizedText.of("thống kê", "statistic");
                    case "rounding" -> LocalizedText.of("làm tròn", "rounding");
                    case "missing-data" -> LocalizedText.of("dữ liệu thiếu", "missing data");
                    default -> LocalizedText.same(kind);
                };
        return LocalizedText.of(known.vi() + of, known.en() + of);
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
