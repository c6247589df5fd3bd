package vn.sipas.qr.replay;

/** What a spent code survives at the moment it is reported. */
public enum Durability {
    /** The end of the process, by whatever signal: the operating system keeps the pages. */
    PROCESS_KILL,
    /** Also a power cut: the pages are forced to the disk first, at the price of a disk write per code. */
    POWER_CUT
}
