package vn.sipas.examples.cli;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with the files that {@code sipas qr} reads. */
enum QrProblem implements ProblemKind {
    HEADINGS(
            "cli.qr.headings",
            Severity.ERROR,
            "Tệp đơn vị phải có cột mã (unit hoặc code) và cột tên (name, name_vi hoặc full_name).",
            "The file of units needs a column of codes (unit or code) and one of names (name, name_vi or full_name)."),
    UNIT_NUMBER(
            "cli.qr.unit-number",
            Severity.ERROR,
            "Mã đơn vị phải là 5 chữ số, hoặc 6 đến 7 chữ số từ 100000 đến 1048575.",
            "The code of a unit must be five digits, or six to seven digits from 100000 to 1048575."),
    UNIT_REPEATED(
            "cli.qr.unit-repeated",
            Severity.ERROR,
            "Đơn vị {unit} đã có ở dòng trên.",
            "Unit {unit} stands in an earlier row."),
    NAME_MISSING("cli.qr.name-missing", Severity.ERROR, "Thiếu tên đơn vị.", "The name of the unit is missing."),
    OTHER_LEVEL(
            "cli.qr.other-level",
            Severity.WARNING,
            "{count} đơn vị cấp tỉnh, cấp huyện không được phát mã.",
            "{count} units of province or district level get no code."),
    NO_UNITS("cli.qr.no-units", Severity.ERROR, "Tệp không có đơn vị nào.", "The file has no units."),
    REPLAY("cli.qr.replay", Severity.ERROR, "Mã đã được dùng.", "The code was used before.");

    private final String code;
    private final Severity severity;
    private final String vi;
    private final String en;

    QrProblem(String code, Severity severity, String vi, String en) {
        this.code = code;
        this.severity = severity;
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
        return severity;
    }
}
