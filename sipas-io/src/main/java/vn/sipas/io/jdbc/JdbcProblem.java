package vn.sipas.io.jdbc;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** What can be wrong with data on their way into or out of a database. */
public enum JdbcProblem implements ProblemKind {
    /** A text holds a character that databases cannot store. */
    UNSTORABLE_TEXT(
            "text.unstorable",
            "Trường {field} có ký tự mà cơ sở dữ liệu không lưu được (U+0000 hoặc nửa cặp thay thế); phiếu không được lưu.",
            "Field {field} has a character that databases cannot store (U+0000 or half a surrogate pair); the response was"
                    + " not stored."),
    /** The schema was made by a later version of this library. */
    SCHEMA_TOO_NEW(
            "schema.too-new",
            "Lược đồ cơ sở dữ liệu có phiên bản {version}, thư viện này chỉ biết đến {supported}; hãy nâng cấp thư viện.",
            "The schema of the database has version {version}, this library knows up to {supported}; upgrade the library."),
    /** Another host imports the same content. */
    IMPORT_ELSEWHERE(
            "import.elsewhere",
            "Một tiến trình khác đang nhập cùng nội dung này; lần nhập này dừng lại.",
            "Another process is importing the same content; this import stopped."),
    /** The file was changed while it was read. */
    CONTENT_CHANGED(
            "import.content-changed",
            "Tệp bị thay đổi trong khi đọc; hãy nhập lại.",
            "The file was changed while it was read; import it again."),
    /** An export holds counts, which are no responses. */
    COUNTS_NOT_RESPONSES(
            "import.counts",
            "Tệp chứa số đếm, không phải từng phiếu, nên không lưu được thành phiếu trả lời.",
            "The file holds counts, not single responses; they cannot be stored as responses."),
    /** A stored state counts in another way than the first one. */
    STATE_OF_OTHER_DESIGN(
            "state.other-design",
            "Trạng thái đã lưu có thiết kế mẫu khác với trạng thái trước; không gộp được.",
            "The stored state has another sample design than the one before; they cannot be merged."),
    /** A column that the mapping names is not in the table or query. */
    COLUMN_MISSING(
            "column.missing",
            "Bảng hoặc truy vấn không có cột cho {field}.",
            "The table or query has no column for {field}."),
    /** A value of a column is longer than the limit. */
    FIELD_TOO_LONG(
            "field.too-long",
            "Giá trị dài hơn {limit} ký tự; dòng bị để riêng.",
            "The value is longer than {limit} characters; the row was set aside."),
    /** A column holds a kind of value that cannot be read as text, such as bytes. */
    FIELD_NOT_TEXT(
            "field.not-text",
            "Cột có kiểu dữ liệu không đọc được dưới dạng chữ; dòng bị để riêng.",
            "The column has a type that cannot be read as text; the row was set aside.");

    private final String code;
    private final LocalizedText text;

    JdbcProblem(String code, String vietnamese, String english) {
        this.code = "jdbc." + code;
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
