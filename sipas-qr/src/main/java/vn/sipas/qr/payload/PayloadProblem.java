package vn.sipas.qr.payload;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** Why a scanned or typed text is not a survey code, or not a whole one. */
public enum PayloadProblem implements ProblemKind {
    /** There is no text. */
    EMPTY("qr.payload.empty", "Chưa có mã. Hãy quét hoặc nhập lại mã khảo sát.", "No code. Scan or type it again."),
    /** A citizen identity card (CCCD); its content must not be kept. */
    CITIZEN_CARD(
            "qr.payload.citizen-card",
            "Đây là mã QR trên thẻ căn cước, không phải mã khảo sát. Nội dung không được lưu lại.",
            "This is the QR code of a citizen identity card, not a survey code. Its content was not kept."),
    /** A bank transfer code (VietQR and other EMV codes). */
    BANK_TRANSFER(
            "qr.payload.bank-transfer",
            "Đây là mã chuyển khoản (VietQR), không phải mã khảo sát. Khảo sát không bao giờ thu tiền.",
            "This is a bank transfer code (VietQR), not a survey code. A survey never asks for money."),
    /** A web address that carries no token, or not ours. */
    OTHER_LINK(
            "qr.payload.other-link",
            "Đây là một đường liên kết khác, không phải mã khảo sát.",
            "This is another web address, not a survey code."),
    /** Some other text. */
    OTHER_TEXT(
            "qr.payload.other-text",
            "Đây không phải mã khảo sát. Hãy quét mã in trên áp phích hoặc phiếu.",
            "This is not a survey code. Scan the code on the poster or the slip."),
    /** A character that no code has, a wrong number of characters, or bits set that must be zero. */
    NOT_CANONICAL(
            "qr.payload.not-canonical",
            "Mã không đúng: có ký tự thừa, thiếu hoặc sai ({characters} ký tự). Hãy quét hoặc nhập lại.",
            "The code has a wrong, missing or extra character ({characters} characters). Scan or type it again."),
    /** A version of the layout that this library does not know. */
    UNKNOWN_VERSION(
            "qr.payload.unknown-version",
            "Mã thuộc phiên bản {version}, phần mềm này chưa biết. Hãy cập nhật phần mềm kiểm tra.",
            "The code has layout version {version}, unknown here. Update the verifier."),
    /** A number of bytes that the flags and the suite do not allow. */
    LENGTH(
            "qr.payload.length",
            "Mã dài {bytes} byte, không đúng độ dài. Hãy quét hoặc nhập lại cả mã.",
            "The code has {bytes} bytes, which is not its length. Scan or type the whole code again."),
    /** A number that the layout reserves. */
    RESERVED(
            "qr.payload.reserved",
            "Trường {field} của mã có giá trị chưa được dùng. Hãy cập nhật phần mềm kiểm tra.",
            "Field {field} of the code has a reserved value. Update the verifier."),
    /** Fields that do not go with the kind of code. */
    FIELDS_OF_KIND(
            "qr.payload.fields-of-kind",
            "Các trường của mã không hợp với loại mã {kind}.",
            "The fields of the code do not go with its kind {kind}.");

    private final String code;
    private final String vi;
    private final String en;

    PayloadProblem(String code, String vi, String en) {
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
