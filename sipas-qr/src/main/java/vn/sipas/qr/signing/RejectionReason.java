package vn.sipas.qr.signing;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** Why a code does not count. */
public enum RejectionReason implements ProblemKind {
    /** The layout has a version that this library does not know. */
    UNKNOWN_VERSION(
            "qr.rejected.unknown-version",
            "Mã thuộc phiên bản mới hơn. Hãy cập nhật phần mềm kiểm tra.",
            "The code has an unknown layout version. Update the verifier."),
    /** The text is no survey code or not a whole one; the detail says which. */
    BAD_FORM(
            "qr.rejected.bad-form",
            "Mã không đúng dạng. Hãy quét hoặc nhập lại.",
            "The code is malformed. Scan or type it again."),
    /** The code is somebody else's: an identity card, a bank transfer, another address. */
    NOT_A_SURVEY_CODE("qr.rejected.not-a-survey-code", "Đây không phải mã khảo sát.", "This is not a survey code."),
    /** The key id is not in the key ring. */
    UNKNOWN_KEY(
            "qr.rejected.unknown-key",
            "Mã được ký bằng khóa chưa biết. Hãy cập nhật tệp khóa.",
            "The code was signed with an unknown key. Update the key file."),
    /** The tag is not the key's, or the suite is not. */
    FORGED(
            "qr.rejected.forged",
            "Chữ ký của mã không đúng: mã giả hoặc bị sửa.",
            "The tag is wrong: forged or altered."),
    /** Its time is over. */
    EXPIRED("qr.rejected.expired", "Mã đã hết hạn.", "The code has expired."),
    /** Its time has not begun. */
    NOT_YET_VALID("qr.rejected.not-yet-valid", "Mã chưa có hiệu lực.", "The code is not valid yet."),
    /** An authentic code of another issuer, or an authentic code behind an address that is not ours. */
    WRONG_ISSUER(
            "qr.rejected.wrong-issuer",
            "Mã của cơ quan phát hành khác hoặc nằm ở địa chỉ khác.",
            "The code is another issuer's or stands behind another address."),
    /** A code of another unit than the one this verifier serves. */
    WRONG_UNIT("qr.rejected.wrong-unit", "Mã của đơn vị khác.", "The code is another unit's."),
    /** A code for training and tests. */
    TRAINING("qr.rejected.training", "Mã tập huấn, không được tính.", "A training code; it does not count."),
    /** The key was revoked. */
    REVOKED_KEY(
            "qr.rejected.revoked-key",
            "Khóa ký của mã đã bị thu hồi. Hãy xin mã mới.",
            "The key of the code was revoked. Ask for a new code."),
    /** The issue day is not one for which the key may sign. */
    KEY_NOT_IN_FORCE(
            "qr.rejected.key-not-in-force",
            "Khóa ký không có hiệu lực vào ngày phát hành của mã.",
            "The key was not in force on the issue day of the code.");

    private final String code;
    private final String vi;
    private final String en;

    RejectionReason(String code, String vi, String en) {
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
