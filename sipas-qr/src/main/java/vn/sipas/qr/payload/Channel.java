package vn.sipas.qr.payload;

import java.util.Optional;

/** Through what the code reached the citizen; 4 bits of the layout. */
public enum Channel {
    /** Printed on a poster. */
    POSTER(0),
    /** Printed on a receipt, an appointment slip or a result envelope. */
    RECEIPT(1),
    /** Shown on a kiosk or a tablet at the counter. */
    KIOSK(2),
    /** A message of a Zalo official account. */
    ZALO(3),
    /** A short message (SMS). */
    SMS(4),
    /** An e-mail. */
    EMAIL(5),
    /** The public service portal (cổng dịch vụ công). */
    WEB_PORTAL(6),
    /** A visit at home, such as by a community digital team. */
    HOME_VISIT(7),
    /** Handed over by a helper at the office. */
    ASSISTED(8),
    /** Anything else. */
    OTHER(15);

    private final int code;

    Channel(int code) {
        this.code = code;
    }

    /**
     * Returns the number in the layout.
     *
     * @return 0 to 15
     */
    public int code() {
        return code;
    }

    /**
     * Finds the channel of a number.
     *
     * @param code the number, 0 to 15
     * @return the channel; empty for the reserved numbers 9 to 14
     */
    public static Optional<Channel> ofCode(int code) {
        for (Channel channel : values()) {
            if (channel.code == code) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
