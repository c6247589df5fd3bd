package vn.sipas.io.json;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** What can be wrong with a JSON value that a host's mapper turns into a value of the model. */
public enum ModelProblem implements ProblemKind {
    /** A field that the value cannot do without is absent or {@code null}. Nothing, not even 0, takes its place. */
    MISSING(
            "missing",
            "Thiếu trường này; không có giá trị nào được thay vào.",
            "The field is missing; nothing was put in its place."),
    /** The fields are there, but together they are no valid value of the type. */
    INVALID(
            "invalid",
            "Các giá trị không hợp thành một {type} hợp lệ; hãy kiểm tra giới hạn của từng trường.",
            "The values do not make a valid {type}; check the limits of each field."),
    /** The {@code type} names none of the alternatives. */
    UNKNOWN_TYPE(
            "unknown-type",
            "Trường \"type\" phải là một trong: {expected}.",
            "The field \"type\" must be one of: {expected}."),
    /** The value is computed from others and cannot be read on its own. */
    COMPUTED(
            "computed",
            "{type} là kết quả tính toán nên chỉ ghi ra, không đọc vào; hãy đọc dữ liệu gốc và tính lại.",
            "A {type} is computed and only written; read what it was computed from and compute it again.");

    private final String code;
    private final LocalizedText text;

    ModelProblem(String code, String vietnamese, String english) {
        this.code = "model." + code;
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
