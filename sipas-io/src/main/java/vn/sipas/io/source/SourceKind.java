package vn.sipas.io.source;

/** The kind of container, told from the first bytes of a file. */
public enum SourceKind {
    /** Delimited text. */
    DELIMITED,
    /** An Office Open XML workbook. */
    WORKBOOK,
    /** One JSON value: an array of documents, or an object that holds them. */
    JSON,
    /** Newline-delimited JSON, one object a line. */
    JSON_LINES
}
