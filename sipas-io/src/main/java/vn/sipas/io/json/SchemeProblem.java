package vn.sipas.io.json;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** What can be wrong with a scheme in JSON besides what {@link vn.sipas.core.rating.RatingProblem} names. */
public enum SchemeProblem implements ProblemKind {
    /** A field that is needed is absent. */
    REQUIRED("scheme.field.required", "Thiếu trường này.", "The field is missing."),
    /** A word is none of those that the format has. */
    WORD("scheme.field.word", "Giá trị phải là một trong: {words}.", "The value must be one of: {words}."),
    /** A number or fraction cannot be read. */
    NUMBER(
            "scheme.field.number",
            "Giá trị phải là số thập phân hoặc phân số như \"1/9\".",
            "The value must be a decimal number or a fraction such as \"1/9\"."),
    /** A value is refused by the part of the scheme it belongs to. */
    VALUE("scheme.field.value", "Giá trị không hợp lệ: {detail}.", "The value is refused: {detail}."),
    /** A value refers to a source that the scheme does not list. */
    SOURCE_UNKNOWN(
            "scheme.source.unknown",
            "Nguồn \"{source}\" không có trong danh sách \"sources\".",
            "The source \"{source}\" is not listed under \"sources\"."),
    /** A setting has neither a value from the caller nor a default. */
    SETTING_REQUIRED(
            "scheme.setting.required",
            "Cần cho giá trị \"{setting}\" ({title}): không có nguồn nào nêu giá trị này.",
            "The setting \"{setting}\" ({title}) needs a value: no source gives one."),
    /** The caller or the scheme names a setting that the scheme does not declare. */
    SETTING_UNKNOWN(
            "scheme.setting.unknown",
            "Bộ tiêu chí không có tham số \"{setting}\"; có: {settings}.",
            "The scheme has no setting \"{setting}\"; it has: {settings}.");

    private final String code;
    private final String vi;
    private final String en;

    SchemeProblem(String code, String vi, String en) {
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
