package vn.sipas.qr.payload;

import java.util.Optional;

/** What kind of code it is; 3 bits of the layout. */
public enum LinkKind {
    /** A poster (áp phích): the same code for everybody, without a serial. */
    POSTER(0),
    /** A receipt or slip (phiếu hẹn, biên nhận): a serial, one vote. */
    RECEIPT(1),
    /** A screen that shows a new code every minute: an epoch, proof that someone stood there. */
    ROTATING_SCREEN(2),
    /** Training and tests (tập huấn): looks like any other kind and is never counted. */
    TRAINING(3);

    private final int code;

    LinkKind(int code) {
        this.code = code;
    }

    /**
     * Returns the number in the layout.
     *
     * @return 0 to 3
     */
    public int code() {
        return code;
    }

    /**
     * Finds the kind of a number.
     *
     * @param code the number, 0 to 7
     * @return the kind; empty for the reserved numbers 4 to 7
     */
    public static Optional<LinkKind> ofCode(int code) {
        for (LinkKind kind : values()) {
            if (kind.code == code) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
