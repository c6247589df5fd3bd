package vn.sipas.io.source;

/** What becomes of responses that were begun and not finished, where the tool says so. */
public enum IncompleteResponses {
    /** They are used like any other, with a warning each; ballot rules may judge them later. */
    KEEP,
    /** They are set aside. */
    SET_ASIDE
}
