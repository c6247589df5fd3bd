package vn.sipas.core.response;

/** How an answer was collected. Results can be compared by mode. */
public enum CollectionMode {
    /** The respondent scanned a QR code with their own phone. */
    QR,
    /** A button terminal (máy đánh giá). */
    KIOSK,
    /** A tablet at the counter. */
    TABLET,
    /** A paper ballot (phiếu giấy). */
    PAPER,
    /** A web form reached without a QR code. */
    WEB,
    /** A telephone interview. */
    PHONE,
    /** Filled in with a helper, a clerk or an interviewer beside the respondent. */
    ASSISTED,
    /** The source does not say. */
    UNSTATED
}
