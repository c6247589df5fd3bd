package vn.sipas.io.csv;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with delimited text, before the meaning of a field is looked at. */
public enum CsvProblem implements ProblemKind {
    /** The file has no header row. */
    EMPTY_FILE(
            "csv.file.empty",
            "Tệp không có dòng tiêu đề. Hãy xuất lại tệp.",
            "The file has no header row. Export it again.",
            Severity.ERROR),
    /** The file starts with the byte order mark of UTF-16 or UTF-32. */
    NOT_UTF8(
            "csv.file.not-utf8",
            "Tệp được mã hoá {encoding}. Hãy lưu lại dưới dạng CSV UTF-8.",
            "The file is encoded in {encoding}. Save it again as CSV UTF-8.",
            Severity.ERROR),
    /** A field is not valid UTF-8. */
    MALFORMED_UTF8(
            "csv.field.malformed-utf8",
            "Trường không phải UTF-8 hợp lệ; dòng bị để riêng. Hãy lưu lại tệp dưới dạng CSV UTF-8.",
            "The field is not valid UTF-8; the row was set aside. Save the file again as CSV UTF-8.",
            Severity.ERROR),
    /** A record contains a NUL byte. */
    NUL_BYTE(
            "csv.row.nul-byte",
            "Dòng chứa byte NUL và bị để riêng. Tệp có thể bị hỏng hoặc được mã hoá UTF-16.",
            "The row contains a NUL byte and was set aside. The file may be damaged or encoded in UTF-16.",
            Severity.ERROR),
    /** A record is longer than the limit. */
    RECORD_TOO_LONG(
            "csv.row.too-long",
            "Dòng dài hơn {limit} byte và bị để riêng. Hãy kiểm tra dấu xuống dòng của tệp.",
            "The row is longer than {limit} bytes and was set aside. Check the line ends of the file.",
            Severity.ERROR),
    /** A field is longer than the limit. */
    FIELD_TOO_LONG(
            "csv.field.too-long",
            "Trường dài hơn {limit} byte; dòng bị để riêng.",
            "The field is longer than {limit} bytes; the row was set aside.",
            Severity.ERROR),
    /** A record has more fields than the limit. */
    TOO_MANY_FIELDS(
            "csv.row.too-many-fields",
            "Dòng có hơn {limit} trường và bị để riêng.",
            "The row has more than {limit} fields and was set aside.",
            Severity.ERROR),
    /** A quotation starts and does not end. */
    UNCLOSED_QUOTE(
            "csv.quote.unclosed",
            "Dấu nháy kép mở ra mà không đóng; dòng bị để riêng, việc đọc tiếp tục từ dòng sau.",
            "A quotation opens and never closes; the line was set aside and reading went on with the next line.",
            Severity.ERROR),
    /** Text follows a closing quote. */
    TEXT_AFTER_QUOTE(
            "csv.quote.text-after",
            "Có chữ sau dấu nháy kép đóng; dòng bị để riêng. Dấu nháy trong trường phải được viết hai lần.",
            "Text follows a closing quote; the row was set aside. A quote inside a field must be doubled.",
            Severity.ERROR),
    /** A record has another number of fields than the header. */
    FIELD_COUNT(
            "csv.row.field-count",
            "Dòng có {actual} trường, tiêu đề có {expected}; dòng bị để riêng.",
            "The row has {actual} fields, the header has {expected}; the row was set aside.",
            Severity.ERROR),
    /** A record has more fields than the header, and those behind are empty. */
    SURPLUS_EMPTY(
            "csv.row.surplus-empty",
            "Dòng có {actual} trường, tiêu đề có {expected}; các trường thừa đều trống và bị bỏ qua.",
            "The row has {actual} fields, the header has {expected}; the fields too many are empty and were ignored.",
            Severity.WARNING),
    /** A record lacks the last fields, as all records of the file do. */
    SHORT_THROUGHOUT(
            "csv.row.short-throughout",
            "Dòng có {actual} trường như mọi dòng của tệp, tiêu đề có {expected}; các trường cuối được coi là trống.",
            "The row has {actual} fields like all rows of the file, the header has {expected}; the last fields were taken as empty.",
            Severity.WARNING),
    /** A column that is needed is missing from the header. */
    MISSING_COLUMN(
            "csv.header.missing-column",
            "Tệp không có cột \"{name}\".",
            "The file has no column \"{name}\".",
            Severity.ERROR),
    /** A column that is needed stands in the header twice. */
    REPEATED_COLUMN(
            "csv.header.repeated-column",
            "Cột \"{name}\" xuất hiện nhiều lần trong tiêu đề.",
            "The column \"{name}\" stands in the header more than once.",
            Severity.ERROR),
    /** A column that no part of the reader knows. */
    UNKNOWN_COLUMN(
            "csv.header.unknown-column",
            "Cột \"{name}\" không được nhận biết và bị bỏ qua.",
            "The column \"{name}\" is not known and was ignored.",
            Severity.WARNING);

    private final String code;
    private final String vi;
    private final String en;
    private final Severity severity;

    CsvProblem(String code, String vi, String en, Severity severity) {
        this.code = code;
        this.vi = vi;
        this.en = en;
        this.severity = severity;
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
        return severity;
    }
}
