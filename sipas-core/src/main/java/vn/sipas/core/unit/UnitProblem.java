package vn.sipas.core.unit;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with units, their hierarchy and their lineage. */
public enum UnitProblem implements ProblemKind {
    /** The same unit is given twice. Attribute: {@code unit}. */
    DUPLICATE(
            "unit.duplicate",
            Severity.ERROR,
            "Đơn vị {unit} được khai báo hai lần; dòng sau bị bỏ qua.",
            "Unit {unit} is given twice; the later one was left out."),
    /** Two units would have the same code on the same day. Attributes: {@code unit}, {@code other}. */
    OVERLAP(
            "unit.overlap",
            Severity.ERROR,
            "Mã của đơn vị {unit} trùng với {other} trong cùng thời gian; hãy sửa thời hạn hoặc dùng mã khác.",
            "Unit {unit} has the code of {other} at the same time; correct the period or use another code."),
    /** No unit has the code of the parent. Attributes: {@code unit}, {@code parent}. */
    PARENT_UNKNOWN(
            "unit.parent.unknown",
            Severity.ERROR,
            "Không có đơn vị cấp trên {parent} của {unit}; hãy bổ sung đơn vị đó hoặc sửa mã.",
            "There is no unit {parent} above {unit}; add it or correct the code."),
    /** The parent is not in force on every day of the unit. Attributes: {@code unit}, {@code parent}, {@code day}. */
    PARENT_NOT_IN_FORCE(
            "unit.parent.not-in-force",
            Severity.ERROR,
            "Đơn vị cấp trên {parent} của {unit} không có hiệu lực trong toàn bộ thời hạn (từ {day}).",
            "Unit {parent} above {unit} is not in force during the whole period (from {day} on)."),
    /** The parent does not stand above. Attributes: {@code unit}, {@code parent}, {@code level}, {@code parent-level}. */
    PARENT_LEVEL(
            "unit.parent.level",
            Severity.ERROR,
            "Đơn vị {unit} (cấp {level}) không thể trực thuộc {parent} (cấp {parent-level}).",
            "Unit {unit} ({level}) cannot belong to {parent} ({parent-level})."),
    /** An office stands above itself, or has more than 32 units above it. Attribute: {@code unit}. */
    PARENT_CYCLE(
            "unit.parent.cycle",
            Severity.ERROR,
            "Đơn vị {unit} trực thuộc chính nó, hoặc có quá 32 đơn vị cấp trên; hãy sửa mã cấp trên.",
            "Unit {unit} stands above itself, or has more than 32 units above it; correct the parent codes."),
    /** A unit is not in the registry. Attribute: {@code unit}. */
    UNKNOWN(
            "unit.unknown",
            Severity.ERROR,
            "Không tìm thấy đơn vị {unit} trong danh mục.",
            "Unit {unit} is not in the registry."),
    /** A unit is not in force on the day asked for. Attributes: {@code unit}, {@code day}. */
    NOT_IN_FORCE(
            "unit.not-in-force",
            Severity.ERROR,
            "Đơn vị {unit} không có hiệu lực vào ngày {day}.",
            "Unit {unit} is not in force on {day}."),
    /** A unit has no unit above it at a level. Attributes: {@code unit}, {@code level}, {@code day}. */
    NO_ANCESTOR(
            "unit.no-ancestor",
            Severity.WARNING,
            "Vào ngày {day} đơn vị {unit} không thuộc đơn vị nào ở cấp {level}; số liệu được để riêng.",
            "On {day} unit {unit} belongs to no unit at level {level}; its figures are kept apart."),
    /** A step of a lineage is given twice. Attributes: {@code unit}, {@code successor}. */
    STEP_DUPLICATE(
            "unit.lineage.duplicate",
            Severity.ERROR,
            "Quan hệ kế thừa {unit} → {successor} được khai báo hai lần.",
            "The step {unit} → {successor} is given twice."),
    /** A successor starts before its predecessor ends. Attributes: {@code unit}, {@code successor}. */
    STEP_ORDER(
            "unit.lineage.order",
            Severity.ERROR,
            "Đơn vị kế thừa {successor} bắt đầu trước khi {unit} kết thúc.",
            "The successor {successor} starts before {unit} ends."),
    /** A unit ended and nothing says what became of it. Attributes: {@code unit}, {@code day}. */
    NO_SUCCESSOR(
            "unit.lineage.no-successor",
            Severity.ERROR,
            "Không rõ đơn vị kế thừa của {unit} vào ngày {day}; số liệu không được chuyển.",
            "It is not known what became of {unit} by {day}; its figures were not carried."),
    /** A unit was split, and the policy does not allocate. Attributes: {@code unit}, {@code successors}. */
    SPLIT_REFUSED(
            "unit.lineage.split",
            Severity.ERROR,
            "Đơn vị {unit} bị chia cho {successors}; số liệu không thể chuyển nếu không có quy tắc phân bổ.",
            "Unit {unit} was split over {successors}; its figures cannot be carried without a rule of allocation."),
    /** A split unit has no stated shares. Attributes: {@code unit}, {@code successors}. */
    SHARES_MISSING(
            "unit.lineage.shares-missing",
            Severity.ERROR,
            "Thiếu tỷ lệ phân bổ của {unit} cho {successors}.",
            "The shares of {unit} for {successors} are not stated."),
    /** The shares of a split unit do not sum to one. Attributes: {@code unit}, {@code sum}. */
    SHARES_SUM(
            "unit.lineage.shares-sum",
            Severity.ERROR,
            "Tổng tỷ lệ phân bổ của {unit} là {sum}, phải bằng 1.",
            "The shares of {unit} sum to {sum}, they must sum to 1."),
    /** Two successors have the same largest share. Attributes: {@code unit}, {@code successors}. */
    LARGEST_TIED(
            "unit.lineage.largest-tied",
            Severity.ERROR,
            "Đơn vị {unit} có nhiều đơn vị kế thừa lớn nhất như nhau: {successors}.",
            "Unit {unit} has several largest successors of the same share: {successors}."),
    /** A new unit lacks the figures of a predecessor. Attributes: {@code unit}, {@code missing}. */
    INCOMPLETE(
            "unit.lineage.incomplete",
            Severity.WARNING,
            "Đơn vị mới {unit} thiếu số liệu của {missing}; số liệu được để riêng.",
            "The new unit {unit} lacks the figures of {missing}; its figures are kept apart.");

    private final String code;
    private final Severity severity;
    private final LocalizedText text;

    UnitProblem(String code, Severity severity, String vi, String en) {
        this.code = code;
        this.severity = severity;
        this.text = LocalizedText.of(vi, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public LocalizedText text() {
        return text;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
