package vn.sipas.io.csv;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with a row of ratings. */
public enum RatingRowProblem implements ProblemKind {
    /** An answer is none of the level codes of the scale. */
    OUTSIDE_SCALE(
            "rating.answer.outside-scale",
            "Câu trả lời \"{item}\" không thuộc thang \"{scale}\"; chỉ câu trả lời này bị bỏ ra.",
            "The answer to \"{item}\" is not on the scale \"{scale}\"; only this answer was left out.",
            Severity.WARNING),
    /** A weight is not a number of at least 0. A row of weight 0 stays in the design and answers for nobody. */
    BAD_WEIGHT(
            "rating.weight.not-positive",
            "Trọng số phải là số hữu hạn không âm, dấu thập phân là dấu chấm; dòng bị để riêng.",
            "A weight must be a finite number of at least 0 with a decimal point; the row was set aside.",
            Severity.ERROR),
    /** A population size is not a positive number. */
    BAD_POPULATION(
            "rating.population.not-positive",
            "Quy mô tổng thể phải là số dương hữu hạn; dòng bị để riêng.",
            "A population size must be a positive finite number; the row was set aside.",
            Severity.ERROR),
    /** The stratum of a row is empty. */
    NO_STRATUM(
            "rating.stratum.empty",
            "Thiếu tầng mẫu; dòng bị để riêng.",
            "The stratum is empty; the row was set aside.",
            Severity.ERROR),
    /** The primary sampling unit of a row is empty. */
    NO_PSU(
            "rating.psu.empty",
            "Thiếu đơn vị mẫu sơ cấp; dòng bị để riêng.",
            "The primary sampling unit is empty; the row was set aside.",
            Severity.ERROR),
    /** The group of a row is not one of those expected. */
    UNKNOWN_GROUP(
            "rating.group.unknown",
            "Giá trị của cột nhóm không có trong danh mục; dòng bị để riêng.",
            "The value of the grouping column is not in the register; the row was set aside.",
            Severity.ERROR),
    /** The id of a row is empty. */
    NO_ID(
            "rating.id.empty",
            "Thiếu mã phiếu; dòng bị để riêng.",
            "The response id is empty; the row was set aside.",
            Severity.ERROR),
    /** The id of a row stood in an earlier row. */
    REPEATED_ID(
            "rating.id.repeated",
            "Mã phiếu đã xuất hiện ở dòng trước; dòng này bị để riêng.",
            "The response id stood in an earlier row; this row was set aside.",
            Severity.ERROR);

    private final String code;
    private final String vi;
    private final String en;
    private final Severity severity;

    RatingRowProblem(String code, String vi, String en, Severity severity) {
        this.code = code;
        this.vi = vi;
        this.en = en;
        this.severity = severity;
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
        return severity;
    }
}
