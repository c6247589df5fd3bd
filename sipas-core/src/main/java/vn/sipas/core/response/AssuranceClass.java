package vn.sipas.core.response;

/**
 * How firmly an answer is bound to a visit, from the weakest to the strongest, so that results can be reported with and
 * without unbound answers.
 */
public enum AssuranceClass {
    /** Nothing is known: imported data, an open form. */
    UNBOUND,
    /** A code on a poster: the office is authentic, but the poster can be photographed and used again. */
    POSTER,
    /** A code on a rotating screen: someone stood there within the last minutes. */
    PRESENCE,
    /** A one-time code on a receipt: one visit, one answer. */
    RECEIPT,
    /** A one-time code that the issuer can reconcile with a dossier (hồ sơ). */
    DOSSIER
}
