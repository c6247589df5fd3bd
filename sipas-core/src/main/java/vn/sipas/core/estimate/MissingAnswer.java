package vn.sipas.core.estimate;

/** Why a rating question has no level. The four are counted apart and enter no statistic. */
public enum MissingAnswer {
    /** The routing skipped the question. */
    NOT_ASKED(-1),
    /** The question was asked and left empty (để trống). */
    BLANK(-2),
    /** The respondent does not know or has no opinion (không biết). */
    DONT_KNOW(-3),
    /** The respondent would not say (từ chối trả lời). */
    REFUSED(-4);

    static final int KINDS = 4;

    private final int code;

    MissingAnswer(int code) {
        this.code = code;
    }

    /**
     * Returns the number that stands for it in an array of answers, where levels are their positions in the scale.
     *
     * @return a negative number
     */
    public int code() {
        return code;
    }

    int index() {
        return -1 - code;
    }

    /**
     * Finds the kind of a number.
     *
     * @param code a number in the closed interval [-4, -1]
     * @return the kind
     */
    public static MissingAnswer ofCode(int code) {
        if (code < -KINDS || code > -1) {
            throw new IllegalArgumentException("code must be in [-" + KINDS + ", -1], was " + code);
        }
        return values()[-1 - code];
    }
}
