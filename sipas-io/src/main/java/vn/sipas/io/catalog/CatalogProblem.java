package vn.sipas.io.catalog;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** What can be wrong with a reference to a catalog or with a catalog record. */
public enum CatalogProblem implements ProblemKind {
    /** The catalog has no such definition of the kind. */
    UNKNOWN_ENTRY(
            "catalog.entry.unknown",
            "Danh mục không có định nghĩa này thuộc loại {kind}; hãy dùng một trong: {known}.",
            "The catalog has no such definition of kind {kind}; use one of: {known}."),
    /** A record lacks a field or has an unusable one. */
    RECORD(
            "catalog.record.invalid",
            "Bản ghi danh mục thiếu hoặc sai trường này; hãy điền theo lược đồ sipas-catalog/1.",
            "The catalog record lacks this field or it is unusable; fill it in as the schema sipas-catalog/1 says.");

    private final String code;
    private final LocalizedText text;

    CatalogProblem(String code, String vi, String en) {
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
