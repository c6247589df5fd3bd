package vn.sipas.qr.replay;

/** What came of spending a code. */
public enum SpendOutcome {
    /** The code was unspent and is spent now: store the answers. */
    FIRST,
    /** The same vote spent it before, as when a phone retries: report success, store nothing twice. */
    SAME_VOTE,
    /** Another vote spent it before: it does not count. */
    REPLAY,
    /** The guard could not decide. The host chooses to refuse or to keep the answers aside until it can. */
    UNAVAILABLE
}
