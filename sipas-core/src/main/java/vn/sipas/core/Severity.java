package vn.sipas.core;

/** How much a {@link Problem} matters. */
public enum Severity {
    /** The item was used as it is; someone should look at it. */
    WARNING,
    /** The item could not be used and was set aside. */
    ERROR
}
