package vn.sipas.io.source;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the dates of one column prove about the order in which they are written. */
final class DateTally {

    /** After so many later days, rows that stand in the order of time under one reading alone speak for it. */
    private static final int ENOUGH_FOR_A_TREND = 4;

    private long dates;
    private long dayFirst;
    private long monthFirst;
    private long unclear;
    private long buddhist;
    private final Trend asDayFirst = new Trend(DateOrder.DAY_FIRST);
    private final Trend asMonthFirst = new Trend(DateOrder.MONTH_FIRST);

    void accept(DateText.Parts parts) {
        dates++;
        dayFirst += parts.saysDayFirst() ? 1 : 0;
        monthFirst += parts.saysMonthFirst() ? 1 : 0;
        unclear += parts.isUnclear() ? 1 : 0;
        buddhist += parts.buddhist() ? 1 : 0;
        asDayFirst.accept(parts);
        asMonthFirst.accept(parts);
    }

    long dates() {
        return dates;
    }

    long unclear() {
        return unclear;
    }

    /** How many dates have a year of the Buddhist calendar. */
    long buddhist() {
        return buddhist;
    }

    boolean provesDayFirst() {
        return dayFirst > 0;
    }

    boolean provesMonthFirst() {
        return monthFirst > 0;
    }

    /** The order under which the rows stand in the order of time, if they do not under the other. */
    Optional<DateOrder> trend() {
        if (asDayFirst.rises == asMonthFirst.rises) {
            return Optional.empty();
        }
        Trend rising = asDayFirst.rises ? asDayFirst : asMonthFirst;
        return rising.steps < ENOUGH_FOR_A_TREND ? Optional.empty() : Optional.of(rising.order);
    }

    /** Whether dates never go back under one reading. */
    private static final class Trend {

        private final DateOrder order;
        private boolean rises = true;
        private long steps;
        private @Nullable LocalDate latest;

        Trend(DateOrder order) {
            this.order = order;
        }

        void accept(DateText.Parts parts) {
            if (!rises) {
                return;
            }
            Optional<LocalDate> day = parts.day(order);
            steps += day.isPresent() && latest != null && day.get().isAfter(latest) ? 1 : 0;
            rises = day.isPresent() && (latest == null || !day.get().isBefore(latest));
            latest = day.orElse(latest);
        }
    }
}
