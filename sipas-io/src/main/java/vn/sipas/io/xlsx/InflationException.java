package vn.sipas.io.xlsx;

import java.io.IOException;

/** Thrown inside a part that inflates beyond the limit. */
final class InflationException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String limit;

    InflationException(String part, String limit) {
        super(part + " inflates beyond " + limit);
        this.limit = limit;
    }

    String limit() {
        return limit;
    }
}
