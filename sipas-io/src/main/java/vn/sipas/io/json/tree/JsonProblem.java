package vn.sipas.io.json.tree;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with a JSON text before its content is looked at. */
public enum JsonProblem implements ProblemKind {
    /** The bytes are not UTF-8. */
    ENCODING(
            "json.encoding",
            "Tệp không phải UTF-8; hãy lưu lại với bảng mã UTF-8.",
            "The text is not UTF-8; save it again as UTF-8."),
    /** The text is not JSON. */
    MALFORMED(
            "json.malformed",
            "Không đọc được JSON từ vị trí này; hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy, hoặc tệp bị cắt cụt.",
            "The text is not JSON from here on; look for a missing bracket, comma or quote, or a truncated file."),
    /** The text exceeds a limit on size or depth. */
    LIMIT(
            "json.limit",
            "Vượt giới hạn: tối đa {characters} ký tự, {depth} tầng lồng nhau, số có {digits} chữ số; hãy chia nhỏ tệp.",
            "The text exceeds a limit: {characters} characters, {depth} levels, numbers of {digits} digits; split it."),
    /** Something follows the end of the value. */
    TRAILING(
            "json.trailing",
            "Có nội dung thừa sau khi JSON kết thúc; hãy xóa, hoặc đặt mỗi phiếu trên một dòng.",
            "Something follows the end of the JSON value; remove it, or put each response on its own line."),
    /** A key stands twice in one object. */
    DUPLICATE_KEY(
            "json.key.duplicate",
            "Khóa được ghi hai lần trong cùng một đối tượng; hãy bỏ bớt một.",
            "The key stands twice in one object; remove one."),
    /** A value is of another type than expected. */
    TYPE("json.type", "Giá trị phải là {expected}; hãy sửa lại.", "The value must be {expected}; correct it."),
    /** The format or its version is missing or another one. */
    FORMAT(
            "json.format",
            "Trường \"format\" phải là \"{expected}\"; hãy kiểm tra loại tệp và phiên bản.",
            "The field \"format\" must be \"{expected}\"; check the kind of file and its version."),
    /** A field that the format does not have. Its value was not used. */
    UNKNOWN_FIELD(
            "json.field.unknown",
            "Định dạng không có trường này nên giá trị không được dùng; hãy kiểm tra tên trường.",
            "The format has no such field and its value was not used; check the name.",
            Severity.WARNING);

    private final String code;
    private final LocalizedText text;
    private final Severity severity;

    JsonProblem(String code, String vi, String en) {
        this(code, vi, en, Severity.ERROR);
    }

    JsonProblem(String code, String vi, String en, Severity severity) {
        this.code = code;
        this.text = LocalizedText.of(vi, en);
        this.severity = severity;
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
