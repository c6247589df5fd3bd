package vn.sipas.io.csv;

/** What becomes of the words that respondents wrote, which may name people, when responses leave the system. */
public enum OpenText {
    /** They are left out. */
    LEFT_OUT,
    /** They are written. */
    WRITTEN
}
