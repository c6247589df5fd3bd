package vn.sipas.io.csv;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** What can be wrong with a tidy table that is read back. */
public enum TidyProblem implements ProblemKind {
    /** A field in a column of numbers is no number. */
    NUMBER(
            "tidy.number",
            "Cột \"{column}\" phải là số; dòng bị để riêng.",
            "The column \"{column}\" must hold a number; the row was set aside."),
    /** A line is no object with the fields of the table, each of its kind. */
    LINE(
            "tidy.line",
            "Trường \"{column}\" của dòng JSON thiếu hoặc sai kiểu; dòng bị để riêng.",
            "The field \"{column}\" of the JSON line is missing or of another kind; the line was set aside."),
    /** A line has a field that the table has no column for. */
    FIELD_UNKNOWN(
            "tidy.field.unknown",
            "Dòng JSON có {count} trường mà bảng không có cột; dòng bị để riêng.",
            "The JSON line has {count} fields that the table has no column for; the line was set aside."),
    /** A line is longer than the limit. */
    LINE_TOO_LONG(
            "tidy.line.too-long",
            "Dòng dài hơn {limit} byte và bị để riêng.",
            "The line is longer than {limit} bytes and was set aside."),
    /** The table has more rows than the limit. */
    TOO_MANY_ROWS(
            "tidy.rows.too-many",
            "Bảng có hơn {limit} dòng; chỉ đọc {limit} dòng đầu.",
            "The table has more than {limit} rows; the first {limit} were read.");

    private final String code;
    private final LocalizedText text;

    TidyProblem(String code, String vi, String en) {
        this.code = code;
        this.text = LocalizedText.of(vi, en);
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
