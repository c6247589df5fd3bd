package vn.sipas.io.xml;

/** Why a document was not read on. */
public enum XmlDefect {
    /** It is not well-formed, is cut off, or uses an entity that XML itself does not define. */
    MALFORMED,
    /** It has a document type declaration, which none of the formats read here needs. */
    DOCUMENT_TYPE,
    /** Elements are nested deeper than the limit. */
    TOO_DEEP,
    /** A text, tag, comment or name is longer than the limit. */
    TOKEN_TOO_LONG,
    /** It uses more different names than any real document does. */
    TOO_MANY_NAMES
}
