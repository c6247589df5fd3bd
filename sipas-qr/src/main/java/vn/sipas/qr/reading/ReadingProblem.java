package vn.sipas.qr.reading;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** What the check of a finished artefact can find. No message contains what a symbol says. */
public enum ReadingProblem implements ProblemKind {
    /** The file has no picture of the kind that was ordered. */
    NO_SYMBOL(
            "qr.reading.no-symbol",
            "Tệp vừa tạo không chứa mã QR ở dạng đã yêu cầu.",
            "The finished file holds no symbol of the kind that was ordered."),
    /** A symbol is there and the reader cannot read it. */
    UNREADABLE(
            "qr.reading.unreadable",
            "Đọc thử mã QR vừa tạo không được. Hãy tạo lại mã, hoặc bỏ biểu trưng che lên mã.",
            "The finished symbol cannot be read back. Issue it again, or take the logo off it."),
    /** The reader read something else than what was ordered. */
    MISREAD(
            "qr.reading.misread",
            "Mã QR vừa tạo đọc ra nội dung khác với nội dung đã yêu cầu.",
            "The finished symbol reads as something else than what was ordered.");

    private final String code;
    private final String vi;
    private final String en;

    ReadingProblem(String code, String vi, String en) {
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
