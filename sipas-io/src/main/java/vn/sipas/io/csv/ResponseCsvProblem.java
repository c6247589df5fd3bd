package vn.sipas.io.csv;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with a row of a response table. Warnings leave out one field; errors set the row aside. */
public enum ResponseCsvProblem implements ProblemKind {
    /** The id is empty. */
    NO_ID("no-id", "Thiếu mã phiếu; dòng bị để riêng.", "The response id is empty; the row was set aside.", true),
    /** The id stood in an earlier row. */
    REPEATED_ID(
            "repeated-id",
            "Mã phiếu đã xuất hiện ở dòng trước; dòng này bị để riêng.",
            "The response id stood in an earlier row; this row was set aside.",
            true),
    /** The row belongs to another survey or revision. */
    OTHER_SURVEY(
            "other-survey",
            "Dòng thuộc phiếu hoặc phiên bản khác với {expected}; dòng bị để riêng.",
            "The row belongs to another survey or revision than {expected}; it was set aside.",
            true),
    /** The unit is empty or not a code. */
    BAD_UNIT(
            "bad-unit",
            "Mã đơn vị thiếu hoặc sai dạng; dòng bị để riêng.",
            "The unit code is missing or malformed; the row was set aside.",
            true),
    /** The unit is not in the register. */
    UNKNOWN_UNIT(
            "unknown-unit",
            "Mã đơn vị không có trong danh mục; dòng bị để riêng. Hãy kiểm tra danh mục và ngày hiệu lực.",
            "The unit is not in the register; the row was set aside. Check the register and its dates.",
            true),
    /** The wave is empty. */
    NO_WAVE("no-wave", "Thiếu đợt khảo sát; dòng bị để riêng.", "The wave is empty; the row was set aside.", true),
    /** The weight is not a positive number. */
    BAD_WEIGHT(
            "bad-weight",
            "Trọng số phải là số dương hữu hạn; dòng bị để riêng.",
            "The weight must be a positive finite number; the row was set aside.",
            true),
    /** The question of a long row is not in the survey. */
    UNKNOWN_QUESTION(
            "unknown-question",
            "Câu hỏi không có trong phiếu; dòng bị để riêng.",
            "The question is not in the survey; the row was set aside.",
            true),
    /** The question of a long row has been answered before. */
    REPEATED_QUESTION(
            "repeated-question",
            "Câu hỏi đã có câu trả lời trong phiếu này; dòng bị để riêng.",
            "The question has an answer in this response already; the row was set aside.",
            true),
    /** A long row says something else about the response than the rows above it. */
    CONTRADICTION(
            "contradiction",
            "Thông tin của phiếu khác với các dòng trên cùng mã; dòng bị để riêng.",
            "The row says something else about the response than the rows above it; it was set aside.",
            true),
    /** An answer does not fit its question. */
    BAD_ANSWER(
            "bad-answer",
            "Câu trả lời cho \"{question}\" không hợp lệ; chỉ câu trả lời này bị bỏ ra.",
            "The answer to \"{question}\" does not fit the question; only this answer was left out.",
            false),
    /** The day is not a date. */
    BAD_DAY(
            "bad-day",
            "Ngày phải có dạng NĂM-THÁNG-NGÀY; trường này bị bỏ ra.",
            "A day is written as YEAR-MONTH-DAY; the field was left out.",
            false),
    /** The mode of collection is not known. */
    BAD_MODE(
            "bad-mode",
            "Hình thức thu thập không được nhận biết; được ghi là không rõ.",
            "The mode of collection is not known; it counts as unstated.",
            false),
    /** The assurance class is not known. */
    BAD_ASSURANCE(
            "bad-assurance",
            "Mức bảo đảm không được nhận biết; được ghi là không ràng buộc.",
            "The assurance class is not known; it counts as unbound.",
            false),
    /** The receiving or competent unit is not a code. */
    BAD_TRANSACTION_UNIT(
            "bad-transaction-unit",
            "Mã đơn vị tiếp nhận hoặc giải quyết sai dạng; trường này bị bỏ ra.",
            "The code of the receiving or competent unit is malformed; the field was left out.",
            false),
    /** A question of the survey has no column. */
    QUESTION_NOT_IN_FILE(
            "question-not-in-file",
            "Tệp không có cột cho câu hỏi \"{question}\"; mọi câu trả lời được coi là để trống.",
            "The file has no column for the question \"{question}\"; all its answers count as blank.",
            false);

    private final String code;
    private final String vi;
    private final String en;
    private final boolean error;

    ResponseCsvProblem(String code, String vi, String en, boolean error) {
        this.code = "csv.response." + code;
        this.vi = vi;
        this.en = en;
        this.error = error;
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
        return error ? Severity.ERROR : Severity.WARNING;
    }
}
