package vn.sipas.io.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.sipas.core.LocalizedText;

/** Which part of a date such as {@code 05/08/2026} comes first. */
public enum DateOrder {
    /** Day, month, year, as in Vietnam. */
    DAY_FIRST("ngày trước tháng", "day first"),
    /** Month, day, year, as in the United States. */
    MONTH_FIRST("tháng trước ngày", "month first");

    private final LocalizedText label;

    DateOrder(String vi, String en) {
        this.label = LocalizedText.of(vi, en);
    }

    /**
     * Returns how reports name it.
     *
     * @return the label
     */
    public LocalizedText label() {
        return label;
    }

    /**
     * Returns the name that command lines and mapping files use.
     *
     * @return {@code day-first} or {@code month-first}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds an order by its name.
     *
     * @param id the name
     * @return the order, if there is one
     */
    public static Optional<DateOrder> ofId(String id) {
        return Arrays.stream(values()).filter(order -> order.id().equals(id)).findFirst();
    }
}
