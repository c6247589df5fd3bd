package vn.sipas.io.csv;

/** How responses are laid out in a table. */
public enum ResponseLayout {
    /** One row per response, one column per question. */
    WIDE,
    /** One row per response and question, with the columns {@code question} and {@code answer} at the end. */
    LONG
}
