package vn.sipas.qr.replay;

/** What a spent code survives at the moment it is reported. */
public enum Durability {
    /** The end of the process, by whatever signal: the operating system keeps the pages. */
    PROCESS_KILL,
    /**
     * Also a power cut: what was written is forced to the disk (fsync) before the outcome is returned, at the price of a
     * disk write per code. As safe as the disk is honest about its cache.
     */
    POWER_CUT
}
