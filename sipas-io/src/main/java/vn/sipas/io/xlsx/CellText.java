package vn.sipas.io.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How values of cells read as text, the same whatever the language of the program that wrote them. */
final class CellText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int LONGEST_NUMBER = 64;
    private static final long DAY_MILLIS = 86_400_000L;

    /** The serial number of 31 December 9999, the last day that spreadsheets know. */
    private static final int LAST_SERIAL = 2_958_465;

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 3, true)
            .toFormatter(java.util.Locale.ROOT);

    private CellText() {}

    /**
     * Puts back the characters that XML cannot hold and that workbooks write as {@code _x000D_}.
     *
     * @param text the text as stored
     * @return the text
     */
    static String unescaped(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        Matcher escapes = ESCAPE.matcher(text);
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (escapes.find()) {
            plain.append(text, from, escapes.start()).append((char) Integer.parseInt(escapes.group(1), 16));
            from = escapes.end();
        }
        return plain.append(text, from, text.length()).toString();
    }

    /**
     * Writes a stored number.
     *
     * @param stored the number as stored
     * @param shows what its format shows
     * @param from1904 whether days are counted from 1904
     * @return its text, null if it is not a number
     */
    static @Nullable String number(String stored, DateFormats.Shows shows, boolean from1904) {
        if (shows == DateFormats.Shows.NUMBER && isPlainInteger(stored)) {
            return stored;
        }
        String trimmed = stored.strip();
        if (trimmed.length() > LONGEST_NUMBER || !NUMBER.matcher(trimmed).matches()) {
            return null;
        }
        double number = Double.parseDouble(trimmed);
        if (Double.isInfinite(number)) {
            return null;
        }
        if (shows != DateFormats.Shows.NUMBER && number >= 0 && number < LAST_SERIAL + 1) {
            return moment(number, shows, from1904);
        }
        return plain(number);
    }

    /** Up to 18 digits without a leading zero are written as they stand, so that long ids keep all their digits. */
    private static boolean isPlainInteger(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        int length = text.length();
        if (length == digits || length > digits + 18 || (text.charAt(digits) == '0' && length > 1)) {
            return false;
        }
        for (int i = digits; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String plain(double number) {
        if (number == 0) {
            return "0";
        }
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    private static String moment(double number, DateFormats.Shows shows, boolean from1904) {
        long day = (long) Math.floor(number);
        long millis = Math.round((number - day) * DAY_MILLIS);
        if (millis == DAY_MILLIS) {
            day++;
            millis = 0;
        }
        if (shows == DateFormats.Shows.TIME && day == 0) {
            return TIME.format(LocalDateTime.of(1970, 1, 1, 0, 0).plusNanos(millis * 1_000_000));
        }
        LocalDate date;
        if (from1904) {
            date = EPOCH_1904.plusDays(day);
        } else {
            // Spreadsheets believe that 1900 was a leap year: serial 60 is a day that never was.
            date = EPOCH_1900.plusDays(day < 60 ? day + 1 : day);
        }
        if (millis == 0 && shows == DateFormats.Shows.DAY) {
            return date.toString();
        }
        return date + "T" + TIME.format(date.atStartOfDay().plusNanos(millis * 1_000_000));
    }
}
