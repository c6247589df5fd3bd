package vn.sipas.core.estimate;

import vn.sipas.core.LocalizedText;

/** What a reader of an estimate must know. */
public enum EstimateFlag {
    /**
     * All answers agree, so that the sample shows no variation. The interval is that of the effective sample size (Σw)²
     * / Σw², at most n, and not of zero width.
     */
    UNANIMOUS(
            "mọi câu trả lời giống nhau; khoảng tin cậy tính trên cỡ mẫu hiệu dụng",
            "all answers agree; the interval is that of the effective sample size"),
    /** The answers differ, but the units of the sample do not, or the population was taken whole. */
    ZERO_VARIANCE(
            "các đơn vị mẫu không khác nhau hoặc đã điều tra toàn bộ; sai số bằng 0",
            "the sampling units do not differ, or all were taken; the error is 0"),
    /** There are no more units than strata, so the interval is all that is possible. */
    NO_DEGREES_OF_FREEDOM(
            "không còn bậc tự do; khoảng tin cậy là toàn bộ miền giá trị",
            "no degrees of freedom; the interval is the whole range"),
    /** A stratum has a single unit and was left out of the variance. */
    LONELY_PSU_REMOVED(
            "có tầng chỉ một đơn vị mẫu, bỏ khỏi phương sai",
            "a stratum with a single unit is left out of the variance"),
    /** A stratum has a single unit, taken as drawn with certainty. */
    LONELY_PSU_CERTAINTY(
            "có tầng chỉ một đơn vị mẫu, coi là chọn chắc chắn", "the single unit of a stratum is taken as certain"),
    /** A stratum has a single unit, compared with the overall value. */
    LONELY_PSU_ADJUSTED(
            "có tầng chỉ một đơn vị mẫu, so với giá trị chung",
            "the single unit of a stratum is compared with the overall value"),
    /** A stratum has a single unit and was given the average of the others. */
    LONELY_PSU_AVERAGED(
            "có tầng chỉ một đơn vị mẫu, lấy trung bình các tầng khác",
            "a stratum with a single unit is given the average of the others"),
    /** The method asked for has no interval here; Wilson's was used. */
    INTERVAL_REPLACED(
            "phương pháp được chọn không có khoảng tin cậy ở đây, dùng Wilson",
            "the method asked for has no interval here, Wilson's is used"),
    /** The interval combines those of the two parts, because at least one of them is unanimous. */
    COMBINED_INTERVAL("khoảng tin cậy ghép từ hai phần", "the interval combines the intervals of the two parts"),
    /** The weights come from a calibration that did not meet its tolerance. */
    NOT_CALIBRATED("hiệu chỉnh quyền số chưa hội tụ", "the weights come from a calibration that did not converge");

    private final LocalizedText text;

    EstimateFlag(String vietnamese, String english) {
        this.text = LocalizedText.of(vietnamese, english);
    }

    /**
     * Returns the sentence for readers.
     *
     * @return the sentence in both languages
     */
    public LocalizedText text() {
        return text;
    }
}
