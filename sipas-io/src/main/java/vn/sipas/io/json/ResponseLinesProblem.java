package vn.sipas.io.json;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** What can be wrong with a line of a newline-delimited file, before or after its JSON is looked at. */
public enum ResponseLinesProblem implements ProblemKind {
    /** The file starts with the byte order mark of UTF-16. */
    NOT_UTF8(
            "response-lines.not-utf8",
            "Tệp được mã hoá UTF-16. Hãy lưu lại dưới dạng UTF-8.",
            "The file is encoded in UTF-16. Save it again as UTF-8."),
    /** A line is not valid UTF-8. */
    MALFORMED_UTF8(
            "response-lines.malformed-utf8",
            "Dòng không phải UTF-8 hợp lệ và bị để riêng.",
            "The line is not valid UTF-8 and was set aside."),
    /** A line is longer than the limit. */
    TOO_LONG(
            "response-lines.too-long",
            "Dòng dài hơn {limit} byte và bị để riêng.",
            "The line is longer than {limit} bytes and was set aside."),
    /** The unit is not in the register. */
    UNKNOWN_UNIT(
            "response-lines.unknown-unit",
            "Mã đơn vị không có trong danh mục; dòng bị để riêng. Hãy kiểm tra danh mục và ngày hiệu lực.",
            "The unit is not in the register; the line was set aside. Check the register and its dates."),
    /** The id stood in an earlier line. */
    REPEATED_ID(
            "response-lines.repeated-id",
            "Mã phiếu đã xuất hiện ở dòng trước; dòng này bị để riêng.",
            "The response id stood in an earlier line; this line was set aside.");

    private final String code;
    private final String vi;
    private final String en;

    ResponseLinesProblem(String code, String vi, String en) {
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
}
