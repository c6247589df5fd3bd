package vn.sipas.qr.signing;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** What can be wrong with a key file. No message ever shows its content. */
public enum KeyFileProblem implements ProblemKind {
    /** Others than the owner may read or write the file. */
    PERMISSIONS(
            "qr.key-file.permissions",
            "Tệp khóa mở cho người khác ({permissions}). Hãy đặt lại quyền: chmod 600.",
            "The key file is open to others ({permissions}). Run chmod 600 on it."),
    /** The file is not JSON, or is too large. */
    NOT_JSON("qr.key-file.not-json", "Tệp khóa không phải JSON hợp lệ.", "The key file is not valid JSON."),
    /** The file has another format or a version that this library does not know. */
    FORMAT(
            "qr.key-file.format",
            "Tệp không phải tệp khóa sipas-qr-keys phiên bản 1.",
            "The file is not a sipas-qr-keys file of version 1."),
    /** A field is missing or has a value that is not allowed. */
    FIELD(
            "qr.key-file.field",
            "Trường {field} của tệp khóa thiếu hoặc không hợp lệ.",
            "Field {field} of the key file is missing or not valid.");

    private final String code;
    private final String vi;
    private final String en;

    KeyFileProblem(String code, String vi, String en) {
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
