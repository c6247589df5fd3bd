package vn.sipas.core;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The days on which a unit, a code, a method or a scheme is in force: half-open, from the first day inclusive to the
 * end exclusive.
 *
 * <p>An absent {@code from} reaches back without limit, an absent {@code until} means still in force.
 *
 * @param from the first day in force
 * @param until the first day no longer in force
 */
public record ValidityPeriod(Optional<LocalDate> from, Optional<LocalDate> until) {

    private static final ValidityPeriod ALWAYS = new ValidityPeriod(Optional.empty(), Optional.empty());

    public ValidityPeriod {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            throw new IllegalArgumentException("until must be after from, were " + until.get() + " and " + from.get());
        }
    }

    /**
     * Returns the period without limits.
     *
     * @return the period
     */
    public static ValidityPeriod always() {
        return ALWAYS;
    }

    /**
     * Returns the period from a day on.
     *
     * @param from the first day in force
     * @return the period
     */
    public static ValidityPeriod from(LocalDate from) {
        return new ValidityPeriod(Optional.of(from), Optional.empty());
    }

    /**
     * Returns the period before a day.
     *
     * @param until the first day no longer in force
     * @return the period
     */
    public static ValidityPeriod before(LocalDate until) {
        return new ValidityPeriod(Optional.empty(), Optional.of(until));
    }

    /**
     * Returns a bounded period.
     *
     * @param from the first day in force
     * @param until the first day no longer in force
     * @return the period
     */
    public static ValidityPeriod between(LocalDate from, LocalDate until) {
        return new ValidityPeriod(Optional.of(from), Optional.of(until));
    }

    /**
     * Tells whether a day lies in the period.
     *
     * @param day the day
     * @return whether it does
     */
    public boolean contains(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(day::isBefore).orElse(true);
    }

    /**
     * Tells whether two periods share a day.
     *
     * @param other the other period
     * @return whether they do
     */
    public boolean overlaps(ValidityPeriod other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(ValidityPeriod other) {
        return from.isEmpty() || other.until.isEmpty() || from.get().isBefore(other.until.get());
    }

    /**
     * Returns the period as {@code from/until} with {@code ..} for an open end, as ISO 8601-2 writes intervals.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return from.map(LocalDate::toString).orElse("..") + "/"
                + until.map(LocalDate::toString).orElse("..");
    }
}
