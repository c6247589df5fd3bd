package vn.sipas.io.units;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with a row of a file of units. */
public enum UnitFileProblem implements ProblemKind {
    /** A code is missing or has another form. Attribute: {@code field}. */
    CODE_FORM(
            "units.code.form",
            Severity.ERROR,
            "Mã trong cột {field} bị thiếu hoặc sai dạng; mã gồm 1 đến 40 chữ cái, chữ số, dấu chấm, gạch.",
            "The code in column {field} is missing or malformed; codes are 1 to 40 letters, digits, dots, dashes."),
    /** A name is missing. Attribute: {@code field}. */
    NAME_MISSING(
            "units.name.missing",
            Severity.ERROR,
            "Thiếu tên đơn vị ở cột {field}.",
            "The name of the unit is missing in column {field}."),
    /** A level is none of PROVINCE, DISTRICT, COMMUNE and OFFICE. Attribute: {@code field}. */
    LEVEL_UNKNOWN(
            "units.level.unknown",
            Severity.ERROR,
            "Cấp ở cột {field} phải là PROVINCE, DISTRICT, COMMUNE hoặc OFFICE.",
            "The level in column {field} must be PROVINCE, DISTRICT, COMMUNE or OFFICE."),
    /** A date is not written as 2025-07-01. Attribute: {@code field}. */
    DATE_FORM(
            "units.date.form",
            Severity.ERROR,
            "Ngày ở cột {field} phải có dạng 2025-07-01.",
            "The date in column {field} must be written as 2025-07-01."),
    /** A period ends before it starts. Attributes: none. */
    PERIOD_ORDER(
            "units.period.order",
            Severity.ERROR,
            "valid_until phải sau valid_from.",
            "valid_until must be after valid_from."),
    /** A share is not in (0, 1]. Attribute: {@code field}. */
    SHARE_FORM(
            "units.share.form",
            Severity.ERROR,
            "Tỷ lệ ở cột {field} phải là phân số hoặc số thập phân lớn hơn 0 và không quá 1.",
            "The share in column {field} must be a fraction or decimal above 0 and not above 1."),
    /** A flag is neither true nor false. Attribute: {@code field}. */
    FLAG_FORM(
            "units.flag.form",
            Severity.ERROR,
            "Giá trị ở cột {field} phải là true hoặc false.",
            "The value in column {field} must be true or false."),
    /** The file has more rows than a file of units may have; the rest was not read. Attribute: {@code limit}. */
    TOO_MANY_ROWS(
            "units.too-many-rows",
            Severity.ERROR,
            "Tệp có nhiều hơn {limit} đơn vị; phần còn lại không được đọc.",
            "The file has more than {limit} units; the rest was not read."),
    /** More problems were found than are listed. Attribute: {@code count}, those left out. */
    MORE_PROBLEMS(
            "units.more-problems",
            Severity.ERROR,
            "Còn {count} vấn đề khác không được liệt kê.",
            "{count} more problems are not listed."),
    /** An old unit is not in the registry on the day before the reform. Attributes: {@code code}, {@code day}. */
    OLD_UNIT_UNKNOWN(
            "units.reform.old-unknown",
            Severity.ERROR,
            "Danh mục không có đơn vị {code} vào ngày {day}.",
            "The registry has no unit {code} on {day}."),
    /** A new unit is not in the registry on the day of the reform. Attributes: {@code code}, {@code day}. */
    NEW_UNIT_UNKNOWN(
            "units.reform.new-unknown",
            Severity.ERROR,
            "Danh mục không có đơn vị mới {code} vào ngày {day}.",
            "The registry has no new unit {code} on {day}."),
    /** Both sides of a row are one and the same unit. Attribute: {@code code}. */
    SAME_UNIT(
            "units.reform.same-unit",
            Severity.ERROR,
            "Đơn vị {code} không thể kế thừa chính nó; hãy kiểm tra thời hạn trong danh mục.",
            "Unit {code} cannot succeed itself; check its period in the registry."),
    /** The registry knows an old code under another name, so figures are not carried. Attributes as above. */
    OLD_NAME_DIFFERS(
            "units.reform.old-name-differs",
            Severity.ERROR,
            "Trong danh mục, mã {code} vào ngày {day} có tên khác; có thể là đơn vị khác nên không được kế thừa.",
            "In the registry code {code} has another name on {day}; it may be another unit and gets no successor."),
    /** The registry knows a code under another name, which was accepted. Attributes as above. */
    NAME_ACCEPTED(
            "units.reform.name-accepted",
            Severity.WARNING,
            "Trong danh mục, mã {code} vào ngày {day} có tên khác; đơn vị vẫn được chấp nhận.",
            "In the registry code {code} has another name on {day}; it was accepted as the same unit."),
    /** A row of an old unit could not be used, so that none of its rows can. Attribute: {@code code}. */
    REFORM_INCOMPLETE(
            "units.reform.incomplete",
            Severity.ERROR,
            "Một dòng khác của đơn vị cũ {code} không dùng được, nên dòng này cũng không được dùng để chuyển số liệu.",
            "Another row of the old unit {code} could not be used, so this one does not carry figures either."),
    /** The flag for a split unit disagrees with the number of its rows. Attributes: {@code code}, {@code rows}. */
    DIVIDED_DISAGREES(
            "units.reform.divided-disagrees",
            Severity.ERROR,
            "Đơn vị cũ {code} được ghi là bị chia hay không bị chia, nhưng có {rows} dòng; không được kế thừa.",
            "The flag of old unit {code} disagrees with its {rows} rows; it gets no successor."),
    /** The file is not JSON from here on; nothing after it was read. Attributes: none. */
    JSON_SYNTAX(
            "units.json.syntax",
            Severity.ERROR,
            "Từ đây tệp không phải JSON hợp lệ hoặc bị cắt cụt; phần còn lại không được đọc.",
            "From here on the file is not valid JSON, or it is cut off; the rest was not read."),
    /** The JSON is not a list of provinces with their wards. Attributes: none. */
    JSON_SHAPE(
            "units.json.shape",
            Severity.ERROR,
            "Tệp phải là danh sách tỉnh, mỗi tỉnh có danh sách Wards.",
            "The file must be a list of provinces, each with a list Wards.");

    private final String code;
    private final Severity severity;
    private final LocalizedText text;

    UnitFileProblem(String code, Severity severity, String vi, String en) {
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
