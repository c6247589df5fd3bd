package vn.sipas.io.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days as exports write them: {@code 2026-08-29}, with or without a time and a zone, {@code 2026/08/29 9:40:12 CH GMT+7},
 * {@code 29/08/2026 09:40} and the same with points or hyphens, {@code 29/8/26 9:40},
 * {@code Sat Aug 29 2026 09:40:00 GMT+0700}, the same with points in the time or, in Thai sheets, a year of the Buddhist
 * calendar. The day is that of the text; no zone is applied.
 */
final class DateText {

    private static final String TIME = "(?:(?:klo|kl\\.|pukul|오전|오후|上午|下午|午前|午後)\\s*)?"
            + "\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d{1,9})?)?(?:\\s*(?:[AaPp]\\.?[Mm]\\.?|SA|CH))?"
            + "(?:\\s*(?:Z|(?:GMT|UTC)?\\s?[+-]\\d{1,2}(?::?\\d{2})?(?::\\d{2})?)|\\s+[A-Z]{3,4})?(?:\\[[A-Za-z_/]{1,40}\\])?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{1,2})\\.?(?:(?:T|,?\\s+)(" + TIME + "))?");
    private static final Pattern YEAR_LAST = Pattern.compile("(?:(\\d{1,2}:\\d{2}(?::\\d{2})?),?\\s+)?"
            + "(\\d{1,2})([-/.])(\\d{1,2})\\3(\\d{4}|(?<=/)\\d{2})(?:,?\\s+(" + TIME + "))?");
    private static final Pattern NAMED_MONTH = Pattern.compile(
            "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\\s+)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\s+"
                    + "(\\d{1,2}),?\\s+(\\d{4})(?:,?\\s+(" + TIME + "))?(?:\\s*\\([^)]{0,60}\\))?");
    /** First letters of the days of the week and of the months. */
    private static final String NAMES_BEGIN = "MTWFSJAOND";

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern POINTED_TIME = Pattern.compile("^(?:\\D*)\\d{1,2}\\.\\d{2}");
    private static final int LONGEST = 120;
    /** By how many years the Buddhist calendar is ahead, and from which year on no other calendar is meant. */
    private static final int BUDDHIST = 543;

    private static final int FIRST_BUDDHIST = 2443;

    /**
     * A text that has the form of a day.
     *
     * @param year the year
     * @param first the month if the year stands first, else the number that stands first
     * @param second the day if the year stands first, else the number that stands second
     * @param yearFirst whether the year stands first
     * @param timed whether a time of day follows
     * @param pointed whether points stand in the date or the time, as they do nowhere where the month comes first
     * @param buddhist whether the year was written in the Buddhist calendar, where the day comes first
     */
    record Parts(int year, int first, int second, boolean yearFirst, boolean timed, boolean pointed, boolean buddhist) {

        private static Parts of(int written, int first, int second, boolean yearFirst, boolean timed, boolean pointed) {
            boolean buddhist = written >= FIRST_BUDDHIST && written < FIRST_BUDDHIST + 300;
            int year = buddhist ? written - BUDDHIST : written;
            return new Parts(year, first, second, yearFirst, timed, pointed, buddhist);
        }

        /** Whether the day comes first because of how the rest is written. */
        private boolean isDayFirst() {
            return pointed || buddhist;
        }

        /** Whether the text alone does not say which number is the day. */
        boolean isUnclear() {
            return !yearFirst && first <= 12 && second <= 12 && first != second && !isDayFirst();
        }

        boolean saysDayFirst() {
            return !yearFirst && second <= 12 && (first > 12 || isDayFirst());
        }

        boolean saysMonthFirst() {
            return !yearFirst && second > 12 && first <= 12;
        }

        Optional<LocalDate> day(@Nullable DateOrder order) {
            if (order == null && isUnclear()) {
                return Optional.empty();
            }
            boolean dayFirst = order == DateOrder.DAY_FIRST || (order == null && (first > 12 || isDayFirst()));
            try {
                return Optional.of(
                        yearFirst || !dayFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }
    }

    private DateText() {}

    static Optional<Parts> parts(String text) {
        if (text.length() < 8 || text.length() > LONGEST) {
            return Optional.empty();
        }
        if (!Character.isDigit(text.charAt(0))) {
            return named(text);
        }
        Matcher iso = YEAR_FIRST.matcher(text);
        if (iso.matches()) {
            return Optional.of(Parts.of(
                    Integer.parseInt(iso.group(1)),
                    Integer.parseInt(iso.group(3)),
                    Integer.parseInt(iso.group(4)),
                    true,
                    iso.group(5) != null,
                    false));
        }
        Matcher local = YEAR_LAST.matcher(text);
        if (local.matches()) {
            return Optional.of(Parts.of(
                    year(local.group(5)),
                    Integer.parseInt(local.group(2)),
                    Integer.parseInt(local.group(4)),
                    false,
                    local.group(1) != null || local.group(6) != null,
                    local.group(3).equals(".")
                            || (local.group(6) != null
                                    && POINTED_TIME.matcher(local.group(6)).find())));
        }
        return Optional.empty();
    }

    /** Of two digits, as spreadsheets shorten years, a year of this century. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? 2000 + year : year;
    }

    private static Optional<Parts> named(String text) {
        if (NAMES_BEGIN.indexOf(text.charAt(0)) < 0) {
            return Optional.empty();
        }
        Matcher named = NAMED_MONTH.matcher(text);
        return named.matches()
                ? Optional.of(Parts.of(
                        Integer.parseInt(named.group(3)),
                        MONTHS.indexOf(named.group(1)) + 1,
                        Integer.parseInt(named.group(2)),
                        true,
                        named.group(4) != null,
                        false))
                : Optional.empty();
    }
}
