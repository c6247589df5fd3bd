package vn.sipas.core.rating;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with a scheme or with the scores of a unit. */
public enum RatingProblem implements ProblemKind {
    /** A code has the wrong form. */
    CODE_FORM(
            "rating.code.form",
            "{field} phải gồm 1 đến 64 chữ cái, chữ số, dấu chấm, gạch nối hoặc gạch dưới.",
            "{field} must be 1 to 64 letters, digits, dots, hyphens or underscores."),
    /** A code occurs twice. */
    CODE_REPEATED(
            "rating.code.repeated",
            "Mã \"{code}\" bị lặp lại; mỗi mã chỉ dùng một lần.",
            "The code \"{code}\" repeats; each code names one thing only."),
    /** A value of a scheme lies outside its interval. */
    VALUE_OUTSIDE(
            "rating.value.outside",
            "{field} phải {interval}, nhưng là {value}.",
            "{field} must be {interval}, was {value}."),
    /** A list that needs an element is empty. */
    LIST_EMPTY("rating.list.empty", "{field} không được rỗng.", "{field} must not be empty."),
    /** The maxima of the parts do not add up to the maximum of the whole. */
    MAXIMUM_SUM(
            "rating.maximum.sum",
            "Tổng điểm tối đa của các thành phần là {sum}, phải bằng {expected}.",
            "The maxima of the parts sum to {sum}, must sum to {expected}."),
    /** There is a gap between two bands. */
    BAND_HOLE(
            "rating.band.hole",
            "Có khoảng trống giữa các mức: mức dưới kết thúc ở {end}, mức này bắt đầu ở {start}.",
            "There is a hole between the bands: the lower band ends at {end}, this one begins at {start}."),
    /** Two bands share values. */
    BAND_OVERLAP(
            "rating.band.overlap",
            "Các mức chồng lên nhau: mức dưới kết thúc ở {end}, mức này bắt đầu ở {start}.",
            "The bands overlap: the lower band ends at {end}, this one begins at {start}."),
    /** A band ends before it begins. */
    BAND_EMPTY(
            "rating.band.empty",
            "Mức này rỗng: từ {start} đến dưới {end}.",
            "The band is empty: from {start} to below {end}."),
    /** Values above the highest band belong nowhere. */
    BAND_TOP_CLOSED(
            "rating.band.top-closed",
            "Mức cao nhất không được có giới hạn trên (\"below\").",
            "The highest band must be open above; remove its \"below\"."),
    /** A higher band gives no more stars than a lower one. */
    BAND_ORDER(
            "rating.band.order",
            "Mức có điểm cao hơn phải có số sao cao hơn: {stars} sao đứng trên {lower} sao.",
            "A band of more points must give more stars: {stars} stars stand above {lower} stars."),
    /** A band lies where no total can reach it. */
    BAND_UNREACHABLE(
            "rating.band.unreachable",
            "Mức bắt đầu ở {start} không thể đạt được: tổng điểm tối đa là {maximum}.",
            "The band begins at {start} and cannot be reached: the highest total is {maximum}."),
    /** A rule or gate uses a fact that the scheme does not declare. */
    FACT_UNKNOWN(
            "rating.fact.unknown",
            "Dữ kiện \"{fact}\" chưa được khai báo trong bộ tiêu chí.",
            "The fact \"{fact}\" is not declared by the scheme."),
    /** A rule or gate uses a fact of the wrong kind. */
    FACT_KIND(
            "rating.fact.kind",
            "Dữ kiện \"{fact}\" có loại {kind}; ở đây cần loại {expected}.",
            "The fact \"{fact}\" is of kind {kind}; {expected} is needed here."),
    /** A declared fact is used nowhere. */
    FACT_UNUSED(
            "rating.fact.unused",
            "Dữ kiện \"{fact}\" được khai báo nhưng không dùng.",
            "The fact \"{fact}\" is declared but used nowhere."),
    /** Satisfied by expression and satisfied by silence meet in one computation. */
    STATISTIC_MIXED(
            "rating.statistic.mixed",
            "Dữ kiện \"{fact}\": tỷ lệ hài lòng được bày tỏ và tỷ lệ không phản ánh (phần bù) không được trộn lẫn.",
            "The fact \"{fact}\": expressed satisfaction and the complement statistic must never be mixed."),
    /** A gate names a criterion that the scheme does not have. */
    CRITERION_UNKNOWN(
            "rating.criterion.unknown",
            "Bộ tiêu chí không có tiêu chí \"{criterion}\".",
            "The scheme has no criterion \"{criterion}\"."),
    /** A gate asks for more points than its criterion has. */
    MINIMUM_UNREACHABLE(
            "rating.minimum.unreachable",
            "Điểm tối thiểu {minimum} vượt quá điểm tối đa {maximum} của tiêu chí \"{criterion}\".",
            "The minimum {minimum} exceeds the maximum {maximum} of the criterion \"{criterion}\"."),
    /** A test refers to a gate that the scheme does not have. */
    GATE_UNKNOWN(
            "rating.gate.unknown", "Bộ tiêu chí không có điều kiện \"{gate}\".", "The scheme has no gate \"{gate}\"."),
    /** Gates depend on each other in a circle. */
    GATE_CIRCULAR(
            "rating.gate.circular",
            "Các điều kiện phụ thuộc vòng tròn: {circle}.",
            "The gates depend on each other in a circle: {circle}."),
    /** A cap, quota or change names a number of stars that no band gives. */
    STARS_UNKNOWN("rating.stars.unknown", "Không có mức nào cho {stars} sao.", "No band gives {stars} stars."),
    /** A score names neither a criterion nor a fact. */
    KEY_UNKNOWN(
            "rating.score.key-unknown",
            "\"{key}\" không phải tiêu chí cũng không phải dữ kiện của bộ tiêu chí {scheme}.",
            "\"{key}\" is neither a criterion nor a fact of the scheme {scheme}."),
    /** A key occurs twice for a unit. */
    KEY_REPEATED(
            "rating.score.key-repeated",
            "\"{key}\" xuất hiện hai lần cho cùng một đơn vị; giá trị sau bị bỏ qua.",
            "\"{key}\" occurs twice for the same unit; the later value was set aside."),
    /** A value cannot be read. */
    SCORE_FORM(
            "rating.score.form",
            "Giá trị của \"{key}\" phải là {expected}.",
            "The value of \"{key}\" must be {expected}."),
    /** A value lies outside its interval. */
    SCORE_OUTSIDE(
            "rating.score.outside",
            "Giá trị của \"{key}\" phải nằm trong {interval}.",
            "The value of \"{key}\" must lie in {interval}."),
    /** Points were given for a criterion that is computed from facts. */
    POINTS_COMPUTED(
            "rating.score.computed",
            "Điểm của \"{key}\" được tính từ dữ kiện, không nhập trực tiếp.",
            "The points of \"{key}\" are computed from facts and cannot be given.");

    private final String code;
    private final String vi;
    private final String en;

    RatingProblem(String code, String vi, String en) {
        this.code = code;
        this.vi = vi;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public LocalizedText text() {
        return LocalizedText.of(vi, en);
    }

    @Override
    public Severity severity() {
        return this == FACT_UNUSED ? Severity.WARNING : Severity.ERROR;
    }
}
