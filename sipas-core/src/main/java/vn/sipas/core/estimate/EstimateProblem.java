package vn.sipas.core.estimate;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** Why there is no estimate. */
public enum EstimateProblem implements ProblemKind {
    /** Nobody in the domain gave a valid answer. */
    NO_ANSWERS(
            "estimate.no-answers",
            "Không có câu trả lời hợp lệ cho {item} trong {domain}.",
            "No valid answer to {item} in {domain}."),
    /** A stratum has one primary sampling unit and the policy is to fail. */
    LONELY_PSU(
            "estimate.lonely-psu",
            "Tầng \"{stratum}\" chỉ có một đơn vị mẫu nên không ước lượng được phương sai; hãy gộp tầng hoặc chọn"
                    + " cách xử lý (remove, certainty, adjust, average).",
            "Stratum \"{stratum}\" has only one primary sampling unit, so its variance cannot be estimated; collapse"
                    + " strata or choose a policy (remove, certainty, adjust, average)."),
    /** No stratum has two units, so there is nothing to average. */
    ALL_LONELY(
            "estimate.all-lonely",
            "Mọi tầng chỉ có một đơn vị mẫu nên không có gì để lấy trung bình.",
            "Every stratum has only one primary sampling unit, so there is nothing to average."),
    /** More units were seen than the population has. */
    POPULATION_TOO_SMALL(
            "estimate.population-too-small",
            "\"{place}\" có {sampled} đơn vị trong mẫu, nhiều hơn quy mô tổng thể {population}.",
            "\"{place}\" has {sampled} sampled units, more than its population of {population}."),
    /** Weights should follow from a population that was not stated. */
    POPULATION_MISSING(
            "estimate.population-missing",
            "Chưa khai quy mô tổng thể của \"{place}\" để suy ra quyền số.",
            "The population of \"{place}\" is not stated, so weights cannot follow from it."),
    /** Two different populations were stated for one stratum or unit. */
    POPULATION_CONTRADICTION(
            "estimate.population-contradiction",
            "\"{place}\" có hai quy mô tổng thể khác nhau: {first} và {second}.",
            "\"{place}\" has two different populations: {first} and {second}."),
    /** The covariance of two questions needs moments that were not kept. */
    MOMENTS_MISSING(
            "estimate.moments-missing",
            "Cần mô men chéo giữa {item} và {other}; hãy bật khi đếm (ItemMoments).",
            "Cross moments of {item} and {other} are needed; switch them on when tallying (ItemMoments)."),
    /** Replicates leave out primary sampling units, and the sample has none. */
    NO_UNITS(
            "estimate.no-units",
            "Mẫu không có đơn vị mẫu cấp một để lập mẫu lặp; hãy khai từng phiếu hoặc từng nhóm ngẫu nhiên là một đơn vị.",
            "The sample has no primary sampling units to replicate; declare each row, or random groups of rows, as"
                    + " units."),
    /** The function has no value in some replicates. */
    REPLICATE_UNDEFINED(
            "estimate.replicate-undefined",
            "Hàm không có giá trị ở {undefined} trong {replicates} mẫu lặp.",
            "The function has no value in {undefined} of {replicates} replicates."),
    /** A denominator is zero. */
    ZERO_DENOMINATOR(
            "estimate.zero-denominator",
            "Mẫu số của tỷ số trong {domain} bằng 0.",
            "The denominator of the ratio in {domain} is 0."),
    /** A calibration cell of the population has no row in the sample, or the other way round. */
    EMPTY_CELL(
            "estimate.empty-cell",
            "Ô hiệu chỉnh \"{cell}\" có ở {present} nhưng không có ở {absent}; hãy gộp ô.",
            "Calibration cell \"{cell}\" is in the {present} but not in the {absent}; merge cells."),
    /** Margins of a raking have different totals. */
    MARGINS_DISAGREE(
            "estimate.margins-disagree",
            "Tổng của các biên không bằng nhau: {first} và {second}.",
            "The margins have different totals: {first} and {second}."),
    /**
     * The bytes are not a state of this library, or are damaged. The reason is {@code start} (they begin with something
     * else), {@code check-sum} (changed or cut off), or {@code contents} (parts that do not fit together).
     */
    STATE_DAMAGED(
            "estimate.state-damaged",
            "Dữ liệu trạng thái hỏng hoặc không phải của thư viện này: {reason}.",
            "The state is damaged or not one of this library: {reason}."),
    /** The state was written by a later version. */
    STATE_TOO_NEW(
            "estimate.state-too-new",
            "Trạng thái thuộc phiên bản {version}; thư viện này đọc đến {supported}.",
            "The state has version {version}; this library reads up to {supported}."),
    /** The state counts other questions or another design. */
    STATE_MISMATCH(
            "estimate.state-mismatch", "Trạng thái không khớp ở {field}.", "The state does not match in {field}.");

    private final String code;
    private final LocalizedText text;

    EstimateProblem(String code, String vietnamese, String english) {
        this.code = code;
        this.text = LocalizedText.of(vietnamese, english);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public LocalizedText text() {
        return text;
    }
}
